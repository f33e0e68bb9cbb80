"""Uploads from a file to a link, and everything that may come between."""

from transfer_bench import Bench

from fichier_gui.domain.transfers import State, Verification


async def test_an_upload_becomes_a_link(bench: Bench) -> None:
    await bench.queue.add([bench.source("a.txt")])
    row = await bench.until_state(State.DONE)
    (kept,) = bench.service.files.values()
    assert (row.url, row.verification, kept.data) == (kept.url, Verification.VERIFIED, b"hello world")


async def test_a_download_arrives(bench: Bench) -> None:
    kept = bench.service.put("b.bin", bytes(range(256)) * 10_000)
    await bench.queue.add([bench.wanted(kept)])
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED
    assert (bench.target / "b.bin").read_bytes() == kept.data
    assert [p.name for p in bench.target.iterdir()] == ["b.bin"]

"""Downloads from a link to a verified file, and everything that may come between."""

import asyncio
import contextlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from fake_transfer_service import Kept, NoChecksums
from transfer_bench import Bench, code

from fichier_gui.domain.errors import (
    FloodLocked,
    NetworkRefused,
    NotFound,
    OneLocation,
    ServiceOverloaded,
)
from fichier_gui.domain.events import DownloadFinished, TransferChanged
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.transfers import Answer, ConflictRule, State, Unfetched, Verification
from fichier_gui.transfers.limits import QueueLimits

DATA = bytes(range(256)) * 8192  # 2 MiB
HALF = len(DATA) // 2


def names(bench: Bench) -> list[str]:
    return sorted(path.name for path in bench.target.iterdir())


def remote(bench: Bench, name: str = "a.bin", data: bytes = DATA) -> Kept:
    return bench.service.put(name, data)


async def test_a_file_arrives_verified_under_its_name_alone(bench: Bench) -> None:
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert (row.verification, row.done, row.part_path) == (Verification.VERIFIED, len(DATA), None)
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert names(bench) == ["a.bin"]
    assert len(bench.happened(DownloadFinished)) == 1


@pytest.mark.parametrize("has_checksum", [True, False])
async def test_a_size_that_was_not_told_is_learnt_from_the_body(bench: Bench, has_checksum: bool) -> None:
    new = replace(bench.wanted(remote(bench)), size=0)
    bench.service.plan("open", ("cut", HALF))
    await bench.queue.add([new if has_checksum else replace(new, checksum=None)])
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert (row.size, row.done) == (len(DATA), len(DATA))
    assert row.verification is (Verification.VERIFIED if has_checksum else Verification.UNAVAILABLE)


async def test_without_a_size_the_same_file_is_known_by_its_checksum(bench: Bench) -> None:
    (bench.target / "a.bin").write_bytes(DATA)
    await bench.queue.add([replace(bench.wanted(remote(bench)), size=0)])
    await bench.until_state(State.DONE)
    assert bench.service.calls == []
    assert names(bench) == ["a.bin"]


async def test_without_a_size_the_disk_is_asked_as_soon_as_it_is_known(bench: Bench) -> None:
    bench.free = len(DATA) - 1
    await bench.queue.add([replace(bench.wanted(remote(bench)), size=0)])
    rows = await bench.until(lambda rows: rows[0].error is not None)
    assert code(rows[0].error) == "DiskFull"
    bench.free = 10**12
    await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA


async def test_an_empty_file_is_never_published(bench: Bench) -> None:
    """The service keeps none: an empty body is a mistake."""
    await bench.queue.add([replace(bench.wanted(remote(bench, data=b"")), checksum=None)])
    row = await bench.until_state(State.FAILED)
    assert code(row.error) == "UnexpectedAnswer"
    assert not (bench.target / "a.bin").exists()


async def test_a_broken_download_goes_on_where_it_was(bench: Bench) -> None:
    bench.service.plan("open", ("cut", HALF), ("cut", HALF + 1000))
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert [body.info.start for body in bench.service.bodies] == [0, HALF, HALF + 1000]
    assert (row.verification, row.attempts) == (Verification.VERIFIED, 0)


async def test_bytes_of_an_earlier_run_are_used_and_verified(bench: Bench) -> None:
    bench.service.plan("open", ("cut", HALF), *[ServiceOverloaded()] * 50)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: rows[0].state is State.RETRYING and rows[0].done == HALF)
    await bench.close()
    assert names(bench) == ["a.bin.part"]
    bench.service.plans.clear()
    await bench.open()
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED
    assert bench.service.bodies[-1].info.start == HALF


async def test_a_part_that_was_tampered_with_is_noticed(bench: Bench) -> None:
    bench.service.plan("open", ("cut", HALF), *[ServiceOverloaded()] * 50)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: rows[0].state is State.RETRYING and rows[0].done == HALF)
    await bench.close()
    with (bench.target / "a.bin.part").open("r+b") as part:
        part.write(b"?")
    bench.service.plans.clear()
    await bench.open()
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "ChecksumMismatch"
    assert names(bench) == ["a.bin.corrupt"]


async def test_a_server_that_ignores_ranges_means_from_zero(bench: Bench) -> None:
    bench.service.plan("open", ("cut", HALF), "ignores range")
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert row.verification is Verification.VERIFIED


async def test_a_file_that_changed_between_two_parts_starts_again(bench: Bench) -> None:
    kept = remote(bench)
    bench.service.plan("open", ("cut", HALF))
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(kept)])
    await bench.until(lambda rows: bool(bench.service.bodies) and rows[0].etag is not None)
    original = kept.checksum
    kept.checksum = "another version"
    bench.service.gate.set()
    await bench.until(lambda rows: rows[0].attempts == 1)
    kept.checksum = original
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert row.verification is Verification.VERIFIED


async def test_a_dead_link_gets_a_new_token_at_once(bench: Bench) -> None:
    bench.service.plan("open", ("expire", HALF), ("expire", HALF + 5000))
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert bench.service.calls.count("token") == 3
    assert row.attempts == 0
    states = [e.transfer.state for e in bench.events if isinstance(e, TransferChanged)]
    assert State.RETRYING not in states


async def test_links_that_are_always_dead_are_not_asked_for_ever(bench: Bench) -> None:
    kept = remote(bench)
    new = bench.wanted(kept)
    del bench.service.files[kept.url]
    await bench.queue.add([new])
    row = await bench.until_state(State.FAILED)
    assert code(row.error) == "LinkExpired"
    assert bench.service.calls.count("token") == 15


async def test_a_dead_file_is_asked_for_once(bench: Bench) -> None:
    bench.service.plan("token", NotFound())
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert bench.service.calls.count("token") == 1


async def test_another_length_than_announced_is_not_taken(bench: Bench) -> None:
    bench.service.plan("open", ("total", 77))
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert row.attempts == 1
    assert (bench.target / "a.bin").read_bytes() == DATA


async def test_a_flipped_bit_keeps_the_bytes_aside_and_asks(bench: Bench) -> None:
    bench.service.plan("open", ("flip", HALF))
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert (code(row.error), row.verification) == ("ChecksumMismatch", Verification.DIFFERS)
    assert names(bench) == ["a.bin.corrupt"]
    assert row.error is not None
    assert row.error.facts["path"] == str(bench.target / "a.bin.corrupt")
    await bench.queue.answer([row.id], Answer.DOWNLOAD_AGAIN)
    row = await bench.until_state(State.DONE)
    assert (row.verification, row.error) == (Verification.VERIFIED, None)
    assert (bench.target / "a.bin").read_bytes() == DATA


async def test_bytes_that_differ_may_be_kept(bench: Bench) -> None:
    bench.service.plan("open", ("flip", HALF))
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.NEEDS_ANSWER)
    await bench.queue.answer([row.id], Answer.KEEP_ANYWAY)
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.DIFFERS
    assert names(bench) == ["a.bin"]
    assert (bench.target / "a.bin").read_bytes() != DATA


async def test_a_stranger_named_corrupt_is_left_alone(bench: Bench) -> None:
    (bench.target / "a.bin.corrupt").write_bytes(b"mine")
    bench.service.plan("open", ("flip", HALF))
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until_state(State.NEEDS_ANSWER)
    assert (bench.target / "a.bin.corrupt").read_bytes() == b"mine"
    assert names(bench) == ["a.bin (2).corrupt", "a.bin.corrupt"]


async def test_without_a_provider_a_download_says_that_it_is_not_verified(bench: Bench) -> None:
    await bench.close()
    bench.checksums = NoChecksums()
    await bench.open()
    await bench.queue.add([bench.wanted(remote(bench))])
    assert (await bench.until_state(State.DONE)).verification is Verification.UNAVAILABLE


async def test_without_a_checksum_from_the_service_too(bench: Bench) -> None:
    await bench.queue.add([replace(bench.wanted(remote(bench)), checksum=None)])
    row = await bench.until_state(State.DONE)
    assert row.verification is Verification.UNAVAILABLE
    assert row.local_checksum is not None


async def test_verification_can_be_turned_off(bench: Bench) -> None:
    bench.queue.set_limits(replace(QueueLimits(), verify_downloads=False))
    bench.service.plan("open", ("flip", HALF))
    await bench.queue.add([bench.wanted(remote(bench))])
    assert (await bench.until_state(State.DONE)).verification is Verification.OFF


# Names that are taken.


async def test_the_same_content_is_not_fetched_twice(bench: Bench) -> None:
    (bench.target / "a.bin").write_bytes(DATA)
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert (row.verification, bench.service.calls) == (Verification.VERIFIED, [])
    assert row.unfetched is Unfetched.SAME


async def test_other_content_is_kept_beside(bench: Bench) -> None:
    (bench.target / "a.bin").write_bytes(b"mine")
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == b"mine"
    assert (bench.target / "a (2).bin").read_bytes() == DATA
    assert row.stored_name == "a (2).bin"
    assert row.local_path == str(bench.target / "a (2).bin")


async def test_replacing_replaces(bench: Bench) -> None:
    (bench.target / "a.bin").write_bytes(b"mine")
    await bench.queue.add([bench.wanted(remote(bench), ConflictRule.REPLACE)])
    assert (await bench.until_state(State.DONE)).unfetched is None
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert names(bench) == ["a.bin"]


async def test_skipping_leaves_the_local_file(bench: Bench) -> None:
    (bench.target / "a.bin").write_bytes(b"mine")
    await bench.queue.add([bench.wanted(remote(bench), ConflictRule.SKIP)])
    assert (await bench.until_state(State.DONE)).unfetched is Unfetched.LEFT
    assert (bench.target / "a.bin").read_bytes() == b"mine"
    assert bench.service.calls == []


@pytest.mark.parametrize(
    ("answer", "files"),
    [
        (Answer.KEEP_BOTH, {"a.bin": b"mine", "a (2).bin": DATA}),
        (Answer.SKIP_SAME, {"a.bin": b"mine", "a (2).bin": DATA}),
        (Answer.REPLACE, {"a.bin": DATA}),
        (Answer.SKIP, {"a.bin": b"mine"}),
    ],
)
async def test_the_user_may_be_asked(bench: Bench, answer: Answer, files: dict[str, bytes]) -> None:
    (bench.target / "a.bin").write_bytes(b"mine")
    await bench.queue.add([bench.wanted(remote(bench), ConflictRule.ASK)])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "TargetExists"
    await bench.queue.answer([row.id], answer)
    await bench.until_state(State.DONE)
    assert {path.name: path.read_bytes() for path in bench.target.iterdir()} == files


@pytest.mark.parametrize("rule", [ConflictRule.KEEP_BOTH, ConflictRule.SKIP_SAME, ConflictRule.ASK])
async def test_a_file_that_appears_meanwhile_is_never_overwritten(bench: Bench, rule: ConflictRule) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench), rule)])
    await bench.until(lambda rows: bool(bench.service.bodies))
    (bench.target / "a.bin").write_bytes(b"unseen")
    bench.service.gate.set()
    row = await bench.until_state(State.DONE, State.NEEDS_ANSWER)
    assert (bench.target / "a.bin").read_bytes() == b"unseen"
    if rule is ConflictRule.ASK:
        assert code(row.error) == "TargetExists"
        await bench.queue.answer([row.id], Answer.KEEP_BOTH)
        await bench.until_state(State.DONE)
        assert bench.service.calls.count("open") == 1
    assert (bench.target / "a (2).bin").read_bytes() == DATA


async def test_two_rows_of_one_name_do_not_mix(bench: Bench) -> None:
    first, second = remote(bench), remote(bench, data=DATA[::-1])
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(first), bench.wanted(second)])
    await bench.until(lambda rows: len(bench.service.bodies) == 2)
    bench.service.gate.set()
    await bench.until_state(State.DONE)
    assert {path.read_bytes() for path in bench.target.iterdir()} == {DATA, DATA[::-1]}
    assert names(bench) == ["a (2).bin", "a.bin"]


async def test_a_stranger_named_part_is_left_alone(bench: Bench) -> None:
    (bench.target / "a.bin.part").write_bytes(b"mine")
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until_state(State.DONE)
    assert (bench.target / "a.bin.part").read_bytes() == b"mine"
    assert (bench.target / "a.bin").read_bytes() == DATA


# The disk.


async def test_a_full_disk_goes_on_by_itself(bench: Bench) -> None:
    bench.free = 1000
    await bench.queue.add([bench.wanted(remote(bench))])
    rows = await bench.until(lambda rows: rows[0].state is State.RETRYING)
    assert code(rows[0].error) == "DiskFull"
    bench.free = 10**9
    await bench.until_state(State.DONE)


async def test_what_others_will_take_is_counted(bench: Bench) -> None:
    bench.free = len(DATA) + HALF
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench)), bench.wanted(remote(bench, "b.bin"))])
    rows = await bench.until(lambda rows: State.RETRYING in {r.state for r in rows})
    assert [code(r.error) for r in rows if r.state is State.RETRYING] == ["DiskFull"]
    bench.service.gate.set()
    await bench.until_state(State.DONE)


class SmallDisk:
    """A disk of ``size`` bytes: what is free follows from the blocks that the files in ``folder`` hold."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size

    def free(self, _path: Path) -> int:
        held = {}
        for path in self.folder.iterdir():
            # A file that is being published has two names, then one.
            with contextlib.suppress(FileNotFoundError):
                held[path.stat().st_ino] = path.stat().st_blocks * 512
        return self.size - sum(held.values())


@pytest.mark.skipif(not hasattr(os.stat_result, "st_blocks"), reason="the system does not tell")
async def test_reserved_room_is_not_counted_twice(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part holds its room from the start: neither its own second run nor others may miss it."""
    monkeypatch.setattr("fichier_gui.transfers.preallocation.LEAST", 1)
    disk = SmallDisk(bench.target, 2 * len(DATA) + HALF)
    bench.free_space = disk.free
    await bench.reopen()
    bench.service.plan("open", ("cut", HALF))
    await bench.queue.add([bench.wanted(remote(bench)), bench.wanted(remote(bench, "b.bin"))])
    await bench.until_state(State.DONE)
    errors = [code(e.transfer.error) for e in bench.events if isinstance(e, TransferChanged)]
    assert "DiskFull" not in errors


async def test_missing_folders_are_made(bench: Bench) -> None:
    await bench.queue.add([replace(bench.wanted(remote(bench)), folder=str(bench.target / "x" / "y"))])
    await bench.until_state(State.DONE)
    assert (bench.target / "x" / "y" / "a.bin").read_bytes() == DATA


async def test_a_folder_that_vanished_is_not_made_again(bench: Bench) -> None:
    folder = bench.target / "drive"
    bench.service.plan("open", ("cut", HALF), *[ServiceOverloaded()] * 50)
    await bench.queue.add([replace(bench.wanted(remote(bench)), folder=str(folder))])
    await bench.until(lambda rows: rows[0].state is State.RETRYING and rows[0].done == HALF)
    (folder / "a.bin.part").unlink()
    folder.rmdir()
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "TargetFolderGone"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may be refused")
async def test_a_read_only_folder_fails(bench: Bench) -> None:
    bench.target.chmod(0o500)
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.FAILED)
    bench.target.chmod(0o700)
    assert code(row.error) == "DiskDenied"


async def test_a_file_where_the_folder_should_be_is_said(bench: Bench) -> None:
    (bench.target / "x").write_bytes(b"")
    await bench.queue.add([replace(bench.wanted(remote(bench)), folder=str(bench.target / "x"))])
    row = await bench.until_state(State.FAILED, State.NEEDS_ANSWER)
    assert code(row.error) in ("TargetFolderGone", "DiskFault")


async def test_a_name_of_the_longest_kind_arrives(bench: Bench) -> None:
    name = "é" * 125 + ".mkv"
    await bench.queue.add([bench.wanted(remote(bench, name))])
    await bench.until_state(State.DONE)
    assert names(bench) == [name]


# Restarts.


def _killed(bench: Bench, final: Path, part: Path | None) -> None:
    """What a kill leaves around the last rename."""
    final.write_bytes(DATA)
    if part is not None:
        part.unlink(missing_ok=True)
        part.hardlink_to(final)


@pytest.mark.parametrize("leaves_part", [True, False])
@pytest.mark.parametrize("rule", [ConflictRule.KEEP_BOTH, ConflictRule.ASK, ConflictRule.REPLACE])
async def test_a_kill_around_the_rename_makes_no_second_file(
    bench: Bench, leaves_part: bool, rule: ConflictRule
) -> None:
    await bench.queue.pause_all()
    kept = remote(bench)
    await bench.queue.add([bench.wanted(kept, rule)])
    row = await bench.only()
    part = bench.target / "a.bin.part"
    await bench.journal.shift(
        [row.id],
        [State.QUEUED],
        {
            "part_path": str(part),
            "verification": Verification.VERIFIED,
            "local_checksum": kept.checksum,
        },
    )
    _killed(bench, bench.target / "a.bin", part if leaves_part else None)
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert names(bench) == ["a.bin"]
    assert bench.service.calls == []


async def test_judged_bytes_that_vanished_are_fetched_again(bench: Bench) -> None:
    await bench.queue.pause_all()
    kept = remote(bench)
    await bench.queue.add([bench.wanted(kept)])
    row = await bench.only()
    await bench.journal.shift(
        [row.id],
        [State.QUEUED],
        {
            "part_path": str(bench.target / "a.bin.part"),
            "verification": Verification.VERIFIED,
            "local_checksum": kept.checksum,
        },
    )
    await bench.queue.resume_all()
    await bench.until_state(State.DONE)
    assert (bench.target / "a.bin").read_bytes() == DATA


# Controls.


async def test_a_paused_download_keeps_its_bytes(bench: Bench) -> None:
    bench.service.plan("open", ("cut", HALF), *[ServiceOverloaded()] * 50)
    await bench.queue.add([bench.wanted(remote(bench))])
    await bench.until(lambda rows: rows[0].state is State.RETRYING and rows[0].done == HALF)
    row = await bench.only()
    await bench.queue.pause([row.id])
    bench.service.plans.clear()
    assert (await bench.only()).state is State.PAUSED
    await bench.queue.resume([row.id])
    await bench.until_state(State.DONE)
    assert bench.service.bodies[-1].info.start == HALF


async def test_only_the_time_of_moving_counts_for_the_average(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench))])
    rows = await bench.until(lambda rows: bool(bench.service.bodies) and rows[0].state is State.MOVING)
    bench.clock.now += 50
    await bench.queue.pause([rows[0].id])
    row = await bench.only()
    assert row.moving_time >= 50
    bench.clock.now += 1_000_000
    bench.service.gate.set()
    await bench.queue.resume([row.id])
    done = await bench.until_state(State.DONE)
    assert row.moving_time <= done.moving_time < 1_000_000
    assert done.average_speed == done.size / done.moving_time


async def test_a_cancelled_download_leaves_nothing(bench: Bench) -> None:
    bench.service.gate.clear()
    await bench.queue.add([bench.wanted(remote(bench))])
    rows = await bench.until(lambda rows: bool(bench.service.bodies) and rows[0].state is State.MOVING)
    await bench.queue.cancel([rows[0].id])
    assert names(bench) == []
    assert all(body.closed for body in bench.service.bodies)


async def test_a_removed_row_leaves_the_file(bench: Bench) -> None:
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    await bench.queue.remove([row.id])
    assert names(bench) == ["a.bin"]
    assert await bench.all() == []


async def test_a_vpn_is_answered_with_credits_once_the_user_says_so(bench: Bench) -> None:
    bench.service.plan("open", NetworkRefused())
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "NetworkRefused"
    await bench.queue.answer([row.id], Answer.USE_CREDITS)
    row = await bench.until_state(State.DONE)
    assert row.use_credits


async def test_another_location_is_waited_for(bench: Bench) -> None:
    bench.service.plan("open", OneLocation())
    before = bench.clock.now
    await bench.queue.add([bench.wanted(remote(bench))])
    row = await bench.until_state(State.DONE)
    assert bench.clock.now - before >= 300
    assert row.attempts == 0


async def test_another_location_holds_all_downloads_and_no_upload(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The account is used elsewhere: a hundred rows do not find that out one by one."""
    until, refused = bench.clock.now + 550, 0
    link_of = bench.service.download_link

    async def asked(url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        nonlocal refused
        if bench.clock.now < until:
            refused += 1
            raise OneLocation
        return await link_of(url, cdn=cdn, password=password)

    monkeypatch.setattr(bench.service, "download_link", asked)
    await bench.queue.add(
        [bench.wanted(remote(bench, f"{n}.bin", bytes([n + 1]) * 2000)) for n in range(100)]
    )
    await bench.queue.add([bench.source("up.bin")])
    first = await bench.until_state(State.DONE)
    assert first.attempts == 0
    assert bench.clock.now >= until and 2 <= refused <= 8, "three places, and one more each for small files"


async def test_another_location_is_asked_again_when_the_user_says_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stands_still(_seconds: float) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(bench.clock, "sleep", stands_still)
    bench.service.plan("open", OneLocation())
    bench.queue.set_limits(replace(QueueLimits(), downloads=1))
    await bench.queue.add([bench.wanted(remote(bench, f"{n}.bin", DATA + bytes([n]))) for n in range(2)])
    first, _ = await bench.until(lambda rows: rows[0].state is State.RETRYING)
    await bench.queue.retry([first.id])
    await bench.until_state(State.DONE)


async def test_a_held_download_that_is_removed_leaves_the_others_their_turn(bench: Bench) -> None:
    bench.service.plan("open", OneLocation())
    bench.queue.set_limits(replace(QueueLimits(), downloads=1))
    await bench.queue.add([bench.wanted(remote(bench, f"{n}.bin", DATA + bytes([n]))) for n in range(2)])
    first, _ = await bench.until(lambda rows: rows[0].state is State.RETRYING)
    await bench.queue.remove([first.id])
    await bench.until_state(State.DONE)


async def test_a_flood_pauses_the_queue_and_counts_no_attempt(bench: Bench) -> None:
    bench.service.plan("open", FloodLocked(wait=45))
    await bench.queue.add([bench.wanted(remote(bench))])
    before = bench.clock.now
    row = await bench.until_state(State.DONE)
    assert bench.clock.now - before >= 45
    assert (row.attempts, row.error) == (0, None)

"""State that is kept in a folder, and the sample account."""

import io
import wave
import zlib
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, ManualClock, Service, quiet_switches

from fichier_gui.simulator import names, sample
from fichier_gui.simulator.answers import RequestContext
from fichier_gui.simulator.content import PatternContent, checksum, read_all
from fichier_gui.simulator.model import Acl, Share

ME = RequestContext(DEFAULT_KEY)


def _open(root: Path, clock: ManualClock, **options: object) -> Service:
    return Service(root=root, clock=clock, limits=False, switches=quiet_switches(), **options)


def test_everything_survives_in_the_root_folder(tmp_path: Path, clock: ManualClock) -> None:
    first = _open(tmp_path, clock)
    first.add_user("other@example.org", "other")
    first.add_file("/A/b.txt", b"Hello world\n", password="123456", acl=Acl(ip=["10.0.0.0/8"]))
    first.add_file("/A/made up.bin", PatternContent(3, 10_000))
    first.add_folder("/A").shares = [Share("other@example.org", rw=1)]
    identifier = first.handle("upload/get_upload_server").body["id"]
    first.upload(ME, identifier, {"up.bin": b"uploaded"})
    job = first.handle("remote/request", {"urls": ["https://example.org/x"]}).body["id"]
    link = first.link(first.file_at("/A/b.txt"))
    number = first.handle("download/get_token", {"url": link}).body["url"].rsplit("/p", 1)[1]
    first.close()

    second = _open(tmp_path, clock)
    assert second.tree() == first.tree()
    file = second.file_at("/A/b.txt")
    assert (file, file.acl) == (first.file_at("/A/b.txt"), Acl(ip=["10.0.0.0/8"]))
    assert read_all(file.content) == b"Hello world\n"
    assert read_all(second.file_at("/up.bin").content) == b"uploaded"
    assert second.folder("/A").shares == [Share("other@example.org", rw=1)]
    assert second.end(identifier).body["links"][0]["filename"] == "up.bin"
    assert second.handle("remote/info", {"id": job}).body["links"] == ["https://example.org/x"]
    assert second.open_link(ME, number, False).file.name == "b.txt"
    fresh = second.handle("folder/mkdir", {"name": "B"}).body["folder_id"]
    assert fresh not in [folder.id for folder in first.main_user.folders.values()]
    second.close()


def test_another_key_replaces_the_old_one(tmp_path: Path, clock: ManualClock) -> None:
    _open(tmp_path, clock).close()
    again = _open(tmp_path, clock, key="another")
    assert again.handle("remote/ls", {}, RequestContext("another")).ok
    assert not again.handle("remote/ls", {}, ME).ok


def test_bytes_of_broken_uploads_are_swept(tmp_path: Path, clock: ManualClock) -> None:
    first = _open(tmp_path, clock)
    kept = first.add_file("/a", bytes(10)).content.path
    stray = first.state.store.new_path()
    stray.write_bytes(b"half")
    first.close()
    _open(tmp_path, clock)
    assert kept.exists()
    assert not stray.exists()


def test_nothing_is_written_without_a_change(tmp_path: Path, clock: ManualClock) -> None:
    service = _open(tmp_path, clock)
    service.save()
    written = (tmp_path / "state.json").stat().st_mtime_ns
    service.handle("folder/ls")
    service.save()
    assert (tmp_path / "state.json").stat().st_mtime_ns == written


@pytest.fixture(scope="module")
def filled() -> Service:
    service = Service(limits=False, switches=quiet_switches(), seed=1)
    sample.fill(service)
    return service


@pytest.mark.parametrize("large", sample.LARGE, ids=lambda large: large.path)
def test_sums_of_large_sample_files_are_true(large: sample.Large) -> None:
    assert checksum(large.content) == large.checksum


def test_sample_names_are_such_as_the_service_keeps(filled: Service) -> None:
    folders = [folder for user in filled.state.users.values() for folder in user.folders.values()]
    stored = [file.name for file in filled.state.files.values()] + [folder.name for folder in folders]
    assert [name for name in stored if name and not names.is_clean(name)] == []


def test_the_sample_shows_what_the_demo_needs(filled: Service) -> None:
    listing = filled.handle("file/ls", {"folder_id": -1}).body["items"]
    dates = {item["date"] for item in listing}
    assert {sample.SUMMER, sample.WINTER} <= dates
    assert any(item["pass"] for item in listing)
    assert any(item["acl"] for item in listing)
    assert [item["filename"] for item in listing].count("twice.txt") == 2
    assert filled.handle("file/info", {"url": sample.DEAD_LINK}).status == 404
    shared = [child for child in filled.handle("folder/ls").body["sub_folders"] if "email" in child]
    assert {child["name"] for child in shared} == {"Album de famille", "Press kit"}


def test_sample_media_are_real(filled: Service) -> None:
    picture = read_all(filled.file_at("/Pictures/portrait.png").content)
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    length = int.from_bytes(picture[33:37], "big")
    assert (width, height) == (420, 640)
    assert len(zlib.decompress(picture[41 : 41 + length])) == height * (1 + 3 * width)
    with wave.open(io.BytesIO(read_all(filled.file_at("/Music/Jingle.wav").content))) as sound:
        assert sound.getnframes() > 20_000
    assert read_all(filled.file_at("/Documents/Contrat signé.pdf").content).startswith(b"%PDF-")


def test_made_up_bytes_are_the_same_from_any_offset() -> None:
    content = PatternContent(9, 3_500_000)
    whole = read_all(content)
    assert len(whole) == content.size
    for offset in (0, 1, 1_048_572, 1_048_573, 2_000_000, 3_499_999):
        assert read_all(content, offset, 50) == whole[offset : offset + 50]
    # Blocks at powers of two differ, so that a piece in the wrong place is noticed.
    assert len({whole[at : at + 4096] for at in range(0, 3_000_000, 1 << 16)}) == 46

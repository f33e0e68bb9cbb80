"""Downloads onto a real disk that is full, locked or gone: each has its state, and nothing is lost."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fake_transfer_service import Kept
from support.small_disk import SmallDisk, small_disk
from transfer_bench import Bench, code

from fichier_gui.domain.transfers import NewDownload, State, Verification
from fichier_gui.system.volumes import free_space

MIB = 1024 * 1024
DATA = bytes(range(256)) * 4 * 1024 * 5  # 5 MiB

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system as Linux does")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 16 * MIB) as mounted:
        if mounted is None:
            pytest.skip("this user may mount nothing")
        yield mounted


@pytest.fixture
async def here(disk: SmallDisk, tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    bench.free_space = free_space
    await bench.open()
    yield bench
    bench.service.gate.set()
    await bench.close()


def wanted(here: Bench, disk: SmallDisk, name: str = "a.bin") -> NewDownload:
    kept: Kept = here.service.put(name, DATA)
    return NewDownload(kept.url, name, len(DATA), str(disk.folder), "/F", kept.checksum)


def is_whole(disk: SmallDisk, name: str = "a.bin") -> bool:
    return (disk.folder / name).read_bytes() == DATA and not list(disk.folder.glob("*.part"))


async def test_a_full_disk_is_said_before_a_byte_is_fetched(here: Bench, disk: SmallDisk) -> None:
    ballast = disk.fill(leave=2 * MIB)
    await here.queue.add([wanted(here, disk)])
    (row,) = await here.until(lambda rows: rows[0].state is State.RETRYING)
    assert code(row.error) == "DiskFull"
    assert "open" not in here.service.calls
    ballast.unlink()
    row = await here.until_state(State.DONE)
    assert is_whole(disk)
    assert row.verification is Verification.VERIFIED


async def test_a_disk_that_fills_up_meanwhile_keeps_what_came(
    here: Bench, disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where room cannot be reserved somebody else may take it."""
    monkeypatch.setattr("fichier_gui.transfers.part_file.reserve", lambda _descriptor, _size: False)
    here.service.gate.clear()
    await here.queue.add([wanted(here, disk)])
    await here.until(lambda rows: rows[0].state is State.MOVING)
    ballast = disk.fill(leave=2 * MIB)
    here.service.gate.set()
    (row,) = await here.until(lambda rows: rows[0].state is State.RETRYING)
    assert code(row.error) == "DiskFull"
    assert 0 < row.done <= 3 * MIB
    ballast.unlink()
    await here.until_state(State.DONE)
    assert is_whole(disk)


async def test_what_running_downloads_still_need_is_counted(here: Bench, disk: SmallDisk) -> None:
    """Each fits alone, all three do not: the last one waits and comes when there is room."""
    disk.fill(leave=12 * MIB)
    here.service.gate.clear()
    await here.queue.add([wanted(here, disk, f"{n}.bin") for n in range(3)])
    rows = await here.until(lambda rows: sum(r.state is State.RETRYING for r in rows) == 1)
    assert [code(r.error) for r in rows if r.state is State.RETRYING] == ["DiskFull"]
    here.service.gate.set()
    await here.until(lambda rows: sum(r.state is State.DONE for r in rows) == 2)
    (disk.folder / "ballast").unlink()
    await here.until_state(State.DONE)
    assert all(is_whole(disk, f"{n}.bin") for n in range(3))


async def test_a_locked_disk_fails_and_goes_on_when_asked(here: Bench, disk: SmallDisk) -> None:
    disk.set_read_only(True)
    await here.queue.add([wanted(here, disk)])
    row = await here.until_state(State.FAILED)
    assert code(row.error) == "DiskDenied"
    disk.set_read_only(False)
    await here.queue.retry([row.id])
    await here.until_state(State.DONE)
    assert is_whole(disk)


async def test_a_disk_that_is_pulled_out_is_asked_for(here: Bench, disk: SmallDisk) -> None:
    """What lies under the mount point is not written to: the folder is not made a second time."""
    target = disk.folder / "films"
    here.service.plan("open", ("cut", 2 * MIB))
    kept = here.service.put("a.bin", DATA)
    await here.queue.pause_all()
    await here.queue.add([NewDownload(kept.url, "a.bin", len(DATA), str(target), "/F", kept.checksum)])
    row = await here.only()
    await here.journal.shift([row.id], State, {"part_path": str(target / "a.bin.part"), "done": 2 * MIB})
    await here.queue.resume_all()
    row = await here.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "TargetFolderGone"
    assert not target.exists()
    target.mkdir()
    (target / "a.bin.part").write_bytes(DATA[: 2 * MIB])
    await here.queue.retry([row.id])
    row = await here.until_state(State.DONE)
    assert (target / "a.bin").read_bytes() == DATA

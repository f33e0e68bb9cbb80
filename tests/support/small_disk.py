"""A real file system of a few megabytes, in memory, for as long as a test needs it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


class SmallDisk:
    """Mounted at ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def set_read_only(self, value: bool) -> None:
        """As a system does with a disk that gives errors, or a card with its lock set."""
        option = "remount,ro" if value else "remount,rw"
        subprocess.run(["mount", "-o", option, str(self.folder)], check=True, timeout=20)

    def fill(self, leave: int) -> Path:
        """Take all the room but about ``leave`` bytes. The file that holds it."""
        ballast = self.folder / "ballast"
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(64 * 1024))
        with ballast.open("rb+") as file:
            file.truncate(ballast.stat().st_size - leave)
        return ballast


@contextlib.contextmanager
def small_disk(folder: Path, size: int) -> Iterator[SmallDisk | None]:
    """Mount ``size`` bytes at ``folder``; None where this user may mount nothing."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, timeout=20, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        yield None
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True, timeout=20)


@contextlib.contextmanager
def fat_disk(folder: Path) -> Iterator[SmallDisk | None]:
    """A disk with the names of FAT at ``folder``; None where this user may mount nothing."""
    folder.mkdir(exist_ok=True)
    server = Path(__file__).with_name("fat_server.py")
    process = subprocess.Popen(
        [sys.executable, str(server), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        is_mounted = process.stdout.readline() == "mounted\n"
        yield SmallDisk(folder) if is_mounted else None
        if is_mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True, timeout=20)
    finally:
        process.stdout.close()
        process.terminate()
        process.wait()

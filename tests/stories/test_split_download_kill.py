"""A split file comes down while the program is killed again and again: one whole file, and nothing else."""

import subprocess
import time
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator, wait_for

from fichier_gui.domain.manifest import SUFFIX, Manifest, Part
from fichier_gui.simulator.whirlpool import hexdigest

pytestmark = pytest.mark.story

NAME = "disk.img"
PARTS = [bytes([n]) * (1_500_000 + n) for n in range(6)]
KILLS = 12
Seen = tuple[tuple[str, int], ...]


def seen(folder: Path) -> Seen:
    """Names and sizes of all that is there; a file may vanish meanwhile."""
    found = []
    for path in folder.rglob("*"):
        try:
            found.append((str(path.relative_to(folder)), path.stat().st_size))
        except FileNotFoundError:
            continue
    return tuple(sorted(found))


def killed_after_a_change(process: subprocess.Popen[str], folder: Path) -> bool:
    """SIGKILL as soon as anything in ``folder`` is another than it was. False: it had ended before."""
    before, end = seen(folder), time.monotonic() + 60
    while seen(folder) == before:
        if process.poll() is not None:
            process.communicate()
            return False
        assert time.monotonic() < end, "nothing happened"
    process.kill()
    process.communicate()
    return True


def test_kills_leave_one_whole_file(tmp_path: Path) -> None:
    made = Service(limits=False, switches=quiet_switches())
    told = [Part(f"{NAME}.{n:03d}", len(data), hexdigest(data)) for n, data in enumerate(PARTS, 1)]
    for part, data in zip(told, PARTS, strict=True):
        made.add_file(f"/Discs/{part.name}", data)
    size = sum(len(data) for data in PARTS)
    made.add_file(f"/Discs/{NAME}{SUFFIX}", Manifest(NAME, size, tuple(told)).text().encode())
    down, kills = tmp_path / "down", 0
    down.mkdir()
    with simulator(made) as running:
        home = environment(tmp_path / "home")
        line = CommandLine(tmp_path / "profile", running.base_url, DEFAULT_KEY, home)
        first = line.start("download", f"/Discs/{NAME}", "--to", str(down))
        kills += killed_after_a_change(first, down)
        while kills < KILLS and killed_after_a_change(line.start("queue", "run"), down):
            kills += 1
        done = line.run("queue", "run", seconds=120)
        assert done.code == 0, done.err
    print(f"killed {kills} times while the folder changed")
    assert kills >= 6
    wait_for(lambda: [name for name, _ in seen(down)] == [NAME])
    assert (down / NAME).read_bytes() == b"".join(PARTS)

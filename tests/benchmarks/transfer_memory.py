"""Resident memory of the program's process while one file moves, as the file grows.

    python tests/benchmarks/transfer_memory.py [--gibibytes 1 2 5 10]

Up and down, verified, without a window, over TLS and the proxy of ``transfer_speed.py``. The files are of
zeros and take no room where they begin; what arrives lies in memory or in ``--folder``. Resident memory is
read from ``/proc`` twenty times a second: the peak is the kernel's own, the median that of all readings.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.memory import memory_folder
from support.simulator import DEFAULT_KEY
from support.tls_proxy import ConnectProxy, ThrowAwayAuthority
from transfer_speed import GIB, LARGE, PROGRAM, SMALL, serving

from fichier_gui.simulator.content import DiskContent, checksum

MIB = 1 << 20
EVERY = 0.05
ALLOWED = 20_000_000
"""Bytes by which the peaks may differ."""


@dataclass
class Readings:
    """Resident memory of one process, in bytes."""

    peak: int = 0
    resident: list[int] = field(default_factory=list)

    def take(self, pid: int) -> None:
        """Once; a process that has ended leaves the readings as they are."""
        with contextlib.suppress(OSError):
            found = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
            if "VmRSS" in found:
                self.resident.append(int(found["VmRSS"].split()[0]) * 1024)
                self.peak = int(found["VmHWM"].split()[0]) * 1024


def run(command: list[str], environment: dict[str, str]) -> Readings:
    """Run it to its end. Raises RuntimeError with what it said when it fails."""
    readings, over = Readings(), threading.Event()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)

        def watch() -> None:
            while not over.wait(EVERY):
                readings.take(process.pid)

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        over.set()
        watcher.join()
        if code:
            said.seek(0)
            raise RuntimeError(f"{command}: {code}\n{said.read().decode()}")
    return readings


@contextlib.contextmanager
def world(folder: Path, size: int) -> Iterator[dict[str, str]]:
    """The service with one large file of zeros; the environment that leads to it."""
    authority = ThrowAwayAuthority(folder)
    lengths = {SMALL: 1, LARGE: size}
    for name, length in lengths.items():
        with (folder / name).open("wb") as stream:
            stream.truncate(length)
    sums = {
        name: checksum(DiskContent(folder / name, (folder / name).stat().st_size)) for name in (SMALL, LARGE)
    }
    with serving(folder, sums) as port, ConnectProxy(("127.0.0.1", port)) as proxy:
        yield proxy.environment(authority) | {
            "FICHIER_API_KEY": DEFAULT_KEY,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }


def measure(place: Path, size: int) -> dict[str, Readings]:
    """Both ways."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="transfer-memory-", dir=place) as name:
        folder = Path(name)
        with world(folder, size) as environment:
            for way, what in (
                ("download", [f"/{LARGE}", "--to", str(folder / "down")]),
                ("upload", [str(folder / LARGE), "--to", "/Up"]),
            ):
                profile = [
                    "--profile",
                    str(folder / way),
                    "--no-key-ring",
                    "--ca-file",
                    str(folder / "ca.pem"),
                ]
                found[way] = run([*PROGRAM, way, *profile, "--quiet", *what], environment)
                shutil.rmtree(folder / "down", ignore_errors=True)
    return found


def _mebibytes(count: float) -> str:
    return f"{count / MIB:.0f} MiB"


def main() -> None:
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--gibibytes", type=int, nargs="+", default=[1, 2, 5, 10])
    line.add_argument("--folder", type=Path, default=memory_folder())
    arguments = line.parse_args()
    print("`python tests/benchmarks/transfer_memory.py`\n")
    print("| file | download: peak | median | upload: peak | median |")
    print("|---|---:|---:|---:|---:|")
    peaks: dict[str, list[int]] = {"download": [], "upload": []}
    for gibibytes in arguments.gibibytes:
        found = measure(arguments.folder, gibibytes * GIB)
        cells = []
        for way, readings in found.items():
            peaks[way].append(readings.peak)
            cells += [
                f"{readings.peak / MIB:.0f} MiB",
                f"{statistics.median(readings.resident) / MIB:.0f} MiB",
            ]
        print(f"| {gibibytes} GiB | {' | '.join(cells)} |", flush=True)
    for way, seen in peaks.items():
        spread = max(seen) - min(seen)
        print(f"\n{way}: the peaks lie {spread / 1e6:.1f} MB apart")
        if spread > ALLOWED:
            sys.exit(f"more than {ALLOWED / 1e6:.0f} MB")


if __name__ == "__main__":
    main()

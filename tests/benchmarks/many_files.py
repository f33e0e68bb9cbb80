"""Many files, the program against rclone, in the same run.

    python tests/benchmarks/many_files.py up [--files 1000] [--kibibytes 4]
    python tests/benchmarks/many_files.py down [--files 200]

``up`` sends a folder of small files; ``down`` fetches a folder of mixed ones: three quarters of at most
256 KiB, most others of a few MiB, one in forty of 64 MiB. Both clients verify, each at its own pace.

The simulated service stands behind 1fichier's own names and one CONNECT proxy, and its limits are on. For
rclone alone it does not count how often a folder is listed: rclone asks more often than once in 30 s, is
locked out for it, asks again, and does not come to an end. Seconds are those of the clients' whole processes;
requests are what the service's log holds, ``API`` those of them that go to ``/v1``.
"""

import argparse
import filecmp
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.memory import memory_folder
from support.simulator import DEFAULT_KEY, Service
from support.tls_proxy import ForeignWorld, foreign_world, rclone_settings
from transfer_speed import PROGRAM, run

from fichier_gui.simulator.content import DiskContent

KIB = 1 << 10
MIB = 1 << 20
SHARED = "shared"
"""The folder at the service."""
BESIDE_API = ("upload.cgi", "end.pl", "download")


@dataclass(frozen=True)
class Load:
    """What moves: sizes in bytes, one for each file."""

    is_up: bool
    sizes: tuple[int, ...]


@dataclass
class Bench:
    """One client's run."""

    folder: Path
    world: ForeignWorld
    load: Load

    @property
    def source(self) -> Path:
        return self.folder / "source" / SHARED

    @property
    def target(self) -> Path:
        return self.folder / "target"


Client = Callable[[Bench], float]


def small(count: int, size: int) -> Load:
    """``count`` files of ``size`` bytes each, up."""
    return Load(True, (size,) * count)


def mixed(count: int) -> Load:
    """Files of many sizes, down; the same sizes in every run."""
    chance = random.Random(2)
    sizes = []
    for number in range(count):
        if number % 40 == 0:
            sizes.append(64 * MIB)
        elif number % 4 == 0:
            sizes.append(chance.randint(MIB, 8 * MIB))
        else:
            sizes.append(chance.randint(1, 256 * KIB))
    return Load(False, tuple(sizes))


def make_files(folder: Path, load: Load) -> None:
    """Files of random bytes, the same in every run."""
    folder.mkdir(parents=True)
    chance = random.Random(1)
    for number, size in enumerate(load.sizes):
        (folder / f"file {number:04d}.bin").write_bytes(chance.randbytes(size))


def ours(bench: Bench) -> float:
    """Seconds of one command."""
    environment = bench.world.environment | {
        "FICHIER_API_KEY": DEFAULT_KEY,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    folder = bench.folder
    options = ["--profile", str(folder / "profile"), "--no-key-ring", "--ca-file", str(folder / "ca.pem")]
    what = (
        ["upload", *options, str(bench.source), "--to", "/"]
        if bench.load.is_up
        else ["download", *options, f"/{SHARED}", "--to", str(bench.target)]
    )
    return run([*PROGRAM, *what, "--quiet", "--max-pause", "600"], environment).wall


def rclone(bench: Bench) -> float:
    """Seconds of one copy."""
    home = bench.folder / "home"
    home.mkdir()
    bench.world.running.service.limits.rules.folder_every = 0.0
    there = f"onef:{SHARED}"
    ends = [str(bench.source), there] if bench.load.is_up else [there, str(bench.target / SHARED)]
    return run(["rclone", "copy", *ends], bench.world.environment | rclone_settings(home)).wall


def check(bench: Bench) -> None:
    """All files are there, whole, and each once. Raises AssertionError."""
    names = sorted(path.name for path in bench.source.iterdir())
    if bench.load.is_up:
        stored = bench.world.running.service.files_at(f"/{SHARED}")
        assert sorted(file.name for file in stored) == names, f"{len(stored)} files arrived"
        for file in stored:
            sent = (bench.source / file.name).read_bytes()
            assert b"".join(file.content.pieces(0, file.size)) == sent, file.name
    else:
        same, other, missing = filecmp.cmpfiles(bench.source, bench.target / SHARED, names, shallow=False)
        assert len(same) == len(names), (other, missing)


def measure(client: Client, load: Load) -> tuple[float, int, int]:
    """Seconds, requests, and how many of them went to the API. A breach of a limit raises AssertionError."""
    with tempfile.TemporaryDirectory(prefix="many-files-", dir=memory_folder()) as place:
        folder = Path(place)
        make_files(folder / "source" / SHARED, load)
        service = Service()
        if not load.is_up:
            for path in sorted((folder / "source" / SHARED).iterdir()):
                service.add_file(f"/{SHARED}/{path.name}", DiskContent(path, path.stat().st_size))
        with foreign_world(folder, service) as world:
            bench = Bench(folder, world, load)
            seconds = client(bench)
            requests = [record.endpoint for record in world.running.requests.all()]
            check(bench)
        assert not service.limits.breaches, service.limits.breaches
    return seconds, len(requests), sum(endpoint not in BESIDE_API for endpoint in requests)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("way", choices=("up", "down"))
    parser.add_argument("--files", type=int)
    parser.add_argument("--kibibytes", type=int, default=4, help="of each file, up (4)")
    arguments = parser.parse_args()
    count = arguments.files or (1000 if arguments.way == "up" else 200)
    load = small(count, arguments.kibibytes * KIB) if arguments.way == "up" else mixed(count)
    print(f"`python tests/benchmarks/many_files.py {' '.join(sys.argv[1:])}`: ", end="")
    print(f"{count} files, {sum(load.sizes) / 1e6:.0f} MB\n")
    print("| client | seconds | requests | of them API | requests a file |")
    print("|---|---:|---:|---:|---:|")
    taken = {}
    for name, client in (("fichier-gui", ours), ("rclone", rclone)):
        taken[name], requests, of_api = measure(client, load)
        print(
            f"| {name} | {taken[name]:.1f} | {requests} | {of_api} | {requests / count:.2f} |",
            flush=True,
        )
    print(f"\n{taken['rclone'] / taken['fichier-gui']:.1f} times as fast as rclone.")


if __name__ == "__main__":
    main()

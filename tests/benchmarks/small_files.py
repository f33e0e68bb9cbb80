"""Many small files up, the program against rclone, in the same run.

    python tests/benchmarks/small_files.py [--files 60] [--kibibytes 100]

The simulated service stands behind 1fichier's own names and one CONNECT proxy. It counts no requests here,
for its one listing a folder in 30 s locks rclone out; each client keeps to its own pace. Seconds are
those of the clients' whole processes; requests are what the service's log holds. Both verify what they sent.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from memory import memory_folder
from support.simulator import DEFAULT_KEY, Service
from support.tls_proxy import ForeignWorld, foreign_world, rclone_settings
from transfer_speed import PROGRAM, run


def make_files(folder: Path, count: int, size: int) -> Path:
    """Files of random bytes, the same in every run."""
    source = folder / "source"
    source.mkdir()
    chance = random.Random(1)
    for number in range(count):
        (source / f"file {number:04d}.bin").write_bytes(chance.randbytes(size))
    return source


def ours(world: ForeignWorld, folder: Path, source: Path) -> float:
    """Seconds of one upload of the folder."""
    environment = world.environment | {
        "FICHIER_API_KEY": DEFAULT_KEY,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    options = ["--profile", str(folder / "profile"), "--no-key-ring", "--ca-file", str(folder / "ca.pem")]
    return run(
        [*PROGRAM, "upload", *options, "--quiet", "--max-pause", "600", str(source), "--to", "/"], environment
    ).wall


def rclone(world: ForeignWorld, folder: Path, source: Path) -> float:
    """Seconds of one copy of the folder."""
    home = folder / "home"
    home.mkdir()
    environment = world.environment | rclone_settings(home)
    return run(["rclone", "copy", str(source), "onef:source"], environment).wall


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--kibibytes", type=int, default=100)
    arguments = parser.parse_args()
    command = f"--files {arguments.files} --kibibytes {arguments.kibibytes}"
    print(f"`python tests/benchmarks/small_files.py {command}`\n")
    print("| client | seconds | requests | requests a file |")
    print("|---|---:|---:|---:|")
    taken = {}
    for name, act in (("fichier-gui", ours), ("rclone", rclone)):
        with tempfile.TemporaryDirectory(prefix="small-files-", dir=memory_folder()) as place:
            folder = Path(place)
            source = make_files(folder, arguments.files, arguments.kibibytes << 10)
            with foreign_world(folder, Service(limits=False)) as world:
                taken[name] = act(world, folder, source)
                records = world.running.requests.all()
                stored = {file.name for file in world.running.service.state.files.values()}
            assert len(stored) == arguments.files, f"{len(stored)} files arrived"
            print(
                f"| {name} | {taken[name]:.1f} | {len(records)} | {len(records) / arguments.files:.2f} |",
                flush=True,
            )
    print(f"\n{taken['rclone'] / taken['fichier-gui']:.0f} times as fast as rclone.")


if __name__ == "__main__":
    main()

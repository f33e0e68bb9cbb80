"""How exactly speed limits are kept: the whole core against the simulated service, on this machine's clock.

    python tests/benchmarks/limit_accuracy.py [--seconds 10]

Bytes are those that the queue says have moved. The limit is set while they move at another speed: "the second
after" is that after the first one. A second holds ten pieces, so that one more or less is 10 %.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.memory import memory_folder
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.content import PatternContent

MB: Final = 1_000_000
SIZE: Final = 400 * MB


class Watched:
    """A running program, and how many bytes have moved in it."""

    def __init__(self, program: Program, service: Service, folder: Path) -> None:
        self.program = program
        self.service = service
        self.folder = folder
        self._moved: dict[TransferId, int] = {}

    def moved(self, *only: TransferId) -> int:
        """Bytes of all transfers, or of these."""
        for transfer_id, progress in self.program.transfers.take_progress().items():
            self._moved[transfer_id] = progress.done
        return sum(done for i, done in self._moved.items() if not only or i in only)

    async def download(self, count: int) -> None:
        """Begin ``count`` large downloads."""
        links = []
        for number in range(count):
            name = f"/Down/{time.monotonic_ns()}-{number}.bin"
            file = self.service.add_file(name, PatternContent(number, SIZE), sum_known="0" * 128)
            links.append(self.service.link(file))
        plan = await self.program.transfers.plan_download([" ".join(links)], self.folder)
        await self.program.transfers.start_download(plan)
        await self._begun()

    async def upload(self, count: int) -> None:
        """Begin ``count`` large uploads."""
        paths = []
        for number in range(count):
            path = self.folder / f"up-{time.monotonic_ns()}-{number}.bin"
            with path.open("wb") as file:
                file.truncate(SIZE)
            paths.append(str(path))
        plan = await self.program.transfers.plan_upload(paths, ROOT)
        await self.program.transfers.start_upload(plan)
        await self._begun()

    async def _begun(self) -> None:
        before = self.moved()
        while self.moved() == before:
            await asyncio.sleep(0.01)

    async def end(self) -> None:
        """Take everything away."""
        ids = await self.program.transfers.order()
        await self.program.transfers.remove([TransferId(i) for i in ids])
        self._moved.clear()

    async def set(self, name: str, value: int) -> None:
        """Change a setting, and let the transfers feel it."""
        await self.program.preferences.change(name, value)

    async def speed(self, seconds: float, *only: TransferId) -> float:
        """Bytes a second over ``seconds``."""
        start, before = time.monotonic(), self.moved(*only)
        await asyncio.sleep(seconds)
        return (self.moved(*only) - before) / (time.monotonic() - start)


async def measured(watched: Watched, seconds: float) -> None:
    """Print the table."""
    print(f"| what | limit, MB/s | measured over {seconds:.0f} s | off by | the second after |")
    print("|---|---:|---:|---:|---:|")
    down: tuple[str, Callable[[int], Awaitable[None]]] = ("limit_download", watched.download)
    up: tuple[str, Callable[[int], Awaitable[None]]] = ("limit_upload", watched.upload)
    for words, (name, begin), count, first, then in (
        ("one download, 4 connections", down, 1, 0, 5 * MB),
        ("three downloads, 12 connections", down, 3, 0, 2 * MB),
        ("three downloads, slower", down, 3, 20 * MB, MB // 2),
        ("three downloads, faster", down, 3, MB // 2, 20 * MB),
        ("one upload", up, 1, 0, 5 * MB),
        ("two uploads", up, 2, 10 * MB, MB),
    ):
        await watched.set(name, first or 50 * MB)
        await begin(count)
        await watched.set(name, then)
        await asyncio.sleep(1)  # the time within which a limit is to be felt
        second = await watched.speed(1)
        tell(words, then, await watched.speed(seconds), second)
        await watched.end()
    await watched.set("limit_download", 8 * MB)
    await watched.download(2)
    (one, *_) = [TransferId(i) for i in await watched.program.transfers.order()]
    await watched.program.transfers.limit([one], MB)
    await asyncio.sleep(1)  # as above
    tell("one of two downloads, its own limit", MB, await watched.speed(seconds, one))
    tell("… and both together", 8 * MB, await watched.speed(seconds))
    await watched.end()


def tell(words: str, limit: int, speed: float, second: float | None = None) -> None:
    """One line of the table."""
    after = "" if second is None else f"{second / MB:.2f}"
    print(
        f"| {words} | {limit / MB:.1f} | {speed / MB:.3f} | {speed / limit - 1:+.1%} | {after} |", flush=True
    )


async def run(running: ThreadedSimulator, folder: Path, seconds: float) -> None:
    """One program for all lines."""
    options = options_for(
        folder / "profile",
        running.base_url,
        key=Secret(DEFAULT_KEY),
        keychain=False,
    )
    program = await Program.open(options)
    try:
        await program.session.start()
        await measured(Watched(program, running.service, folder), seconds)
    finally:
        await program.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10.0)
    arguments = parser.parse_args()
    print(f"`python tests/benchmarks/limit_accuracy.py --seconds {arguments.seconds:g}`\n")
    with (
        tempfile.TemporaryDirectory(prefix="limit-accuracy-", dir=memory_folder()) as place,
        simulator(Service(limits=False)) as running,
    ):
        asyncio.run(run(running, Path(place), arguments.seconds))


if __name__ == "__main__":
    main()

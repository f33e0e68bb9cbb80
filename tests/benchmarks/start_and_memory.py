"""From the start of the process to the first painted window, and the memory of the window.

    python tests/benchmarks/start_and_memory.py [--rounds 9] [--rows 100000]

Files are in the page cache (warm start). Memory is what the process holds alone (USS) and its resident size
(RSS), with the sample account listed, five seconds after the last work; then with the queue full of waiting
downloads and the transfers list scrolled through once. The simulator is a process of its own.
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from window_run import answer, run_window, stage

if TYPE_CHECKING:
    from fichier_gui.ui.shell import Shell

MEBIBYTE = 1 << 20


def memory() -> dict[str, float]:
    """This process, in MiB."""
    import gc

    import psutil

    gc.collect()
    info = psutil.Process().memory_full_info()
    return {"uss": info.uss / MEBIBYTE, "rss": info.rss / MEBIBYTE}


def start(given: dict[str, object]) -> int:
    """Seconds from the start of the process until the window has painted itself."""
    from fichier_gui.ui.views.main_window import MainWindow

    painted: list[float] = []
    wait = MainWindow.first_paint

    async def first_paint(window: MainWindow) -> None:
        await wait(window)
        painted.append(time.monotonic())

    MainWindow.first_paint = first_paint

    async def during(shell: "Shell") -> int:
        return answer(painted=painted[0] - float(str(given["started"])), opened=time.monotonic() - painted[0])

    return run_window(str(given["url"]), Path.cwd() / "start", during)


def hold(given: dict[str, object]) -> int:
    """Memory of the idle window, then with a full queue."""

    async def during(shell: "Shell") -> int:
        await asyncio.sleep(5)  # start-up work is over
        idle = memory()
        await fill(shell, int(str(given["rows"])))
        took = await scroll(shell)
        await asyncio.sleep(5)  # and so is that of the rows
        return answer(idle=idle, full=memory(), scrolled=took)

    return run_window(str(given["url"]), Path.cwd() / "hold", during)


async def fill(shell: "Shell", rows: int) -> None:
    """Downloads that wait; none of them starts."""
    from fichier_gui.app.views import DownloadPlan, PlannedDownload
    from fichier_gui.domain.ids import FileUrl

    await shell.seam.call(lambda core: core.transfers.pause_all())
    folder = Path.cwd() / "downloads"
    files = tuple(
        PlannedDownload(
            FileUrl(f"https://1fichier.com/?row{n:017d}"), f"file {n}.bin", 1_000_000 + n, str(folder)
        )
        for n in range(rows)
    )
    await shell.seam.call(lambda core: core.transfers.start_download(DownloadPlan(folder, files)))
    while shell.seam.program.transfers.summary().counts.total < rows:
        await asyncio.sleep(0.05)


async def scroll(shell: "Shell") -> float:
    """Show the list from top to end in fifty steps; seconds for all of them."""
    view, model = shell.window.transfers.view, shell.window.transfers.model
    while model.rowCount() == 0:
        await asyncio.sleep(0.05)
    for batch in model.batches_shown():
        model.fold(batch, True)
    while model.rowCount() <= 1:
        await asyncio.sleep(0.05)
    began = time.monotonic()
    bar = view.verticalScrollBar()
    for step in range(51):
        bar.setValue(bar.maximum() * step // 50)
        await asyncio.sleep(0.02)
    return time.monotonic() - began


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        return {"start": start, "hold": hold}[arguments.part[0]](json.loads(arguments.part[1]))
    with stage() as running:
        starts = [running.run(__file__, "start", started=time.monotonic()) for _ in range(arguments.rounds)]
        held = running.run(__file__, "hold", rows=arguments.rows)
    painted = [got["painted"] for got in starts[1:]]
    print("`python tests/benchmarks/start_and_memory.py`\n")
    print("| the window | measured |")
    print("|---|---|")
    print(
        f"| start to first painted window, median of {len(painted)} | {statistics.median(painted):.2f} s "
        f"({min(painted):.2f} to {max(painted):.2f}) |"
    )
    for name, figures in (("idle", held["idle"]), (f"with {arguments.rows:,} queued rows", held["full"])):
        print(f"| memory {name} | {figures['uss']:.0f} MiB of its own, {figures['rss']:.0f} MiB resident |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

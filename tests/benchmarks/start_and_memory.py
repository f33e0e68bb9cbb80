"""From the start of the process to the first painted window, the memory of the window, and what it uses idle.

    python tests/benchmarks/start_and_memory.py [--rounds 9] [--rows 100000] [--idle 60]

Files are in the page cache (warm start). Memory is what the process holds alone (USS) and its resident size
(RSS), with the sample account listed, five seconds after the last work; then with the queue full of waiting
downloads and the transfers list scrolled through once. The simulator is a process of its own.

On Linux other programs are started on the same display and watched from outside by the same means: a bare
PySide6 window and, where they are installed, rclone-browser, transmission-qt and filezilla (Debian packages).
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from window_run import Stage, answer, run_window, stage

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

    began = float(str(given["started"]))
    seen: dict[str, float] = {}
    wait = MainWindow.first_paint

    async def first_paint(window: MainWindow) -> None:
        await wait(window)
        seen.update(painted=time.monotonic() - began, used=time.process_time())

    MainWindow.first_paint = first_paint

    async def during(shell: "Shell") -> int:
        return answer(opened=time.monotonic() - began, **seen)

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


def hide(given: dict[str, object]) -> int:
    """Per cent of one processor that the hidden window uses, its account read before."""
    seconds = float(str(given["idle"]))

    async def during(shell: "Shell") -> int:
        await asyncio.sleep(seconds)
        shell.window.hide()
        await asyncio.sleep(5)
        used = time.process_time()
        await asyncio.sleep(seconds)
        return answer(percent=(time.process_time() - used) / seconds * 100)

    return run_window(str(given["url"]), Path.cwd() / "hide", during)


async def fill(shell: "Shell", rows: int) -> None:
    """Downloads that wait; none of them starts."""
    await shell.seam.call(lambda core: core.transfers.pause_all())
    await queued(shell, rows)


async def queued(shell: "Shell", rows: int, size: int = 1_000_000) -> None:
    """So many downloads more in the queue, each of ``size`` bytes and a few."""
    from fichier_gui.app.views import DownloadPlan, PlannedDownload
    from fichier_gui.domain.ids import FileUrl

    folder = Path.cwd() / "downloads"
    files = tuple(
        PlannedDownload(FileUrl(f"https://1fichier.com/?row{n:017d}"), f"file {n}.bin", size + n, str(folder))
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
    parser.add_argument("--idle", type=float, default=60, help="seconds")
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        parts = {"start": start, "hold": hold, "hide": hide}
        return parts[arguments.part[0]](json.loads(arguments.part[1]))
    with stage() as running:
        starts = [running.run(__file__, "start", started=time.monotonic()) for _ in range(arguments.rounds)]
        held = running.run(__file__, "hold", rows=arguments.rows)
        hidden = running.run(__file__, "hide", idle=arguments.idle)
        print("`python tests/benchmarks/start_and_memory.py`\n")
        print("| the window | measured |")
        print("|---|---|")
        report_starts(starts[1:])
        for name, figures in (("idle", held["idle"]), (f"with {arguments.rows:,} queued rows", held["full"])):
            print(
                f"| memory {name} | {figures['uss']:.0f} MiB of its own, {figures['rss']:.0f} MiB resident |"
            )
        print(f"| processor, hidden in the tray | {hidden['percent']:.2f} % of one |")
        if sys.platform == "linux":
            report_beside(running, arguments.rounds, arguments.idle)
    return 0


def report_starts(starts: list[dict[str, float]]) -> None:
    """As the program itself saw them."""
    for key, name in (
        ("painted", "start to first painted window"),
        ("used", "processor time until then"),
        ("opened", "start to the account behind the window"),
    ):
        seconds = [got[key] for got in starts]
        print(
            f"| {name}, median of {len(seconds)} | {statistics.median(seconds):.2f} s "
            f"({min(seconds):.2f} to {max(seconds):.2f}) |"
        )


def report_beside(running: Stage, rounds: int, idle: float) -> None:
    """As seen from outside, beside other programs."""
    import neighbours

    figures, missing = neighbours.compare(running, rounds, idle)
    print("\nFrom outside; idle is per cent of one processor, and wake-ups a second:\n")
    print(neighbours.HEAD)
    for each in figures:
        print(each.row())
    if missing:
        print(f"\nNot installed: {', '.join(missing)}")


if __name__ == "__main__":
    sys.exit(main())

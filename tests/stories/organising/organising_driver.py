"""The program that is killed: the whole core on a profile, without a window.

    python organising_driver.py PROFILE BASE_URL SINCE ITEMS (ask | go-on) [LINE WHERE]

``ask`` reads the account, waits for a line on standard input and asks for everything; ``go-on`` goes on with
what the profile holds. When every edit is over it prints what the program believes, and ends. With LINE it
kills itself as it adds that line to its list of edits (before, half way or after), or to that of what is
deleted (entry).
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from pathlib import Path

from support.hasty_clock import HastyClock
from support.many_edits import ManyEdits
from support.organising_world import known_tree, opened

from fichier_gui.app.container import Program
from fichier_gui.app.organising.ledger import Line, LineFile
from fichier_gui.app.organising.organising import Organising
from fichier_gui.domain.events import EditChanged, Event


class StrikingFile:
    """Kills its own process at one of the lines that follow."""

    def __init__(self, file: LineFile, path: Path, line: int, where: str) -> None:
        self._file = file
        self._path = path
        self._left = line
        self._where = where
        self.load = file.load
        self.replace = file.replace

    def add(self, lines: list[Line]) -> None:
        self._left -= 1
        if self._left:
            self._file.add(lines)
            return
        if self._where == "half way":
            data = "".join(json.dumps(line) + "\n" for line in lines).encode()
            with self._path.open("ab") as file:
                file.write(data[: len(data) // 2])
        elif self._where == "after":
            self._file.add(lines)
        say("STRUCK")
        os.kill(os.getpid(), signal.SIGKILL)
        threading.Event().wait()


def say(*words: object) -> None:
    """One line at once, whatever happens next."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


async def ask(program: Program, items: int) -> None:
    edits = ManyEdits(items)
    found = await edits.look(program)
    say("LOOKED")
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    await edits.ask(program, found)


def on_event(event: Event) -> None:
    if isinstance(event, EditChanged) and event.report.is_over:
        for item, error in event.report.failures:
            say("FAILED", error.code, item.name)


def strike_at(organising: Organising, state: Path, line: int, where: str) -> None:
    deleted, ledger = organising.deleted, organising._ledger
    if where == "entry":
        deleted._file = StrikingFile(deleted._file, state / "deleted.jsonl", line, "after")
    else:
        ledger._file = StrikingFile(ledger._file, state / "edits.jsonl", line, where)


async def drive(profile: Path, url: str, since: float, items: int, way: str, strike: list[str]) -> None:
    async with opened(url, profile, clock=HastyClock(since)) as program:
        program.bus.subscribe(on_event)
        if way == "ask":
            await ask(program, items)
        organising = await program.organising()
        if strike:
            strike_at(organising, program.options.profile.state, int(strike[0]), strike[1])
        say("READY")
        # The list goes when everything is over and told.
        while (program.options.profile.state / "edits.jsonl").exists():
            await asyncio.sleep(0.01)
        assert not organising.unfinished
        say("OVER")
        deleted = [entry.name for entry in await organising.deleted.entries() if entry.url]
        tree = await known_tree(program)
        say("TREE", json.dumps([[*key, count] for key, count in tree.items()]))
        say("DELETED", json.dumps(deleted))


def main() -> None:
    profile, url, since, items, way, *strike = sys.argv[1:]
    asyncio.run(drive(Path(profile), url, float(since), int(items), way, strike))


if __name__ == "__main__":
    main()

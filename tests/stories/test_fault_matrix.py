"""Every fault the simulator knows in every phase of a transfer: state, wait and sentence of each, as a table.

    pytest -s tests/stories/test_fault_matrix.py

Each cell is a queue of its own with a simulated service of its own. "Once": the fault strikes one call;
"always": every call, until the row has come to rest or has been put off three times. Waits pass at once.
Where a fault means nothing at its end point (one bit of a body that has no such byte), the row is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from support.simulator import ServerOptions, ThreadedSimulator, quiet_switches, simulator

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "transfers"))

from service_bench import ServiceBench

from fichier_gui.api import dialing
from fichier_gui.api.streams import PlainStream
from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import NewTransfer, State, Transfer, Verification
from fichier_gui.simulator.content import read_all
from fichier_gui.simulator.faults import ACTIONS, Fault
from fichier_gui.simulator.switches import Switches
from fichier_gui.ui.wording import error_words

pytestmark = pytest.mark.story

TIMEOUT = 0.6
"""Seconds without a byte, of the client."""
STALL = 1.2
CELL_SECONDS = 30.0
AT_ONCE = 8
DATA = bytes(range(256)) * 4_000  # 1 MB
HALF = len(DATA) // 2
AHEAD = 32 * 1024
"""Bytes that either machine's system takes in ahead: with its own choice, all of a body is gone before half
of it was read, and nothing happens half way."""
REST = frozenset({State.DONE, State.FAILED, State.NEEDS_ANSWER, State.PAUSED})
PUT_OFF = 3

FAULTS = {
    "answer 503": Fault("", "answer", status=503, body="busy", content_type="text/html"),
    "answer 500": Fault("", "answer", status=500, body="oops", content_type="text/html"),
    "answer 429": Fault("", "answer", status=429, body="slow down", content_type="text/html"),
    "answer 404": Fault("", "answer", status=404, body="gone", content_type="text/html"),
    "answer {}": Fault("", "answer", body="{}"),
    "answer KO": Fault("", "answer", status=403, body='{"status": "KO", "message": "Something new #7"}'),
    "html": Fault("", "html"),
    "flood": Fault("", "flood"),
    "lock": Fault("", "lock", seconds=0.05),
    "maintenance": Fault("", "maintenance"),
    "cut": Fault("", "cut"),
    "cut half way": Fault("", "cut", after=HALF),
    "cut at the end": Fault("", "cut", after=len(DATA)),
    "stall": Fault("", "stall", seconds=STALL),
    "stall half way": Fault("", "stall", after=HALF, seconds=STALL),
    "slow": Fault("", "slow", rate=8_000_000),
    "delay": Fault("", "delay", seconds=STALL),
    "wrong-length": Fault("", "wrong-length", delta=100),
    "no-range": Fault("", "no-range"),
    "changed": Fault("", "changed"),
    "bit-flip": Fault("", "bit-flip", at=HALF + 1000),
    "token-dead": Fault("", "token-dead"),
    "pending": Fault("", "pending", times=4),
    "no-links": Fault("", "no-links"),
    "two-links": Fault("", "two-links"),
}
LOST_ANSWER = Fault("upload.cgi", "answer", status=500, body="oops", content_type="text/html", done=True)


@dataclass(frozen=True)
class Phase:
    """Where a fault strikes, and what has to go wrong before, so that the program comes there."""

    name: str
    endpoint: str
    is_upload: bool
    before: tuple[Fault, ...] = ()
    first: int = 1


PHASES = (
    Phase("node", "upload/get_upload_server", True),
    Phase("upload body", "upload.cgi", True),
    Phase("report", "end.pl", True),
    Phase("claim by listing", "folder/ls", True, (LOST_ANSWER, Fault("end.pl", "no-links", calls="*"))),
    Phase("token", "download/get_token", False),
    Phase("direct link", "download", False),
    Phase("range", "download", False, (Fault("download", "cut", after=HALF),), first=2),
)


@dataclass
class Told:
    """What the program said on its way: waits in seconds, and errors."""

    waits: list[tuple[float, AppError]] = field(default_factory=list)

    @property
    def last(self) -> tuple[float, AppError] | None:
        return self.waits[-1] if self.waits else None


class CellBench(ServiceBench):
    """The queue with the real client before the simulated service; every wait passes at once."""

    timeout = TIMEOUT

    def __init__(self, folder: Path, running: ThreadedSimulator) -> None:
        super().__init__(folder, running)
        self.client_clock = self.clock
        self.told = Told()

    async def open(self) -> None:
        await super().open()
        plain = self.journal.change

        def change(transfer_id: TransferId, before: State, changes: Changes) -> Future[bool]:
            error, until = changes.get("error"), changes.get("retry_at")
            if error is not None and until is not None:
                self.paused(until, error)
            return plain(transfer_id, before, changes)

        self.journal.change = change  # type: ignore[method-assign]

    def paused(self, until: float, error: AppError) -> None:
        self.told.waits.append((until - self.clock.time(), error))

    def new(self, is_upload: bool) -> NewTransfer:
        return self.sent("a.bin", DATA) if is_upload else self.fetched("a.bin", DATA)

    def stored(self) -> list[bytes]:
        return [read_all(file.content) for file in self.running.service.files_at("/Up")]


@dataclass
class Cell:
    """One run and how it ended."""

    phase: Phase
    fault: str
    always: bool
    hits: int = 0
    row: Transfer | None = None
    told: Told = field(default_factory=Told)
    wrong: str = ""

    @property
    def line(self) -> str:
        state = self.row.state.value if self.row else "-"
        wait, sentence = "-", "-"
        error = self.row.error if self.row else None
        if self.told.last is not None and (self.always or error is None):
            wait = f"{self.told.last[0]:.0f} s"
            error = error or self.told.last[1]
        if error is not None:
            sentence = error_words(error).happened
        often = "always" if self.always else "once"
        return f"| {self.phase.name} | {self.fault} | {often} | {self.hits} | {state} | {wait} | {sentence} |"


def _planned(cell: Cell) -> Fault:
    first = cell.phase.first
    calls = f"{first}-" if cell.always else f"{first}"
    return replace(FAULTS[cell.fault], endpoint=cell.phase.endpoint, calls=calls)


async def _ended(bench: CellBench, cell: Cell) -> None:
    """Until the row rests, or has been put off often enough."""
    async with asyncio.timeout(CELL_SECONDS):
        while True:
            row = cell.row = await bench.only()
            if row.state in REST or (cell.always and len(bench.told.waits) >= PUT_OFF):
                return
            await asyncio.sleep(0.01)


def _fault_of(bench: CellBench, cell: Cell) -> str:
    """What is not as it must be, or nothing."""
    row = cell.row
    assert row is not None
    said = [error for _, error in bench.told.waits]
    said += [row.error] if row.error is not None else []
    if any(error.code == "Unexpected" for error in said):
        return f"a traceback: {said}"
    if any(not error_words(error).happened for error in said):
        return f"no words: {said}"
    if row.state is State.DONE:
        return _wrong_success(bench, cell, row)
    if not cell.always and row.state not in (State.FAILED, State.NEEDS_ANSWER):
        return f"it rests as {row.state}"
    if row.state in (State.FAILED, State.NEEDS_ANSWER) and row.error is None:
        return "it failed without a word"
    if any(path.name == "a.bin" for path in bench.target.iterdir()):
        return "a file has its final name and is not done"
    return "" if said else "it is not done, and nothing was said"


def _wrong_success(bench: CellBench, cell: Cell, row: Transfer) -> str:
    if row.verification is not Verification.VERIFIED:
        return f"done, but {row.verification}"
    if row.error is not None:
        return f"done with an error: {row.error!r}"
    if cell.phase.is_upload:
        return "" if bench.stored() == [DATA] else f"{len(bench.stored())} files stored"
    found = {path.name: path.read_bytes() for path in bench.target.iterdir()}
    return "" if found == {"a.bin": DATA} else f"wrong files: {sorted(found)}"


async def _run(cell: Cell, folder: Path) -> None:
    with contextlib.ExitStack() as stack:
        options = ServerOptions(takes_ahead=AHEAD)
        opened = simulator(limits=False, switches=quiet_switches(), seed=1, options=options)
        running = await asyncio.to_thread(stack.enter_context, opened)
        bench = CellBench(folder, running)
        await bench.open()
        try:
            running.faults.add(*cell.phase.before, _planned(cell))
            await bench.queue.add([bench.new(cell.phase.is_upload)])
            await _ended(bench, cell)
            cell.wrong = _fault_of(bench, cell)
        except TimeoutError:
            cell.wrong = f"hangs as {cell.row and cell.row.state}: {cell.row and cell.row.error!r}"
        finally:
            cell.told = bench.told
            cell.hits = running.faults.hits(FAULTS[cell.fault].action)
            try:
                await bench.close()
            except AssertionError as error:
                cell.wrong = f"a traceback: {error}"
            await asyncio.to_thread(stack.close)


def _cells() -> Iterator[Cell]:
    for phase in PHASES:
        for fault in FAULTS:
            yield Cell(phase, fault, False)
            yield Cell(phase, fault, True)


def _small_stream(connected: socket.socket) -> PlainStream:
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, AHEAD)
    return PlainStream(connected)


@pytest.mark.timeout(400)
async def test_every_fault_in_every_phase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialing, "PlainStream", _small_stream)
    assert {fault.action for fault in FAULTS.values()} == ACTIONS
    cells = list(_cells())
    free = asyncio.Semaphore(AT_ONCE)

    async def run(number: int, cell: Cell) -> None:
        async with free:
            await _run(cell, tmp_path / str(number))

    for number in range(len(cells)):
        (tmp_path / str(number)).mkdir()
    async with asyncio.TaskGroup() as tasks:
        for number, cell in enumerate(cells):
            tasks.create_task(run(number, cell))
    print("\n| phase | fault | calls | hits | state | wait | sentence |\n|---|---|---|---:|---|---:|---|")
    for cell in cells:
        print(cell.line)
    reached = [cell for cell in cells if cell.hits]
    print(f"\n{len(cells)} cells, {len(reached)} of them with a fault that was reached")
    assert [f"{cell.line} {cell.wrong}" for cell in cells if cell.wrong] == []
    half_way = [cell for cell in cells if cell.phase.name == "upload body" and "half way" in cell.fault]
    assert all(cell.told.waits for cell in half_way), "all of the body had left before half of it was read"
    for phase in PHASES:
        assert any(cell.hits and cell.phase is phase for cell in cells), f"nothing struck {phase.name}"


def _other_answers() -> list[tuple[str, object]]:
    """Every switch that has words or yes and no, with each answer that is not its default."""
    hints, plain = get_type_hints(Switches), Switches()
    found: list[tuple[str, object]] = []
    for name, hint in hints.items():
        answers = (True, False) if hint is bool else get_args(hint) if get_origin(hint) is Literal else ()
        if name == "hash_uploads":  # for benchmarks, no question about the service
            continue
        found += [(name, answer) for answer in answers if answer != getattr(plain, name)]
    return found


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("name", "answer"), _other_answers())
async def test_every_answer_to_an_open_question(tmp_path: Path, name: str, answer: object) -> None:
    switches = quiet_switches()
    setattr(switches, name, answer)
    with simulator(limits=False, switches=switches, seed=1) as running:
        bench = CellBench(tmp_path, running)
        await bench.open()
        # Cut half way: a link that can be used once only is asked for again.
        running.faults.add(Fault("download", "cut", after=HALF))
        await bench.queue.add([bench.new(True), bench.new(False)])
        rows = await bench.until(lambda rows: all(row.state in REST for row in rows))
        stored = bench.stored()
        await bench.close()
    print(f"{name}={answer}: {', '.join(f'{row.direction} {row.state}' for row in rows)}")
    assert [row.state for row in rows] == [State.DONE, State.DONE], [row.error for row in rows]
    assert stored == [DATA]
    assert (bench.target / "a.bin").read_bytes() == DATA
    assert {row.verification for row in rows} == {Verification.VERIFIED}

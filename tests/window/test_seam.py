"""Between two threads: calls, cancellation, events, progress, the end."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from support.fake_seam import transfer
from support.waiting import until

from fichier_gui.app.bus import Bus
from fichier_gui.domain import errors
from fichier_gui.domain.events import Event, NetworkFound, TransferChanged
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Progress, QueueCounts, QueueSummary, State
from fichier_gui.ui.seam import Seam, SeamClosed


@dataclass
class Moving:
    """The any-thread members of the queue."""

    counts: QueueCounts = field(default_factory=QueueCounts)
    moved: tuple[Progress, ...] = ()

    def take_progress(self) -> dict[TransferId, Progress]:
        return {progress.id: progress for progress in self.moved}

    def summary(self) -> QueueSummary:
        return QueueSummary(self.counts)


class Core:
    """A program with nothing in it."""

    def __init__(self) -> None:
        self.bus = Bus()
        self.transfers = Moving()
        self.is_closed = False
        self.cancelled: list[str] = []

    async def close(self) -> None:
        await asyncio.sleep(0)
        self.is_closed = True

    async def thread(self) -> str:
        return threading.current_thread().name

    async def fail(self) -> None:
        raise errors.NotFound(path="/x")

    async def hang(self) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cancelled.append(threading.current_thread().name)
            raise


Play = Callable[[Seam, Core], Awaitable[None]]


async def with_seam(play: Play) -> Core:
    core = Core()

    async def opened(_options: Any) -> Any:
        return core

    seam = Seam(None, opened)
    await seam.start()
    try:
        await play(seam, core)
    finally:
        await seam.close()
        seam.deleteLater()
    return core


async def test_calls_run_in_the_core_s_thread(qtbot: QtBot) -> None:
    async def play(seam: Seam, _core: Core) -> None:
        assert await seam.call(lambda core: core.thread()) == "core"
        assert threading.current_thread() is threading.main_thread()

    core = await with_seam(play)
    assert core.is_closed


async def test_errors_come_back_as_they_are(qtbot: QtBot) -> None:
    async def play(seam: Seam, _core: Core) -> None:
        with pytest.raises(errors.NotFound) as raised:
            await seam.call(lambda core: core.fail())
        assert raised.value.facts == {"path": "/x"}

    await with_seam(play)


async def test_cancelling_here_cancels_there(qtbot: QtBot) -> None:
    async def play(seam: Seam, core: Core) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await seam.call(lambda program: program.hang())
        await until(lambda: core.cancelled == ["core"])

    await with_seam(play)


async def test_a_call_waits_for_the_core_to_open(qtbot: QtBot) -> None:
    core, go = Core(), threading.Event()

    async def opened(_options: Any) -> Any:
        await asyncio.to_thread(go.wait)
        return core

    seam = Seam(None, opened)
    async with asyncio.TaskGroup() as group:
        starting = group.create_task(seam.start())
        calling = group.create_task(seam.call(lambda program: program.thread()))
        await asyncio.sleep(0)
        assert not calling.done()
        go.set()
    assert starting.done()
    assert calling.result() == "core"
    await seam.close()


async def test_what_prevents_opening_is_told(qtbot: QtBot) -> None:
    async def opened(_options: Any) -> Any:
        raise errors.ProfileInUse(path="/profile")

    seam = Seam(None, opened)
    with pytest.raises(errors.ProfileInUse):
        await seam.start()
    assert not seam.is_open
    await seam.close()


async def test_a_bug_while_opening_is_no_silent_death(qtbot: QtBot) -> None:
    async def opened(_options: Any) -> Any:
        raise ZeroDivisionError

    seam = Seam(None, opened)
    with pytest.raises(errors.Unexpected):
        await seam.start()
    await seam.close()


async def test_events_arrive_in_order_and_in_this_thread(qtbot: QtBot) -> None:
    got: list[Event] = []
    threads: list[bool] = []

    async def play(seam: Seam, core: Core) -> None:
        def listen(event: Event) -> None:
            got.append(event)
            threads.append(threading.current_thread() is threading.main_thread())

        seam.happened.connect(listen)

        async def emit() -> None:
            for number in range(50):
                core.bus.emit(TransferChanged(transfer(number)))
            core.bus.emit(NetworkFound())

        await seam.call(lambda _program: emit())
        await until(lambda: len(got) == 51)

    await with_seam(play)
    assert [event.transfer.id for event in got[:50] if isinstance(event, TransferChanged)] == list(range(50))
    assert got[50] == NetworkFound()
    assert all(threads)


async def test_one_that_is_made_beside_it_hears_nothing_until_it_takes_its_place(qtbot: QtBot) -> None:
    heard: dict[str, list[Event]] = {"before": [], "after": []}

    async def play(seam: Seam, core: Core) -> None:
        async def emit(event: Event) -> None:
            core.bus.emit(event)

        first = TransferChanged(transfer(1))
        core.transfers.counts = QueueCounts(waiting=3)
        another = await seam.again()
        try:
            seam.happened.connect(heard["before"].append)
            another.happened.connect(heard["after"].append)
            await seam.call(lambda _program: emit(first))
            await until(lambda: heard["before"])
            assert another.summary == QueueSummary(QueueCounts())

            another.inherit(seam)
            seam.hush()
            assert another.summary.counts.waiting == 3
            await another.call(lambda _program: emit(NetworkFound()))
            await until(lambda: heard["after"])
            assert heard == {"before": [first], "after": [NetworkFound()]}
        finally:
            await seam.close()
            assert not core.is_closed
            await another.close()
            another.deleteLater()

    core = await with_seam(play)
    assert core.is_closed


async def test_progress_is_pulled_while_something_moves_and_not_after(qtbot: QtBot) -> None:
    pulls: list[int] = []

    async def play(seam: Seam, core: Core) -> None:
        seam.progressed.connect(lambda moved: pulls.append(len(moved)))
        assert not seam._timer.isActive()
        core.transfers.counts = QueueCounts(active=1)
        core.transfers.moved = (Progress(TransferId(1), BatchId(1), State.MOVING, 5, 10, 1.0, 5.0),)
        core.bus.emit(TransferChanged(replace(transfer(1), state=State.MOVING)))
        await until(lambda: len(pulls) >= 3)
        assert seam.summary.counts.active == 1
        core.transfers.counts, core.transfers.moved = QueueCounts(done=1), ()
        await until(lambda: not seam._timer.isActive())
        assert seam.summary.counts.done == 1

    await with_seam(play)


async def test_closing_ends_calls_under_way_and_refuses_new_ones(qtbot: QtBot) -> None:
    seams: list[Seam] = []

    async def play(seam: Seam, core: Core) -> None:
        seams.append(seam)
        async with asyncio.TaskGroup() as group:
            hanging = group.create_task(seam.call(lambda program: program.hang()))
            await asyncio.sleep(0.05)
            await seam.close()
            await asyncio.wait([hanging])
        assert hanging.cancelled()
        with pytest.raises(SeamClosed):
            await seam.call(lambda program: program.thread())
        assert core.cancelled == ["core"]

    core = await with_seam(play)
    assert core.is_closed
    assert not seams[0]._thread.is_alive()

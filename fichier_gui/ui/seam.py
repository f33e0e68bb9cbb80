"""The one seam between the window's thread and the core's.

Calls go down as awaitables, events come up as frozen values through one queued signal, and progress is pulled
on a timer while something moves. Nothing else crosses.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from fichier_gui.domain.errors import AppError, Unexpected
from fichier_gui.domain.events import (
    CreditsAnswered,
    CreditsAsked,
    Event,
    KeyWasRefused,
    LimitsChanged,
    NetworkFound,
    NetworkLost,
    QueueReordered,
    ScanningChanged,
    ServicePaused,
    ServiceResumed,
    SignedIn,
    SignedOut,
    TransferChanged,
    TransferHalted,
    TransfersAdded,
)
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.ui.core_thread import CoreThread

if TYPE_CHECKING:
    from fichier_gui.app.container import Program, ProgramOptions

logger = logging.getLogger(__name__)

T = TypeVar("T")

OpenProgram = Callable[["ProgramOptions"], Awaitable["Program"]]

PULLS_A_SECOND: Final = 12
_SUMMARY_EVERY: Final = 6
"""Pulls between two summaries of a running queue: twice a second is as fast as figures can be read."""
_CLOSE_LIMIT: Final = 15.0
_QUEUE_EVENTS: Final = (
    TransfersAdded,
    TransferChanged,
    TransferHalted,
    QueueReordered,
    ServicePaused,
    ServiceResumed,
    LimitsChanged,
    ScanningChanged,
)
_STANDING: Final = (
    (SignedIn, SignedOut, KeyWasRefused),
    (ServicePaused, ServiceResumed),
    (NetworkLost, NetworkFound),
    (CreditsAsked, CreditsAnswered),
)
"""Events that hold until another one of their kind comes."""


async def open_program(options: ProgramOptions) -> Program:
    """Open the program; imported here, in the core's thread, so that the window is painted before."""
    from fichier_gui.app.container import Program

    return await Program.open(options)


class SeamClosed(RuntimeError):
    """A call was made after the core had ended."""


class Seam(QObject):
    """One program in the core's thread. Made and used in the GUI thread only."""

    happened = Signal(object)
    """Every ``domain.events.Event``, in order."""
    progressed = Signal(object)
    """``Mapping[TransferId, Progress]``: what moved since the last pull."""
    summarised = Signal(object)
    """``QueueSummary``: after every change of the queue and twice a second while something moves."""

    _arrived = Signal(object)

    def __init__(
        self,
        options: ProgramOptions,
        open_program: OpenProgram = open_program,
        thread: CoreThread | None = None,
    ) -> None:
        super().__init__()
        self.options = options
        self.summary = QueueSummary(QueueCounts())
        self._open_program = open_program
        self._program: Program | None = None
        self._core: asyncio.AbstractEventLoop | None = None
        self._leave: asyncio.Event | None = None
        self._thread = CoreThread() if thread is None else thread
        self._ready: Future[Program] = Future()
        self._ended: Future[None] | None = None
        self._calls: set[Future[Any]] = set()
        self._standing: dict[int, Event] = {}
        self._ends_program = True
        self._is_closing = False
        self._is_hushed = False
        self._pulls = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // PULLS_A_SECOND)
        self._timer.timeout.connect(self.on_timer_timeout)
        self._summary_timer = QTimer(self)
        self._summary_timer.setSingleShot(True)
        self._summary_timer.setInterval(50)
        self._summary_timer.timeout.connect(self._summarise)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def program(self) -> Program:
        """For the members that any thread may use: ``take_progress``, ``summary``, ``budget``, ``state``.
        What ``app.occasional`` makes on demand is not among them: :meth:`call` asks for it.

        Raises :class:`SeamClosed` before ``start`` has returned.
        """
        if self._program is None:
            raise SeamClosed("The core is not open")
        return self._program

    @property
    def is_idle(self) -> bool:
        """No call is under way."""
        return not self._calls

    @property
    def is_open(self) -> bool:
        """Whether :attr:`program` can be used."""
        return self._program is not None and not self._is_closing

    def is_leaf(self, folder_id: FolderId) -> bool:
        """A folder is known to hold no others. Asked for each row that is drawn, so it waits for nothing."""
        return self.is_open and self.program.browse.is_leaf(folder_id)

    def beside(self, account: str) -> Seam:
        """One for another account of this profile, in the same thread: it is opened beside this one."""
        profile = self.program.profile
        return Seam(profile.options_of(account), lambda _: profile.open_account(account), self._thread)

    async def again(self) -> Seam:
        """Another one of the same program, for another window. Until it is to :meth:`inherit` it tells
        nothing of the program, and does not end it."""
        program = self.program

        async def opened(_options: ProgramOptions) -> Program:
            return program

        seam = Seam(self.options, opened, self._thread)
        seam._ends_program, seam._is_hushed = False, True
        try:
            await seam.start()
        except BaseException:
            await seam.close()
            raise
        return seam

    def inherit(self, before: Seam) -> None:
        """Be the one that tells of the program and ends it, in place of the one that this was made from."""
        self._standing = dict(before._standing)
        self._ends_program, before._ends_program = True, False
        self._is_hushed = False
        self._summarise()

    def repeat_standing(self) -> None:
        """Tell again what holds: there are new listeners."""
        for event in tuple(self._standing.values()):
            self.happened.emit(event)

    async def start(self) -> None:
        """Open the program in the core's thread. Raises what opening raises."""
        self._ended = self._thread.run(self._core_main)
        self._program = await asyncio.wrap_future(self._ready)
        self._summarise()

    async def call(self, function: Callable[[Program], Awaitable[T]]) -> T:
        """Run ``function(program)`` on the core's loop; cancelling this cancels it there.

        Waits for the program when it is still opening. Raises what ``function`` raises, and
        :class:`SeamClosed` once the seam closes.
        """
        if self._is_closing:
            raise SeamClosed("The core has ended")
        program = self._program
        if program is None:
            program = await asyncio.wrap_future(_shielded(self._ready))
        if self._core is None or self._is_closing:
            raise SeamClosed("The core has ended")
        future = self._submit(program, function)
        try:
            return await asyncio.wrap_future(future)
        finally:
            self._calls.discard(future)

    def begin(self, function: Callable[[Program], Awaitable[T]]) -> Future[T]:
        """The same for who cannot await: the core's own future. Raises :class:`SeamClosed`."""
        if not self.is_open:
            raise SeamClosed("The core is not open")
        future = self._submit(self.program, function)
        # In the core's thread: a set's own methods are whole.
        future.add_done_callback(self._calls.discard)
        return future

    def _submit(self, program: Program, function: Callable[[Program], Awaitable[T]]) -> Future[T]:
        assert self._core is not None

        async def run() -> T:
            return await function(program)

        future = asyncio.run_coroutine_threadsafe(run(), self._core)
        self._calls.add(future)
        return future

    def hush(self) -> None:
        """Tell nothing any more: those who would listen are about to end."""
        self._is_hushed = True
        self._timer.stop()
        self._summary_timer.stop()

    async def close(self) -> None:
        """End the calls, close the program, end the thread. Waits, with a limit, for all of it."""
        if self._is_closing:
            return
        self._is_closing = True
        self.hush()
        for call in tuple(self._calls):
            call.cancel()
        if self._ended is None or self._ended.done():
            return
        if self._core is not None and self._leave is not None:
            with contextlib.suppress(RuntimeError):  # its loop has just ended by itself
                self._core.call_soon_threadsafe(self._leave.set)
        try:
            async with asyncio.timeout(_CLOSE_LIMIT):
                await asyncio.wrap_future(_shielded(self._ended))
        except TimeoutError:
            logger.error("The core did not end within %s s", _CLOSE_LIMIT)
        else:
            self._thread.join()

    def on_timer_timeout(self) -> None:
        """Pull what moved; stop when nothing runs any more."""
        if not self.is_open:
            return
        transfers = self.program.transfers
        moved = transfers.take_progress()
        if moved:
            self.progressed.emit(moved)
        self._pulls += 1
        if self._pulls % _SUMMARY_EVERY == 0 or not moved:
            self._summarise()
        if not self.summary.counts.active and not moved:
            self._timer.stop()

    @Slot(object)
    def _on_arrived(self, event: Event) -> None:
        if self._is_hushed:
            return
        if isinstance(event, _QUEUE_EVENTS):
            if not self._summary_timer.isActive():
                self._summary_timer.start()
            if not self._timer.isActive():
                self._timer.start()
        for kind, events in enumerate(_STANDING):
            if isinstance(event, events):
                self._standing[kind] = event
        self.happened.emit(event)

    def _summarise(self) -> None:
        if not self.is_open or self._is_hushed:
            return
        summary = self.program.transfers.summary()
        if summary.counts.active and not self._timer.isActive():
            self._timer.start()
        if summary != self.summary:
            self.summary = summary
            self.summarised.emit(summary)

    async def _core_main(self) -> None:
        try:
            await self._live()
        except AppError as error:
            _fail(self._ready, error)
        except Exception as error:
            logger.exception("The core ended")
            _fail(self._ready, Unexpected(type(error).__name__))

    async def _live(self) -> None:
        self._core = asyncio.get_running_loop()
        self._leave = asyncio.Event()
        program = await self._open_program(self.options)
        unsubscribe = program.bus.subscribe(self._arrived.emit)
        self._ready.set_result(program)
        try:
            await self._leave.wait()
        finally:
            unsubscribe()
            if self._ends_program:
                await program.close()


def _fail(future: Future[Program], error: AppError) -> None:
    if not future.done():
        future.set_exception(error)


def _shielded(future: Future[T]) -> Future[T]:
    """A follower of ``future``: cancelling it leaves the original alone."""
    follower: Future[T] = Future()

    def follow(done: Future[T]) -> None:
        if not follower.set_running_or_notify_cancel():
            return
        error = done.exception()
        if error is not None:
            follower.set_exception(error)
        else:
            follower.set_result(done.result())

    future.add_done_callback(follow)
    return follower

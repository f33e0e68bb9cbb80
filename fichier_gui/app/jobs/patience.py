"""How long a job waits: never for a refused key, not for ever for a service or a network that is away."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Self

from fichier_gui.app.bus import Listener
from fichier_gui.app.jobs.job import Ending, Kind, Report, Tell
from fichier_gui.app.jobs.running import Running
from fichier_gui.domain.errors import AppError, NoKey, TooManyRequests
from fichier_gui.domain.events import (
    Event,
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    ScanningChanged,
    ServicePaused,
)
from fichier_gui.domain.waiting import NETWORK_PATIENCE


class Patience:
    """Breaks a job off when its waiting has become pointless."""

    def __init__(self, program: Running, max_pause: float, tell: Tell) -> None:
        self._program = program
        self._max_pause = max_pause
        self._tell = tell
        self._over = asyncio.Event()
        self._error: AppError | None = None
        self._timers: list[asyncio.TimerHandle] = []
        self._is_halted = False

    async def run(self, work: Coroutine[Any, Any, Ending]) -> Ending:
        """``work``'s ending. Raises an exception group of what broke it off or of its own error."""
        with _Listening(self._program, self._on_event):
            self._look_at_what_holds()
            async with asyncio.TaskGroup() as group:
                task = group.create_task(work, name="job")
                task.add_done_callback(lambda _: self._over.set())
                await self._over.wait()
                self._find_network()
                if self._error is not None and not task.done():
                    raise self._error
        return task.result()

    def _look_at_what_holds(self) -> None:
        state = self._program.session.state
        if not state.signed_in:
            self._stop(state.storage_problem or NoKey())
        elif state.refused is not None:
            self._stop(state.refused)
        until = self._program.paused_until
        now = self._program.clock.time()
        if until is not None and until > now:
            self._pause(until, TooManyRequests(wait=until - now))
        if self._program.network_problem is not None:
            self._lose_network(self._program.network_problem)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, KeyWasRefused):
            self._stop(event.error)
        elif isinstance(event, ServicePaused):
            self._pause(event.until, event.error)
        elif isinstance(event, NetworkLost):
            self._lose_network(event.error)
        elif isinstance(event, NetworkFound):
            self._find_network()
        elif isinstance(event, ScanningChanged):
            self._tell_halt(is_halted=event.halted > 0)

    def _tell_halt(self, *, is_halted: bool) -> None:
        if is_halted and not self._is_halted:
            self._tell(Report(Kind.HALTED))
        self._is_halted = is_halted

    def _lose_network(self, error: AppError) -> None:
        """An absence is told of when it lasts, and ends the job when it lasts too long."""
        self._find_network()
        later = asyncio.get_running_loop().call_later
        self._timers = [
            later(NETWORK_PATIENCE, self._tell, Report(Kind.PAUSED, {}, error)),
            later(self._max_pause, self._stop, error),
        ]

    def _find_network(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def _pause(self, until: float, error: AppError) -> None:
        self._tell(Report(Kind.PAUSED, {"until": until}, error))
        if until - self._program.clock.time() > self._max_pause:
            self._stop(error)

    def _stop(self, error: AppError) -> None:
        self._error = self._error or error
        self._over.set()


class _Listening:
    def __init__(self, program: Running, listener: Listener) -> None:
        self._program = program
        self._listener = listener

    def __enter__(self) -> Self:
        self._leave = self._program.bus.subscribe(self._listener)
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()

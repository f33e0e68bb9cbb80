"""Looking at folders, here and on the service, which halts while the queue is paused."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Final

from fichier_gui.domain.events import Event, ScanningChanged

_LOOK_EVERY: Final = 0.1
"""Seconds between two looks of a halted thread at whether it is to stop for good."""


class Scan:
    """One look at folders. ``turn`` belongs to the core's loop, ``wait`` to the thread that walks."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self._loop_may_go = asyncio.Event()
        self._thread_may_go = threading.Event()
        self.go_on()

    @property
    def is_halted(self) -> bool:
        """It waits for the queue to be resumed."""
        return not self._thread_may_go.is_set()

    def halt(self) -> None:
        """Open nothing more until ``go_on``."""
        self._loop_may_go.clear()
        self._thread_may_go.clear()

    def go_on(self) -> None:
        """Go on where it was."""
        self._loop_may_go.set()
        self._thread_may_go.set()

    async def turn(self) -> None:
        """Return once the next folder may be asked for."""
        await self._loop_may_go.wait()

    def wait(self) -> None:
        """Block until the next entry may be looked at, or the scan is stopped."""
        while not self.stop.is_set() and not self._thread_may_go.wait(_LOOK_EVERY):
            pass


class Scans:
    """All that are under way. One that begins while the queue is paused was asked for since: it goes on."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._running: set[Scan] = set()

    @property
    def running(self) -> int:
        """How many there are, halted ones too."""
        return len(self._running)

    @property
    def halted(self) -> int:
        """How many wait for the queue to be resumed."""
        return sum(scan.is_halted for scan in self._running)

    @contextlib.contextmanager
    def begin(self, stop: threading.Event | None = None) -> Iterator[Scan]:
        """A scan while the block runs. It is stopped when the block is left early."""
        scan = Scan(stop or threading.Event())
        self._running.add(scan)
        self._tell()
        try:
            yield scan
        except BaseException:
            scan.stop.set()
            raise
        finally:
            self._running.discard(scan)
            self._tell()

    def halt(self) -> None:
        """The queue is paused."""
        for scan in self._running:
            scan.halt()
        self._tell()

    def go_on(self) -> None:
        """The queue is resumed."""
        for scan in self._running:
            scan.go_on()
        self._tell()

    def _tell(self) -> None:
        self._emit(ScanningChanged(self.running, self.halted))

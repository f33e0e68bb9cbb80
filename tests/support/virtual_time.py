"""A loop whose time jumps: when every task sleeps, the next timer is due at once. Hours pass in seconds.

asyncio.Runner(loop_factory=VirtualLoop).run(main())

Worker threads that the loop waits for hold the time: hand their futures to :meth:`VirtualLoop.awaited`. A
thread that is to take some virtual time itself sleeps with a :class:`ThreadNap`.
"""

from __future__ import annotations

import asyncio
import selectors
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

START = 1_790_000_000.0
"""Where the wall clock stands when a loop begins, in seconds since 1970."""


class _JumpingSelector(selectors.BaseSelector):
    """Looks at real sockets without waiting; a wait for a timer is a jump."""

    def __init__(self) -> None:
        self._real = selectors.DefaultSelector()
        self.now = 0.0
        self.holds = 0
        """Threads at work: meanwhile no time passes."""

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._real.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._real.unregister(fileobj)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = self._real.select(0)
        if ready or timeout is None or (self.holds > 0 and timeout > 0):
            # Nothing is timed, or not yet: only a worker thread can go on.
            return ready or self._real.select(None)
        self.now += max(0.0, timeout)
        return []

    def close(self) -> None:
        self._real.close()

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._real.get_map()


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop on virtual time."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        self._worker = ThreadPoolExecutor(1)
        self._counting = threading.Lock()
        super().__init__(self._jumping)
        # Timers due within this are run together, as on a real clock.
        self._clock_resolution = 1e-9

    def time(self) -> float:
        return self._jumping.now

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        """Over when it returns: hours could pass while a thread takes a millisecond."""
        future: asyncio.Future[T] = self.create_future()
        done = self._worker.submit(func, *args)
        if (error := done.exception()) is not None:
            future.set_exception(error)
        else:
            future.set_result(done.result())
        return future

    def hold(self) -> None:
        """From now on no time passes. Any thread."""
        with self._counting:
            self._jumping.holds += 1

    def release(self) -> None:
        """Undo one :meth:`hold`. On the loop: from elsewhere it would not be noticed."""
        with self._counting:
            self._jumping.holds -= 1

    def awaited(self, work: Future[T]) -> Future[T]:
        """The same work; no time passes until the loop knows that it has ended. Any thread."""
        told: Future[T] = Future()
        told.set_running_or_notify_cancel()
        self.hold()

        def tell() -> None:
            if (error := work.exception()) is not None:
                told.set_exception(error)
            else:
                told.set_result(work.result())
            self.release()

        work.add_done_callback(lambda _work: self.call_soon_threadsafe(tell))
        return told

    def close(self) -> None:
        super().close()
        self._worker.shutdown()


class ThreadNap:
    """Lets virtual time pass for one worker thread whose work is :meth:`VirtualLoop.awaited`."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None
        self._woken = threading.Event()
        self._is_over = False

    def sleep(self, seconds: float) -> None:
        """In the worker thread."""
        self._woken.clear()
        self._loop.call_soon_threadsafe(self._begin, seconds)
        self._woken.wait()

    def end(self) -> None:
        """End this sleep, and let every later one be over at once. Any thread."""
        self._is_over = True
        self._loop.call_soon_threadsafe(self._wake)

    def _begin(self, seconds: float) -> None:
        if self._is_over:
            self._woken.set()
        else:
            self._timer = self._loop.call_later(seconds, self._wake)
            self._loop.release()

    def _wake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._loop.hold()
            self._woken.set()


class VirtualClock:
    """The clock of a virtual loop: of the one that runs, or in any thread of the one that is given."""

    def __init__(self, loop: VirtualLoop | None = None) -> None:
        self._loop = loop

    def time(self) -> float:
        return START + self.monotonic()

    def monotonic(self) -> float:
        return (self._loop or asyncio.get_running_loop()).time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

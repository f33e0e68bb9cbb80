"""A loop whose time jumps: when every task sleeps, the next timer is due at once. Hours pass in seconds.

asyncio.Runner(loop_factory=VirtualLoop).run(main())
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
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

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._real.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._real.unregister(fileobj)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = self._real.select(0)
        if ready or timeout is None:
            # Nothing is timed: only a worker thread can go on.
            return ready or self._real.select(timeout)
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

    def close(self) -> None:
        super().close()
        self._worker.shutdown()


class VirtualClock:
    """The clock of a virtual loop; it outlives loops that are given the same one."""

    def time(self) -> float:
        return START + self.monotonic()

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

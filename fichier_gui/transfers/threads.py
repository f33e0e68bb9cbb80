"""Worker threads: they give way to the window, and nothing of theirs outlives the one who waits for them."""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Collection, Coroutine
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Final, TypeVar

T = TypeVar("T")

Spawn = Callable[[Coroutine[Any, Any, None], str], asyncio.Task[None]]
"""Starts a named task that somebody owns."""

GIVES_WAY: Final = 5
"""Steps of ``nice`` between the window and the threads that move and hash bytes."""


def give_way() -> None:
    """Let this thread run behind what the user does. Linux only: elsewhere ``nice`` is of the process."""
    if sys.platform == "linux":
        # A sandbox may forbid it; the work is to be done all the same.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVES_WAY)


class Outcome:
    """Keeps the error that ends its block, whatever it is: it belongs to the one who asked for the work."""

    error: BaseException | None = None

    def __enter__(self) -> None:
        self.error = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True

    def taken(self) -> BaseException:
        """The error, which is forgotten here."""
        error, self.error = self.error, None
        assert error is not None
        return error


class _Failed:
    """How work ended that has no result."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def carry_out(work: Callable[[], T], future: Future[T], before_telling: Callable[[], None]) -> None:
    """Run ``work``, then ``before_telling``, then let ``future`` tell how the work ended.

    An error and the buffers of its frames are freed when the last holder of the error lets go: the frames
    that its traceback leads to, those of the callers among them, keep nothing that knows it.
    """
    ended = _ended(work)
    before_telling()
    if isinstance(ended, _Failed):
        future.set_exception(ended.error)
    else:
        future.set_result(ended)
    del ended, future


def _ended(work: Callable[[], T]) -> T | _Failed:
    outcome = Outcome()
    with outcome:
        return work()
    return _Failed(outcome.taken())


async def outlast(work: Future[T]) -> bool:
    """Wait until ``work`` has ended, whatever cancels. True when somebody did: raise it again afterwards."""
    waiting = asyncio.wrap_future(work)
    cancelled = False
    while not waiting.done():
        try:
            await asyncio.wait([waiting])
        except asyncio.CancelledError:
            cancelled = True
    with contextlib.suppress(asyncio.CancelledError):
        waiting.exception()  # looked at here, else asyncio reports it as never retrieved
    return cancelled


async def finished(work: Future[T], abort: Callable[[], None]) -> T:
    """The result of ``work``. A cancellation calls ``abort`` and is passed on once the thread has ended."""
    waiting = asyncio.wrap_future(work)
    try:
        return await asyncio.shield(waiting)
    except asyncio.CancelledError:
        waiting.add_done_callback(_seen)
        abort()
        await outlast(work)
        raise


async def all_ended(tasks: Collection[asyncio.Task[None]], stop: Callable[[], None]) -> None:
    """Wait for ``tasks``. A cancellation calls ``stop`` and is passed on once they have ended."""
    is_cancelled = False
    while not all(task.done() for task in tasks):
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            is_cancelled = True
            stop()
    if is_cancelled:
        raise asyncio.CancelledError


def detached(work: Callable[[], T], name: str) -> Future[T]:
    """Run ``work``, which nothing can abort, in a thread that the program's end need not wait for."""
    future: Future[T] = Future()
    future.set_running_or_notify_cancel()
    threading.Thread(target=carry_out, args=(work, future, _nothing), name=name, daemon=True).start()
    return future


def _nothing() -> None:
    pass


async def abandonable(work: Future[T], late: Callable[[T], None]) -> T:
    """The result of ``work``, which cannot be aborted. If nobody waits any more, ``late`` disposes of it."""
    waiting = asyncio.wrap_future(work)
    try:
        return await asyncio.shield(waiting)
    except asyncio.CancelledError:
        waiting.add_done_callback(_seen)
        work.add_done_callback(lambda done: _dispose(done, late))
        raise


def _seen(waiting: asyncio.Future[T]) -> None:
    """What abandoned work ends with is its own affair: asyncio would log it as never retrieved."""
    if not waiting.cancelled():
        waiting.exception()


def _dispose(done: Future[T], late: Callable[[T], None]) -> None:
    if not done.cancelled() and done.exception() is None:
        late(done.result())

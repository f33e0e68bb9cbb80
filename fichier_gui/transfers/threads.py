"""Waiting for worker threads from the loop, so that nothing of theirs outlives the one who waits."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


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
        abort()
        await outlast(work)
        raise


async def abandonable(work: Future[T], late: Callable[[T], None]) -> T:
    """The result of ``work``, which cannot be aborted. If nobody waits any more, ``late`` disposes of it."""
    waiting = asyncio.wrap_future(work)
    try:
        return await asyncio.shield(waiting)
    except asyncio.CancelledError:
        work.add_done_callback(lambda done: _dispose(done, late))
        raise


def _dispose(done: Future[T], late: Callable[[T], None]) -> None:
    if not done.cancelled() and done.exception() is None:
        late(done.result())

"""A blocking call that may never return, on a thread that cannot hold up the end of the program."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

from fichier_gui.domain.errors import AppError

T = TypeVar("T")


async def daemon_call(name: str, work: Callable[[], T]) -> T:
    """Run ``work`` on a daemon thread called ``name`` and wait for it. ``work`` may raise ``AppError`` only.

    An executor would be joined at exit: a key ring whose question nobody answers would keep the program
    alive. When the waiting task is cancelled the thread goes on and its result is dropped.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: Callable[[], T]) -> None:
        if future.done():
            return
        try:
            future.set_result(result())
        except AppError as error:
            future.set_exception(error)

    def run() -> None:
        outcome = _outcome(work)
        # The loop is closed when the program ended meanwhile: nobody waits any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, outcome)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await future


def _outcome(work: Callable[[], T]) -> Callable[[], T]:
    try:
        result = work()
    except AppError as error:
        failure = error

        def fail() -> T:
            raise failure

        return fail
    return lambda: result

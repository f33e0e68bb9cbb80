"""A blocking call that may never return, on a thread that cannot hold up the end of the program."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")


class _Telling:
    """Tells ``future`` the error that ends its block, whatever it is: who waits must not wait for ever."""

    def __init__(self, future: "asyncio.Future[Any]") -> None:
        self._future = future

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            _tell(self._future, lambda: self._future.set_exception(error))
        return True


async def daemon_call(name: str, work: Callable[[], T]) -> T:
    """Run ``work`` on a daemon thread called ``name`` and wait for it. Raises what ``work`` raises.

    An executor would be joined at exit: a key ring whose question nobody answers would keep the program
    alive. When the waiting task is cancelled the thread goes on and its result is dropped.
    """
    future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def run() -> None:
        with _Telling(future):
            result = work()
            _tell(future, lambda: future.set_result(result))

    threading.Thread(target=run, name=name, daemon=True).start()
    return await future


def _tell(future: "asyncio.Future[Any]", settle: Callable[[], None]) -> None:
    def unless_done() -> None:
        if not future.done():
            settle()

    # The loop is closed when the program ended meanwhile: nobody waits any more.
    with contextlib.suppress(RuntimeError):
        future.get_loop().call_soon_threadsafe(unless_done)

"""Named threads for what would block the loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """A small pool of threads that all bear its name."""

    def __init__(self, name: str, count: int = 1) -> None:
        self._pool = ThreadPoolExecutor(count, thread_name_prefix=name)

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``work(*args)`` on one of the threads. With one thread, calls keep their order."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(*args, **kwargs))

    async def close(self) -> None:
        """Wait for what runs; what has not begun is dropped."""
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)


class Pools:
    """The threads of the program, by what they do: a long task of one kind holds no other up."""

    def __init__(self) -> None:
        self.disk = Workers("disk")
        """Small files."""
        self.walk = Workers("walk", 8)
        """Folders that are looked through."""
        self.read = Workers("read")
        """Files that are compared."""
        self.join = Workers("join")
        """Parts that become a file."""

    async def close(self) -> None:
        """Wait for what runs; what has not begun is dropped."""
        for workers in (self.join, self.read, self.walk, self.disk):
            await workers.close()

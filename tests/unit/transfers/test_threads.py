"""Work in threads that was cancelled: it ends quietly, and nobody is left waiting."""

import asyncio
import os
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from fichier_gui.domain.errors import ConnectionLost
from fichier_gui.transfers.threads import GIVES_WAY, abandonable, finished, give_way


@pytest.fixture
def complaints() -> list[dict[str, Any]]:
    """What the loop would log."""
    return []


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_an_aborted_thread_that_fails_is_not_reported(complaints: list[dict[str, Any]]) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: complaints.append(context))
    stop = threading.Event()
    entered = threading.Event()

    def work() -> None:
        entered.set()
        stop.wait()
        raise ConnectionLost("given up")

    with ThreadPoolExecutor(1) as pool:

        async def transfer() -> None:
            await finished(pool.submit(work), stop.set)

        async with asyncio.TaskGroup() as group:
            task = group.create_task(transfer())
            while not entered.is_set():
                await asyncio.sleep(0)
            await _cancelled(task)
    await asyncio.sleep(0)
    del task
    assert complaints == []


async def test_abandoned_work_that_fails_later_is_not_reported(complaints: list[dict[str, Any]]) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: complaints.append(context))
    opening: Future[None] = Future()

    async def transfer() -> None:
        await abandonable(opening, lambda _late: None)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(transfer())
        await asyncio.sleep(0)
        await _cancelled(task)
    opening.set_exception(ConnectionLost("given up"))
    await asyncio.sleep(0)
    del task
    assert complaints == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nice is of the whole process")
def test_workers_give_way_and_nobody_else_does() -> None:
    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    before = niceness()
    with ThreadPoolExecutor(1, initializer=give_way) as pool:
        assert pool.submit(niceness).result() == GIVES_WAY
    assert niceness() == before

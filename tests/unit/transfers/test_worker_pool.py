"""The pool of the transfers: no more threads than work at once, and none for long."""

import asyncio
import gc
import threading
import weakref
from concurrent.futures import CancelledError, Future

import pytest
from support.simulator import wait_for

from fichier_gui.transfers.worker_pool import WorkerPool

A_TEST = 60.0
"""Seconds: longer than a test."""


def _threads(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith(f"{name}_")]


def test_who_submits_as_soon_as_it_is_told_gets_the_same_thread() -> None:
    with WorkerPool(32, "chain", idle_seconds=A_TEST) as pool:
        ended: Future[set[int]] = Future()
        used: set[int] = set()

        def again(left: int) -> None:
            used.add(threading.get_ident())
            if left:
                pool.submit(lambda: None).add_done_callback(lambda _done: again(left - 1))
            else:
                ended.set_result(used)

        again(500)
        assert len(ended.result(20) - {threading.get_ident()}) == 1
        assert len(_threads("chain")) == 1


async def test_a_loop_that_takes_turns_gets_as_many_threads_as_work_at_once() -> None:
    with WorkerPool(32, "turns", idle_seconds=A_TEST) as pool:

        async def flow() -> None:
            for _ in range(200):
                await asyncio.wrap_future(pool.submit(lambda: None))

        await asyncio.gather(*(flow() for _ in range(4)))
        assert len(_threads("turns")) <= 4


def test_what_is_too_much_at_once_waits_its_turn() -> None:
    gate, began, most_seen = threading.Event(), threading.Semaphore(0), []

    def work(number: int) -> int:
        most_seen.append(len(_threads("few")))
        began.release()
        gate.wait(20)
        return number

    with WorkerPool(3, "few") as pool:
        waiting = [pool.submit(work, number) for number in range(20)]
        for _ in range(3):
            assert began.acquire(timeout=20)
        gate.set()
        assert [done.result(20) for done in waiting] == list(range(20))
    assert max(most_seen) == 3
    assert not _threads("few")


def test_a_thread_without_work_ends_and_another_comes_when_it_is_needed() -> None:
    with WorkerPool(8, "brief", idle_seconds=0.01) as pool:
        gate = threading.Barrier(9)
        many = [pool.submit(gate.wait, 20) for _ in range(8)]
        gate.wait(20)
        assert sorted(done.result(20) for done in many) != []
        wait_for(lambda: not _threads("brief"))
        assert pool.submit(lambda: 7).result(20) == 7


def test_nothing_is_lost_while_threads_end_and_begin() -> None:
    """Handing over at the very moment at which a thread has waited long enough."""
    with WorkerPool(4, "edge", idle_seconds=0.0005) as pool:
        pause = threading.Event()
        for number in range(400):
            assert pool.submit(lambda n: n + 1, number).result(20) == number + 1
            pause.wait(0.0005)


def test_the_last_to_become_idle_is_the_next_to_work() -> None:
    """So that the others come to their end though there is always a little to do."""
    with WorkerPool(8, "lifo", idle_seconds=0.2) as pool:
        gate = threading.Barrier(9)
        for _ in range(8):
            pool.submit(gate.wait, 20)
        gate.wait(20)

        def one_is_left() -> bool:
            pool.submit(lambda: None).result(20)
            return len(_threads("lifo")) == 1

        wait_for(one_is_left)


def test_errors_reach_the_one_who_asked_and_nothing_is_kept() -> None:
    class Buffer:
        pass

    seen: list[weakref.ref[Buffer]] = []

    def fail() -> None:
        buffer = Buffer()
        seen.append(weakref.ref(buffer))
        raise ValueError("no")

    gc.disable()
    with WorkerPool(2, "failing", idle_seconds=A_TEST) as pool:
        work = pool.submit(fail)
        error = work.exception(20)
        assert isinstance(error, ValueError)
        assert seen[0]() is not None
        del work, error
        # The thread may take a moment to let go; the collector of cycles is off.
        wait_for(lambda: seen[0]() is None)
        assert pool.submit(lambda: 1).result(20) == 1


def test_closing_does_what_was_submitted_and_refuses_more() -> None:
    pool = WorkerPool(1, "closing")
    gate = threading.Event()
    first, second = pool.submit(gate.wait, 20), pool.submit(lambda: 2)
    pool.shutdown(wait=False)
    with pytest.raises(RuntimeError):
        pool.submit(lambda: 3)
    gate.set()
    pool.shutdown()
    assert (first.result(0), second.result(0)) == (True, 2)
    assert not _threads("closing")


def test_closing_can_drop_what_has_not_begun() -> None:
    pool = WorkerPool(1, "dropping")
    gate, began = threading.Event(), threading.Event()

    def work() -> bool:
        began.set()
        return gate.wait(20)

    first, second = pool.submit(work), pool.submit(lambda: 2)
    assert began.wait(20)
    pool.shutdown(wait=False, cancel_futures=True)
    gate.set()
    pool.shutdown()
    assert first.result(0) is True
    with pytest.raises(CancelledError):
        second.result(0)


def test_what_is_cancelled_before_its_turn_is_not_done() -> None:
    gate, done = threading.Event(), []
    with WorkerPool(1, "cancelling") as pool:
        pool.submit(gate.wait, 20)
        second = pool.submit(done.append, 2)
        assert second.cancel()
        third = pool.submit(done.append, 3)
        gate.set()
        third.result(20)
    assert done == [3]


def test_every_thread_is_initialized() -> None:
    initialized = []
    with WorkerPool(3, "made", lambda: initialized.append(threading.current_thread().name)) as pool:
        gate = threading.Barrier(4)
        for _ in range(3):
            pool.submit(gate.wait, 20)
        gate.wait(20)
    assert sorted(initialized) == ["made_0", "made_1", "made_2"]

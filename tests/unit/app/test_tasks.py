import asyncio
import gc
import weakref

import pytest

from fichier_gui.app.tasks import ScopeClosed, TaskScope


class Errors(list[tuple[str, str]]):
    def __call__(self, name: str, error: Exception) -> None:
        self.append((name, str(error)))


async def forever() -> None:
    await asyncio.Event().wait()


async def test_a_task_is_held_until_it_ends() -> None:
    errors = Errors()
    scope = TaskScope("test", errors)
    reached = asyncio.Event()
    gate = asyncio.get_running_loop().create_future()

    async def work(future: asyncio.Future[None]) -> None:
        await future
        reached.set()

    task = weakref.ref(scope.start(work(gate), "work"))
    await asyncio.sleep(0)
    gc.collect()
    assert task() is not None
    assert scope.names == ("test: work",)
    gate.set_result(None)
    await asyncio.wait_for(reached.wait(), 5)
    await scope.close()
    assert scope.names == ()
    assert errors == []


async def test_an_error_goes_to_the_nearest_place() -> None:
    general, special = Errors(), Errors()
    scope = TaskScope("test", general)

    async def fail(text: str) -> None:
        raise ValueError(text)

    tasks = [scope.start(fail("a"), "one"), scope.start(fail("b"), "two", special)]
    await asyncio.wait(tasks)
    await scope.close()
    assert general == [("test: one", "a")]
    assert special == [("test: two", "b")]


async def test_closing_cancels_and_waits_for_clean_up() -> None:
    errors = Errors()
    scope = TaskScope("parent", errors)
    child = scope.child("child")
    cleaned: list[str] = []

    async def work(name: str) -> None:
        try:
            await forever()
        finally:
            await asyncio.sleep(0)
            cleaned.append(name)

    scope.start(work("parent"), "work")
    child.start(work("child"), "work")
    await asyncio.sleep(0)
    await scope.close()
    assert sorted(cleaned) == ["child", "parent"]
    assert errors == []
    await scope.close()


async def test_nothing_starts_after_the_owner_went() -> None:
    scope = TaskScope("test", Errors())
    await scope.close()
    with pytest.raises(ScopeClosed):
        scope.start(forever(), "late")
    with pytest.raises(ScopeClosed):
        scope.child("late")


async def test_a_task_may_close_its_own_scope() -> None:
    scope = TaskScope("test", Errors())

    async def close() -> None:
        await scope.close()

    await asyncio.wait_for(scope.start(close(), "closer"), 5)
    await scope.close()

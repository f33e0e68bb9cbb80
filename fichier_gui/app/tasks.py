"""Every task has an owner, a name and a place for its error."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

logger = logging.getLogger(__name__)

OnError = Callable[[str, Exception], None]
"""Called with the task's name and its error, on the loop."""


class ScopeClosed(RuntimeError):
    """A task was started after its owner had gone."""


class TaskScope:
    """Owns tasks: holds them strongly, reports their errors, ends them when it closes.

    ``start`` fits the ``Spawn`` that lower packages take. A task's error goes to its own ``on_error``, else
    to the scope's. A cancelled task is no error.
    """

    def __init__(self, owner: str, on_error: OnError, parent: "TaskScope | None" = None) -> None:
        self.owner = owner
        self._on_error = on_error
        self._parent = parent
        self._tasks: dict[asyncio.Task[None], OnError] = {}
        self._children: list[TaskScope] = []
        self._closed = False

    def start(
        self, work: Coroutine[Any, Any, None], name: str, on_error: OnError | None = None
    ) -> asyncio.Task[None]:
        """Run ``work`` until it ends or the scope closes. Raises :class:`ScopeClosed` after ``close``."""
        if self._closed:
            work.close()
            raise ScopeClosed(f"{self.owner} has ended: {name} cannot start")
        task = asyncio.get_running_loop().create_task(work, name=f"{self.owner}: {name}")
        self._tasks[task] = self._on_error if on_error is None else on_error
        task.add_done_callback(self._ended)
        return task

    def child(self, owner: str, on_error: OnError | None = None) -> "TaskScope":
        """A scope that ends, at the latest, with this one."""
        if self._closed:
            raise ScopeClosed(f"{self.owner} has ended: {owner} cannot start")
        scope = TaskScope(owner, self._on_error if on_error is None else on_error, self)
        self._children.append(scope)
        return scope

    @property
    def names(self) -> tuple[str, ...]:
        """The running tasks, for logs and tests."""
        return tuple(task.get_name() for task in self._tasks)

    async def close(self) -> None:
        """Cancel everything and wait until it has ended. Idempotent; the caller's own task is left alone."""
        self._closed = True
        for scope in tuple(self._children):
            await scope.close()
        mine = asyncio.current_task()
        running = [task for task in self._tasks if task is not mine]
        for task in running:
            task.cancel(f"{self.owner} ends")
        if running:
            await asyncio.wait(running)
        if self._parent is not None and self in self._parent._children:
            self._parent._children.remove(self)

    def _ended(self, task: asyncio.Task[None]) -> None:
        on_error = self._tasks.pop(task)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, Exception):
            on_error(task.get_name(), error)
        elif error is not None:
            logger.critical("%s ended by %s", task.get_name(), type(error).__name__)

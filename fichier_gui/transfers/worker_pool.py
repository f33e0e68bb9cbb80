"""Threads for bodies, disks and sums: as many as work at once, and no more for long.

``ThreadPoolExecutor`` tells a result before it counts its thread as idle. Who submits as soon as a result is
told, as transfers do, gets a new thread each time, up to the limit; and none of them ever ends. Each keeps a
stack and a share of the allocator's memory.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import Empty, SimpleQueue
from typing import Any, Final, ParamSpec, TypeVar

from fichier_gui.transfers.threads import carry_out

P = ParamSpec("P")
T = TypeVar("T")

IDLE_SECONDS: Final = 5.0
"""How long a thread waits for more to do before it ends."""


_Job = tuple[Callable[[], Any], Future[Any]]
"""A call, and the future that tells how it ended."""


class _Worker:
    """One thread and what it is handed next; None ends it."""

    def __init__(self, first: _Job) -> None:
        self.inbox: SimpleQueue[_Job | None] = SimpleQueue()
        self.inbox.put(first)


class WorkerPool(Executor):
    """At most ``most`` threads, which end when they have nothing to do.

    What is submitted goes to the thread that became idle last, so that the others come to their end. It
    waits only while all ``most`` threads are at work. The threads do not hold up the end of the interpreter:
    who needs their work done calls :meth:`shutdown`.
    """

    def __init__(
        self,
        most: int,
        name: str,
        initializer: Callable[[], None] = lambda: None,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._most = most
        self._name = name
        self._initializer = initializer
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._threads: set[threading.Thread] = set()
        self._made = 0
        self._idle: list[_Worker] = []
        self._backlog: deque[_Job] = deque()
        self._is_closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """See ``Executor``. Raises RuntimeError after :meth:`shutdown`."""
        future: Future[T] = Future()
        job: _Job = (lambda: fn(*args, **kwargs), future)
        with self._lock:
            if self._is_closed:
                raise RuntimeError(f"the pool {self._name} is closed")
            if self._idle:
                self._idle.pop().inbox.put(job)
            elif len(self._threads) < self._most:
                self._start(job)
            else:
                self._backlog.append(job)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """See ``Executor``: what was submitted is done first, unless it is cancelled."""
        with self._lock:
            self._is_closed = True
            dropped = list(self._backlog) if cancel_futures else []
            if cancel_futures:
                self._backlog.clear()
            while self._idle:
                self._idle.pop().inbox.put(None)
            threads = list(self._threads)
        for _, future in dropped:
            future.cancel()
        for thread in threads if wait else ():
            thread.join()

    def _start(self, first: _Job) -> None:
        """Under the lock."""
        worker = _Worker(first)
        thread = threading.Thread(
            target=self._live, args=(worker,), name=f"{self._name}_{self._made}", daemon=True
        )
        thread.start()
        self._threads.add(thread)
        self._made += 1

    def _live(self, worker: _Worker) -> None:
        self._initializer()
        job = self._next(worker)
        while job is not None:
            work, future = job
            if future.set_running_or_notify_cancel():
                # First at hand, then the word: who hears it and submits again gets this very thread.
                carry_out(work, future, lambda: self._at_hand(worker))
            else:
                self._at_hand(worker)
            # Nothing of what was done is kept while there is nothing to do.
            del work, future, job
            job = self._next(worker)

    def _at_hand(self, worker: _Worker) -> None:
        with self._lock:
            if self._backlog:
                worker.inbox.put(self._backlog.popleft())
            elif self._is_closed:
                worker.inbox.put(None)
            else:
                self._idle.append(worker)

    def _next(self, worker: _Worker) -> _Job | None:
        """What to do next; None when the thread is to end."""
        try:
            job = worker.inbox.get(timeout=self._idle_seconds)
        except Empty:
            with self._lock:
                if worker in self._idle:
                    self._idle.remove(worker)
                    worker.inbox.put(None)
            # Something was handed over at the last moment, or this is the end.
            job = worker.inbox.get()
        if job is None:
            with self._lock:
                self._threads.discard(threading.current_thread())
        return job

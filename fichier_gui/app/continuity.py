"""Work goes on after a sleep of the machine, an absence of the network, or a clock that was set."""

import contextlib
from collections.abc import Awaitable, Callable
from typing import Final

from fichier_gui.api.account_budget import Budget
from fichier_gui.api.client import FichierClient
from fichier_gui.app.reachability import Reachability
from fichier_gui.app.tasks import ScopeClosed, TaskScope
from fichier_gui.app.timekeeper import Timekeeper
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import Event, NetworkFound
from fichier_gui.system.lasting_clock import LastingClock
from fichier_gui.transfers.queue import TransferQueue

_NAME: Final = "network back"


class Continuity:
    """Hears every event of the core, on its loop."""

    def __init__(
        self,
        client: FichierClient,
        budget: Budget,
        watch: RequestWatch,
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        self._client = client
        self._budget = budget
        self._watch = watch
        self._clock = clock
        self._scope = scope
        self._reachability = Reachability(client.reach, clock, scope.start, self._on_reached)
        self._queue: TransferQueue | None = None

    def begin(self, queue: TransferQueue, *, keeps_time: bool, hears_machine: bool) -> None:
        """Serve this queue from now on. One of all who share the clock ``keeps_time``.

        ``hears_machine``: what the system says of its sleep and of its networks.
        """
        self._queue = queue
        if keeps_time and isinstance(self._clock, LastingClock):
            keeper = Timekeeper(self._clock, self._steps_of(self._clock, queue), self.doubt)
            self._scope.start(keeper.run(), "timekeeper")
        if hears_machine:
            from fichier_gui.system.machine_signals import listen

            self._scope.start(listen(self.doubt), "signals of the machine")

    def hear(self, event: Event) -> None:
        """React to what was told. Nothing starts any more while the program closes."""
        with contextlib.suppress(ScopeClosed):
            self._reachability.hear(event)
            if isinstance(event, NetworkFound):
                self._go_on()

    def take_another_way(self) -> None:
        """Requests go by another proxy or address family from now on: downloads may cost something else."""
        if self._queue is not None:
            self._scope.start(self._queue.paying.network_changed(), "another network")

    def doubt(self) -> None:
        """The network may be another one: the machine slept, a cable was put in, another proxy was set."""
        with contextlib.suppress(ScopeClosed):
            self._reachability.doubt_anew()

    def _on_reached(self) -> None:
        self._client.leave_connections()
        if self._watch.network_problem is not None:
            self._watch.found()
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self._queue is not None:
            self._scope.start(self._queue.recovery.network_back(), _NAME)
            self.take_another_way()

    def _steps_of(self, clock: LastingClock, queue: TransferQueue) -> Callable[[float], Awaitable[None]]:
        def follow(seconds: float) -> None:
            clock.follow(seconds)
            self._budget.clock_was_set(seconds)

        async def take(seconds: float) -> None:
            await queue.recovery.clock_was_set(seconds, follow)
            self._budget.announce()

        return take

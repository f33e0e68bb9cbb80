"""Puts the right speed limits in force: by the settings, by the week, and by the user's switch."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Final

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.events import Event, LimitsChanged
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce, Override, in_force, override_from
from fichier_gui.domain.week import Pace

LONGEST_SLEEP: Final = 5.0
"""The clock is looked at this often while a schedule is in use: it may jump, or the machine may sleep."""
_SOON: Final = 0.05


class SpeedLimits:
    """Lives on the core's loop; ``current`` may be read from any thread."""

    def __init__(
        self,
        settings: Settings,
        file: TextFile,
        disk: Workers,
        clock: Clock,
        scope: TaskScope,
        change: Callable[[str, object], Awaitable[object]],
        apply: Callable[[LimitsInForce], None],
        emit: Callable[[Event], None],
    ) -> None:
        self._settings = settings
        self._file = file
        """Remembers what the user chose over the schedule."""
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._change = change
        self._apply = apply
        self._emit = emit
        self._override: Override | None = None
        self._watching: asyncio.Task[None] | None = None
        self.current = in_force(settings, None, clock.time())

    async def start(self) -> None:
        """Take up what an earlier run was told, and watch the clock. ``apply`` is told of every change."""
        self._override = await self._disk.run(self._load)
        self._look()
        self._watch_if_needed()

    def take(self, settings: Settings) -> None:
        """Other settings. With another schedule, what the user chose over the old one is forgotten."""
        before, self._settings = self._settings, settings
        if (before.use_schedule, before.schedule) != (settings.use_schedule, settings.schedule):
            self._choose(None)
        self._look()
        self._watch_if_needed()

    async def toggle(self) -> None:
        """Change to the slow limits, or back. Over a schedule this holds until its next change.

        Raises as ``Preferences.change`` does; the change is in force all the same.
        """
        if not self._settings.use_schedule:
            await self._change("slow_limits", self.current.pace is not Pace.LIMITED)
            return
        self._choose(override_from(self._settings, self.current, self._clock.time()))
        self._look()

    def _look(self) -> None:
        found = in_force(self._settings, self._override, self._clock.time())
        if found != self.current:
            self.current = found
            self._apply(found)
            self._emit(LimitsChanged(found))

    def _watch_if_needed(self) -> None:
        if self._settings.use_schedule and self._watching is None:
            self._watching = self._scope.start(self._watch(), "watch the schedule")
        elif not self._settings.use_schedule and self._watching is not None:
            self._watching.cancel()
            self._watching = None

    async def _watch(self) -> None:
        while True:
            until = self.current.until
            left = LONGEST_SLEEP if until is None else until - self._clock.time()
            await self._clock.sleep(min(max(left, _SOON), LONGEST_SLEEP))
            self._look()

    def _choose(self, override: Override | None) -> None:
        if override != self._override:
            self._override = override
            self._scope.start(self._disk.run(self._save, override), "remember the chosen limits")

    def _load(self) -> Override | None:
        try:
            kept = json.loads(self._file.load() or "null")
            if kept is None:
                return None
            until = kept["until"]
            return Override(Pace(kept["pace"]), None if until is None else float(until))
        except (DiskProblem, ValueError, TypeError, KeyError):
            return None

    def _save(self, override: Override | None) -> None:
        wire = None if override is None else {"pace": override.pace.value, "until": override.until}
        try:
            self._file.save(json.dumps(wire))
        except DiskProblem:
            return  # It holds in this run.

"""How fast uploads of this profile go: measured from what the queue tells, remembered between runs."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer
from fichier_gui.domain.upload_window import line_speed
from fichier_gui.transfers.limits import SMALL

KEPT: Final = 9
"""Speeds whose median counts: one slow evening does not decide."""
SHORTEST: Final = 5.0
"""Seconds of sending that tell something; before that most bytes may only be in buffers."""
NEAR_LIMIT: Final = 0.9
"""An upload that went at more than this share of its limit tells of the limit, not of the line."""


class Uplink:
    """Lives on the core's loop. ``hear`` takes the queue's events; ``speed`` is what planning asks for.

    It is the speed of one upload as it went, beside whatever else was sent: that decides how long one takes.
    """

    def __init__(
        self, file: TextFile, disk: Workers, clock: Clock, scope: TaskScope, rate_limit: Callable[[], int]
    ) -> None:
        self._file = file
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._rate_limit = rate_limit
        """Bytes a second, 0 for none."""
        self._speeds: list[float] = []
        self._began: dict[TransferId, float] = {}

    async def load(self) -> None:
        """What earlier runs measured. A file that cannot be read says nothing."""
        self._speeds = await self._disk.run(self._load)

    @property
    def speed(self) -> float | None:
        """Bytes a second, at most the limit in force; None while unknown."""
        return line_speed(self._speeds, self._rate_limit())

    def hear(self, event: Event) -> None:
        """Note when an upload of some size begins to send, and when it has sent all."""
        if not isinstance(event, TransferChanged):
            return
        transfer = event.transfer
        if transfer.direction is not Direction.UPLOAD or transfer.size <= SMALL:
            return  # Small ones travel together: their own time means nothing.
        if transfer.state is State.MOVING and not transfer.done:
            self._began[transfer.id] = self._clock.monotonic()
            return
        began = self._began.pop(transfer.id, None)
        if began is not None and transfer.state is State.FINISHING:
            self._measured(transfer, self._clock.monotonic() - began)

    def _measured(self, transfer: Transfer, seconds: float) -> None:
        if seconds < SHORTEST:
            return
        speed, limit = transfer.size / seconds, self._rate_limit()
        if limit and speed > NEAR_LIMIT * limit:
            return
        self._speeds = [*self._speeds, speed][-KEPT:]
        self._scope.start(self._disk.run(self._save, tuple(self._speeds)), "remember the upload speed")

    def _load(self) -> list[float]:
        try:
            return _speeds(json.loads(self._file.load() or "{}"))
        except (DiskProblem, ValueError, TypeError, AttributeError):
            return []

    def _save(self, speeds: tuple[float, ...]) -> None:
        try:
            self._file.save(json.dumps({"bytes_per_second": [round(speed) for speed in speeds]}))
        except DiskProblem:
            return  # It is measured again.


def _speeds(wire: Mapping[str, Sequence[float]]) -> list[float]:
    found = [float(speed) for speed in wire.get("bytes_per_second", ()) if float(speed) >= 1]
    return found[-KEPT:]

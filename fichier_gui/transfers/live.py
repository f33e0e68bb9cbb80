"""The figures of running transfers: written by worker threads, pulled by the window. Thread-safe."""

import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.pace import Pace
from fichier_gui.domain.transfers import Direction, Progress, State, Transfer
from fichier_gui.transfers.meter import Meter


class ProgressNote(NamedTuple):
    """What the journal is to know of a running transfer. None: what it knows still holds."""

    done: int
    parts: str | None
    """The part map where there is one."""
    moving_time: float | None = None


class Gauge:
    """One running transfer's counter. A worker stores an int: no lock, no call, no event a chunk."""

    def __init__(self, transfer: Transfer, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self.id = transfer.id
        self.batch_id = transfer.batch_id
        self.direction = transfer.direction
        self.state = transfer.state
        self.size = transfer.size
        self.done = transfer.done
        self.meter = Meter(monotonic(), transfer.done)
        self.connections = 1
        self.parts: Callable[[], str] | None = None
        """Which bytes of a part file are good, where its length does not say it."""
        self._moved_before = 0.0
        self._moves_since: float | None = None
        self.count_from(transfer)

    def count_from(self, transfer: Transfer) -> None:
        """The time of moving is as ``transfer`` has it, and runs while that moves."""
        self._moved_before = transfer.moving_time
        self._moves_since = self._monotonic() if transfer.state is State.MOVING else None

    @property
    def moving_time(self) -> float:
        """Seconds that it took to move the bytes so far."""
        since = self._moves_since
        return self._moved_before + (0.0 if since is None else self._monotonic() - since)

    def progress(self) -> Progress:
        """As of the last sample."""
        moves = self.state is State.MOVING
        return Progress(
            id=self.id,
            batch_id=self.batch_id,
            state=self.state,
            done=self.done,
            size=self.size,
            speed=self.meter.speed if moves else 0.0,
            seconds_left=self.meter.seconds_left(max(0, self.size - self.done)) if moves else None,
            connections=self.connections,
            average_speed=self.done / took if (took := self.moving_time) > 0 else 0.0,
        )


class Live:
    """All gauges."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._gauges: dict[TransferId, Gauge] = {}
        self._shown: dict[TransferId, Progress] = {}
        self._paces = {direction: Pace() for direction in Direction}

    def begin(self, transfer: Transfer) -> Gauge:
        """A transfer runs from now on."""
        gauge = Gauge(transfer, self._clock.monotonic)
        with self._lock:
            self._gauges[transfer.id] = gauge
        return gauge

    def end(self, transfer_id: TransferId) -> None:
        """It runs no more; its row has the rest."""
        with self._lock:
            self._gauges.pop(transfer_id, None)
            self._shown.pop(transfer_id, None)

    def take_progress(self) -> dict[TransferId, Progress]:
        """What changed since the last call."""
        changed: dict[TransferId, Progress] = {}
        with self._lock:
            self._sample()
            for gauge in self._gauges.values():
                progress = gauge.progress()
                if self._shown.get(gauge.id) != progress:
                    self._shown[gauge.id] = changed[gauge.id] = progress
        return changed

    def speeds(self) -> Mapping[Direction, float]:
        """Bytes a second each way, all transfers together."""
        speeds = dict.fromkeys(Direction, 0.0)
        with self._lock:
            self._sample()
            for gauge in self._gauges.values():
                if gauge.state is State.MOVING:
                    speeds[gauge.direction] += gauge.meter.speed
        return speeds

    def paces(self) -> Mapping[Direction, float]:
        """Bytes a second each way that what is left will go at: medians, which do not jump."""
        with self._lock:
            self._sample()
            return {direction: pace.speed for direction, pace in self._paces.items()}

    def counters(self) -> dict[TransferId, ProgressNote]:
        """As :meth:`notes`, without the part maps."""
        with self._lock:
            return {g.id: ProgressNote(g.done, None, g.moving_time) for g in self._gauges.values()}

    def moving(self, direction: Direction) -> dict[TransferId, int]:
        """Bytes of every transfer that moves them now, one way."""
        with self._lock:
            found = [g for g in self._gauges.values() if g.direction is direction and g.state is State.MOVING]
            return {gauge.id: gauge.done for gauge in found}

    def notes(self) -> dict[TransferId, ProgressNote]:
        """What the journal is to know of every running transfer."""
        with self._lock:
            return {
                g.id: ProgressNote(g.done, None if g.parts is None else g.parts(), g.moving_time)
                for g in self._gauges.values()
            }

    def bytes_done(self) -> Mapping[Direction, int]:
        """Bytes of the running transfers each way."""
        done = dict.fromkeys(Direction, 0)
        with self._lock:
            for gauge in self._gauges.values():
                done[gauge.direction] += min(gauge.done, gauge.size)
        return done

    def _sample(self) -> None:
        now = self._clock.monotonic()
        for gauge in self._gauges.values():
            gauge.meter.sample(now, gauge.done)
        for direction, pace in self._paces.items():
            moving = (
                g for g in self._gauges.values() if g.direction is direction and g.state is State.MOVING
            )
            pace.sample(now, sum(gauge.meter.speed for gauge in moving))

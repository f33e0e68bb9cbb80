"""What is known of the batches in the list: their sums from the queue, and over them what moves now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fichier_gui.domain.batches import Batch
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.pace import Pace
from fichier_gui.domain.transfers import ACTIVE, Progress, State, Transfer


@dataclass(frozen=True, slots=True)
class ShownBatch:
    """One batch as it is shown now."""

    batch: Batch
    done: int
    """Bytes moved."""
    speed: float
    """Bytes a second, 0 while nothing moves."""
    seconds_left: float | None
    """None while nobody can know."""
    now: float
    """Seconds since 1970."""
    is_unfolded: bool
    connections: int = 0
    waits: str = ""
    """Why what is queued waits, if not for its turn."""

    @property
    def state(self) -> State:
        """What tells most."""
        return self.batch.state

    @property
    def level(self) -> int:
        """How far in its name begins; see ``transfer_columns.Shown``."""
        return 1

    @property
    def percent(self) -> int | None:
        """0 … 100; None while there is nothing to measure. 100 only at the very end."""
        batch = self.batch
        if batch.state is State.DONE:
            return 100
        return min(99, self.done * 100 // batch.size) if batch.size else None


class BatchShelf:
    """Batches by id. Those that are folded out are known by id before anything else is."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: dict[BatchId, Batch] = {}
        self._live: dict[BatchId, dict[TransferId, Progress]] = {}
        self._rested: dict[BatchId, set[TransferId]] = {}
        self._paces: dict[BatchId, Pace] = {}
        self.unfolded: set[BatchId] = set()

    def __contains__(self, batch_id: object) -> bool:
        return batch_id in self._known

    def __iter__(self) -> Iterator[BatchId]:
        return iter(tuple(self._known))

    def get(self, batch_id: BatchId) -> Batch | None:
        """The batch, if it is known."""
        return self._known.get(batch_id)

    def put(self, batches: Iterable[Batch]) -> None:
        """Remember, or replace: what their rows at rest have moved is in them now."""
        for batch in batches:
            self._known[batch.id] = batch
            self._forget_rested(batch.id)

    def _forget_rested(self, batch_id: BatchId) -> None:
        live = self._live.get(batch_id, {})
        for rested in self._rested.pop(batch_id, ()):
            live.pop(rested, None)
        if not live:
            self._live.pop(batch_id, None)

    def keep_only(self, shown: set[BatchId]) -> None:
        """The others are not in the list any more."""
        for kept in (self._known, self._live, self._rested, self._paces):
            for gone in kept.keys() - shown:
                del kept[gone]
        self.unfolded &= shown

    def merge(self, moved: Mapping[TransferId, Progress]) -> set[BatchId]:
        """Live figures arrived; the batches they concern, as far as those are known."""
        now, touched = self._clock.monotonic(), set()
        for progress in moved.values():
            self._live.setdefault(progress.batch_id, {})[progress.id] = progress
            self._rested.get(progress.batch_id, set()).discard(progress.id)
            touched.add(progress.batch_id)
        touched &= self._known.keys()
        for batch_id in touched:
            self._paces.setdefault(batch_id, Pace()).sample(now, self._speed(batch_id))
        return touched

    def note(self, transfer: Transfer) -> bool:
        """A row changed; true when its batch is known, and no more what it was."""
        is_known = transfer.batch_id in self._known
        live = self._live.get(transfer.batch_id, {})
        if transfer.state not in ACTIVE and transfer.id in live:
            # Until the batch is read again its bytes count as they did: a bar must not go back.
            self._rested.setdefault(transfer.batch_id, set()).add(transfer.id)
            if not is_known:
                self._forget_rested(transfer.batch_id)
        return is_known

    def shown(self, batch_id: BatchId, waits: str) -> ShownBatch | None:
        """As it is now; None while it is not known."""
        batch = self._known.get(batch_id)
        if batch is None:
            return None
        live = sum(progress.done for progress in self._live.get(batch_id, {}).values())
        pace = self._paces.get(batch_id)
        left = max(0, batch.to_come - live)
        is_known = left > 0 and batch.count(*ACTIVE) > 0 and pace is not None and pace.speed > 0
        return ShownBatch(
            batch=batch,
            done=min(batch.size, batch.rested + live),
            speed=self._speed(batch_id),
            seconds_left=left / pace.speed if is_known and pace is not None else None,
            now=self._clock.time(),
            is_unfolded=batch_id in self.unfolded,
            connections=sum(p.connections for p in self._moving(batch_id) if p.state is State.MOVING),
            waits=waits,
        )

    def _speed(self, batch_id: BatchId) -> float:
        return sum(progress.speed for progress in self._moving(batch_id))

    def _moving(self, batch_id: BatchId) -> Iterator[Progress]:
        rested = self._rested.get(batch_id, ())
        return (p for p in self._live.get(batch_id, {}).values() if p.id not in rested)

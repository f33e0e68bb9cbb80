"""Free space, counting what running downloads will still take from the same volume."""

import threading
from collections.abc import Callable
from pathlib import Path

from fichier_gui.domain.errors import DiskFull
from fichier_gui.domain.ids import TransferId
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.live import Gauge


class Room:
    """Thread-safe; ``book`` blocks for as long as the system takes to answer."""

    def __init__(self, free_space: Callable[[Path], int]) -> None:
        self._free_space = free_space
        self._lock = threading.Lock()
        self._booked: dict[TransferId, tuple[int, Gauge]] = {}

    def book(self, folder: Path, gauge: Gauge, left: int) -> None:
        """Keep ``left`` bytes for a download. Raises ``DiskFull`` when they are not there."""
        with disk_faults(folder):
            volume = folder.stat().st_dev
        free = self._free_space(folder)
        with self._lock:
            others = sum(
                max(0, other.size - other.done)
                for number, (device, other) in self._booked.items()
                if device == volume and number != gauge.id
            )
            if left > max(0, free - others):
                raise DiskFull(path=str(folder), needed=left + others, free=free)
            self._booked[gauge.id] = (volume, gauge)

    def release(self, transfer_id: TransferId) -> None:
        """This download needs nothing more."""
        with self._lock:
            self._booked.pop(transfer_id, None)

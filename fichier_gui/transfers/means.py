"""What an upload or a download works with. One of these for the whole queue."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import Direction, Transfer
from fichier_gui.transfers.connections import Connections
from fichier_gui.transfers.credits import Credits
from fichier_gui.transfers.dead_links import DeadLinks
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.limits import QueueLimits
from fichier_gui.transfers.milestones import Reached
from fichier_gui.transfers.passwords import Passwords
from fichier_gui.transfers.ports import Checksums, HashState, KnownFolders, TransferService
from fichier_gui.transfers.report import Reports
from fichier_gui.transfers.room import Room
from fichier_gui.transfers.throttle import Throttle


@dataclass(frozen=True, slots=True)
class Means:
    """The parts are shared; ``limits`` gives those in force now."""

    journal: Journal
    service: TransferService
    folders: KnownFolders
    reports: Reports
    checksums: Checksums
    clock: Clock
    limits: Callable[[], QueueLimits]
    room: Room
    movers: Executor
    """Worker threads that move bytes and touch disks."""
    hashers: Executor
    upload_throttle: Throttle
    download_throttle: Throttle
    passwords: Passwords
    reached: Reached
    """Tells whoever watches of each named step."""
    dead_links: DeadLinks
    credits: Credits
    connections: Connections
    """Of downloads, beyond each one's first."""

    def throttle_for(self, transfer: Transfer) -> Throttle:
        """That of one transfer, in series with that of its direction."""
        is_upload = transfer.direction is Direction.UPLOAD
        shared = self.upload_throttle if is_upload else self.download_throttle
        return Throttle(transfer.rate, self.clock, shared)

    async def try_again(self, ids: Sequence[TransferId]) -> None:
        """The user wants these tried, whatever the service has said: one of each kind asks."""
        self.credits.try_again()
        await self.passwords.try_again(ids)

    def new_digest(self, wanted: bool) -> HashState | None:
        """A digest where one is wanted and this machine has a provider."""
        return self.checksums.new() if wanted and self.checksums.provider is not None else None

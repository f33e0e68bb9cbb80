"""What a job needs of the program that carries it out."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fichier_gui.app.browse import Browse
    from fichier_gui.app.bus import Bus
    from fichier_gui.app.inventory import Inventory
    from fichier_gui.app.joins import Joins
    from fichier_gui.app.organising.organising import Organising
    from fichier_gui.app.queue_file import QueueFile
    from fichier_gui.app.session import Session
    from fichier_gui.app.tasks import TaskScope
    from fichier_gui.app.transferring import Transfers
    from fichier_gui.app.verifying import Verifying
    from fichier_gui.domain.clock import Clock
    from fichier_gui.domain.errors import AppError


class Running(Protocol):
    """``app.container.Program``, seen from a job."""

    async def let_queue_run(self) -> None:
        """From now on transfers run."""
        ...

    @property
    def has_window(self) -> bool:
        """False for a command."""
        ...

    @property
    def bus(self) -> "Bus":
        """Where events are heard."""
        ...

    @property
    def scope(self) -> "TaskScope":
        """Owner of tasks."""
        ...

    @property
    def clock(self) -> "Clock":
        """The program's clock."""
        ...

    @property
    def session(self) -> "Session":
        """The key and the account."""
        ...

    async def reload_key(self) -> object:
        """Use the key that the key ring holds now. Raises as ``Accounts.reload_key``."""
        ...

    @property
    def browse(self) -> "Browse":
        """Folders."""
        ...

    @property
    def transfers(self) -> "Transfers":
        """The queue."""
        ...

    @property
    def joins(self) -> "Joins":
        """Split files that are joined."""
        ...

    @property
    def inventory(self) -> "Inventory":
        """Lists of what is known."""
        ...

    @property
    def verifying(self) -> "Verifying":
        """Comparisons and sum files."""
        ...

    async def organising(self) -> "Organising":
        """What changes files and folders."""
        ...

    @property
    def queue_file(self) -> "QueueFile":
        """The queue as a file."""
        ...

    @property
    def network_problem(self) -> "AppError | None":
        """Why requests do not reach the service; None while they do."""
        ...

    @property
    def paused_until(self) -> float | None:
        """End of the service's cool-down, seconds since 1970."""
        ...

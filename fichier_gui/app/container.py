"""The composition root: the one place that knows how everything fits together."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fichier_gui.app.browse import Browse
from fichier_gui.app.bus import Bus
from fichier_gui.app.preferences import Preferences
from fichier_gui.app.session import Session
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.transferring import Transfers
from fichier_gui.domain.clock import Clock, SystemClock
from fichier_gui.domain.secret import Secret

if TYPE_CHECKING:
    from fichier_gui.api import BudgetRules, BudgetSnapshot, ServiceAddress
    from fichier_gui.system.paths import ProfilePaths


@dataclass(frozen=True, slots=True)
class ProgramOptions:
    """What a run is told from outside."""

    profile: ProfilePaths
    service: ServiceAddress
    key: Secret | None = None
    """From ``FICHIER_API_KEY`` or the demo: used, never kept."""
    keychain: bool = True
    """False: the system's key ring is neither read nor written."""
    ca_file: Path | None = None
    """Trust these certificates instead of the system's."""
    clock: Clock = field(default_factory=SystemClock)
    budget_rules: BudgetRules | None = None


class Program:
    """The whole program without a window. Made by :meth:`open` on the core's loop."""

    bus: Bus
    scope: TaskScope
    session: Session
    browse: Browse
    transfers: Transfers
    preferences: Preferences
    options: ProgramOptions

    @classmethod
    async def open(cls, options: ProgramOptions) -> Program:
        """Open the profile and start. No request is needed for it.

        Raises ``ProfileInUse`` when another instance owns the profile (``app.handover`` talks to it),
        ``JournalNewer``, ``DiskProblem`` leaves.
        """
        raise NotImplementedError

    async def close(self) -> None:
        """Staged and awaited: nothing new starts, transfers stop and keep their parts, stores close."""
        raise NotImplementedError

    def budget(self) -> BudgetSnapshot:
        """The request budget for the gauge. Any thread."""
        raise NotImplementedError

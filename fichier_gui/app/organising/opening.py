"""Puts the parts of organising together."""

from fichier_gui.app.bus import Bus
from fichier_gui.app.options import ProgramOptions
from fichier_gui.app.organising.asking import EditService
from fichier_gui.app.organising.deleted import DeletedList
from fichier_gui.app.organising.ledger import Ledger, LineFile, NoLines
from fichier_gui.app.organising.organising import Organising
from fichier_gui.app.session import Session
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.system.edit_log import EditLog


async def open_organising(
    options: ProgramOptions,
    service: EditService,
    refresher: Refresher,
    session: Session,
    disk: Workers,
    scope: TaskScope,
    bus: Bus,
) -> Organising:
    """Edits that an earlier run left wait for a sign-in. Raises ``DiskProblem`` leaves.

    A command's edits end with it: what somebody stopped must not go on when a window opens.
    """

    def account() -> str | None:
        """Whose edits may run: nobody's while the key is refused; "" while nobody knows whose key it is."""
        state = session.state
        if not state.signed_in or state.refused is not None:
            return None
        return state.account.email if state.account is not None else ""

    lines: LineFile = EditLog(options.profile.state / "edits.jsonl") if options.asks_unbidden else NoLines()
    organising = Organising(
        service,
        refresher,
        Ledger(lines, disk),
        DeletedList(EditLog(options.profile.state / "deleted.jsonl"), disk, options.clock),
        options.clock,
        scope,
        bus.emit,
        account,
    )
    bus.overhear(organising.hear)
    await organising.start()
    return organising

"""The question before the program ends while files move."""

from PySide6.QtWidgets import QWidget

from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


async def may_quit(seam: Seam, parent: QWidget | None, summary: QueueSummary) -> bool:
    """True when the program may end. Asks only while something moves and the setting wants it."""
    settings = seam.program.preferences.current
    running = summary.counts.active
    if not running or not settings.confirm_quit:
        return True
    answered = await ask(
        parent,
        tr("Quit"),
        tr("%n transfer(s) still running", "", running),
        (
            Choice("quit", tr("Quit and continue later"), Weight.MAIN),
            Choice("", tr("Keep running"), Weight.BACK),
        ),
        follows=tr(
            "They stop now and go on at the next start. Downloads keep what they have; 1fichier cannot "
            "resume an upload, so a file that is half sent starts again."
        ),
        check=tr("Quit without asking from now on"),
    )
    if answered.key == "quit" and answered.is_checked:
        await seam.call(lambda p: p.preferences.change("confirm_quit", False))
    return answered.key == "quit"

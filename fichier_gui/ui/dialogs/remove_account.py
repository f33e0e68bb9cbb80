"""The question before an account leaves this computer."""

from PySide6.QtWidgets import QWidget

from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.wording import tr


async def may_remove(parent: QWidget | None, name: str, summary: QueueSummary) -> bool:
    """True when the user wants it; says exactly what goes and what stays."""
    counts = summary.counts
    left = counts.active + counts.waiting + counts.attention
    follows = tr(
        "Its key, its list of files and its queue leave this computer. Nothing changes on 1fichier, and "
        "downloaded files stay where they are."
    )
    if left:
        waiting = tr(
            "%n transfer(s) not done yet are given up; files half downloaded stay as they are.", "", left
        )
        follows = f"{waiting}\n\n{follows}"
    answered = await ask(
        parent,
        tr("Remove this account"),
        tr("Remove {account} from this computer?", account=name),
        (
            Choice("remove", tr("Remove the account"), Weight.DESTRUCTIVE),
            Choice("", tr("Keep it"), Weight.BACK),
        ),
        follows=follows,
    )
    return answered.key == "remove"

"""A local file of the same name: replace, keep both, skip; for one or for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fichier_gui.domain.errors import TargetExists
from fichier_gui.domain.names import numbered
from fichier_gui.domain.transfers import Answer, State, Transfer
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


def conflicts(rows: Sequence[Transfer]) -> list[Transfer]:
    """Those that wait because a file of their name exists."""
    return [row for row in rows if row.state is State.NEEDS_ANSWER and isinstance(row.error, TargetExists)]


async def decide(seam: Seam, parent: QWidget | None, first: Transfer, others: Sequence[Transfer]) -> bool:
    """Ask about ``first``; the answer may be for ``others`` too. False: nothing was chosen."""
    rest = [row for row in conflicts(others) if row.id != first.id]
    answered = await ask(
        parent,
        tr("A file of that name exists"),
        tr("{name} is already in {folder}", name=first.name, folder=str(Path(first.local_path).parent)),
        (
            Choice(Answer.KEEP_BOTH, tr("Keep both"), Weight.MAIN),
            Choice(Answer.REPLACE, tr("Replace"), Weight.DESTRUCTIVE),
            Choice(Answer.SKIP, tr("Skip")),
            Choice("", tr("Decide later"), Weight.BACK),
        ),
        follows=_consequences(first),
        check=tr("Do this for all %n conflict(s)", "", len(rest) + 1) if rest else "",
    )
    if not answered.key:
        return False
    answer = Answer(answered.key)
    ids = [row.id for row in ((first, *rest) if answered.is_checked else (first,))]
    await seam.call(lambda p: p.transfers.answer(ids, answer))
    return True


def _consequences(row: Transfer) -> str:
    return "\n".join(
        (
            tr("The file on 1fichier has {size}.", size=wording.size(row.size)),
            tr("Keep both: the new one becomes {name}.", name=numbered(row.name, 2)),
            tr(
                "Replace: the file on this computer is overwritten once the new one is complete and verified."
            ),
            tr("Skip: the file on this computer stays, nothing is downloaded."),
        )
    )

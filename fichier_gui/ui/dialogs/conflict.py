"""Local files of the same name: replace, keep both, skip; a question for one, a table for more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fichier_gui.domain.errors import TargetExists
from fichier_gui.domain.ids import TransferId
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
    """Ask about ``first``, and about ``others`` with it. False: nothing was chosen."""
    rest = [row for row in conflicts(others) if row.id != first.id]
    if rest:
        from fichier_gui.ui.dialogs.conflict_panel import ConflictPanel

        answers = await ConflictPanel(seam, parent, (first, *rest)).run()
        for answer, ids in answers.items():
            await _answer(seam, ids, answer)
        return bool(answers)
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
    )
    if answered.key:
        await _answer(seam, [first.id], Answer(answered.key))
    return bool(answered.key)


async def _answer(seam: Seam, ids: Sequence[TransferId], answer: Answer) -> None:
    await seam.call(lambda p: p.transfers.answer(ids, answer))


def _consequences(row: Transfer) -> str:
    return "\n".join(
        (
            tr("The file on 1fichier is {size}.", size=wording.size(row.size)),
            tr("Keep both: the new one becomes {name}.", name=numbered(row.name, 2)),
            tr(
                "Replace: the file on this computer is overwritten once the new one is complete and verified."
            ),
            tr("Skip: the file on this computer stays, nothing is downloaded."),
        )
    )

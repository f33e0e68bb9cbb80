"""All local files that are in the way of downloads, in one table: what becomes of each is chosen there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.local_files import LocalEntry
from fichier_gui.domain.transfers import Answer, Transfer
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import QT_TR_NOOP, tr

NAME, HERE, THERE, WHAT = range(4)
Decision = Answer | None
"""None: later."""
_DECISIONS: Final[Mapping[Decision, tuple[str, str]]] = {
    Answer.SKIP_SAME: (
        QT_TR_NOOP("Compare the contents"),
        QT_TR_NOOP("What is here already is skipped; of what differs, both are kept."),
    ),
    Answer.KEEP_BOTH: (
        QT_TR_NOOP("Keep both"),
        QT_TR_NOOP("The new file gets a number in its name."),
    ),
    Answer.REPLACE: (
        QT_TR_NOOP("Replace"),
        QT_TR_NOOP("The file on this computer is overwritten once the new one is complete and verified."),
    ),
    Answer.SKIP: (
        QT_TR_NOOP("Skip"),
        QT_TR_NOOP("The file on this computer stays, nothing is downloaded."),
    ),
    None: (QT_TR_NOOP("Decide later"), QT_TR_NOOP("The download waits for your answer.")),
}
"""What it is called, and what follows."""


class Conflicts(RowTable[Transfer]):
    """What is in the way, and what becomes of it."""

    def __init__(self, rows: Sequence[Transfer], parent: QObject | None = None) -> None:
        columns = (
            RowColumn[Transfer](QT_TR_NOOP("Name"), lambda row: row.name),
            RowColumn[Transfer](QT_TR_NOOP("On this computer"), self._here),
            RowColumn[Transfer](
                QT_TR_NOOP("On 1fichier"), lambda row: wording.size(row.size), is_number=True
            ),
            RowColumn[Transfer](
                QT_TR_NOOP("What happens"), lambda row: tr(_DECISIONS[self.decisions[row.id]][0])
            ),
        )
        super().__init__(columns, parent)
        self.decisions: dict[TransferId, Decision] = {row.id: Answer.SKIP_SAME for row in rows}
        self._local: dict[str, LocalEntry] = {}
        self.show_rows(rows)

    def tip(self, row: Transfer, column: int) -> str:
        """Where it is; how large, and from when."""
        local = self._local.get(row.local_path)
        if column == NAME:
            return row.local_path
        if column == HERE and local is not None:
            return f"{wording.exact_size(local.size)}, {wording.full_date(local.changed_at)}"
        return super().tip(row, column)

    def learn(self, entries: Iterable[LocalEntry]) -> None:
        """What is on this computer."""
        self._local |= {entry.path: entry for entry in entries}
        self.tell_all()

    def decide(self, places: Iterable[int], decision: Decision) -> None:
        """For these rows."""
        for place in places:
            self.decisions[self.row(place).id] = decision
        self.tell_all()
        self.changed.emit()

    def _here(self, row: Transfer) -> str:
        local = self._local.get(row.local_path)
        return (
            wording.NOTHING
            if local is None
            else f"{wording.size(local.size)}, {wording.date(local.changed_at)}"
        )


class ConflictPanel(Frame):
    """All rows are selected at first: one choice is one for all of them."""

    def __init__(self, seam: Seam, parent: QWidget | None, rows: Sequence[Transfer]) -> None:
        super().__init__(parent, tr("Files of these names exist"))
        self.resize(800, 460)
        self._seam = seam
        self._scope = TaskScope("conflicts", lambda _name, _error: None)
        self.add_heading(tr("%n file(s) to download are on this computer already", "", len(rows)))
        self.model = Conflicts(rows, self)
        widths = {HERE: "888.8 MB, 88 Mmm", THERE: "888.8 MB", WHAT: _longest()}
        self.table = Table(self, tr("Files that exist"), self.model, stretched=NAME, widths=widths)
        self.body.addWidget(self.table, 1)
        self.label = QLabel(self)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("What happens"))
        self.choice.setPlaceholderText(tr("Not the same for all"))
        self.label.setBuddy(self.choice)
        for decision, (words, _follows) in _DECISIONS.items():
            self.choice.addItem(tr(words), decision)
        self.follows = QuietLabel("", self)
        for widget in (self.label, self.choice, self.follows):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.go_on, box = self.add_buttons(accept=tr("Go on"), reject=tr("Decide later"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.table.selectionModel().selectionChanged.connect(self._settle)
        self.model.changed.connect(self._settle)
        self.choice.activated.connect(self._on_choice_activated)
        self.table.selectionModel().setCurrentIndex(
            self.model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.table.selectAll()

    async def run(self) -> dict[Answer, list[TransferId]]:
        """Which transfers get which answer; those that are decided later get none."""
        self._scope.start(self._look(), "look at what exists")
        if not await shown(self, scope=self._scope):
            return {}
        found: dict[Answer, list[TransferId]] = {}
        for transfer, decision in self.model.decisions.items():
            if decision is not None:
                found.setdefault(decision, []).append(transfer)
        return found

    async def _look(self) -> None:
        """Sizes and dates come when they come: a drive may be slow, or gone."""
        for folder in dict.fromkeys(str(Path(row.local_path).parent) for row in self.model.seen):
            with contextlib.suppress(AppError):
                self.model.learn(await self._entries(folder))

    async def _entries(self, folder: str) -> Sequence[LocalEntry]:
        listing = await self._seam.call(lambda p: p.local_files.listing(folder))
        return listing.entries

    def _places(self) -> Sequence[int]:
        return self.table.selected_places() or range(len(self.model.seen))

    def _on_choice_activated(self, _place: int) -> None:
        self.model.decide(self._places(), self.choice.currentData())

    def _settle(self) -> None:
        places, rows = self._places(), self.model.seen
        if len(places) == len(rows):
            self.label.setText(tr("&For all %n file(s)", "", len(rows)))
        else:
            self.label.setText(tr("&For the %n selected file(s)", "", len(places)))
        decisions = {self.model.decisions[rows[place].id] for place in places}
        self.choice.setCurrentIndex(-1)
        self.follows.clear()
        if len(decisions) == 1:
            (decision,) = decisions
            self.choice.setCurrentIndex(list(_DECISIONS).index(decision))
            self.follows.setText(tr(_DECISIONS[decision][1]))
        self.go_on.setEnabled(any(self.model.decisions.values()))


def _longest() -> str:
    return max((tr(words) for words, _follows in _DECISIONS.values()), key=len)

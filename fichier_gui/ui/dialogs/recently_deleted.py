"""What was deleted lately: the service keeps nothing of it, so this list is what is left."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.names import folded
from fichier_gui.domain.organising import MOST_DELETED, Deleted
from fichier_gui.ui import wording
from fichier_gui.ui.clipboard import copy_links
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.frame import (
    NEAR,
    ButtonBox,
    Fact,
    Frame,
    QuietLabel,
    add_glass,
    place_words,
    shown,
)
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from fichier_gui.app.container import Program

NAME, FOLDER, SIZE, DELETED, CHECKSUM, LINK = range(6)
_COLUMNS: Final = (
    RowColumn[Deleted](
        QT_TR_NOOP("Name"),
        lambda row: row.name,
        sign=lambda row: ("folder" if row.url is None else "kind-file", Tint.TEXT),
    ),
    RowColumn[Deleted](QT_TR_NOOP("Folder"), lambda row: place_words(row.path)),
    RowColumn[Deleted](
        QT_TR_NOOP("Size"),
        lambda row: wording.NOTHING if row.url is None else wording.size(row.size),
        is_number=True,
    ),
    RowColumn[Deleted](QT_TR_NOOP("Deleted"), lambda row: wording.date(row.at)),
    RowColumn[Deleted](QT_TR_NOOP("Checksum"), lambda row: row.checksum or ""),
    RowColumn[Deleted](QT_TR_NOOP("Link"), lambda row: row.url or ""),
)
_FOLDER_WIDTH: Final = 150
_LINK: Final = "https://1fichier.com/?0a"


class RecentlyDeleted(Frame):
    """The newest first. What is selected is copied, or all that is shown."""

    def __init__(self, seam: Seam, parent: QWidget | None, entries: Sequence[Deleted]) -> None:
        super().__init__(parent, tr("Recently deleted"))
        self.resize(960, 520)
        self._seam = seam
        self._scope = TaskScope("recently deleted", self._on_task_failed)
        self.entries = list(entries)
        self.seen: list[Deleted] = []
        self.model = RowTable[Deleted](_COLUMNS, self)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Filter by name or folder"))
        self.line.setAccessibleName(tr("Filter by name or folder"))
        self.line.setClearButtonEnabled(True)
        dates = (wording.date(0), wording.date(time.time()))
        widths = {
            SIZE: wording.size(888_800_000_000),
            DELETED: max(dates, key=len),
            CHECKSUM: "w" * 8,
            LINK: _LINK,
        }
        self.table = Table(self, tr("Recently deleted"), self.model, widths=widths)
        self.table.header().resizeSection(FOLDER, _FOLDER_WIDTH)
        self.problem = Fact("error", "", self, Tint.BAD)
        self.problem.hide()
        self.about = QuietLabel("", self)
        for widget in (self.about, self.line, self.table, self.problem):
            self.body.addWidget(widget, int(widget is self.table))
        self.body.setSpacing(NEAR)
        self.copy_button, self.links_button, self.clear_button = self._add_acts()
        self._connect()
        self._show()

    async def run(self) -> None:
        """Until it is closed."""
        await shown(self, scope=self._scope)

    def _add_acts(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        box = ButtonBox(self)
        texts = (tr("Copy"), tr("Copy links"), tr("Clear the list"))
        copy, links, clear = (QPushButton(text, self) for text in texts)
        for button in (copy, links, clear):
            button.setAutoDefault(False)
            box.add(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        return copy, links, clear

    def _connect(self) -> None:
        self.line.textChanged.connect(self._show)
        add_glass(self.line)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.links_button.clicked.connect(self._on_links_clicked)
        self.clear_button.clicked.connect(lambda: self._scope.start(self._clear(), "clear the list"))

    def _show(self) -> None:
        words = folded(self.line.text()).split()
        self.seen = [
            entry
            for entry in self.entries
            if all(word in folded(f"{entry.path}/{entry.name}") for word in words)
        ]
        self.model.show_rows(self.seen)
        if self.entries:
            self.about.setText(
                tr(
                    "1fichier keeps nothing of these. The last {count} stay in this list, on this computer.",
                    count=wording.count(MOST_DELETED),
                )
            )
        else:
            self.about.setText(tr("Nothing was deleted with this program."))
        for button in (self.copy_button, self.links_button, self.clear_button):
            button.setEnabled(bool(self.seen))

    def _wanted(self) -> list[Deleted]:
        places = self.table.selected_places()
        return [self.seen[place] for place in places] if places else self.seen

    def _on_copy_clicked(self) -> None:
        lines = (
            "\t".join((row.name, row.path, str(row.size), row.checksum or "", row.url or ""))
            for row in self._wanted()
        )
        QGuiApplication.clipboard().setText("".join(f"{line}\n" for line in lines))

    def _on_links_clicked(self) -> None:
        copy_links([row.url for row in self._wanted() if row.url])

    async def _clear(self) -> None:
        answer = await ask(
            self,
            tr("Recently deleted"),
            tr("Clear the list?"),
            (
                Choice("", tr("Cancel"), Weight.BACK),
                Choice("clear", tr("Clear the list"), Weight.DESTRUCTIVE),
            ),
            follows=tr("Names, checksums and links of what was deleted are then known nowhere any more."),
        )
        if answer.key == "clear":
            await self._seam.call(_clear_list)
            self.entries.clear()
            self._show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self.problem.label.setText(words)
        self.problem.show()


async def _clear_list(core: Program) -> None:
    await (await core.organising()).deleted.clear()

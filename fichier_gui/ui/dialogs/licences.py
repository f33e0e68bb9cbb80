"""The licences of what the program stands on, and what Qt's licence lets everybody do."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLibraryInfo, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from fichier_gui.domain.parts import Part
from fichier_gui.ui.dialogs.frame import GAP, ButtonBox, Frame, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.wording import QT_TR_NOOP, tr

QT_SOURCE: Final = "https://download.qt.io/official_releases/"
_COLUMNS: Final = (
    RowColumn[Part](QT_TR_NOOP("Part"), lambda part: part.name),
    RowColumn[Part](QT_TR_NOOP("Version"), lambda part: part.version),
    RowColumn[Part](QT_TR_NOOP("Licence"), lambda part: part.licence),
)


class Licences(Frame):
    """A table of parts, and the licence of the chosen one."""

    def __init__(self, parent: QWidget | None, parts: Sequence[Part]) -> None:
        super().__init__(parent, tr("Licences"))
        self.resize(1120, 640)
        self._parts = parts
        self.add_heading(tr("The program stands on the work of others"))
        self.add_text(qt_notice())
        self.model = RowTable[Part](_COLUMNS, self)
        self.model.show_rows(parts)
        longest = {1: max((part.version for part in parts), key=len, default=""), 2: "LGPL-3.0-only MM"}
        self.table = Table(self, tr("Parts of the program"), self.model, stretched=0, widths=longest)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        # Their lines are broken already, at some 80 letters.
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Text of the licence"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.table, 2)
        row.addWidget(self.text, 3)
        self.body.addLayout(row, 1)
        self.page_button = QPushButton(tr("Open its page"), self)
        self._add_buttons()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        if parts:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _add_buttons(self) -> None:
        box = ButtonBox(self)
        self.page_button.setAutoDefault(False)
        box.add(self.page_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        self.page_button.clicked.connect(self._on_page_clicked)

    async def run(self) -> None:
        """Show it until it is closed."""
        await shown(self)

    @property
    def part(self) -> Part | None:
        """The chosen one."""
        places = self.table.selected_places()
        return self._parts[places[0]] if places else None

    def _show(self) -> None:
        part = self.part
        self.page_button.setEnabled(part is not None and bool(part.page))
        self.text.setPlainText("" if part is None else part.text or _without_text(part))

    def _on_page_clicked(self) -> None:
        if self.part is not None:
            QDesktopServices.openUrl(QUrl(self.part.page))


def qt_notice() -> str:
    """What the GNU Lesser General Public License wants to be said, and where the libraries are."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)
    return tr(
        "Qt {version} and Qt for Python are used under the GNU Lesser General Public License, version 3. "
        "You may change them and put your own in their place: their files are in {folder}. "
        "Their source is at {source}.",
        version=qVersion(),
        folder=folder,
        source=QT_SOURCE,
    )


def _without_text(part: Part) -> str:
    return tr("Its licence is {licence}. The text is on its page.", licence=part.licence)

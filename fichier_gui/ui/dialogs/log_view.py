"""The log: every line as it comes, filtered by words and by how grave it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.log import Level, LogLine
from fichier_gui.domain.names import folded
from fichier_gui.ui import icons
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.frame import NEAR, ButtonBox, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.file_manager import show_file
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.models.row_table import RowColumn, RowTable
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.logs import level_words

if TYPE_CHECKING:
    from fichier_gui.app.container import Program
    from fichier_gui.system.log_files import LogPosition

EVERY_MS: Final = 1000
MOST: Final = 20_000
"""Lines that are held; the oldest go first."""
_SIGNS: Final = {
    Level.DEBUG: ("info", Tint.MUTED),
    Level.INFO: ("info", Tint.MUTED),
    Level.WARNING: ("alert", Tint.WARNING),
    Level.ERROR: ("error", Tint.BAD),
    Level.CRITICAL: ("error", Tint.BAD),
}
_COLUMNS: Final = (
    RowColumn[LogLine](QT_TR_NOOP("Time"), lambda line: line.moment),
    RowColumn[LogLine](
        QT_TR_NOOP("Level"), lambda line: level_words(line.level), sign=lambda line: _SIGNS.get(line.level)
    ),
    RowColumn[LogLine](QT_TR_NOOP("Where"), lambda line: line.place.removeprefix("fichier_gui.")),
    RowColumn[LogLine](QT_TR_NOOP("What"), lambda line: line.text.partition("\n")[0]),
)
_LEAST: Final = (Level.DEBUG, Level.WARNING, Level.ERROR)


class LogView(Frame):
    """Follows the log while its end is in sight."""

    def __init__(self, seam: Seam, parent: QWidget | None, tell: Callable[[Exception], None]) -> None:
        super().__init__(parent, tr("Log"))
        self.resize(960, 600)
        self._seam = seam
        self._scope = TaskScope("log", lambda _name, error: tell(error))
        self._position: LogPosition | None = None
        self._lines: list[LogLine] = []
        self._is_reading = False
        self.line, self.level = QLineEdit(self), QComboBox(self)
        self.model = RowTable[LogLine](_COLUMNS, self)
        self.table = Table(
            self,
            tr("Log"),
            self.model,
            stretched=3,
            widths={0: "8888-88-88 88:88:88", 1: "m" * 10, 2: "m" * 14},
        )
        self.whole = QPlainTextEdit(self)
        self.told = QuietLabel("", self)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    async def run(self) -> None:
        """Show it until it is closed."""
        self.look()
        self._timer.start()
        await shown(self, scope=self._scope, blocks=False)

    def look(self) -> None:
        """Read what has come."""
        if not self._is_reading:
            self._is_reading = True
            self._scope.start(self._read(), "read the log")

    def chosen(self) -> list[LogLine]:
        """The lines that are selected, or all in sight."""
        return [self.model.row(place) for place in self.table.selected_places()] or list(self.model.seen)

    # Building

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        self.line.setPlaceholderText(tr("Search the log"))
        self.line.setAccessibleName(tr("Search the log"))
        self.line.setClearButtonEnabled(True)
        for button in self.line.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        self.line.addAction(icons.icon("search", Tint.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self.level.setAccessibleName(tr("Which lines"))
        for words in (tr("Everything"), tr("Warnings and errors"), tr("Errors only")):
            self.level.addItem(words)
        row.addWidget(self.line, 1)
        row.addWidget(self.level)
        self.whole.setReadOnly(True)
        self.whole.setAccessibleName(tr("The whole line"))
        self.whole.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.whole.setPlaceholderText(tr("Choose a line to read all of it."))
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.whole)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        self.body.addLayout(row)
        self.body.addWidget(parts, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self._buttons())
        self.line.textChanged.connect(self._show)
        self.level.currentIndexChanged.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._show_whole)

    def _buttons(self) -> ButtonBox:
        box = ButtonBox(self)
        self.copy_button, self.open_button = (
            QPushButton(text, self) for text in (tr("Copy"), tr("Show the file"))
        )
        for button in (self.copy_button, self.open_button):
            button.setAutoDefault(False)
            box.add(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setToolTip(tr("The lines that are chosen, or all that are shown."))
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.open_button.clicked.connect(lambda: self._scope.start(self._show_file(), "show the log"))
        return box

    # Lines

    async def _read(self) -> None:
        try:
            since = self._position
            page = await self._seam.call(lambda p: p.diagnosing.read(since))
        finally:
            self._is_reading = False
        self._position = page.position
        if page.lines:
            self._take(page.lines)

    def _take(self, lines: tuple[LogLine, ...]) -> None:
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        self._lines = [*self._lines, *lines][-MOST:]
        self.model.add_rows([line for line in lines if self._fits(line)], MOST)
        self._tell()
        if at_end:
            self.table.scrollToBottom()

    def _show(self) -> None:
        self.model.show_rows([line for line in self._lines if self._fits(line)])
        self._show_whole()
        self._tell()
        self.table.scrollToBottom()

    def _fits(self, line: LogLine) -> bool:
        text = folded(f"{line.place} {line.text}")
        return line.level >= _LEAST[self.level.currentIndex()] and all(
            word in text for word in folded(self.line.text()).split()
        )

    def _tell(self) -> None:
        count = self.model.rowCount()
        self.told.setText(
            tr("%n line(s). New ones appear as they come; no key and no password is in the log.", "", count)
        )

    def _show_whole(self) -> None:
        places = self.table.selected_places()
        self.whole.setPlainText("\n".join(self.model.row(place).whole for place in places))

    def _on_copy_clicked(self) -> None:
        copy_text("".join(f"{line.whole}\n" for line in self.chosen()))

    async def _show_file(self) -> None:
        async def path(program: Program) -> Path:
            return program.diagnosing.log

        await show_file(self._seam, str(await self._seam.call(path)))

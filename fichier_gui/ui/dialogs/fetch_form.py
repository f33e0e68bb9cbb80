"""What 1fichier is to fetch from the web: addresses, where to, and what to show the server there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.remote_sources import HeaderLines, Sources, headers, sources
from fichier_gui.ui.dialogs.frame import NEAR, QuietLabel
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.dialogs.target_folder import TargetFolder
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

_LINES = 4
_HEADER_LINES = 2


class FetchForm(QWidget):
    """Says what it found while one types."""

    sent = Signal()
    """The button was pressed, and there is something to fetch."""

    def __init__(self, seam: Seam, scope: TaskScope, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.found = QuietLabel("", self)
        self.target = TargetFolder(seam, scope, self, tr("Where shall it go?"), tr("Save here"))
        self.has_headers = QCheckBox(tr("Send cookies or headers along"), self)
        self.cookie = PasswordLine(self)
        self.headers = QPlainTextEdit(self)
        self.wrong = QuietLabel("", self)
        self.fetch = QPushButton(self)
        self._build()
        self._settle()

    @property
    def sources(self) -> Sources:
        """The addresses of now."""
        return sources(self.text.toPlainText())

    @property
    def header_lines(self) -> HeaderLines:
        """The headers of now; none while they are folded away."""
        if not self.has_headers.isChecked():
            return HeaderLines({})
        return headers(self.headers.toPlainText(), self.cookie.text())

    def put(self, urls: Sequence[str]) -> None:
        """Have these ready to be sent."""
        self.text.setPlainText("".join(f"{url}\n" for url in urls))
        self.text.selectAll()
        self.text.setFocus()

    def clear(self) -> None:
        """They are on their way; the headers stay for the next ones."""
        self.text.clear()

    def _build(self) -> None:
        _several_lines(self.text, _LINES)
        self.text.setAccessibleName(tr("Addresses to fetch"))
        self.text.setPlaceholderText(
            tr("Paste addresses (http, https, ftp), one a line or in any text: 1fichier fetches the files.")
        )
        self.cookie.setAccessibleName(tr("Cookies"))
        self.cookie.setPlaceholderText(tr("name=value; name=value"))
        _several_lines(self.headers, _HEADER_LINES)
        self.headers.setAccessibleName(tr("Headers"))
        self.headers.setPlaceholderText(tr("One a line, such as Referer: https://example.org/"))
        self.target.line.setAccessibleName(tr("Save in"))
        self.fetch.setDefault(True)
        self._arrange()
        self.text.textChanged.connect(self._settle)
        self.headers.textChanged.connect(self._settle)
        self.cookie.textChanged.connect(self._settle)
        self.has_headers.toggled.connect(self._settle)
        self.fetch.clicked.connect(self._on_fetch_clicked)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(NEAR)
        grid.setVerticalSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        labels = [QLabel(words, self) for words in (tr("Save in"), tr("Cookies"), tr("Headers"))]
        grid.addWidget(labels[0], 0, 0)
        grid.addWidget(self.target.line, 0, 1)
        grid.addWidget(self.target.button, 0, 2)
        grid.addWidget(self.has_headers, 1, 1)
        grid.addWidget(self.fetch, 1, 2)
        grid.addWidget(labels[1], 2, 0)
        grid.addWidget(self.cookie, 2, 1, 1, 2)
        grid.addWidget(labels[2], 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.headers, 3, 1, 1, 2)
        grid.addWidget(self.wrong, 4, 1, 1, 2)
        self._more = (*labels[1:], self.cookie, self.headers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.text)
        column.addWidget(self.found)
        column.addLayout(grid)

    def _settle(self) -> None:
        found, lines = self.sources, self.header_lines
        self.found.setText(_found_words(found, is_empty=not self.text.toPlainText().strip()))
        self.found.setVisible(bool(self.found.text()))
        for widget in self._more:
            widget.setVisible(self.has_headers.isChecked())
        self.wrong.setText(tr("No header: {lines}", lines=", ".join(lines.wrong)) if lines.wrong else "")
        self.wrong.setVisible(bool(lines.wrong))
        count = len(found.urls)
        self.fetch.setText(tr("Fetch %n file(s)", "", count) if count else tr("Fetch"))
        self.fetch.setEnabled(count > 0 and not lines.wrong)

    def _on_fetch_clicked(self) -> None:
        if self.sources.urls and not self.header_lines.wrong:
            self.sent.emit()


def _found_words(found: Sources, *, is_empty: bool) -> str:
    own = tr("%n link(s) of 1fichier left out: “Paste links” is for those.", "", len(found.own))
    if found.own:
        return own
    return "" if found.urls or is_empty else tr("No address in this text.")


def _several_lines(edit: QPlainTextEdit, lines: int) -> None:
    edit.setTabChangesFocus(True)
    margins = round(2 * edit.document().documentMargin()) + 2 * edit.frameWidth()
    edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + margins)

"""Two small dialogs of the search: its language, and the name under which a search is kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.dialogs.frame import GAP, NEAR, TEXT_WIDTH, Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.finding import SEARCH_EXAMPLES

_LONGEST_NAME = 80


class SearchHelp(Frame):
    """Examples at the left, what they mean at the right."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("What can be searched for"))
        self.add_heading(tr("Everything you type must match"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for number, (example, meaning) in enumerate(SEARCH_EXAMPLES):
            left = QLabel(example, self)
            left.setFont(fixed)
            left.setTextFormat(Qt.TextFormat.PlainText)
            left.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right = QuietLabel(tr(meaning), self)
            right.setMinimumWidth(TEXT_WIDTH)
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, number, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.add_text(
            tr("Case and accents do not matter. The search asks 1fichier nothing and works offline.")
        )
        self.add_buttons(accept=tr("Close", "verb"))
        self.setMinimumWidth(theme.DIALOG * 26)

    async def run(self) -> None:
        """Show it until it is closed."""
        await shown(self)


class SaveSearch(Frame):
    """A name for the words that are in the search line."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent, tr("Save this search"))
        self._name = ""
        label = QLabel(tr("&Name of the search"), self)
        self.line = QLineEdit(text[:_LONGEST_NAME], self)
        self.line.setAccessibleName(tr("Name of the search"))
        self.line.setMaxLength(_LONGEST_NAME)
        self.line.selectAll()
        label.setBuddy(self.line)
        self.body.addWidget(label)
        self.body.addWidget(self.line)
        self.body.addWidget(QuietLabel(tr("It searches for {text}", text=text), self))
        self.body.setSpacing(NEAR)
        self.accept_button, box = self.add_buttons(accept=tr("Save the search"), reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._on_line_text_changed)
        self.setMinimumWidth(theme.DIALOG * 17)

    async def run(self) -> str:
        """The name; empty when it was closed without one."""
        await shown(self)
        return self._name

    def accept(self) -> None:
        """Take the name, if there is one."""
        if self.line.text().strip():
            self._name = self.line.text().strip()
            super().accept()

    def _on_line_text_changed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))

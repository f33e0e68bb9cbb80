"""The line below a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.views.lines import MutedLabel


class ListFooter(QWidget):
    """ "1,204 items · 3 selected, 6.1 GB", and how old the listing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = MutedLabel(self)
        self.age = MutedLabel(self)
        self.age.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.RELATED, theme.GRID, theme.RELATED, theme.GRID)
        row.addWidget(self.counts, 3)
        row.addWidget(self.age, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.hairline(self.palette()))

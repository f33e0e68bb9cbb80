"""What the transfers panel says when a tab holds nothing."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fichier_gui.domain.transfers import QueueFilter
from fichier_gui.ui import icons, theme
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.wording import QT_TR_NOOP, tr

_WORDS: Final = {
    QueueFilter.ALL: QT_TR_NOOP("Nothing here yet"),
    QueueFilter.ACTIVE: QT_TR_NOOP("Nothing is moving"),
    QueueFilter.WAITING: QT_TR_NOOP("Nothing is waiting"),
    QueueFilter.ATTENTION: QT_TR_NOOP("Nothing needs you"),
    QueueFilter.FAILED: QT_TR_NOOP("Nothing has failed"),
    QueueFilter.DONE: QT_TR_NOOP("Nothing is done yet"),
}

_ICONS: Final = {ActionId.UPLOAD_FILES: "upload", ActionId.PASTE_LINKS: "paste-links"}


class EmptyTransfers(QWidget):
    """One sentence, and for an empty queue the two ways to begin."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.title, self.hint = QLabel(self), QLabel(self)
        self.title.setFont(theme.strong(self.title.font()))
        self.title.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        for action in (ActionId.UPLOAD_FILES, ActionId.PASTE_LINKS):
            button = QPushButton(actions[action].text(), self._buttons)
            icons.put(button, _ICONS[action])
            button.clicked.connect(actions[action].trigger)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.RELATED)
        column.addStretch(1)
        for widget in (self.title, self.hint, self._buttons):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def show_tab(self, tab: QueueFilter, total: int) -> None:
        """The words for a tab; ``total`` rows are in the whole queue."""
        is_new = tab is QueueFilter.ALL or total == 0
        self.title.setText(tr(_WORDS[tab]))
        self.hint.setText(tr("Drop files here to upload, or paste 1fichier links."))
        self.hint.setVisible(is_new)
        self._buttons.setVisible(is_new)

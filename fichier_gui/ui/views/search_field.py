"""One line that filters the folder or searches the account; the icon at its left chooses which."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.views.lines import paint_field
from fichier_gui.ui.wording import QT_TR_NOOP, tr


class Scope(Enum):
    """Where the words are looked for."""

    FOLDER = auto()
    ACCOUNT = auto()


_WORDS: Final = {
    Scope.FOLDER: QT_TR_NOOP("Filter this folder"),
    Scope.ACCOUNT: QT_TR_NOOP("Search the account"),
}
_WIDTHS: Final = {Scope.FOLDER: 240, Scope.ACCOUNT: 340}
"""A search has more words than a filter."""
_ICONS: Final = {Scope.FOLDER: "search", Scope.ACCOUNT: "search-all"}


class SearchField(QLineEdit):
    """Words that the rows must hold."""

    left = Signal()
    """Return, Down or Escape: on to the list."""
    ended = Signal()
    """Escape while the account is searched."""
    rescoped = Signal()
    """Another scope was chosen."""
    menu_asked = Signal(QPoint)
    """The icon was pressed: a global point below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = Scope.FOLDER
        self.setClearButtonEnabled(True)
        self.setFrame(False)
        self.setTextMargins(theme.GRID, 0, theme.GRID, 0)
        self.setFixedHeight(theme.CONTROL_HEIGHT)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(tr("Where to search, and saved searches"), self)
        self._glass.triggered.connect(lambda _checked=False: self._ask_menu())
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is self._glass:
                button.setAccessibleName(self._glass.text())
                button.setToolTip(self._glass.text())
            else:
                button.setAccessibleName(tr("Clear the filter"))
        self._say()

    def look_in(self, scope: Scope) -> None:
        """Change the scope; the words stay."""
        if scope is not self.scope:
            self.scope = scope
            self._say()
            self.rescoped.emit()

    def sizeHint(self) -> QSize:
        """As wide as it may be; the path beside it has the rest."""
        return QSize(_WIDTHS[self.scope], super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The same frame as the path's; the accent while it has the focus."""
        painter = QPainter(self)
        paint_field(painter, self, has_focus=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def retint(self) -> None:
        """After a change of palette or scope."""
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        tint = icons.Tint.MUTED if self.scope is Scope.FOLDER else icons.Tint.ACCENT
        self._glass.setIcon(icons.icon(_ICONS[self.scope], tint))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears first and leaves then; it ends a search at once."""
        if event.key() == Qt.Key.Key_Escape:
            if self.scope is Scope.ACCOUNT:
                self.ended.emit()
            elif self.text():
                self.clear()
            else:
                self.left.emit()
            return
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask_menu()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        words = tr(_WORDS[self.scope])
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setMaximumWidth(_WIDTHS[self.scope])
        self.updateGeometry()
        self.retint()

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.mapToGlobal(QPoint(0, self.height() + theme.GRID)))

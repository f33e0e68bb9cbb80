"""The command palette: one line above the window's content, and what the line may mean below it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.announcing import announce
from fichier_gui.ui.delegates.palette_row import PaletteRowDelegate, row_height
from fichier_gui.ui.models.palette_rows import PaletteRow, PaletteRows
from fichier_gui.ui.views.lines import Hairline, MutedLabel
from fichier_gui.ui.wording import tr

WIDTH: Final = 640
_ROWS: Final = 11
_AIR: Final = 48
"""What of the window stays in sight at either side."""
_TOP: Final = 56
"""Below the tool bar."""
_SHADOW: Final = 12
_RADIUS: Final = 8.0


class PaletteLine(QLineEdit):
    """Keeps the keys while the palette is open."""

    moved = Signal(int)
    """Rows down, or up below zero."""
    taken = Signal()
    """Return."""
    left = Signal()
    """Escape, or the focus went elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Those that choose among the rows; the others write."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the rows too: there is nothing else here."""
        self.moved.emit(1 if next else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu over the line, or another program's window, does not end it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class CommandPalette(QWidget):
    """Lies over the window. Who fills it listens to ``changed`` and to ``chosen``."""

    changed = Signal(str)
    """Other words are in the line; on opening, none."""
    chosen = Signal(str)
    """The key of the row that is to be carried out. The palette is closed by then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._ground = parent
        self.recent: list[str] = []
        """Keys of what was chosen, the latest first."""
        self._before: QWidget | None = None
        self.model = PaletteRows(self)
        self.line = PaletteLine(self)
        self.list = QListView(self)
        self.nothing = MutedLabel(self)
        self._build()
        self._connect()
        parent.installEventFilter(self)

    @property
    def current(self) -> PaletteRow | None:
        """The row that is marked."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def open(self) -> None:
        """Show it with an empty line; a second time closes it."""
        if self.isVisible():
            self.close_up()
            return
        self._before = QApplication.focusWidget()
        self.line.clear()
        self.changed.emit("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Hide it; the keys go where they went before."""
        if not self.isVisible():
            return
        had_focus = self.line.hasFocus()
        before, self._before = self._before, None
        self.hide()
        if had_focus and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """What the words mean; the first one is marked."""
        self.model.show_rows(rows)
        self._mark(0)
        self._fit()

    def add_rows(self, rows: Sequence[PaletteRow]) -> None:
        """More, below; what is marked stays."""
        was_empty = not self.model.rows
        self.model.add_rows(rows)
        self._fit()
        if was_empty:
            self._mark(0)

    def say_nothing(self, words: str) -> None:
        """What stands there instead of rows; empty where there are some."""
        self.nothing.say(words)
        self.nothing.setVisible(bool(words))
        self.list.setVisible(not words)

    def remember(self, key: str, most: int) -> None:
        """It was chosen."""
        self.recent = [key, *(one for one in self.recent if one != key)][:most]

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow, the ground, a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        shade = palette.color(QPalette.ColorRole.Shadow)
        shade.setAlphaF(0.05)
        card = QRectF(self._card())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for out in range(_SHADOW - 2, 0, -2):
            around = card.adjusted(-out, 2 - out, out, out)
            painter.drawRoundedRect(around, _RADIUS + out, _RADIUS + out)
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.setPen(QPen(theme.hairline(palette), 1.0))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if watched is self._ground and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def retint(self) -> None:
        """After a change of palette."""
        self._sign.setPixmap(icons.icon("command", icons.Tint.MUTED).pixmap(theme.ICON, theme.ICON))

    def _build(self) -> None:
        edge = _SHADOW + theme.RELATED
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.RELATED)
        self.line.setFrame(False)
        self.line.setFixedHeight(theme.CONTROL_HEIGHT)
        self.line.setTextMargins(theme.RELATED + theme.ICON + theme.GRID, 0, theme.GRID, 0)
        self.line.setPlaceholderText(tr("A command, or / and a folder"))
        self.line.setAccessibleName(tr("Commands and folders"))
        self._sign = QLabel(self.line)
        self._sign.setGeometry(QRect(theme.RELATED, 0, theme.ICON, theme.CONTROL_HEIGHT))
        self.retint()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteRowDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What the words mean"))
        self.nothing.setIndent(theme.RELATED)
        self.nothing.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.nothing.hide()
        for widget in (self.line, Hairline(self), self.nothing, self.list):
            column.addWidget(widget, int(widget is self.list))

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_line_text_changed)
        self.line.moved.connect(self._on_line_moved)
        self.line.taken.connect(self._take)
        self.line.left.connect(self.close_up)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _card(self) -> QRect:
        return self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _fit(self) -> None:
        parent = self._ground
        row = row_height(self.list.fontMetrics())
        rows = min(max(len(self.model.rows), 1), _ROWS)
        edge = 2 * (_SHADOW + theme.RELATED)
        wanted = edge + theme.CONTROL_HEIGHT + 2 * theme.RELATED + 1 + rows * row
        width = min(WIDTH, parent.width() - _AIR) + 2 * _SHADOW
        height = min(wanted, parent.height() - _TOP - theme.GROUP)
        self.setGeometry((parent.width() - width) // 2, _TOP - _SHADOW, width, height)

    def _on_line_text_changed(self, text: str) -> None:
        if self.isVisible():
            self.changed.emit(text)

    def _on_line_moved(self, step: int) -> None:
        count = len(self.model.rows)
        if not count:
            return
        at = self.list.currentIndex().row() + step
        # One step beyond an end comes back at the other; a page stops there.
        self._mark(at % count if abs(step) == 1 else min(max(at, 0), count - 1))

    def _mark(self, number: int) -> None:
        self.list.setCurrentIndex(self.model.index(number, 0))

    def _take(self) -> None:
        row = self.current
        if row is None or not row.is_possible:
            return
        self.close_up()
        # What it does begins when the key that chose it has done its work.
        QTimer.singleShot(0, self, lambda: self.chosen.emit(row.key))

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        row = self.current
        if row is not None and self.isVisible():
            # The keys stay with the line, so nobody would hear which row is marked.
            announce(self.list, row.spoken)

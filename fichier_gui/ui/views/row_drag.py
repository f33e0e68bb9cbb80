"""Moving the rows of a list by dragging them: a line shows where they go, a label what goes there.

By hand and not as a drag of the desktop: what is moved has no meaning outside the list, and nothing of the
window waits meanwhile. Drags of files from other programs are not touched by it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from fichier_gui.ui import theme

SCROLL_EVERY_MS = 50
EDGE = theme.ROW_HEIGHT
"""So near to the list's edge a drag scrolls it."""
LINE = 2.0
DOT = 3.0
LABEL_AWAY = QPoint(16, 12)


@dataclass(frozen=True, slots=True)
class Line:
    """A place between two rows: directly after or before ``row``."""

    row: int
    is_after: bool


class _Mark(QWidget):
    """The line and the label, over the list. It takes no mouse and no focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text, self._y, self._pointer = "", -1, QPoint()
        self.hide()

    @property
    def y_of_line(self) -> int:
        """Where the line is; -1 when there is none."""
        return self._y

    def say(self, text: str, y: int, pointer: QPoint) -> None:
        """The label ``text`` beside the pointer, and the line at ``y`` if the rows can go there."""
        self._text, self._y, self._pointer = text, y, pointer
        self.setAccessibleName(text)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        if self._y >= 0:
            y = min(max(self._y, DOT + 1), self.height() - DOT - 1)
            painter.setPen(QPen(accent, LINE))
            painter.drawLine(int(2 * DOT) + 2, int(y), self.width() - 4, int(y))
            painter.drawEllipse(QRectF(2, y - DOT, 2 * DOT, 2 * DOT))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width() // 2)
        width, height = metrics.horizontalAdvance(text) + 2 * theme.RELATED, metrics.height() + theme.RELATED
        place = self._pointer + LABEL_AWAY
        left = max(0, min(place.x(), self.width() - width - 2))
        top = max(0, min(place.y(), self.height() - height - 2))
        label = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(label, theme.GRID, theme.GRID)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


class RowDrag(QObject):
    """Watches the mouse over a list whose rows the user may move."""

    began = Signal()
    """Rows are on their way."""
    ended = Signal()
    """They are not any more, whether they were dropped or not."""
    dropped = Signal(object)
    """The :class:`Line` where they were let go."""
    refused = Signal()
    """The user tries to move rows while the list has an order of its own."""

    def __init__(
        self,
        view: QTreeView,
        may_move: Callable[[], bool],
        line_at: Callable[[Line], bool],
        label: Callable[[], str],
    ) -> None:
        """``line_at``: whether the chosen rows may go there. ``label``: what they are called."""
        super().__init__(view)
        self._view, self._may_move, self._fits, self._label = view, may_move, line_at, label
        self._pressed: QPoint | None = None
        self._pointer = QPoint()
        self._is_dragging = False
        self._is_over = False
        """What the mouse does until it is let go is of no more meaning."""
        self._mark = _Mark(view)
        self._scroll = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._on_scroll_timeout)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    @property
    def is_dragging(self) -> bool:
        """Rows are on their way."""
        return self._is_dragging

    def line(self) -> Line | None:
        """The place under the pointer, if the rows may go there."""
        view, y = self._view, self._pointer.y()
        model = view.model()
        index = view.indexAt(QPoint(0, y))
        if not index.isValid():
            found = Line(model.rowCount() - 1, True) if y > 0 else None
        else:
            rect = view.visualRect(index)
            found = Line(index.row(), y >= rect.center().y())
        return found if found is not None and self._fits(found) else None

    def cancel(self) -> None:
        """Nothing is moved."""
        self._pressed = None
        if self._is_dragging:
            self._is_dragging, self._is_over = False, True
            self._scroll.stop()
            self._mark.hide()
            self._view.viewport().unsetCursor()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse over the rows; Escape and the loss of the focus end a drag."""
        if watched is self._view:
            return self._on_view_event(event)
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._on_press(event)
        if event.type() == QEvent.Type.MouseMove:
            return self._on_move(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._on_release(event)
        return False

    def _on_view_event(self, event: QEvent) -> bool:
        if not self._is_dragging:
            return False
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            event.accept()
            return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.cancel()
        return False

    def _on_press(self, event: QMouseEvent) -> bool:
        if self._is_dragging:
            return True
        self._is_over = False
        point = event.position().toPoint()
        is_plain = (
            event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and self._view.indexAt(point).isValid()
        )
        self._pressed = point if is_plain else None
        return False

    def _on_move(self, event: QMouseEvent) -> bool:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel()
            return False
        if self._pressed is None:
            return self._is_over
        self._pointer = event.position().toPoint()
        far = (self._pointer - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragging:
            self._begin()
        if self._is_dragging:
            self._show()
        # Otherwise the list would choose what the pointer passes over.
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        if not self._is_dragging:
            self._pressed = None
            return self._is_over
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer = event.position().toPoint()
            line = self.line()
            if line is not None:
                self.dropped.emit(line)
            self.cancel()
        return True

    def _begin(self) -> None:
        if not self._may_move():
            self._pressed, self._is_over = None, True
            self.refused.emit()
            return
        self._is_dragging = True
        self._scroll.start()
        self.began.emit()

    def _show(self) -> None:
        viewport = self._view.viewport()
        self._mark.setGeometry(viewport.geometry())
        line = self.line()
        viewport.setCursor(
            Qt.CursorShape.ForbiddenCursor if line is None else Qt.CursorShape.ClosedHandCursor
        )
        self._mark.say(self._label(), -1 if line is None else self._y_of(line), self._pointer)

    def _y_of(self, line: Line) -> int:
        rect = self._view.visualRect(self._view.model().index(line.row, 0))
        return rect.bottom() + 1 if line.is_after else rect.top()

    def _on_scroll_timeout(self) -> None:
        """A pointer at the edge takes the list along."""
        bar, y = self._view.verticalScrollBar(), self._pointer.y()
        below = y - (self._view.viewport().height() - EDGE)
        step = min(0, y - EDGE) + max(0, below)
        if step and self._is_dragging:
            bar.setValue(bar.value() + 2 * step)
            self._show()

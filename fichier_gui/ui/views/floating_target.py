"""A small window above all others: what is dropped on it goes where the list's drops go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.ring import RingLook, TrayState, ring_picture
from fichier_gui.ui.views.drop_target import RADIUS
from fichier_gui.ui.wording import tr

SIDE = 88
_PICTURE = 56


class FloatingTarget(QWidget):
    """Takes no focus and has no place in the task bar. The mouse moves it; a click shows the window."""

    clicked = Signal()
    moved = Signal(QPoint)
    menu_asked = Signal(QPoint)
    """A point of the screen."""

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # macOS hides the tool windows of a program that is not in front: this one is there for then.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedSize(SIDE, SIDE)
        self.setWindowTitle(tr("Drop target"))
        self.setAccessibleName(tr("Drop target"))
        self._look = RingLook(TrayState.IDLE)
        self._pressed_at: QPoint | None = None

    def show_look(self, look: RingLook) -> None:
        """How the queue stands."""
        if look != self._look:
            self._look = look
            self.update()

    def say(self, words: str) -> None:
        """Where drops go."""
        if words != self.toolTip():
            self.setToolTip(words)
            self.setAccessibleDescription(words)

    def put(self, place: QPoint | None) -> None:
        """Where it was left, if that is on a screen; else in the lower corner of the first."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        half = QPoint(SIDE // 2, SIDE // 2)
        if place is None or not any(screen.contains(place + half) for screen in screens):
            corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
            place = corner - QPoint(SIDE + theme.DIALOG, SIDE + theme.DIALOG)
        self.move(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may be the beginning of a move."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The window manager moves it, where it can: under Wayland nobody else may."""
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() < QApplication.startDragDistance():
            return
        handle = self.windowHandle()
        if handle is not None and handle.startSystemMove():
            self._pressed_at = None
        else:
            self.move(self.pos() + way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, if it was not moved."""
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is not None and event.button() is Qt.MouseButton.LeftButton:
            way = event.position().toPoint() - pressed_at
            if way.manhattanLength() < QApplication.startDragDistance():
                self.clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Its menu."""
        self.menu_asked.emit(event.globalPos())

    def moveEvent(self, event: QMoveEvent) -> None:
        """It is remembered where it is left."""
        super().moveEvent(event)
        if self.isVisible():
            self.moved.emit(self.pos())

    def changeEvent(self, event: QEvent) -> None:
        """Its colours are the program's."""
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tray's sign on a small sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        ground = palette.color(QPalette.ColorRole.Window)
        painter.setPen(QPen(theme.blend(theme.muted(palette), ground, 0.4), 1.0))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        picture = ring_picture(self._look, QSize(_PICTURE, _PICTURE), self.devicePixelRatioF())
        edge = (SIDE - _PICTURE) // 2
        painter.drawPixmap(edge, edge, picture)

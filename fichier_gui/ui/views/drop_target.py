"""Dropping what other programs, or the local pane, bring on a part of the window."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from fichier_gui.domain.ids import FolderId
from fichier_gui.ui.brought import Brought, Kind, brought_by, picture_in
from fichier_gui.ui.carried_paths import carried_paths
from fichier_gui.ui.wording.language import tr

FolderUnder = Callable[[QPoint], tuple[FolderId, str] | None]
"""Which folder lies under a point of the widget: its id and its name; None for "the folder shown"."""

RADIUS = 8.0
INSET = 6.0
PAD_X, PAD_Y = 24, 12
LEAST_FOR_WORDS = 160
"""Pixels; what is narrower has a frame alone."""


class DropOverlay(QWidget):
    """A frame and one sentence over what a drop would go to. It takes no mouse and no focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = ""
        self.hide()

    def say(self, text: str) -> None:
        """Show the frame with this sentence over the whole widget."""
        self._text = text
        self.setAccessibleName(text)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil of the background, a frame and a label in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The program's colours: those of a view without the focus are faint.
        accent = QApplication.palette().color(QPalette.ColorRole.Highlight)
        veil = QColor(QApplication.palette().color(QPalette.ColorRole.Base))
        veil.setAlphaF(0.72)
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.setPen(QPen(accent, 2.0))
        painter.setBrush(veil)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if frame.width() >= LEAST_FOR_WORDS:
            self._paint_label(painter, frame, accent)

    def _paint_label(self, painter: QPainter, frame: QRectF, accent: QColor) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        room = int(frame.width()) - 2 * PAD_X - 16
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        width, height = metrics.horizontalAdvance(text) + 2 * PAD_X, metrics.height() + 2 * PAD_Y
        label = QRectF(0, 0, width, min(height, frame.height() - 4))
        label.moveCenter(frame.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(label, RADIUS, RADIUS)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


class DropTarget(QObject):
    """Makes a widget take what is brought. The folder under the pointer lights up, or the whole widget does.

    For an item view, ``folder_under`` finds the folder of the row under the pointer (a point of the viewport)
    and ``light`` shows it (None puts it out).
    """

    dropped = Signal(object, object)
    """A ``Brought``, and the folder id under the pointer or None for the folder that is shown."""

    def __init__(
        self,
        widget: QWidget,
        shown_folder: Callable[[], str],
        *,
        folder_under: FolderUnder | None = None,
        light: Callable[[QPoint | None], None] | None = None,
    ) -> None:
        super().__init__(widget)
        self._surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        self._shown_folder, self._folder_under, self._light = shown_folder, folder_under, light
        self._overlay = DropOverlay(self._surface)
        self._brought: Brought | None = None
        """By the drag that is over the widget: to ask at each step would fetch it again and again."""
        widget.setAcceptDrops(True)
        self._surface.setAcceptDrops(True)
        self._surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take part in drags that bring something; leave all others to the widget."""
        if isinstance(event, QDragEnterEvent):
            self._brought = _brought_in(event)
        if event.type() == QEvent.Type.DragLeave:
            self._clear()
        if self._brought is None or not isinstance(event, QDropEvent):
            return False
        if isinstance(event, QDragMoveEvent):
            self._accept(event)
            self._show(self._brought, event.position().toPoint())
        else:
            self._on_drop(event)
        return True

    def _on_drop(self, event: QDropEvent) -> None:
        self._clear()
        brought = _brought_in(event)
        if brought is None:
            return
        if brought.kind is Kind.PICTURE:
            brought = replace(brought, picture=picture_in(event.mimeData()))
        under = self._under(brought, event.position().toPoint())
        self._accept(event)
        self.dropped.emit(brought, None if under is None else under[0])

    def _accept(self, event: QDropEvent) -> None:
        """Always a copy: a file manager that was asked to move would delete the originals."""
        # Some browsers offer a link that is dragged as nothing else.
        is_link = event.possibleActions() == Qt.DropAction.LinkAction
        event.setDropAction(Qt.DropAction.LinkAction if is_link else Qt.DropAction.CopyAction)
        event.accept()

    def _under(self, brought: Brought, point: QPoint) -> tuple[FolderId, str] | None:
        """Links are no folder's: what becomes of them is asked."""
        if self._folder_under is None or brought.kind is Kind.LINKS:
            return None
        return self._folder_under(point)

    def _show(self, brought: Brought, point: QPoint) -> None:
        under = self._under(brought, point)
        if under is not None and self._light is not None:
            self._overlay.hide()
            self._light(point)
            return
        if self._light is not None:
            self._light(None)
        self._overlay.say(_words(brought, self._shown_folder() if under is None else under[1]))

    def _clear(self) -> None:
        self._brought = None
        self._overlay.hide()
        if self._light is not None:
            self._light(None)


def _words(brought: Brought, folder: str) -> str:
    if brought.kind is Kind.LINKS:
        return tr("Drop to see what is behind %n link(s)", "", len(brought.texts))
    if brought.kind is Kind.ADDRESSES:
        return tr("Drop to let 1fichier fetch this to {folder}", folder=folder)
    if brought.kind is Kind.PICTURE:
        return tr("Drop to upload the picture to {folder}", folder=folder)
    return tr("Drop to upload to {folder}", folder=folder)


def _brought_in(event: QDropEvent) -> Brought | None:
    """By another program, or from the local pane: rows of the file list are not brought."""
    data = event.mimeData()
    is_ours = event.source() is not None and not carried_paths(data)
    return None if is_ours else brought_by(data)

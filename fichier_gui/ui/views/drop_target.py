"""Dropping files and folders from the file manager, or the local pane, on a part of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRectF, Qt, Signal
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
from fichier_gui.ui.carried_paths import carried_paths
from fichier_gui.ui.wording.language import tr

FolderUnder = Callable[[QPoint], tuple[FolderId, str] | None]
"""Which folder lies under a point of the widget: its id and its name; None for "the folder shown"."""

RADIUS = 8.0
INSET = 6.0
PAD_X, PAD_Y = 24, 12


def local_paths(data: QMimeData) -> list[str]:
    """The files and folders of this machine that a drag carries."""
    own = carried_paths(data)
    if own:
        return own
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


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
    """Makes a widget take files. The folder under the pointer lights up, or the whole widget does.

    For an item view, ``folder_under`` finds the folder of the row under the pointer (a point of the viewport)
    and ``light`` shows it (None puts it out).
    """

    dropped = Signal(list, object)
    """Absolute paths, and the folder id under the pointer or None for the folder that is shown."""

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
        self.is_open = True
        """False refuses drops: signed out, or a folder that takes no files."""
        widget.setAcceptDrops(True)
        self._surface.setAcceptDrops(True)
        self._surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take part in drags that carry local files; leave all others to the widget."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            return self._on_enter(event)
        if isinstance(event, QDragMoveEvent) and event.type() == QEvent.Type.DragMove:
            return self._on_move(event)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._on_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._clear()
        return False

    def _takes(self, event: QDropEvent) -> bool:
        return self.is_open and _comes_from_disk(event) and bool(local_paths(event.mimeData()))

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        if not self._takes(event):
            return False
        self._accept(event)
        self._show(event.position().toPoint())
        return True

    def _on_move(self, event: QDragMoveEvent) -> bool:
        if not self._takes(event):
            return False
        self._accept(event)
        self._show(event.position().toPoint())
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self._clear()
        if not self._takes(event):
            return False
        under = self._under(event.position().toPoint())
        self._accept(event)
        self.dropped.emit(local_paths(event.mimeData()), None if under is None else under[0])
        return True

    def _accept(self, event: QDropEvent) -> None:
        """Always a copy: a file manager that was asked to move would delete the originals."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _under(self, point: QPoint) -> tuple[FolderId, str] | None:
        return None if self._folder_under is None else self._folder_under(point)

    def _show(self, point: QPoint) -> None:
        under = self._under(point)
        if under is not None and self._light is not None:
            self._overlay.hide()
            self._light(point)
            return
        if self._light is not None:
            self._light(None)
        name = self._shown_folder() if under is None else under[1]
        self._overlay.say(tr("Drop to upload to {folder}", folder=name))

    def _clear(self) -> None:
        self._overlay.hide()
        if self._light is not None:
            self._light(None)


def _comes_from_disk(event: QDropEvent) -> bool:
    """Another program's, or the local pane's: rows of the file list are links and no files."""
    return event.source() is None or bool(carried_paths(event.mimeData()))

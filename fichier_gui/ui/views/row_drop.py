"""Letting rows of the file list go on a folder: in the list, in the tree, on the path, in the local pane."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QTreeView, QWidget

from fichier_gui.ui import theme

SCROLL_EVERY_MS: Final = 50
EDGE: Final = theme.ROW_HEIGHT
"""So near to the edge of a list a drag scrolls it."""
OPEN_AFTER_MS: Final = 700
"""A folder of the tree that a drag rests on opens."""

Folder = TypeVar("Folder")
Light = Callable[[QPoint | None], None]


class RowDrop(QObject, Generic[Folder]):
    """Takes part in drags of the window's own rows, and leaves all others to the widget.

    The folder under the pointer lights up where it takes them; elsewhere the pointer says that it does not.
    """

    dropped = Signal(object, bool)
    """The folder, and whether a copy is wished (Ctrl)."""

    def __init__(
        self,
        widget: QWidget,
        is_ours: Callable[[QMimeData], bool],
        folder_under: Callable[[QPoint], Folder | None],
        light: Light,
        may_take: Callable[[Folder], bool],
        *,
        copies_only: bool = False,
    ) -> None:
        """Points are those of the widget; of a list, of its viewport.

        ``may_take``: whether the folder takes what is carried. ``copies_only``: nothing is moved there.
        """
        super().__init__(widget)
        surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        self._is_ours, self._folder_under, self._light = is_ours, folder_under, light
        self._may_take, self._copies_only = may_take, copies_only
        self._resting = _Resting(widget) if isinstance(widget, QTreeView) else None
        widget.setAcceptDrops(True)
        surface.setAcceptDrops(True)
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes, moves, lets go, leaves."""
        if event.type() == QEvent.Type.DragLeave:
            self._clear()
        if not isinstance(event, QDropEvent) or not self._is_ours(event.mimeData()):
            return False
        if isinstance(event, QDragMoveEvent):
            self._follow(event)
            if isinstance(event, QDragEnterEvent):
                # Who refuses at the threshold hears of no further step.
                event.accept()
        else:
            self._on_drop(event)
        return True

    def _follow(self, event: QDropEvent) -> None:
        point = event.position().toPoint()
        is_taken = self._answer(event) is not None
        self._light(point if is_taken else None)
        if self._resting is not None:
            self._resting.follow(point)

    def _on_drop(self, event: QDropEvent) -> None:
        self._clear()
        folder = self._answer(event)
        if folder is not None:
            self.dropped.emit(folder, event.dropAction() is Qt.DropAction.CopyAction)

    def _answer(self, event: QDropEvent) -> Folder | None:
        """The folder that takes the rows; the pointer shows what would happen."""
        folder = self._folder_under(event.position().toPoint())
        if folder is None or not self._may_take(folder):
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.ignore()
            return None
        is_copy = self._copies_only or _is_copy(event)
        event.setDropAction(Qt.DropAction.CopyAction if is_copy else Qt.DropAction.MoveAction)
        event.accept()
        return folder

    def _clear(self) -> None:
        self._light(None)
        if self._resting is not None:
            self._resting.stop()


def _is_copy(event: QDropEvent) -> bool:
    """Ctrl asks for it, or the platform's own key, which leaves only this action."""
    possible = event.possibleActions()
    if not possible & Qt.DropAction.MoveAction:
        return True
    wishes = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return wishes and bool(possible & Qt.DropAction.CopyAction)


class _Resting(QObject):
    """A pointer that rests at the edge of a list scrolls it; on a folder of a tree it opens that."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._point = QPoint()
        self._scroll = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._on_scroll_timeout)
        self._open = QTimer(self, interval=OPEN_AFTER_MS, singleShot=True)
        self._open.timeout.connect(self._on_open_timeout)

    def follow(self, point: QPoint) -> None:
        """The pointer is here now."""
        if self._view.indexAt(point) != self._view.indexAt(self._point) or not self._scroll.isActive():
            self._open.start()
        self._point = point
        if not self._scroll.isActive():
            self._scroll.start()

    def stop(self) -> None:
        """It is gone."""
        self._scroll.stop()
        self._open.stop()

    def _on_scroll_timeout(self) -> None:
        bar, y = self._view.verticalScrollBar(), self._point.y()
        step = min(0, y - EDGE) + max(0, y - (self._view.viewport().height() - EDGE))
        if step:
            bar.setValue(bar.value() + step)
            self._open.start()

    def _on_open_timeout(self) -> None:
        if self._view.itemsExpandable():
            self._view.expand(self._view.indexAt(self._point))

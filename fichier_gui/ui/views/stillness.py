"""While the user points at rows, they stay where they are."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractItemView, QMenu

from fichier_gui.ui.models.transfer_list import TransferListModel

POINTER, MENU, DRAG = "pointer", "menu", "drag"


class Stillness(QObject):
    """Tells the model how far its rows are seen while the pointer, a menu or a drag is over them."""

    def __init__(self, view: QAbstractItemView, model: TransferListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._reasons: set[str] = set()
        model.last_still = self._last_still
        view.viewport().installEventFilter(self)

    def hold(self, reason: str) -> None:
        """From now on nothing moves."""
        self._reasons.add(reason)

    def let_go(self, reason: str) -> None:
        """When no reason is left, what waited is shown."""
        if reason in self._reasons:
            self._reasons.remove(reason)
            if not self._reasons:
                self._model.let_go()

    def watch(self, menu: QMenu) -> None:
        """Nothing moves while ``menu`` is open."""
        self.hold(MENU)
        menu.aboutToHide.connect(lambda: self.let_go(MENU))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes and goes."""
        if event.type() == QEvent.Type.Enter:
            self.hold(POINTER)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self.let_go(POINTER)
        return False

    def _last_still(self) -> int:
        """The last row that is seen; -1 while rows may move."""
        if not self._reasons:
            return -1
        bottom = self._view.viewport().height() - 1
        index = self._view.indexAt(QPoint(0, bottom))
        return index.row() if index.isValid() else self._model.rowCount() - 1

"""A tree view whose selection steps back while another part of the window has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QTreeView, QWidget

from fichier_gui.ui import theme


class SteppingBack(QTreeView):
    """The selection is the accent's while the keys go here, and a tint of it otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_tinting = False
        self._is_forward = False
        self._tint()

    def setHeader(self, header: QHeaderView) -> None:
        """Qt makes the header of a view that does not sort its own model one that takes no clicks."""
        super().setHeader(header)
        header.setSectionsClickable(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come forward."""
        super().focusInEvent(event)
        self._is_forward = True
        self._tint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Step back; a menu over the view is no other part of the window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._is_forward = False
            self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._is_tinting:
            self._tint()

    @property
    def is_forward(self) -> bool:
        """Whether the selection is painted in the accent."""
        return self._is_forward

    def _tint(self) -> None:
        self._is_tinting = True
        self.setPalette(QPalette() if self._is_forward else theme.soft_selection(QApplication.palette()))
        self._is_tinting = False

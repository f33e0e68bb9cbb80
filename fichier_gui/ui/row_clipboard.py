"""Rows that were cut or copied, for as long as the system's clipboard is ours."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui.carried_paths import local_url
from fichier_gui.ui.models.file_list import ROWS_FORMAT

FILES_FORMAT: Final = "x-special/gnome-copied-files"
"""Without it most file managers of Linux paste nothing: what is to be done with them, then the addresses."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What waits to be put down."""

    items: tuple[Placed, ...]
    is_cut: bool


class RowClipboard(QObject):
    """Other programs get the links as text; whatever they put there ends what was taken here."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = b""
        self._taken: Taken | None = None
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_data_changed)

    @property
    def taken(self) -> Taken | None:
        """What was cut or copied here last, if nothing else has been since."""
        return self._taken

    def take(self, items: Sequence[Placed], *, is_cut: bool, paths: Sequence[str] = ()) -> None:
        """On the clipboard. ``paths``: of the same on this computer, for file managers to copy."""
        links = [placed.item.url for placed in items if isinstance(placed.item, RemoteFile)]
        self._token = secrets.token_bytes(16)
        self._taken = Taken(tuple(items), is_cut)
        data = QMimeData()
        data.setData(ROWS_FORMAT, self._token)
        if links:
            data.setText("\n".join(links))
        if paths and not is_cut:
            urls = [local_url(path) for path in paths]
            data.setUrls(urls)
            data.setData(FILES_FORMAT, b"\n".join([b"copy", *(url.toEncoded().data() for url in urls)]))
        QGuiApplication.clipboard().setMimeData(data)
        self.changed.emit()

    def take_over(self, other: "RowClipboard") -> None:
        """What was cut or copied in another window of the same account."""
        self._token, self._taken = other._token, other._taken
        self.changed.emit()

    def forget(self) -> None:
        """They are another account's: what others may paste stays."""
        if self._taken is not None:
            self._taken = None
            self.changed.emit()

    def clear(self) -> None:
        """What was cut has been put down."""
        QGuiApplication.clipboard().clear()

    def _on_clipboard_data_changed(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        # A clipboard that was cleared has none, on some platforms.
        token = bytes(data.data(ROWS_FORMAT).data()) if data else b""
        if token != self._token:
            self.forget()

"""Data of a drag whose files are not there before another program asks for them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl

from fichier_gui.ui.carried_paths import local_url

URIS: Final = "text/uri-list"


class LateData(QMimeData):
    """Holds what ``known`` holds, but for the addresses: they are those of the files that ``paths`` gives.

    ``paths`` may take as long as another program waits for an answer; no path: there is nothing to be had.
    """

    def __init__(self, known: QMimeData, paths: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._paths = paths
        for kind in known.formats():
            if kind != URIS:
                self.setData(kind, known.data(kind))

    def formats(self) -> list[str]:
        """See Qt."""
        return [*super().formats(), URIS]

    def hasFormat(self, mimetype: str) -> bool:
        """See Qt."""
        return mimetype == URIS or super().hasFormat(mimetype)

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> object:
        """See Qt."""
        if mimetype == URIS:
            urls = [local_url(path) for path in self._paths()]
            # As a list for this program, as bytes for others.
            return uri_list(urls) if preferredType == QMetaType(QMetaType.Type.QByteArray) else urls
        return super().retrieveData(mimetype, preferredType)


def uri_list(urls: Iterable[QUrl]) -> QByteArray:
    """As RFC 2483 has it: one a line, each line ended."""
    return QByteArray(b"".join(bytes(url.toEncoded().data()) + b"\r\n" for url in urls))

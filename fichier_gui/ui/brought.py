"""What a drag or the clipboard brings from other programs: files, links, addresses, a picture."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from fichier_gui.domain import links
from fichier_gui.domain.remote_sources import sources
from fichier_gui.ui.carried_paths import carried_paths
from fichier_gui.ui.models.file_list import ROWS_FORMAT

MOST: Final = 2_000_000
"""Letters of a text that are looked through."""


class Kind(Enum):
    """The first of these that is there counts."""

    FILES = auto()
    LINKS = auto()
    """Of 1fichier."""
    ADDRESSES = auto()
    """Of anything else on the web."""
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Brought:
    """``texts``: absolute paths, links or addresses, each once; of a picture none."""

    kind: Kind
    texts: tuple[str, ...] = ()
    picture: QImage | None = None
    """Not before it is let go: it may be large."""


def local_paths(data: QMimeData) -> list[str]:
    """The files and folders of this machine that a drag carries."""
    own = carried_paths(data)
    # Files of the account are no files of this computer, though other programs get them as such.
    if own or data.hasFormat(ROWS_FORMAT):
        return own
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


def brought_by(data: QMimeData) -> Brought | None:
    """What ``data`` bring; None for what the program has no use for. A picture is not read yet."""
    if paths := local_paths(data):
        return Brought(Kind.FILES, tuple(paths))
    # A browser gives what lies behind words as HTML alone.
    addresses = "\n".join(url.toString() for url in data.urls())
    text = "\n".join((addresses, data.text()[:MOST], data.html()[:MOST] if data.hasHtml() else ""))
    if found := links.find(text):
        return Brought(Kind.LINKS, tuple(link.url for link in found))
    if data.hasImage() and not addresses:
        return Brought(Kind.PICTURE)
    # Those of an HTML text may be of pictures and styles in it.
    if urls := sources(f"{addresses}\n{data.text()[:MOST]}").urls:
        return Brought(Kind.ADDRESSES, urls)
    return Brought(Kind.PICTURE) if data.hasImage() else None


def picture_in(data: QMimeData) -> QImage | None:
    """The picture itself, where there is one that can be read."""
    image = QImage(data.imageData())
    return None if image.isNull() else image

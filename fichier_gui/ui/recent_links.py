"""The newest links this program made, for menus: of this run, and of the rows the queue still holds."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from fichier_gui.domain.events import Event, UploadFinished
from fichier_gui.ui.seam import Seam

KEPT: Final = 10


@dataclass(frozen=True, slots=True)
class RecentLink:
    """A link and the file it leads to."""

    url: str
    name: str


class RecentLinks(QObject):
    """The last ten, newest first, each once."""

    changed = Signal()

    def __init__(self, seam: Seam, parent: QObject) -> None:
        super().__init__(parent)
        self._links: deque[RecentLink] = deque(maxlen=KEPT)
        seam.happened.connect(self._on_seam_happened)

    def newest(self) -> tuple[RecentLink, ...]:
        """Newest first."""
        return tuple(self._links)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, UploadFinished) and event.transfer.url:
            link = RecentLink(event.transfer.url, event.transfer.name)
            if link in self._links:
                self._links.remove(link)
            self._links.appendleft(link)
            self.changed.emit()

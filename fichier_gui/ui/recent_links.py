"""The newest links this program made: of this run, and of the uploads that the queue still holds."""

from collections import deque
from typing import Final

from PySide6.QtCore import QObject, Signal

from fichier_gui.domain.events import Event, UploadFinished
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.transfers import Direction, QueueColumn, QueueFilter, Transfer
from fichier_gui.ui.seam import Seam

KEPT: Final = 50
NAME_LETTERS: Final = 32
IN_MENUS: Final = 10
_LOOKED_AT: Final = 500
"""Finished rows that are read at most: downloads stand among them."""


class RecentLinks(QObject):
    """Newest first, each once."""

    changed = Signal()

    def __init__(self, seam: Seam, parent: QObject) -> None:
        super().__init__(parent)
        self._seam = seam
        self._links: deque[LinkFacts] = deque(maxlen=KEPT)
        seam.happened.connect(self._on_seam_happened)

    def newest(self, count: int = KEPT) -> tuple[LinkFacts, ...]:
        """Newest first."""
        return tuple(self._links)[:count]

    async def load(self) -> None:
        """Add what was finished before this run."""
        ids = await self._seam.call(
            lambda p: p.transfers.order(QueueFilter.DONE, QueueColumn.FINISHED, descending=True)
        )
        newest = [TransferId(item) for item in ids[:_LOOKED_AT]]
        rows = await self._seam.call(lambda p: p.transfers.rows(newest))
        known = {link.url for link in self._links}
        older = [facts_of(row) for row in rows if row.direction is Direction.UPLOAD and row.url]
        for link in older:
            if link.url not in known and len(self._links) < KEPT:
                self._links.append(link)
        if older:
            self.changed.emit()

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, UploadFinished) and event.transfer.url:
            link = facts_of(event.transfer)
            if link in self._links:
                self._links.remove(link)
            self._links.appendleft(link)
            self.changed.emit()


def facts_of(row: Transfer) -> LinkFacts:
    """What a row of the queue knows of its link."""
    return LinkFacts(row.url or "", row.name, row.size, row.remote_folder_path, row.checksum or "")


def short_name(name: str) -> str:
    """A name for a menu: its end tells files apart, so the middle goes; & would mark a key."""
    if len(name) > NAME_LETTERS:
        half = NAME_LETTERS // 2
        name = f"{name[: half - 1]}…{name[-half:]}"
    return name.replace("&", "&&")

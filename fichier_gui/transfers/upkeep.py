"""What the journal is given every second: byte counters, and now and then a copy of itself."""

import logging
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, JournalDamaged
from fichier_gui.domain.events import Event, UnexpectedHappened
from fichier_gui.domain.ids import TransferId
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import Live, ProgressNote

logger = logging.getLogger(__name__)

EVERY: Final = 1.0
"""Seconds between two rounds."""


class Upkeep:
    """Lives on the core's loop. That it fails stops no transfer."""

    def __init__(self, journal: Journal, live: Live, clock: Clock, emit: Callable[[Event], None]) -> None:
        self._journal = journal
        self._live = live
        self._clock = clock
        self._emit = emit
        self._counted: dict[TransferId, ProgressNote] = {}

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._clock.sleep(EVERY)
            await self._count()
            await self._copy()

    async def _count(self) -> None:
        notes = self._live.notes()
        news = {i: note for i, note in notes.items() if _is_news(note, self._counted.get(i))}
        self._counted = notes
        if news:
            try:
                await self._journal.note_progress(news)
            except AppError as error:
                logger.warning("Byte counters were not written: %s", error.code)
                self._counted = {i: note for i, note in notes.items() if i not in news}

    async def _copy(self) -> None:
        try:
            await self._journal.keep_copy()
        except AppError as error:
            logger.warning("The journal was not copied: %s", error.code)
            if isinstance(error, JournalDamaged):
                self._emit(UnexpectedHappened(error))


def _is_news(note: ProgressNote, before: ProgressNote | None) -> bool:
    """The time alone is none: it is written with the next bytes, or with the state."""
    return before is None or (note.done, note.parts) != (before.done, before.parts)

"""The queue as a list that shows batches as one row each."""

from __future__ import annotations

import array
from collections.abc import Collection, Sequence

from fichier_gui.domain.batches import Batch
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.transfers import QueueColumn
from fichier_gui.transfers.journal import Journal


class Listing:
    """Reads only. Raises as the journal does."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> array.array[int]:
        """Ids in order, as ``array('q')``; a batch of several rows has its own id below zero."""
        return await self._journal.arranged(column, descending, unfolded)

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """These batches; those that have no rows any more are left out."""
        return await self._journal.batches(ids)

    async def rows_of(self, ids: Sequence[BatchId]) -> list[TransferId]:
        """The rows of these batches, by place."""
        return await self._journal.rows_of(ids)

    async def links_of(self, ids: Sequence[BatchId]) -> list[LinkFacts]:
        """The links that the rows of these batches have, by place."""
        return await self._journal.links_of_batches(ids)

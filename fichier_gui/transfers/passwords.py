"""The passwords of protected downloads: in memory only, gone with the process.

They are no facts of a transfer: neither the journal nor a log nor an event ever holds one.

What the service refuses is asked once for a batch. Its protected rows ask one after the other; the first
that hears "no password" speaks for those that have none either. A password that the user enters is tried by
one row: if it opens that one, the others go on with it, and the first row that it does not open ends that.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from fichier_gui.domain.errors import AppError, PasswordNeeded, PasswordWrong
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import NewDownload, NewTransfer, State, Transfer
from fichier_gui.transfers.journal import Journal


class Passwords:
    """Lives on the core's loop."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._of_rows: dict[TransferId, Secret] = {}
        self._of_batches: dict[BatchId, Secret] = {}
        """What has opened a row of the batch, and none has refused since."""
        self._closed: dict[TransferId, BatchId] = {}
        """Rows that were given a password which has not opened them yet."""
        self._leaders: dict[BatchId, TransferId] = {}
        """The row that tries what the user entered, for its batch."""
        self._missing: set[BatchId] = set()
        """The service has said what is missing; the user has not answered yet."""
        self._wished: set[BatchId] = set()
        """The user wants a row tried again all the same."""
        self._turns: WeakValueDictionary[BatchId, asyncio.Lock] = WeakValueDictionary()
        self.on_opened: Callable[[BatchId], object] = lambda _: None
        """What the user entered is right: the other rows of the batch may go on."""

    def concerns(self, transfer: Transfer) -> bool:
        """True for a row that is known to want a password, or has one."""
        return transfer.is_protected or transfer.id in self._of_rows

    @asynccontextmanager
    async def turn(self, transfer: Transfer) -> AsyncIterator[None]:
        """Around one question about a protected row: no other one of its batch asks meanwhile."""
        lock = self._turns.setdefault(transfer.batch_id, asyncio.Lock())
        async with lock:
            yield

    def of(self, transfer: Transfer) -> Secret | None:
        """What the row was given, or what has opened another one of its batch."""
        return self._of_rows.get(transfer.id) or self._of_batches.get(transfer.batch_id)

    async def is_missing(self, transfer: Transfer) -> bool:
        """True when the service need not be asked: it has said of this batch that it wants a password."""
        batch = transfer.batch_id
        if batch in self._wished:
            self._wished.discard(batch)
            return False
        return batch in self._missing or await self._journal.wants_password(batch)

    def missed(self, transfer: Transfer) -> None:
        """The service wants a password of this row, and there is none."""
        self._missing.add(transfer.batch_id)

    async def take(self, batch: BatchId, new: Sequence[NewTransfer]) -> None:
        """Keep what the downloads of a new batch brought along."""
        given = {n: each.password for n, each in enumerate(new) if isinstance(each, NewDownload)}
        if any(given.values()):
            ids = await self._journal.batch_ids(batch)
            found = {ids[place]: password for place, password in given.items() if password}
            self._of_rows |= found
            self._closed |= dict.fromkeys(found, batch)

    async def enter(self, ids: Sequence[TransferId], password: Secret) -> list[TransferId]:
        """Keep the user's answer for ``ids``; the rows that try it now, one for each batch."""
        leaders: dict[BatchId, TransferId] = {}
        rows = await self._journal.rows(ids)
        for row in sorted(rows, key=lambda row: not wants_password(row)):
            leaders.setdefault(row.batch_id, row.id)
        self._leaders |= leaders
        for batch, leader in leaders.items():
            self._of_batches.pop(batch, None)
            self._of_rows[leader] = password
            self._closed[leader] = batch
        return list(leaders.values())

    async def waiting(self, batch: BatchId) -> list[TransferId]:
        """The rows of the batch that stand still for want of a password."""
        rows = await self._journal.rows(await self._journal.batch_ids(batch))
        return [row.id for row in rows if wants_password(row)]

    async def try_again(self, ids: Sequence[TransferId]) -> None:
        """The user wants these tried, whatever the service said before: one of each batch asks."""
        self._wished |= set(await self._journal.batches_of(ids))

    def keep(self, transfer: Transfer, password: Secret) -> None:
        """It opened this row: it is the row's own, and that of its batch where the user entered it."""
        batch = transfer.batch_id
        self._closed.pop(transfer.id, None)
        self._of_rows[transfer.id] = password
        if self._leaders.get(batch) == transfer.id:
            del self._leaders[batch]
            self._of_batches[batch] = password
            self._missing.discard(batch)
            self.on_opened(batch)

    def refused(self, transfer: Transfer, password: Secret | None) -> None:
        """``password`` is wrong for this row: no row of the batch that it has not opened tries it again."""
        batch = transfer.batch_id
        given = [each for each, its_batch in self._closed.items() if its_batch == batch]
        # What the user has entered meanwhile for one of them is another password, and stays.
        self.forget(each for each in {transfer.id, *given} if self._of_rows.get(each) == password)
        if self._of_batches.get(batch) == password:
            del self._of_batches[batch]
        self._missing.add(batch)

    def hear(self, transfer: Transfer, error: AppError) -> None:
        """A row has come to rest by this: it goes on where its batch was opened in the same moment."""
        is_unasked = isinstance(error, PasswordNeeded) and error.facts.get("unasked")
        if is_unasked and self.of(transfer) is not None:
            self.on_opened(transfer.batch_id)

    def forget(self, ids: Iterable[TransferId]) -> None:
        """These rows are done, gone, or were given a wrong one."""
        for transfer_id in ids:
            self._of_rows.pop(transfer_id, None)
            batch = self._closed.pop(transfer_id, None)
            if batch is not None and self._leaders.get(batch) == transfer_id:
                del self._leaders[batch]

    def forget_batch(self, batch: BatchId) -> None:
        """Nothing of the batch is under way any more; what it asks for is in the journal."""
        self._of_batches.pop(batch, None)
        self._missing.discard(batch)
        self._wished.discard(batch)


def wants_password(transfer: Transfer) -> bool:
    """True for a row that stands still until the user enters a password."""
    return transfer.state is State.NEEDS_ANSWER and isinstance(transfer.error, PasswordNeeded | PasswordWrong)

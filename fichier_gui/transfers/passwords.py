"""The passwords of protected downloads: in memory only, gone with the process.

They are no facts of a transfer: neither the journal nor a log nor an event ever holds one.
"""

from collections.abc import Iterable, Sequence

from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import NewDownload, NewTransfer, State, Transfer
from fichier_gui.transfers.journal import Journal


class Passwords:
    """One for each row that was given one, and the last one of each batch for its other rows.

    The first row that the service refuses a batch's password takes it from all rows it did not open yet.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._of_rows: dict[TransferId, Secret] = {}
        self._of_batches: dict[BatchId, Secret] = {}
        self._borrowers: dict[TransferId, BatchId] = {}
        """Rows that stood still when their batch was given its password, and have not tried it yet."""

    def of(self, transfer: Transfer) -> Secret | None:
        """What the row was given, or lent at once."""
        return self._of_rows.get(transfer.id)

    def of_batch(self, transfer: Transfer) -> Secret | None:
        """What another row of its batch was given: worth one try when the service asks."""
        return self._of_batches.get(transfer.batch_id)

    async def take(self, batch: BatchId, new: Sequence[NewTransfer]) -> None:
        """Keep what the downloads of a new batch brought along."""
        given = {n: each.password for n, each in enumerate(new) if isinstance(each, NewDownload)}
        if any(given.values()):
            ids = await self._journal.batch_ids(batch)
            self._of_rows |= {ids[place]: password for place, password in given.items() if password}

    async def enter(self, ids: Sequence[TransferId], password: Secret) -> list[TransferId]:
        """Keep the user's answer for ``ids`` and their batches; the rows that stood still for want of it."""
        chosen = set(ids)
        rows = await self._journal.rows(ids)
        asking = [row.id for row in rows if wants_password(row)]
        for batch in {row.batch_id for row in rows}:
            self._of_batches[batch] = password
            others = await self._journal.rows(await self._journal.batch_ids(batch))
            lent = [row.id for row in others if wants_password(row) and row.id not in chosen]
            self._borrowers |= dict.fromkeys(lent, batch)
            asking += lent
        for transfer_id in chosen:
            self._borrowers.pop(transfer_id, None)
        self._of_rows |= dict.fromkeys([*ids, *asking], password)
        return asking

    def keep(self, transfer_id: TransferId, password: Secret) -> None:
        """It opened this row: it is the row's own, whatever becomes of its batch."""
        self._borrowers.pop(transfer_id, None)
        self._of_rows[transfer_id] = password

    def refused(self, transfer: Transfer, password: Secret | None) -> None:
        """``password`` is wrong for this row: no other row of the batch tries it by itself."""
        batch = transfer.batch_id
        lent = [each for each, its_batch in self._borrowers.items() if its_batch == batch]
        self.forget([transfer.id, *(each for each in lent if self._of_rows.get(each) == password)])
        if self._of_batches.get(batch) == password:
            self._of_batches.pop(batch, None)

    def forget(self, ids: Iterable[TransferId]) -> None:
        """These rows are done, gone, or were given a wrong one."""
        for transfer_id in ids:
            self._of_rows.pop(transfer_id, None)
            self._borrowers.pop(transfer_id, None)

    def forget_batch(self, batch: BatchId) -> None:
        """Nothing of the batch is under way any more."""
        self._of_batches.pop(batch, None)


def wants_password(transfer: Transfer) -> bool:
    """True for a row that stands still until the user enters a password."""
    return transfer.state is State.NEEDS_ANSWER and isinstance(transfer.error, PasswordNeeded | PasswordWrong)

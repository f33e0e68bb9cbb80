"""One upload request and the files in it: a large file alone, small ones for one folder together.

    every member looks at its source and joins, or leaves -> node -> [rows: node] -> POST ...
      [rows: body_sent] last bytes -> each member claims its own link

Brackets are committed, for all members, before what follows them. The members meet without a clock: the form
departs when each of them has joined or left.
"""

import asyncio
import contextlib
from collections.abc import Collection
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import AppError, ConnectionLost, TooLarge, UploadRefused
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.names import encode_name
from fichier_gui.domain.reactions import AFRESH
from fichier_gui.domain.remote import UploadNode
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.transfers.hashing import Digester, HashStopped
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone
from fichier_gui.transfers.ports import UploadBody
from fichier_gui.transfers.row import Row, RowTaken, write_all_from_thread
from fichier_gui.transfers.source_file import SourceFile, SourceIdentity
from fichier_gui.transfers.threads import Spawn, detached, finished

MOST_FILES: Final = 500
"""The service's limit for one request (reference §5.1)."""
MOST_BYTES: Final = 64 * 1024 * 1024
"""Of a form of several files: a cut costs no more."""

_ONE_IS_TO_BLAME: Final = (UploadRefused, TooLarge)
"""Refusals of a whole request that one of its files may have brought about."""


class SentBack(Exception):
    """Nothing of this file was sent, through no fault of its own: it goes again, among at most ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


def together(leader: Transfer, others: Collection[Transfer], most: int) -> list[Transfer]:
    """``leader`` and those of ``others``, in their order, that may travel in one form with it."""
    chosen, names, size = [leader], {encode_name(leader.name)}, leader.size
    for other in others:
        name = encode_name(other.name)
        if len(chosen) >= most:
            break
        if name not in names and size + other.size <= MOST_BYTES:
            chosen.append(other)
            names.add(name)
            size += other.size
    return chosen


def smaller(count: int) -> int:
    """The size of the next form after one of ``count`` files came to nothing."""
    return max(1, count // 4)


@dataclass
class _Member:
    """A file that has joined."""

    row: Row
    identity: SourceIdentity
    sent: Future[str] = field(default_factory=Future)
    """The id of the report, or the error."""
    digest: str | None = None

    @property
    def size(self) -> int:
        """Bytes to send: of a part its own."""
        transfer = self.row.transfer
        return self.identity.size if transfer.part_offset is None else transfer.size


class Form:
    """One request. Lives on the loop; made with the ids of its members, each of which joins or leaves."""

    def __init__(
        self,
        means: Means,
        members: Collection[TransferId],
        spawn: Spawn,
    ) -> None:
        self._means = means
        self._spawn = spawn
        self._awaited = set(members)
        self._joined: dict[TransferId, _Member] = {}
        self._sending: _Sending | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_broken = False
        self.size = len(self._awaited)

    async def send(self, row: Row, identity: SourceIdentity) -> str:
        """Join, wait for the others and for the request; the id of the report.

        Raises leaves of ``AppError``, and :class:`SentBack`. A cancellation breaks the request off.
        """
        member = self._joined[row.id] = _Member(row, identity)
        self.leave(row.id)
        return await finished(member.sent, lambda: self._give_up(member))

    def leave(self, transfer_id: TransferId) -> None:
        """Not awaited any longer. Idempotent."""
        self._awaited.discard(transfer_id)
        if not self._awaited and self._joined and self._sending is None:
            self._sending = _Sending(self._means, list(self._joined.values()))
            self._task = self._spawn(self._carry(self._sending), f"form of {len(self._joined)}")
            # Not in the task itself: one that is cancelled before its first step never gets that far.
            self._task.add_done_callback(lambda _task: self._release())

    def digest_of(self, transfer_id: TransferId) -> str | None:
        """Of what was read of this file, once all of it was."""
        return self._joined[transfer_id].digest

    def _give_up(self, member: _Member) -> None:
        """A member was cancelled: what is on its way cannot do without it."""
        if self._task is None:
            del self._joined[member.row.id]
            _settle(member, ConnectionLost("stopped"))
        else:
            self._is_broken = True
            self._task.cancel()

    def _release(self) -> None:
        """However the task ended, nobody is left waiting for it."""
        for member in self._joined.values():
            _settle(member, ConnectionLost("given up"))

    async def _carry(self, sending: "_Sending") -> None:
        outcome = await self._outcome(sending)
        for member in sending.members:
            if isinstance(outcome, str):
                member.sent.set_result(outcome)
            else:
                _settle(member, self._error_of(member, outcome))

    async def _outcome(self, sending: "_Sending") -> str | AppError:
        try:
            return await self._sent(sending)
        except AppError as error:
            return error
        except RowTaken:
            # Whoever took it tells its own run; the others go again.
            self._is_broken = True
            return ConnectionLost("a row has gone")
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not self._is_broken or task is None:
                raise
            # It came from :meth:`_give_up`, and ends here.
            task.uncancel()
            return ConnectionLost("stopped")

    async def _sent(self, sending: "_Sending") -> str:
        means = self._means
        means.reached(Milestone.MEMBERS_MET)
        node = await means.service.upload_node()
        means.reached(Milestone.NODE_GIVEN)
        shared: Changes = AFRESH | {
            "state": State.MOVING,
            "node_host": node.host,
            "node_id": node.id,
            "node_at": means.clock.time(),
        }
        # All at once: what waits together is committed together.
        written = await asyncio.gather(
            *(m.row.write(**shared | _as_found(m)) for m in sending.members), return_exceptions=True
        )
        for error in written:
            if error is not None:
                raise error
        means.reached(Milestone.NODE_WRITTEN)
        report_id = await finished(means.movers.submit(sending.run, node), sending.abort)
        return report_id or node.id

    def _error_of(self, member: _Member, error: AppError) -> Exception:
        """What a failed request means for one of its files."""
        count = len(self._joined)
        if count == 1:
            return error
        if isinstance(error, _ONE_IS_TO_BLAME):
            # Nothing of such a request is kept, though all of it was sent.
            return SentBack(smaller(count))
        if member.row.transfer.body_sent or (self._sending is not None and self._sending.culprit is member):
            return error
        if self._is_broken or (self._sending is not None and self._sending.culprit is not None):
            return SentBack(count)
        return error


class _Sending:
    """The request, in its worker thread."""

    def __init__(self, means: Means, members: list[_Member]) -> None:
        self._means = means
        self.members = members
        self._files = tuple(_File(self, member) for member in members)
        self._body: UploadBody | None = None
        self._aborted: Future[None] = Future()
        self.culprit: _Member | None = None
        """Whose source could not be read."""

    def run(self, node: UploadNode) -> str:
        """Send the files; the id of the report. Raises leaves of ``AppError``."""
        folder_id = self.members[0].row.transfer.folder_id or ROOT
        try:
            self._body = self._means.service.open_upload(node, folder_id, self._files, _nothing)
            self._connect(self._body)
            self._means.reached(Milestone.CONNECTED)
            report_id = self._body.send()
            self._means.reached(Milestone.ANSWERED)
            return report_id
        finally:
            for file in self._files:
                file.end()

    def abort(self) -> None:
        """Break it off. Any thread."""
        if not self._aborted.done():
            self._aborted.set_result(None)
        for file in self._files:
            file.stop()
        if self._body is not None:
            self._body.abort()

    @property
    def is_aborted(self) -> bool:
        """True after :meth:`abort`."""
        return self._aborted.done()

    def _connect(self, body: UploadBody) -> None:
        """Nothing is sent yet, so an opening that nobody can break off is left to itself."""
        opening = detached(body.connect, f"connect {self.members[0].row.id}")
        wait([opening, self._aborted], return_when=FIRST_COMPLETED)
        if self._aborted.done():
            opening.add_done_callback(lambda _late: body.close())
            raise ConnectionLost("stopped")
        opening.result()

    def opened(self, member: _Member) -> tuple[SourceFile, Digester | None]:
        """The source of a member whose turn has come."""
        means, transfer = self._means, member.row.transfer
        state = means.new_digest(means.limits().verify_uploads)
        is_last = member is self.members[-1]
        digester = Digester(state, means.hashers) if state is not None else None
        try:
            source = SourceFile(
                Path(transfer.local_path),
                encode_name(transfer.name),
                member.identity,
                gauge=member.row.gauge,
                throttle=member.row.throttle,
                digester=digester,
                before_last=self._before_last if is_last else _nothing,
                offset=transfer.part_offset or 0,
                size=member.size,
            )
        except BaseException:
            if digester is not None:
                digester.abort()
            raise
        means.reached(Milestone.FILE_OPENED)
        return source, digester

    def _before_last(self) -> None:
        sent: list[tuple[Row, Changes]] = [
            (member.row, {"state": State.FINISHING, "body_sent": True, "done": member.size})
            for member in self.members
        ]
        write_all_from_thread(sent)
        self._means.reached(Milestone.BEFORE_LAST_BYTES)


class _File:
    """Implements ``ports.UploadFile``: a source that is opened when its turn comes."""

    def __init__(self, sending: _Sending, member: _Member) -> None:
        self._sending = sending
        self._member = member
        self._source: SourceFile | None = None
        self._digester: Digester | None = None
        self.name = encode_name(member.row.transfer.name)
        self.size = member.size

    def readinto(self, buffer: memoryview) -> int:
        """See ``ports.UploadFile``."""
        if self._sending.is_aborted:
            raise ConnectionLost("stopped")
        try:
            if self._source is None:
                self._source, self._digester = self._sending.opened(self._member)
            count = self._source.readinto(buffer)
        except ConnectionLost:
            raise
        except AppError:
            self._sending.culprit = self._member
            raise
        if self._source.is_complete:
            # A form may hold more files than the system opens, and more than there are threads to hash them.
            self._source.close()
            if self._digester is not None:
                self._digester.end()
        return count

    def stop(self) -> None:
        """Read no more. Any thread."""
        if self._source is not None:
            self._source.stop()

    def end(self) -> None:
        """Let go of the file; its digest is known, if all of it was read."""
        if self._source is not None:
            self._source.close()
            self._member.digest = _ended(self._digester, self._source.is_complete)


def _as_found(member: _Member) -> Changes:
    return {"size": member.size, "mtime_ns": member.identity.mtime_ns}


def _settle(member: _Member, error: Exception) -> None:
    if not member.sent.done():
        member.sent.set_exception(error)


def _ended(digester: Digester | None, is_complete: bool) -> str | None:
    if digester is None:
        return None
    if not is_complete:
        digester.abort()
        return None
    with contextlib.suppress(HashStopped):
        return digester.finish()
    return None


def _nothing() -> None:
    pass

"""One upload, from a local file to its link.

    look at the source -> form: node -> [row: node] -> POST ... [row: body_sent] last bytes -> end.pl
      -> compare -> [row: done]
    after a break or a kill:  not body_sent: the service cannot have the file, send again
                              body_sent:     claim: end.pl, then the folder's listing, then ask the user
    after a damaged journal:  body_sent, no node: a copy knows no better; the folder's listing, else send

Brackets are committed before what follows them; which step follows is decided in ``transfers.restart``. What
the request carries besides is the affair of ``transfers.forms``.
"""

import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.errors import (
    AccessProblem,
    AppError,
    ChecksumMismatch,
    KeyProblem,
    NameAltered,
    NotFound,
    RemoteFolderGone,
    ServiceBusy,
    TooLarge,
    UploadRefused,
    UploadUnconfirmed,
)
from fichier_gui.domain.reactions import AFRESH
from fichier_gui.domain.remote import RemoteFile, ReportState, StoredFile, UploadNode
from fichier_gui.domain.transfers import State, Transfer, Verification
from fichier_gui.domain.waiting import REPORT_LIMIT
from fichier_gui.transfers import report
from fichier_gui.transfers.forms import Form
from fichier_gui.transfers.hashing import HashStopped, hash_file
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone
from fichier_gui.transfers.ports import HashState
from fichier_gui.transfers.restart import Seen, UploadPhase, UploadStep, upload_phase, upload_step
from fichier_gui.transfers.row import Row
from fichier_gui.transfers.source_file import SourceIdentity, expected, look_at, look_at_source
from fichier_gui.transfers.threads import finished

_REFUSALS: Final = (UploadRefused, TooLarge, AccessProblem, KeyProblem)
"""Answers after which the service certainly has not kept the file."""

UNKNOWN_POLLS: Final = 3
"""Times that ``end.pl`` may know nothing before the folder is asked."""


@dataclass
class _Look:
    """What was seen of the file since it was sent."""

    report: Seen = Seen.UNSEEN
    folder: Seen = Seen.UNSEEN
    stored: StoredFile | None = None
    cause: AppError | None = None

    def begin(self) -> None:
        """It is sent anew."""
        self.report = self.folder = Seen.UNSEEN
        self.stored = self.cause = None

    def found(self, stored: StoredFile | None) -> Seen:
        """Keep the line of our file, if there is one."""
        self.stored = stored
        return Seen.NO if stored is None else Seen.YES

    def next_step(self, transfer: Transfer) -> UploadStep:
        """See :mod:`fichier_gui.transfers.restart`."""
        was_busy = isinstance(self.cause, ServiceBusy)
        return upload_step(upload_phase(transfer), self.report, self.folder, was_busy=was_busy)


class Upload:
    """Runs one row. Every way out is a committed *Done*, an ``AppError``, or a cancellation."""

    def __init__(self, row: Row, means: Means, form: Form) -> None:
        self._row = row
        self._form = form
        self._means = means
        self._path = Path(row.transfer.local_path)
        self._verifies = means.limits().verify_uploads

    async def run(self) -> None:
        """Send, or claim what was sent. Raises leaves of ``AppError``, and ``SentBack``."""
        look = _Look()
        steps: Mapping[UploadStep, Callable[[_Look], Awaitable[None]]] = {
            UploadStep.SEND: self._send,
            UploadStep.ASK_REPORT: self._ask_report,
            UploadStep.ASK_FOLDER: self._ask_folder,
            UploadStep.SEND_LATER: self._give_up,
            UploadStep.ASK_USER: self._give_up,
        }
        while (step := look.next_step(self._row.transfer)) is not UploadStep.CLAIM:
            await steps[step](look)
        await self._claim(look)

    async def _ask_report(self, look: "_Look") -> None:
        await self._hand_over()
        look.report = look.found(await self._from_report())
        self._means.reached(Milestone.REPORT_READ)

    async def _ask_folder(self, look: "_Look") -> None:
        row, clock = self._row, self._means.clock
        if upload_phase(row.transfer) is UploadPhase.SENT:
            look.folder = look.found(await self._from_folder())
            self._means.reached(Milestone.FOLDER_READ)
            return
        # The row is older than the damaged journal: what went to its folder since is not sent again.
        await clock.sleep(max(0.0, (row.transfer.node_at or 0.0) - clock.time()))
        stored = await self._from_folder()
        if stored is None and await self._source_was_changed():
            stored = await self._from_folder()
        look.folder = look.found(stored)

    async def _hand_over(self) -> None:
        """From now on the service is at work with it."""
        if self._row.transfer.state in (State.STARTING, State.MOVING):
            await self._row.write(state=State.FINISHING, done=self._row.transfer.size)

    async def _claim(self, look: "_Look") -> None:
        await self._hand_over()
        if look.stored is not None:
            await self._compare(look.stored)

    async def _give_up(self, look: "_Look") -> None:
        """What was sent is nowhere. Always raises ``AppError``."""
        if isinstance(look.cause, ServiceBusy):
            await self._row.write(**AFRESH)
            raise look.cause
        raise UploadUnconfirmed(look.cause.detail if look.cause else "", name=self._row.transfer.name)

    async def _source_was_changed(self) -> bool:
        """Since it was queued: sent was what the file had become by then, and that is in the row now."""
        row = self._row
        if row.transfer.part_offset is not None:
            return False
        with contextlib.suppress(AppError):
            found = await finished(self._means.movers.submit(look_at, self._path), _nothing)
            if found != SourceIdentity(row.transfer.size, row.transfer.mtime_ns):
                await row.write(size=found.size, mtime_ns=found.mtime_ns, local_checksum=None)
                return True
        return False

    async def _send(self, look: "_Look") -> None:
        """``look.cause``: why the answer to what was sent was not heard."""
        means, row = self._means, self._row
        if row.transfer.body_sent:
            await row.write(**AFRESH)
        look.begin()
        identity = await finished(means.movers.submit(look_at_source, row.transfer), _nothing)
        try:
            report_id = await self._form.send(row, identity)
        except _REFUSALS:
            await row.write(**AFRESH)
            raise
        except AppError as error:
            if not row.transfer.body_sent:
                raise
            look.cause = error
            await row.write(local_checksum=self._form.digest_of(row.id))
        else:
            await row.write(node_id=report_id, local_checksum=self._form.digest_of(row.id))

    async def _from_report(self) -> StoredFile | None:
        """Ask ``end.pl`` until it has an answer, within the table's patience."""
        transfer = self._row.transfer
        node = UploadNode(transfer.node_host or "", transfer.node_id or "")
        clock, reports = self._means.clock, self._means.reports
        if (found := await self._line_of(reports.last(node))) is not None:
            return found
        begun = clock.monotonic()
        unknown = poll = 0
        while unknown < UNKNOWN_POLLS and (elapsed := clock.monotonic() - begun) < REPORT_LIMIT:
            since = clock.monotonic()
            await clock.sleep(report.wait_before(poll, transfer.size, elapsed))
            answer = await reports.ask(node, since, transfer)
            found = await self._line_of(answer.files)
            if found is not None:
                return found
            if answer.state is not ReportState.PENDING:
                unknown += 1
            poll += 1
        return None

    async def _line_of(self, files: Sequence[StoredFile]) -> StoredFile | None:
        """Our line of a report; a lone line under a strange name is ours if nobody else was in the form."""
        transfer = self._row.transfer
        if (found := report.pick(files, transfer)) is not None:
            return found
        lone = report.lone(files, transfer)
        if lone is None or await self._means.journal.form_size(transfer.node_host, transfer.node_id) > 1:
            return None
        return lone

    async def _from_folder(self) -> StoredFile | None:
        """Our file in its folder; None when it is not there. Raises ``UploadUnconfirmed`` if that is open."""
        transfer = self._row.transfer
        if transfer.folder_id is None:
            return None
        try:
            listing = await self._means.folders.listing(transfer.folder_id, not_older_than=self._since())
        except NotFound as error:
            raise RemoteFolderGone(error.detail, folder=transfer.remote_folder_path) from error
        found = await self._free_candidate(report.namesakes(listing.files, transfer))
        if found is None and not listing.is_complete:
            raise UploadUnconfirmed("the listing is not complete", name=transfer.name)
        return found

    async def _free_candidate(self, named: Sequence[RemoteFile]) -> StoredFile | None:
        if not named:
            return None
        digest = await self._local_digest()
        for file in report.candidates(named, self._row.transfer, digest):
            # Another upload of the same file to the same folder has a link of its own.
            if not await self._means.journal.link_is_taken(file.url):
                return report.as_stored(file)
        return None

    def _since(self) -> float:
        """One listing does for all rows that a damaged journal left: nothing has been sent since."""
        node_at = self._row.transfer.node_at if report.is_uncertain(self._row.transfer) else None
        return self._means.clock.time() if node_at is None else node_at

    async def _compare(self, stored: StoredFile) -> None:
        verification, digest = await self._judged(stored)
        self._means.reached(Milestone.UPLOAD_JUDGED)
        row = self._row
        alters = not report.is_named(stored.name, row.transfer.name)
        facts: Changes = {
            "url": stored.url,
            "checksum": stored.checksum,
            "local_checksum": digest,
            "verification": verification,
            "stored_name": stored.name if alters else None,
        }
        if verification is Verification.DIFFERS:
            await row.write(**facts)
            raise ChecksumMismatch(
                url=stored.url, path=row.transfer.local_path, expected=digest, actual=stored.checksum
            )
        facts["state"] = State.DONE
        facts["error"] = NameAltered(sent=row.transfer.name, stored=stored.name) if alters else None
        facts["finished_at"] = self._means.clock.time()
        await row.write(**facts)
        self._means.reached(Milestone.UPLOAD_DONE)

    async def _judged(self, stored: StoredFile) -> tuple[Verification, str | None]:
        if not self._verifies:
            return Verification.OFF, self._row.transfer.local_checksum
        if stored.checksum is None:
            return Verification.UNAVAILABLE, self._row.transfer.local_checksum
        digest = await self._local_digest()
        if digest is None:
            return Verification.UNAVAILABLE, None
        same = digest == stored.checksum.lower()
        return Verification.VERIFIED if same else Verification.DIFFERS, digest

    async def _local_digest(self) -> str | None:
        """The sum of what was sent: from the way, else (after a restart) from the file if it is the same."""
        row, means = self._row, self._means
        state = means.new_digest(True)
        if row.transfer.local_checksum is not None or state is None:
            return row.transfer.local_checksum
        if row.transfer.state is State.FINISHING:
            await row.write(state=State.VERIFYING)
        stopped: list[bool] = []
        work = means.movers.submit(_digest_if_same, row.transfer, state, lambda: bool(stopped))
        digest = await finished(work, lambda: stopped.append(True))
        await row.write(local_checksum=digest)
        return digest


def _digest_if_same(transfer: Transfer, state: HashState, is_stopped: Callable[[], bool]) -> str | None:
    """The sum of the file if it is still what was sent, else None. Blocking."""
    path, sent = Path(transfer.local_path), expected(transfer)
    with contextlib.suppress(AppError, HashStopped):
        if look_at(path) == sent:
            digest = hash_file(path, state, is_stopped, transfer.part_offset or 0, transfer.size)
            if look_at(path) == sent:
                return digest
    return None


def _nothing() -> None:
    pass

"""One download, from a link to a verified file under its final name.

    conflict rule -> [row: part file] -> token -> [row: etag] range ... bytes to the part file, hashed behind
      -> fsync -> [row: verified] -> rename, never over a file nobody saw -> [row: done]
                  [row: differs]  -> name.corrupt, ask the user

Brackets are committed before what follows them. After a kill ``verification`` tells whether the bytes were
already judged; if not, the part file goes on from its length and is hashed from its beginning.
"""

from pathlib import Path
from typing import Final

from fichier_gui.domain.errors import (
    ChecksumMismatch,
    LinkExpired,
    PasswordNeeded,
    PasswordWrong,
    RemoteChanged,
    SizeMismatch,
    UnexpectedAnswer,
)
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.reactions import AFRESH
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import ConflictRule, State, Transfer, Verification
from fichier_gui.transfers import part_file
from fichier_gui.transfers.conflict import Conflict, Verdict, another_name
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.hashing import FrontDigester
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.part_file import PartFile
from fichier_gui.transfers.ports import DownloadBody
from fichier_gui.transfers.receiving import Receiving
from fichier_gui.transfers.row import Row
from fichier_gui.transfers.threads import abandonable, detached, finished

TOKENS: Final = 3
"""Direct links that may die in a row, with no byte between, before the attempt ends."""


class Download:
    """Runs one row. Every way out is a committed *Done*, an ``AppError``, or a cancellation."""

    def __init__(self, row: Row, means: Means) -> None:
        self._row = row
        self._means = means
        self._conflict = Conflict(means.checksums)
        self._verifies = means.limits().verify_downloads

    async def run(self) -> None:
        """Fetch, judge, publish: whichever steps are left. Raises leaves of ``AppError``."""
        row = self._row
        if row.transfer.verification is Verification.PENDING:
            if row.transfer.part_path is None and not await self._may_write():
                return
            await self._fetch()
        if row.transfer.verification is Verification.DIFFERS and not row.transfer.keep_anyway:
            await self._put_aside()
        await self._publish()

    async def _may_write(self) -> bool:
        """Apply the conflict rule. False: there is nothing to fetch, the row is done."""
        conflict = self._conflict
        verdict = await finished(self._means.movers.submit(conflict.judge, self._row.transfer), conflict.stop)
        if verdict is Verdict.RENAME:
            await self._rename()
        elif verdict is not Verdict.WRITE:
            await self._leave_local(verdict)
            return False
        return True

    async def _rename(self) -> None:
        path = await finished(self._means.movers.submit(another_name, self._row.transfer), _nothing)
        await self._row.write(local_path=str(path), stored_name=path.name)

    async def _leave_local(self, verdict: Verdict) -> None:
        """Done without these bytes: the local file is the same, or the user wants it as it is."""
        is_same = verdict is Verdict.SAME
        await self._row.write(
            state=State.DONE,
            done=self._row.transfer.size if is_same else 0,
            verification=Verification.VERIFIED if is_same else Verification.OFF,
            conflict=self._row.transfer.conflict if is_same else ConflictRule.SKIP,
            part_path=None,
            finished_at=self._means.clock.time(),
            error=None,
        )

    async def _fetch(self) -> None:
        means, row = self._means, self._row
        part = await self._opened_part()
        fetching = _Fetching(row, means, part, verifies=self._verifies)
        try:
            await finished(means.movers.submit(fetching.make_room), _nothing)
            await self._receive_all(fetching)
            await row.write(state=State.FINISHING, done=row.transfer.size)
            digest = await finished(means.movers.submit(fetching.settle), fetching.abort)
        finally:
            means.room.release(row.id)
            await finished(means.movers.submit(fetching.close), _nothing)
        await row.write(
            state=State.VERIFYING, local_checksum=digest, verification=self._judged(digest, row.transfer)
        )

    async def _receive_all(self, fetching: "_Fetching") -> None:
        dead_links = 0
        while not self._row.transfer.size or fetching.part.length < self._row.transfer.size:
            length = fetching.part.length
            try:
                await self._receive(fetching)
            except LinkExpired:
                dead_links = dead_links + 1 if fetching.part.length == length else 1
                if dead_links >= TOKENS:
                    raise

    async def _receive(self, fetching: "_Fetching") -> None:
        """One token, one connection."""
        means, row = self._means, self._row
        transfer = row.transfer
        link = await self._link()
        start = fetching.part.length
        opening = detached(lambda: means.service.open_download(link, start, transfer.etag), f"open {row.id}")
        try:
            body = await abandonable(opening, lambda late: late.close())
        except RemoteChanged:
            await finished(means.movers.submit(fetching.restart), _nothing)
            await row.write(etag=None, done=0)
            raise
        try:
            await finished(means.movers.submit(fetching.accept, body), _nothing)
            await row.write(
                state=State.MOVING, size=body.info.total, etag=body.info.etag, done=fetching.part.length
            )
            if not transfer.size:
                await finished(means.movers.submit(fetching.make_room), _nothing)
            receiving = fetching.receiving(body)
        except BaseException:
            await finished(means.movers.submit(body.close), _nothing)
            raise
        await finished(means.movers.submit(receiving.run), receiving.abort)

    async def _link(self) -> str:
        """A direct link. A wrong password is forgotten: the user is asked, the service never again."""
        row, passwords = self._row, self._means.passwords
        password = passwords.of(row.transfer)
        try:
            try:
                link = await self._asked_link(password)
            except PasswordNeeded:
                of_batch = passwords.of_batch(row.transfer)
                if password is not None or of_batch is None:
                    raise
                password = of_batch
                link = await self._asked_link(password)
        except PasswordWrong:
            passwords.refused(row.transfer, password)
            raise
        if password is not None:
            passwords.keep(row.id, password)
        return link

    async def _asked_link(self, password: Secret | None) -> str:
        transfer = self._row.transfer
        return await self._means.service.download_link(
            transfer.url or FileUrl(""),
            cdn=transfer.use_credits,
            password=None if password is None else password.reveal(),
        )

    def _judged(self, digest: str | None, transfer: Transfer) -> Verification:
        if not self._verifies:
            return Verification.OFF
        if digest is None or transfer.checksum is None:
            return Verification.UNAVAILABLE
        return Verification.VERIFIED if digest == transfer.checksum.lower() else Verification.DIFFERS

    async def _opened_part(self) -> PartFile:
        """The part file of the row; a new one is in the journal before it is on the disk."""
        means, row = self._means, self._row
        if row.transfer.part_path is not None:
            path = Path(row.transfer.part_path)
            return await abandonable(
                means.movers.submit(PartFile.reopen, path, row.transfer.size), PartFile.close
            )  # raises TargetFolderGone where the folder has vanished: it is not made a second time
        final = Path(row.transfer.local_path)
        await finished(means.movers.submit(_make_folder, final.parent), _nothing)
        for path in part_file.part_names(final):
            if await means.journal.part_is_taken(str(path), row.id):
                continue
            if await finished(means.movers.submit(part_file.is_there, path), _nothing):
                continue
            await row.write(part_path=str(path))
            try:
                return await abandonable(means.movers.submit(PartFile.create, path), PartFile.close)
            except FileExistsError:
                continue
        raise AssertionError("part names never end")

    async def _put_aside(self) -> None:
        """Keep bytes that are not what the service announced, and ask. Always raises ``AppError``."""
        means, row = self._means, self._row
        transfer = row.transfer
        part = Path(transfer.part_path or "")
        if part.name.endswith(part_file.SUFFIX):
            if not await finished(means.movers.submit(part_file.is_there, part), _nothing):
                await row.write(**AFRESH)
                raise SizeMismatch(expected=transfer.size, actual=0)
            part = await finished(means.movers.submit(part_file.put_aside, part), _nothing)
            await row.write(part_path=str(part))
        raise ChecksumMismatch(path=str(part), expected=transfer.checksum, actual=transfer.local_checksum)

    async def _publish(self) -> None:
        """Give the judged bytes their final name, or find that they have it."""
        means, row = self._means, self._row
        if row.transfer.state is State.STARTING:
            await row.write(state=State.VERIFYING)
        while True:
            publishing = _Publishing(row.transfer, self._conflict)
            verdict = await finished(means.movers.submit(publishing.run), self._conflict.stop)
            if verdict is None:
                await row.write(**AFRESH)
                raise SizeMismatch(expected=row.transfer.size, actual=0)
            if verdict is not Verdict.RENAME:
                break
            await self._rename()
        if verdict is Verdict.WRITE:
            await row.write(
                state=State.DONE,
                done=row.transfer.size,
                part_path=None,
                error=None,
                finished_at=means.clock.time(),
            )
        else:
            await self._leave_local(verdict)


class _Fetching:
    """The part file with the digest that follows it. Methods are for worker threads."""

    def __init__(self, row: Row, means: Means, part: PartFile, *, verifies: bool) -> None:
        self._row = row
        self._means = means
        self._verifies = verifies
        self.part = part
        self._digester = self._new_digester()

    def make_room(self) -> None:
        """Raises ``DiskFull`` when what is left does not fit. Later, where the size is not known yet."""
        room, size = self._means.room, self._row.transfer.size
        if not size:
            return
        room.book(self.part.path.parent, self._row.gauge, size - self.part.held())
        if self.part.reserve(size):
            # From now on the disk itself counts it as taken.
            room.release(self._row.id)

    def accept(self, body: DownloadBody) -> None:
        """Raises ``SizeMismatch``, ``UnexpectedAnswer`` when these are not the bytes that are asked for."""
        info, size = body.info, self._row.transfer.size
        if not info.total:
            raise UnexpectedAnswer("an empty body: the service keeps no empty files")
        if size and info.total != size:
            raise SizeMismatch(expected=size, actual=info.total)
        if info.start == 0 and self.part.length:
            self.restart()  # 200 where 206 was asked for
            self.make_room()
        elif info.start != self.part.length:
            raise UnexpectedAnswer(f"asked from {self.part.length}, got from {info.start}")

    def receiving(self, body: DownloadBody) -> Receiving:
        """The work of reading ``body``."""
        return Receiving(
            body,
            self.part,
            self._digester,
            gauge=self._row.gauge,
            throttle=self._means.download_throttle,
            clock=self._means.clock,
        )

    def restart(self) -> None:
        """Begin again from zero."""
        self._drop_digester()
        self.part.restart()
        self._digester = self._new_digester()

    def settle(self) -> str | None:
        """Bytes to the disk, digest to its end. Raises ``HashStopped`` after ``abort``."""
        self.part.sync()
        return None if self._digester is None else self._digester.finish(self.part.length)

    def abort(self) -> None:
        """Give the digest up. Any thread."""
        if self._digester is not None:
            self._digester.abort()

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._drop_digester()
        self.part.close()

    def _new_digester(self) -> FrontDigester | None:
        state = self._means.new_digest(self._verifies)
        if state is None:
            return None
        digester = FrontDigester(self.part.path, state, self._means.hashers)
        digester.advance(self.part.length)
        return digester

    def _drop_digester(self) -> None:
        if self._digester is not None:
            self._digester.abort()
            self._digester.wait()
            self._digester = None


class _Publishing:
    """The last step, in a worker thread."""

    def __init__(self, transfer: Transfer, conflict: Conflict) -> None:
        self._transfer = transfer
        self._conflict = conflict

    def run(self) -> Verdict | None:
        """``WRITE``: the bytes have their name. ``SAME``, ``SKIP``: the part file is gone. ``RENAME``:
        another name is needed. None: there are no bytes.

        Raises ``TargetExists``, ``DiskProblem`` leaves.
        """
        part, final = Path(self._transfer.part_path or ""), Path(self._transfer.local_path)
        if not part_file.is_there(part):
            return Verdict.WRITE if self._was_published(final) else None
        try:
            part_file.publish(part, final, replace=self._transfer.conflict is ConflictRule.REPLACE)
        except FileExistsError:
            verdict = self._conflict.judge(self._transfer)
            if verdict in (Verdict.SAME, Verdict.SKIP):
                part_file.remove(part)
            return Verdict.RENAME if verdict is Verdict.WRITE else verdict
        return Verdict.WRITE

    def _was_published(self, final: Path) -> bool:
        """A run ended between the rename and the commit that says so."""
        if self._transfer.local_checksum is None:
            return part_file.size_of(final) == self._transfer.size
        return self._conflict.holds(final, self._transfer, self._transfer.local_checksum)


def _make_folder(folder: Path) -> None:
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _nothing() -> None:
    pass

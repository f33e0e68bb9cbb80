"""One download, from a link to a verified file under its final name.

    conflict rule -> [row: part file] -> token -> [row: etag, part map] ranges ... bytes to the part file
      (``transfers.lanes``), hashed behind their front -> fsync
      -> [row: verified] -> rename, never over a file nobody saw -> [row: done]
                  [row: differs]  -> name.corrupt, ask the user

Brackets are committed before what follows them; which step follows is decided in ``transfers.restart``. After
a kill ``verification`` tells whether the bytes were already judged; if not, the part file goes on where bytes
are missing and is hashed from its beginning. Which are good is what the row's part map says; while it says
nothing, all of them up to the end of the file.
"""

import contextlib
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from fichier_gui.domain.errors import AppError, ChecksumMismatch, NameRefused, RemoteChanged, SizeMismatch
from fichier_gui.domain.reactions import AFRESH
from fichier_gui.domain.transfers import ConflictRule, State, Transfer, Verification
from fichier_gui.transfers import part_file
from fichier_gui.transfers.conflict import Conflict, Verdict, another_name
from fichier_gui.transfers.disk_faults import name_faults
from fichier_gui.transfers.filling import Filling
from fichier_gui.transfers.lanes import Lanes
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone, Reached
from fichier_gui.transfers.part_file import PartFile
from fichier_gui.transfers.restart import DownloadPhase, DownloadStep, Seen, download_phase, download_step
from fichier_gui.transfers.row import Row, RowTaken
from fichier_gui.transfers.threads import Spawn, abandonable, finished


class Download:
    """Runs one row. Every way out is a committed *Done*, an ``AppError``, or a cancellation."""

    def __init__(self, row: Row, means: Means, spawn: Spawn) -> None:
        self._row = row
        self._spawn = spawn
        self._means = means
        self._conflict = Conflict(means.checksums)
        self._verifies = means.limits().verify_downloads
        self._part = self._final = Seen.UNSEEN

    async def run(self) -> None:
        """Fetch, judge, publish: whichever steps are left. Raises leaves of ``AppError``."""
        row = self._row
        steps: Mapping[DownloadStep, Callable[[], Awaitable[None]]] = {
            DownloadStep.APPLY_RULE: self._apply_rule,
            DownloadStep.FETCH: self._fetch,
            DownloadStep.LOOK_FOR_PART: self._look_for_part,
            DownloadStep.LOOK_FOR_FINAL: self._look_for_final,
            DownloadStep.PUBLISH: self._publish,
            DownloadStep.FINISH: self._finish,
            DownloadStep.PUT_ASIDE: self._put_aside,
            DownloadStep.START_AFRESH: self._start_afresh,
        }
        while row.transfer.state is not State.DONE:
            try:
                await steps[download_step(download_phase(row.transfer), self._part, self._final)]()
            except NameRefused as refused:
                if not await self._take_plain_name():
                    raise NameRefused(refused.detail, path=row.transfer.local_path) from refused

    async def _take_plain_name(self) -> bool:
        """Another name, written as most systems take it; False where that is the name already.

        Bytes that are there stay under the name they have.
        """
        means, row = self._means, self._row
        final = Path(row.transfer.local_path)
        plain = await finished(means.movers.submit(part_file.plain_path, final), _nothing)
        if plain == final:
            return False
        part = row.transfer.part_path
        is_kept = part is not None and await finished(
            means.movers.submit(part_file.is_there, Path(part)), _nothing
        )
        await row.write(local_path=str(plain), stored_name=plain.name, part_path=part if is_kept else None)
        return True

    async def _look_for_part(self) -> None:
        transfer = self._row.transfer
        part = Path(transfer.part_path or "")
        is_aside = download_phase(transfer) is DownloadPhase.DIFFERS and part.suffix != part_file.SUFFIX
        # What was put aside is the user's, who may have moved it: the question stays the same.
        there = is_aside or await finished(self._means.movers.submit(part_file.is_there, part), _nothing)
        self._part = Seen.YES if there else Seen.NO

    async def _look_for_final(self) -> None:
        conflict = self._conflict
        work = self._means.movers.submit(_has_final, self._row.transfer, conflict)
        self._final = Seen.YES if await finished(work, conflict.stop) else Seen.NO

    async def _start_afresh(self) -> None:
        """Always raises ``AppError``: the attempt counts."""
        await self._row.write(**AFRESH)
        raise SizeMismatch(expected=self._row.transfer.size, actual=0)

    async def _apply_rule(self) -> None:
        if await self._may_write():
            await self._fetch()

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
        if row.transfer.done < row.transfer.size:
            # Before there is a part file: a question leaves nothing behind.
            await means.credits.admit(row.transfer)
        part = await self._opened_part()
        filling = Filling(row, means, part, verifies=self._verifies)
        try:
            await finished(means.movers.submit(filling.make_room), _nothing)
            await self._receive(filling)
            means.reached(Milestone.ALL_WRITTEN)
            await row.write(state=State.FINISHING, done=row.transfer.size, parts=filling.parts)
            digest = await finished(means.movers.submit(filling.settle), filling.abort)
        finally:
            means.room.release(row.id)
            await finished(means.movers.submit(filling.close), _nothing)
        await row.write(
            state=State.VERIFYING, local_checksum=digest, verification=self._judged(digest, row.transfer)
        )
        self._part = Seen.YES
        means.reached(Milestone.JUDGED)

    async def _receive(self, filling: Filling) -> None:
        """Fill the part file. What came is in the journal, however this ends."""
        row = self._row
        try:
            if not row.transfer.size or not filling.segments.is_complete:
                await Lanes(row, self._means, filling, self._spawn).run()
        except RemoteChanged:
            await finished(self._means.movers.submit(filling.forget), _nothing)
            await row.write(etag=None, done=0, parts=filling.parts)
            raise
        except BaseException:
            if filling.parts is not None:
                # Without it the last second's bytes are fetched again, no more.
                with contextlib.suppress(RowTaken, AppError):
                    await row.write(done=filling.segments.good.total, parts=filling.parts)
            raise

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
            means.reached(Milestone.PART_NAMED)
            with contextlib.suppress(FileExistsError):
                part = await abandonable(means.movers.submit(PartFile.create, path), PartFile.close)
                means.reached(Milestone.PART_MADE)
                return part
        raise AssertionError("part names never end")

    async def _put_aside(self) -> None:
        """Keep bytes that are not what the service announced, and ask. Always raises ``AppError``."""
        means, row = self._means, self._row
        transfer = row.transfer
        part = Path(transfer.part_path or "")
        if part.name.endswith(part_file.SUFFIX):
            part = await finished(means.movers.submit(part_file.put_aside, part), _nothing)
            await row.write(part_path=str(part))
        raise ChecksumMismatch(path=str(part), expected=transfer.checksum, actual=transfer.local_checksum)

    async def _publish(self) -> None:
        """Give the judged bytes their final name."""
        means = self._means
        await self._take_up()
        while True:
            publishing = means.movers.submit(_published, self._row.transfer, self._conflict, means.reached)
            verdict = await finished(publishing, self._conflict.stop)
            if verdict is not Verdict.RENAME:
                break
            await self._rename()
        if verdict is Verdict.WRITE:
            await self._finish()
        else:
            await self._leave_local(verdict)

    async def _finish(self) -> None:
        """The bytes have their final name."""
        row = self._row
        await self._take_up()
        await row.write(
            state=State.DONE,
            done=row.transfer.size,
            part_path=None,
            error=None,
            finished_at=self._means.clock.time(),
        )
        self._means.reached(Milestone.DOWNLOAD_DONE)

    async def _take_up(self) -> None:
        if self._row.transfer.state is State.STARTING:
            await self._row.write(state=State.VERIFYING)


def _published(transfer: Transfer, conflict: Conflict, reached: Reached) -> Verdict:
    """``WRITE``: the bytes have their name. ``SAME``, ``SKIP``: the part file is gone. ``RENAME``: another
    name is needed. Blocking.

    Raises ``TargetExists``, ``DiskProblem`` leaves.
    """
    part, final = Path(transfer.part_path or ""), Path(transfer.local_path)
    try:
        part_file.publish(
            part,
            final,
            replace=transfer.conflict is ConflictRule.REPLACE,
            linked=lambda: reached(Milestone.LINKED),
        )
        reached(Milestone.PUBLISHED)
    except FileExistsError:
        verdict = conflict.judge(transfer)
        if verdict in (Verdict.SAME, Verdict.SKIP):
            part_file.remove(part)
        return Verdict.RENAME if verdict is Verdict.WRITE else verdict
    return Verdict.WRITE


def _has_final(transfer: Transfer, conflict: Conflict) -> bool:
    """A run ended between the rename and the commit that says so. Blocking."""
    final = Path(transfer.local_path)
    if transfer.local_checksum is None:
        return part_file.size_of(final) == transfer.size
    return conflict.holds(final, transfer, transfer.local_checksum)


def _make_folder(folder: Path) -> None:
    with name_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _nothing() -> None:
    pass

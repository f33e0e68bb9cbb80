"""Verify on demand: local files against the account, against a sum file, or against what a transfer knows.

What a folder of the account should look like here is what its download would make of it: one listing a
folder, whose checksums are all that is needed. No request is made for a file.
"""

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Final

from fichier_gui.app.download_plan import Planner, Source
from fichier_gui.app.upload_plan import Tree
from fichier_gui.app.views import DownloadPlan
from fichier_gui.app.workers import Workers
from fichier_gui.domain import sums
from fichier_gui.domain.checking import (
    Checked,
    Comparison,
    Expected,
    Progress,
    Verdict,
    best_of_each,
    twins_told_apart,
)
from fichier_gui.domain.errors import SumsBroken
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.sums import Sum
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.system.text_file import save_for_user
from fichier_gui.transfers import part_file
from fichier_gui.transfers.comparing import Comparing
from fichier_gui.transfers.disk_faults import source_faults
from fichier_gui.transfers.joining import JOINING
from fichier_gui.transfers.ports import Checksums

FRESH: Final = 60.0
"""Seconds: a listing of a folder may be so old."""

Remote = RemoteFolder | Sequence[RemoteFile | RemoteFolder]
Walk = Callable[[Sequence[str], threading.Event], Awaitable[Tree]]
"""Off the loop; the event ends it."""
_OURS: Final = (part_file.SUFFIX, JOINING)
_Prepared = tuple[Path, Sequence[Expected], Sequence[Checked], int]


class Verification:
    """One comparison. ``run`` is for the core's loop, once; ``progress`` for any thread."""

    def __init__(
        self, prepare: Callable[[], Awaitable[_Prepared]], checksums: Checksums, workers: Workers
    ) -> None:
        self._prepare = prepare
        self._checksums = checksums
        self._workers = workers
        self._comparing: Comparing | None = None

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return Progress() if self._comparing is None else self._comparing.progress

    async def run(self) -> Comparison:
        """All verdicts; a cancellation stops the reading. Raises what listing raises, ``SumsBroken``."""
        root, expected, extra, unread = await self._prepare()
        self._comparing = comparing = Comparing(root, expected, self._checksums)
        try:
            found = await self._workers.run(comparing.run)
        except asyncio.CancelledError:
            comparing.stop()
            raise
        return Comparison((*twins_told_apart(best_of_each(found)), *extra), unread)


class Verifying:
    """Makes comparisons and sum files."""

    def __init__(self, source: Source, walk: Walk, checksums: Checksums, workers: Workers) -> None:
        self._source = source
        self._walk = walk
        self._checksums = checksums
        self._workers = workers

    def against(self, local: Path, remote: Remote) -> Verification:
        """A folder of this computer against one of the account, or against what was chosen there."""

        async def prepare() -> _Prepared:
            plan = await self._planned(local, remote)
            expected = _expected(plan, local)
            is_folder = isinstance(remote, RemoteFolder)
            extra = await self._only_here(local, expected) if is_folder else ()
            return local, expected, extra, len(plan.skipped)

        return self._new(prepare)

    def file_against(self, local: Path, files: Sequence[RemoteFile]) -> Verification:
        """One file of this computer, whatever its name, against one of the account. No request.

        Of several ``files`` (names repeat on the service) it is enough that one is the same.
        """

        async def prepare() -> _Prepared:
            expected = [Expected(local.name, file.size, file.checksum, file.url) for file in files]
            return local.parent, expected, (), 0

        return self._new(prepare)

    def of_sum_file(self, path: Path) -> Verification:
        """The files that a sum file names, beside it."""
        return sum_file_check(path, self._checksums, self._workers)

    def of_transfers(self, transfers: Iterable[Transfer]) -> Verification:
        """The local files of finished transfers against the checksums that came with them. No request."""
        done = _whole(transfers)

        async def prepare() -> _Prepared:
            root = _common_folder(done)
            return root, [_of_transfer(each, root) for each in done], (), 0

        return self._new(prepare)

    async def sums_of(self, remote: Remote) -> tuple[list[Sum], int]:
        """The sums of remote files, by their paths below the folder; and how many have none."""
        top = Path("/") / "sums"
        plan = await self._planned(top, remote)
        expected = _expected(plan, top)
        known = [Sum(each.path, each.checksum.lower()) for each in expected if each.checksum]
        return known, len(expected) - len(known) + len(plan.skipped)

    def sums_of_transfers(self, transfers: Iterable[Transfer]) -> tuple[Path, list[Sum], int]:
        """The sums of finished transfers, by their paths below the folder that holds them all."""
        done = _whole(transfers)
        root = _common_folder(done)
        expected = [_of_transfer(each, root) for each in done]
        known = [Sum(each.path, each.checksum.lower()) for each in expected if each.checksum]
        return root, known, len(expected) - len(known)

    async def write_sums(self, path: Path, found: Sequence[Sum]) -> None:
        """Write a sum file. Raises ``DiskProblem`` leaves."""
        await self._workers.run(save_for_user, path, sums.written(found))

    def _new(self, prepare: Callable[[], Awaitable[_Prepared]]) -> Verification:
        return Verification(prepare, self._checksums, self._workers)

    async def _planned(self, local: Path, remote: Remote) -> DownloadPlan:
        planner = Planner(self._source, local)
        if isinstance(remote, RemoteFolder):
            await planner.add_contents(remote)
        else:
            for item in remote:
                await planner.add(item)
        return planner.plan()

    async def _only_here(self, local: Path, expected: Sequence[Expected]) -> list[Checked]:
        stop = threading.Event()
        try:
            tree = await self._walk([str(local)], stop)
        except BaseException:
            stop.set()
            raise
        known = {each.path for each in expected}
        found = [
            Checked(path, Verdict.MISSING_THERE, file.size)
            for file in tree.files
            if (path := _below(file.path, local)) not in known and not path.endswith(_OURS)
        ]
        return found + [
            Checked(path, Verdict.UNCHECKED, reason=skipped.error)
            for skipped in tree.skipped
            if (path := _below(skipped.path, local)) not in known
        ]


def sum_file_check(path: Path, checksums: Checksums, workers: Workers) -> Verification:
    """The files that a sum file names, beside it. Needs no service."""

    async def prepare() -> _Prepared:
        found = await workers.run(read_sum_file, path)
        expected = [Expected(each.path, None, each.digest) for each in found.sums]
        return path.parent, expected, (), found.odd_lines

    return Verification(prepare, checksums, workers)


def read_sum_file(path: Path) -> sums.SumFile:
    """Blocking. Raises ``SumsBroken``, ``SourceMissing``, ``DiskProblem`` leaves."""
    with source_faults(path):
        if path.stat().st_size > sums.MOST_BYTES:
            raise SumsBroken("it is too large to be one", path=str(path))
        data = path.read_bytes()
    try:
        return sums.parsed(data.decode("utf-8", "surrogateescape"))
    except SumsBroken as error:
        raise SumsBroken(error.detail, path=str(path)) from error


def _expected(plan: DownloadPlan, top: Path) -> list[Expected]:
    return [
        Expected(_below(str(Path(file.folder) / file.name), top), file.size, file.checksum, file.url)
        for file in plan.files
    ]


def _below(path: str, top: Path) -> str:
    """Relative where it can be: on Windows files may lie on several drives."""
    found = PurePath(path)
    return (found.relative_to(top) if found.is_relative_to(top) else found).as_posix()


def _of_transfer(transfer: Transfer, root: Path) -> Expected:
    path = _below(transfer.local_path, root)
    checksum = transfer.checksum or transfer.local_checksum
    return Expected(path, transfer.size, checksum, transfer.url)


def _whole(transfers: Iterable[Transfer]) -> list[Transfer]:
    """Those that are done and are a file by themselves."""
    return [each for each in transfers if each.state is State.DONE and each.part_offset is None]


def _common_folder(transfers: Sequence[Transfer]) -> Path:
    try:
        return Path(os.path.commonpath([str(Path(each.local_path).parent) for each in transfers]))
    except ValueError:  # none at all, or several drives
        return Path()

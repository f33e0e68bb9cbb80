"""From what was found on the disk to what will be sent. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from fichier_gui.app.views import AlreadyThere, LargeUpload, PlannedUpload, Renamed, Skipped, UploadPlan
from fichier_gui.domain.errors import AppError, TooLarge
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.names import encode_name
from fichier_gui.domain.remote import FolderListing
from fichier_gui.domain.upload_window import Fit, judge, part_size


class FoundFile(Protocol):
    """One file of a walk."""

    @property
    def path(self) -> str:
        """Absolute."""
        ...

    @property
    def relative(self) -> str:
        """From the dropped folder's own name on, ``/`` between the parts."""
        ...

    @property
    def size(self) -> int:
        """Bytes."""
        ...

    @property
    def mtime_ns(self) -> int:
        """Time of the last change."""
        ...


class LeftOut(Protocol):
    """Something the walk did not take."""

    @property
    def path(self) -> str:
        """Absolute."""
        ...

    @property
    def error(self) -> AppError:
        """Why."""
        ...


class Tree(Protocol):
    """What a walk found."""

    @property
    def files(self) -> tuple[FoundFile, ...]:
        """To be sent."""
        ...

    @property
    def folders(self) -> tuple[str, ...]:
        """Relative, parents before children."""
        ...

    @property
    def skipped(self) -> tuple[LeftOut, ...]:
        """Left out."""
        ...


def plan_upload(
    tree: Tree,
    folder_id: FolderId,
    folder_path: str,
    limit: int,
    known: FolderListing | None,
    speed: float | None = None,
) -> UploadPlan:
    """The plan for ``tree``. ``known``: the target folder as far as known, to find twins.

    ``speed``: bytes a second that an upload can count on; None finds no file too slow.
    """
    files = tuple(_planned(file) for file in tree.files if file.size <= limit)
    too_large = tuple(
        Skipped(file.path, TooLarge(path=file.path, size=file.size, limit=limit))
        for file in tree.files
        if file.size > limit
    )
    there: defaultdict[str, list[FileUrl]] = defaultdict(list)
    for held in known.files if known is not None else ():
        there[held.name].append(held.url)
    twins = tuple(file for file in files if not file.folder and file.name in there)
    return UploadPlan(
        folder_id=folder_id,
        folder_path=folder_path,
        folders=tree.folders,
        files=files,
        skipped=tuple(Skipped(left.path, left.error) for left in tree.skipped) + too_large,
        renamed=tuple(_renamed(_names(tree.folders, files))),
        twins=twins,
        older={file.name: tuple(url for url in there[file.name] if url) for file in twins},
        slow=tuple(large for large in (_judged(file, speed, limit) for file in files) if large is not None),
        too_large=tuple(
            LargeUpload(_planned(file), judge(file.size, speed, limit))
            for file in tree.files
            if file.size > limit
        ),
        part_size=part_size(speed, limit),
    )


def without_twins(plan: UploadPlan) -> UploadPlan:
    """``plan`` without the files whose name is there already."""
    return _without(plan, {file.path for file in plan.twins})


def replacing(plan: UploadPlan) -> UploadPlan:
    """``plan`` with its twins in the place of the older files: only what is sent, and verified, replaces."""
    twins = {file.path for file in plan.twins}
    there = tuple(one for one in plan.there if one.is_in_place or one.file.path not in twins)
    return replace(plan, there=there, replaces=True)


def copying(plan: UploadPlan) -> UploadPlan:
    """``plan`` with copies on the server in the place of files whose content the account has."""
    return replace(_without(plan, {one.file.path for one in plan.there}), copies=plan.there)


def linking(plan: UploadPlan) -> UploadPlan:
    """``plan`` with the links that there are in the place of files whose content the account has."""
    return copying(replace(plan, there=tuple(replace(one, is_in_place=True) for one in plan.there)))


def sent_after_all(plan: UploadPlan, entries: Iterable[AlreadyThere]) -> UploadPlan:
    """``plan`` without copies: ``entries`` of them could not be made, and are sent."""
    return replace(plan, files=(*plan.files, *(one.file for one in entries)), copies=())


def _without(plan: UploadPlan, paths: Collection[str]) -> UploadPlan:
    return replace(
        plan,
        files=tuple(file for file in plan.files if file.path not in paths),
        twins=tuple(file for file in plan.twins if file.path not in paths),
        slow=tuple(large for large in plan.slow if large.file.path not in paths),
        there=tuple(one for one in plan.there if one.file.path not in paths),
    )


def put_off(plan: UploadPlan, start_at: float) -> UploadPlan:
    """``plan`` with its slow files not before ``start_at`` (seconds since 1970)."""
    slow = {large.file for large in plan.slow}
    files = tuple(replace(file, start_at=start_at) if file in slow else file for file in plan.files)
    return replace(plan, files=files)


def split(plan: UploadPlan) -> UploadPlan:
    """``plan`` with parts in the place of its slow files, and of those that are too large for the account."""
    cut = {large.file.path for large in plan.slow + plan.too_large}
    whole = [file for file in plan.files if file.path not in cut]
    parts = [p for large in plan.slow + plan.too_large for p in parts_of(large.file, plan.part_size)]
    return replace(
        plan,
        files=(*whole, *parts),
        skipped=tuple(skipped for skipped in plan.skipped if skipped.name not in cut),
        slow=(),
        too_large=(),
    )


def parts_of(file: PlannedUpload, largest: int) -> tuple[PlannedUpload, ...]:
    """``file`` in parts of nearly the same size, named ``name.001`` and so on: in order they are the file."""
    count = -(-file.size // largest)
    size = -(-file.size // count)
    digits = max(3, len(str(count)))
    return tuple(
        replace(
            file,
            name=f"{file.name}.{number + 1:0{digits}d}",
            size=min(size, file.size - number * size),
            part_offset=number * size,
            source_size=file.size,
        )
        for number in range(count)
    )


def _judged(file: PlannedUpload, speed: float | None, limit: int) -> LargeUpload | None:
    verdict = judge(file.size, speed, limit)
    return None if verdict.fit is Fit.FITS else LargeUpload(file, verdict)


def _planned(file: FoundFile) -> PlannedUpload:
    folder, _, name = file.relative.rpartition("/")
    return PlannedUpload(file.path, name, file.size, folder, file.mtime_ns)


def _names(folders: Iterable[str], files: Iterable[PlannedUpload]) -> Iterator[str]:
    for folder in folders:
        yield folder.rpartition("/")[2]
    for file in files:
        yield file.name


def _renamed(names: Iterable[str]) -> Iterator[Renamed]:
    for name in dict.fromkeys(names):
        stored = encode_name(name)
        if stored != name:
            yield Renamed(name, stored)

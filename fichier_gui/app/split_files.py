"""Files that lie on the service in parts: what belongs together in a download."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from fichier_gui.app.views import DownloadPlan, PlannedDownload
from fichier_gui.domain.manifest import is_part_of, whole_name
from fichier_gui.domain.remote import RemoteFile

Item = TypeVar("Item")

FOLDER: Final = ".parts"
"""End of the name of the folder that holds the parts of one file until they are joined."""


@dataclass(frozen=True, slots=True)
class Split:
    """A file of a plan that comes in parts."""

    manifest: Path
    """Where its list will lie, among the parts."""
    target: Path
    """The folder for the joined file."""


def with_parts(chosen: Iterable[Item], siblings: Sequence[RemoteFile]) -> list[Item | RemoteFile]:
    """What was chosen; the list of a split file brings its parts from the folder it lies in.

    ``siblings``: the files of some folder. A list that does not lie there brings nothing.
    """
    found: dict[object, Item | RemoteFile] = {}
    for item in chosen:
        found[_key(item)] = item
        whole = whole_name(item.name) if isinstance(item, RemoteFile) else None
        if whole is not None and item in siblings:
            found |= {_key(file): file for file in siblings if is_part_of(file.name, whole)}
    return list(found.values())


def grouped(plan: DownloadPlan) -> tuple[DownloadPlan, tuple[Split, ...]]:
    """The list of a split file and its parts go to a folder of their own, away from what has their names."""
    splits: list[Split] = []
    files = list(plan.files)
    for file in plan.files:
        whole = whole_name(file.name)
        parts = [] if whole is None else [n for n, each in enumerate(files) if _is_part(each, file, whole)]
        if whole is None or not parts:
            continue
        apart = Path(file.folder) / f"{whole}{FOLDER}"
        splits.append(Split(apart / file.name, Path(file.folder)))
        for n in (files.index(file), *parts):
            files[n] = replace(files[n], folder=str(apart))
    return replace(plan, files=tuple(files)), tuple(splits)


def _is_part(each: PlannedDownload, of: PlannedDownload, whole: str) -> bool:
    return each.folder == of.folder and is_part_of(each.name, whole)


def _key(item: object) -> object:
    return item.url if isinstance(item, RemoteFile) else id(item)

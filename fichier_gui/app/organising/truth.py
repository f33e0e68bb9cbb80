"""What listings say of steps whose answer is missing, late or lost. Pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from fichier_gui.app.organising.run import Run
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, Outcome, Step, StepState
from fichier_gui.domain.remote import FolderListing, RemoteFile

Listings = Mapping[FolderId, FolderListing]

DONE: Final = Outcome(StepState.DONE)


class Evidence:
    """Some listings, made ready for many questions."""

    def __init__(self, listings: Listings) -> None:
        self.listings = listings
        self._files = {
            folder: {file.url: file for file in listing.files} for folder, listing in listings.items()
        }

    def file(self, folder_id: FolderId | None, url: FileUrl) -> RemoteFile | None:
        """The file, where the listing shows it."""
        return None if folder_id is None else self._files.get(folder_id, {}).get(url)

    def lacks(self, folder_id: FolderId | None, url: FileUrl) -> bool:
        """The whole list is there, and the file is not in it."""
        listing = None if folder_id is None else self.listings.get(folder_id)
        return listing is not None and listing.is_complete and self.file(folder_id, url) is None


def judge(run: Run, numbers: Iterable[int], evidence: Evidence, *, was_refused: bool) -> dict[int, Outcome]:
    """The steps of files that are clear now.

    ``was_refused``: the service said that it did not do them, so a file that is nowhere is missing.
    """
    found: dict[int, Outcome] = {}
    taken = _copies_taken(run)
    for number in numbers:
        step = run.with_target(number)
        if not isinstance(step.item, RemoteFile):
            continue
        if step.act is Act.COPY:
            outcome = _copied(run, step, step.item, evidence, taken)
        else:
            outcome = _JUDGES[step.act](step, step.item, evidence, was_refused)
        if outcome is not None:
            found[number] = outcome
    return found


def _copies_taken(run: Run) -> set[FileUrl]:
    return {outcome.url for outcome in run.outcomes if outcome.url is not None}


def _copied(
    run: Run, step: Step, item: RemoteFile, evidence: Evidence, taken: set[FileUrl]
) -> Outcome | None:
    """A copy has a new link: one that was not there before, with the same content."""
    target = step.target
    listing = evidence.listings.get(target) if target is not None else None
    if listing is None or target not in run.before:
        return None
    for file in listing.files:
        is_new = file.url not in run.before[target] and file.url not in taken
        if is_new and _is_same(file, item):
            taken.add(file.url)
            return Outcome(StepState.DONE, url=file.url)
    return None


def _is_same(copy: RemoteFile, item: RemoteFile) -> bool:
    sums = (copy.checksum, item.checksum)
    return copy.size == item.size and copy.name == item.name and (None in sums or sums[0] == sums[1])


def _moved(step: Step, item: RemoteFile, evidence: Evidence, was_refused: bool) -> Outcome | None:
    if evidence.file(step.target, item.url) is not None:
        return DONE
    is_nowhere = evidence.lacks(step.target, item.url) and evidence.lacks(step.folder, item.url)
    return _missing(item) if was_refused and is_nowhere else None


def _renamed(step: Step, item: RemoteFile, evidence: Evidence, was_refused: bool) -> Outcome | None:
    file = evidence.file(step.folder, item.url)
    if file is not None and file.name == step.name:
        return DONE
    return _missing(item) if was_refused and evidence.lacks(step.folder, item.url) else None


def _deleted(step: Step, item: RemoteFile, evidence: Evidence, _was_refused: bool) -> Outcome | None:
    return DONE if evidence.lacks(step.folder, item.url) else None


def _missing(item: RemoteFile) -> Outcome:
    return Outcome(StepState.FAILED, NotFound(url=item.url))


_Judge = Callable[[Step, RemoteFile, Evidence, bool], Outcome | None]
_JUDGES: Final[dict[Act, _Judge]] = {Act.MOVE: _moved, Act.RENAME: _renamed, Act.DELETE: _deleted}

"""What people are shown of a folder: with what they have asked for and the service has still to do."""

from collections.abc import Iterable
from dataclasses import replace

from fichier_gui.app.organising.run import Run
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.organising import Act, Step
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder

_LEAVING = (Act.MOVE, Act.DELETE, Act.MOVE_FOLDER, Act.REMOVE_FOLDER)


def overlaid(listing: FolderListing, runs: Iterable[Run]) -> FolderListing:
    """The listing as it will be. The same object where nothing of it is under way."""
    for run in runs:
        steps = [
            run.steps[number]
            for number in run.touching(listing.folder.id)
            if not run.outcomes[number].state.is_over
        ]
        if steps:
            listing = _overlaid(listing, steps)
    return listing


def _overlaid(listing: FolderListing, steps: list[Step]) -> FolderListing:
    files = {file.url: file for file in listing.files}
    nameless = tuple(file for file in listing.files if not file.url)
    folders = {folder.id: folder for folder in listing.folders}
    for step in steps:
        if isinstance(step.item, RemoteFile):
            _put_file(files, step, step.item, listing.folder.id)
        else:
            _put_folder(folders, step, step.item, listing.folder.id)
    files.pop(FileUrl(""), None)
    return replace(listing, files=(*files.values(), *nameless), folders=tuple(folders.values()))


def _put_file(files: dict[FileUrl, RemoteFile], step: Step, item: RemoteFile, here: FolderId) -> None:
    if step.act is Act.MOVE and step.target == here:
        files[item.url] = item
    elif step.folder == here and step.act in _LEAVING:
        files.pop(item.url, None)
    elif step.act is Act.RENAME and item.url in files:
        files[item.url] = replace(files[item.url], name=step.name)


def _put_folder(
    folders: dict[FolderId, RemoteFolder], step: Step, item: RemoteFolder, here: FolderId
) -> None:
    if step.act is Act.MOVE_FOLDER and step.target == here:
        folders[item.id] = item
    elif step.folder == here and step.act in _LEAVING:
        folders.pop(item.id, None)
    elif step.act is Act.RENAME_FOLDER and item.id in folders:
        folders[item.id] = replace(folders[item.id], name=step.name)

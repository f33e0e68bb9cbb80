"""What an act of ours does to a listing that the service has not shown yet. Pure."""

from collections.abc import Callable, Collection
from dataclasses import replace

from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder

Edit = Callable[[FolderListing], FolderListing]


def file_put(file: RemoteFile) -> Edit:
    """The file is there; a link that was there already has its new facts."""

    def edit(listing: FolderListing) -> FolderListing:
        others = tuple(f for f in listing.files if f.url != file.url)
        return replace(listing, files=(*others, file))

    return edit


def files_put(files: Collection[RemoteFile]) -> Edit:
    """As :func:`file_put`, for many."""
    urls = {file.url for file in files}

    def edit(listing: FolderListing) -> FolderListing:
        others = tuple(f for f in listing.files if f.url not in urls)
        return replace(listing, files=(*others, *files))

    return edit


def files_gone(urls: Collection[FileUrl]) -> Edit:
    """These links are not there any more."""

    def edit(listing: FolderListing) -> FolderListing:
        return replace(listing, files=tuple(f for f in listing.files if f.url not in urls))

    return edit


def folder_put(folder: RemoteFolder) -> Edit:
    """The folder is there, or has its new name."""

    def edit(listing: FolderListing) -> FolderListing:
        others = tuple(f for f in listing.folders if f.id != folder.id)
        return replace(listing, folders=(*others, folder))

    return edit


def folder_gone(folder_id: FolderId) -> Edit:
    """The folder is not there any more."""

    def edit(listing: FolderListing) -> FolderListing:
        return replace(listing, folders=tuple(f for f in listing.folders if f.id != folder_id))

    return edit

"""The service as the use cases see it: every request is watched, every name is read as people wrote it.

The service stores names in a form of its own (``domain.names``); it is decoded here, at the one door, and
encoded again where a name is sent.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fichier_gui.api.client import FichierClient
from fichier_gui.api.pacing import Priority
from fichier_gui.app.browse import Browse
from fichier_gui.app.remote_folders import KNOWN_FOR
from fichier_gui.app.watch import RequestWatch
from fichier_gui.catalogue.refresh import Refresher, Urgency
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.account import Account, AccountChanges
from fichier_gui.domain.credits import NetworkClass
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.names import decode_name, encode_name
from fichier_gui.domain.remote import (
    FileDetails,
    FolderListing,
    LinkState,
    PublicFile,
    RemoteFile,
    RemoteFolder,
    UploadNode,
    UploadReport,
)
from fichier_gui.domain.secret import Secret
from fichier_gui.transfers.ports import DownloadBody, UploadBody, UploadFile


class WatchedService:
    """One client, watched. Implements ``TransferService`` of the transfers' ports."""

    def __init__(self, client: FichierClient, watch: RequestWatch) -> None:
        self._client = client
        self._watch = watch

    async def upload_node(self) -> UploadNode:
        """See ``TransferService``."""
        with self._watch.request():
            return await self._client.upload_node()

    def open_upload(
        self,
        node: UploadNode,
        folder_id: FolderId,
        files: tuple[UploadFile, ...],
        body_sent: Callable[[], None],
    ) -> UploadBody:
        """See ``TransferService``."""
        return self._client.open_upload(node, folder_id, files, body_sent)

    async def upload_report(self, node: UploadNode) -> UploadReport:
        """See ``TransferService``."""
        with self._watch.request():
            return await self._client.upload_report(node)

    async def download_link(self, url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        """See ``TransferService``."""
        with self._watch.request():
            return await self._client.download_link(url, cdn=cdn, password=password)

    async def network_class(self) -> NetworkClass:
        """See ``TransferService``."""
        with self._watch.request():
            return await self._client.network_class()

    def open_download(self, link: str, start: int, etag: str | None) -> DownloadBody:
        """See ``TransferService``."""
        return self._client.open_download(link, start, etag)

    def open_range(self, link: str, start: int, etag: str | None) -> DownloadBody:
        """See ``app.preview_source.LinkService``."""
        return self._client.open_range(link, start, etag)

    async def account(self) -> Account:
        """``user/info``, as soon as the service allows it."""
        with self._watch.request():
            return await self._client.account(priority=Priority.BACKGROUND)

    async def change_account(self, changes: AccountChanges) -> Account:
        """``user/info``, set, as soon as the service allows it: the account as it then is."""
        with self._watch.request():
            return await self._client.change_account(changes, priority=Priority.TRANSFER)


class Folders:
    """Listings, new folders and facts of links, for browsing and planning."""

    def __init__(self, client: FichierClient, watch: RequestWatch, tree: FolderTree) -> None:
        self._client = client
        self._watch = watch
        self._tree = tree

    async def fetch(self, folder_id: FolderId, urgency: Urgency) -> FolderListing:
        """``folder/ls`` with its files."""
        known = self._tree.get(folder_id)
        with self._watch.request():
            listing = await self._client.folder(
                folder_id, priority=Priority(urgency), owner=known.owner if known else None
            )
        return _listing_read(listing)

    async def all_files(self) -> tuple[RemoteFile, ...]:
        """``file/ls`` of the whole account, as soon as the service allows it."""
        with self._watch.request():
            files = await self._client.all_files(priority=Priority.BACKGROUND)
        return tuple(map(_file_read, files))

    async def files(self, folder_id: FolderId, since: float, until: float) -> tuple[RemoteFile, ...]:
        """``file/ls`` of a folder: what was sent between two moments, neither included."""
        known = self._tree.get(folder_id)
        owner = known.owner if known is not None and folder_id == ROOT else None
        with self._watch.request():
            files = await self._client.files(
                folder_id,
                priority=Priority.BACKGROUND,
                owner=owner,
                sent_after=since,
                sent_before=until,
            )
        return tuple(map(_file_read, files))

    async def try_root(self) -> FolderListing:
        """The root folder, to see whether a key on trial works: its refusal concerns nobody else."""
        return _listing_read(await self._client.folder(ROOT, priority=Priority.CLICK))

    async def make(self, parent: FolderId, name: str, urgency: Urgency) -> RemoteFolder:
        """``folder/mkdir``."""
        with self._watch.request():
            made = await self._client.make_folder(parent, encode_name(name), priority=Priority(urgency))
        return _folder_read(made)

    async def copy_files(
        self, urls: Sequence[FileUrl], folder_id: FolderId, name: str | None
    ) -> Mapping[FileUrl, FileUrl]:
        """``file/cp`` into a folder of the account; ``name`` is for one file. New link by old link."""
        rename = None if name is None else encode_name(name)
        with self._watch.request():
            return await self._client.copy_files(urls, folder_id, rename=rename)

    async def details(self, url: FileUrl, patient: bool, password: Secret | None) -> FileDetails:
        """``file/info``."""
        with self._watch.request():
            details = await self._client.file_details(url, _revealed(password), priority=_priority(patient))
        return replace(details, name=decode_name(details.name))

    async def public_folder(self, url: str, patient: bool, password: Secret | None) -> tuple[PublicFile, ...]:
        """A published ``/dir/…`` folder."""
        with self._watch.request():
            files = await self._client.public_folder(url, _revealed(password), priority=_priority(patient))
        return tuple(replace(file, name=decode_name(file.name)) for file in files)

    async def check_links(self, urls: Sequence[FileUrl], patient: bool) -> dict[str, LinkState]:
        """``check_links.pl``, at most 100 links."""
        with self._watch.request():
            states = await self._client.check_links(urls, priority=_priority(patient))
        return {
            url: replace(state, name=state.name and decode_name(state.name)) for url, state in states.items()
        }


class StoredNames:
    """``KnownFolders`` of the transfers' ports: what they store is read as everything else."""

    def __init__(self, refresher: Refresher) -> None:
        self._refresher = refresher

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        """See ``KnownFolders``."""
        return await self._refresher.listing(folder_id, not_older_than=not_older_than)

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        """See ``KnownFolders``."""
        await self._refresher.stored(folder_id, _file_read(file))


class PlanSource:
    """Where a download plan learns what there is."""

    def __init__(self, browse: Browse, folders: Folders, known_for: float = KNOWN_FOR) -> None:
        self._browse = browse
        self._folders = folders
        self._known_for = known_for

    async def listing(self, folder: RemoteFolder) -> FolderListing:
        """One request at most; a listing that is not too old will do."""
        return await self._browse.listing(folder.id, self._known_for)

    async def details(self, url: FileUrl, patient: bool, password: Secret | None) -> FileDetails:
        """``file/info``."""
        return await self._folders.details(url, patient, password)

    async def public_folder(self, url: str, patient: bool, password: Secret | None) -> tuple[PublicFile, ...]:
        """A published folder."""
        return await self._folders.public_folder(url, patient, password)

    async def check(self, urls: Sequence[FileUrl], patient: bool) -> dict[str, LinkState]:
        """One request for up to 100 links."""
        return await self._folders.check_links(urls, patient)

    def path_of(self, folder: RemoteFolder) -> str:
        """As far as known."""
        return self._browse.path_of(folder.id)


def _revealed(password: Secret | None) -> str | None:
    return None if password is None else password.reveal()


def _priority(patient: bool) -> Priority:
    return Priority.TRANSFER if patient else Priority.CLICK


def _listing_read(listing: FolderListing) -> FolderListing:
    return FolderListing(
        folder=_folder_read(listing.folder),
        folders=tuple(_folder_read(folder) for folder in listing.folders),
        files=tuple(_file_read(file) for file in listing.files),
        fetched_at=listing.fetched_at,
        is_complete=listing.is_complete,
    )


def _folder_read(folder: RemoteFolder) -> RemoteFolder:
    return replace(folder, name=decode_name(folder.name))


def _file_read(file: RemoteFile) -> RemoteFile:
    return replace(file, name=decode_name(file.name))

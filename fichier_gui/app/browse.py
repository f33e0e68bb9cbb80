"""The account's folders: shown from disk at once, asked of the service when old."""

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFolder


class Browse:
    """Opens folders, finds them by path, makes new ones."""

    async def open_folder(self, folder_id: FolderId, *, refresh: bool = False) -> FolderListing:
        """From disk at once when known; an old one (or with ``refresh``) is asked again in the background.

        ``FolderRefreshed`` or ``FolderFailed`` tells how that ended. Waits only for a folder never seen.
        """
        raise NotImplementedError

    async def fetch_folder(self, folder_id: FolderId) -> FolderListing:
        """Wait for a fresh answer (the service allows one in 30 s for each folder)."""
        raise NotImplementedError

    async def make_folder(self, parent: FolderId, name: str) -> RemoteFolder:
        """``folder/mkdir``; known at once without another listing. A name the service refuses is encoded."""
        raise NotImplementedError

    async def resolve(self, path: str) -> FolderId:
        """The folder at ``/Films/2024``. Raises ``NotFound`` (fact ``path``)."""
        raise NotImplementedError

    def path_of(self, folder_id: FolderId) -> str:
        """``/Films/2024`` as far as known; ``/`` for the root. Any thread, no disk."""
        raise NotImplementedError

    async def known_path(self, folder_id: FolderId) -> tuple[RemoteFolder, ...]:
        """From the root (included) to the folder, for the breadcrumb."""
        raise NotImplementedError

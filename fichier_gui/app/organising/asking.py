"""The service's calls that change files and folders: watched, names in the form that it stores."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fichier_gui.api.client import FichierClient
from fichier_gui.api.pacing import Priority
from fichier_gui.app.watch import RequestWatch
from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.names import decode_name, encode_name
from fichier_gui.domain.remote import FileDetails, LinkState
from fichier_gui.domain.secret import Secret


class EditService:
    """``is_patient``: wait while the service asks for patience; else its error comes at once."""

    def __init__(self, client: FichierClient, watch: RequestWatch, tree: FolderTree) -> None:
        self._client = client
        self._watch = watch
        self._tree = tree

    async def details(self, url: FileUrl, password: Secret | None = None) -> FileDetails:
        """``file/info``. Patient."""
        word = password.reveal() if password is not None else None
        with self._watch.request():
            details = await self._client.file_details(url, word, priority=Priority.TRANSFER)
        return replace(details, name=decode_name(details.name))

    async def check(self, urls: Sequence[FileUrl]) -> dict[str, LinkState]:
        """``check_links.pl``, at most 100 links. Patient."""
        with self._watch.request():
            states = await self._client.check_links(urls, priority=Priority.TRANSFER)
        return {
            url: replace(state, name=state.name and decode_name(state.name)) for url, state in states.items()
        }

    async def rename(self, names: Mapping[FileUrl, str], is_patient: bool) -> dict[FileUrl, str]:
        """``file/rename``: the names as the service stored them."""
        sent = {url: encode_name(name) for url, name in names.items()}
        with self._watch.request():
            stored = await self._client.rename_files(sent, priority=_priority(is_patient))
        return {url: decode_name(name) for url, name in stored.items()}

    async def move(self, urls: Sequence[FileUrl], target: FolderId, is_patient: bool) -> tuple[FileUrl, ...]:
        """``file/mv``: what was moved."""
        with self._watch.request():
            return await self._client.move_files(
                urls, target, owner=self._owner(target), priority=_priority(is_patient)
            )

    async def copy(
        self, urls: Sequence[FileUrl], target: FolderId, is_patient: bool, password: Secret | None = None
    ) -> dict[FileUrl, FileUrl]:
        """``file/cp``: the new links by the old ones. One password speaks for all of a call."""
        with self._watch.request():
            return await self._client.copy_files(
                urls,
                target,
                password=password.reveal() if password is not None else None,
                owner=self._owner(target),
                priority=_priority(is_patient),
            )

    async def delete(self, urls: Sequence[FileUrl], is_patient: bool) -> tuple[FileUrl, ...]:
        """``file/rm``: what is gone."""
        with self._watch.request():
            return await self._client.remove_files(urls, priority=_priority(is_patient))

    async def rename_folder(self, folder_id: FolderId, name: str, is_patient: bool) -> str:
        """``folder/mv`` with a name: the name as stored."""
        with self._watch.request():
            stored = await self._client.rename_folder(
                folder_id, encode_name(name), priority=_priority(is_patient)
            )
        return decode_name(stored)

    async def move_folder(self, folder_id: FolderId, target: FolderId, is_patient: bool) -> None:
        """``folder/mv`` with a destination."""
        with self._watch.request():
            await self._client.move_folder(
                folder_id, target, owner=self._owner(target), priority=_priority(is_patient)
            )

    async def remove_folder(self, folder_id: FolderId, is_patient: bool) -> None:
        """``folder/rm``."""
        with self._watch.request():
            await self._client.remove_folder(folder_id, priority=_priority(is_patient))

    async def make_folder(self, parent: FolderId, name: str, is_patient: bool) -> tuple[FolderId, str]:
        """``folder/mkdir``: the id, and the name as stored."""
        with self._watch.request():
            made = await self._client.make_folder(
                parent, encode_name(name), priority=_priority(is_patient), owner=self._owner(parent)
            )
        return made.id, decode_name(made.name)

    def _owner(self, folder_id: FolderId) -> str | None:
        folder = self._tree.get(folder_id)
        return folder.owner if folder is not None else None


def _priority(is_patient: bool) -> Priority:
    return Priority.TRANSFER if is_patient else Priority.CLICK

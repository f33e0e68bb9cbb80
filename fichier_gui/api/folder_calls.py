"""``folder/*`` (reference §4.11 to §4.15)."""

from fichier_gui.api.calls import Ask, Caller
from fichier_gui.api.entries import read_folder, shares_json
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.api.wire import integer, mapping, text
from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFolder
from fichier_gui.domain.sharing import FolderShare


class FolderCalls(Caller):
    """Folders of the account and those shared to it.

    ``owner`` is the sharer's e-mail; the service reads it only for the sharer's root (id 0).
    """

    async def folder(
        self, folder_id: FolderId, *, priority: Priority, owner: str | None = None
    ) -> FolderListing:
        """``folder/ls`` with its files. One folder may be asked once in 30 s: the call waits for that."""
        payload = {"folder_id": int(folder_id), "files": 1, **_user("sharing_user", owner)}
        ask = Ask(priority, Kind.FOLDER, int(folder_id), is_repeatable=True)
        return await self._call(
            "folder/ls",
            payload,
            ask,
            lambda answer: read_folder(answer, folder_id, owner, self._clock.time()),
        )

    async def make_folder(
        self, parent: FolderId, name: str, *, priority: Priority, owner: str | None = None
    ) -> RemoteFolder:
        """``folder/mkdir``. The name of the result is the stored one. Raises ``FolderExists``."""

        def parse(answer: object) -> RemoteFolder:
            source = mapping(answer)
            made = integer(source, "folder_id", "id")
            if made is None:
                raise UnexpectedAnswer("folder/mkdir gave no id")
            return RemoteFolder(
                FolderId(made), text(source, "name") or name, created_at=self._clock.time(), owner=owner
            )

        payload = {"name": name, "folder_id": int(parent), **_user("sharing_user", owner)}
        return await self._call("folder/mkdir", payload, Ask(priority), parse)

    async def rename_folder(
        self, folder_id: FolderId, name: str, *, priority: Priority = Priority.CLICK
    ) -> str:
        """``folder/mv`` with ``rename``, so the service ignores a destination. Returns the new name."""
        payload = {"folder_id": int(folder_id), "rename": name}
        return await self._call(
            "folder/mv", payload, Ask(priority), lambda answer: text(mapping(answer), "new_name") or name
        )

    async def move_folder(
        self,
        folder_id: FolderId,
        destination: FolderId,
        *,
        owner: str | None = None,
        priority: Priority = Priority.CLICK,
    ) -> None:
        """``folder/mv`` with a destination. To rename as well takes a second call."""
        target = {"destination_folder_id": int(destination), **_user("destination_user", owner)}
        payload = {"folder_id": int(folder_id), **target}
        await self._call("folder/mv", payload, Ask(priority), mapping)

    async def remove_folder(self, folder_id: FolderId, *, priority: Priority = Priority.CLICK) -> None:
        """``folder/rm``. Raises ``FolderNotEmpty``, also for a while after its files were deleted."""
        await self._call("folder/rm", {"folder_id": int(folder_id)}, Ask(priority), mapping)

    async def share_folder(
        self,
        folder_id: FolderId,
        *,
        is_public: bool,
        shares: tuple[FolderShare, ...],
        password: str | None = None,
        priority: Priority = Priority.CLICK,
    ) -> str | None:
        """``folder/share``: the public address, or None.

        Whether the service keeps what is left out is not known: read the folder first and give everything. An
        empty ``password`` removes it.
        """
        payload: dict[str, object] = {
            "folder_id": int(folder_id),
            "share": int(is_public),
            "shares": shares_json(shares),
        }
        if password is not None:
            payload["pass"] = password
        ask = Ask(priority, is_repeatable=True)
        return await self._call(
            "folder/share", payload, ask, lambda answer: text(mapping(answer), "url", "shared") or None
        )


def _user(name: str, owner: str | None) -> dict[str, object]:
    return {name: owner} if owner else {}

"""FTP: sub-accounts whose files land in a folder of the account, and taking in what has come."""

import contextlib
from collections.abc import Callable

from fichier_gui.api.client import FichierClient
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import FtpUser
from fichier_gui.domain.secret import Secret


class FtpAccess:
    """Lives on the core's loop. All raise what their request raises.

    Mode and folder of the account itself are settings that the service keeps: ``AccountSettings`` sets them.
    """

    def __init__(self, client: FichierClient, watch: RequestWatch, hide: Callable[[Secret], None]) -> None:
        self._client = client
        self._watch = watch
        self._hide = hide

    async def users(self) -> tuple[FtpUser, ...]:
        """``ftp/users/ls``: the sub-accounts by name."""
        with self._watch.request():
            users = await self._client.ftp_users()
        return tuple(sorted(users, key=lambda user: user.name.casefold()))

    async def add(self, name: str, password: Secret, folder_id: FolderId) -> tuple[FtpUser, ...]:
        """``ftp/users/add``: the sub-accounts as they then are. The password is kept nowhere."""
        self._hide(password)
        with self._watch.request():
            await self._client.add_ftp_user(name, password.reveal(), folder_id)
        return await self.users()

    async def remove(self, name: str) -> tuple[FtpUser, ...]:
        """``ftp/users/rm``: the sub-accounts as they then are."""
        # One that is gone already is what was wanted.
        with contextlib.suppress(NotFound), self._watch.request():
            await self._client.remove_ftp_user(name)
        return await self.users()

    async def take_in(self) -> None:
        """``ftp/process``: what has come by FTP becomes files of the account."""
        with self._watch.request():
            await self._client.process_ftp()

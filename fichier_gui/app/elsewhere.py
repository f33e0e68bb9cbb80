"""The key in other programs: written into ready-made commands when asked for, taken from rclone, and links
handed to JDownloader."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from fichier_gui.app.key import KeyInUse
from fichier_gui.app.views import SessionState
from fichier_gui.app.workers import Workers
from fichier_gui.domain.elsewhere import Handed, RcloneRemotes, Tool, snippet
from fichier_gui.domain.errors import NoKey
from fichier_gui.domain.secret import Secret
from fichier_gui.system import rclone_config
from fichier_gui.system.click_n_load import ClickNLoad


class Elsewhere:
    """Lives on the core's loop. Keys pass through as secrets and are kept nowhere."""

    def __init__(
        self,
        key: KeyInUse,
        set_key: Callable[[Secret], Awaitable[SessionState]],
        disk: Workers,
        environment: Mapping[str, str],
        home: Path,
        api: str,
        jdownloader: Callable[[], ClickNLoad] = ClickNLoad,
    ) -> None:
        self._key = key
        self._set_key = set_key
        self._disk = disk
        self._environment = environment
        self._home = home
        self._api = api
        self._jdownloader = jdownloader

    async def with_key(self, tool: Tool) -> Secret:
        """The snippet for ``tool`` with the key in use in it. Raises ``NoKey``."""
        key = self._key()
        if not key:
            raise NoKey()
        return Secret(snippet(tool, key.reveal(), self._api))

    async def rclone(self, path: Path | None = None) -> RcloneRemotes:
        """The accounts in rclone's configuration: in ``path``, or where rclone keeps it."""
        return await self._disk.run(self._look, path)

    async def take_key_of(self, path: Path, name: str) -> SessionState:
        """Use the key of one of rclone's remotes from now on, and keep it in the key ring.

        rclone's own copy stays where it is. Raises ``NoKey`` when the remote is gone, and as
        ``Accounts.set_key``.
        """
        key = await self._disk.run(rclone_config.key_of, path, name)
        if key is None:
            raise NoKey()
        return await self._set_key(key)

    async def hand_over(self, links: Sequence[str], package: str) -> Handed:
        """Give links to a JDownloader on this computer."""
        return await self._jdownloader().hand_over(links, package)

    def _look(self, path: Path | None) -> RcloneRemotes:
        return rclone_config.remotes(path or rclone_config.config_file(self._environment, self._home))

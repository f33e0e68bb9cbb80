"""Files looked at without a download: pictures and texts in memory, sound and films for the system's player.

Nothing is fetched unless the user asks for this file, nothing is written to the disk, and no CDN credit is
spent, whatever was answered about downloads.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from fichier_gui.app.playing import Player
from fichier_gui.app.preview_source import LinkService, PreviewSource
from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong, TooLarge
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.preview import PICTURE_LIMIT, PreviewKind, preview_limit
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.system.media_player import MediaPlayer, Medium
from fichier_gui.transfers.looking import Looking
from fichier_gui.transfers.threads import Spawn

_READERS = 8
"""Threads: those of a player's connections, two for thumbnails, and one for what is looked at beside them."""


class Preview:
    """Lives on the core's loop."""

    def __init__(
        self,
        service: LinkService,
        looking: Looking,
        spawn: Spawn,
        hide: Callable[[Secret], object],
        system: MediaPlayer,
    ) -> None:
        self._service = service
        self._looking = looking
        self._spawn = spawn
        self._hide = hide
        self._system = system
        self._readers = ThreadPoolExecutor(_READERS, "preview")
        self._passwords: dict[FileUrl, Secret] = {}
        self._protected: set[FileUrl] = set()
        """The service wants a password of these: it is not asked again without one."""
        self._player: Player | None = None
        self._changing = asyncio.Lock()
        self.loaded = 0
        """Bytes of what is being looked at that have come. Any thread."""

    async def look(self, file: RemoteFile, kind: PreviewKind, password: Secret | None = None) -> bytes:
        """A picture whole, a text as far as ``TEXT_LIMIT``. One link; a cancellation breaks it off.

        Raises ``TooLarge``, ``PasswordNeeded`` and ``NotFound`` (unasked the second time), ``PasswordWrong``,
        ``CreditsNeeded``, other leaves of ``AppError``.
        """
        self.loaded = 0
        return await self._taken(file, kind, password, self._count)

    async def fetch(self, file: RemoteFile) -> bytes:
        """A picture whole, beside what is looked at. Raises as :meth:`look`."""
        return await self._taken(file, PreviewKind.PICTURE, None, lambda _loaded: None)

    async def play(self, file: RemoteFile, password: Secret | None = None) -> str:
        """The loopback address of a sound or a film; the one before is gone. Raises as :meth:`look`."""
        source = self._source(file, password)
        async with self._changing:
            await self._end_player()
            await self._unlock(source, file, password)
            self._player = await Player.open(source, self._spawn)
            return self._player.url

    async def hand_over(self) -> str | None:
        """Give what is played to the system's player. Its name, empty if unknown; None without one."""
        player = self._player
        return (
            None if player is None else await self._system.open(Medium(player.url, player.name, player.type))
        )

    async def try_again(self, file: RemoteFile) -> None:
        """The user wants ``file`` asked for, even if its link is known to be dead."""
        await self._looking.try_again(file.url)

    async def stop(self) -> None:
        """Nothing is played any more."""
        async with self._changing:
            await self._end_player()

    async def close(self) -> None:
        """End the player and the threads."""
        await self.stop()
        await asyncio.to_thread(self._readers.shutdown)

    async def _taken(
        self, file: RemoteFile, kind: PreviewKind, password: Secret | None, told: Callable[[int], None]
    ) -> bytes:
        if kind is PreviewKind.PICTURE and file.size > PICTURE_LIMIT:
            raise TooLarge(size=file.size, limit=PICTURE_LIMIT)
        source = self._source(file, password)
        await self._unlock(source, file, password)
        return await source.beginning(preview_limit(kind), told)

    async def _end_player(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            await player.close()
            await asyncio.to_thread(self._system.close)

    def _source(self, file: RemoteFile, password: Secret | None) -> PreviewSource:
        if password is not None:
            self._hide(password)
        known = password or self._passwords.get(file.url)
        if known is None and file.url in self._protected:
            raise PasswordNeeded(unasked=True)

        return PreviewSource(file, self._service, self._readers, self._looking, known)

    async def _unlock(self, source: PreviewSource, file: RemoteFile, password: Secret | None) -> None:
        try:
            await source.link()
        except (PasswordNeeded, PasswordWrong):
            self._protected.add(file.url)
            self._passwords.pop(file.url, None)
            raise
        if password is not None:
            self._passwords[file.url] = password

    def _count(self, loaded: int) -> None:
        self.loaded = loaded

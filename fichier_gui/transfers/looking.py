"""What is only looked at: it costs no credit, asks for no dead link and keeps to the speed limit."""

from collections.abc import Awaitable, Callable

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.throttle import Throttle


class Looking:
    """Lives on the core's loop."""

    def __init__(self, means: Means) -> None:
        self._credits = means.credits
        self._dead_links = means.dead_links
        self.throttle: Throttle = means.download_throttle
        """What all downloads share. Any thread."""

    async def link(self, file: RemoteFile, ask: Callable[[], Awaitable[str]]) -> str:
        """What ``ask`` answers, where it may be asked for.

        Raises ``CreditsNeeded`` where the service might take credits, ``NotFound`` with the fact ``unasked``
        for a link that is known to be dead, what another download was told, and what ``ask`` raises.
        """
        await self._credits.admit_free(file.size, is_cdn=file.is_cdn)
        try:
            async with self._dead_links.asking(file.url):
                return await ask()
        except AppError as error:
            self._credits.hear(error)
            raise

    async def try_again(self, url: FileUrl) -> None:
        """The user wants this link tried, whatever was said of it."""
        await self._dead_links.try_again((url,))

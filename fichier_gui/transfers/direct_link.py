"""The direct link of one download: asked for once, shared by its connections, renewed when it has died."""

import asyncio
from typing import Final

from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.secret import Secret
from fichier_gui.transfers.means import Means
from fichier_gui.transfers.milestones import Milestone
from fichier_gui.transfers.row import Row

TOKENS: Final = 3
"""Direct links that may die in a row, with no byte between, before the attempt ends."""


class DirectLink:
    """Lives on the loop."""

    def __init__(self, row: Row, means: Means) -> None:
        self._row = row
        self._means = means
        self._asking = asyncio.Lock()
        self._link: str | None = None
        self._deaths = 0
        self._done_at_death = -1

    async def get(self) -> str:
        """The link that lives, as far as we know. Raises leaves of ``AppError``."""
        async with self._asking:
            if self._link is None:
                self._link = await self._asked()
                self._means.reached(Milestone.LINK_GIVEN)
            return self._link

    def died(self, link: str) -> bool:
        """``link`` gave nothing any more. False: too many have, asking for another one is no help."""
        if link == self._link:
            self._link = None
            done = self._row.gauge.done
            self._deaths = 1 if done > self._done_at_death else self._deaths + 1
            self._done_at_death = done
        return self._deaths < TOKENS

    async def _asked(self) -> str:
        """A password that is missing or wrong is told once: the user is asked, the service never again."""
        row, passwords = self._row, self._means.passwords
        if not passwords.concerns(row.transfer):
            try:
                return await self._token(None)
            except PasswordNeeded:
                await row.write(is_protected=True)
        else:
            async with passwords.turn(row.transfer):
                if passwords.of(row.transfer) is None and await passwords.is_missing(row.transfer):
                    raise PasswordNeeded(unasked=True)
                return await self._opened()
        async with passwords.turn(row.transfer):
            if passwords.of(row.transfer) is None:
                passwords.missed(row.transfer)
                raise PasswordNeeded
            return await self._opened()

    async def _opened(self) -> str:
        transfer, passwords = self._row.transfer, self._means.passwords
        password = passwords.of(transfer)
        try:
            link = await self._token(password)
        except PasswordNeeded:
            passwords.missed(transfer)
            raise
        except PasswordWrong:
            passwords.refused(transfer, password)
            if passwords.of(transfer) is not None:
                # The user has entered another one meanwhile.
                return await self._opened()
            raise
        if password is not None:
            passwords.keep(transfer, password)
        return link

    async def _token(self, password: Secret | None) -> str:
        transfer = self._row.transfer
        url = transfer.url or FileUrl("")
        is_paid = await self._means.credits.admit(transfer)
        async with self._means.dead_links.asking(url):
            return await self._means.service.download_link(
                url,
                cdn=is_paid,
                password=None if password is None else password.reveal(),
            )

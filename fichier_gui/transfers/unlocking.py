"""What follows when the user enters a password: one row tries it, and the others of its batch follow."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import State
from fichier_gui.transfers.passwords import Passwords
from fichier_gui.transfers.threads import Spawn


class Unlocking:
    """Lives on the core's loop. ``control``: while it is held nothing starts."""

    def __init__(
        self,
        passwords: Passwords,
        spawn: Spawn,
        control: asyncio.Lock,
        retry: Callable[[Sequence[TransferId], Iterable[State]], Awaitable[None]],
    ) -> None:
        self._passwords = passwords
        self._control = control
        self._retry = retry
        passwords.on_opened = lambda batch: spawn(self._go_on(batch), "unlock a batch")

    async def unlock(self, ids: Sequence[TransferId], password: Secret) -> None:
        """See ``TransferQueue``."""
        async with self._control:
            await self._retry(await self._passwords.enter(ids, password), {State.NEEDS_ANSWER})

    async def _go_on(self, batch: BatchId) -> None:
        async with self._control:
            await self._retry(await self._passwords.waiting(batch), {State.NEEDS_ANSWER})

"""Whether a key works: the cheapest question that the service answers now."""

import contextlib
from typing import Final

from fichier_gui.api.account_budget import Budget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.app.key import KeyInUse
from fichier_gui.app.service import Folders
from fichier_gui.app.session import Checked
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import PremiumRequired, RequestProblem
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret

SOON: Final = 2.0
"""Seconds that a person who has entered a key may wait for a turn."""


class KeyCheck:
    """``await check(key)``."""

    def __init__(
        self, client: FichierClient, budget: Budget, folders: Folders, key: KeyInUse, clock: Clock
    ) -> None:
        self._client = client
        self._budget = budget
        self._folders = folders
        self._key = key
        self._clock = clock

    async def __call__(self, key: Secret) -> Checked:
        """``user/info`` if the service answers it now, else what it does answer: nobody waits minutes."""
        soon = self._clock.time() + SOON
        next_account = self._budget.snapshot().next_account_at
        with self._key.trying(key):
            if next_account is None or next_account < soon:
                return Checked(account=await self._client.account(priority=Priority.CLICK))
            if self._budget.ready_at(Kind.FOLDER, int(ROOT)) < soon:
                return Checked(root=await self._folders.try_root())
            with contextlib.suppress(RequestProblem, PremiumRequired):
                await self._client.remote_jobs(priority=Priority.CLICK)
            return Checked()

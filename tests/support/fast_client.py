"""The real client without its waits, for tests of what stands above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY

from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.pacing import BudgetRules, Priority
from fichier_gui.domain.clock import Clock, SystemClock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.secret import Secret


class ForgetfulMemory:
    """Nothing of a budget is kept."""

    def load(self) -> str | None:
        return None

    def save(self, text: str) -> None:
        pass


class AskedFolders:
    """Every listing is asked for, none remembered."""

    def __init__(self, client: FichierClient) -> None:
        self._client = client

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        return await self._client.folder(folder_id, priority=Priority.TRANSFER)

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        pass


@dataclass
class FastClient:
    """A client, its budget and its listings."""

    client: FichierClient
    folders: AskedFolders
    budget: RequestBudget

    async def aclose(self) -> None:
        await self.client.aclose()
        await self.budget.aclose()


def fast_client(
    base_url: str,
    *,
    key: str | None = DEFAULT_KEY,
    clock: Clock | None = None,
    rules: BudgetRules = QUICK,
    options: NetworkOptions | None = None,
    paused: Callable[[float, AppError], None] = lambda _until, _error: None,
) -> FastClient:
    """Made inside a running loop; ``paused`` hears of every cool-down: until when, and why."""
    clock = clock or SystemClock()
    options = options or NetworkOptions(trust_system_proxy=False, timeout=2)
    budget = RequestBudget(clock, ForgetfulMemory(), paused, lambda: None, rules)
    address = ServiceAddress(base_url)
    client = FichierClient(address, lambda: Secret(key) if key else None, budget, options, clock)
    return FastClient(client, AskedFolders(client), budget)

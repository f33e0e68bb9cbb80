"""Reads the whole account in the background, politely, so that the search knows all of it.

One request at a time, only while nobody else wants one: the folder that is shown comes first by itself, and
so do transfers. Once an hour the list of all files is folded in: it says at once what there is, and the
folders say later where it is.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from fichier_gui.api.account_budget import Budget
from fichier_gui.api.pacing import Kind
from fichier_gui.app.browse import Browse
from fichier_gui.app.views import SessionState
from fichier_gui.catalogue.gaps import Gap, GapKind
from fichier_gui.catalogue.refresh import Refresher, Urgency
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.windows import MOST_SHOWN, WindowedFiles, read_in_windows
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, KeyProblem, NetworkProblem, ServiceBusy
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFile
from fichier_gui.domain.requests import BudgetSnapshot, WaitReason
from fichier_gui.domain.settings import Settings

FIRST_AFTER: Final = 5.0
"""Seconds that a start is left to what the window itself asks."""
ANSWERED_WITHIN: Final = 120.0
"""Seconds: one that was refused would be asked again an hour later, and the folders would wait for it."""
BUSY: Final = 5.0
"""Seconds after which one looks again whether others still want the service."""
IDLE: Final = 60.0
"""Seconds after which one looks again whether something has become old."""
OLD: Final = 24 * 3600.0
"""Seconds after which a folder that nobody opened is read again."""

_CONTENDING: Final = frozenset({WaitReason.TURN, WaitReason.PAUSE, WaitReason.PROBE, WaitReason.REFUSALS})
"""Waits that end sooner when nobody else asks."""


class AllFiles(Protocol):
    """Lists of files without folders. Background work; both raise leaves of ``AppError``."""

    def all_files(self) -> Awaitable[tuple[RemoteFile, ...]]:
        """``file/ls`` of the whole account: once in an hour."""
        ...

    def files(self, folder_id: FolderId, since: float, until: float) -> Awaitable[tuple[RemoteFile, ...]]:
        """``file/ls`` of a folder: what was sent between two moments, neither included."""
        ...


def may_read(settings: Settings, session: SessionState, network_problem: AppError | None) -> bool:
    """The user wants it, and there is somebody to ask."""
    is_known = session.signed_in and session.refused is None
    return settings.read_account and is_known and network_problem is None


def is_free(budget: BudgetSnapshot) -> bool:
    """The service may be asked, and nobody else waits for it."""
    return budget.paused_until is None and not any(wait.reason in _CONTENDING for wait in budget.waits)


def new_reader(
    catalogue: CatalogueStore,
    refresher: Refresher,
    source: AllFiles,
    browse: Browse,
    budget: Budget,
    may_ask: Callable[[], bool],
) -> "AccountReader":
    """The reader of the program."""
    return AccountReader(
        catalogue,
        refresher,
        source,
        browse.clock,
        lambda: may_ask() and is_free(budget.snapshot()),
        lambda: budget.ready_at(Kind.WHOLE_LIST),
        lambda: browse.shown,
        budget.rules.background_listing_gap,
    )


class AccountReader:
    """``run()`` until it is cancelled."""

    def __init__(
        self,
        catalogue: CatalogueStore,
        refresher: Refresher,
        source: AllFiles,
        clock: Clock,
        may_ask: Callable[[], bool],
        all_files_at: Callable[[], float],
        shown: Callable[[], FolderId],
        pause: float,
        most_shown: int = MOST_SHOWN,
    ) -> None:
        self._catalogue = catalogue
        self._refresher = refresher
        self._source = source
        self._clock = clock
        self._may_ask = may_ask
        self._all_files_at = all_files_at
        """When the list of all files may be asked for again, seconds since 1970."""
        self._shown = shown
        """The folder that was opened last: what is in it is read first."""
        self._pause = pause
        """Seconds between two requests."""
        self._most_shown = most_shown
        self._left_alone: dict[FolderId, float] = {}
        """Folders that were refused, or read to the end at length: not again before then (since 1970)."""

    async def run(self) -> None:
        """Read what is not known, for as long as the program runs."""
        await self._clock.sleep(FIRST_AFTER)
        while True:
            if not self._may_ask():
                await self._clock.sleep(BUSY)
            elif await self._has_read():
                await self._clock.sleep(self._pause)
            else:
                await self._clock.sleep(IDLE)

    async def _has_read(self) -> bool:
        """One thing was asked, or at least tried."""
        try:
            if self._all_files_at() <= self._clock.time():
                await self._fold_in()
                return True
            now = self._clock.time()
            without = {folder for folder, until in self._left_alone.items() if until > now}
            gap = await self._catalogue.next_gap(self._shown(), now - OLD, without)
            if gap is None:
                return False
            await self._read(gap)
        except (ServiceBusy, NetworkProblem, KeyProblem):
            # Others show what is wrong; this goes on by itself when it is over.
            return False
        except AppError:
            # The list of all files, or the catalogue's disk: the folders may do better, later.
            return False
        return True

    async def _fold_in(self) -> None:
        try:
            async with asyncio.timeout(ANSWERED_WITHIN):
                files = await self._source.all_files()
        except TimeoutError:
            return
        await self._catalogue.fold_in(files, is_complete=len(files) < self._most_shown)

    async def _read(self, gap: Gap) -> None:
        folder_id = gap.folder_id
        try:
            if gap.kind is GapKind.CUT:
                await self._refresher.complete(folder_id, self._in_windows)
                # Read again it is cut again, and completing it takes minutes: once a day will do.
                self._left_alone[folder_id] = self._clock.time() + OLD
            else:
                await self._refresher.fresh(folder_id, urgency=Urgency.BACKGROUND)
        except (ServiceBusy, NetworkProblem, KeyProblem):
            raise
        except AppError:
            self._left_alone[folder_id] = self._clock.time() + OLD

    async def _in_windows(self, listing: FolderListing) -> WindowedFiles:
        async def ask(since: float, until: float) -> tuple[RemoteFile, ...]:
            while not self._may_ask():
                await self._clock.sleep(BUSY)
            return await self._source.files(listing.folder.id, since, until)

        tomorrow = self._clock.time() + 86400
        return await read_in_windows(ask, listing.files, tomorrow, self._most_shown)

"""The search over all that is known of the account, and the searches that the user keeps."""

import datetime
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.kept_by_name import KeptByName, Named
from fichier_gui.app.service import Folders
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.coverage import Coverage
from fichier_gui.catalogue.order import Arrangement, Place
from fichier_gui.catalogue.search import Hit, Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.ids import UNKNOWN_FOLDER, FileUrl, FolderId
from fichier_gui.domain.query import Query, parse
from fichier_gui.domain.remote import FileDetails, RemoteFile, RemoteFolder
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.text_file import AtomicText


@dataclass(frozen=True, slots=True)
class Finds:
    """What a search found. The three sequences of ``entries`` belong together, row by row."""

    entries: tuple[RemoteFile | RemoteFolder, ...]
    """Folders first."""
    folders: tuple[FolderId, ...]
    """Where each of them is."""
    paths: tuple[str, ...]
    """The same in words: ``/Films/2024``; empty for ``UNKNOWN_FOLDER``."""
    is_all: bool
    """There is no more."""
    coverage: Coverage
    """What was searched."""
    problems: tuple[str, ...] = ()
    """Words of the line that were not understood."""
    is_empty: bool = False
    """The line asks for nothing (yet)."""

    def arrangement(self) -> Arrangement:
        """To be shown in any order. Takes a frame for 10,000 entries: to be called in a thread."""
        folders = [entry for entry in self.entries if isinstance(entry, RemoteFolder)]
        files = [entry for entry in self.entries if isinstance(entry, RemoteFile)]
        places = [Place(*pair) for pair in zip(self.folders, self.paths, strict=True)]
        return Arrangement(folders, files, places)


@dataclass(frozen=True, slots=True)
class SavedSearch(Named):
    """A line of the search under a name."""

    text: str


class Finding:
    """Finds files and folders by one line of text, in what is known: no request, and the same offline."""

    def __init__(
        self,
        search: Search,
        catalogue: CatalogueStore,
        details: Callable[[FileUrl], Awaitable[FileDetails]],
        clock: Clock,
        saved: "SavedSearches",
    ) -> None:
        self._search = search
        self._catalogue = catalogue
        self._details = details
        self._clock = clock
        self.saved = saved

    async def find(self, text: str, limit: int) -> Finds:
        """At most ``limit`` of what the line asks for. A search that begins ends the one before it.

        Raises ``DiskFault``; the older search is cancelled.
        """
        query = self._query(text)
        hits = await self._search.find(query, limit)
        return Finds(
            tuple(hit.entry for hit in hits.rows),
            tuple(hit.folder_id for hit in hits.rows),
            self._paths(hits.rows),
            hits.is_all,
            hits.coverage,
            query.problems,
            query.is_empty,
        )

    async def count(self, text: str) -> int:
        """How many there are in all. Raises as :meth:`find`."""
        return await self._search.count(self._query(text))

    async def folder_of(self, url: FileUrl) -> FolderId:
        """Where a file is whose folder nobody has read yet: one ``file/info``. Raises what that raises."""
        folder_id = (await self._details(url)).folder_id
        if folder_id is None:
            raise NotFound(path=url)
        return folder_id

    async def close(self) -> None:
        """Let go of the catalogue's file."""
        await self._search.close()

    def _query(self, text: str) -> Query:
        today = datetime.datetime.fromtimestamp(self._clock.time()).astimezone().date()
        return parse(text, today, None)

    def _paths(self, hits: tuple[Hit, ...]) -> tuple[str, ...]:
        # Many hits share a folder, and many rows one text.
        known: dict[FolderId, str] = {UNKNOWN_FOLDER: ""}
        for hit in hits:
            if hit.folder_id not in known:
                known[hit.folder_id] = self._catalogue.tree.path_of(hit.folder_id)
        return tuple(known[hit.folder_id] for hit in hits)


def new_finding(
    profile: ProfilePaths, catalogue: CatalogueStore, folders: Folders, disk: Workers, clock: Clock
) -> Finding:
    """The search of a profile."""
    return Finding(
        Search(profile.catalogue, catalogue.tree),
        catalogue,
        lambda url: folders.details(url, patient=False, password=None),
        clock,
        SavedSearches(AtomicText(profile.config / "searches.json"), disk),
    )


class SavedSearches(KeptByName[SavedSearch]):
    """Searches kept in a small file of the profile."""

    def __init__(self, file: TextFile, disk: Workers) -> None:
        super().__init__(file, disk, lambda one: SavedSearch(str(one["name"]), str(one["text"])))

    async def keep(self, name: str, text: str) -> None:
        """Keep a search; another one of that name is replaced. Raises ``DiskProblem`` leaves."""
        await self.put(SavedSearch(name, text))

"""From what was chosen on the service to what will be fetched."""

import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from fichier_gui.app.views import DownloadPlan, PlannedDownload, Renamed, Skipped
from fichier_gui.domain import links
from fichier_gui.domain.errors import (
    AccessProblem,
    NotFound,
    PasswordNeeded,
    PasswordWrong,
    RequestProblem,
)
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.names import local_name, numbered
from fichier_gui.domain.pasted import FEW, MANY, Pasted
from fichier_gui.domain.remote import (
    FileDetails,
    FolderListing,
    LinkState,
    PublicFile,
    RemoteFile,
    RemoteFolder,
)
from fichier_gui.domain.secret import Secret

_IS_WINDOWS = os.name == "nt"


class Source(Protocol):
    """Where a plan learns what there is. Each call may cost a request."""

    async def listing(self, folder: RemoteFolder) -> FolderListing:
        """What is in a folder of the account."""
        ...

    async def details(self, url: FileUrl, patient: bool, password: Secret | None) -> FileDetails:
        """``file/info``."""
        ...

    async def check(self, urls: Sequence[FileUrl], patient: bool) -> Mapping[str, LinkState]:
        """What is known of at most 100 links, in one request."""
        ...

    async def public_folder(self, url: str, patient: bool, password: Secret | None) -> tuple[PublicFile, ...]:
        """A published folder."""
        ...

    def path_of(self, folder: RemoteFolder) -> str:
        """``/Films/2024``."""
        ...


@dataclass(frozen=True, slots=True)
class _Wanted:
    url: FileUrl
    name: str
    size: int
    checksum: str | None = None
    has_password: bool = False
    password: Secret | None = None


@dataclass(slots=True)
class _Place:
    """A local folder of the plan, and the names that are taken in it."""

    path: Path
    taken: set[str] = field(default_factory=set)

    def take(self, name: str) -> str:
        """A free name for ``name``. Upper and lower case are one, as on Windows and macOS."""
        free, n = name, 2
        while free.casefold() in self.taken:
            free = numbered(name, n)
            n += 1
        self.taken.add(free.casefold())
        return free


async def _at_once() -> None:
    return


class Planner:
    """Collects one plan. ``password`` is tried on links, and goes with files that are known to want one.

    ``turn`` is awaited before each folder.
    """

    def __init__(
        self,
        source: Source,
        folder: Path,
        patient: bool = False,
        password: Secret | None = None,
        turn: Callable[[], Awaitable[None]] = _at_once,
    ) -> None:
        self._source = source
        self._turn = turn
        self._patient = patient
        self._password = password
        self._top = _Place(folder)
        self._files: list[PlannedDownload] = []
        self._skipped: list[Skipped] = []
        self._renamed: list[Renamed] = []
        self._locked: list[Skipped] = []
        self._checked: dict[str, LinkState] = {}

    async def check(self, text: str) -> None:
        """Ask for all file links of ``text`` together if they are many, before they are added."""
        urls = [link.url for link in links.find(text) if isinstance(link, links.FileLink)]
        if len(urls) > FEW:
            for start in range(0, len(urls), MANY):
                self._checked |= await self._source.check(urls[start : start + MANY], self._patient)

    def plan(self) -> DownloadPlan:
        """What was collected."""
        return DownloadPlan(
            self._top.path,
            tuple(self._files),
            tuple(self._skipped),
            tuple(dict.fromkeys(self._renamed)),
            tuple(self._locked),
        )

    async def add(self, item: RemoteFile | RemoteFolder | str) -> None:
        """Take a file, a folder with all that is in it, or every link of a text.

        What cannot be had is skipped with its reason. Raises what stops all of it (``KeyProblem``,
        ``ServiceBusy``, ``NetworkProblem`` leaves).
        """
        if isinstance(item, RemoteFile):
            self._take(_of_file(item), self._top, "")
        elif isinstance(item, RemoteFolder):
            await self._add_folder(item)
        else:
            await self._add_links(item)

    def take(self, row: Pasted) -> None:
        """A pasted link as far as it is known: its name may come with its bytes."""
        url = FileUrl(row.text)
        name = row.name or links.stand_in_name(url)
        wanted = _Wanted(url, name, row.size or 0, row.checksum, row.has_password, row.password)
        self._take(wanted, self._top, "")

    async def add_contents(self, folder: RemoteFolder) -> None:
        """Take what is in a folder, without the folder itself."""
        await self._walk([(folder, self._top)])

    async def _add_folder(self, folder: RemoteFolder) -> None:
        await self._walk([(folder, self._place_in(self._top, folder))])

    def _place_in(self, parent: _Place, folder: RemoteFolder) -> _Place:
        return _Place(parent.path / parent.take(self._local(folder.name or "1fichier")))

    async def _walk(self, pending: list[tuple[RemoteFolder, _Place]]) -> None:
        while pending:
            one, place = pending.pop()
            path = self._source.path_of(one)
            await self._turn()
            try:
                listing = await self._source.listing(one)
            except (AccessProblem, RequestProblem) as error:
                self._skipped.append(Skipped(path, error))
                continue
            for file in listing.files:
                self._take(_of_file(file), place, path)
            inner = [(each, self._place_in(place, each)) for each in listing.folders]
            pending += reversed(inner)

    async def _add_links(self, text: str) -> None:
        found = links.find(text)
        if not found:
            self._skipped.append(Skipped(text, NotFound(name=text)))
        for link in found:
            try:
                if isinstance(link, links.FileLink):
                    self._take(await self._of_link(link.url), self._top, "")
                else:
                    await self._add_public_folder(link.url)
            except (PasswordNeeded, PasswordWrong) as error:
                self._locked.append(Skipped(str(link.url), error))
            except (AccessProblem, RequestProblem) as error:
                self._skipped.append(Skipped(str(link.url), error))

    async def _add_public_folder(self, url: str) -> None:
        for file in await self._source.public_folder(url, self._patient, self._password):
            wanted = _Wanted(file.url, file.name, file.size, None, file.has_password)
            self._take(wanted, self._top, "")

    async def _of_link(self, url: FileUrl) -> _Wanted:
        state = self._checked.get(url)
        if state is not None and not state.exists:
            raise NotFound(name=url)
        if state is not None and state.name is not None and state.size is not None:
            return _Wanted(url, state.name, state.size)
        if state is not None and self._password is None:
            raise PasswordNeeded
        details = await self._source.details(url, self._patient, self._password)
        # Once a password was tried the answer need not say that the file has one.
        return _Wanted(
            url, details.name, details.size, details.checksum, details.has_password, self._password
        )

    def _take(self, file: _Wanted, place: _Place, remote_folder: str) -> None:
        self._files.append(
            PlannedDownload(
                url=file.url,
                name=place.take(self._local(file.name)),
                size=file.size,
                folder=str(place.path),
                remote_folder_path=remote_folder,
                checksum=file.checksum,
                has_password=file.has_password,
                password=file.password or (self._password if file.has_password else None),
            )
        )

    def _local(self, name: str) -> str:
        safe = local_name(name, windows=_IS_WINDOWS)
        if safe != name:
            self._renamed.append(Renamed(name, safe))
        return safe


def _of_file(file: RemoteFile) -> _Wanted:
    return _Wanted(file.url, file.name, file.size, file.checksum, file.has_password)

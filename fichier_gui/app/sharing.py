"""Who may open what: the rules of links, read once and changed by the hundred; the antivirus on request."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from fichier_gui.api.client import FichierClient
from fichier_gui.api.pacing import Priority
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.errors import (
    AccessProblem,
    AddressNotAllowed,
    AppError,
    RequestProblem,
    RequestRejected,
)
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.names import decode_name
from fichier_gui.domain.remote import FileDetails, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.sharing import FileChanges, FolderShare

AT_ONCE: Final = 100
"""Links in one request."""

_REFUSED: Final = (RequestRejected, AddressNotAllowed)
"""How a refusal comes whose words are not known: with status 403 it is taken for one of the address."""

PROBES: Final = 4
"""Files that are asked alone where an array of them changed nothing."""

_NUMBER: Final = re.compile(r"\s*#\d+\s*$")
_VIRUS: Final = re.compile(r"virus|infected", re.IGNORECASE)


@dataclass(slots=True)
class Outcome:
    """What became of each file. What was so already counts as done."""

    done: list[FileUrl] = field(default_factory=list)
    failed: dict[FileUrl, AppError] = field(default_factory=dict)


class Sharing:
    """Lives on the core's loop."""

    def __init__(self, client: FichierClient, watch: RequestWatch, hide: Callable[[Secret], None]) -> None:
        self._client = client
        self._watch = watch
        self._hide = hide
        self._known: dict[FileUrl, FileDetails] = {}

    @property
    def known(self) -> Mapping[FileUrl, FileDetails]:
        """What has been read of files in this run and not been changed since. Any thread."""
        return self._known

    async def details(self, url: FileUrl) -> FileDetails:
        """``file/info``, asked once. Raises what the request raises."""
        known = self._known.get(url)
        if known is None:
            with self._watch.request():
                known = await self._client.file_details(url)
            known = replace(known, name=decode_name(known.name))
            self._known[url] = known
        return known

    async def change(self, urls: Sequence[FileUrl], changes: FileChanges) -> Outcome:
        """``file/chattr`` in arrays. One refused file keeps no other from being changed.

        Raises what concerns all of them (``KeyProblem``, ``ServiceBusy``, ``NetworkProblem`` leaves); files
        changed before stay changed, and doing it again costs nothing: "no change" counts as done.
        """
        if changes.password:
            self._hide(Secret(changes.password))
        outcome = Outcome()
        for start in range(0, len(urls), AT_ONCE):
            await self._change(urls[start : start + AT_ONCE], changes, outcome)
        return outcome

    async def folder(self, folder_id: FolderId) -> RemoteFolder:
        """With whom a folder is shared, asked of the service itself: what is kept of it here does not say."""
        with self._watch.request():
            listing = await self._client.folder(folder_id, priority=Priority.CLICK)
        return replace(listing.folder, name=decode_name(listing.folder.name))

    async def share_folder(
        self, folder_id: FolderId, is_public: bool, shares: tuple[FolderShare, ...], password: str | None
    ) -> str | None:
        """``folder/share``: the public page, or None. A ``password`` of None stays as it is.

        ``shares`` are all of them. Read the folder first: what is not named may be lost.
        """
        if password:
            self._hide(Secret(password))
        with self._watch.request():
            return await self._client.share_folder(
                folder_id, is_public=is_public, shares=shares, password=password
            )

    async def scan(self, url: FileUrl) -> bool:
        """``file/scan``: True when the file is clean. False: it was infected, and the service removed it."""
        try:
            with self._watch.request():
                await self._client.scan_file(url)
        except _REFUSED as error:
            if not _VIRUS.search(error.detail):
                raise
            self._known.pop(url, None)
            return False
        return True

    async def _change(self, urls: Sequence[FileUrl], changes: FileChanges, outcome: Outcome) -> None:
        try:
            with self._watch.request():
                touched = set(await self._client.change_files(urls, changes))
        except (AccessProblem, RequestProblem) as error:
            await self._divide(urls, changes, outcome, error)
            return
        self._note([url for url in urls if url in touched], outcome)
        left = [url for url in urls if url not in touched]
        if touched and left:
            # The answer says neither what was so already nor what was refused: the rest is asked about.
            await self._change(left, changes, outcome)
        elif len(left) > 1:
            await self._probe(left, changes, outcome)
        else:
            self._note(left, outcome)

    async def _probe(self, urls: Sequence[FileUrl], changes: FileChanges, outcome: Outcome) -> None:
        """Nothing was changed: all was so already, or one of them stopped the others.

        A few are asked alone. Where each of them was so already, the others are taken for the same.
        """
        step = -(-len(urls) // PROBES)
        probes = urls[::step]
        is_quiet = [await self._is_so_already(url, changes, outcome) for url in probes]
        rest = [url for url in urls if url not in set(probes)]
        if all(is_quiet):
            self._note(rest, outcome)
        elif rest:
            await self._change(rest, changes, outcome)

    async def _is_so_already(self, url: FileUrl, changes: FileChanges, outcome: Outcome) -> bool:
        try:
            with self._watch.request():
                touched = await self._client.change_files([url], changes)
        except (AccessProblem, RequestProblem) as error:
            outcome.failed[url] = error
            return False
        self._note([url], outcome)
        return not touched

    async def _divide(
        self, urls: Sequence[FileUrl], changes: FileChanges, outcome: Outcome, error: AppError
    ) -> None:
        """Find the files that are meant by a refusal, with as few requests as there can be."""
        if len(urls) == 1:
            outcome.failed[urls[0]] = error
            return
        await self._change(urls[:1], changes, outcome)
        alone = outcome.failed.get(urls[0])
        if isinstance(alone, _REFUSED) and _text(alone) == _text(error):
            # The rules themselves are refused, not a file: asking for each would be refused each time.
            outcome.failed |= dict.fromkeys(urls[1:], alone)
            return
        middle = 1 + len(urls) // 2
        for part in (urls[1:middle], urls[middle:]):
            if part:
                await self._change(part, changes, outcome)

    def _note(self, urls: Sequence[FileUrl], outcome: Outcome) -> None:
        outcome.done.extend(urls)
        for url in urls:
            self._known.pop(url, None)


def _text(error: AppError) -> str:
    """The service's words without the number behind them, which is another one each time."""
    return _NUMBER.sub("", error.detail)

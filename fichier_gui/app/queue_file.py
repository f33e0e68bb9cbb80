"""The list of transfers goes to a file and comes back: what it would add is shown before it is added."""

import os
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from fichier_gui.app.documents import Documents
from fichier_gui.app.sheets import csv_text, links_page, links_text
from fichier_gui.app.transferring import Transfers
from fichier_gui.domain import queue_list
from fichier_gui.domain.errors import ListBroken, NotFound, SourceChanged, SourceMissing
from fichier_gui.domain.ids import BatchId, FileUrl, FolderId, TransferId
from fichier_gui.domain.names import local_name
from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.domain.transfers import Direction, NewDownload, NewTransfer, NewUpload, Transfer

PAGE: Final = 500
"""Rows read from the journal at a time."""
SHEET: Final = ("direction", "name", "size", "link", "whirlpool", "remote_folder", "local_path", "state")
"""Header of the comma-separated form: for programs, so it is not translated."""
LIST: Final = ".json"
FORMS: Final = (LIST, ".txt", ".csv", ".html")
"""What can be written, by the end of the name: the list itself, and its links for other programs."""


class Knows(Protocol):
    """What is in the queue already."""

    async def listed_links(self, urls: Sequence[FileUrl]) -> Collection[FileUrl]:
        """Those of ``urls`` of which a download waits, runs or is done."""
        ...

    async def queued_sources(self, paths: Sequence[str]) -> Collection[tuple[str, int | None]]:
        """Those of ``paths`` that some upload has, each with the place where it begins in the file."""
        ...


Sources = Callable[[Sequence[str]], Awaitable[Mapping[str, int]]]
"""Bytes of those of these local files that are there."""


class QueueFile:
    """Lives on the core's loop."""

    def __init__(
        self,
        transfers: Transfers,
        knows: Knows,
        documents: Documents,
        sources: Sources,
        make_path: Callable[[str], Awaitable[FolderId]],
        size_words: Callable[[int], str] = str,
    ) -> None:
        self._transfers = transfers
        self._knows = knows
        self._documents = documents
        self._sources = sources
        self._make_path = make_path
        self._size_words = size_words

    async def export(self, path: Path, ids: Sequence[TransferId] | None = None) -> int:
        """Write these rows, or all, in the form that the name asks for. How many. ``DiskProblem`` leaves."""
        rows = await self._rows(ids)
        await self._documents.save(path, self._text(path.suffix.lower(), rows))
        return len(rows)

    async def read(self, path: Path) -> tuple[Found, ...]:
        """What a list would add. Nothing is added. Raises ``ListBroken``, ``DiskProblem`` leaves."""
        try:
            text = await self._documents.load(path, queue_list.MOST_BYTES)
            entries = queue_list.read(text)
        except ValueError as error:
            raise ListBroken(str(error), path=str(path)) from error
        except ListBroken as error:
            raise ListBroken(error.detail, path=str(path)) from error
        return await self._judged(entries)

    async def start(self, entries: Sequence[Entry]) -> BatchId:
        """Queue these, in one journal transaction. Remote folders that are missing are made first."""
        ids: dict[str, FolderId] = {}
        for entry in entries:
            if entry.direction is Direction.UPLOAD and entry.remote_folder not in ids:
                ids[entry.remote_folder] = await self._make_path(entry.remote_folder)
        return await self._transfers.add([self._new(entry, ids) for entry in entries])

    def _new(self, entry: Entry, ids: Mapping[str, FolderId]) -> NewTransfer:
        if entry.direction is Direction.UPLOAD:
            return NewUpload(
                path=entry.path,
                name=entry.name,
                size=entry.size,
                folder_id=ids[entry.remote_folder],
                folder_path=entry.remote_folder,
                mtime_ns=entry.mtime_ns,
                part_offset=entry.part_offset,
                source_size=entry.source_size,
                priority=entry.priority,
                rate=entry.rate,
            )
        folder = Path(entry.folder)
        if not folder.is_absolute():
            # A list from another kind of system: its folders mean nothing here.
            folder = self._transfers.download_folder
        return NewDownload(
            url=entry.url or FileUrl(""),
            name=local_name(entry.name, windows=os.name == "nt"),
            size=entry.size,
            folder=str(folder),
            remote_folder_path=entry.remote_folder,
            checksum=entry.checksum,
            conflict=entry.conflict,
            is_protected=entry.is_protected,
            priority=entry.priority,
            rate=entry.rate,
        )

    async def _judged(self, entries: Sequence[Entry | str]) -> tuple[Found, ...]:
        known = [entry for entry in entries if isinstance(entry, Entry)]
        listed = set(await self._knows.listed_links([entry.url for entry in known if entry.url]))
        paths = [entry.path for entry in known if entry.path]
        queued = set(await self._knows.queued_sources(paths))
        sizes = await self._sources(paths)
        found: list[Found] = []
        for entry in entries:
            if isinstance(entry, str):
                found.append(Found(entry, None, EntryState.UNUSABLE, NotFound(name=entry)))
            elif entry.direction is Direction.DOWNLOAD:
                found.append(_download(entry, listed))
            else:
                found.append(_upload(entry, queued, sizes))
        return tuple(found)

    async def _rows(self, ids: Sequence[TransferId] | None) -> list[Transfer]:
        wanted = [TransferId(n) for n in await self._transfers.order()] if ids is None else list(ids)
        rows: list[Transfer] = []
        for start in range(0, len(wanted), PAGE):
            rows += await self._transfers.rows(wanted[start : start + PAGE])
        return rows

    def _text(self, form: str, rows: Sequence[Transfer]) -> str:
        linked = [row for row in rows if row.url]
        if form == ".txt":
            return links_text(str(row.url) for row in linked)
        if form == ".csv":
            return csv_text(SHEET, (_cells(row) for row in rows))
        if form in (".html", ".htm"):
            return links_page(
                "1fichier", ((str(row.url), row.name, self._size_words(row.size)) for row in linked)
            )
        return queue_list.written(queue_list.entry_of(row, str(Path(row.local_path).parent)) for row in rows)


def _download(entry: Entry, listed: set[FileUrl]) -> Found:
    if entry.url in listed:
        return Found(entry.name, entry, EntryState.LISTED)
    if entry.url is not None:
        listed.add(entry.url)
    return Found(entry.name, entry, EntryState.NEW)


def _upload(entry: Entry, queued: set[tuple[str, int | None]], sizes: Mapping[str, int]) -> Found:
    if (entry.path, entry.part_offset) in queued:
        return Found(entry.name, entry, EntryState.LISTED)
    size = sizes.get(entry.path)
    if size is None:
        return Found(entry.name, entry, EntryState.UNUSABLE, SourceMissing(path=entry.path))
    if size != (entry.size if entry.source_size is None else entry.source_size):
        return Found(entry.name, entry, EntryState.UNUSABLE, SourceChanged(path=entry.path))
    queued.add((entry.path, entry.part_offset))
    return Found(entry.name, entry, EntryState.NEW)


def _cells(row: Transfer) -> tuple[str | int | None, ...]:
    checksum = row.checksum or row.local_checksum
    return (
        str(row.direction),
        row.name,
        row.size,
        row.url,
        checksum,
        row.remote_folder_path,
        row.local_path,
        str(row.state),
    )

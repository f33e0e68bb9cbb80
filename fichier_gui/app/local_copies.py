"""Files of the account as files of this computer, for programs that take nothing else: dragged and pasted."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from fichier_gui.app.workers import Workers
from fichier_gui.domain.errors import ChecksumMismatch, SizeMismatch, TooLarge
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.names import local_name
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.transfers.disk_faults import disk_faults
from fichier_gui.transfers.ports import Checksums

SMALL: Final = 4_000_000
"""Bytes, of all files together, that mostly come while somebody drags: another program waits some seconds."""
FEW: Final = 5
"""Files that are fetched for one drag: each costs a request."""

Transferred = Callable[[Sequence[FileUrl]], Awaitable[Sequence[tuple[FileUrl, str]]]]
"""The local paths of what was downloaded from, or sent to, some links; the latest first."""


def is_small(files: Sequence[RemoteFile]) -> bool:
    """They can be fetched while they are dragged."""
    is_open = not any(file.has_password for file in files)
    return is_open and len(files) <= FEW and sum(file.size for file in files) <= SMALL


class LocalCopies:
    """Lives on the core's loop. What it fetches is kept in ``folder`` for this run."""

    def __init__(
        self,
        folder: Path,
        transferred: Transferred,
        fetch: Callable[[RemoteFile], Awaitable[bytes]],
        checksums: Checksums,
        disk: Workers,
    ) -> None:
        self._folder = folder
        self._transferred = transferred
        self._fetch = fetch
        self._checksums = checksums
        self._disk = disk
        self._fetched: dict[FileUrl, str] = {}
        self._is_swept = False

    async def find(self, files: Sequence[RemoteFile]) -> dict[FileUrl, str]:
        """The paths of those on this computer: a transfer of theirs is listed, and they have their size."""
        there = dict(reversed(await self._transferred([file.url for file in files])))
        there |= self._fetched
        return await self._disk.run(_as_they_were, files, there)

    async def fetched(self, files: Sequence[RemoteFile]) -> dict[FileUrl, str]:
        """The paths of ``files``, of which those that are not there are fetched, one after the other.

        Raises ``TooLarge``, what a preview raises, ``DiskProblem`` leaves.
        """
        there = await self.find(files)
        missing = [file for file in files if file.url not in there]
        if not is_small(missing):
            raise TooLarge(size=sum(file.size for file in missing), limit=SMALL)
        for file in missing:
            content = await self._fetch(file)
            self._fetched[file.url] = await self._disk.run(self._written, file, content)
        return there | {file.url: self._fetched[file.url] for file in missing}

    def _written(self, file: RemoteFile, content: bytes) -> str:
        self._check(file, content)
        if not self._is_swept:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._is_swept = True
        with disk_faults(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            name = local_name(file.name, windows=os.name == "nt")
            path = Path(tempfile.mkdtemp(dir=self._folder)) / name
            path.write_bytes(content)
        return str(path)

    def _check(self, file: RemoteFile, content: bytes) -> None:
        if len(content) != file.size:
            raise SizeMismatch(expected=file.size, actual=len(content))
        if file.checksum is None or self._checksums.provider is None:
            return
        digest = self._checksums.new()
        digest.update(memoryview(content))
        if digest.hexdigest() != file.checksum.lower():
            raise ChecksumMismatch(path=file.name, expected=file.checksum, actual=digest.hexdigest())


def _as_they_were(files: Sequence[RemoteFile], paths: Mapping[FileUrl, str]) -> dict[FileUrl, str]:
    found = {}
    for file in files:
        with contextlib.suppress(OSError, KeyError, ValueError):
            path = Path(paths[file.url])
            if path.is_file() and path.stat().st_size == file.size:
                found[file.url] = str(path)
    return found

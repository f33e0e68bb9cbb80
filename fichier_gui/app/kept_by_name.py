"""Small things that the user keeps under names, each kind in a file of the profile."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Generic, TypeVar

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.workers import Workers
from fichier_gui.domain.errors import DiskProblem


@dataclass(frozen=True, slots=True)
class Named:
    """What has a name."""

    name: str


T = TypeVar("T", bound=Named)


class KeptByName(Generic[T]):
    """In the order of their names. ``read`` makes one of what was written; its ``ValueError``, ``KeyError``
    or ``TypeError`` says that the file is none of ours.
    """

    def __init__(self, file: TextFile, disk: Workers, read: Callable[[Mapping[str, Any]], T]) -> None:
        self._file = file
        self._disk = disk
        self._read = read
        self._kept: tuple[T, ...] | None = None
        self._writing = asyncio.Lock()

    async def all(self) -> tuple[T, ...]:
        """Every one of them. A damaged file holds none."""
        if self._kept is None:
            self._kept = await self._disk.run(self._load)
        return self._kept

    async def put(self, one: T) -> None:
        """Keep it; another one of its name is replaced. Raises ``DiskProblem`` leaves."""
        await self._put([*(other for other in await self.all() if other.name != one.name), one])

    async def rename(self, name: str, other: str) -> None:
        """Keep it under another name, instead of what had that one. Raises as :meth:`put`."""
        kept = await self.all()
        renamed = [replace(one, name=other) for one in kept if one.name == name]
        if renamed:
            await self._put([*(one for one in kept if one.name not in (name, other)), *renamed])

    async def drop(self, name: str) -> None:
        """Forget one. Raises as :meth:`put`."""
        await self._put([one for one in await self.all() if one.name != name])

    async def _put(self, kept: list[T]) -> None:
        self._kept = tuple(sorted(kept, key=lambda one: one.name.casefold()))
        async with self._writing:
            # The latest wins: what came while the file was being written is in this one.
            await self._disk.run(self._save, self._kept)

    def _load(self) -> tuple[T, ...]:
        try:
            return tuple(self._read(one) for one in json.loads(self._file.load() or "[]"))
        except (DiskProblem, ValueError, KeyError, TypeError):
            # A file that somebody else wrote must not keep anything from working.
            return ()

    def _save(self, kept: tuple[T, ...]) -> None:
        self._file.save(json.dumps([asdict(one) for one in kept], indent=1, ensure_ascii=False))

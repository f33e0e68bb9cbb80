"""What the account holds, as far as it is known: lists of it for other programs, and what is there twice."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fichier_gui.catalogue.coverage import Coverage
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.survey import Doubles, PlacedFile, Survey
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.kinds import kind_of
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.text_file import save_pieces_for_user

HEADER: Final = ("path", "size", "added", "kind", "whirlpool", "link")
"""Of the table and of each object: for programs, so it is not translated."""

_LONE: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters: names of the service may hold them, files may not."""


@dataclass(frozen=True, slots=True)
class Written:
    """A list that was written: how many files, out of how much of the account."""

    files: int
    coverage: Coverage


class Inventory:
    """Asks the service nothing."""

    def __init__(self, survey: Survey, catalogue: CatalogueStore) -> None:
        self.survey = survey
        self._catalogue = catalogue

    async def export(self, path: Path, top: FolderId | None = None) -> Written:
        """Write all known files below ``top``, or all there are, in the form that the name asks for.

        A name that asks for none of ``FORMS`` gets the table. Raises ``DiskProblem`` leaves.
        """
        pieces = FORMS.get(path.suffix.lower(), _csv_pieces)
        count = 0

        def counted(files: Iterator[PlacedFile]) -> Iterator[PlacedFile]:
            nonlocal count
            for file in files:
                count += 1
                yield file

        await self.survey.hand_all(top, lambda files: save_pieces_for_user(path, pieces(counted(files))))
        return Written(count, await self._catalogue.coverage())

    async def doubles(self, most: int) -> Doubles:
        """What is there more than once: at most so many groups, the largest win first."""
        return await self.survey.doubles(most)

    async def coverage(self) -> Coverage:
        """How much of the account is known."""
        return await self._catalogue.coverage()

    async def close(self) -> None:
        """Let go of the catalogue's file."""
        await self.survey.close()


def new_inventory(profile: ProfilePaths, catalogue: CatalogueStore) -> Inventory:
    """That of a profile."""
    return Inventory(Survey(profile.catalogue, catalogue.tree), catalogue)


def _row(one: PlacedFile) -> tuple[str, int, str, str, str, str]:
    file = one.file
    path = f"{one.path.rstrip('/')}/{file.name}" if one.path else file.name
    added = datetime.fromtimestamp(file.added_at, UTC).isoformat() if file.added_at is not None else ""
    return path, file.size, added, kind_of(file.name, file.mime).value, file.checksum or "", file.url


def _csv_pieces(files: Iterable[PlacedFile]) -> Iterator[str]:
    """RFC 4180, with a byte order mark: spreadsheets then read it as what it is, UTF-8."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    yield "\ufeff"
    writer.writerow(HEADER)
    for one in files:
        writer.writerow(_row(one))
        yield _LONE.sub("\ufffd", sheet.getvalue())
        sheet.seek(0)
        sheet.truncate()
    yield sheet.getvalue()


def _json_pieces(files: Iterable[PlacedFile]) -> Iterator[str]:
    """An array with one object a line."""
    before = "["
    for one in files:
        yield f"{before}\n{json.dumps(dict(zip(HEADER, _row(one), strict=True)))}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _link_pieces(files: Iterable[PlacedFile]) -> Iterator[str]:
    """One link a line; a file whose link its owner hides has none."""
    for one in files:
        if one.file.url.startswith("http"):
            yield f"{one.file.url}\n"


FORMS: Final[dict[str, Callable[[Iterable[PlacedFile]], Iterator[str]]]] = {
    ".csv": _csv_pieces,
    ".json": _json_pieces,
    ".txt": _link_pieces,
}
"""What can be written, by the end of the name."""

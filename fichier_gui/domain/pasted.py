"""Pasted links, as a table to choose from: what is known of each, and what is to be asked next. Pure.

Hundreds of links cost a handful of requests: what the catalogue knows costs none, a published folder one, a
hundred other links one (``check_links.pl``). Only of a few links each is asked for by itself (``file/info``),
for the checksum that comes with it. Nothing has to be known before a link can be fetched.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from fichier_gui.domain import links
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.values import value

FEW: Final = 10
"""So many links at most are asked for one by one."""
MANY: Final = 100
"""Links in one question of ``check_links.pl``."""


class Standing(StrEnum):
    """Where a pasted link stands."""

    ASKING = "asking"
    """It will be asked for; it can be fetched all the same."""
    READY = "ready"
    UNASKED = "unasked"
    """The question broke off; it can be fetched all the same. ``reason`` says why."""
    LOCKED = "locked"
    """Nothing is known of it without its password, or it is not for everybody."""
    REFUSED_PASSWORD = "refused_password"
    """The password that was entered is not its own. It is not tried again."""
    LISTED = "listed"
    """A download of it is in the queue, or was."""
    HERE = "here"
    """A file of its name and size lies in the folder already."""
    DUPLICATE = "duplicate"
    """Another row is the same link."""
    DEAD = "dead"
    """There is nothing behind it."""
    REFUSED = "refused"
    """The service says no; ``reason`` says why."""
    FOREIGN = "foreign"
    """No link to a file or a published folder of the service."""


_OPEN: Final = frozenset({Standing.ASKING, Standing.READY, Standing.UNASKED})
_FETCHABLE: Final = _OPEN | {Standing.LOCKED, Standing.REFUSED_PASSWORD, Standing.LISTED, Standing.HERE}
WANTS_PASSWORD: Final = frozenset({Standing.LOCKED, Standing.REFUSED_PASSWORD})


@value
class Pasted:
    """One row. ``text`` is the canonical link, or what was pasted where that is none; it names the row."""

    text: str
    link: links.Link | None
    standing: Standing = Standing.ASKING
    name: str = ""
    """Empty while unknown."""
    size: int | None = None
    checksum: str | None = None
    has_password: bool = False
    password: Secret | None = None
    """It opened the link, or is to be tried with the download."""
    reason: AppError | None = None
    known: Standing = Standing.READY
    """What an open row goes back to when it is no longer ``LISTED`` or ``HERE``."""

    @property
    def is_folder(self) -> bool:
        """A published folder, whose files are not known yet."""
        return isinstance(self.link, links.PublicFolderLink)

    @property
    def can_fetch(self) -> bool:
        """It may be chosen."""
        return self.standing in _FETCHABLE and not self.is_folder

    @property
    def is_wanted(self) -> bool:
        """It is chosen unless the user says otherwise."""
        return self.standing in _OPEN and not self.is_folder

    @property
    def can_copy(self) -> bool:
        """The service can copy it: what it is must be known, and what opens it."""
        return self.can_fetch and bool(self.name) and self.size is not None and not self.wants_password

    @property
    def file(self) -> RemoteFile:
        """As a file of the service. Only of what :attr:`can_copy`."""
        return RemoteFile(
            FileUrl(self.text),
            self.name,
            self.size or 0,
            checksum=self.checksum,
            has_password=self.has_password,
        )

    @property
    def wants_password(self) -> bool:
        """A password may open it."""
        return self.standing in WANTS_PASSWORD


@value
class Question:
    """One request: of one published folder, of one file, or of up to :data:`MANY` files at once."""

    rows: tuple[Pasted, ...]
    is_mass: bool = False


Answers = Mapping[str, tuple[Pasted, ...]]
"""By ``Pasted.text``: the row as it stands now, or the files of a published folder."""


def read(text: str) -> tuple[Pasted, ...]:
    """A row for each link of a text, in order; a repeated one is a duplicate, a foreign one is named."""
    rows: list[Pasted] = []
    seen: set[str] = set()
    for raw, link in links.scan(text):
        if link is None:
            if raw not in seen:
                rows.append(Pasted(raw, None, Standing.FOREIGN))
        elif link.url in seen:
            rows.append(Pasted(str(link.url), link, Standing.DUPLICATE))
        else:
            rows.append(Pasted(str(link.url), link))
        seen.add(raw if link is None else str(link.url))
    return tuple(rows)


def next_question(rows: Sequence[Pasted]) -> Question | None:
    """What to ask next: published folders first, for what is in them is more links. None: nothing."""
    asking = [row for row in rows if row.standing is Standing.ASKING]
    folder = next((row for row in asking if row.is_folder), None)
    if folder is not None:
        return Question((folder,))
    if not asking:
        return None
    if len(rows) <= FEW:
        return Question((asking[0],))
    return Question(tuple(asking[:MANY]), is_mass=True)


def answered(rows: Sequence[Pasted], answers: Answers) -> tuple[Pasted, ...]:
    """``rows`` with what was learnt. Files of a folder take its place; what is there twice is a duplicate."""
    return tuple(_distinct(_replaced(rows, answers)))


def broken_off(rows: Sequence[Pasted], reason: AppError) -> tuple[Pasted, ...]:
    """No more questions: the rows that still wait for one say why."""
    return tuple(
        replace(row, standing=Standing.UNASKED, reason=reason) if row.standing is Standing.ASKING else row
        for row in rows
    )


def asked_again(rows: Sequence[Pasted]) -> tuple[Pasted, ...]:
    """What broke off is asked for again."""
    return tuple(
        replace(row, standing=Standing.ASKING, reason=None) if row.standing is Standing.UNASKED else row
        for row in rows
    )


def placed(
    rows: Sequence[Pasted], listed: Collection[FileUrl], sizes: Mapping[str, int]
) -> tuple[Pasted, ...]:
    """Rows whose link is in the queue, or whose file (name and size) lies in the folder, say so."""
    return tuple(_placed(row, listed, sizes) for row in rows)


def unusable(rows: Sequence[Pasted]) -> tuple[Pasted, ...]:
    """What cannot be fetched and is no mere repetition."""
    return tuple(
        row
        for row in rows
        if row.standing in (Standing.DEAD, Standing.REFUSED, Standing.FOREIGN)
        or (row.is_folder and row.standing not in (Standing.ASKING, Standing.DUPLICATE))
    )


def left_out(
    rows: Sequence[Pasted], chosen: Sequence[Pasted], wanted: Sequence[Pasted] = ()
) -> tuple[Pasted, ...]:
    """What is lost when only ``chosen`` is used, though it is ``wanted`` or nobody said that it is not."""
    also = {row.text for row in wanted}
    texts = {row.text for row in chosen}
    useless = {row.text for row in unusable(rows)}
    return tuple(
        row
        for row in rows
        if row.standing is not Standing.DUPLICATE
        and row.text not in texts
        and (row.text in useless or row.is_folder or row.wants_password or row.text in also)
    )


def by_password(rows: Sequence[Pasted]) -> tuple[Pasted, ...]:
    """Those that one password opens stand together: they go in one request. Else the order stays."""
    rank = {password: place for place, password in enumerate(dict.fromkeys(row.password for row in rows))}
    return tuple(sorted(rows, key=lambda row: rank[row.password]))


def _placed(row: Pasted, listed: Collection[FileUrl], sizes: Mapping[str, int]) -> Pasted:
    if row.standing not in _OPEN | {Standing.LISTED, Standing.HERE} or row.is_folder:
        return row
    standing = row.standing
    known = row.known if standing in (Standing.LISTED, Standing.HERE) else standing
    if row.text in listed:
        standing = Standing.LISTED
    elif row.name and row.size and sizes.get(row.name) == row.size:
        standing = Standing.HERE
    else:
        standing = known
    return replace(row, standing=standing, known=known)


def _replaced(rows: Sequence[Pasted], answers: Answers) -> Iterator[Pasted]:
    for row in rows:
        if row.standing is Standing.DUPLICATE:
            yield row
        else:
            yield from answers.get(row.text, (row,))


def _distinct(rows: Iterator[Pasted]) -> Iterator[Pasted]:
    """One file may have links of several domains: the first that is known to be good stands for all."""
    seen: set[str] = set()
    for row in rows:
        name = row.text
        if isinstance(row.link, links.FileLink) and row.standing is Standing.READY:
            name = row.link.id
        if row.standing is not Standing.DUPLICATE and name in seen:
            yield replace(row, standing=Standing.DUPLICATE)
            continue
        seen |= {name, row.text}
        yield row

"""The list of transfers as a file: JSON that a person can read, with a version. Pure.

Neither a key nor a password nor a direct link is ever in it: no row of the queue holds one.
"""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypedDict

from fichier_gui.domain import links
from fichier_gui.domain.errors import AppError, ListBroken
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.transfers import ConflictRule, Direction, Priority, State, Transfer
from fichier_gui.domain.values import value

VERSION: Final = 1
MOST_BYTES: Final = 256 * 1024 * 1024
"""Of a list: more is something else."""
_ABOUT: Final = "The transfers of fichier-gui. No key and no password is in this file."


class _Shared(TypedDict):
    priority: Priority
    rate: int
    was_done: bool


@value
class Entry:
    """One transfer of a list. Sizes in bytes."""

    direction: Direction
    name: str
    size: int
    folder: str
    """Download: the folder of this computer."""
    remote_folder: str
    """``/Films/2024``."""
    url: FileUrl | None = None
    path: str = ""
    """Upload: the source."""
    checksum: str | None = None
    conflict: ConflictRule = ConflictRule.SKIP_SAME
    mtime_ns: int = 0
    part_offset: int | None = None
    source_size: int | None = None
    priority: Priority = Priority.NORMAL
    rate: int = 0
    was_done: bool = False
    is_protected: bool = False
    """Download: the service wants a password."""


class EntryState(StrEnum):
    """What taking an entry in would do."""

    NEW = "new"
    LISTED = "listed"
    """The queue has it already, or the list has it twice."""
    UNUSABLE = "unusable"
    """``reason`` says why."""


@value
class Found:
    """An entry that was read, and what can be done with it. ``entry`` is None where it says nothing."""

    text: str
    """What names it to a person."""
    entry: Entry | None
    state: EntryState
    reason: AppError | None = None

    @property
    def is_wanted(self) -> bool:
        """It is taken in unless the user says otherwise."""
        return self.state is EntryState.NEW and self.entry is not None and not self.entry.was_done


def entry_of(transfer: Transfer, folder: str) -> Entry:
    """A row of the queue as an entry. ``folder``: the one that its local file lies in."""
    is_upload = transfer.direction is Direction.UPLOAD
    return Entry(
        direction=transfer.direction,
        name=transfer.name,
        size=transfer.size,
        folder="" if is_upload else folder,
        remote_folder=transfer.remote_folder_path,
        url=transfer.url,
        path=transfer.local_path if is_upload else "",
        checksum=transfer.checksum,
        conflict=transfer.conflict,
        mtime_ns=transfer.mtime_ns,
        part_offset=transfer.part_offset,
        source_size=transfer.source_size,
        priority=transfer.priority,
        rate=transfer.rate,
        was_done=transfer.state is State.DONE,
        is_protected=transfer.is_protected,
    )


def written(entries: Iterable[Entry]) -> str:
    """The text of a list."""
    told = {"about": _ABOUT, "version": VERSION, "transfers": [_told(entry) for entry in entries]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> list[Entry | str]:
    """The opposite of :func:`written`; what says nothing comes as its own text. Raises ``ListBroken``."""
    try:
        told = json.loads(text)
        version, rows = told["version"], told["transfers"]
    except (ValueError, KeyError, TypeError) as error:
        raise ListBroken(str(error)) from error
    if version != VERSION or not isinstance(rows, list):
        raise ListBroken(f"version {version}")
    return [_entry(row) for row in rows]


def _told(entry: Entry) -> dict[str, Any]:
    facts: dict[str, Any] = {"direction": str(entry.direction), "name": entry.name, "size": entry.size}
    if entry.direction is Direction.UPLOAD:
        facts |= {"file": entry.path, "to": entry.remote_folder, "changed_ns": entry.mtime_ns}
        if entry.part_offset is not None:
            facts |= {"part_offset": entry.part_offset, "source_size": entry.source_size}
    else:
        facts |= {"to": entry.folder, "remote_folder": entry.remote_folder, "conflict": str(entry.conflict)}
        facts["protected"] = entry.is_protected or None
    facts |= {
        "link": entry.url,
        "whirlpool": entry.checksum,
        "priority": int(entry.priority) or None,
        "limit": entry.rate or None,
        "done": entry.was_done or None,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _entry(row: Mapping[str, Any]) -> Entry | str:
    try:
        return _upload(row) if Direction(row["direction"]) is Direction.UPLOAD else _download(row)
    except (ValueError, KeyError, TypeError):
        return json.dumps(row, ensure_ascii=False)[:200]


def _download(row: Mapping[str, Any]) -> Entry:
    url = FileUrl(_text(row, "link"))
    if links.hidden_file(url) is None:
        known = links.file_url(url)
        if known is None:
            raise ValueError("no link")
        url = known
    return Entry(
        direction=Direction.DOWNLOAD,
        name=_name(row),
        size=_count(row, "size"),
        folder=_text(row, "to", ""),
        remote_folder=_text(row, "remote_folder", ""),
        url=url,
        checksum=_text(row, "whirlpool", "").lower() or None,
        conflict=ConflictRule(_text(row, "conflict", ConflictRule.SKIP_SAME.value)),
        is_protected=bool(row.get("protected")),
        **_shared(row),
    )


def _upload(row: Mapping[str, Any]) -> Entry:
    offset = None if row.get("part_offset") is None else _count(row, "part_offset")
    return Entry(
        direction=Direction.UPLOAD,
        name=_name(row),
        size=_count(row, "size"),
        folder="",
        remote_folder=_text(row, "to", "/"),
        path=_text(row, "file"),
        mtime_ns=_count(row, "changed_ns", 0),
        part_offset=offset,
        source_size=None if offset is None else _count(row, "source_size"),
        **_shared(row),
    )


def _shared(row: Mapping[str, Any]) -> _Shared:
    return {
        "priority": Priority(row.get("priority", 0)),
        "rate": _count(row, "limit", 0),
        "was_done": bool(row.get("done")),
    }


def _text(row: Mapping[str, Any], name: str, otherwise: str | None = None) -> str:
    value = row[name] if otherwise is None else row.get(name, otherwise)
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(name)
    return value


def _name(row: Mapping[str, Any]) -> str:
    name = _text(row, "name")
    if not name or name in (".", ".."):
        raise ValueError("name")
    return name


def _count(row: Mapping[str, Any], name: str, otherwise: int | None = None) -> int:
    value = row[name] if otherwise is None else row.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(name)
    return value

"""A transfer as a row of the journal, and back."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.names import local_name, natural_key
from fichier_gui.domain.transfers import (
    ConflictRule,
    Direction,
    NewTransfer,
    NewUpload,
    Priority,
    State,
    Transfer,
    Verification,
)

FIELDS: Final = tuple(f.name for f in fields(Transfer))
SELECT: Final = f"SELECT {', '.join(FIELDS)} FROM transfers"

Stored = str | bytes | int | float | None


def stored_text(text: str) -> str | bytes:
    """``text`` for an ANY column: a path of this system may hold bytes that are no Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")
    return text


def loaded_text(value: str | bytes) -> str:
    """The opposite of :func:`stored_text`."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogateescape")


def name_key(name: str) -> str:
    """What the list is ordered by: kept with the row, for computing it takes longer than ordering."""
    return natural_key(name).encode("utf-8", "replace").decode()


def _stored_optional(text: str | None) -> str | bytes | None:
    return None if text is None else stored_text(text)


def _stored_error(error: AppError | None) -> str | None:
    if error is None:
        return None
    return json.dumps({"code": error.code, "detail": error.detail, "facts": dict(error.facts)})


def _loaded_error(text: str) -> AppError:
    kept = json.loads(text)
    return restore(kept["code"], kept["detail"], kept["facts"])


_STORE: Final[Mapping[str, Callable[[Any], Stored]]] = {
    "name": stored_text,
    "local_path": stored_text,
    "remote_folder_path": stored_text,
    "part_path": _stored_optional,
    "stored_name": _stored_optional,
    "error": _stored_error,
}
_LOAD: Final[Mapping[str, Callable[[Any], Any]]] = {
    "direction": Direction,
    "state": State,
    "verification": Verification,
    "conflict": ConflictRule,
    "name": loaded_text,
    "local_path": loaded_text,
    "remote_folder_path": loaded_text,
    "part_path": loaded_text,
    "stored_name": loaded_text,
    "error": _loaded_error,
    "body_sent": bool,
    "use_credits": bool,
    "keep_anyway": bool,
    "is_protected": bool,
    "priority": Priority,
}
_LOADERS: Final = tuple(_LOAD.get(name) for name in FIELDS)


def stored(name: str, value: object) -> Stored:
    """The value of one field as its column keeps it."""
    store = _STORE.get(name)
    if store is not None:
        return store(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{name}: a {type(value).__name__} has no column form")


def loaded(row: Iterable[Any]) -> Transfer:
    """The transfer that a row of :data:`SELECT` describes."""
    return Transfer(
        *(
            load(value) if load is not None and value is not None else value
            for load, value in zip(_LOADERS, row, strict=True)
        )
    )


def new_row(new: NewTransfer) -> dict[str, Stored]:
    """The columns that a new transfer brings; the journal adds id, batch, state, place and time."""
    shared: dict[str, Stored] = {"priority": int(new.priority), "rate": new.rate}
    if isinstance(new, NewUpload):
        return shared | {
            "direction": Direction.UPLOAD.value,
            "name": stored_text(new.name),
            "name_key": name_key(new.name),
            "size": new.size,
            "local_path": stored_text(new.path),
            "remote_folder_path": stored_text(new.folder_path),
            "folder_id": new.folder_id,
            "url": None,
            "checksum": None,
            "mtime_ns": new.mtime_ns,
            "conflict": ConflictRule.KEEP_BOTH.value,
            "retry_at": new.start_at,
            "part_offset": new.part_offset,
            "source_size": new.source_size,
            "is_protected": False,
        }
    return shared | {
        "direction": Direction.DOWNLOAD.value,
        "name": stored_text(new.name),
        "name_key": name_key(new.name),
        "size": new.size,
        "local_path": stored_text(str(Path(new.folder) / local_name(new.name, os.name == "nt"))),
        "remote_folder_path": stored_text(new.remote_folder_path),
        "folder_id": None,
        "url": new.url,
        "checksum": new.checksum,
        "mtime_ns": 0,
        "conflict": new.conflict.value,
        "retry_at": None,
        "part_offset": None,
        "source_size": None,
        "is_protected": new.is_protected or new.password is not None,
    }

"""The state as a JSON file, for `--root`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from .content import DiskContent
from .model import Acl, File, Folder, RemoteJob, Report, Share, Token, User, Voucher
from .state import State

FILE_NAME = "state.json"
VERSION = 1


def save(state: State, root: Path) -> None:
    """Write the whole state, atomically."""
    data = {
        "version": VERSION,
        "next_number": state.next_number,
        "keys": state.keys,
        "dead_keys": sorted(state.dead_keys),
        "users": [dataclasses.asdict(user) for user in state.users.values()],
        "files": [_file_to_json(file) for file in state.files.values()],
        "tokens": [dataclasses.asdict(token) for token in state.tokens.values()],
        "reports": [_report_to_json(report) for report in state.reports.values() if report.stored],
    }
    root.mkdir(parents=True, exist_ok=True)
    fresh = root / (FILE_NAME + ".new")
    fresh.write_text(json.dumps(data), encoding="utf-8")
    fresh.replace(root / FILE_NAME)


def load(state: State, root: Path) -> bool:
    """Fill an empty state from a root folder. False if there is nothing yet."""
    path = root / FILE_NAME
    if not path.exists():
        return False
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    state.next_number = data["next_number"]
    state.keys = data["keys"]
    state.dead_keys = set(data["dead_keys"])
    for entry in data["users"]:
        user = _user(entry)
        state.users[user.email] = user
    for entry in data["files"]:
        file = _file(state, entry)
        state.files[file.id] = file
    state.tokens = {entry["number"]: Token(**entry) for entry in data["tokens"]}
    for entry in data["reports"]:
        links = entry.pop("files")
        files = [state.files[link] for link in links if link in state.files]
        state.reports[entry["id"]] = Report(**entry, files=files)
    _discard_orphans(state)
    return True


def _discard_orphans(state: State) -> None:
    """Bytes of uploads that were cut off by the end of the process belong to nobody."""
    kept = {file.content.path for file in state.files.values() if isinstance(file.content, DiskContent)}
    for path in state.store.folder.iterdir():
        if path not in kept:
            path.unlink()


def _file_to_json(file: File) -> dict[str, Any]:
    values = {item.name: getattr(file, item.name) for item in dataclasses.fields(file)}
    return values | {"content": file.content.to_json(), "acl": dataclasses.asdict(file.acl)}


def _report_to_json(report: Report) -> dict[str, Any]:
    values = {item.name: getattr(report, item.name) for item in dataclasses.fields(report)}
    return values | {"files": [file.id for file in report.files]}


def _file(state: State, entry: dict[str, Any]) -> File:
    content = state.store.from_json(entry.pop("content"))
    return File(**entry | {"acl": Acl(**entry["acl"])}, content=content)


def _user(entry: dict[str, Any]) -> User:
    folders = {}
    for number, values in entry.pop("folders").items():
        shares = [Share(**share) for share in values.pop("shares")]
        children = {int(child): None for child in values.pop("children")}
        folders[int(number)] = Folder(**values, shares=shares, children=children)
    jobs = {int(number): RemoteJob(**values) for number, values in entry.pop("jobs").items()}
    vouchers = [Voucher(**values) for values in entry.pop("vouchers")]
    return User(**entry, folders=folders, jobs=jobs, vouchers=vouchers)

"""Acts on files: `file/scan`, `rm`, `mv`, `rename`, `cp` (§4.4 to §4.8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from .. import names, paris
from ..access import Reach, changeable_file, check_file, writable_folder
from ..answers import NOT_ALLOWED, NOT_RENAMED, NOTHING_MOVED, Json, Reason, Refusal, bad_field
from ..call import Call
from ..links import link
from ..model import Acl, File

T = TypeVar("T")

LARGEST_SCAN = 5 * 10**9
SCAN_KEPT = 6 * 3600.0


def scan(call: Call) -> Json:
    """Look for a virus; an infected file is removed."""
    file = changeable_file(call, call.payload.required_text("url"))
    if file.size >= LARGEST_SCAN:
        raise Refusal(Reason(403, "File is too large to be scanned", soft=True))
    if file.infected:
        call.state.delete_file(file, call.now)
        raise Refusal(Reason(403, "Virus found: Eicar-Signature, file removed", soft=True))
    if file.scanned_at is not None and call.now < file.scanned_at + SCAN_KEPT:
        return {"status": "OK", "date": paris.stamp(file.scanned_at)}
    file.scanned_at = call.now
    return {"status": "OK"}


def remove(call: Call) -> Json:
    """Delete files for good."""
    entries = call.payload.payloads("files")
    if not entries:
        raise bad_field("files")
    call.check_count(len(entries))

    def removable(at: int) -> File:
        url = entries[at].required_text("url")
        file = call.file_by_link(url)
        if file.owner is None:
            if entries[at].text("code") != file.removal_code:
                raise Refusal(NOT_ALLOWED)
            return file
        return changeable_file(call, url)

    files = each(call, len(entries), removable)
    for file in files:
        call.state.delete_file(file, call.now)
    return {"status": "OK", "removed": len(files), "urls": [link(file.id, file.domain) for file in files]}


def move(call: Call) -> Json:
    """Move files, and rename one of them on the way."""
    urls = call.payload.texts("urls")
    call.check_count(len(urls))
    target = writable_folder(
        call, call.payload.required_integer("destination_folder_id"), call.payload.text("destination_user")
    )
    name = _new_name(call, urls)
    files = each(call, len(urls), lambda at: changeable_file(call, urls[at]))
    if name and files[0].name == name:
        raise Refusal(Reason(call.switches.no_op_status, NOT_RENAMED.text, soft=True, number=312))
    moving = [file for file in files if not _is_in(file, target)]
    if not moving:
        # Renaming inside one folder through mv does nothing (§10.13).
        raise Refusal(Reason(call.switches.no_op_status, NOTHING_MOVED.text, soft=True))
    for file in moving:
        call.state.move_file(file, target.owner, target.folder)
    answer: Json = {
        "status": "OK",
        "moved": len(moving),
        "urls": [link(file.id, file.domain) for file in moving],
    }
    if name:
        moving[0].name = name
        answer["filename"] = name
    return answer


def rename(call: Call) -> Json:
    """Rename own files."""
    entries = call.payload.payloads("urls")
    if not entries:
        raise bad_field("urls")
    call.check_count(len(entries))

    def renamed(at: int) -> Json:
        file = changeable_file(call, entries[at].required_text("url"))
        if file.owner != call.user.email:
            raise Refusal(NOT_ALLOWED)
        name = names.settle(entries[at].required_text("filename"), call.switches.names)
        if name == file.name:
            raise Refusal(Reason(call.switches.no_op_status, NOT_RENAMED.text, soft=True, number=312))
        old, file.name = file.name, name
        return {"url": link(file.id, file.domain), "old_filename": old, "new_filename": name}

    done = each(call, len(entries), renamed)
    return {"status": "OK", "renamed": len(done), "urls": done}


def copy(call: Call) -> Json:
    """Copy files; `destination_folder_id` is not read, hence such a copy lands in the root (§10.15)."""
    urls = call.payload.texts("urls")
    call.check_count(len(urls))
    target = writable_folder(call, call.payload.integer("folder_id"), call.payload.text("sharing_user"))
    name = _new_name(call, urls)

    def source(at: int) -> File:
        file = call.file_by_link(urls[at])
        check_file(call, file, call.payload.text("pass"))
        return file

    pairs = []
    for file in each(call, len(urls), source):
        twin = call.state.add_file(_twin(call, file, target, name or file.name))
        pairs.append({"from_url": link(file.id, file.domain), "to_url": link(twin.id, twin.domain)})
    call.state.rng.shuffle(pairs)
    answer: Json = {"status": "OK", "copied": len(pairs), "urls": pairs}
    return answer | ({"filename": name} if name else {})


def each(call: Call, count: int, act: Callable[[int], T]) -> list[T]:
    """Act on each entry. One refusal among successes only lowers the count (switch `partial`)."""
    done: list[T] = []
    refused: Refusal | None = None
    for at in range(count):
        try:
            done.append(act(at))
        except Refusal as refusal:
            refused = refusal
            if call.switches.partial == "refuse":
                raise
    if refused is not None and not done:
        raise refused
    return done


def _is_in(file: File, target: Reach) -> bool:
    return file.owner == target.owner.email and file.folder_id == target.folder.id


def _new_name(call: Call, urls: list[str]) -> str:
    if "rename" not in call.payload or not call.payload.text("rename"):
        return ""
    if len(urls) != 1:
        raise bad_field("rename")
    return names.settle(call.payload.text("rename"), call.switches.names)


def _twin(call: Call, file: File, target: Reach, name: str) -> File:
    return replace(
        file,
        id=call.state.link_id(),
        owner=target.owner.email,
        folder_id=target.folder.id,
        name=name,
        created=call.now,
        password="",
        acl=Acl(),
        removal_code="",
        bound=False,
        scanned_at=None,
    )

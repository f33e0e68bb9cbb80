"""`file/ls`, `folder/ls` and `file/info` (§4.2, §4.3, §4.11)."""

from __future__ import annotations

from .. import paris
from ..access import Reach, reach_folder, requested_file, shared_to
from ..answers import TOO_MANY_RESULTS, Json, Refusal, bad_field
from ..call import Call
from ..links import link
from ..model import ROOT_ID, File, Folder, User, content_type

WHOLE_ACCOUNT = -1


def list_files(call: Call) -> Json:
    """The files of a folder, or of the whole account."""
    folder_id, sharing_user = call.payload.integer("folder_id"), call.payload.text("sharing_user")
    call.limits.folder_listed(
        call.context.ip, call.user.email, "file/ls", (folder_id, sharing_user), call.now
    )
    if folder_id == WHOLE_ACCOUNT:
        folders = [Reach(call.user, folder) for folder in call.user.folders.values()]
    else:
        folders = [reach_folder(call, folder_id, sharing_user)]
    with_folder = folder_id == WHOLE_ACCOUNT and call.switches.ls_all_folder_id
    items = [
        item | {"folder_id": reach.folder.id} if with_folder else item
        for reach in folders
        for item in _items(call, reach)
    ]
    shown = _cut(call, items)
    total = len(shown) if call.switches.listing_count == "returned" else len(items)
    return {"status": "OK", "count": total} | _array("items", shown)


def list_folder(call: Call) -> Json:
    """A folder, its sub-folders, and its files if asked."""
    folder_id, sharing_user = call.payload.integer("folder_id"), call.payload.text("sharing_user")
    call.limits.folder_listed(
        call.context.ip, call.user.email, "folder/ls", (folder_id, sharing_user), call.now
    )
    reach = reach_folder(call, folder_id, sharing_user)
    files = visible_files(call, reach.folder)
    answer: Json = {
        "status": "OK",
        "folder_id": reach.folder.id,
        "files": len(files),
        "size": sum(file.size for file in files),
        "pass": int(bool(reach.folder.password)),
    }
    answer |= _title(call, reach) | _sharing(reach)
    sub_folders = [_sub_folder(child) for child in call.state.children(reach.owner, reach.folder)]
    if reach.folder is call.user.root:
        sub_folders += [
            _shared_folder(call, *found) for found in shared_to(call, call.user) if found[1].id != ROOT_ID
        ]
    answer |= _array("sub_folders", _cut(call, sub_folders))
    if call.payload.flag("files"):
        answer |= _array("items", _cut(call, _items(call, reach)))
    return answer


def file_info(call: Call) -> Json:
    """One file in full; also a foreign one."""
    file = requested_file(call)
    owner = call.owner_of(file)
    answer: Json = _item(file) | {
        "description": file.description or None,
        "no_ssl": file.no_ssl,
        "inline": file.inline,
        "acl": _acl(file),
    }
    if "url" not in call.payload:
        answer = _without_link(call, answer)
    if owner is not None and (owner is call.caller or "folder_id" in call.payload):
        folder = owner.folders[file.folder_id]
        answer |= {"folder_id": folder.id, "path": call.state.path(owner, folder)}
    # `status` may be absent on success (§1.2).
    return answer if call.state.rng.random() < 0.5 else answer | {"status": "OK"}


def visible_files(call: Call, folder: Folder) -> list[File]:
    """What a listing shows: the files, and those deleted a moment ago (§4.5)."""
    call.state.sweep(folder, call.now - call.switches.listing_lag_seconds)
    return [call.state.files[identifier] for identifier in folder.files]


def _array(name: str, entries: list[Json]) -> Json:
    return {name: entries} if entries else {}


def _cut(call: Call, entries: list[Json]) -> list[Json]:
    limit = call.switches.listing_limit
    if len(entries) > limit and call.switches.listing_overflow == "refuse":
        raise Refusal(TOO_MANY_RESULTS)
    return entries[:limit]


def _items(call: Call, reach: Reach) -> list[Json]:
    before, after = _moment(call, "sent_before"), _moment(call, "sent_after")
    items = [
        _item(file)
        for file in visible_files(call, reach.folder)
        if (before is None or file.created < before) and (after is None or file.created > after)
    ]
    return [_without_link(call, item) for item in items] if reach.hides_links else items


def _moment(call: Call, name: str) -> float | None:
    text = call.payload.text(name)
    if not text:
        return None
    try:
        return paris.seconds(text)
    except ValueError:
        raise bad_field(name) from None


def _item(file: File) -> Json:
    return {
        "url": link(file.id, file.domain),
        "filename": file.name,
        "size": file.size,
        "date": paris.stamp(file.created),
        "checksum": file.checksum,
        "content-type": content_type(file.name),
        "pass": int(bool(file.password)),
        "acl": int(bool(file.acl)),
        "cdn": file.cdn,
    }


def _without_link(call: Call, item: Json) -> Json:
    if call.switches.hidden_link_url == "empty":
        return item | {"url": ""}
    return {key: value for key, value in item.items() if key != "url"}


def _acl(file: File) -> object:
    acl = file.acl
    if not acl:
        return 0
    lists = {"ip": acl.ip, "country": acl.country, "email": acl.email}
    return {name: list(entries) for name, entries in lists.items() if entries} | {"premium": acl.premium}


def _title(call: Call, reach: Reach) -> Json:
    if reach.folder.id != ROOT_ID:
        return {"name": reach.folder.name, "create_date": paris.stamp(reach.folder.created)}
    if call.switches.root_create_date == "omit":
        return {}
    date = paris.stamp(reach.folder.created) if call.switches.root_create_date == "present" else ""
    return {"name": "", "create_date": date}


def _sharing(reach: Reach) -> Json:
    if reach.share is not None:
        return {
            "user": reach.owner.email,
            "rw": int(reach.writable),
            "hide_links": reach.share.hide_links,
        }
    shares: list[Json] = [
        {"email": share.email, "rw": share.rw, "hide_links": share.hide_links}
        for share in reach.folder.shares
    ]
    public = reach.folder.public_id
    return _array("shares", shares) | ({"shared": public_url(public)} if public else {})


def public_url(public_id: str) -> str:
    """The address of a published folder."""
    return f"https://1fichier.com/dir/{public_id}"


def _sub_folder(folder: Folder) -> Json:
    return {
        "id": folder.id,
        "name": folder.name,
        "create_date": paris.stamp(folder.created),
        "pass": int(bool(folder.password)),
    }


def _shared_folder(call: Call, owner: User, folder: Folder, share: object) -> Json:
    return _sub_folder(folder) | {call.switches.shared_owner_key: owner.email}

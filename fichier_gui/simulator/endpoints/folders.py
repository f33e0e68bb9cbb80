"""`folder/mkdir`, `mv`, `rm` (§4.12 to §4.14)."""

from __future__ import annotations

from .. import names
from ..access import own_folder, writable_folder
from ..answers import FOLDER_EXISTS, FOLDER_NOT_EMPTY, NOT_ALLOWED, NOTHING_MOVED, Json, Reason, Refusal
from ..call import Call
from ..model import Folder
from .listing import visible_files


def make(call: Call) -> Json:
    """Make a folder."""
    parent = writable_folder(call, call.payload.integer("folder_id"), call.payload.text("sharing_user"))
    name = names.settle(call.payload.required_text("name"), call.switches.names)
    present = call.state.child_named(parent.owner, parent.folder, name)
    if present is not None and call.switches.mkdir_existing == "refuse":
        raise Refusal(FOLDER_EXISTS)
    if present is None or call.switches.mkdir_existing == "duplicate":
        present = call.state.add_folder(parent.owner, parent.folder, name, call.now)
    return {"status": "OK", "folder_id": present.id, "name": name}


def move(call: Call) -> Json:
    """Rename a folder, or move it: with `rename` the destination is ignored (§4.13)."""
    folder = own_folder(call, call.payload.required_integer("folder_id"))
    parent = call.user.folders[folder.parent]
    if call.payload.text("rename"):
        return _rename(call, folder, parent)
    target = writable_folder(
        call, call.payload.required_integer("destination_folder_id"), call.payload.text("destination_user")
    )
    if target.owner is not call.user or folder in call.state.ancestry(target.owner, target.folder):
        raise Refusal(NOT_ALLOWED)
    if target.folder is parent:
        raise Refusal(Reason(call.switches.no_op_status, NOTHING_MOVED.text, soft=True))
    if call.state.child_named(target.owner, target.folder, folder.name):
        raise Refusal(FOLDER_EXISTS)
    call.state.move_folder(call.user, folder, target.folder)
    return {"status": "OK", "message": "Folder moved"}


def remove(call: Call) -> Json:
    """Remove an empty folder. Files deleted a moment ago still count while listings show them (§10.35)."""
    folder = own_folder(call, call.payload.required_integer("folder_id"))
    seen = visible_files(call, folder) if call.switches.folder_rm_sees_lag else call.state.live_files(folder)
    if (seen or folder.children) and call.switches.folder_rm_not_empty == "refuse":
        raise Refusal(FOLDER_NOT_EMPTY)
    call.state.remove_folder(call.user, folder, call.now)
    return {"status": "OK", "message": "Folder removed"}


def _rename(call: Call, folder: Folder, parent: Folder) -> Json:
    name = names.settle(call.payload.text("rename"), call.switches.names)
    if name == folder.name:
        raise Refusal(Reason(call.switches.no_op_status, "No folder has been renamed", soft=True))
    if call.state.child_named(call.user, parent, name):
        raise Refusal(FOLDER_EXISTS)
    old, folder.name = folder.name, name
    return {"status": "OK", "old_name": old, "new_name": name}

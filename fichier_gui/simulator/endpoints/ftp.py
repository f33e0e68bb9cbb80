"""FTP end points (§4.19): known by name only, so the answers are the plainest that fit."""

from __future__ import annotations

from ..access import writable_folder
from ..answers import NOT_FOUND, Json, Reason, Refusal
from ..call import Call


def process(call: Call) -> Json:
    """Start processing of what came by FTP."""
    return {"status": "OK", "message": f"Processing started for {call.user.email}"}


def list_users(call: Call) -> Json:
    """FTP sub-accounts."""
    users: list[Json] = [
        {"user": name, "folder_id": folder_id} for name, folder_id in call.user.ftp_users.items()
    ]
    return {"status": "OK"} | ({call.switches.ftp_users_key: users} if users else {})


def add_user(call: Call) -> Json:
    """Add a sub-account."""
    name = call.payload.required_text("user")
    call.payload.required_text("pass")
    folder = writable_folder(call, call.payload.integer("folder_id")).folder
    if name in call.user.ftp_users:
        raise Refusal(Reason(403, "FTP user already exists", soft=True))
    call.user.ftp_users[name] = folder.id
    return {"status": "OK", "user": name}


def remove_user(call: Call) -> Json:
    """Remove a sub-account."""
    if call.user.ftp_users.pop(call.payload.required_text("user"), None) is None:
        raise Refusal(NOT_FOUND)
    return {"status": "OK"}

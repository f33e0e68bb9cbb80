"""Who may see and change what: own things, group shares, passwords, access lists (§9)."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from .answers import (
    BAD_PASSWORD,
    NO_PASSWORD,
    NOT_ALLOWED,
    NOT_AUTHENTICATED,
    NOT_FOUND,
    OWNER_LOCKED,
    Reason,
    Refusal,
)
from .call import Call
from .model import Acl, File, Folder, Share, User

HOME_COUNTRY = "FR"
"""Where the simulated service believes every address to be."""


@dataclass(frozen=True)
class Reach:
    """A folder as the caller may use it. `share` is None for the caller's own."""

    owner: User
    folder: Folder
    share: Share | None = None

    @property
    def writable(self) -> bool:
        """Whether the caller may change things in it."""
        return self.share is None or (bool(self.share.rw) and not self.share.hide_links)

    @property
    def hides_links(self) -> bool:
        """Whether its items are shown without their links."""
        return self.share is not None and bool(self.share.hide_links)


def reach_folder(call: Call, folder_id: int, sharing_user: str = "") -> Reach:
    """A folder by id: own, or shared to the caller. Raises Refusal."""
    if folder_id == 0 and sharing_user:
        owner = call.state.users.get(sharing_user)
        if owner is None:
            raise Refusal(NOT_FOUND)
        return _through_share(call, owner, owner.root)
    own = call.user.folders.get(folder_id)
    if own is not None:
        return Reach(call.user, own)
    for owner in call.state.users.values():
        if folder_id and folder_id in owner.folders:
            return _through_share(call, owner, owner.folders[folder_id])
    raise Refusal(NOT_FOUND)


def writable_folder(call: Call, folder_id: int, sharing_user: str = "") -> Reach:
    """As `reach_folder`, for a folder that the caller may change."""
    reach = reach_folder(call, folder_id, sharing_user)
    if not reach.writable:
        raise Refusal(NOT_ALLOWED)
    return reach


def own_folder(call: Call, folder_id: int) -> Folder:
    """One of the caller's own folders, the root excepted. Raises Refusal."""
    folder = call.user.folders.get(folder_id)
    if folder is None or folder_id == 0:
        raise Refusal(NOT_FOUND)
    return folder


def share_of(call: Call, owner: User, folder: Folder, email: str) -> Share | None:
    """The share through which someone reaches a folder of `owner`."""
    for step in call.state.ancestry(owner, folder):
        for share in step.shares:
            if share.email == email:
                return share
    return None


def shared_to(call: Call, user: User) -> list[tuple[User, Folder, Share]]:
    """Folders that others share to a user."""
    found = []
    for owner in call.state.users.values():
        for folder in owner.folders.values() if owner is not user else ():
            found += [(owner, folder, share) for share in folder.shares if share.email == user.email]
    return found


def hidden_file(call: Call) -> File:
    """The file that `folder_id`, `filename`, `sharing_user` name (hidden-link shares). Raises Refusal."""
    payload = call.payload
    reach = reach_folder(call, payload.required_integer("folder_id"), payload.text("sharing_user"))
    name = payload.required_text("filename")
    for file in call.state.live_files(reach.folder):
        if file.name == name:
            return file
    raise Refusal(NOT_FOUND)


def requested_file(call: Call) -> File:
    """The file that `url`, or folder and name, ask for, if the caller may have it. Raises Refusal."""
    if not call.payload.text("url") and "folder_id" in call.payload:
        return hidden_file(call)
    file = call.file_by_link(call.payload.required_text("url"))
    check_file(call, file, call.payload.text("pass"))
    return file


def check_file(call: Call, file: File, password: str) -> None:
    """Refuse a locked owner's, a protected or an access-listed file. Raises Refusal."""
    owner = call.owner_of(file)
    locked = owner if call.switches.owner_locked == "file-owner" else call.caller
    if locked is not None and locked.locked:
        raise Refusal(OWNER_LOCKED)
    if _sees_by_right(call, file, owner):
        return
    if file.acl and not _passes(call, file.acl):
        raise Refusal(NOT_ALLOWED)
    check_password(call, file.password, password)


def check_password(call: Call, expected: str, given: str) -> None:
    """Refuse a missing or wrong password. Raises Refusal."""
    if not expected or given == expected:
        return
    reason = BAD_PASSWORD if given else NO_PASSWORD
    raise Refusal(Reason(call.switches.password_status, reason.text))


def changeable_file(call: Call, url: str) -> File:
    """A file that the caller may change: own, or in a writable share. Raises Refusal."""
    if call.caller is None:
        raise Refusal(NOT_AUTHENTICATED)
    file = call.file_by_link(url)
    owner = call.owner_of(file)
    if owner is call.caller:
        return file
    if owner is not None:
        share = share_of(call, owner, owner.folders[file.folder_id], call.caller.email)
        if share is not None and share.rw and not share.hide_links:
            return file
    raise Refusal(NOT_ALLOWED)


def _sees_by_right(call: Call, file: File, owner: User | None) -> bool:
    if owner is None or call.caller is None:
        return False
    if owner is call.caller:
        return not call.switches.owner_needs_password
    # Group shares know neither passwords nor access lists (§4.1).
    return share_of(call, owner, owner.folders[file.folder_id], call.caller.email) is not None


def _passes(call: Call, acl: Acl) -> bool:
    caller = call.caller
    checks = [
        not acl.ip or any(_within(call.context.ip, network) for network in acl.ip),
        not acl.country or HOME_COUNTRY in acl.country,
        not acl.email or (caller is not None and caller.email in acl.email),
        not acl.premium or (caller is not None and caller.is_customer),
    ]
    return all(checks)


def _within(ip: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(ip) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


def _through_share(call: Call, owner: User, folder: Folder) -> Reach:
    if owner is call.user:
        return Reach(owner, folder)
    share = share_of(call, owner, folder, call.user.email)
    if share is None:
        raise Refusal(NOT_FOUND)
    return Reach(owner, folder, share)

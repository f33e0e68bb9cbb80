"""`folder/share`: public page and group shares (§4.15, §9)."""

from __future__ import annotations

from ..access import own_folder
from ..answers import Json, Reason, Refusal
from ..call import Call
from ..model import Folder, Share
from ..payload import Payload
from .attributes import read_password
from .listing import public_url


def share(call: Call) -> Json:
    """Publish a folder, share it with users, or stop that."""
    folder_id = call.payload.required_integer("folder_id")
    folder = call.user.root if folder_id == 0 else own_folder(call, folder_id)
    shares = _read_shares(call) if "shares" in call.payload else None
    password = read_password(call.payload) if "pass" in call.payload else None
    clears = call.switches.share_omitted == "clear"
    if shares is not None or clears:
        folder.shares = shares or []
    if password is not None or clears:
        folder.password = password or ""
    _publish(call, folder)
    answer: Json = {"status": "OK"}
    return answer | ({"url": public_url(folder.public_id)} if folder.public_id else {})


def _publish(call: Call, folder: Folder) -> None:
    public = call.payload.flag("share", int(bool(folder.public_id)))
    if not public:
        folder.public_id = ""
        folder.password = ""
    elif not folder.public_id:
        folder.public_id = call.state.new_public_id()


def _read_shares(call: Call) -> list[Share]:
    return [_read_share(call, entry) for entry in call.payload.payloads("shares")]


def _read_share(call: Call, entry: Payload) -> Share:
    email = entry.required_text("email")
    if email not in call.state.users:
        raise Refusal(Reason(403, f"Not a registered user: {email}", soft=True))
    hidden = entry.flag("hide_links")
    # Hidden links imply read only.
    return Share(email, 0 if hidden else entry.flag("rw"), hidden)

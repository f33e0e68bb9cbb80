"""`file/chattr` (§4.9)."""

from __future__ import annotations

from dataclasses import replace

from .. import names
from ..access import changeable_file
from ..answers import NOTHING_TO_CHANGE, Json, Reason, Refusal, bad_field
from ..call import Call
from ..links import link
from ..model import Acl, File
from ..payload import Payload
from .files import each

SHORTEST_PASSWORD = 6
_FLAGS = ("no_ssl", "inline", "cdn")


def change(call: Call) -> Json:
    """Change attributes; what is left out stays. Nothing new is a refusal."""
    urls = call.payload.texts("urls")
    call.check_count(len(urls))
    wanted = _wanted(call, urls)

    def changed(at: int) -> File:
        file = changeable_file(call, urls[at])
        if all(getattr(file, name) == value for name, value in wanted.items()):
            raise Refusal(Reason(call.switches.no_op_status, NOTHING_TO_CHANGE.text, soft=True))
        for name, value in wanted.items():
            setattr(file, name, replace(value) if isinstance(value, Acl) else value)
        return file

    files = each(call, len(urls), changed)
    return {"status": "OK", "updated": len(files), "urls": [link(file.id, file.domain) for file in files]}


def read_password(payload: Payload) -> str:
    """A new password; empty removes it. Raises Refusal when it is too short."""
    password = payload.text("pass")
    if 0 < len(password) < SHORTEST_PASSWORD:
        raise Refusal(Reason(403, "Password is too short (6 characters minimum)", soft=True))
    return password


def _wanted(call: Call, urls: list[str]) -> dict[str, object]:
    payload = call.payload
    wanted: dict[str, object] = {name: payload.flag(name) for name in _FLAGS if name in payload}
    if "filename" in payload:
        if len(urls) != 1:
            raise bad_field("filename")
        wanted["name"] = names.settle(payload.text("filename"), call.switches.names)
    if "description" in payload:
        wanted["description"] = payload.text("description")
    if "pass" in payload:
        wanted["password"] = read_password(payload)
    if "acl" in payload:
        wanted["acl"] = _read_acl(call, Payload(payload.mapping("acl")))
    return wanted


def _read_acl(call: Call, fields: Payload) -> Acl:
    lists = {name: fields.texts(name) for name in ("ip", "country", "email") if fields.raw(name)}
    for email in lists.get("email", []):
        if email not in call.state.users:
            raise Refusal(Reason(403, f"Not a registered user: {email}", soft=True))
    return Acl(**lists, premium=fields.flag("premium"))

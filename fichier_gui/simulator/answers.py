"""What goes in and out of the service: the caller's context, answers, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .faults import Fault

Json = dict[str, object]

JSON_TYPE = "application/json"
HTML_TYPE = "text/html"
TEXT_TYPE = "text/plain"


@dataclass(frozen=True)
class RequestContext:
    """Who calls and how: the bearer key and the client's address, as the HTTP face saw them."""

    key: str | None = None
    ip: str = "127.0.0.1"
    content_type: str = JSON_TYPE


@dataclass(frozen=True)
class Answer:
    """An HTTP answer. A JSON body is a dict or list; HTML and text are strings.

    `fault` is what the HTTP face still has to do to this answer (cut it, stall it …).
    """

    status: int
    body: Json | list[Json] | str
    content_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: Fault | None = None
    pretty: bool = False

    @property
    def ok(self) -> bool:
        """Whether a client has to read this as success: HTTP below 400 and no KO."""
        refused = isinstance(self.body, dict) and self.body.get("status") == "KO"
        return self.status < 400 and not refused

    def with_fault(self, fault: Fault | None) -> Answer:
        """The same answer with a fault for the HTTP face."""
        return replace(self, fault=fault)


@dataclass(frozen=True)
class Reason:
    """Why a call is refused. `soft` ones sometimes come with HTTP 200; `number` None means any number."""

    status: int
    text: str
    soft: bool = False
    number: int | None = None


class Refusal(Exception):
    """Raised by an end point; becomes `{"status": "KO", "message": "<text> #<number>"}`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.text)
        self.reason = reason


FLOOD_IP = Reason(403, "Flood detected: IP Locked")
FLOOD_USER = Reason(403, "Flood detected: User Locked")
IP_LOCKED = Reason(403, "IP Locked")
NOT_JSON = Reason(403, "Content-Type not JSON", number=24)
BAD_JSON = Reason(403, "Malformed JSON")
NOT_AUTHENTICATED = Reason(401, "Not authenticated")
NO_SUCH_USER = Reason(403, "No such user")
OWNER_LOCKED = Reason(403, "Owner locked")
NOT_CUSTOMER = Reason(403, "Must be a customer (Premium, Access)")
NOT_FOUND = Reason(404, "Resource not found")
NOT_ALLOWED = Reason(403, "Resource not allowed")
NO_PASSWORD = Reason(403, "Password not provided. Resource not allowed")
BAD_PASSWORD = Reason(403, "Invalid password. Resource not allowed")
ONE_LOCATION = Reason(403, "Only 1 location allowed at a time")
NOT_RENAMED = Reason(403, "No file has been renamed", soft=True, number=312)
NOTHING_TO_CHANGE = Reason(403, "No changes requested", soft=True)
NOTHING_MOVED = Reason(403, "No file has been moved", soft=True)
FOLDER_EXISTS = Reason(403, "Folder already exists", soft=True)
FOLDER_NOT_EMPTY = Reason(403, "Folder is not empty", soft=True)
TOO_MANY_URLS = Reason(403, "Too many URLs", soft=True)
TOO_MANY_RESULTS = Reason(403, "Too many results", soft=True)


def bad_field(name: str) -> Refusal:
    """The refusal of a missing or ill-typed field."""
    return Refusal(Reason(403, f"Invalid or missing field: {name}", soft=True))


def premium_refused(ip: str) -> Refusal:
    """The refusal of a VPN or data-centre address (§6.5)."""
    text = (
        "Premium status is only allowed to be used on residential private and dedicated"
        f" - internet connexion - {ip} -. Use CDN credits or a GOLD plan"
    )
    return Refusal(Reason(403, text, number=913))


def html(status: int, title: str, text: str) -> Answer:
    """A page as the web site would show it."""
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><div class="bloc2">{text}</div></body></html>'
    )
    return Answer(status, page, HTML_TYPE)

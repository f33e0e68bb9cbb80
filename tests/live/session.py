"""Raw requests, spaced, and an end to them as soon as the service asks for one."""

import json
import re
import threading
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

SERVICE = "https://api.1fichier.com/v1"
SPACING = 1.2
"""Seconds between the end of a request and the beginning of the next."""
MOST_FAILURES = 14
"""Refused requests after which nothing more is asked: many of them lead to a ban (§3)."""

_FLOOD = re.compile(r"flood detected|\bip locked|too fast|temporarily locked", re.IGNORECASE)
_BAD_KEY = re.compile(r"not authenticated|no such user", re.IGNORECASE)
_CUSTOMER = re.compile(r"must be a customer", re.IGNORECASE)


class Stop(Exception):
    """Nothing more may be asked."""


class Flooded(Stop):
    """The service says that it was asked too often."""


class BadKey(Stop):
    """The key is refused: not even the cleaning up can be asked for."""


@dataclass(frozen=True)
class Answer:
    """What came back, raw. `asked` says in words what for."""

    asked: str
    status: int
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)
    line: str = ""
    """Our end of the connection: the same for two answers that came over one."""

    @property
    def fields(self) -> dict[str, Any]:
        """The body as an object; empty if it is none."""
        try:
            body = json.loads(self.text)
        except ValueError:
            return {}
        return body if isinstance(body, dict) else {}

    @property
    def ok(self) -> bool:
        """Success: HTTP below 400, and no KO."""
        return self.status < 400 and self.fields.get("status") != "KO"

    @property
    def message(self) -> str:
        """The sentence of a refusal."""
        return str(self.fields.get("message", ""))

    @property
    def customers_only(self) -> bool:
        """Whether the account lacks a paid plan for it."""
        return not self.ok and bool(_CUSTOMER.search(self.text))

    def entries(self, name: str) -> list[dict[str, Any]]:
        """An array of objects; absent means empty."""
        value = self.fields.get(name)
        return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def wait(seconds: float) -> None:
    """Let so much time pass."""
    threading.Event().wait(seconds)


class Session:
    """One key, one connection pool, one request at a time. Raises Stop and httpx.HTTPError."""

    def __init__(self, key: str, base: str = SERVICE, pause: Callable[[float], None] = wait) -> None:
        self.key = key
        self.answers: list[Answer] = []
        self.pause = pause
        self.counts_failures = True
        self._base = base.rstrip("/")
        self._failures = 0
        # One address family: the service binds an account to one address at a time (§6.4).
        transport = httpx.HTTPTransport(local_address="0.0.0.0")
        self._client = httpx.Client(
            transport=transport,
            timeout=60.0,
            headers={"User-Agent": "fichier-gui-live-probe"},
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def call(self, endpoint: str, words: str = "", **fields: Any) -> Answer:
        """One call under `/v1`."""
        text = words or json.dumps(fields, ensure_ascii=False)
        url = f"{self._base}/{endpoint}.cgi"
        return self._send("POST", url, f"{endpoint} {text}", json=fields, headers=self._bearer())

    def upload(self, node: Answer, folder: int, files: Mapping[str, bytes]) -> Answer:
        """A form with files, to the node of a `get_upload_server` answer."""
        url = self._node(node, "upload.cgi", {"id": node.fields["id"]})
        parts = [("file[]", (name, data, "application/octet-stream")) for name, data in files.items()]
        asked = f"upload.cgi, {len(files)} file(s), did={folder}"
        return self._send("POST", url, asked, data={"did": str(folder)}, files=parts, headers=self._bearer())

    def report(self, node: Answer, in_query: bool = False) -> Answer:
        """`end.pl`, with JSON asked for in the header or in the query."""
        query = {"xid": node.fields["id"]} | ({"JSON": "1"} if in_query else {})
        url = self._node(node, "end.pl", query)
        headers = self._bearer() | {"Content-Type": "application/json"}
        asked = "end.pl, JSON=1 in the query" if in_query else "end.pl, header JSON: 1"
        return self._send("GET", url, asked, headers=headers if in_query else headers | {"JSON": "1"})

    def open_link(self, url: str, span: str = "") -> Answer:
        """A direct link, which is shown no key."""
        asked = f"direct link, Range: bytes={span}" if span else "direct link, no Range"
        return self._send("GET", url, asked, headers={"Range": f"bytes={span}"} if span else {})

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    def _node(self, node: Answer, page: str, query: Mapping[str, str]) -> str:
        scheme = urllib.parse.urlsplit(self._base).scheme
        host = str(node.fields["url"])
        ours = urllib.parse.urlsplit(self._base).netloc
        if "/" in host or not (host == ours or host.endswith("1fichier.com")):
            raise Stop(f"upload node outside the service: {host}")
        return f"{scheme}://{host}/{page}?{urllib.parse.urlencode(query)}"

    def _send(self, method: str, url: str, asked: str, **parts: Any) -> Answer:
        if self.answers:
            self.pause(SPACING)
        answer = Answer(asked, 0, "no answer")
        try:
            with self._client.stream(method, url, **parts) as response:
                line = str(response.extensions["network_stream"].get_extra_info("client_addr"))
                response.read()
            answer = Answer(asked, response.status_code, response.text, response.headers, line)
        finally:
            self.answers.append(answer)
        self._failures += answer.status in (401, 403, 404, 410)
        telling = not answer.ok or not answer.fields  # a listing may hold these words as somebody's names
        if answer.status == 429 or (telling and _FLOOD.search(answer.text)):
            raise Flooded(answer.message or answer.text[:200])
        if _BAD_KEY.search(answer.message):
            raise BadKey(answer.message)
        if self.counts_failures and self._failures > MOST_FAILURES:
            raise Stop(f"{self._failures} requests were refused, and more could lead to a ban")
        return answer

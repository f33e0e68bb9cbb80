"""The service's behaviour: functions of (request, clock) to answer, without sockets.

    service = Service(clock=lambda: now)
    answer = service.handle("folder/ls", {"folder_id": 0}, RequestContext(key=DEFAULT_KEY))

applies limits, faults and switches exactly as over HTTP.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import storage
from .accounts import Accounts
from .answers import (
    BAD_JSON,
    FLOOD_IP,
    FLOOD_USER,
    IP_LOCKED,
    JSON_TYPE,
    NO_SUCH_USER,
    NOT_AUTHENTICATED,
    NOT_CUSTOMER,
    NOT_JSON,
    Answer,
    Json,
    Reason,
    Refusal,
    RequestContext,
    html,
)
from .call import Call, Node
from .content import ContentStore, checksum
from .endpoints import ENDPOINTS, Endpoint, download, upload, website
from .faults import Fault, FaultPlan
from .limits import Limits
from .model import File, User
from .payload import Payload
from .switches import Switches

DEFAULT_KEY = "simulated-key-for-tests-and-demo"
DEFAULT_EMAIL = "me@example.org"
MAINTENANCE = html(503, "1fichier.com", "Our services are in maintenance. Please come back after.")
NO_SUCH_PAGE = html(404, "404 Not Found", "404 Not Found")
_READS = ("/ls", "/check")


@dataclass(frozen=True)
class Handled:
    """One call that was answered, for tests of pacing."""

    at: float
    endpoint: str
    ip: str
    status: int
    message: str


class Service(Accounts):
    """The simulated service. Safe to use from several threads."""

    def __init__(
        self,
        *,
        key: str = DEFAULT_KEY,
        root: Path | None = None,
        switches: Switches | None = None,
        faults: FaultPlan | None = None,
        limits: bool = True,
        clock: Callable[[], float] = time.time,
        seed: int | None = None,
    ) -> None:
        super().__init__(ContentStore(root), random.Random(seed), clock)
        self.root = root
        self.switches = switches or Switches()
        self.faults = faults or FaultPlan()
        self.limits = Limits(limits)
        self.node = Node()
        self.history: deque[Handled] = deque(maxlen=200_000)
        self._shuffler = random.Random(seed)
        self._connections: Counter[str] = Counter()
        if root is None or not storage.load(self.state, root):
            self.add_user(DEFAULT_EMAIL, key)
        elif key not in self.state.keys:
            self.renew_key(self.main_user.email, key)

    # The API --------------------------------------------------------------

    def handle(
        self,
        endpoint: str,
        payload: Mapping[str, object] | bytes | None = None,
        context: RequestContext | None = None,
        *,
        method: str = "POST",
    ) -> Answer:
        """Answer one call under `/v1`. `endpoint` such as `file/ls`, with or without `.cgi`."""
        name = endpoint.removesuffix(".cgi")
        who = context or RequestContext(key=next(iter(self.state.keys)))
        with self.lock:
            known = ENDPOINTS.get(name)
            if known is None or (method != "POST" and not (method == "GET" and known.by_get)):
                return NO_SUCH_PAGE
            now = self.clock()
            try:
                self.limits.arrive(who.ip, name, now)
            except Refusal as refusal:
                return self._record(name, who, self._refuse(refusal.reason))
            fault = self.faults.take(name, _searchable(payload))
            replacement = self._replacement(fault, who)
            if replacement is None or (fault is not None and fault.done):
                answer = self._answer(name, known, payload, who)
            return self._record(name, who, (replacement or answer).with_fault(fault))

    def call(self, context: RequestContext, payload: Payload | None = None, user: User | None = None) -> Call:
        """The parts of the service for one request of the web site or of an upload node."""
        return Call(
            self.state,
            self.switches,
            self.limits,
            self.node,
            payload or Payload({}),
            context,
            self.clock(),
            user,
        )

    def authenticate(self, key: str | None) -> User | None:
        """The user of a key, None without key. Raises Refusal for an unknown one."""
        if not key:
            return None
        email = self.state.keys.get(key)
        if email is None:
            known = self.switches.dead_key == "no-such-user"
            raise Refusal(NO_SUCH_USER if known else NOT_AUTHENTICATED)
        return self.state.users[email]

    def renew_key(self, email: str, key: str) -> None:
        """A user makes a new key in the console; the switch `keys` says what becomes of the old one."""
        self.reset_key(email, key, self.switches.keys == "several")

    # Uploads --------------------------------------------------------------

    def receive(
        self, context: RequestContext, identifier: str, form: upload.Form
    ) -> tuple[Answer, list[File]]:
        """Take an upload: the node's answer, and the files whose sums `hashed` is to be told."""
        with self.lock:
            try:
                user = self.authenticate(context.key)
            except Refusal as refusal:
                return html(403, "1fichier.com", str(refusal)), []
            answer = upload.receive(self.call(context, user=user), identifier, form)
            return answer, self.state.reports[identifier].files if answer.status == 302 else []

    def hashed(self, identifier: str, file: File, digest: str) -> None:
        """Tell the sum of a received file; with the last one the upload is stored."""
        with self.lock:
            file.checksum = digest
            upload.store(self.call(RequestContext()), self.state.reports[identifier])
            self.dirty = True

    def upload(
        self, context: RequestContext, identifier: str, files: Mapping[str, bytes], **fields: str
    ) -> Answer:
        """A whole upload without sockets, hashed at once."""
        received = [upload.Received(name, self.state.store.from_bytes(data)) for name, data in files.items()]
        answer, stored = self.receive(context, identifier, upload.Form(fields, received))
        for file in stored:
            self.hashed(identifier, file, checksum(file.content))
        return answer

    def end(self, identifier: str, json_level: str = "1", export: bool = False) -> Answer:
        """The report of an upload (`end.pl`)."""
        with self.lock:
            fault = self.faults.take("end.pl", identifier)
            answer = self._replacement(fault, RequestContext())
            if answer is None:
                answer = upload.end(self.call(RequestContext()), identifier, json_level, export, fault)
                self.dirty = True
            return self._shuffled(answer.with_fault(fault))

    # Downloads and the web site -------------------------------------------

    def open_link(self, context: RequestContext, number: str, ranged: bool) -> download.Grant | Answer:
        """Spend one use of a direct link."""
        with self.lock:
            token = self.state.tokens.get(number)
            busy = self._connections[token.email] if token else 0
            if self.limits.enabled and busy >= self.limits.rules.connections:
                return html(403, "1fichier.com", "Too many connections on this account")
            opened = download.open_link(self.call(context), number, ranged)
            if isinstance(opened, Answer):
                self.limits.failed(context.ip, opened.status, self.clock())
            else:
                self._connections[opened.token.email] += 1
            self.dirty = True
            return opened

    def link_closed(self, grant: download.Grant) -> None:
        """A connection of a direct link has ended."""
        with self.lock:
            self._connections[grant.token.email] -= 1

    def links_open(self) -> int:
        """Connections of direct links that have not ended."""
        with self.lock:
            return sum(self._connections.values())

    def name_behind(self, number: str) -> str:
        """The file name behind a direct link, for faults; empty for a dead one."""
        with self.lock:
            token = self.state.tokens.get(number)
            file = self.state.live_file(token.file_id) if token else None
            return file.name if file else ""

    def public_folder(self, public_id: str, password: str = "", as_json: bool = True) -> Answer:
        """`/dir/<id>`."""
        with self.lock:
            answer = website.public_folder(self.call(RequestContext()), public_id, password, as_json)
            return self._shuffled(answer)

    def check_links(self, context: RequestContext, urls: list[str]) -> Answer:
        """`check_links.pl`."""
        with self.lock:
            return website.check_links(self.call(context), urls)

    def network(self, context: RequestContext) -> Answer:
        """`/network.html`: what the caller's address is classed as."""
        with self.lock:
            return website.network(self.call(context))

    def file_page(self, identifier: str) -> Answer:
        """`/?<id>`, the page for people."""
        with self.lock:
            return website.file_page(self.call(RequestContext()), identifier)

    def remove_by_code(self, identifier: str, code: str, confirmed: bool) -> Answer:
        """`/remove/<id>/<code>`."""
        with self.lock:
            self.dirty = True
            return website.remove(self.call(RequestContext()), identifier, code, confirmed)

    def page_fault(
        self, endpoint: str, text: str, context: RequestContext
    ) -> tuple[Fault | None, Answer | None]:
        """The fault of a request outside `/v1`, and the answer that it puts in place, if any."""
        with self.lock:
            fault = self.faults.take(endpoint, text)
            return fault, self._replacement(fault, context)

    # Keeping --------------------------------------------------------------

    def save(self) -> None:
        """Write the state to the root folder, if there is one and something has changed."""
        with self.lock:
            if self.root is not None and self.dirty:
                storage.save(self.state, self.root)
            self.dirty = False

    def close(self) -> None:
        """Save, and remove temporary bytes."""
        self.save()
        self.state.store.close()

    # Inside ---------------------------------------------------------------

    def _answer(
        self, name: str, endpoint: Endpoint, payload: Mapping[str, object] | bytes | None, who: RequestContext
    ) -> Answer:
        try:
            if not who.content_type.lower().startswith(JSON_TYPE):
                raise Refusal(NOT_JSON)
            fields = _fields(payload)
            user = self.authenticate(who.key)
            if user is None and not endpoint.anonymous:
                raise Refusal(NOT_AUTHENTICATED)
            if user and self.switches.free_account == "upload-only" and not _may_free(user, name):
                raise Refusal(NOT_CUSTOMER)
            body = endpoint.act(self.call(who, Payload(fields), user))
        except Refusal as refusal:
            return self._refuse(refusal.reason, who)
        self.dirty = self.dirty or not name.endswith(_READS)
        return self._shuffled(Answer(200, body, pretty=bool(fields.get("pretty"))))

    def _refuse(self, reason: Reason, who: RequestContext | None = None) -> Answer:
        status = reason.status
        flood = reason in (FLOOD_IP, FLOOD_USER)
        if flood:
            status = self.switches.flood_status
        elif reason.soft and self._shuffler.random() < self.switches.ko_with_200:
            status = 200
        if who is not None and not flood and reason != IP_LOCKED:
            self.limits.failed(who.ip, status, self.clock())
        number = reason.number or self._shuffler.randint(30, 999)
        return self._shuffled(Answer(status, {"status": "KO", "message": f"{reason.text} #{number}"}))

    def _replacement(self, fault: Fault | None, who: RequestContext) -> Answer | None:
        if fault is None:
            return None
        if fault.action == "flood":
            return self._refuse(FLOOD_IP)
        if fault.action == "lock":
            self.limits.lock(who.ip, self.clock() + fault.seconds)
            return self._refuse(IP_LOCKED)
        if fault.action == "maintenance":
            return MAINTENANCE
        if fault.action == "html":
            return html(fault.status, "1fichier.com", fault.body or "Software error:")
        if fault.action == "answer":
            return Answer(fault.status, fault.body, fault.content_type)
        return None

    def _record(self, name: str, who: RequestContext, answer: Answer) -> Answer:
        message = str(answer.body.get("message", "")) if isinstance(answer.body, dict) else ""
        self.history.append(Handled(self.clock(), name, who.ip, answer.status, message))
        return answer

    def _shuffled(self, answer: Answer) -> Answer:
        if isinstance(answer.body, str):
            return answer
        body = self._shuffle(answer.body)
        assert isinstance(body, dict | list)
        return Answer(answer.status, body, answer.content_type, answer.headers, answer.fault, answer.pretty)

    def _shuffle(self, value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            self._shuffler.shuffle(keys)
            return {key: self._shuffle(value[key]) for key in keys}
        if isinstance(value, list):
            return [self._shuffle(entry) for entry in value]
        return value


def _may_free(user: User, name: str) -> bool:
    return user.is_customer or name.startswith("upload/")


def _searchable(payload: Mapping[str, object] | bytes | None) -> str:
    if isinstance(payload, bytes):
        return payload.decode("utf-8", "replace")
    return json.dumps(payload or {}, ensure_ascii=False)


def _fields(payload: Mapping[str, object] | bytes | None) -> Json:
    if not isinstance(payload, bytes):
        return dict(payload or {})
    if not payload.strip():
        return {}
    try:
        fields = json.loads(payload)
    except ValueError:
        raise Refusal(BAD_JSON) from None
    if not isinstance(fields, dict):
        raise Refusal(BAD_JSON)
    return fields

"""One call of an end point: what every end point function is given."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .answers import NOT_AUTHENTICATED, NOT_FOUND, TOO_MANY_URLS, Refusal, RequestContext
from .limits import Limits
from .links import parse_link
from .model import File, User
from .payload import Payload
from .state import State
from .switches import Switches


@dataclass(frozen=True)
class Node:
    """Where upload nodes and direct links live. `host` may hold `{n}`, which becomes a random digit."""

    scheme: str = "https"
    host: str = "up{n}.1fichier.com"

    def pick(self, rng: random.Random) -> str:
        """A host (with port) for one upload or one download."""
        return self.host.replace("{n}", str(rng.randint(1, 9)))


@dataclass(frozen=True)
class Call:
    """The service's parts, the caller and the request. `now` in wall seconds."""

    state: State
    switches: Switches
    limits: Limits
    node: Node
    payload: Payload
    context: RequestContext
    now: float
    caller: User | None = None

    @property
    def user(self) -> User:
        """The caller. Raises Refusal without a key."""
        if self.caller is None:
            raise Refusal(NOT_AUTHENTICATED)
        return self.caller

    def file_by_link(self, url: str) -> File:
        """The live file of a link. Raises Refusal, also when the file is bound to another domain (§1.4)."""
        parsed = parse_link(url)
        file = self.state.live_file(parsed[0]) if parsed else None
        if file is None or parsed is None or (file.bound and file.domain != parsed[1]):
            raise Refusal(NOT_FOUND)
        return file

    def owner_of(self, file: File) -> User | None:
        """The account a file belongs to; None for a guest's."""
        return None if file.owner is None else self.state.users[file.owner]

    def check_count(self, count: int) -> None:
        """Refuse more URLs than the switch allows."""
        if self.switches.max_urls and count > self.switches.max_urls:
            raise Refusal(TOO_MANY_URLS)

"""Faults as data: which end point, which call, and what happens.

A fault file is TOML or JSON with an array `fault`:

    [[fault]]
    endpoint = "file/ls"      # as in the path without /v1 and .cgi; "upload.cgi", "end.pl", "download",
                              # "dir", "check_links.pl", "remove"; "file/*" and "*" match by pattern
    calls = "2"               # the 2nd matching call; "1-3"; "2-" from the 2nd on; "*" all (default "1")
    match = "film.mkv"        # optional: only calls whose payload, query or file name holds this text
    action = "answer"
    status = 500

Actions and their parameters:

    answer        status, body, content_type   this answer instead; `done = true`: the act is done too
    html          status (200), body           an HTML page instead of the answer; `done` too
    flood         -                            "Flood detected: IP Locked"
    lock          seconds (3600)               "IP Locked", and the address is locked for so long
    maintenance   -                            503 with the site's maintenance page
    cut           after (0)                    connection closed after so many body bytes (upload: received)
    stall         after (0), seconds (3600)    nothing more for so long after so many body bytes
    slow          rate                         body bytes a second
    delay         seconds                      wait before the answer starts
    wrong-length  delta                        Content-Length is so much more (or less) than the truth
    no-range      -                            200 and the whole file although a range was asked
    changed       -                            other bytes, other ETag, same size
    bit-flip      at (0)                       one bit of the byte at this offset of the file is wrong
    token-dead    -                            the direct link is dead (404 page)
    pending       times (3)                    end.pl answers the HTML waiting page so often, then goes on
    no-links      -                            end.pl answers without any link
    two-links     -                            end.pl answers with one link too many
"""

from __future__ import annotations

import fnmatch
import json
import threading
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

ACTIONS = frozenset(
    {
        *("answer", "html", "flood", "lock", "maintenance"),
        *("cut", "stall", "slow", "delay", "wrong-length", "no-range", "changed", "bit-flip"),
        *("token-dead", "pending", "no-links", "two-links"),
    }
)


@dataclass(frozen=True)
class Fault:
    """One fault; see the module's text for what each parameter means."""

    endpoint: str
    action: str
    calls: str = "1"
    match: str = ""
    status: int = 200
    body: str = ""
    content_type: str = "application/json"
    done: bool = False
    after: int = 0
    seconds: float = 3600.0
    rate: float = 0.0
    delta: int = 0
    at: int = 0
    times: int = 3

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"no fault is called {self.action!r}")
        _first_and_last(self.calls)

    def covers(self, call: int) -> bool:
        """Whether the `call`-th matching call (from 1) is hit."""
        first, last = _first_and_last(self.calls)
        return first <= call and (last is None or call <= last)


def _first_and_last(calls: str) -> tuple[int, int | None]:
    if calls == "*":
        return 1, None
    first, dash, last = calls.partition("-")
    if not dash:
        return int(first), int(first)
    return int(first), int(last) if last else None


@dataclass
class _Counted:
    fault: Fault
    calls: int = 0
    hits: int = 0


@dataclass
class FaultPlan:
    """The faults of a running simulator. Safe to change from another thread."""

    _entries: list[_Counted] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, *faults: Fault) -> None:
        """Add faults; each counts its own matching calls from now on."""
        with self._lock:
            self._entries.extend(_Counted(fault) for fault in faults)

    def clear(self) -> None:
        """Forget every fault."""
        with self._lock:
            self._entries.clear()

    def hits(self, action: str = "") -> int:
        """How often faults (of this action) have struck."""
        with self._lock:
            return sum(entry.hits for entry in self._entries if action in ("", entry.fault.action))

    def take(self, endpoint: str, text: str = "") -> Fault | None:
        """Count one call of `endpoint` and return the first fault that strikes it."""
        struck: Fault | None = None
        with self._lock:
            for entry in self._entries:
                fault = entry.fault
                if not fnmatch.fnmatchcase(endpoint, fault.endpoint) or fault.match not in text:
                    continue
                entry.calls += 1
                if struck is None and fault.covers(entry.calls):
                    entry.hits += 1
                    struck = fault
        return struck


def parse_faults(entries: Iterable[dict[str, Any]]) -> list[Fault]:
    """Faults from plain data. Raises ValueError for unknown parameters or actions."""
    known = {item.name for item in fields(Fault)}
    faults = []
    for entry in entries:
        unknown = set(entry) - known
        if unknown:
            raise ValueError(f"unknown fault parameters: {', '.join(sorted(unknown))}")
        values = dict(entry)
        if "calls" in values:
            values["calls"] = str(values["calls"])
        faults.append(Fault(**values))
    return faults


def load_faults(path: Path) -> list[Fault]:
    """Faults from a TOML or JSON file."""
    text = path.read_text(encoding="utf-8")
    data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    return parse_faults(data.get("fault", []))

"""What was asked, one record a request, and one JSON line each in a file on demand.

No key is ever kept: a record only says whether an Authorization header came.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

_SECRET = frozenset({"pass", "dpass", "password"})
STARS = "***"


@dataclass
class RequestRecord:
    """One request. `status` 0 means that no answer was sent; byte counts are of bodies."""

    n: int
    at: float
    method: str
    path: str
    endpoint: str
    ip: str
    query: dict[str, str] = field(default_factory=dict)
    authorization: bool = False
    content_type: str = ""
    user_agent: str = ""
    range: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    payload: object = None
    status: int = 0
    message: str = ""
    bytes_in: int = 0
    bytes_out: int = 0
    fault: str = ""


def redacted(value: object) -> object:
    """A payload without passwords."""
    if isinstance(value, dict):
        return {key: STARS if key in _SECRET and item else redacted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [redacted(item) for item in value]
    return value


class RequestLog:
    """The records of a running simulator. A record is there before its answer is sent."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._records: list[RequestRecord] = []
        self._file: TextIO | None = None if path is None else path.open("a", encoding="utf-8")

    def begin(self, record: RequestRecord) -> None:
        """Number and keep a record."""
        with self._lock:
            record.n = len(self._records) + 1
            self._records.append(record)

    def end(self, record: RequestRecord) -> None:
        """The request is over: write its line."""
        with self._lock:
            if self._file is not None:
                self._file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
                self._file.flush()

    def all(self, endpoint: str = "") -> list[RequestRecord]:
        """The records so far (of one end point)."""
        with self._lock:
            return [record for record in self._records if endpoint in ("", record.endpoint)]

    def endpoints(self) -> list[str]:
        """The end points asked, in order."""
        return [record.endpoint for record in self.all()]

    def clear(self) -> None:
        """Forget the records; the file stays."""
        with self._lock:
            self._records.clear()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

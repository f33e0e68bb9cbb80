"""Dates as the service writes them: `YYYY-MM-DD HH:MM:SS`, Paris time with summer time (§1.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
NEVER = "1970-01-01 01:00:00"
"""What the service shows for "not yet": the epoch, in Paris."""


def stamp(seconds: float) -> str:
    """Wall seconds to the service's text."""
    return datetime.fromtimestamp(seconds, PARIS).strftime("%Y-%m-%d %H:%M:%S")


def seconds(text: str) -> float:
    """The service's text to wall seconds. Raises ValueError."""
    parsed = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=PARIS)
    return parsed.timestamp()


def http_date(moment: float) -> str:
    """Wall seconds to an HTTP date."""
    return datetime.fromtimestamp(moment, UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")

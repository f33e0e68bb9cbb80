"""Keys that nobody has answered yet: each goes out with one request at a time."""

from collections import Counter
from typing import Final

_ALONE: Final = 5.0
"""Seconds that others wait for the answer to a first request with a key."""


class Doubts:
    """By account; the answer to one says nothing of another's key. Moments are of the steady clock."""

    def __init__(self) -> None:
        self._doubted: set[str] = set()
        self._under_way: Counter[str] = Counter()
        self._alone_until: dict[str, float] = {}

    def __contains__(self, account: str) -> bool:
        return account in self._doubted

    def add(self, account: str) -> None:
        """Nobody knows whether the service takes its key."""
        self._doubted.add(account)

    def clear(self, account: str) -> None:
        """The service has taken it."""
        self._doubted.discard(account)

    def ready_at(self, account: str) -> float:
        """When its next request may leave beside the one under way, which may stay silent."""
        is_held = account in self._doubted and self._under_way[account] > 0
        return self._alone_until[account] if is_held else 0.0

    def left(self, account: str, now: float) -> None:
        """A request leaves."""
        if not self._under_way[account]:
            self._alone_until[account] = now + _ALONE
        self._under_way[account] += 1

    def ended(self, account: str) -> None:
        """A request has ended."""
        self._under_way[account] -= 1

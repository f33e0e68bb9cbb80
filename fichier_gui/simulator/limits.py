"""The request limits (§3): how many calls, how often, and what a breach costs.

Decisions where the documents are silent:

* more than 3 calls in any second (sliding) from one address, over all `/v1` end points and check_links.pl;
  upload nodes and direct links are other machines and do not count;
* one folder once in 30 s, counted per user, per end point (`folder/ls` and `file/ls` apart) and per folder;
  `file/ls -1` once per hour and user;
* `user/info` once a minute per address and once in 5 minutes per user;
* a breach locks the address: every call answers the flood text until the lock is over. Calls during the
  lock neither count nor prolong it;
* 20 failing answers (401, 403, 404, 410, locks aside) within a minute ban the address for 5 minutes
  ("IP Locked");
* one location: after a token or a download, another address of the same user is refused for 5 minutes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from .answers import FLOOD_IP, FLOOD_USER, IP_LOCKED, ONE_LOCATION, Reason, Refusal

FAILURES = frozenset({401, 403, 404, 410})


@dataclass
class Rules:
    """The numbers, in seconds and calls. Mutable, so that a test may tighten or relax one."""

    calls_per_second: int = 3
    folder_every: float = 30.0
    whole_account_every: float = 3600.0
    user_info_every_by_ip: float = 60.0
    user_info_every_by_user: float = 300.0
    lock_seconds: float = 60.0
    failures: int = 20
    failures_within: float = 60.0
    ban_seconds: float = 300.0
    location_seconds: float = 300.0
    connections: int = 30


@dataclass(frozen=True)
class Breach:
    """One broken limit."""

    at: float
    ip: str
    endpoint: str
    rule: str


@dataclass
class _Address:
    calls: deque[float] = field(default_factory=deque)
    failures: deque[float] = field(default_factory=deque)
    locked_until: float = 0.0
    lock_reason: Reason = FLOOD_IP


class Limits:
    """Counts calls and says no. All times are the service's clock."""

    def __init__(self, enabled: bool = True) -> None:
        self.enabled = enabled
        self.rules = Rules()
        self.breaches: list[Breach] = []
        self.refused_while_locked = 0
        self._addresses: dict[str, _Address] = {}
        self._last: dict[tuple[object, ...], float] = {}
        self._locations: dict[str, tuple[str, float]] = {}

    def lock(self, ip: str, until: float, reason: Reason = IP_LOCKED) -> None:
        """Lock an address (also while limits are off, for faults)."""
        address = self._address(ip)
        address.locked_until, address.lock_reason = until, reason

    def locked_until(self, ip: str) -> float:
        """When the lock of an address ends; in the past if there is none."""
        return self._address(ip).locked_until

    def forgive(self) -> None:
        """Forget every lock, count and breach."""
        self._addresses.clear()
        self._last.clear()
        self._locations.clear()
        self.breaches.clear()
        self.refused_while_locked = 0

    def arrive(self, ip: str, endpoint: str, now: float) -> None:
        """Count a call. Raises Refusal when the address is locked or too quick."""
        address = self._address(ip)
        if now < address.locked_until:
            self.refused_while_locked += 1
            raise Refusal(address.lock_reason)
        if not self.enabled:
            return
        calls = address.calls
        while calls and calls[0] <= now - 1.0:
            calls.popleft()
        calls.append(now)
        if len(calls) > self.rules.calls_per_second:
            self._breach(ip, endpoint, "calls per second", now)

    def folder_listed(self, ip: str, email: str, endpoint: str, folder: tuple[int, str], now: float) -> None:
        """Count one listing of a folder. Raises Refusal."""
        whole = endpoint == "file/ls" and folder[0] == -1
        every = self.rules.whole_account_every if whole else self.rules.folder_every
        rule = "whole account" if whole else "folder"
        self._every(ip, endpoint, (rule, email, endpoint, folder), every, now, FLOOD_IP)

    def user_asked(self, ip: str, email: str, now: float) -> None:
        """Count one user/info. Raises Refusal."""
        rules = self.rules
        by_user = ("user/info by user", email)
        by_ip = ("user/info by address", ip)
        self._every(ip, "user/info", by_user, rules.user_info_every_by_user, now, FLOOD_USER)
        self._every(ip, "user/info", by_ip, rules.user_info_every_by_ip, now, FLOOD_IP)

    def located(self, email: str, ip: str, now: float) -> None:
        """Bind a user to one address for a while. Raises Refusal for another address."""
        if not self.enabled:
            return
        known = self._locations.get(email)
        if known and known[0] != ip and now < known[1] + self.rules.location_seconds:
            raise Refusal(ONE_LOCATION)
        self._locations[email] = (ip, now)

    def failed(self, ip: str, status: int, now: float) -> None:
        """Count a failing answer; too many ban the address."""
        if not self.enabled or status not in FAILURES:
            return
        failures = self._address(ip).failures
        while failures and failures[0] <= now - self.rules.failures_within:
            failures.popleft()
        failures.append(now)
        if len(failures) >= self.rules.failures:
            failures.clear()
            self.breaches.append(Breach(now, ip, "", "failing calls"))
            self.lock(ip, now + self.rules.ban_seconds)

    def _address(self, ip: str) -> _Address:
        return self._addresses.setdefault(ip, _Address())

    def _every(
        self, ip: str, endpoint: str, key: tuple[object, ...], every: float, now: float, reason: Reason
    ) -> None:
        if not self.enabled:
            return
        last = self._last.get(key)
        self._last[key] = now
        if last is not None and now < last + every:
            self._breach(ip, endpoint, str(key[0]), now, reason)

    def _breach(self, ip: str, endpoint: str, rule: str, now: float, reason: Reason = FLOOD_IP) -> None:
        self.breaches.append(Breach(now, ip, endpoint, rule))
        self.lock(ip, now + self.rules.lock_seconds, reason)
        raise Refusal(reason)

"""The account as ``user/info`` describes it. Sizes are bytes, times seconds since 1970."""

from dataclasses import fields, replace
from enum import IntEnum
from typing import Any, Final

from fichier_gui.domain.credits import GIGABYTE
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.values import value


class Plan(IntEnum):
    """``offer`` on the wire."""

    FREE = 0
    PREMIUM = 1
    ACCESS = 2
    GOLD = 3


GUEST_LIMIT: Final = 5 * GIGABYTE
FREE_LIMIT: Final = 50 * GIGABYTE
CUSTOMER_LIMIT: Final = 300 * GIGABYTE
"""Bytes of one file (reference §5.1): without an account, with a free one, with Premium, Access or Gold."""


@value
class Account:
    """A snapshot; ``fetched_at`` is its age, for the service allows one call in five minutes."""

    email: str
    plan: Plan
    fetched_at: float
    subscription_end: float | None = None
    cdn_credit_gb: float = 0.0
    spends_cdn: bool = False
    hot_storage: int = 0
    cold_storage: int = 0
    allowed_cold_storage: int | None = None
    available_storage: int | None = None
    """What is left; negative when over quota. None when the service does not say."""
    is_over_quota: bool = False
    upload_forbidden: str = ""
    """Empty when uploads are allowed, else the service's reason."""
    default_domain: int = 0
    """Row of ``domain.links.DOMAINS`` that new links are made with."""
    ftp_is_manual: bool = False
    ftp_folder: int = 0
    ftp_reports: bool = False
    remote_reports: bool = False
    shows_download_menu: bool = False
    uses_http: bool = False
    """Pages of the site by plain HTTP (``default_port``)."""
    files_use_http: bool = False
    """Own files by plain HTTP (``default_port_files``)."""
    page_limit: int = 0
    """Files on one page of the web site; 0 when the service does not say."""
    stats_at: float | None = None
    """When the service computed the storage figures."""

    def is_customer(self, now: float) -> bool:
        """Whether it is paid for at ``now``: it may have run out since it was last seen."""
        has_ended = self.subscription_end is not None and self.subscription_end <= now
        return self.plan is not Plan.FREE and not has_ended

    def changed(self, changes: "AccountChanges") -> "Account":
        """As it is once these are taken."""
        return replace(self, **changes.values)

    @property
    def cdn_credits(self) -> int:
        """Bytes that the CDN credits pay."""
        return round(self.cdn_credit_gb * GIGABYTE)


def size_limit(account: Account | None, now: float, *, is_guest: bool = False) -> int:
    """Bytes of the largest file that may be sent at ``now``.

    ``is_guest``: there is no key. With one, an account that is not known yet is trusted: the service decides.
    """
    if is_guest:
        return GUEST_LIMIT
    return FREE_LIMIT if account is not None and not account.is_customer(now) else CUSTOMER_LIMIT


@value
class AccountChanges:
    """What ``user/info`` may set; None leaves a value as it is."""

    spends_cdn: bool | None = None
    default_domain: int | None = None
    ftp_is_manual: bool | None = None
    ftp_folder: int | None = None
    ftp_reports: bool | None = None
    remote_reports: bool | None = None
    shows_download_menu: bool | None = None
    uses_http: bool | None = None
    files_use_http: bool | None = None
    page_limit: int | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, name) is not None for name in self.names())

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The settings, by the names that :class:`Account` has for them."""
        return tuple(field.name for field in fields(cls))

    @property
    def values(self) -> dict[str, Any]:
        """What is set, by name: numbers and truths."""
        found = ((name, getattr(self, name)) for name in self.names())
        return {name: value for name, value in found if value is not None}

    def over(self, earlier: "AccountChanges") -> "AccountChanges":
        """Both; where both set something, this counts."""
        return replace(earlier, **self.values)

    def without(self, done: "AccountChanges") -> "AccountChanges":
        """What ``done`` does not set in the same way."""
        gone = done.values
        return AccountChanges(**{n: v for n, v in self.values.items() if gone.get(n) != v})

    def leaving_out(self, others: "AccountChanges") -> "AccountChanges":
        """What ``others`` says nothing about."""
        named = others.values
        return AccountChanges(**{n: v for n, v in self.values.items() if n not in named})

    def not_in(self, account: Account) -> "AccountChanges":
        """What ``account`` has otherwise."""
        return AccountChanges(**{n: v for n, v in self.values.items() if getattr(account, n) != v})


@value
class ChangesReport:
    """How it stands with changes of the account's settings, which the service takes once in five minutes."""

    waiting: AccountChanges = AccountChanges()
    """Not confirmed yet; sent together as soon as the service allows it. Survives a restart."""
    due: float | None = None
    """When the request may leave, seconds since 1970; None while it is under way or cannot be said."""
    problem: AppError | None = None
    """Why the last attempt did not get through. It is made again by itself, or with another key."""
    refused: AccountChanges = AccountChanges()
    """What the service did not take. It is sent again only if the user wants it."""
    refusal: AppError | None = None
    """What it said to that; None where it answered as if all were well and left them as they were."""
    confirmed: AccountChanges = AccountChanges()
    """What the latest answer showed to be set."""


class KeyStorage(IntEnum):
    """Where the API key of this run lives."""

    NONE = 0
    KEYRING = 1
    """In the system's key ring."""
    RUN_ONLY = 2
    """In memory, until the program ends."""
    ENVIRONMENT = 3
    """Given by ``FICHIER_API_KEY``."""

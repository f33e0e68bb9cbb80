"""The account as ``user/info`` describes it. Sizes are bytes, times seconds since 1970."""

from dataclasses import dataclass
from enum import IntEnum


class Plan(IntEnum):
    """``offer`` on the wire."""

    FREE = 0
    PREMIUM = 1
    ACCESS = 2
    GOLD = 3


@dataclass(frozen=True, slots=True)
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


class KeyStorage(IntEnum):
    """Where the API key of this run lives."""

    NONE = 0
    KEYRING = 1
    """In the system's key ring."""
    RUN_ONLY = 2
    """In memory, until the program ends."""
    ENVIRONMENT = 3
    """Given by ``FICHIER_API_KEY``."""

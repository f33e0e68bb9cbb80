"""CDN credits: what the service makes of the network that downloads come over."""

from enum import StrEnum
from typing import Final

GIGABYTE: Final = 1_000_000_000
"""Bytes of one credit."""


class NetworkClass(StrEnum):
    """What downloads cost here, beside the plan."""

    PRIVATE = "private"
    """Nothing: a connection of a home or a phone."""
    PAID = "paid"
    """CDN credits: the service takes it for a VPN, a proxy or a data centre."""
    UNKNOWN = "unknown"
    """The service did not say."""

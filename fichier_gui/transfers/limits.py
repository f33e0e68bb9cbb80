"""What the user allows the queue."""

from dataclasses import dataclass
from typing import Final

SMALL: Final = 16 * 1024 * 1024
"""Bytes up to which a file is small: it shares its upload request with others, comes over one connection, and
does not wait behind large ones."""


@dataclass(frozen=True, slots=True)
class QueueLimits:
    """In force from the moment they are set; rates are bytes a second, 0 for none."""

    uploads: int = 2
    """Uploads that send at the same time."""
    downloads: int = 3
    segments: int = 4
    """Connections that one large download may use."""
    upload_rate: int = 0
    download_rate: int = 0
    is_off: bool = False
    """Nothing starts, and what moves waits."""
    off_until: float | None = None
    """Seconds since 1970; None: nobody knows."""
    verify_uploads: bool = True
    verify_downloads: bool = True

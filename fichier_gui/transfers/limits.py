"""What the user allows the queue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueLimits:
    """In force from the moment they are set; rates are bytes a second, 0 for none."""

    uploads: int = 2
    """Uploads that send at the same time."""
    downloads: int = 3
    upload_rate: int = 0
    download_rate: int = 0
    verify_uploads: bool = True
    verify_downloads: bool = True

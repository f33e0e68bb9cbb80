"""The sample account of the demo."""

from __future__ import annotations

from .service import Service


def fill(service: Service) -> None:
    """Fill an empty account."""
    service.add_folder("/Backups")

"""How much of the account is known. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the account is known."""

    listed: int
    """Folders whose content is known."""
    folders: int
    """Folders that are known to be there, the root included."""
    oldest: float | None
    """When the oldest of their listings was read, seconds since 1970; None when there is none."""

    @property
    def is_whole(self) -> bool:
        """Nothing is left to be read for the first time."""
        return self.listed >= self.folders

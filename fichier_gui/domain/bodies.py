"""What is known of the bytes of a transfer before they come."""

from fichier_gui.domain.values import value


@value
class BodyInfo:
    """What the first answer of a direct link said."""

    start: int
    """Offset of the first byte that will come; 0 when the server ignored the range (200 instead of 206)."""
    total: int
    """Size of the whole file in bytes."""
    etag: str | None
    name: str | None = None
    """The file's name as the service sends it; None where it says none."""

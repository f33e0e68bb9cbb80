"""The API key in use: the one place in memory that holds it."""

from fichier_gui.domain.secret import Secret


class KeyInUse:
    """Asked for at each request, so that a new key is in force at once."""

    def __init__(self) -> None:
        self._key: Secret | None = None

    def __call__(self) -> Secret | None:
        """The key, or None when signed out."""
        return self._key

    def replace(self, key: Secret | None) -> None:
        """Use ``key`` from the next request on."""
        self._key = key

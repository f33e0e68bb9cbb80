"""The API key in use: the one place in memory that holds it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from fichier_gui.domain.secret import Secret


class KeyInUse:
    """Asked for at each request, so that a new key is in force at once."""

    def __init__(self, on_new: Callable[[Secret], None] = lambda _: None) -> None:
        self._key: Secret | None = None
        self._trial: ContextVar[Secret | None] = ContextVar("key on trial", default=None)
        self._on_new = on_new

    def __call__(self) -> Secret | None:
        """The key, or None when signed out."""
        return self._trial.get() or self._key

    def replace(self, key: Secret | None) -> None:
        """Use ``key`` from the next request on."""
        if key is not None:
            # The log must know what to hide before anything can name it.
            self._on_new(key)
        self._key = key

    @contextmanager
    def trying(self, key: Secret) -> Iterator[None]:
        """Requests that this task makes inside use ``key``; those of all others are not concerned."""
        self._on_new(key)
        token = self._trial.set(key)
        try:
            yield
        finally:
            self._trial.reset(token)

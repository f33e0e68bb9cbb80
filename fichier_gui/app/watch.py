"""Watches what becomes of requests: tells when the network goes and comes, and when the key is refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fichier_gui.app.key import KeyInUse
from fichier_gui.domain.errors import AppError, KeyRefused, NetworkProblem, NoKey
from fichier_gui.domain.events import Event, NetworkFound, NetworkLost


class RequestWatch:
    """Every request of the program passes through :meth:`request`."""

    def __init__(self, key: KeyInUse, emit: Callable[[Event], None]) -> None:
        self._key = key
        self._emit = emit
        self._lost_by: AppError | None = None
        self.on_key_refused: Callable[[KeyRefused], None] = lambda _: None

    @property
    def network_problem(self) -> AppError | None:
        """Set from a request that found no network until one that got through."""
        return self._lost_by

    @contextmanager
    def request(self) -> Iterator[None]:
        """Around one request. Errors pass through."""
        key = self._key()
        try:
            yield
        except NetworkProblem as error:
            self._lost(error)
            raise
        except KeyRefused as error:
            self._answered(error)
            # An answer to a key that was replaced meanwhile says nothing about the new one.
            if key is not None and self._key() is key:
                self.on_key_refused(error)
            raise
        except AppError as error:
            self._answered(error)
            raise
        else:
            self.found()

    def _lost(self, error: AppError) -> None:
        if self._lost_by is None:
            self._lost_by = error
            self._emit(NetworkLost(error))

    def _answered(self, error: AppError) -> None:
        """What was refused on this side of the network says nothing about it."""
        if not isinstance(error, NoKey) and not error.facts.get("unasked"):
            self.found()

    def found(self) -> None:
        """The service can be reached."""
        if self._lost_by is not None:
            self._lost_by = None
            self._emit(NetworkFound())

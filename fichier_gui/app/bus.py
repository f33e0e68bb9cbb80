"""Where events meet those who listen. Lives on the core's loop; ``ui.seam`` carries events to the window."""

import logging
from collections import deque
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.events import Event

logger = logging.getLogger(__name__)

Listener = Callable[[Event], None]


EARLY: Final = 1000
"""Events kept for the first listener: opening has something to tell before anybody can listen."""


class Bus:
    """Calls every listener, in the order of subscription, at once and in the core thread."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._next = 0
        self._early: deque[Event] = deque(maxlen=EARLY)
        self._is_heard = False
        """Somebody outside of the program's own parts has listened."""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` for every event until the returned function is called.

        The first listener of all hears at once what happened before he came.
        """
        unsubscribe = self.overhear(listener)
        self._is_heard = True
        while self._early:
            _tell(listener, self._early.popleft())
        return unsubscribe

    def overhear(self, listener: Listener) -> Callable[[], None]:
        """As :meth:`subscribe`, for a part of the program itself: what is kept waits for somebody else."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener

        def unsubscribe() -> None:
            self._listeners.pop(number, None)

        return unsubscribe

    def emit(self, event: Event) -> None:
        """Tell everybody. A listener's own error stays with it: the emitter's work must not break off."""
        if not self._is_heard:
            self._early.append(event)
        for listener in tuple(self._listeners.values()):
            _tell(listener, event)


def _tell(listener: Listener, event: Event) -> None:
    try:
        listener(event)
    except Exception:
        logger.exception("A listener failed on %s", type(event).__name__)

"""Where events meet those who listen. Lives on the core's loop; ``ui.seam`` carries events to the window."""

import logging
from collections.abc import Callable

from fichier_gui.domain.events import Event

logger = logging.getLogger(__name__)

Listener = Callable[[Event], None]


class Bus:
    """Calls every listener, in the order of subscription, at once and in the core thread."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` for every event until the returned function is called."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener

        def unsubscribe() -> None:
            self._listeners.pop(number, None)

        return unsubscribe

    def emit(self, event: Event) -> None:
        """Tell everybody. A listener's own error stays with it: the emitter's work must not break off."""
        for listener in tuple(self._listeners.values()):
            try:
                listener(event)
            except Exception:
                logger.exception("A listener failed on %s", type(event).__name__)

"""Words about folders that are being looked at, until their plan is there; and about the halt of it."""

import contextlib
import itertools
from collections.abc import Callable, Iterator

from fichier_gui.domain.events import Event, ScanningChanged
from fichier_gui.ui import wording
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr


class Planning:
    """One notice for each plan in the making. ``resume`` lets the queue, and the looking, go on."""

    def __init__(self, notices: Notices, resume: Callable[[], object]) -> None:
        self._notices = notices
        self._resume = resume
        self._numbers = itertools.count()
        self._told: dict[str, tuple[str, Callable[[], object]]] = {}
        self._halted: set[str] = set()
        self._were_halted = 0

    @contextlib.contextmanager
    def told(self, text: str, stop: Callable[[], object]) -> Iterator[None]:
        """Say ``text`` while the block runs, if it takes long, with a button that stops it."""
        key = f"planning {next(self._numbers)}"
        self._told[key] = (text, stop)
        self._notices.tell_soon(text, key, NoticeButton(tr("Stop"), stop))
        try:
            yield
        finally:
            del self._told[key]
            self._halted.discard(key)
            self._notices.withdraw(key)

    def on_seam_happened(self, event: Event) -> None:
        """The queue was paused, and what was being looked at with it, or goes on."""
        if not isinstance(event, ScanningChanged):
            return
        if event.halted > self._were_halted:
            # One that begins later was asked for while the queue was paused, and is not halted.
            self._halted |= self._told.keys()
            for key in self._told:
                self._tell_halt(key)
        elif not event.halted:
            for key in tuple(self._halted):
                self._tell_going_on(key)
        self._were_halted = event.halted

    def _tell_halt(self, key: str) -> None:
        _, stop = self._told[key]
        self._notices.withdraw(key)
        self._notices.tell(
            wording.halted_words(),
            NoticeButton(tr("Resume all"), self._resume),
            NoticeButton(tr("Stop"), stop),
            key=key,
            stays=True,
        )

    def _tell_going_on(self, key: str) -> None:
        text, stop = self._told[key]
        self._halted.discard(key)
        self._notices.tell(text, NoticeButton(tr("Stop"), stop), key=key, stays=True)

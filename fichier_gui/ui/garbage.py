"""Collects reference cycles in the window's thread, and does the long part of it while nobody looks.

A Qt object in a cycle is deleted in whichever thread collects it, and outside its own that can crash.
"""

import contextlib
import gc
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

INTERVAL_MS: Final = 4000
"""Between two collections."""
_FEW: Final = 700
"""New objects that are not worth a look."""
_MANY: Final = 20_000
"""New objects that take too long for a user who waits meanwhile: those of a large folder."""
_LOOKS: Final = 10
"""Looks at the new ones after which the old ones are due."""
_AWAY: Final = 8
"""Ticks without the user: who is back within half a minute must not wait."""
_MOST_LOOKS: Final = 1800
"""Looks after which the old ones do not wait any more: two hours in which the user never was away."""


class Garbage(QObject):
    """The new ones often, which takes a millisecond; the old ones while the user is in another program.

    A folder of 100,000 files takes 50 ms, which is felt under the hand.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self._has_settled = False
        self._is_thaw_due = False
        """New objects were put where no look comes."""
        self._away = 0
        """Ticks since the user was seen."""
        self._looks = 0
        """Looks at the new ones since that at all of them: not every Python counts them."""
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.on_timer_timeout)

    @contextlib.contextmanager
    def collecting(self) -> Iterator[None]:
        """Meanwhile; Python's own collector is off."""
        was_on = gc.isenabled()
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()
            gc.unfreeze()
            if was_on:
                gc.enable()

    def on_timer_timeout(self) -> None:
        """Collect. What there is the first time is the window itself: it stays, unexamined from then on."""
        if not self._has_settled:
            self._has_settled = True
            self._collect_all()
            gc.freeze()
            return
        is_here = self._app.applicationState() is Qt.ApplicationState.ApplicationActive
        self._away = 0 if is_here else self._away + 1
        has_new = gc.get_count()[0] > _FEW
        # That count sinks with each object that goes, whenever it was made.
        if has_new and self._away < _AWAY and len(gc.get_objects(generation=0)) > _MANY:
            gc.freeze()
            self._is_thaw_due = True
        elif self._is_due():
            self._collect_all()
        elif has_new:
            gc.collect(1)
            self._looks += 1

    def _is_due(self) -> bool:
        if self._away < _AWAY:
            return self._looks > _MOST_LOOKS
        return self._looks > _LOOKS or self._is_thaw_due

    def _collect_all(self) -> None:
        if self._is_thaw_due:
            gc.unfreeze()
        gc.collect()
        self._looks = 0
        if self._is_thaw_due:
            self._is_thaw_due = False
            gc.freeze()

"""Rows that are shown no more, dropped a few at a time: 100,000 at a stroke hold the window up for 30 ms."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

_AT_ONCE: Final = 2000
_BETWEEN_MS: Final = 20
_WAIT_MS: Final = 1000
"""Whoever else has them, such as the listing that they are of, lets go of them meanwhile."""


class LeftRows(QObject):
    """Holds them until they are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[object] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, rows: Sequence[object]) -> None:
        """A few are left to whoever has them last."""
        if len(rows) > _AT_ONCE:
            self._rows += rows
            self._timer.start(_WAIT_MS)

    def _on_timer_timeout(self) -> None:
        del self._rows[-_AT_ONCE:]
        if self._rows:
            self._timer.start(_BETWEEN_MS)
        else:
            self._timer.stop()

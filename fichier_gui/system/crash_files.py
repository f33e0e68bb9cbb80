"""What a run leaves when it ends by a fault of the machine code: the stacks of its threads.

Python writes them at the very end, into a file that is open all along.
"""

import contextlib
import faulthandler
from pathlib import Path
from typing import Final, TextIO

MOST: Final = 64 * 1024
"""Characters of one that are of use."""


class CrashFiles:
    """Blocking. ``running.txt`` is of the run under way, ``untold.txt`` of an earlier one, ``last.txt`` of
    one that was spoken of.
    """

    def __init__(self, folder: Path) -> None:
        self._running, self._untold, self._last = (
            folder / f"{name}.txt" for name in ("running", "untold", "last")
        )
        self._file: TextIO | None = None
        self._was_enabled = False

    def watch(self) -> None:
        """From now on a fault is written down. Where the disk refuses it is not, and nothing else changes."""
        with contextlib.suppress(OSError):
            self._running.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._running.exists() and self._running.stat().st_size:
                self._running.replace(self._untold)
            self._file = self._running.open("a", encoding="utf-8")
            self._was_enabled = faulthandler.is_enabled()
            faulthandler.enable(self._file, all_threads=True)

    def close(self) -> None:
        """The run has come to a good end."""
        if self._file is None:
            return
        faulthandler.disable()
        if self._was_enabled:
            faulthandler.enable()
        self._file.close()
        self._file = None
        with contextlib.suppress(OSError):
            if not self._running.stat().st_size:
                self._running.unlink()

    def untold(self) -> str:
        """Of an earlier run, if nobody was told yet; else empty."""
        return _text(self._untold)

    def tell(self) -> None:
        """Somebody was told of it: it is kept for reports, and not spoken of again."""
        with contextlib.suppress(OSError):
            self._untold.replace(self._last)

    def last(self) -> str:
        """The newest there is, told or not; else empty."""
        return _text(self._untold) or _text(self._last)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:MOST]
    except OSError:
        return ""

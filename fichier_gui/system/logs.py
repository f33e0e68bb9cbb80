"""The log: a rotating file of the profile that holds no secret.

Records are written by a thread of their own, so that a slow disk never holds up a loop. Each line is cleaned
at the very end, when message, arguments and traceback have become one text.
"""

import logging
import logging.handlers
import queue
import re
import sys
import threading
from pathlib import Path
from typing import Final
from urllib.parse import quote

from fichier_gui.domain.secret import Secret

STARS: Final = "********"
FILE_NAME: Final = "fichier-gui.log"
_MAX_BYTES: Final = 2 * 1024 * 1024
_KEPT: Final = 4
_FORMAT: Final = "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s"
_DATE: Final = "%Y-%m-%d %H:%M:%S"

_PATTERNS: Final = (
    # "Authorization: Bearer x", and the same as a header pair of a repr.
    (
        re.compile(r"(?i)(authorization['\"]?\s*[:=,]\s*(?:b?['\"])?(?:(?:bearer|basic)\s+)?)[^\s'\",;)]+"),
        r"\1",
    ),
    (re.compile(r"(?i)(\bbearer\s+)[^\s'\",;)]+"), r"\1"),
    (
        re.compile(r"(?i)((?:\bpass(?:word)?|api_?key|token|xid)['\"]?\s*[:=]\s*(?:b?['\"])?)[^\s'\",;&)}]+"),
        r"\1",
    ),
    # user:password@ of a proxy.
    (re.compile(r"(?i)(\w+://)[^/\s@]+(?=@)"), r"\1"),
    # Direct links: whoever has one downloads without a key, whatever the host is.
    (re.compile(r"(?i)(https?://[^/\s'\"]+/)[cp]\d{6,}[^\s'\"]*"), r"\1"),
    (re.compile(r"(?i)(https?://[a-z]+-\d+\.[a-z0-9.-]+(?::\d+)?/)(?!upload\.cgi|end\.pl)[^\s'\"]+"), r"\1"),
    # The shape of an API key.
    (re.compile(r"(?<![A-Za-z0-9_=-])()[A-Za-z0-9_=-]{32}(?![A-Za-z0-9_=-])"), r"\1"),
)


SHORTEST_PASSWORD: Final = 6
"""Characters: the service sets no shorter one."""


class Scrubber:
    """Takes secrets out of text: those registered, and whatever looks like one. Thread safe."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def register_password(self, password: Secret) -> None:
        """As :meth:`register`, for a word that people choose.

        To take every "a" out of the log would spoil it, and tell the password by what is missing.
        """
        if len(password.reveal()) >= SHORTEST_PASSWORD:
            self.register(password)

    def register(self, secret: Secret) -> None:
        """From now on ``secret`` is replaced wherever it appears, percent-encoded too."""
        text = secret.reveal()
        if not text:
            return
        forms = {text, quote(text, safe=""), quote(text)}
        with self._lock:
            self._known = tuple(sorted({*self._known, *forms}, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """``text`` with stars in the place of secrets."""
        for known in self._known:
            text = text.replace(known, STARS)
        for pattern, kept in _PATTERNS:
            text = pattern.sub(kept + STARS, text)
        return text


class _CleanFormatter(logging.Formatter):
    def __init__(self, scrubber: Scrubber) -> None:
        super().__init__(_FORMAT, _DATE)
        self._scrubber = scrubber

    def format(self, record: logging.LogRecord) -> str:
        return self._scrubber.clean(super().format(record))


class _NamedListener(logging.handlers.QueueListener):
    def start(self) -> None:
        super().start()
        if self._thread is not None:
            self._thread.name = "log"


class Logs:
    """The log of one run. Made by the container; :meth:`close` writes what is left."""

    def __init__(self, folder: Path, scrubber: Scrubber, *, level: int = logging.INFO) -> None:
        self.path = folder / FILE_NAME
        self._scrubber = scrubber
        self._level = level
        self._queue_handler: logging.handlers.QueueHandler | None = None
        self._listener: _NamedListener | None = None
        self._file: logging.Handler | None = None
        self._level_before = logging.NOTSET

    def open(self, *, to_stderr: bool = False) -> None:
        """Catch everything that the program logs. Raises ``OSError`` when the folder cannot be made."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            self.path, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace"
        )
        targets: list[logging.Handler] = [file]
        if to_stderr:
            targets.append(logging.StreamHandler(sys.stderr))
        for target in targets:
            target.setFormatter(_CleanFormatter(self._scrubber))
        records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._queue_handler = logging.handlers.QueueHandler(records)
        self._listener = _NamedListener(records, *targets)
        self._file = file
        self._listener.start()
        root = logging.getLogger()
        self._level_before = root.level
        root.setLevel(self._level)
        root.addHandler(self._queue_handler)
        # It logs each request with its whole URL.
        logging.getLogger("httpx").setLevel(logging.WARNING)

    def close(self) -> None:
        """Write what is queued and let go of the file. Idempotent."""
        if self._queue_handler is None or self._listener is None or self._file is None:
            return
        root = logging.getLogger()
        root.removeHandler(self._queue_handler)
        root.setLevel(self._level_before)
        self._listener.stop()
        self._file.close()
        self._queue_handler.close()
        self._queue_handler = self._listener = self._file = None

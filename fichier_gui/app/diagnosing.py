"""The log for the window to show, and one text that says how it stands with the program."""

import contextlib
import getpass
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from fichier_gui import __version__
from fichier_gui.app.options import ProgramOptions
from fichier_gui.app.preferences import Preferences
from fichier_gui.app.session import Session
from fichier_gui.app.transferring import Transfers
from fichier_gui.app.workers import Workers
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.log import LogLine, read_lines
from fichier_gui.domain.masking import without_files, without_people
from fichier_gui.domain.requests import BudgetSnapshot
from fichier_gui.domain.settings import Settings, Unit, describe
from fichier_gui.domain.settings_list import without_login
from fichier_gui.domain.transfers import QueueFilter
from fichier_gui.system.crash_files import CrashFiles
from fichier_gui.system.log_files import LogPosition, read_log
from fichier_gui.system.logs import FILE_NAME, Scrubber

LOG_LINES: Final = 200
_PACKAGES: Final = ("PySide6_Essentials", "qasync", "httpx", "keyring")
_NAMES: Final = 500
_ENVIRONMENT: Final = (
    *("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"),
    *("LANG", "LC_ALL", "FLATPAK_ID", "APPIMAGE", "SNAP"),
)

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Lines of the log, and from where to go on."""

    lines: tuple[LogLine, ...]
    position: LogPosition | None


class Looked(Protocol):
    """What is looked at of a program."""

    options: ProgramOptions
    preferences: Preferences
    session: Session
    transfers: Transfers


class Diagnosing:
    """Reports are in English: who reads them need not be who sends them."""

    def __init__(
        self,
        program: Looked,
        budget: Callable[[], BudgetSnapshot],
        scrubber: Scrubber,
        disk: Workers,
    ) -> None:
        self._paths, self._clock = program.options.profile, program.options.clock
        self._preferences = program.preferences
        self._session = program.session
        self._transfers = program.transfers
        self._budget = budget
        self._scrubber = scrubber
        self._disk = disk
        self.log = self._paths.logs / FILE_NAME

    async def read(self, since: LogPosition | None = None) -> LogPage:
        """What was logged after ``since``; for a new reader the last megabyte."""
        text, position = await self._disk.run(read_log, self.log, since)
        return LogPage(tuple(read_lines(text)), position)

    async def report(self, window: Facts, *, with_names: bool) -> str:
        """The text. ``window``: what only the window knows. ``with_names``: names of files and links too."""
        sections: list[tuple[str, Facts | str]] = [
            ("Program", _program_facts()),
            ("System", _system_facts()),
            ("Window", window),
            ("Account", self._account_facts()),
            ("Settings other than the defaults", _changed_settings(self._preferences.current)),
            ("Transfers", self._queue_facts()),
            ("Problems of transfers", await self._problems()),
            ("Requests", self._request_facts()),
            ("Last crash", await self._disk.run(CrashFiles(self._paths.crashes).last)),
            ("Log", "\n".join(line.whole for line in (await self.read()).lines[-LOG_LINES:])),
        ]
        made = time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(self._clock.time()))
        text = "\n\n".join([f"fichier-gui {__version__}, report of {made}", *map(_section, sections)]) + "\n"
        text = without_people(self._scrubber.clean(text))
        return text if with_names else without_files(text, await self._names())

    async def _names(self) -> list[str]:
        """Of rows that are not done, and of whoever sits here."""
        names = [platform.node()]
        with contextlib.suppress(OSError, KeyError):  # a machine whose users have no names
            names.append(getpass.getuser())
        for tab in (QueueFilter.ATTENTION, QueueFilter.FAILED, QueueFilter.ACTIVE):
            ids = await self._transfers.order(tab)
            rows = await self._transfers.rows([TransferId(item) for item in ids[:_NAMES]])
            names += [name for row in rows for name in (row.name, row.stored_name or "", row.local_path)]
        return names

    def _account_facts(self) -> Facts:
        state = self._session.state
        return {
            "signed in": state.signed_in,
            "plan": state.account.plan.value if state.account is not None else "unknown",
            "key kept in": state.storage.value if state.storage is not None else "nowhere",
            "refused": state.refused.code if state.refused is not None else "no",
        }

    def _queue_facts(self) -> Facts:
        summary = self._transfers.summary()
        counts = summary.counts
        return {
            "active": counts.active,
            "waiting": counts.waiting,
            "of them paused": counts.paused,
            "asking": counts.attention,
            "failed": counts.failed,
            "done": counts.done,
            "paused as a whole": summary.is_paused,
        }

    async def _problems(self) -> Facts:
        causes = await self._transfers.causes()
        return {f"{each.cause.code} ({each.cause.state})": each.rows for each in causes}

    def _request_facts(self) -> Facts:
        budget, now = self._budget(), self._clock.time()
        pause = budget.paused_until
        return {
            "in the last minute": budget.spent_minute,
            "in the last hour": budget.spent_hour,
            "waiting": ", ".join(f"{wait.count} for {wait.reason}" for wait in budget.waits) or "none",
            "pause": f"{pause - now:.0f} s left" if pause is not None and pause > now else "none",
        }


def _section(titled: tuple[str, Facts | str]) -> str:
    title, body = titled
    if not isinstance(body, str):
        body = "\n".join(f"{name}: {value}" for name, value in body.items())
    return f"[{title}]\n{body.strip() or '(nothing)'}"


def _program_facts() -> Facts:
    from importlib import metadata

    facts: dict[str, object] = {"version": __version__, "python": platform.python_version()}
    for package in _PACKAGES:
        try:
            facts[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            facts[package] = "not installed"
    return facts | {"frozen": getattr(sys, "frozen", False)}


def _system_facts() -> Facts:
    return {"system": platform.platform()} | {
        name: os.environ[name] for name in _ENVIRONMENT if name in os.environ
    }


def _changed_settings(settings: Settings) -> Facts:
    found: dict[str, object] = {}
    for each in describe():
        value = getattr(settings, each.name)
        if value != each.default:
            found[each.name] = without_login(value) if each.unit is Unit.URL else value
    return found

"""Tells when a batch is done and when something needs the user: seldom, once, and as the settings say."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import BatchFinished, Event, KeyWasRefused, TransferHalted, UploadFinished
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.settings import Settings
from fichier_gui.ui import wording
from fichier_gui.ui.clipboard import copy_facts
from fichier_gui.ui.recent_links import facts_of
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

QUIET_SECONDS: Final = 10.0
"""At most one notification in so many seconds; what comes meanwhile is told together afterwards."""

JOIN_MS: Final = 300
"""A little patience joins what ends in the same moment."""

SHOWN_MS: Final = 8000

Show = Callable[[str, str, bool], None]
"""Title, text, and whether it is a problem."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Links were put on the clipboard."""

    links: tuple[LinkFacts, ...]
    settings: Settings
    """How they were written."""

    @property
    def words(self) -> str:
        """For the notice bar."""
        if len(self.links) == 1:
            return tr("The link to {name} is on the clipboard.", name=self.links[0].name)
        return tr("%n link(s) are on the clipboard.", "", len(self.links))

    def copy_again(self) -> None:
        """Something else may have taken their place."""
        copy_facts(self.links, self.settings)


@dataclass(slots=True)
class _Tally:
    """What happened since the last notification."""

    done: int = 0
    failed: int = 0
    links: int = 0
    halted: int = 0
    name: str = ""
    reason: str = ""
    is_key_refused: bool = False


class Notifier(QObject):
    """Listens to the core; speaks through the tray icon's own notifications."""

    copied = Signal(object)
    """:class:`Copied`: the window shows it with "Copy again"."""

    def __init__(self, seam: Seam, show: Show, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seam, self._show_message, self._clock = seam, show, clock
        self._tally = _Tally()
        self._stored: dict[str, LinkFacts] = {}
        self._told_at = clock.monotonic() - QUIET_SECONDS
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)
        seam.happened.connect(self._on_seam_happened)

    def _on_seam_happened(self, event: Event) -> None:
        settings = self._seam.program.preferences.current
        if isinstance(event, UploadFinished):
            self._stored[event.transfer.url or ""] = facts_of(event.transfer)
        elif isinstance(event, BatchFinished):
            self._on_batch(event, settings)
        elif isinstance(event, TransferHalted) and settings.notify_problems:
            self._tally.halted += 1
            self._tally.name = event.transfer.name
            error = event.transfer.error
            self._tally.reason = wording.error_words(error).happened if error is not None else ""
            self._tell_soon()
        elif isinstance(event, KeyWasRefused) and settings.notify_problems:
            self._tally.is_key_refused = True
            self._tell_soon()

    def _on_batch(self, event: BatchFinished, settings: Settings) -> None:
        links = tuple(self._stored.pop(url, LinkFacts(url, name)) for url, name in event.links)
        if settings.copy_link_after_upload and links:
            copied = Copied(links, settings)
            copied.copy_again()
            self.copied.emit(copied)
            self._tally.links += len(links)
        if settings.notify_finished and event.done:
            self._tally.done += event.done
            self._tally.failed += event.failed
            if len(event.links) == 1:
                self._tally.name = event.links[0][1]
            self._tell_soon()

    def _tell_soon(self) -> None:
        wait = self._told_at + QUIET_SECONDS - self._clock.monotonic()
        if not self._timer.isActive():
            self._timer.start(max(JOIN_MS, int(wait * 1000)))

    def _tell(self) -> None:
        tally, self._tally = self._tally, _Tally()
        self._told_at = self._clock.monotonic()
        title, text, is_problem = _message(tally)
        self._show_message(title, html.escape(text, quote=False), is_problem)


def tray_message(icon: Callable[[], QSystemTrayIcon | None]) -> Show:
    """Show through the tray icon; without one the window's own bars are all there is."""

    def show(title: str, text: str, is_problem: bool) -> None:
        shown = icon()
        if shown is not None:
            kinds = QSystemTrayIcon.MessageIcon
            shown.showMessage(title, text, kinds.Warning if is_problem else kinds.Information, SHOWN_MS)

    return show


def _message(tally: _Tally) -> tuple[str, str, bool]:
    if tally.is_key_refused:
        return tr("Your key was refused"), tr("Transfers wait until another key is entered."), True
    if tally.halted and not tally.done:
        if tally.halted == 1:
            return tr("A transfer stopped"), f"{tally.name}: {tally.reason}", True
        return tr("%n transfer(s) stopped", "", tally.halted), tr("Open the window to see why."), True
    title = tr("Transfers complete") if not tally.failed else tr("Transfers ended")
    parts = [
        tr("{name} is done.", name=tally.name)
        if tally.done == 1 and tally.name
        else tr("%n file(s) done.", "", tally.done)
    ]
    if tally.failed:
        parts.append(tr("%n file(s) failed.", "", tally.failed))
    if tally.links:
        parts.append(tr("%n link(s) copied.", "", tally.links))
    return title, " ".join(parts), bool(tally.failed)

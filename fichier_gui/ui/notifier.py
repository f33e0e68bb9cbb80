"""Tells when a batch is done and when something needs the user: seldom, once, and as the settings say."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import (
    BatchFinished,
    DownloadFinished,
    Event,
    KeyWasRefused,
    SignedIn,
    TransferHalted,
    UploadFinished,
)
from fichier_gui.domain.ids import BatchId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.transfers import State
from fichier_gui.ui import wording
from fichier_gui.ui.clipboard import copy_facts
from fichier_gui.ui.recent_links import facts_of
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.tally import MOST_PATHS, Tally
from fichier_gui.ui.wording import tr

QUIET_SECONDS: Final = 10.0
"""At most one notification in so many seconds; what comes meanwhile is told together afterwards."""

JOIN_MS: Final = 300
"""A little patience joins what ends in the same moment."""


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


class Notifier(QObject):
    """Listens to the core; ``show`` tells."""

    copied = Signal(object)
    """:class:`Copied`: the window shows it with "Copy again"."""

    def __init__(
        self, seam: Seam, show: Callable[[Tally], None], clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._seam, self._show, self._clock = seam, show, clock
        self._tally = Tally()
        self._stored: dict[str, LinkFacts] = {}
        self._fetched: dict[BatchId, list[str]] = {}
        self._quiet_until = clock.monotonic()
        self._held: list[Copied] | None = None
        """What is to be copied once somebody is there; None while somebody is."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)
        seam.happened.connect(self._on_seam_happened)

    def take_over(self, other: "Notifier") -> None:
        """What another window's has to tell, and for how long it is to say nothing."""
        other._timer.stop()
        self._tally, self._stored, self._fetched = other._tally, other._stored, other._fetched
        self._quiet_until = other._quiet_until
        self._tell_soon()

    def hold(self, is_held: bool) -> None:
        """While the window is locked nothing is told, and no link is put on the clipboard: both wait."""
        held, self._held = self._held, [] if is_held else None
        if is_held:
            self._held = held or []
            self._timer.stop()
        elif held is not None:
            for copied in held[-1:]:
                self._copy(copied)
            self._tell_soon()

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it. What happens meanwhile is told together afterwards."""
        self._quiet_until = self._clock.monotonic() + seconds
        self._timer.stop()
        self._tell_soon()

    def _on_seam_happened(self, event: Event) -> None:
        settings = self._seam.program.preferences.current
        if isinstance(event, UploadFinished):
            self._stored[event.transfer.url or ""] = facts_of(event.transfer)
        elif isinstance(event, DownloadFinished):
            paths = self._fetched.setdefault(event.transfer.batch_id, [])
            if len(paths) < MOST_PATHS:
                paths.append(event.transfer.local_path)
        elif isinstance(event, BatchFinished):
            self._on_batch(event, settings)
        elif isinstance(event, SignedIn):
            self._tally.is_key_refused = False
        elif settings.notify_problems:
            self._on_problem(event)

    def _on_problem(self, event: Event) -> None:
        if isinstance(event, KeyWasRefused):
            self._tally.is_key_refused = True
        elif isinstance(event, TransferHalted):
            row = event.transfer
            self._tally.halted += 1
            self._tally.name = row.name
            self._tally.reason = wording.error_words(row.error).happened if row.error is not None else ""
            if row.state is State.FAILED:
                self._tally.stopped.append(row.id)
        else:
            return
        self._tell_soon()

    def _on_batch(self, event: BatchFinished, settings: Settings) -> None:
        links = tuple(self._stored.pop(url, LinkFacts(url, name)) for url, name in event.links)
        paths = self._fetched.pop(event.batch_id, [])
        if settings.copy_link_after_upload and links:
            copied = Copied(links, settings)
            if self._held is None:
                self._copy(copied)
            else:
                self._held.append(copied)
        if settings.notify_finished and event.done:
            self._tally.done += event.done
            self._tally.failed += event.failed
            self._tally.links += links
            self._tally.paths += paths
            names = [link.name for link in links] + [PurePath(path).name for path in paths]
            if len(names) == 1:
                self._tally.name = names[0]
            self._tell_soon()

    def _copy(self, copied: Copied) -> None:
        copied.copy_again()
        self.copied.emit(copied)
        self._tally.copied += len(copied.links)

    def _tell_soon(self) -> None:
        wait = self._quiet_until - self._clock.monotonic()
        if self._held is None and not self._tally.is_empty and not self._timer.isActive():
            self._timer.start(max(JOIN_MS, int(wait * 1000)))

    def _tell(self) -> None:
        tally, self._tally = self._tally, Tally()
        if not tally.is_empty:
            self._quiet_until = self._clock.monotonic() + QUIET_SECONDS
            self._show(tally)

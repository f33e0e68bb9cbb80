"""Edits as the notice bar tells them: the wait before a deletion, progress, the end with its way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer

from fichier_gui.domain.events import EditChanged, Event
from fichier_gui.domain.organising import REMEMBERED_EDITS, EditKind, EditReport
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.views.notice_bar import Notice, NoticeBar, NoticeButton, Tone, said
from fichier_gui.ui.wording import organising as words
from fichier_gui.ui.wording import tr

UNDO_FOR: Final = 20.0
"""Seconds for which the way back stays in the bar; the key for it works longer."""
_PATIENCE: Final = 500
"""Milliseconds before progress is spoken of."""
_DONE: Final = "edit done"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the window knows of an edit beyond its report."""

    sentence: str
    """What is said when all of it went well."""
    show: Callable[[], object] | None = None
    """Goes where the items are now."""


class EditNotices(QObject):
    """One notice for each edit under way; the end of a newer edit takes the place of an older one's."""

    def __init__(
        self,
        bar: NoticeBar,
        notices: Notices,
        now: Callable[[], float],
        undo: Callable[[int], object],
        stop: Callable[[int], object],
        explain: Callable[[EditReport], object],
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._notices = notices
        self._now = now
        self._undo = undo
        self._stop = stop
        self._explain = explain
        self._asked: dict[int, Asked] = {}
        self._reports: dict[int, EditReport] = {}
        self._told: set[int] = set()
        """Edits whose progress is in the bar."""
        self._ended: int | None = None
        """The edit whose end is in the bar."""
        self.held: dict[int, float] = {}
        """Deletions that wait, with the moment at which they are sent."""

    @property
    def last_undoable(self) -> int | None:
        """The edit that the key takes back."""
        able = [number for number, report in self._reports.items() if report.can_undo]
        return max((*able, *self.held), default=None)

    def take_over(self, other: "EditNotices") -> None:
        """The edits of another window: their way back, how far they are, and what failed of them."""
        self._reports, self._told = dict(other._reports), set(other._told)
        for report in self._reports.values():
            if not report.is_over:
                self._tell_progress(report.id)
            elif other.tells_failure(report.id):
                self._tell_end(report)

    def tells_failure(self, number: int) -> bool:
        """What an edit could not do is in the bar."""
        return self._bar.has(_failed_key(number))

    def expect(self, number: int, asked: Asked) -> None:
        """What to say of an edit; its events may have come before its number was known here."""
        self._asked[number] = asked
        report = self._reports.get(number)
        if report is not None and report.is_over and self._ended == number:
            self._tell_end(report)

    def hold(self, number: int, things: str, seconds: float) -> None:
        """A deletion waits: count down, with the way back."""
        if number in self._reports:
            return  # it was sent before this could be said
        until = self._now() + seconds
        self.held[number] = until

        def text(now: float) -> str:
            return words.countdown_words(things, max(0, round(until - now)))

        undo = NoticeButton(tr("Undo"), lambda: self._undo(number))
        # A warning, so that no quiet word takes its place for the few seconds that there are.
        self._bar.tell(
            Notice(_held_key(number), text, Tone.WARNING, (undo,), until, counts_down=True, can_close=False)
        )

    def release(self, number: int) -> None:
        """It no longer waits: it is sent, or was taken back."""
        self.held.pop(number, None)
        self._bar.withdraw(_held_key(number))

    def on_seam_happened(self, event: Event) -> None:
        """Say how far an edit is."""
        if not isinstance(event, EditChanged):
            return
        report = event.report
        is_new = report.id not in self._reports
        if not is_new and self._reports[report.id].is_over and report.is_over:
            # It was taken back: what the bar says of it does not hold any more.
            self._reports[report.id] = report
            self._withdraw_end(report.id)
            return
        self._reports[report.id] = report
        self._forget_old()
        self.release(report.id)
        if report.is_over:
            self._told.discard(report.id)
            self._bar.withdraw(_key(report.id))
            self._tell_end(report)
        elif is_new:
            QTimer.singleShot(_PATIENCE, self, lambda: self._tell_progress(report.id))
        elif report.id in self._told:
            self._tell_progress(report.id)

    def _forget_old(self) -> None:
        over = [number for number, report in self._reports.items() if report.is_over]
        for number in over[:-REMEMBERED_EDITS]:
            del self._reports[number]
            self._asked.pop(number, None)

    def _tell_progress(self, number: int) -> None:
        report = self._reports.get(number)
        if report is None or report.is_over:
            return
        self._told.add(number)
        buttons = [NoticeButton(tr("Stop"), lambda: self._stop(number))]
        if report.kind in (EditKind.RENAME, EditKind.MOVE) and not report.takes_back:
            buttons.append(NoticeButton(tr("Undo"), lambda: self._undo(number)))
        self._notices.tell(words.progress_words(report), *buttons, key=_key(number), stays=True)

    def _tell_end(self, report: EditReport) -> None:
        if report.failed:
            details = NoticeButton(tr("Show details"), lambda: self._explain(report))
            text, tone, until = words.failed_words(report), Tone.PROBLEM, None
            self._tell(_failed_key(report.id), text, tone, (details, *self._ways_back(report)), until)
            return
        self._ended = report.id
        asked = self._asked.get(report.id)
        is_whole = asked is not None and report.done == report.total
        text = asked.sentence if asked is not None and is_whole else words.done_words(report)
        buttons = self._ways_back(report)
        if asked is not None and asked.show is not None and report.done:
            buttons.append(NoticeButton(tr("Show"), asked.show))
        self._tell(_DONE, text, Tone.INFO, buttons, self._now() + UNDO_FOR)

    def _tell(
        self, key: str, text: str, tone: Tone, buttons: Sequence[NoticeButton], until: float | None
    ) -> None:
        self._bar.tell(Notice(key, said(text), tone, tuple(buttons), until))

    def _ways_back(self, report: EditReport) -> list[NoticeButton]:
        return [NoticeButton(tr("Undo"), lambda: self._undo(report.id))] if report.can_undo else []

    def _withdraw_end(self, number: int) -> None:
        self._bar.withdraw(_failed_key(number))
        if self._ended == number:
            self._ended = None
            self._bar.withdraw(_DONE)


def _key(number: int) -> str:
    return f"edit {number}"


def _failed_key(number: int) -> str:
    return f"{_key(number)} failed"


def _held_key(number: int) -> str:
    return f"deletion {number}"

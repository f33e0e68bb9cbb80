"""What the core says, as sentences for the notice bar; and what the buttons on them do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from fichier_gui.domain.errors import AppError, CreditsNeeded, NetworkProblem, TooManyRequests
from fichier_gui.domain.events import (
    CreditsAnswered,
    CreditsAsked,
    Event,
    JournalRecovered,
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    ServicePaused,
    ServiceResumed,
    SignedIn,
    SignedOut,
    UnexpectedHappened,
)
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.domain.waiting import NETWORK_PATIENCE
from fichier_gui.ui import wording
from fichier_gui.ui.views.notice_bar import Notice, NoticeBar, NoticeButton, Tone, said
from fichier_gui.ui.wording import ErrorAction, tr
from fichier_gui.ui.wording.demo import demo_notice

Press = Callable[[AppError], object]
"""Carries an error's way out."""

KEY = "key"
PAUSE = "pause"
NETWORK = "network"
STORAGE = "storage"
ASKED = "asked"
CREDITS = "credits"
DEMO = "demo"
TOLD = "told"

_TONES = {NetworkProblem: Tone.WARNING, CreditsNeeded: Tone.INFO}
"""What goes by itself is no problem, and neither is a question."""

_TOLD_SECONDS = 8.0
_SOON = 500
_NETWORK_PATIENCE = round(NETWORK_PATIENCE * 1000)


class Notices(QObject):
    """Turns events and errors into notices. One of each kind at a time."""

    def __init__(
        self, bar: NoticeBar, presses: Mapping[ErrorAction, Press], now: Callable[[], float]
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._presses = presses
        self._now = now
        self._soon: dict[str, QTimer] = {}
        self._asks_about_credits = False

    def on_seam_happened(self, event: Event) -> None:
        """Tell what everybody should know."""
        if isinstance(event, ServicePaused):
            self._tell_pause(event)
        elif isinstance(event, ServiceResumed):
            self._bar.withdraw(PAUSE)
        elif isinstance(event, NetworkLost):
            self._in(_NETWORK_PATIENCE, NETWORK, lambda: self.tell_error(event.error, NETWORK))
        elif isinstance(event, NetworkFound):
            self.withdraw(NETWORK)
        elif isinstance(event, SignedIn | SignedOut):
            self._tell_session(event)
        elif isinstance(event, CreditsAnswered):
            self._tell_credits(event.answer)
        else:
            self._tell_problem(event)

    def on_seam_summarised(self, summary: QueueSummary) -> None:
        """A question about rows that no longer ask is no question."""
        if not summary.counts.attention and self._asks_about_credits:
            self._asks_about_credits = False
            self._bar.withdraw(CREDITS)

    def _tell_problem(self, event: Event) -> None:
        if isinstance(event, KeyWasRefused):
            self.tell_error(event.error, KEY, can_close=False)
        elif isinstance(event, CreditsAsked):
            self._asks_about_credits = True
            self.tell_error(event.error, CREDITS, offers=(ErrorAction.PAY_HERE, ErrorAction.NOT_FROM_HERE))
        elif isinstance(event, JournalRecovered | UnexpectedHappened):
            self.tell_error(event.error, type(event).__name__)

    def tell_error(
        self,
        error: AppError,
        key: str = ASKED,
        *,
        can_close: bool = True,
        offers: tuple[ErrorAction, ...] = (),
    ) -> None:
        """One sentence and the ways out that are possible here: the error's own, or ``offers``."""
        words = wording.error_words(error)
        tone = next((tone for kind, tone in _TONES.items() if isinstance(error, kind)), Tone.PROBLEM)
        self._bar.tell(
            Notice(
                key,
                said(words.sentence),
                tone,
                tuple(
                    self._button(wording.action_label(action), action, error, key)
                    for action in offers or (words.action, words.second)
                    if self._knows(action)
                ),
                can_close=can_close,
            )
        )

    def tell(self, text: str, *buttons: NoticeButton, key: str = TOLD, stays: bool = False) -> None:
        """A quiet word that goes by itself."""
        until = None if stays else self._now() + _TOLD_SECONDS
        self._bar.tell(Notice(key, said(text), Tone.INFO, buttons, until=until))

    def tell_soon(self, text: str, key: str, *buttons: NoticeButton) -> None:
        """A word about something that takes long, unless it is withdrawn within half a second."""
        self._in(_SOON, key, lambda: self.tell(text, *buttons, key=key, stays=True))

    def tell_demo(self, leave: NoticeButton) -> None:
        """Say that nothing here is real, and that nothing of it stays."""
        self.tell(demo_notice(), leave, key=DEMO, stays=True)

    def withdraw(self, key: str) -> None:
        """It is no longer so."""
        timer = self._soon.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        self._bar.withdraw(key)

    def _tell_pause(self, event: ServicePaused) -> None:
        def text(now: float) -> str:
            return wording.error_words(event.error, wait=max(0.0, event.until - now)).sentence

        why = NoticeButton(
            tr("Why?"), lambda: self._press(ErrorAction.EXPLAIN_PAUSE, TooManyRequests(), PAUSE)
        )
        self._bar.tell(
            Notice(PAUSE, text, Tone.WARNING, (why,), until=event.until, counts_down=True, can_close=False)
        )

    def _in(self, milliseconds: int, key: str, tell: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(tell)
        timer.start(milliseconds)
        self._soon[key] = timer

    def _tell_session(self, event: SignedIn | SignedOut) -> None:
        self._bar.withdraw(KEY)
        problem = event.storage_problem if isinstance(event, SignedIn) else event.problem
        if problem is None:
            self._bar.withdraw(STORAGE)
        else:
            self.tell_error(problem, STORAGE)

    def _tell_credits(self, answer: bool | None) -> None:
        self._asks_about_credits = False
        self._bar.withdraw(CREDITS)
        if answer:
            stop = self._button(
                wording.action_label(ErrorAction.STOP_PAYING),
                ErrorAction.STOP_PAYING,
                CreditsNeeded(),
                CREDITS,
            )
            text = tr("Downloads from this network are paid with CDN credits until the program is closed.")
            self.tell(text, stop, key=CREDITS, stays=True)
        elif answer is False:
            self.tell(tr("Downloads wait for another network; each of them can still be paid with credits."))

    def _knows(self, action: ErrorAction) -> bool:
        return action in self._presses

    def _button(self, label: str, action: ErrorAction, error: AppError, key: str) -> NoticeButton:
        return NoticeButton(label, lambda: self._press(action, error, key))

    def _press(self, action: ErrorAction, error: AppError, key: str) -> None:
        if key == ASKED:
            self._bar.withdraw(key)
        self._presses[action](error)

"""The ways out of an error that need no transfer: pages, dialogs, explanations."""

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.settings import Page
from fichier_gui.ui import resources, wording
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import ErrorAction, tr
from fichier_gui.ui.wording.explanations import explanation

if TYPE_CHECKING:
    from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog

_PAGE = "page"
SETTINGS: Final = "settings"
"""The name of the task that shows them."""


def open_page(address: str) -> None:
    """In the user's browser."""
    QDesktopServices.openUrl(QUrl(address))


class Remedies:
    """Carries out what the buttons of notices offer."""

    def __init__(
        self,
        seam: Seam,
        window: QWidget,
        actions: Actions,
        scope: TaskScope,
        retry: Callable[[], object],
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._retry = retry
        self.settings: SettingsDialog | None = None
        """While they are open."""

    def presses(self) -> Mapping[ErrorAction, Callable[[AppError], object]]:
        """What each way out does."""
        return {
            ErrorAction.ENTER_KEY: lambda _error: self.enter_key(),
            ErrorAction.OPEN_KEY_PAGE: lambda _error: open_page(wording.KEY_PAGE),
            ErrorAction.OPEN_NETWORK_PAGE: lambda _error: open_page(wording.NETWORK_PAGE),
            ErrorAction.OPEN_ADDRESS_PAGE: lambda _error: open_page(wording.ADDRESS_PAGE),
            ErrorAction.EXPLAIN_ADDRESS: lambda _error: self.explain(ErrorAction.EXPLAIN_ADDRESS),
            ErrorAction.EXPLAIN_LIMITS: lambda _error: self.explain(ErrorAction.EXPLAIN_LIMITS),
            ErrorAction.EXPLAIN_PAUSE: lambda _error: self.explain(ErrorAction.EXPLAIN_PAUSE),
            ErrorAction.EXPLAIN_LOCATION: lambda _error: self.explain(ErrorAction.EXPLAIN_LOCATION),
            ErrorAction.OPEN_SETTINGS_NETWORK: lambda _error: self.open_settings(Page.NETWORK),
            ErrorAction.COPY_DETAILS: lambda error: copy_text(wording.error_details(error)),
            ErrorAction.PAY_HERE: lambda _error: self._pay(yes=True),
            ErrorAction.NOT_FROM_HERE: lambda _error: self._pay(yes=False),
            ErrorAction.STOP_PAYING: lambda _error: self._pay(yes=None),
            ErrorAction.RETRY: lambda _error: self._retry(),
        }

    def enter_key(self) -> None:
        """Ask for another key."""
        from fichier_gui.ui.dialogs.key_entry import ask_key

        async def work() -> None:
            await ask_key(self._seam, self._window)

        self._start(work(), "enter a key")

    def open_settings(
        self,
        page: Page = Page.GENERAL,
        at: str = "",
        then: "Callable[[SettingsDialog], object]" = lambda _: None,
    ) -> None:
        """The settings, at a page, with the focus on one; ``then``: what else is done before they run.

        There is one dialog: where it is open, or about to be, it turns to the page.
        """
        from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog

        async def work() -> None:
            is_open = self.settings is not None
            self.settings = settings = self.settings or SettingsDialog(self._seam, self._window, page)
            settings.open_page(page)
            if at:
                settings.pages[page].fields[at].widget.setFocus()
            then(settings)
            if is_open:
                return
            try:
                await settings.run()
            finally:
                self.settings = None

        self._start(work(), SETTINGS)

    def offer_lock(self) -> None:
        """The settings, where a passphrase is set."""
        self.open_settings(Page.LOCK, then=lambda settings: settings.lock.offer())

    def explain(self, action: ErrorAction) -> None:
        """A longer answer, with the page that goes further."""

        async def work() -> None:
            words = explanation(action)
            choices = [Choice("", tr("Close", "verb"), Weight.BACK)]
            if words.page:
                choices.append(Choice(_PAGE, words.page_label, Weight.MAIN))
            answer = await ask(self._window, words.title, words.title, choices, follows=words.text)
            if answer.key == _PAGE:
                open_page(words.page)

        self._start(work(), "explain")

    def show_about(self) -> None:
        """What this program is."""
        from fichier_gui.ui.dialogs.about import About

        async def work() -> None:
            if await About(self._window).run():
                await self._show_licences()

        self._start(work(), "about")

    async def _show_licences(self) -> None:
        from fichier_gui.ui.dialogs.licences import Licences

        parts = await self._seam.call(lambda core: core.parts(resources.folder()))
        await Licences(self._window, parts).run()

    def show_shortcuts(self) -> None:
        """All keys."""
        from fichier_gui.ui.dialogs.shortcuts import Shortcuts

        async def work() -> None:
            if await Shortcuts(self._actions, self._window).run():
                self.open_settings(Page.KEYBOARD)

        self._start(work(), "shortcuts")

    def _pay(self, *, yes: bool | None) -> None:
        """Whether downloads may spend CDN credits until the program ends."""

        async def work() -> None:
            await self._seam.call(lambda core: core.transfers.pay_with_credits(yes))

        self._start(work(), "credits")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._scope.start(work, name)

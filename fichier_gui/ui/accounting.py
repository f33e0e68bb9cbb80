"""The account page, vouchers, and what the window says of its settings while the page is closed."""

from __future__ import annotations

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account import AccountChanges
from fichier_gui.domain.events import AccountChangesMoved, Event, SignedIn, SignedOut
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.vouchers import VouchersDialog
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.account_page import confirmed_words, refused_words


class AccountDesk:
    """Opens the page; tells what has become of changes that were left to their turn."""

    def __init__(
        self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope, notices: Notices
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._notices = notices
        self._is_open = False
        self._told = AccountChanges()
        actions.on(ActionId.ACCOUNT, self.open)
        actions.on(ActionId.VOUCHERS, lambda: scope.start(self._show_vouchers(), "vouchers"))
        actions.enable(False, ActionId.ACCOUNT, ActionId.VOUCHERS)
        seam.happened.connect(self.on_seam_happened)

    def open(self) -> None:
        """Show the page; once is enough."""
        if not self._is_open and self._seam.is_open:
            self._scope.start(self._show(), "account page")

    def on_seam_happened(self, event: Event) -> None:
        """Only the end of a change is spoken of, and only where nobody looks at the page."""
        if isinstance(event, SignedIn | SignedOut):
            self._actions.enable(isinstance(event, SignedIn), ActionId.ACCOUNT, ActionId.VOUCHERS)
        elif isinstance(event, AccountChangesMoved) and not self._is_open:
            self._tell(event)

    def _tell(self, event: AccountChangesMoved) -> None:
        report = event.report
        if report.refused and report.refused != self._told:
            self._notices.tell(refused_words(report), NoticeButton(tr("Show"), self.open), stays=True)
        elif report.confirmed and not report.waiting and not report.refused:
            self._notices.tell(confirmed_words(report))
        self._told = report.refused

    async def _show(self) -> None:
        self._is_open = True
        try:
            await AccountPage(self._seam, self._window).run()
        finally:
            self._is_open = False

    async def _show_vouchers(self) -> None:
        account = self._seam.program.session.state.account
        await VouchersDialog(self._seam, self._window, account.email if account else "").run()

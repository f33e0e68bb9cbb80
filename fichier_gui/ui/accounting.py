"""The account page, vouchers, and what the window says of its settings while the page is closed."""

from __future__ import annotations

from typing import Final

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account import Account, AccountChanges
from fichier_gui.domain.events import AccountChangesMoved, AccountUpdated, Event, SignedIn, SignedOut
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.account_page import alarms, confirmed_words, refused_words

_ALARM: Final = "account alarm"


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
        self._warned = ""
        actions.on(ActionId.ACCOUNT, self.open)
        actions.on(ActionId.VOUCHERS, lambda: scope.start(self._show_vouchers(), "vouchers"))
        actions.enable(False, ActionId.ACCOUNT, ActionId.VOUCHERS)
        seam.happened.connect(self.on_seam_happened)

    def open(self) -> None:
        """Show the page; once is enough."""
        if not self._is_open and self._seam.is_open:
            self._scope.start(self._show(), "account page")

    def on_seam_happened(self, event: Event) -> None:
        """Of a change only the end is spoken of, and only where nobody looks at the page."""
        if isinstance(event, SignedIn | SignedOut):
            self._actions.enable(isinstance(event, SignedIn), ActionId.ACCOUNT, ActionId.VOUCHERS)
        if isinstance(event, SignedIn | AccountUpdated):
            self._warn(event.account)
        elif isinstance(event, AccountChangesMoved) and not self._is_open:
            self._tell(event)

    def _warn(self, account: Account | None) -> None:
        """What keeps files from being sent is told once, before the first of them fails."""
        loud = " ".join(alarms(account)) if account is not None else ""
        if loud and loud != self._warned:
            self._notices.tell(loud, NoticeButton(tr("Show"), self.open), key=_ALARM, stays=True)
        elif self._warned and not loud:
            self._notices.withdraw(_ALARM)
        self._warned = loud

    def _tell(self, event: AccountChangesMoved) -> None:
        report = event.report
        if report.refused and report.refused != self._told:
            self._notices.tell(refused_words(report), NoticeButton(tr("Show"), self.open), stays=True)
        elif report.confirmed and not report.waiting and not report.refused:
            self._notices.tell(confirmed_words(report))
        self._told = report.refused

    async def _show(self) -> None:
        from fichier_gui.ui.dialogs.account_page import AccountPage

        self._is_open = True
        try:
            await AccountPage(self._seam, self._window).run()
        finally:
            self._is_open = False

    async def _show_vouchers(self) -> None:
        from fichier_gui.ui.dialogs.vouchers import VouchersDialog

        account = self._seam.program.session.state.account
        await VouchersDialog(self._seam, self._window, account.email if account else "").run()

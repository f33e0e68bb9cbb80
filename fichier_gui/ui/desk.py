"""What the window does: its commands, and the core's events that concern it as a whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fichier_gui import identity
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import SessionState
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import (
    AccountUpdated,
    Event,
    KeyWasRefused,
    SignedIn,
    SignedOut,
    TransferChanged,
    UploadFinished,
)
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.settings import Page
from fichier_gui.domain.transfers import State, Transfer, Verification
from fichier_gui.ui import wording
from fichier_gui.ui.accounting import AccountDesk
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.bringing import Bringing
from fichier_gui.ui.carrying import Carrying
from fichier_gui.ui.carrying_out import CarryingOut
from fichier_gui.ui.checking import Checking
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.command_finding import CommandFinding
from fichier_gui.ui.diagnosing import DiagnosticDesk
from fichier_gui.ui.elsewhere import ElsewhereDesk
from fichier_gui.ui.fetching import Fetching
from fichier_gui.ui.file_menu import FileMenu
from fichier_gui.ui.folder_commands import FolderCommands
from fichier_gui.ui.ftp_access import FtpDesk
from fichier_gui.ui.joining import PartsJoined
from fichier_gui.ui.limiting import Limiting
from fichier_gui.ui.linking import Linking
from fichier_gui.ui.list_files import ListFiles
from fichier_gui.ui.navigation import Navigation, as_app_error
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.panes import Panes
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.previewing import PreviewDesk
from fichier_gui.ui.remedies import Remedies
from fichier_gui.ui.remote_uploads import RemoteDesk
from fichier_gui.ui.row_moves import RowMoves
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.searching import Searching
from fichier_gui.ui.seen_timer import SeenTimer
from fichier_gui.ui.sending import Sending
from fichier_gui.ui.sharing import SharingDesk
from fichier_gui.ui.shown_folder import ShownFolder
from fichier_gui.ui.stocktaking import Stocktaking
from fichier_gui.ui.thumbnailing import ThumbnailDesk
from fichier_gui.ui.tree_menu import TreeMenu
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.local_desk import LocalDesk
    from fichier_gui.ui.new_versions import VersionDesk
    from fichier_gui.ui.views.local_pane import LocalPane

_SECOND = 1000


class Desk(QObject):
    """Owns the tasks of the window. Made before the core is open; ``start`` when it is."""

    def __init__(self, seam: Seam, window: MainWindow, actions: Actions, clock: Clock) -> None:
        super().__init__(window)
        self._seam = seam
        self._window = window
        self._actions = actions
        self._clock = clock
        self.scope = TaskScope("window", self._on_task_failed)
        self.navigation = Navigation(seam, window.folders, self.scope)
        self.shown = ShownFolder(window, self.navigation, actions, self.scope, clock)
        self.searching = Searching(seam, window, actions, self.navigation, self.shown, self.scope, clock)
        self.remedies = Remedies(seam, window, actions, self.scope, lambda: self.folder.refresh())
        self.notices = Notices(window.notice_bar, self.remedies.presses(), clock.time)
        self.planning = Planning(self.notices, actions[ActionId.RESUME_ALL].trigger)
        self.sending = Sending(seam, window, self.scope, self.navigation, self.notices, self.planning)
        self.organising = OrganisingDesk(
            seam, window, actions, self.scope, self.navigation, self.notices, self.planning, clock
        )
        self.fetching = Fetching(
            seam, window, self.scope, self.navigation, self.notices, self.planning, self.organising
        )
        self.checking = Checking(seam, window, actions, self.scope, self.navigation, self.notices)
        self.stocktaking = Stocktaking(
            seam, window, actions, self.scope, self.navigation, self.notices, self.searching.show
        )
        self.list_files = ListFiles(
            seam, window, actions, self.scope, self.notices, self.fetching.fetch_links
        )
        self.linking = Linking(
            seam, window, actions, self.scope, self.navigation, self.searching, self.notices
        )
        self.sharing = SharingDesk(seam, window, actions, self.scope, self.navigation, self.notices)
        self.elsewhere = ElsewhereDesk(seam, window, actions, self.scope, self.linking.of_files, self.notices)
        self.account = AccountDesk(seam, window, actions, self.scope, self.notices)
        self.remote = RemoteDesk(
            seam, window, actions, self.scope, self.navigation, self.searching, self.notices
        )
        self.ftp = FtpDesk(seam, window, actions, self.scope)
        self.parts = PartsJoined(seam, window, actions, self.scope, self.notices)
        self.limiting = Limiting(seam, window, actions, self.scope, clock)
        self.session = SessionState()
        self._gauge = SeenTimer(window.status.gauge, _SECOND, self._show_budget)
        self._make_menus()
        self._begin()

    def _begin(self) -> None:
        self.previewing = PreviewDesk(
            self._seam, self._window, self._actions, self.scope, self.notices, self.folder.fetch
        )
        self.thumbnailing = ThumbnailDesk(self._seam, self._window, self._actions, self.scope, self.notices)
        self.diagnosing = DiagnosticDesk(self._seam, self._window, self._actions, self.scope, self.notices)
        self.versions = self._new_versions()
        self._connect_commands()
        self._connect_parts()
        self._settle_commands()
        self._window.files.show_loading()

    def start(self) -> None:
        """The core is open: show what it knows."""
        program = self._seam.program
        self.limiting.show()
        self.panes.start()
        self.diagnosing.start()
        if self.versions is not None:
            self.versions.start()
        self._window.transfers.start()
        self._gauge.start()
        self._show_budget()
        # The key ring may still have to be asked: until then nobody knows whether there is an account.
        if program.session.state.signed_in:
            self._take_session(program.session.state)

    async def close(self) -> None:
        """End what the window has under way."""
        self._gauge.stop()
        self.panes.close()
        self.shown.close()
        self.searching.close()
        self.linking.close()
        await self._window.transfers.close_tasks()
        await self.scope.close()
        self.thumbnailing.close()

    def tell_problem(self, error: AppError) -> None:
        """In the notice bar."""
        self.notices.tell_error(error)

    # Commands

    def _connect_commands(self) -> None:
        on = self._actions.on
        here = self.navigation
        for action, slot in (
            (ActionId.BACK, self.searching.back),
            (ActionId.FORWARD, here.forward),
            (ActionId.UP, here.up),
            (ActionId.EDIT_PATH, self._window.toolbar.breadcrumb.edit),
            (ActionId.SELECT_ALL, self._window.files.table.selectAll),
            (ActionId.UPLOAD_FILES, self.sending.choose_files),
            (ActionId.UPLOAD_FOLDER, self.sending.choose_folder),
            (ActionId.ENTER_KEY, self.remedies.enter_key),
            (ActionId.FORGET_KEY, self._forget_key),
            (ActionId.PREFERENCES, self.remedies.open_settings),
            (ActionId.LIMIT_SETTINGS, lambda: self.remedies.open_settings(Page.LIMITS)),
            (ActionId.EXPLAIN_REQUESTS, self._window.status.gauge.explain),
            (ActionId.EXPLAIN_SPEEDS, self._window.status.graph.explain),
            (ActionId.SHORTCUTS, self.remedies.show_shortcuts),
            (ActionId.ABOUT, self.remedies.show_about),
            (ActionId.SHOW_WINDOW, self._window.bring_to_front),
        ):
            on(action, slot)

    def _make_menus(self) -> None:
        seam, window, actions = self._seam, self._window, self._actions
        here, searching, notices = self.navigation, self.searching, self.notices
        self.row_moves = RowMoves(seam, window, actions, self.scope, here, self.organising)
        self.bringing = Bringing(
            seam, window, self.scope, here, notices, self.sending, self.fetching, self.remote
        )
        self.folder = FolderCommands(
            seam,
            window,
            actions,
            self.scope,
            here,
            searching,
            notices,
            self.bringing,
            self.fetching,
            self.row_moves,
            self._clock,
        )
        self.tree_menu = TreeMenu(
            seam, window, actions, self.scope, self.organising, self.row_moves, here, self.notices.tell
        )
        self.commands = CommandFinding(seam, window, actions, self.scope, here, searching)
        self.carrying_out = CarryingOut(
            seam, window, self.scope, notices, partial(self.folder.fetch, asks_folder=True)
        )
        self.row_moves.paths_of = self.carrying_out.known
        self.panes = Panes(window, actions, self.shown, self._make_local)
        self.file_menu = FileMenu(window, actions, lambda: searching.is_on)

    def _connect_parts(self) -> None:
        window, here = self._window, self.navigation
        window.toolbar.breadcrumb.chosen.connect(here.go)
        window.toolbar.breadcrumb.typed.connect(here.go_to_path)
        window.toolbar.breadcrumb.left.connect(window.files.table.setFocus)
        window.places.chosen.connect(here.go)
        window.files.table.chosen.connect(self._settle_commands)
        window.details.copy_asked.connect(self._copy)
        window.transfers.failed.connect(self.tell_problem)
        window.transfers.noticed.connect(self.notices.tell)
        window.transfers.shown_remotely.connect(self._show_remotely)
        window.transfers.answered.connect(self._on_transfers_answered)
        here.asked.connect(self.tell_problem)
        here.missed.connect(self._tell_missed)
        here.withdrawn.connect(self._tell_withdrawn)
        here.changed.connect(self._settle_commands)
        self._seam.happened.connect(self.on_seam_happened)
        self._seam.summarised.connect(window.status.show_summary)
        window.status.show_summary(self._seam.summary)  # that of a window in another language is old
        self._seam.summarised.connect(self.notices.on_seam_summarised)
        self.carrying = Carrying(window, here, self.organising)

    def _tell_withdrawn(self, name: str) -> None:
        self.notices.tell(tr("“{name}” is not shared with you any more.", name=name))

    def _new_versions(self) -> VersionDesk | None:
        if not identity.RELEASES:
            return None
        from fichier_gui.ui.new_versions import VersionDesk

        return VersionDesk(self._seam, self._actions, self.scope, self.notices, self)

    def _make_local(self, pane: LocalPane) -> LocalDesk:
        from fichier_gui.ui.local_desk import LocalDesk

        return LocalDesk(
            self._seam,
            self._window,
            pane,
            self._actions,
            self.scope,
            self.navigation,
            self.notices,
            self.sending.send,
            self.folder.fetch,
        )

    def _tell_missed(self, path: str) -> None:
        correct = NoticeButton(tr("Change the path"), lambda: self._window.toolbar.breadcrumb.correct(path))
        self.notices.tell(tr("There is no folder “{path}” in this account.", path=path), correct)

    def _here(self) -> str:
        return wording.folder_name(self.navigation.path[-1])

    def _settle_commands(self) -> None:
        chosen = self._window.files.table.chosen_now()
        count = len(chosen.rows)
        signed_in = self.session.signed_in
        enable = self._actions.enable
        enable(count > 0 and signed_in, ActionId.DOWNLOAD, ActionId.DOWNLOAD_TO)
        enable(count == 1, ActionId.OPEN)
        enable(count == 1 and self.searching.is_on, ActionId.SHOW_IN_FOLDER)
        self.linking.settle(chosen.rows)
        self.sharing.settle(chosen, signed_in=signed_in)
        self.organising.settle(chosen, signed_in=signed_in)
        self.row_moves.settle(chosen, signed_in=signed_in, is_searching=self.searching.is_on)
        enable(
            signed_in,
            ActionId.REFRESH,
            ActionId.PASTE_LINKS,
            ActionId.REMOTE_UPLOADS,
            ActionId.FTP_ACCESS,
            ActionId.IMPORT_LIST,
            ActionId.EDIT_PATH,
            ActionId.FILTER,
            ActionId.SEARCH,
            ActionId.VERIFY,
            ActionId.WRITE_SUMS,
            ActionId.FORGET_KEY,
            ActionId.SHOW_THUMBNAILS,
            ActionId.FORGET_THUMBNAILS,
        )
        here = self.navigation.path[-1]
        sending = (ActionId.NEW_FOLDER, ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER)
        enable(signed_in and here.is_writable, *sending, reason=wording.read_only_words(here))
        self._window.toolbar.search.setEnabled(signed_in)
        self.panes.settle(signed_in=signed_in)

    def _copy(self, text: str) -> None:
        copy_text(text)
        self.notices.tell(tr("Copied"))

    def _forget_key(self) -> None:
        async def work() -> None:
            await self._seam.call(lambda core: core.session.forget_key())

        self.scope.start(work(), "forget the key")

    def _show_remotely(self, transfer: Transfer) -> None:
        if transfer.folder_id is not None:
            self.navigation.go(transfer.folder_id)
        else:
            self.navigation.go_to_path(transfer.remote_folder_path)

    def _on_transfers_answered(self, action: wording.ErrorAction, transfer: Transfer) -> None:
        press = self.remedies.presses().get(action)
        if press is not None and transfer.error is not None:
            press(transfer.error)

    # Events

    def on_seam_happened(self, event: Event) -> None:
        """What concerns the window as a whole."""
        self.notices.on_seam_happened(event)
        self.planning.on_seam_happened(event)
        self.organising.on_seam_happened(event)
        if isinstance(event, SignedIn | SignedOut | AccountUpdated | KeyWasRefused):
            self._take_session(self._seam.program.session.state)
        elif isinstance(event, UploadFinished | TransferChanged):
            self._mark_verified(event.transfer)

    def _take_session(self, state: SessionState) -> None:
        was_signed_in, self.session = self.session.signed_in, state
        self.shown.is_signed_in = state.signed_in
        self._window.status.show_session(state, self._clock.time())
        if state.signed_in and not was_signed_in:
            self.navigation.forget()
            self.navigation.go(ROOT)
            self._window.places.open_root()
        elif not state.signed_in:
            self.navigation.forget()
            self.shown.render()
        self._settle_commands()

    def _mark_verified(self, transfer: Transfer) -> None:
        is_done = transfer.state is State.DONE and transfer.verification is Verification.VERIFIED
        if is_done and transfer.url is not None:
            self._window.files.model.mark_verified(transfer.url)

    def _show_budget(self) -> None:
        if self._seam.is_open:
            program = self._seam.program
            self._window.status.gauge.show_budget(
                program.budget(), self._clock.time(), lambda folder: program.browse.path_of(FolderId(folder))
            )

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self.tell_problem(as_app_error(error))

"""Who may open what, and all that is known of a thing, as the window does it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.errors import AccessDenied, NetworkProblem, ServiceBusy
from fichier_gui.domain.events import Event, FolderRefreshed
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.link_rules import EVERYBODY, LinkRules
from fichier_gui.domain.remote import FileDetails, RemoteFile, RemoteFolder
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.chosen import Chosen
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.sharing import open_words


class SharingDesk:
    """What the service says of a file is asked once, when something wants to show it."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._here = navigation
        self._notices = notices
        self._changed: dict[FileUrl, float] = {}
        """When rules were set whose files were not asked about since."""
        window.details.rules = self._known_rules
        seam.happened.connect(self._on_seam_happened)
        works: tuple[tuple[ActionId, Callable[[], Coroutine[None, None, None]]], ...] = (
            (ActionId.LINK_RULES, self._change_rules),
            (ActionId.SHARE_FOLDER, self._share_folder),
            (ActionId.SCAN_FILE, self._scan),
            (ActionId.PROPERTIES, self._show_properties),
        )
        for action, work in works:
            actions.on(action, partial(self._start, work, action.value))

    def settle(self, chosen: Chosen, *, signed_in: bool) -> None:
        """Open the commands that fit what is chosen."""
        files = chosen.files
        here = self._here.path[-1]
        reason = wording.read_only_words(here)
        may = bool(files) and not chosen.folders and signed_in and here.is_writable
        self._actions.enable(may, ActionId.LINK_RULES, reason=reason)
        self._actions.enable(may and len(files) == 1, ActionId.SCAN_FILE, reason=reason)
        self._actions.enable(len(chosen.rows) == 1, ActionId.PROPERTIES)
        self._actions.enable(signed_in and _own_folder(chosen.rows) is not None, ActionId.SHARE_FOLDER)

    def _start(self, work: Callable[[], Coroutine[None, None, None]], name: str) -> None:
        self._scope.start(work(), name)

    def _chosen(self) -> list[RemoteFile]:
        return _files(self._window.files.table.chosen_rows())

    def _known_rules(self, url: FileUrl) -> str:
        """The sentence for the details pane, once the service has been asked. Asks nothing."""
        known = self._seam.program.known_details(url) if self._seam.is_open else None
        if known is None:
            is_new = url in self._changed
            return tr("Changed just now; shown once the folder is read again.") if is_new else ""
        return open_words(LinkRules(known.has_password, known.access or EVERYBODY))

    def _on_seam_happened(self, event: Event) -> None:
        """A list that is newer than a change says itself what holds."""
        if isinstance(event, FolderRefreshed) and self._changed:
            at, listed = event.listing.fetched_at, {file.url for file in event.listing.files}
            self._changed = {
                url: when for url, when in self._changed.items() if url not in listed or when >= at
            }

    async def _change_rules(self) -> None:
        from fichier_gui.ui.dialogs.link_rules import LinkRulesDialog

        files = self._chosen()
        if not files:
            return
        url = files[0].url
        now = await self._rules_now(url) if len(files) == 1 else None
        outcome = await LinkRulesDialog(self._seam, self._window, files, now).run()
        if outcome is not None and outcome.done:
            self._notices.tell(tr("The rules of %n file(s) are set.", "", len(outcome.done)))
            self._here.refresh()
            if len(files) == 1:
                await self._details(url)
            changed_at = self._seam.options.clock.time()
            self._changed |= dict.fromkeys(outcome.done, changed_at)
            self._renew_details()

    async def _rules_now(self, url: FileUrl) -> FileDetails | None:
        """None where the file's own rules keep its owner out too: they can be changed all the same."""
        try:
            return await self._seam.call(lambda p: p.sharing.details(url))
        except AccessDenied:
            return None

    def _renew_details(self) -> None:
        """At once: the folder just read may not be asked again for half a minute."""
        chosen = self._window.files.table.chosen_now()
        if chosen.rows:
            self._window.details.show_chosen(chosen)

    async def _share_folder(self) -> None:
        from fichier_gui.ui.dialogs.share_folder import ShareFolder

        chosen = _own_folder(self._window.files.table.chosen_rows())
        if chosen is None:
            return
        # As it is now: what is sent back must be all that was set before.
        folder = await self._seam.call(lambda p: p.sharing.folder(chosen.id))
        dialog = ShareFolder(self._seam, self._window, folder)
        if not await dialog.run():
            return
        if dialog.url:
            url = dialog.url
            copy = NoticeButton(tr("Copy link"), lambda: copy_text(url))
            self._notices.tell(tr("{name} is public.", name=chosen.name), copy)
        else:
            self._notices.tell(tr("The sharing of {name} is set.", name=chosen.name))
        self._here.refresh()

    async def _scan(self) -> None:
        files = self._chosen()
        if len(files) != 1:
            return
        url, name = files[0].url, files[0].name
        answer = await ask(
            self._window,
            tr("Antivirus scan"),
            tr("Let 1fichier scan {name} for viruses?", name=name),
            (Choice("", tr("Cancel"), Weight.BACK), Choice("scan", tr("Scan"), Weight.MAIN)),
            follows=tr("1fichier deletes the file for good if it takes it for infected."),
        )
        if answer.key != "scan":
            return
        if await self._seam.call(lambda p: p.sharing.scan(url)):
            self._notices.tell(tr("1fichier found nothing in {name}.", name=name))
        else:
            self._notices.tell(tr("1fichier took {name} for infected and deleted it.", name=name), stays=True)
            self._here.refresh()

    async def _show_properties(self) -> None:
        from fichier_gui.ui.dialogs.properties import Properties

        rows = self._window.files.table.chosen_rows()
        if len(rows) != 1:
            return
        row, details = rows[0], None
        if isinstance(row, RemoteFile):
            details = await self._details(row.url)
        text = await Properties(self._window, row, details, self._here.remote_path).run()
        if text:
            copy_text(text)
            self._notices.tell(tr("Copied"))

    async def _details(self, url: FileUrl) -> FileDetails | None:
        """What the service says of a file; without it the list's own facts are shown."""
        try:
            return await self._seam.call(lambda p: p.sharing.details(url))
        except (AccessDenied, NetworkProblem, ServiceBusy):
            return None


def _files(rows: Sequence[Row]) -> list[RemoteFile]:
    return [row for row in rows if isinstance(row, RemoteFile)]


def _own_folder(rows: Sequence[Row]) -> RemoteFolder | None:
    """The one folder that is chosen, if it is the account's own to share."""
    row = rows[0] if len(rows) == 1 else None
    return row if isinstance(row, RemoteFolder) and row.owner is None else None

"""Copied links, as the window does it: of the account's files, of transfers, of what was sent lately."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.link_text import LinkFacts, LinkFormat
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.settings import Settings
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import copy_text, facts_text
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.recent_links import RecentLinks
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.searching import Searching
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.dialogs.copy_links import Written

COPY_MENU: Final = (
    ActionId.COPY_NAMED,
    ActionId.COPY_MARKDOWN,
    ActionId.COPY_HTML,
    ActionId.COPY_BBCODE,
    ActionId.COPY_OWN,
    None,
    ActionId.COPY_AS,
    ActionId.SHOW_QR,
    ActionId.TO_JDOWNLOADER,
)
"""What "Copy link as" holds."""

_FORMATS: Final = {
    ActionId.COPY_NAMED: LinkFormat.NAMED,
    ActionId.COPY_MARKDOWN: LinkFormat.MARKDOWN,
    ActionId.COPY_HTML: LinkFormat.HTML,
    ActionId.COPY_BBCODE: LinkFormat.BBCODE,
    ActionId.COPY_OWN: LinkFormat.OWN,
}


class Linking:
    """Links that do not exist yet are never copied: rows that have none are passed over."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        searching: Searching,
        notices: Notices,
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._here = navigation
        self._searching = searching
        self._notices = notices
        self.recent = RecentLinks(seam, window)
        self._ordering = Ordering(scope)
        actions.on(ActionId.COPY_LINK, self._copy_chosen)
        for action, written in _FORMATS.items():
            actions.on(action, partial(self._copy_chosen, written))
        works: tuple[tuple[ActionId, Callable[[], Coroutine[None, None, None]]], ...] = (
            (ActionId.COPY_AS, lambda: self._ask(tr("Copy link as"), self.of_files())),
            (ActionId.TRANSFER_COPY_AS, self._ask_of_transfers),
            (ActionId.SHOW_QR, self._show_qr),
            (ActionId.RECENT_LINKS, self._show_recent),
        )
        for action, work in works:
            actions.on(action, partial(self._start, work, action.value))

    def settle(self, chosen: Sequence[Row]) -> None:
        """Open the commands that fit what is chosen in the list of files."""
        count = sum(1 for _ in islice(self._copied(chosen), 2))  # none, one or several
        several = (ActionId.COPY_LINK, ActionId.COPY_AS, ActionId.TO_JDOWNLOADER)
        self._actions.enable(count > 0, *several, *_FORMATS)
        self._actions.enable(count == 1, ActionId.SHOW_QR)

    def copy(self, links: Sequence[LinkFacts], written: LinkFormat | None = None) -> None:
        """On the clipboard, as the settings say or as ``written``; a word in the window says so."""
        links = [link for link in links if link.can_be_copied]
        self._put((len(links), facts_text(links, self._settings(), written) if links else ""))

    def of_files(self) -> list[LinkFacts]:
        """What is chosen in the list of files."""
        return list(self._copied(self._window.files.table.chosen_rows()))

    def _copied(self, rows: Sequence[Row]) -> Iterator[LinkFacts]:
        return (facts for facts in self._facts(rows) if facts.can_be_copied)

    def _facts(self, rows: Sequence[Row]) -> Iterator[LinkFacts]:
        return _facts_of(rows, self._here.remote_path, self._searching.paths())

    def close(self) -> None:
        """End the thread."""
        self._ordering.close()

    def _copy_chosen(self, written: LinkFormat | None = None) -> None:
        """At once, or for many rows when a thread has written them down."""
        rows, settings = self._window.files.table.chosen_rows(), self._settings()
        facts = self._facts(rows)

        def work() -> tuple[int, str]:
            links = [link for link in facts if link.can_be_copied]
            return len(links), facts_text(links, settings, written)

        self._ordering.order(len(rows), work, self._put)

    def _put(self, copied: tuple[int, str]) -> None:
        count, text = copied
        if count:
            copy_text(text)
            self._notices.tell(tr("%n link(s) copied", "", count))

    def _start(self, work: Callable[[], Coroutine[None, None, None]], name: str) -> None:
        self._scope.start(work(), name)

    async def _ask(self, title: str, links: Sequence[LinkFacts], *, picks: bool = False) -> None:
        from fichier_gui.ui.dialogs.copy_links import CopyLinks

        if not links:
            return
        settings = self._settings()
        kept = (settings.link_format, settings.link_template)
        written = await CopyLinks(self._window, title, links, kept, picks=picks).run()
        if written is not None:
            copy_text(written.text)
            self._notices.tell(tr("%n link(s) copied", "", written.count))
            await self._keep(written)

    async def _ask_of_transfers(self) -> None:
        await self._ask(tr("Copy link as"), await self._window.transfers.commands.links())

    async def _keep(self, written: Written) -> None:
        """The template is worth keeping in any case; the form only where that was asked for."""
        if written.format is LinkFormat.OWN:
            await self._seam.call(lambda p: p.preferences.change("link_template", written.template))
        if written.is_kept:
            await self._seam.call(lambda p: p.preferences.change("link_format", written.format))

    async def _show_qr(self) -> None:
        from fichier_gui.ui.dialogs.qr_code import QrCode

        for link in self.of_files()[:1]:
            await QrCode(self._window, link).run()

    async def _show_recent(self) -> None:
        await self.recent.load()
        links = self.recent.newest()
        if links:
            await self._ask(tr("Recent links"), links, picks=True)
        else:
            self._notices.tell(tr("No links yet: they come here when an upload ends."))

    def _settings(self) -> Settings:
        return self._seam.program.preferences.current if self._seam.is_open else Settings()


def _facts_of(rows: Sequence[Row], here: str, paths: Mapping[FileUrl, str]) -> Iterator[LinkFacts]:
    for row in rows:
        if isinstance(row, RemoteFile):
            folder = paths.get(row.url, here)
            yield LinkFacts(row.url, row.name, row.size, folder, row.checksum or "")
        elif isinstance(row, RemoteFolder) and row.public_url:
            yield LinkFacts(row.public_url, row.name, None, here)

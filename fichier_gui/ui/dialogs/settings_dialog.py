"""The settings, built from what ``domain.settings`` says of them. Every change is in force at once."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import DesktopPart, DesktopParts
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import AccountUpdated, Event, SettingsChanged, SignedIn, SignedOut
from fichier_gui.domain.settings import Page, Settings, describe
from fichier_gui.domain.settings_list import changes, to_defaults
from fichier_gui.ui import icons, resources, theme, wording
from fichier_gui.ui.dialogs.account_box import AccountBox
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.desktop_box import DesktopBox
from fichier_gui.ui.dialogs.frame import GAP, MARGIN, NEAR, ButtonBox, Fact, Frame, dress, shown
from fichier_gui.ui.dialogs.key_entry import ask_key
from fichier_gui.ui.dialogs.lock_box import LockBox
from fichier_gui.ui.dialogs.setting_changes import SettingChanges
from fichier_gui.ui.dialogs.settings_files import export_settings, read_settings
from fichier_gui.ui.dialogs.settings_page import SettingsPage
from fichier_gui.ui.dialogs.settings_search import SettingsSearch
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.setting_values import left_out_words

if TYPE_CHECKING:
    from fichier_gui.app.container import Program

PAGE_ICONS = {
    Page.GENERAL: "settings",
    Page.ACCOUNT: "account",
    Page.DOWNLOADS: "download",
    Page.UPLOADS: "upload",
    Page.LIMITS: "limits",
    Page.NOTIFICATIONS: "bell",
    Page.DESKTOP: "window",
    Page.KEYBOARD: "keyboard",
    Page.LOCK: "lock",
    Page.NETWORK: "globe",
}


_WIDTH = 860


class SettingsDialog(Frame):
    """Pages on the left, the page's form on the right. There is no OK: closing is all there is to do.

    At first it has the page that is asked for. The others are made one by one before it is shown: all of them
    at once would hold up the window.
    """

    def __init__(self, seam: Seam, parent: QWidget | None, page: Page = Page.GENERAL) -> None:
        super().__init__(parent, tr("Settings"))
        self._seam = seam
        self._scope = TaskScope("preferences", self._on_task_failed)
        self.pages: dict[Page, SettingsPage] = {}
        self.search = SettingsSearch(self)
        self._list = QListWidget(self)
        self._stack = QStackedWidget(self)
        self._problem = Fact("error", "", self, icons.Tint.BAD)
        self._account = AccountBox(self, self._on_replace_key, self._on_forget_key, self._on_account_details)
        self._place = DesktopBox(self, self._on_part_changed)
        self.lock = LockBox(seam, self, self._scope.start, self._on_lock_settled)
        self._build()
        self.setMinimumSize(680, 440)
        self.add_page(page)
        self.search.turned.connect(self._on_search_turned)
        self.search.entered.connect(self._on_search_entered)
        self._list.currentRowChanged.connect(self._on_list_changed)
        self._list.setCurrentRow(list(Page).index(page))
        seam.happened.connect(self._on_seam_happened)
        self._show(self._current)

    async def run(self) -> None:
        """Show it and wait until it is closed."""
        try:
            for page in Page:
                self.add_page(page)
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            await self._scope.close()
            self.deleteLater()
            raise
        self._put_buttons_last()
        # Wide enough for the longest label beside its control, in every language.
        forms = max(page.needed_width for page in self.pages.values())
        wide = forms + self._list.width() + GAP + 2 * MARGIN
        self.resize(min(max(_WIDTH, wide), self.screen().availableSize().width()), 600)
        await shown(self, scope=self._scope)

    @property
    def page(self) -> Page:
        """The one on show."""
        return list(Page)[self._list.currentRow()]

    def add_page(self, page: Page) -> None:
        """Make a page, if it is not there yet."""
        if page in self.pages:
            return
        tops: dict[Page, QWidget] = {
            Page.ACCOUNT: self._account,
            Page.DESKTOP: self._place,
            Page.LOCK: self.lock,
        }
        descriptions = [d for d in describe() if d.page is page]
        form = SettingsPage(wording.page_words(page), descriptions, self, tops.get(page))
        form.edited.connect(self._on_form_edited)
        self.pages[page] = form
        self._stack.addWidget(form)
        dress(form)
        if page is Page.LOCK:
            form.open_form(False, self._current)
        else:
            form.show_settings(self._current)

    def open_page(self, page: Page) -> None:
        """Turn to a page."""
        self.add_page(page)
        self._list.setCurrentRow(list(Page).index(page))

    # Building

    def _build(self) -> None:
        for page in Page:
            entry = QListWidgetItem(wording.page_words(page))
            entry.setSizeHint(QSize(0, theme.CONTROL_HEIGHT))
            self._list.addItem(entry)
        self._draw_icons()
        self._list.setAccessibleName(tr("Pages"))
        self._list.setIconSize(QSize(16, 16))
        for widget in (self.search, self._list):
            widget.setFixedWidth(self._widest_title() + theme.ICON + 3 * GAP)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(NEAR)
        left.addWidget(self.search)
        left.addWidget(self._list, 1)
        columns.addLayout(left)
        columns.addWidget(self._stack, 1)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self._problem)
        self._problem.hide()
        self.body.addWidget(self._buttons())

    def _draw_icons(self) -> None:
        for row, page in enumerate(Page):
            self._list.item(row).setIcon(icons.icon(PAGE_ICONS[page]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette: it is chosen here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "pages", None):
            self._draw_icons()

    def _widest_title(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(wording.page_words(page)) for page in Page)

    def _buttons(self) -> ButtonBox:
        box = ButtonBox(self)
        self.reset, self.take_in, self.take_out = (
            QPushButton(text, self) for text in (tr("Reset this page…"), tr("Import…"), tr("Export…"))
        )
        for button, role, act in (
            (self.reset, QDialogButtonBox.ButtonRole.ResetRole, self._reset),
            (self.take_in, QDialogButtonBox.ButtonRole.ActionRole, self._import),
            (self.take_out, QDialogButtonBox.ButtonRole.ActionRole, self._export),
        ):
            box.add(button, role)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: self._scope.start(act(), "settings as a whole"))
        self.take_in.setToolTip(tr("Settings from a file; what would change is shown first."))
        self.take_out.setToolTip(tr("All settings to a file, without the key and without passwords."))
        self._close = box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setDefault(True)
        box.rejected.connect(self.reject)
        return box

    def _put_buttons_last(self) -> None:
        """Tab goes to them after the page: what was made later would come later."""
        before = self.previousInFocusChain()
        while before is not None and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for button in (self.reset, self.take_in, self.take_out, self._close):
            if before is not None:
                self.setTabOrder(before, button)
            before = button

    # What the user does

    def _on_list_changed(self, row: int) -> None:
        self._stack.setCurrentWidget(self.pages[list(Page)[row]])
        self._settle_reset()
        if list(Page)[row] is Page.DESKTOP:
            self._scope.start(self._show_parts(lambda p: p.integrating.parts()), "place on the desktop")
        elif list(Page)[row] is Page.LOCK:
            self.lock.look()

    def _on_lock_settled(self, is_set: bool) -> None:
        if Page.LOCK in self.pages:
            self.pages[Page.LOCK].open_form(is_set, self._current)

    def _on_search_turned(self) -> None:
        """Pages without a hit are put out of the way; the page of the current one is shown."""
        places, current = self.search.places, self.search.current
        found = {place.page for place in places}
        for row, page in enumerate(Page):
            self._list.item(row).setHidden(bool(found) and page not in found)
        if current is not None:
            self.open_page(current.page)
        self._mark()

    def _mark(self) -> None:
        places, current = self.search.places, self.search.current
        for page, form in self.pages.items():
            is_here = current is not None and current.page is page
            names = [place.name for place in places if place.page is page]
            form.mark(names, current.name if current is not None and is_here else None)

    def _on_search_entered(self) -> None:
        current = self.search.current
        if current is not None:
            self.open_page(current.page)
            self.pages[current.page].enter(current.name)
        else:
            self._list.setFocus()

    def _on_part_changed(self, part: DesktopPart, is_wanted: bool) -> None:
        words = wording.part_words(str(resources.icon_file(icons.PROGRAM)))
        act = self._show_parts(lambda p: p.integrating.change(part, is_wanted=is_wanted, words=words))
        self._scope.start(act, f"place on the desktop: {part}")

    async def _show_parts(self, ask: Callable[["Program"], Awaitable[DesktopParts]]) -> None:
        self._problem.hide()
        try:
            parts = await self._seam.call(ask)
        except AppError:
            self._place.show_again()
            raise
        self._place.show_parts(parts)
        self._mark()

    def _on_form_edited(self, name: str, value: object) -> None:
        self._start(lambda: self._seam.call(lambda p: p.preferences.change(name, value)), f"change {name}")

    async def _reset(self) -> None:
        title = tr("Reset “{page}”", page=wording.page_words(self.page))
        await self._take(SettingChanges(self, title, title, to_defaults(self._current, self.page)))

    async def _export(self) -> None:
        path = await export_settings(self._seam, self)
        if path is not None:
            self._tell(tr("Written to {name}, without the key and without passwords.", name=path.name))

    async def _import(self) -> None:
        read = await read_settings(self._seam, self)
        if read is None:
            return
        path, found = read
        wanted, left_out = changes(self._current, found.values), left_out_words(found)
        if not wanted and not left_out:
            self._tell(tr("The settings in {name} are the ones you have.", name=path.name))
            return
        heading = tr("Settings in {name}", name=path.name)
        await self._take(SettingChanges(self, tr("Import settings"), heading, wanted, left_out=left_out))

    async def _take(self, asked: SettingChanges) -> None:
        self._problem.hide()
        if await asked.run():
            values = {each.name: each.then for each in asked.changes}
            self._show(await self._seam.call(lambda p: p.preferences.change_all(values)))

    def _on_replace_key(self) -> None:
        async def replace() -> None:
            await ask_key(self._seam, self)

        self._scope.start(replace(), "replace key")

    def _on_forget_key(self) -> None:
        async def forget() -> None:
            await self._seam.call(lambda p: p.session.forget_key())

        self._scope.start(forget(), "forget key")

    def _on_account_details(self) -> None:
        self._scope.start(AccountPage(self._seam, self).run(), "account page")

    def _start(self, act: Callable[[], Awaitable[Settings]], name: str) -> None:
        async def work() -> None:
            self._problem.hide()
            settings = await act()
            self._show(settings)

        self._scope.start(work(), name)

    # What is shown

    @property
    def _current(self) -> Settings:
        return self._seam.program.preferences.current

    def _show(self, settings: Settings) -> None:
        for form in self.pages.values():
            form.show_settings(settings)
        self._settle_reset()
        self._account.show_state(self._seam.program.session.state, time.time())

    def _settle_reset(self) -> None:
        is_changed = bool(to_defaults(self._current, self.page))
        self.reset.setEnabled(is_changed)
        self.reset.setToolTip(
            tr("Every setting of this page goes back to its default; what changes is shown first.")
            if is_changed
            else tr("Every setting of this page has its default.")
        )

    def _tell(self, text: str, icon: str = "check-circle", tint: icons.Tint = icons.Tint.GOOD) -> None:
        self._problem.label.setText(text)
        self._problem.show_icon(icon, tint)
        self._problem.show()

    def _on_seam_happened(self, event: Event) -> None:
        self.lock.hear(event)
        if isinstance(event, SettingsChanged):
            self._show(event.settings)
        elif isinstance(event, SignedIn | SignedOut | AccountUpdated):
            self._account.show_state(self._seam.program.session.state, time.time())

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        """Beside the buttons, where the eye is; the value that is in force comes back into its field."""
        if not isinstance(error, AppError | ValueError):
            asyncio.get_running_loop().call_exception_handler({"message": _name, "exception": error})
        text = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._tell(text, "error", icons.Tint.BAD)
        self._show(self._seam.program.preferences.current)

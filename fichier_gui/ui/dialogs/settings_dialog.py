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
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.desktop import DesktopPart, DesktopParts
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import AccountUpdated, Event, SettingsChanged, SignedIn, SignedOut
from fichier_gui.domain.settings import Page, Settings, describe
from fichier_gui.ui import icons, resources, theme, wording
from fichier_gui.ui.dialogs.account_box import AccountBox
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.desktop_box import DesktopBox
from fichier_gui.ui.dialogs.frame import GAP, MARGIN, ButtonBox, Fact, Frame, shown
from fichier_gui.ui.dialogs.key_entry import ask_key
from fichier_gui.ui.dialogs.settings_page import SettingsPage
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr

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
    Page.NETWORK: "globe",
}


_WIDTH = 860


class SettingsDialog(Frame):
    """Pages on the left, the page's form on the right. There is no OK: closing is all there is to do."""

    def __init__(self, seam: Seam, parent: QWidget | None, page: Page = Page.GENERAL) -> None:
        super().__init__(parent, tr("Settings"))
        self._seam = seam
        self._scope = TaskScope("preferences", self._on_task_failed)
        self.pages: dict[Page, SettingsPage] = {}
        self._list = QListWidget(self)
        self._stack = QStackedWidget(self)
        self._problem = Fact("error", "", self, icons.Tint.BAD)
        self._account = AccountBox(self, self._on_replace_key, self._on_forget_key, self._on_account_details)
        self._place = DesktopBox(self, self._on_part_changed)
        self._build()
        self.setMinimumSize(680, 440)
        # Wide enough for the longest label beside its control, in every language.
        forms = max(page.needed_width for page in self.pages.values())
        wide = forms + self._list.width() + GAP + 2 * MARGIN
        self.resize(min(max(_WIDTH, wide), self.screen().availableSize().width()), 600)
        self._list.currentRowChanged.connect(self._on_list_changed)
        self._list.setCurrentRow(list(Page).index(page))
        seam.happened.connect(self._on_seam_happened)
        self._show(seam.program.preferences.current)

    async def run(self) -> None:
        """Show it and wait until it is closed."""
        await shown(self, scope=self._scope)

    @property
    def page(self) -> Page:
        """The one on show."""
        return list(Page)[self._list.currentRow()]

    def open_page(self, page: Page) -> None:
        """Turn to a page."""
        self._list.setCurrentRow(list(Page).index(page))

    # Building

    def _build(self) -> None:
        tops: dict[Page, QWidget] = {Page.ACCOUNT: self._account, Page.DESKTOP: self._place}
        for page in Page:
            title = wording.page_words(page)
            entry = QListWidgetItem(title)
            entry.setSizeHint(QSize(0, theme.CONTROL_HEIGHT))
            self._list.addItem(entry)
            form = SettingsPage(
                title,
                [d for d in describe() if d.page is page],
                self,
                tops.get(page),
            )
            form.edited.connect(self._on_form_edited)
            self.pages[page] = form
            self._stack.addWidget(form)
        self._draw_icons()
        self._list.setAccessibleName(tr("Pages"))
        self._list.setIconSize(QSize(16, 16))
        self._list.setFixedWidth(self._widest_title() + theme.ICON + 3 * GAP)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        columns.addWidget(self._list)
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
        self.reset = QPushButton(tr("Reset this page"), self)
        self.reset.setToolTip(tr("Every setting of this page goes back to its default."))
        box.add(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        close = box.add(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._on_reset_clicked)
        box.rejected.connect(self.reject)
        return box

    # What the user does

    def _on_list_changed(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        if list(Page)[row] is Page.DESKTOP:
            self._scope.start(self._show_parts(lambda p: p.integrating.parts()), "place on the desktop")

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

    def _on_form_edited(self, name: str, value: object) -> None:
        self._start(lambda: self._seam.call(lambda p: p.preferences.change(name, value)), f"change {name}")

    def _on_reset_clicked(self) -> None:
        page = self.page
        self._start(lambda: self._seam.call(lambda p: p.preferences.reset(page)), f"reset {page}")

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

    def _show(self, settings: Settings) -> None:
        for form in self.pages.values():
            form.show_settings(settings)
        self._account.show_state(self._seam.program.session.state, time.time())

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, SettingsChanged):
            self._show(event.settings)
        elif isinstance(event, SignedIn | SignedOut | AccountUpdated):
            self._account.show_state(self._seam.program.session.state, time.time())

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        """Beside the buttons, where the eye is; the value that is in force comes back into its field."""
        if not isinstance(error, AppError | ValueError):
            asyncio.get_running_loop().call_exception_handler({"message": _name, "exception": error})
        text = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._problem.label.setText(text)
        self._problem.show()
        self._show(self._seam.program.preferences.current)

"""Several accounts: the list of them in the window, another one with one click, one more, one less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account_list import AccountList, KnownAccount
from fichier_gui.domain.events import AccountsChanged, Event, SettingsChanged
from fichier_gui.ui.account_dots import dot_icon
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.command_finding import CommandFinding
from fichier_gui.ui.command_keys import keys_in_force
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.models.palette_rows import PaletteRow
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.tray import Tray
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.accounts import account_name

_MENU: Final = (
    ActionId.ADD_ACCOUNT,
    ActionId.EDIT_ACCOUNT,
    ActionId.REMOVE_ACCOUNT,
    SEPARATOR,
    ActionId.ACCOUNT,
    ActionId.ENTER_KEY,
    ActionId.FORGET_KEY,
)
_SEVERAL: Final = (ActionId.NEXT_ACCOUNT, ActionId.EDIT_ACCOUNT, ActionId.REMOVE_ACCOUNT)
_KEYS: Final = 9
"""Accounts that have a key of their own: Ctrl+1 … Ctrl+9."""


@dataclass(frozen=True, slots=True)
class Switching:
    """What the shell does: it owns the windows."""

    show: Callable[[str], None]
    """Another account instead of the one on show."""
    remove: Callable[[str], None]
    """Show another one, then take this one off the computer."""


class AccountSwitcher(QObject):
    """Shows nothing of it all while there is one account only."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        commands: CommandFinding,
        switching: Switching,
    ) -> None:
        super().__init__(window)
        self._seam, self._window, self._actions, self._scope = seam, window, actions, scope
        self._switching = switching
        self._own = seam.options.profile.account if seam.options is not None else ""
        self._known = AccountList()
        self._shortcuts = ""
        self._tray: Tray | None = None
        self.menu = Menu(window)
        self._tray_menu = Menu(tr("Account"), window)
        self._group = QActionGroup(self)
        self.entries: list[QAction] = []
        """One for each account, in their order."""
        commands.accounts = self._rows
        for action, slot in (
            (ActionId.ADD_ACCOUNT, lambda: scope.start(self._add(), "add an account")),
            (ActionId.EDIT_ACCOUNT, lambda: scope.start(self._edit(), "look of an account")),
            (ActionId.REMOVE_ACCOUNT, lambda: scope.start(self._remove(), "remove an account")),
            (ActionId.NEXT_ACCOUNT, self._show_next),
        ):
            actions.on(action, slot)
        actions.enable(False, ActionId.ADD_ACCOUNT, *_SEVERAL)
        window.status.account.menu_asked.connect(self._open_menu)
        window.account_rows.chosen.connect(self._choose)
        window.retinted.connect(self._show)
        seam.happened.connect(self.on_seam_happened)

    def start(self, tray: Tray) -> None:
        """The core is open."""
        self._tray = tray
        self._known = self._seam.program.profile.accounts
        self._shortcuts = self._seam.program.preferences.current.shortcuts
        self._actions.enable(True, ActionId.ADD_ACCOUNT)
        self._show()

    def hold(self, is_held: bool) -> None:
        """While the window is locked, no key leads to another account."""
        self._group.setEnabled(not is_held)

    def on_seam_happened(self, event: Event) -> None:
        """The list has changed."""
        if isinstance(event, AccountsChanged):
            self._known = event.accounts
            self._show()
        elif isinstance(event, SettingsChanged) and event.settings.shortcuts != self._shortcuts:
            self._use_keys(event.settings.shortcuts)

    # The list

    def _show(self) -> None:
        known, has_several = self._known, len(self._known) > 1
        self._actions.enable(has_several, *_SEVERAL)
        own = known.get(self._own)
        color = own.color if own is not None and has_several else None
        self._window.status.show_account(self._name(own) if own is not None and own.label else "", color)
        self._window.account_rows.show_accounts(
            [(one.id, self._name(one), one.color) for one in known.accounts] if has_several else [], self._own
        )
        self._make_entries()
        self._fill_menus()

    def _name(self, account: KnownAccount) -> str:
        return account_name(account, self._known)

    def _make_entries(self) -> None:
        for entry in self.entries:
            self._window.removeAction(entry)
            entry.deleteLater()
        is_enabled = self._group.isEnabled()
        self._group.deleteLater()
        self._group = QActionGroup(self)
        self._group.setEnabled(is_enabled)
        self.entries = [self._entry(one) for one in self._known.accounts]
        self._use_keys(self._shortcuts)

    def _use_keys(self, shortcuts: str) -> None:
        """Those that the user has given to a command are that command's."""
        self._shortcuts = shortcuts
        taken = {key for keys in keys_in_force(shortcuts).values() for key in keys}
        for place, entry in enumerate(self.entries if len(self.entries) > 1 else ()):
            key = f"Ctrl+{place + 1}"
            entry.setShortcut(QKeySequence(key if place < _KEYS and key not in taken else ""))

    def _entry(self, account: KnownAccount) -> QAction:
        palette = QApplication.palette()
        entry = QAction(dot_icon(account.color, palette), self._name(account).replace("&", "&&"), self)
        entry.setCheckable(True)
        entry.setChecked(account.id == self._own)
        entry.setActionGroup(self._group)
        self._window.addAction(entry)
        entry.triggered.connect(lambda _checked=False: self._choose(account.id))
        return entry

    def _fill_menus(self) -> None:
        has_several = len(self._known) > 1
        for menu in (self.menu, self._tray_menu):
            menu.clear()
            if has_several:
                menu.addActions(self.entries)
        if has_several:
            self.menu.addSeparator()
        self._actions.fill(self.menu, _MENU if has_several else (_MENU[0], *_MENU[3:]))
        if self._tray is not None:
            self._tray.show_accounts(self._tray_menu.menuAction() if has_several else None)

    def _open_menu(self) -> None:
        button = self._window.status.account
        corner = button.mapToGlobal(button.rect().topLeft())
        corner.setY(corner.y() - self.menu.sizeHint().height())
        self.menu.popup(corner)

    def _rows(self) -> list[tuple[PaletteRow, Callable[[], object]]]:
        """For the command palette: the others."""
        return [
            (
                PaletteRow(f"account:{one.id}", tr("Go to {account}", account=self._name(one)), "account"),
                partial(self._choose, one.id),
            )
            for one in self._known.accounts
            if one.id != self._own
        ]

    # What can be done

    def _choose(self, account: str) -> None:
        if account != self._own:
            self._switching.show(account)
        # The mark stays at the one that is on show until another one is.
        for entry, one in zip(self.entries, self._known.accounts, strict=True):
            entry.setChecked(one.id == self._own)

    def _show_next(self) -> None:
        self._choose(self._known.after(self._own).id)

    async def _add(self) -> None:
        from fichier_gui.ui.dialogs.add_account import AddAccount

        added = await AddAccount(self._seam, self._window).added()
        if added is not None:
            self._choose(added.account)

    async def _edit(self) -> None:
        from fichier_gui.ui.dialogs.account_look import AccountLook

        own = self._known.get(self._own)
        if own is None:
            return
        look = await AccountLook(self._window, own, self._name(own)).run()
        if look is not None:
            label, color = look
            await self._seam.call(lambda core: core.accounts.name(self._own, label, color))

    async def _remove(self) -> None:
        from fichier_gui.ui.dialogs.remove_account import may_remove

        own = self._known.get(self._own)
        if own is not None and await may_remove(self._window, self._name(own), self._seam.summary):
            self._switching.remove(self._own)

"""The account, its keys, its settings, and about the program."""

from collections.abc import Callable, Coroutine
from typing import Any

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtWidgets import QScrollArea, QWidget

from fichier_gui.app.container import Program
from fichier_gui.domain.account_list import AccountColor, AccountList, KnownAccount
from fichier_gui.domain.desktop import DesktopPart, DesktopParts
from fichier_gui.domain.settings import Page, Settings
from fichier_gui.domain.settings_list import FoundSettings, changes
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.about import About
from fichier_gui.ui.dialogs.account_box import AccountBox
from fichier_gui.ui.dialogs.account_form import AccountForm
from fichier_gui.ui.dialogs.account_look import AccountLook
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.add_account import AddAccount
from fichier_gui.ui.dialogs.desktop_box import DesktopBox
from fichier_gui.ui.dialogs.elsewhere import ElsewhereDialog, Snippet
from fichier_gui.ui.dialogs.fields import SpeedBox
from fichier_gui.ui.dialogs.frame import ButtonBox, Fact, QuietLabel
from fichier_gui.ui.dialogs.ftp_access import FtpAccess
from fichier_gui.ui.dialogs.key_editor import KeyEditor, Recorder
from fichier_gui.ui.dialogs.key_entry import KeyCheck, KeyDialog, KeyEntry
from fichier_gui.ui.dialogs.licences import Licences
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.dialogs.setting_changes import SettingChanges
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.dialogs.settings_page import SettingsPage
from fichier_gui.ui.dialogs.settings_search import SettingsSearch
from fichier_gui.ui.dialogs.shortcuts import Shortcuts
from fichier_gui.ui.dialogs.storage_bar import Bar, Storage, Swatch
from fichier_gui.ui.dialogs.table import Table
from fichier_gui.ui.dialogs.vouchers import VouchersDialog
from fichier_gui.ui.dialogs.week_editor import WeekEditor, WeekGrid
from fichier_gui.ui.dialogs.wizard import FirstRun
from fichier_gui.ui.dialogs.wizard_pages import FolderPage, KeyPage, ReadyPage
from fichier_gui.ui.views.account_button import AccountButton
from fichier_gui.ui.views.account_rows import AccountRows
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.setting_values import left_out_words


@scene(AccountPage, Storage, Bar, Swatch, AccountForm)
async def account(stage: Stage) -> QWidget:
    return await stage.opened(AccountPage, ActionId.ACCOUNT)


@scene(AccountPage)
async def account_lower_half(stage: Stage) -> QWidget:
    dialog = await stage.opened(AccountPage, ActionId.ACCOUNT)
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    await stage.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    return dialog


@scene(VouchersDialog)
async def vouchers(stage: Stage) -> QWidget:
    return await stage.opened(VouchersDialog, ActionId.VOUCHERS)


async def with_sub_accounts(stage: Stage) -> None:
    """Two of them, for a camera and a scanner."""
    for name in ("camera", "scanner"):
        stage.simulator.service.main_user.ftp_users.setdefault(name, 0)


@scene(FtpAccess)
async def ftp_access(stage: Stage) -> QWidget:
    await with_sub_accounts(stage)
    dialog = await stage.opened(FtpAccess, ActionId.FTP_ACCESS)
    await stage.until(lambda: dialog.tree.topLevelItemCount())
    return dialog


@scene(ElsewhereDialog, Snippet)
async def key_elsewhere(stage: Stage) -> QWidget:
    return await stage.opened(ElsewhereDialog, ActionId.ELSEWHERE)


@scene(RcloneImport)
async def key_of_rclone(stage: Stage) -> QWidget:
    return await stage.opened(RcloneImport, RcloneImport(stage.shell.seam, stage.window).run())


@scene(KeyDialog, KeyEntry)
async def key_entry(stage: Stage) -> QWidget:
    return await stage.opened(KeyDialog, ActionId.ENTER_KEY)


@scene(KeyDialog, KeyCheck, Fact)
async def key_entry_refused(stage: Stage) -> QWidget:
    dialog = await stage.opened(KeyDialog, ActionId.ENTER_KEY)
    dialog.entry.line.setText("this-key-is-not-one-of-them-0000")
    dialog.accept()
    await stage.until(dialog.check.problem.isVisible)
    return dialog


@scene(AccountRows, AccountButton)
async def several_accounts(stage: Stage) -> QWidget:
    work = KnownAccount("0123abcd", "Studio", "studio@example.org", AccountColor.GREEN)

    async def know(program: Program, accounts: Callable[[AccountList], AccountList]) -> None:
        await program.profile.change_accounts(accounts)

    await stage.call(lambda core: know(core, lambda known: AccountList((*known.accounts, work))))
    stage.later(lambda: stage.call(lambda core: know(core, lambda known: known.without(work.id))))
    await stage.until(stage.window.account_rows.isVisible)
    return stage.window


@scene(AddAccount)
async def add_account(stage: Stage) -> QWidget:
    return await stage.opened(AddAccount, ActionId.ADD_ACCOUNT)


@scene(AccountLook)
async def account_look(stage: Stage) -> QWidget:
    known = KnownAccount("", "", "me@example.org", AccountColor.PURPLE)
    return await stage.opened(AccountLook, AccountLook(stage.window, known, "me@example.org").run())


@scene(FirstRun, KeyPage)
async def welcome_key(stage: Stage) -> QWidget:
    return await stage.opened(FirstRun, FirstRun(stage.shell.seam, stage.window).run())


@scene(FirstRun, FolderPage)
async def welcome_folder(stage: Stage) -> QWidget:
    dialog = await stage.opened(FirstRun, FirstRun(stage.shell.seam, stage.window).run())
    dialog.next.click()
    await stage.until(lambda: dialog.stack.currentIndex() == 1)
    return dialog


@scene(FirstRun, ReadyPage)
async def welcome_ready(stage: Stage) -> QWidget:
    dialog = await stage.opened(FirstRun, FirstRun(stage.shell.seam, stage.window).run())
    dialog.next.click()
    await stage.until(lambda: dialog.stack.currentIndex() == 1)
    dialog.next.click()
    await stage.until(lambda: dialog.stack.currentIndex() == 2)
    return dialog


def settings_scene(page: Page) -> Callable[[Stage], Coroutine[Any, Any, QWidget]]:
    async def pose(stage: Stage) -> QWidget:
        dialog = SettingsDialog(stage.shell.seam, stage.window, page)
        return await stage.opened(SettingsDialog, dialog.run())

    pose.__name__ = f"settings_{page.value}"
    return pose


_SEEN = {Page.ACCOUNT: (AccountBox,), Page.LIMITS: (SpeedBox,), Page.KEYBOARD: (KeyEditor, Recorder)}
for _page in Page:
    scene(SettingsDialog, SettingsPage, *_SEEN.get(_page, ()))(settings_scene(_page))


@scene(SettingsDialog, SettingsSearch)
async def settings_found(stage: Stage) -> QWidget:
    dialog = SettingsDialog(stage.shell.seam, stage.window)
    await stage.opened(SettingsDialog, dialog.run())
    dialog.search.line.setText("proxy")
    return dialog


@scene(SettingChanges)
async def settings_import(stage: Stage) -> QWidget:
    found = FoundSettings({"limit_upload": 2_500_000, "keep_awake": False}, ("from_later",), ("link_format",))
    wanted, heading = changes(Settings(), found.values), tr("Settings in {name}", name="settings.json")
    dialog = SettingChanges(
        stage.window, tr("Import settings"), heading, wanted, left_out=left_out_words(found)
    )
    return await stage.opened(SettingChanges, dialog.run())


@scene(SettingsDialog, DesktopBox)
async def settings_desktop_places(stage: Stage) -> QWidget:
    dialog = SettingsDialog(stage.shell.seam, stage.window, Page.DESKTOP)
    await stage.opened(SettingsDialog, dialog.run())
    # The demo leaves the machine alone, and so has no places to offer.
    await stage.shell.seam.call(lambda p: p.integrating.parts())
    present, blocked = frozenset({DesktopPart.LOGIN}), frozenset({DesktopPart.LINKS})
    for box in dialog.findChildren(DesktopBox):
        box.show_parts(DesktopParts(frozenset(DesktopPart), present, blocked))
    return dialog


@scene(SettingsDialog, WeekEditor, WeekGrid)
async def settings_week(stage: Stage) -> QWidget:
    await stage.prefer(use_schedule=True)
    dialog = SettingsDialog(stage.shell.seam, stage.window, Page.LIMITS)
    await stage.opened(SettingsDialog, dialog.run())
    area = dialog.findChildren(SettingsPage)
    for each in area:
        if each.isVisible():
            each.verticalScrollBar().setValue(each.verticalScrollBar().maximum())
    stage.later(lambda: stage.prefer(use_schedule=False))
    return dialog


@scene(Shortcuts)
async def shortcuts(stage: Stage) -> QWidget:
    return await stage.opened(Shortcuts, ActionId.SHORTCUTS)


@scene(About, QuietLabel, ButtonBox)
async def about(stage: Stage) -> QWidget:
    return await stage.opened(About, ActionId.ABOUT)


@scene(Licences, Table, ButtonBox)
async def licences(stage: Stage) -> QWidget:
    about = await stage.opened(About, ActionId.ABOUT)
    about.licences_button.click()
    return await stage.opened(Licences)

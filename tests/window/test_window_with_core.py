"""The whole window over the whole core, against the simulated service on loopback."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.core_window import CoreWindow, alone, shows
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from support.waiting import until

from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import FloodLocked, ServiceOverloaded
from fichier_gui.domain.events import FolderFailed, FolderRefreshed, NetworkFound, ServiceResumed
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Page as SettingPage
from fichier_gui.domain.transfers import State
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.dialogs.upload_plan import UploadReview
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.tray import Tray
from fichier_gui.ui.views.file_list import Page

GONE = '{"status": "KO", "message": "Resource not found #469"}'
TRIGGERED = SIGNAL("triggered(bool)")

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


@pytest.fixture
def service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/Films/2024/one.mkv", b"1" * 70_000)
    made.add_file("/Films/2024/two.mkv", b"2" * 50_000)
    made.add_file("/Music/song 10.flac", b"s" * 900)
    made.add_file("/Music/song 9.flac", b"s" * 1900)
    made.add_folder("/Nothing")
    made.add_file("/readme.txt", b"hello")
    return made


async def test_a_folder_known_to_hold_no_others_has_no_arrow_where_nobody_opened_it(
    core_window: CoreWindow, service: Service
) -> None:
    """As after a restart, when the tree is empty and the catalogue is not."""

    async def play(shell: Shell) -> None:
        home = {row.name: row.id for row in shell.window.files.model.rows if isinstance(row, RemoteFolder)}
        for name in ("Nothing", "Films"):
            await shell.seam.call(lambda p, one=home[name]: p.browse.fetch_folder(one))
        dialog = RemoteFolderDialog(shell.seam, shell.window, "Where?", "Copy here")
        async with asyncio.TaskGroup() as group:
            group.create_task(dialog.run())
            await until(lambda: dialog.model.index_of(home["Nothing"]).isValid())
            has = {name: dialog.model.hasChildren(dialog.model.index_of(one)) for name, one in home.items()}
            dialog.reject()
        assert has == {"Films": True, "Music": True, "Nothing": False}

    # Nothing is read that nobody asks for: what is in "Music" stays unknown.
    await core_window.open(service, alone(play), ready=shows("readme.txt"))


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Window:
    return lambda play: core_window.open(service, alone(play), ready=shows("readme.txt"), budget_rules=QUICK)


async def go(shell: Shell, path: str, name: str) -> None:
    shell.desk.navigation.go_to_path(path)
    await until(lambda: shell.desk.navigation.folder_name == name and shell.desk.navigation.listing)


async def test_the_account_is_there_at_once(window: Window) -> None:
    async def play(shell: Shell) -> None:
        assert names(shell) == ["Films", "Music", "Nothing", "readme.txt"]
        assert shell.window.files.footer.counts.whole == "4 items"
        await until(lambda: "@" in shell.window.status.account.whole)
        root = shell.window.folders.index_of(ROOT)
        await until(lambda: shell.window.folders.rowCount(root) == 3)
        assert "demo" in shell.window.notice_bar.sentence
        assert "Its download folder is deleted" in shell.window.notice_bar.sentence
        assert shell.window.windowTitle() == "Account"

    await window(play)


async def test_into_a_folder_and_back(window: Window) -> None:
    async def play(shell: Shell) -> None:
        table, actions = shell.window.files.table, shell.actions
        assert not actions[ActionId.BACK].isEnabled()
        table.opened.emit(shell.window.files.model.rows[0])
        await until(lambda: names(shell) == ["2024"])
        assert shell.window.windowTitle() == "Films"
        QTest.keyClick(table, Qt.Key.Key_Return)
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        await until(lambda: names(shell) == ["one.mkv", "two.mkv"])
        assert shell.desk.navigation.remote_path == "/Films/2024"
        actions[ActionId.UP].trigger()
        await until(lambda: names(shell) == ["2024"])
        actions[ActionId.BACK].trigger()
        await until(lambda: names(shell) == ["one.mkv", "two.mkv"])
        actions[ActionId.BACK].trigger()
        actions[ActionId.BACK].trigger()
        await until(lambda: "readme.txt" in names(shell))
        actions[ActionId.FORWARD].trigger()
        await until(lambda: names(shell) == ["2024"])

    await window(play)


async def test_a_path_that_does_not_exist_is_told(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.window.notice_bar.withdraw("demo")
        shell.window.toolbar.breadcrumb.typed.emit("/Films/1999")
        await until(lambda: "no folder “/Films/1999”" in shell.window.notice_bar.sentence)
        assert shell.desk.navigation.folder_id == ROOT
        buttons = shell.window.notice_bar.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == "Change the path").click()
        (field,) = shell.window.toolbar.breadcrumb.findChildren(QLineEdit)
        assert field.isVisible()
        assert field.text() == "/Films/1999"
        field.setText("/films/2024")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: "two.mkv" in names(shell))

    await window(play)


async def test_a_folder_that_met_a_pause_comes_by_itself(window: Window) -> None:
    async def play(shell: Shell) -> None:
        here = shell.desk.navigation
        for back in (ServiceResumed(), NetworkFound()):
            here.on_seam_happened(FolderFailed(here.folder_id, FloodLocked(wait=27)))
            assert here.error is not None
            here.on_seam_happened(back)
            await until(lambda: here.error is None and here.listing is not None)
        here.on_seam_happened(FolderFailed(here.folder_id, ServiceOverloaded()))
        (again,) = [timer for timer in here.findChildren(QTimer) if timer.isActive()]
        again.setInterval(1)
        await until(lambda: here.error is None)

    await window(play)


async def test_the_gauge_explains_what_the_core_waits_for(window: Window, service: Service) -> None:
    """From a real flood answer to the words above the gauge, and the countdown in it goes on by itself."""

    async def play(shell: Shell) -> None:
        popover = shell.window.status.gauge.popover
        service.faults.add(Fault("folder/ls", "flood"))
        shell.desk.navigation.go_to_path("/Films/2024")
        await until(lambda: shell.seam.program.paused_until)
        shell.actions[ActionId.EXPLAIN_REQUESTS].trigger()
        await until(popover.isVisible)
        await until(lambda: "1fichier counted too many requests" in popover.accessibleDescription())
        before = popover.accessibleDescription()
        assert "in the last hour" in before
        await until(lambda: popover.accessibleDescription() != before)
        QTest.keyClick(popover, Qt.Key.Key_Escape)
        await until(popover.isHidden)

    await window(play)


async def test_order_and_filter(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await go(shell, "/Music", "Music")
        assert names(shell) == ["song 9.flac", "song 10.flac"], "9 comes before 10"
        shell.window.files.table.header().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        assert names(shell) == ["song 10.flac", "song 9.flac"]
        shell.window.toolbar.search.setText("9")
        await until(lambda: names(shell) == ["song 9.flac"])
        assert shell.window.files.footer.counts.whole == "1 of 2 items"
        shell.window.toolbar.search.setText("zzz")
        await until(lambda: shell.window.files.page is Page.MESSAGE)
        QTest.keyClick(shell.window.toolbar.search, Qt.Key.Key_Escape)
        assert len(names(shell)) == 2

    await window(play)


async def test_an_empty_folder_offers_what_to_do(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await go(shell, "/Nothing", "Nothing")
        await until(lambda: shell.window.files.page is Page.MESSAGE)
        assert "“Nothing” is empty" in shell.window.files.message.accessibleName()

    await window(play)


async def test_what_is_already_there_is_copied_and_not_sent(
    window: Window, service: Service, tmp_path: Path
) -> None:
    service.add_file("/Films/whole.mkv", b"w" * 30_000)

    async def play(shell: Shell) -> None:
        source = tmp_path / "same thing.mkv"
        source.write_bytes(b"w" * 30_000)
        await go(shell, "/Films", "Films")
        await go(shell, "/Nothing", "Nothing")
        shell.desk.sending.send([str(source)])
        await until(lambda: [w for w in QApplication.topLevelWidgets() if isinstance(w, UploadReview)])
        review = next(w for w in QApplication.topLevelWidgets() if isinstance(w, UploadReview))
        await until(review.isVisible)
        assert review.title.text() == "1fichier has all of it already"
        assert review.start.text() == "Use what is there"
        review.there.setCurrentIndex(2)
        assert review.title.text() == "Upload 1 file to /Nothing"
        review.there.setCurrentIndex(0)
        review.accept()
        await until(lambda: names(shell) == ["same thing.mkv"])
        await until(lambda: "1 file not sent" in shell.window.notice_bar.sentence)
        assert len(await shell.seam.call(lambda core: core.transfers.order())) == 0
        assert len(service.state.files) == 7

    await window(play)


async def test_upload_link_download(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        source = tmp_path / "été.bin"
        source.write_bytes(bytes(range(256)) * 4000)
        await go(shell, "/Nothing", "Nothing")
        shell.desk.sending.send([str(source)])
        await until(lambda: names(shell) == ["été.bin"])
        stored = shell.window.files.model.rows[0]
        assert isinstance(stored, RemoteFile)
        link = stored.url
        await until(lambda: QGuiApplication.clipboard().text() == link)
        await until(lambda: "on the clipboard" in shell.window.notice_bar.sentence)
        QGuiApplication.clipboard().clear()
        shell.window.files.table.selectAll()
        shell.actions[ActionId.COPY_LINK].trigger()
        assert QGuiApplication.clipboard().text() == link
        shell.actions[ActionId.DOWNLOAD].trigger()
        target = tmp_path / "Downloads" / "été.bin"
        await until(target.exists)
        assert target.read_bytes() == source.read_bytes()
        await until(lambda: shell.seam.summary.counts.done == 2)
        assert shell.window.files.model._verified == {link}
        rows = await shell.seam.call(lambda core: core.transfers.order())
        done = await shell.seam.call(lambda core: core.transfers.rows([TransferId(row) for row in rows]))
        assert {row.state for row in done} == {State.DONE}

    await window(play)


async def test_what_comes_meanwhile_is_shown_and_the_selection_stays(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await go(shell, "/Music", "Music")
        here = shell.desk.navigation.folder_id
        shell.window.files.table.selectAll()
        await shell.seam.call(lambda core: core.browse.make_folder(here, "Live"))
        await until(lambda: names(shell) == ["Live", "song 9.flac", "song 10.flac"])
        chosen = {row.name for row in shell.window.files.table.chosen_rows()}
        assert chosen == {"song 9.flac", "song 10.flac"}
        tree = shell.window.folders
        assert tree.index_of(here).isValid()

    await window(play)


async def test_the_same_rows_that_are_not_all_any_more_are_counted_so(window: Window) -> None:
    async def play(shell: Shell) -> None:
        files = shell.window.files
        listing = files.listing
        assert listing is not None
        counts = files.footer.counts
        count, whole = len(files.model.rows), counts.whole
        for is_complete in (False, True):
            listing = replace(listing, fetched_at=listing.fetched_at + 1, is_complete=is_complete)
            shell.seam.happened.emit(FolderRefreshed(listing))
            assert counts.whole == wording.items_words(count, is_complete=is_complete)
            assert (counts.whole == whole) is is_complete

    await window(play)


async def test_a_refresh_too_early_says_when(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.window.notice_bar.withdraw("demo")
        shell.actions[ActionId.REFRESH].trigger()
        await until(lambda: "is read again" in shell.window.notice_bar.sentence)

    await window(play)


async def test_forgetting_the_key_leaves_a_clean_window(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.actions[ActionId.FORGET_KEY].trigger()
        await until(lambda: shell.window.files.page is Page.MESSAGE)
        assert "No account yet" in shell.window.files.message.accessibleName()
        assert names(shell) == []
        assert shell.window.status.account.whole == "No key entered"
        assert not shell.actions[ActionId.UPLOAD_FILES].isEnabled()
        assert shell.actions[ActionId.ENTER_KEY].isEnabled()

    await window(play)


async def test_geometry_and_choices_are_remembered(window: Window, tmp_path: Path) -> None:
    async def first(shell: Shell) -> None:
        shell.window.resize(1040, 640)
        shell.window.files.table.header().resizeSection(2, 133)
        shell.actions[ActionId.TOGGLE_PLACES].trigger()
        await until(lambda: not shell.window.places.isVisible())

    async def second(shell: Shell) -> None:
        assert shell.window.files.table.header().sectionSize(2) == 133
        assert not shell.window.places.isVisible()

    await window(first)
    await window(second)
    kept = (tmp_path / "profile" / "window.ini").read_text(encoding="utf-8")
    assert DEFAULT_KEY not in kept


async def test_the_window_fits_the_screen(window: Window) -> None:
    async def play(shell: Shell) -> None:
        room = shell.window.screen().availableSize()
        assert shell.window.size().boundedTo(room) == shell.window.size()

    await window(play)


async def test_the_details_give_way_in_a_narrow_window(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.window.resize(1180, 700)
        await until(shell.window.details.isVisible)
        shell.window.resize(900, 560)
        await until(lambda: not shell.window.details.isVisible())
        assert shell.window.width() == 900
        assert shell.window.height() == 560

    await window(play)


async def test_every_control_has_a_name(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await until(lambda: shell.window.files.page is Page.ROWS)
        shell.actions[ActionId.TOGGLE_LOCAL].trigger()
        await until(lambda: shell.window.local is not None and shell.window.local.folder)
        nameless: list[str] = []
        for widget in shell.window.findChildren(QWidget):
            is_control = isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView)
            if is_control and widget.isVisible() and not _name(widget):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
        assert not nameless

    await window(play)


async def test_every_command_is_carried_out_by_somebody(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.actions[ActionId.TOGGLE_LOCAL].trigger()  # its commands come with it
        idle = [action.value for action in shell.actions if not shell.actions[action].receivers(TRIGGERED)]
        assert idle == []

    await window(play)


async def test_the_whole_queue_stops_goes_on_and_is_tidied(window: Window, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"one")

    async def play(shell: Shell) -> None:
        actions, panel = shell.actions, shell.window.transfers
        shell.desk.sending.send([str(tmp_path / "one.txt")])
        await until(lambda: shell.seam.summary.counts.done == 1)
        await until(lambda: actions[ActionId.CLEAR_DONE].isEnabled())
        actions[ActionId.CLEAR_DONE].trigger()
        await until(lambda: panel.model.rowCount() == 0)
        actions[ActionId.PAUSE_ALL].setEnabled(True)
        actions[ActionId.PAUSE_ALL].trigger()
        await until(lambda: shell.seam.summary.is_paused)
        await until(lambda: actions[ActionId.RESUME_ALL].isEnabled())
        actions[ActionId.RESUME_ALL].trigger()
        await until(lambda: not shell.seam.summary.is_paused)

    await window(play)


async def test_a_pause_halts_the_reading_of_folders_too(window: Window, service: Service) -> None:
    service.faults.add(Fault("folder/ls", "delay", calls="*", seconds=0.2))

    async def play(shell: Shell) -> None:
        actions = shell.actions
        assert not actions[ActionId.PAUSE_ALL].isEnabled()
        films = next(row for row in shell.window.files.model.rows if row.name == "Films")
        shell.desk.fetching.fetch([films])
        await until(lambda: actions[ActionId.PAUSE_ALL].isEnabled())
        assert wording.queue_words(shell.seam.summary) == "looking at folders"
        actions[ActionId.PAUSE_ALL].trigger()
        await until(lambda: shell.window.notice_bar.sentence.startswith("Paused: the rest of the folders"))
        assert shell.seam.summary.counts.total == 0
        actions[ActionId.RESUME_ALL].trigger()
        await until(lambda: shell.seam.summary.counts.done == 2)

    await window(play)


async def test_failures_of_one_cause_go_on_together(window: Window, service: Service) -> None:
    gone = Fault("download/get_token", "answer", calls="1-3", status=404, body=GONE)
    service.faults.add(gone)

    async def play(shell: Shell) -> None:
        panel = shell.window.transfers
        bar = panel.causes.bar
        chosen = [row for row in shell.window.files.model.rows if row.name in ("Music", "Films")]
        shell.desk.fetching.fetch(chosen)
        await until(lambda: shell.seam.summary.counts.failed == 3 and shell.seam.summary.counts.done == 1)
        await until(lambda: [line.cause.code for line in bar.lines] == ["NotFound"])
        (line,) = bar.lines
        await until(lambda: bar.isVisible() and line.isVisible())
        line.show_button.click()
        await until(lambda: panel.model.cause == line.cause and panel.model.rowCount() == 3)
        line.retry.click()
        await until(lambda: shell.seam.summary.counts.done == 4)
        await until(lambda: not bar.isVisible() and panel.model.cause is None)

    await window(play)


async def test_every_control_can_be_reached_by_tab(window: Window) -> None:
    async def play(shell: Shell) -> None:
        reached: set[QWidget] = set()
        widget = shell.window.nextInFocusChain()
        while widget is not None and widget not in reached:
            reached.add(widget)
            widget = widget.nextInFocusChain()
        parts = (shell.window.files.table, shell.window.places, shell.window.toolbar.search)
        assert all(part in reached and part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in parts)

    await window(play)


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise)", extend=True)
async def test_the_menu_of_a_row_holds_what_works(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.window.files.table.selectAll()
        shell.desk.file_menu.show(QPoint(0, 0))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert words[:5] == ["Open", "Preview", "Download", "Download to…", "Copy link"]
        menu.close()

    await window(play)


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()


async def test_a_window_that_cannot_begin_still_closes_the_core(
    qapp: QApplication, qtbot: QtBot, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_tray: Tray) -> None:
        raise RuntimeError("no tray")

    monkeypatch.setattr(Tray, "start", fail)
    before = QPalette(qapp.palette())
    with simulator(service) as running:
        options = options_for(tmp_path / "profile", running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        shell = Shell(qapp, options, Geometry(options.profile.config), is_demo=True)
        try:
            with pytest.raises(RuntimeError, match="no tray"):
                await shell.run()
            assert not shell.seam.is_open
        finally:
            await shell.seam.close()
            qapp.setPalette(before)


async def test_settings_that_are_asked_for_twice_are_one_dialog_at_the_last_page(window: Window) -> None:
    """Before they are seen, page after page is made: meanwhile the window goes on taking keys."""

    async def play(shell: Shell) -> None:
        shell.actions[ActionId.PREFERENCES].trigger()
        while (settings := shell.desk.remedies.settings) is None:
            await asyncio.sleep(0)
        assert not settings.isVisible()
        shell.actions[ActionId.LIMIT_SETTINGS].trigger()
        await until(lambda: any(each.isVisible() for each in shell.window.findChildren(SettingsDialog)))
        assert shell.window.findChildren(SettingsDialog) == [settings]
        assert settings.page is SettingPage.LIMITS
        shell.actions[ActionId.PREFERENCES].trigger()  # as the tray's menu can while they are open
        await until(lambda: settings.page is SettingPage.GENERAL)
        settings.reject()
        await until(lambda: shell.desk.remedies.settings is None)

    await window(play)

"""The settings: every field has its control, every change is in force at once."""

import asyncio
import itertools
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QListWidget
from support.fake_seam import FakeSeam
from support.file_chooser import choose
from support.waiting import until

from fichier_gui.app.documents import Documents
from fichier_gui.app.workers import Workers
from fichier_gui.domain import errors
from fichier_gui.domain.events import SettingsChanged
from fichier_gui.domain.settings import ColorScheme, Page, ProxyMode, Settings, describe
from fichier_gui.domain.transfers import ConflictRule
from fichier_gui.domain.week import Week
from fichier_gui.ui import icons, theme
from fichier_gui.ui.dialogs.fields import FolderChooser, Number, OneOf, Speed, Text, YesNo
from fichier_gui.ui.dialogs.frame import QuietLabel
from fichier_gui.ui.dialogs.setting_changes import SettingChanges
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.dialogs.settings_page import matters


class _Open:
    def __init__(self):
        self.seam = FakeSeam()
        self.dialog = SettingsDialog(self.seam, None)
        self._group = asyncio.TaskGroup()

    async def __aenter__(self):
        await self._group.__aenter__()
        self._group.create_task(self.dialog.run())
        await until(self.dialog.isVisible)
        return self

    async def __aexit__(self, *problem):
        self.dialog.reject()
        await self._group.__aexit__(*problem)

    @property
    def settings(self):
        return self.seam.program.preferences.current

    def field(self, name):
        return next(page.fields[name] for page in self.dialog.pages.values() if name in page.fields)


async def _asked(shown):
    """The list of what would change."""
    return await until(
        lambda: next((w for w in shown.dialog.findChildren(SettingChanges) if w.isVisible()), None)
    )


def _quiet_colors(dialog):
    labels = dialog.findChildren(QuietLabel)
    return {label.palette().color(QPalette.ColorRole.WindowText).name() for label in labels}


async def test_quiet_words_and_icons_follow_the_colours_chosen_here(qapp, qtbot):
    before = QPalette(qapp.palette())
    try:
        async with _Open() as shown:
            for is_dark in (False, True, False):
                palette = theme.stand_in_palette(dark=is_dark)
                qapp.setPalette(palette)
                await until(
                    lambda wanted=palette: _quiet_colors(shown.dialog) == {theme.muted(wanted).name()}
                )
                icon = shown.dialog.findChildren(QListWidget)[0].item(1).icon()
                assert icon.cacheKey() == icons.icon("account").cacheKey()
    finally:
        qapp.setPalette(before)


async def test_every_setting_has_a_control_of_its_kind(qtbot):
    async with _Open() as shown:
        kinds = {d.name: type(shown.field(d.name)) for d in describe()}
        assert kinds["confirm_quit"] is YesNo
        assert kinds["color_scheme"] is OneOf and kinds["language"] is OneOf
        assert kinds["parallel_downloads"] is Number
        assert kinds["limit_upload"] is Speed
        assert kinds["download_folder"] is FolderChooser
        assert kinds["proxy_url"] is Text
        for description in describe():
            assert shown.field(description.name).widget.accessibleName(), description.name


async def test_controls_of_every_page_are_those_of_all_dialogs(qtbot):
    async with _Open() as shown:
        for page in shown.dialog.pages.values():
            for control in (*page.findChildren(QComboBox), *page.findChildren(QAbstractSpinBox)):
                assert control.minimumHeight() >= theme.CONTROL_HEIGHT, control.accessibleName()
            labels = {label.buddy() for label in page.findChildren(QLabel)}
            assert {box for box in page.findChildren(QComboBox) if box.accessibleName()} <= labels


async def test_the_pages_behind_the_first_one_are_made_one_by_one(qtbot):
    dialog = SettingsDialog(FakeSeam(), None, Page.NETWORK)
    assert list(dialog.pages) == [Page.NETWORK] and dialog.page is Page.NETWORK
    async with asyncio.TaskGroup() as group:
        group.create_task(dialog.run())
        known = []
        while not dialog.isVisible():
            await asyncio.sleep(0)
            known.append(len(dialog.pages))
        assert max(now - before for before, now in itertools.pairwise(known)) == 1
        assert set(dialog.pages) == set(Page)
        dialog.reject()


async def test_settings_that_are_given_up_while_they_are_made_leave_nothing(qtbot):
    dialog = SettingsDialog(FakeSeam(), None)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    async with asyncio.TaskGroup() as group:
        opening = group.create_task(dialog.run())
        await asyncio.sleep(0)
        opening.cancel()
    await until(lambda: gone)


async def test_tab_goes_from_the_pages_to_the_page_and_then_to_the_buttons(qtbot):
    for page in (Page.GENERAL, Page.DOWNLOADS, Page.NETWORK):
        async with _Open() as shown:
            dialog = shown.dialog
            dialog.open_page(page)
            dialog.findChildren(QListWidget)[0].setFocus()
            seen = []
            while dialog.focusWidget() is not dialog.reset:
                QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
                seen.append(dialog.focusWidget())
                assert len(seen) < 200, page
                if not dialog.reset.isEnabled() and dialog.focusWidget() is dialog.take_in:
                    break
            inside = [widget for widget in seen if dialog.pages[page].isAncestorOf(widget)]
            assert inside and inside == seen[:-1], page


async def test_each_change_is_in_force_at_once(qtbot):
    async with _Open() as shown:
        shown.field("confirm_quit").box.setChecked(False)
        await until(lambda: not shown.settings.confirm_quit)
        shown.field("parallel_uploads").box.setValue(4)
        await until(lambda: shown.settings.parallel_uploads == 4)
        shown.field("limit_download").box.setValue(2.5)
        await until(lambda: shown.settings.limit_download == 2_500_000)
        box = shown.field("download_conflict").box
        box.setCurrentIndex(box.findData(ConflictRule.REPLACE.value))
        box.activated.emit(box.currentIndex())
        await until(lambda: shown.settings.download_conflict is ConflictRule.REPLACE)


async def test_what_depends_on_another_setting_opens_with_it(qtbot):
    async with _Open() as shown:
        line = shown.field("proxy_url").line
        assert not line.isEnabled()
        box = shown.field("proxy_mode").box
        box.setCurrentIndex(box.findData(ProxyMode.MANUAL.value))
        box.activated.emit(box.currentIndex())
        await until(line.isEnabled)
        shown.dialog.open_page(Page.NETWORK)
        shown.dialog.activateWindow()
        await until(shown.dialog.isActiveWindow)
        line.setFocus()
        await until(line.hasFocus)
        QTest.keyClicks(line, "socks5://127.0.0.1:1080")
        QTest.keyClick(line, Qt.Key.Key_Tab)
        await until(lambda: shown.settings.proxy_url == "socks5://127.0.0.1:1080")


def test_needs_are_read_from_the_metadata():
    close = next(d for d in describe() if d.name == "close_to_tray")
    assert matters(close, Settings(tray_icon=True)) and not matters(close, Settings(tray_icon=False))


async def test_a_page_goes_back_to_its_defaults(qtbot):
    async with _Open() as shown:
        shown.field("parallel_uploads").box.setValue(4)
        shown.field("parallel_downloads").box.setValue(9)
        await until(lambda: shown.settings.parallel_downloads == 9)
        shown.dialog.open_page(Page.UPLOADS)
        assert shown.dialog.reset.isEnabled()
        shown.dialog.reset.click()
        asked = await _asked(shown)
        assert [asked.model.index(0, column).data() for column in range(3)] == ["Uploads at once", "4", "2"]
        asked.reject()
        await until(lambda: not asked.isVisible())
        assert shown.settings.parallel_uploads == 4, "asked, and not wanted"
        shown.dialog.reset.click()
        (await _asked(shown)).take.click()
        await until(lambda: shown.field("parallel_uploads").box.value() == 2)
        assert not shown.dialog.reset.isEnabled(), "nothing is left to reset"
        assert shown.settings.parallel_downloads == 9, "the other pages stay"


async def test_a_change_from_elsewhere_is_shown(qtbot):
    async with _Open() as shown:
        shown.seam.program.preferences.current = Settings(color_scheme=ColorScheme.DARK)
        shown.seam.happened.emit(SettingsChanged(shown.settings))
        assert shown.field("color_scheme").box.currentData() == "dark"


async def test_a_setting_that_cannot_be_kept_says_so(qtbot):
    async with _Open() as shown:
        shown.seam.program.preferences.problem = errors.DiskDenied(path="/etc/settings.toml")
        shown.field("confirm_quit").box.setChecked(False)
        await until(shown.dialog._problem.isVisible)
        assert shown.field("confirm_quit").box.isChecked(), "the field shows what is in force"


async def test_the_key_is_forgotten_with_one_press(qtbot):
    async with _Open() as shown:
        await shown.seam.program.session.enter_key(None)
        shown.dialog._show(shown.settings)
        box = shown.dialog._account
        assert box.email.text() == "me@example.org" and "Premium" in box.plan.text()
        box.forget.click()
        await until(lambda: not shown.seam.program.session.state.signed_in)


@pytest.mark.parametrize("page", list(Page))
async def test_pages_open_by_name(qtbot, page):
    async with _Open() as shown:
        shown.dialog.open_page(page)
        assert shown.dialog.pages[page].isVisible()


async def test_boxes_alone_stand_under_the_edge_of_their_page(qtbot):
    async with _Open() as shown:
        shown.dialog.open_page(Page.DESKTOP)
        page, box = shown.dialog.pages[Page.DESKTOP], shown.field("watch_clipboard").box
        content = page.widget()
        edge = content.layout().contentsRect().left()
        await until(lambda: box.mapTo(content, box.rect().topLeft()).x() == edge)


async def test_the_week_is_painted_where_a_schedule_is_used(qtbot):
    async with _Open() as shown:
        grid = shown.field("schedule").editor.grid
        shown.dialog.open_page(Page.LIMITS)
        assert not grid.isEnabled()
        shown.field("use_schedule").box.setChecked(True)
        await until(grid.isEnabled)
        assert not shown.field("slow_limits").box.isEnabled(), "the schedule decides"
        QTest.keyClick(grid, Qt.Key.Key_3)
        await until(lambda: shown.settings.schedule)
        assert shown.settings.schedule.split()[0] == "o" + "f" * 23
        shown.dialog.reset.click()
        (await _asked(shown)).take.click()
        await until(lambda: not shown.settings.schedule)
        assert grid.week == Week()


def _shown_pages(dialog):
    return [page for row, page in enumerate(Page) if not dialog._list.item(row).isHidden()]


async def test_typed_words_turn_to_the_setting_and_mark_it(qtbot):
    async with _Open() as shown:
        search, pages = shown.dialog.search, shown.dialog.pages
        QTest.keyClick(shown.dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        await until(search.line.hasFocus)
        QTest.keyClicks(search.line, "throttle")
        assert _shown_pages(shown.dialog) == [Page.LIMITS]
        assert pages[Page.LIMITS].isVisible() and search.current.name == "limit_download"
        assert search.told.text() == "1 of 5 settings"
        QTest.keyClick(search.line, Qt.Key.Key_Return)
        assert search.current.name == "limit_upload"
        QTest.keyClick(search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert search.current.name == "slow_limits", "round"
        assert shown.dialog.isVisible(), "Return closes nothing here"
        QTest.keyClick(search.line, Qt.Key.Key_Down)
        assert shown.field("slow_limits").widget.hasFocus()
        search.line.setText("no such thing")
        assert _shown_pages(shown.dialog) == list(Page)
        QTest.keyClick(search.line, Qt.Key.Key_Escape)
        assert not search.line.text() and not search.told.isVisible() and shown.dialog.isVisible()


async def test_the_current_one_is_in_sight_and_its_ground_is_lit(qtbot):
    async with _Open() as shown:
        shown.dialog.resize(900, 460)
        page = shown.dialog.pages[Page.UPLOADS]
        shown.dialog.search.line.setText("more files than this is listed")
        widget = shown.field("plan_over_files").widget
        await until(
            lambda: page.viewport().rect().contains(widget.mapTo(page.viewport(), widget.rect().center()))
        )
        beside = widget.mapTo(page.viewport(), widget.rect().topRight())
        lit = page.viewport().grab().toImage().pixelColor(beside.x() + 20, beside.y() + 2)
        shown.dialog.search.line.clear()
        assert page.viewport().grab().toImage().pixelColor(beside.x() + 20, beside.y() + 2) != lit


async def test_settings_go_to_a_file_and_come_back(qtbot, tmp_path):
    disk = Workers("documents")
    path = tmp_path / "mine.json"
    async with _Open() as shown:
        shown.seam.program.documents = Documents(disk)
        shown.field("parallel_uploads").box.setValue(4)
        await until(lambda: shown.settings.parallel_uploads == 4)
        shown.dialog.take_out.click()
        await choose(path)
        await until(shown.dialog._problem.isVisible)
        document = json.loads(path.read_text())
        assert document["settings"]["parallel_uploads"] == 4
        document["settings"] |= {"parallel_uploads": 3, "timeout_seconds": "soon", "odd": 1}
        path.write_text(json.dumps(document))
        shown.dialog.take_in.click()
        await choose(path)
        asked = await _asked(shown)
        assert asked.model.rowCount() == 1
        assert "silent connection" in asked.left_out.label.text() and "odd" in asked.left_out.label.text()
        assert shown.settings.parallel_uploads == 4, "nothing before the button"
        asked.take.click()
        await until(lambda: shown.settings.parallel_uploads == 3)
        path.write_text("{}")
        shown.dialog.take_in.click()
        await choose(path)
        await until(lambda: "holds no settings" in shown.dialog._problem.label.text())
    await disk.close()

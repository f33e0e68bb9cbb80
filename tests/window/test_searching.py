"""The search of the account in the real window, over the real core and the simulated service."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from support.core_window import CoreWindow, alone, shows
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.catalogue.order import Column
from fichier_gui.domain.ids import ROOT
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.duplicates import Duplicates
from fichier_gui.ui.dialogs.search_words import SaveSearch
from fichier_gui.ui.models.file_list import COLUMNS
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.file_list import Page
from fichier_gui.ui.views.search_field import Scope

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]
FOLDER = next(number for number, spec in enumerate(COLUMNS) if spec.column is Column.FOLDER)


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


def footer(shell: Shell) -> str:
    return shell.window.files.footer.counts.whole


@pytest.fixture
def service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/Films/2024/one holiday.mkv", b"1" * 70_000)
    made.add_file("/Films/2024/two.mkv", b"2" * 50_000)
    made.add_file("/Music/holiday 10.flac", b"s" * 900)
    made.add_file("/Music/holiday 9.flac", b"s" * 1900)
    made.add_file("/readme.txt", b"hello")
    return made


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Window:
    async def opened(play: Play) -> None:
        async def known(shell: Shell) -> None:
            await know(shell, "/Films", "/Films/2024", "/Music")
            await play(shell)

        await core_window.open(service, alone(known), ready=shows("readme.txt"), budget_rules=QUICK)

    return opened


async def know(shell: Shell, *paths: str) -> None:
    for path in paths:
        folder = await shell.seam.call(lambda core, path=path: core.browse.resolve(path))  # type: ignore[misc]
        await shell.seam.call(lambda core, folder=folder: core.browse.open_folder(folder))  # type: ignore[misc]


async def search(shell: Shell, text: str) -> None:
    shell.actions[ActionId.SEARCH].trigger()
    shell.window.toolbar.search.setText(text)
    await until(lambda: shell.desk.searching.is_on)


async def test_what_is_found_takes_the_place_of_the_list_and_escape_gives_it_back(window: Window) -> None:
    async def play(shell: Shell) -> None:
        files, field = shell.window.files, shell.window.toolbar.search
        files.table.reveal(files.model.rows[1].id)  # type: ignore[union-attr]
        assert files.table.isColumnHidden(FOLDER)
        await search(shell, "holiday")
        await until(lambda: names(shell) == ["holiday 9.flac", "holiday 10.flac", "one holiday.mkv"])
        assert not files.table.isColumnHidden(FOLDER)
        assert files.model.index(2, FOLDER).data() == "/Films/2024"
        assert footer(shell) == "3 found · in all 4 folders"
        assert files.footer.age.whole.startswith("Oldest list: read ")
        files.table.header().setSortIndicator(FOLDER, Qt.SortOrder.AscendingOrder)
        assert names(shell)[0] == "one holiday.mkv"
        files.table.selectAll()
        assert footer(shell).endswith("3 selected, 73 kB")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert names(shell)[:2] == ["Films", "Music"]
        assert [row.name for row in files.table.chosen_rows()] == ["Music"], "the selection is back"
        assert files.table.isColumnHidden(FOLDER)
        assert field.text() == ""
        assert field.scope is Scope.FOLDER
        assert shell.desk.navigation.folder_id == ROOT

    await window(play)


async def test_a_hit_is_shown_in_its_folder_and_a_folder_opens(window: Window) -> None:
    async def play(shell: Shell) -> None:
        files = shell.window.files
        await search(shell, "*.flac")
        await until(lambda: names(shell) == ["holiday 9.flac", "holiday 10.flac"])
        files.table.reveal(files.model.rows[1].url)  # type: ignore[union-attr]
        assert shell.actions[ActionId.SHOW_IN_FOLDER].isEnabled()
        shell.actions[ActionId.SHOW_IN_FOLDER].trigger()
        await until(lambda: shell.desk.navigation.folder_name == "Music" and files.table.chosen_rows())
        assert [row.name for row in files.table.chosen_rows()] == ["holiday 10.flac"]
        assert not shell.desk.searching.is_on
        assert not shell.actions[ActionId.SHOW_IN_FOLDER].isEnabled()
        await search(shell, "2024 type:folder")
        await until(lambda: names(shell) == ["2024"])
        QTest.keyClick(shell.window.toolbar.search, Qt.Key.Key_Down)
        assert files.table.hasFocus()
        QTest.keyClick(files.table, Qt.Key.Key_Return)
        await until(lambda: shell.desk.navigation.folder_name == "2024" and "two.mkv" in names(shell))
        assert not shell.desk.searching.is_on
        await search(shell, "two")
        await until(lambda: names(shell) == ["two.mkv"])
        files.table.reveal(files.model.rows[0].url)  # type: ignore[union-attr]
        shell.actions[ActionId.SHOW_IN_FOLDER].trigger()
        assert [row.name for row in files.table.chosen_rows()] == ["two.mkv"], (
            "in the folder that was covered"
        )
        assert len(names(shell)) == 2

    await window(play)


async def test_back_returns_to_what_was_found(window: Window) -> None:
    async def play(shell: Shell) -> None:
        table, field = shell.window.files.table, shell.window.toolbar.search
        await search(shell, "holiday")
        await until(lambda: "one holiday.mkv" in names(shell))
        table.reveal(shell.window.files.model.rows[2].url)  # type: ignore[union-attr]
        shell.actions[ActionId.SHOW_IN_FOLDER].trigger()
        await until(lambda: names(shell) == ["one holiday.mkv", "two.mkv"])
        shell.actions[ActionId.BACK].trigger()
        await until(lambda: names(shell) == ["holiday 9.flac", "holiday 10.flac", "one holiday.mkv"])
        await until(table.chosen_rows)
        assert [row.name for row in table.chosen_rows()] == ["one holiday.mkv"]
        assert field.text() == "holiday"
        QTest.keyClick(field, Qt.Key.Key_Escape)
        await until(lambda: "readme.txt" in names(shell))
        assert shell.desk.navigation.folder_id == ROOT, "and no step further"
        assert not shell.actions[ActionId.BACK].isEnabled()

    await window(play)


async def test_a_download_of_a_hit_knows_where_it_came_from(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        await shell.seam.call(
            lambda core: core.preferences.change("download_folder", str(tmp_path / "Downloads"))
        )
        await search(shell, "one size>1kB")
        await until(lambda: names(shell) == ["one holiday.mkv"])
        shell.window.files.table.selectAll()
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until((tmp_path / "Downloads" / "one holiday.mkv").exists)
        order = await shell.seam.call(lambda core: core.transfers.order())
        (row,) = await shell.seam.call(lambda core: core.transfers.rows(list(order)))  # type: ignore[arg-type]
        assert row.remote_folder_path == "/Films/2024"

    await window(play)


async def test_nothing_found_and_words_that_are_not_understood(window: Window) -> None:
    async def play(shell: Shell) -> None:
        files = shell.window.files
        await search(shell, "zzzz")
        await until(lambda: files.page is Page.MESSAGE)
        assert files.message.accessibleName().startswith("Nothing found")
        shell.window.toolbar.search.setText("holiday size>lots")
        await until(lambda: "one holiday.mkv" in names(shell))
        assert files.footer.age.whole == "Not understood: size>lots"
        shell.window.toolbar.search.setText("size>lots")
        await until(lambda: files.message.accessibleName().startswith("Not understood: size>lots"))
        shell.window.toolbar.search.clear()
        await until(lambda: "readme.txt" in names(shell))
        assert shell.window.toolbar.search.scope is Scope.ACCOUNT, "one may go on typing"

    await window(play)


async def test_the_scope_changes_with_the_words_in_the_line(window: Window) -> None:
    async def play(shell: Shell) -> None:
        shell.actions[ActionId.FILTER].trigger()
        shell.window.toolbar.search.setText("read")
        await until(lambda: names(shell) == ["readme.txt"])
        shell.window.toolbar.search.setText("holiday")
        await until(lambda: names(shell) == [])
        shell.actions[ActionId.SEARCH].trigger()
        shell.actions[ActionId.FILTER].trigger()
        timers = shell.desk.searching.findChildren(QTimer)
        assert timers
        assert not any(timer.isActive() for timer in timers), "it was taken back before it began"
        shell.actions[ActionId.SEARCH].trigger()
        await until(lambda: "one holiday.mkv" in names(shell))
        shell.actions[ActionId.FILTER].trigger()
        assert names(shell) == []
        assert footer(shell) == "0 of 3 items"
        shell.window.toolbar.search.setText("Films")
        await until(lambda: names(shell) == ["Films"])

    await window(play)


async def test_what_is_read_meanwhile_is_found_too(window: Window, service: Service) -> None:
    async def play(shell: Shell) -> None:
        await search(shell, "holiday")
        await until(lambda: "one holiday.mkv" in names(shell))
        service.add_file("/Music/holiday 11.flac", b"x")
        music = await shell.seam.call(lambda core: core.browse.resolve("/Music"))
        await shell.seam.call(lambda core: core.browse.listing(music, 0.0))
        await until(lambda: "holiday 11.flac" in names(shell))

    await window(play)


async def test_going_elsewhere_ends_the_search(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await search(shell, "holiday")
        await until(lambda: "one holiday.mkv" in names(shell))
        shell.window.toolbar.breadcrumb.chosen.emit(ROOT)
        assert "readme.txt" in names(shell)
        assert shell.window.toolbar.search.text() == ""
        await search(shell, "holiday")
        await until(lambda: "one holiday.mkv" in names(shell))
        shell.desk.navigation.go_to_path("/Music")
        await until(lambda: names(shell) == ["holiday 9.flac", "holiday 10.flac"])
        assert not shell.desk.searching.is_on

    await window(play)


async def test_more_than_can_be_shown(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fichier_gui.ui.searching.FIRST", 1)
    monkeypatch.setattr("fichier_gui.ui.searching.MOST", 2)

    async def play(shell: Shell) -> None:
        await search(shell, "holiday")
        await until(lambda: footer(shell).startswith("the first 2 of 3: narrow the search down · in all"))
        assert len(names(shell)) == 2

    await window(play)


async def test_searches_are_saved_chosen_and_removed(window: Window) -> None:
    async def play(shell: Shell) -> None:
        assert not shell.actions[ActionId.SAVE_SEARCH].isEnabled()
        await search(shell, "type:audio")
        shell.actions[ActionId.SAVE_SEARCH].trigger()
        dialog = await opened_dialog(SaveSearch)
        dialog.line.setText("  Sounds & songs ")
        dialog.accept()
        saved = shell.seam
        while not await saved.call(lambda core: core.finding.saved.all()):
            await asyncio.sleep(0.01)
        shell.desk.searching.end()
        menu = await opened_menu(shell)
        texts = [action.text() for action in menu.actions() if action.text()]
        assert texts == [
            "Filter this folder",
            "Search the account",
            "Sounds && songs",
            "Save this search…",
            "Remove a saved search",
            "What can be searched for",
        ]
        next(action for action in menu.actions() if action.text() == "Sounds && songs").trigger()
        menu.close()
        await until(lambda: names(shell) == ["holiday 9.flac", "holiday 10.flac"])
        assert shell.window.toolbar.search.text() == "type:audio"
        menu = await opened_menu(shell)
        drop = next(action.menu() for action in menu.actions() if action.menu())
        drop.actions()[0].trigger()  # type: ignore[union-attr]
        menu.close()
        while await saved.call(lambda core: core.finding.saved.all()):
            await asyncio.sleep(0.01)

    await window(play)


async def test_duplicates_are_shown_and_a_copy_in_its_folder(window: Window, service: Service) -> None:
    for path in ("/copy.mkv", "/Music/copy of one.mkv"):
        service.add_file(path, b"1" * 70_000)

    async def play(shell: Shell) -> None:
        await know(shell, "/")
        shell.actions[ActionId.DUPLICATES].trigger()
        dialog = await opened_dialog(Duplicates)
        assert dialog.tree.topLevelItemCount() == 1
        group = dialog.tree.topLevelItem(0)
        assert group is not None
        assert (group.text(2), group.childCount()) == ("140 kB", 3)
        assert not dialog.show_button.isEnabled()
        dialog.tree.setCurrentItem(group)
        assert not dialog.show_button.isEnabled(), "a content is nowhere"
        place = next(n for n in range(3) if "copy of one" in str(group.child(n).text(0)))
        dialog.tree.setCurrentItem(group.child(place))
        dialog.show_button.click()
        await until(
            lambda: shell.desk.navigation.folder_name == "Music" and shell.window.files.table.chosen_rows()
        )
        assert [row.name for row in shell.window.files.table.chosen_rows()] == ["copy of one.mkv"]

    await window(play)


async def test_the_files_are_exported_in_the_form_that_was_chosen(window: Window, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        await know(shell, "/Films")
        shell.desk.navigation.go_to_path("/Films")
        await until(lambda: shell.desk.navigation.folder_name == "Films" and names(shell) == ["2024"])
        shell.actions[ActionId.EXPORT_FILES].trigger()
        dialog = await opened_dialog(QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectNameFilter(dialog.nameFilters()[1])
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        target = tmp_path / "files.json"
        assert dialog.selectedFiles() == [str(target)]
        dialog.accept()
        await until(lambda: "2 files written to files.json." in shell.window.notice_bar.sentence)
        paths = {one["path"] for one in json.loads(target.read_text("utf-8"))}
        assert paths == {"/Films/2024/one holiday.mkv", "/Films/2024/two.mkv"}

    await window(play)


D = TypeVar("D", bound=QDialog)


async def opened_dialog(kind: type[D]) -> D:
    def visible() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    await until(visible)
    dialog = visible()[0]
    assert isinstance(dialog, kind)
    return dialog


async def opened_menu(shell: Shell) -> QMenu:
    def visible() -> list[QMenu]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]

    shell.window.toolbar.search.menu_asked.emit(shell.window.pos())
    await until(visible)
    return visible()[0]

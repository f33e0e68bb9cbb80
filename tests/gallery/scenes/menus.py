"""Menus: of the window, of rows, of the tree, of the search, of the tray."""

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from fichier_gui.app.finding import SavedSearch
from fichier_gui.ui.actions import ActionId


@scene()
async def menu_of_the_window(stage: Stage) -> QWidget:
    stage.act(ActionId.SHOW_MENU)
    return await stage.menu()


async def part_of_the_menu(stage: Stage, number: int) -> QWidget:
    """The so-manieth menu within the window's."""
    stage.act(ActionId.SHOW_MENU)
    menu = await stage.menu()
    part = [action.menu() for action in menu.actions() if action.menu() is not None][number]
    assert isinstance(part, QMenu)
    part.popup(menu.mapToGlobal(QPoint(menu.width(), 0)))
    return part


@scene()
async def menu_of_the_window_view(stage: Stage) -> QWidget:
    return await part_of_the_menu(stage, 0)


@scene()
async def menu_of_the_window_transfers(stage: Stage) -> QWidget:
    return await part_of_the_menu(stage, 1)


@scene()
async def menu_of_the_window_account(stage: Stage) -> QWidget:
    return await part_of_the_menu(stage, 2)


@scene()
async def menu_of_uploads(stage: Stage) -> QWidget:
    button = next(each for each in stage.window.toolbar.findChildren(QPushButton) if each.menu() is not None)
    button.menu().popup(button.mapToGlobal(QPoint(0, button.height())))
    return await stage.menu()


@scene()
async def menu_of_rows(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    stage.shell.desk.file_menu.show(stage.window.mapToGlobal(QPoint(300, 100)))
    return await stage.menu()


@scene()
async def menu_of_links(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    stage.shell.desk.file_menu.show(stage.window.mapToGlobal(QPoint(300, 100)))
    menu = await stage.menu()
    part = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(part, QMenu)
    part.popup(menu.mapToGlobal(QPoint(menu.width(), 100)))
    return part


@scene()
async def menu_of_the_folder(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    stage.window.files.table.clearSelection()
    stage.shell.desk.file_menu.show(stage.window.mapToGlobal(QPoint(300, 100)))
    return await stage.menu()


@scene()
async def menu_of_the_tree(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    places = stage.window.places
    stage.shell.desk.tree_menu.show(places.visualRect(places.currentIndex()).center())
    return await stage.menu()


@scene()
async def menu_of_the_search(stage: Stage) -> QWidget:
    saved = SavedSearch("Films of last year", "type:video after:2024-01")
    await stage.call(lambda p: p.finding.saved.put(saved))
    search = stage.window.toolbar.search
    search.menu_asked.emit(search.mapToGlobal(QPoint(0, search.height())))
    return await stage.menu()


@scene()
async def menu_of_the_tray(stage: Stage) -> QWidget:
    assert stage.shell.tray is not None
    stage.shell.tray.menu.popup(stage.window.mapToGlobal(QPoint(300, 100)))
    return await stage.menu()

"""The folder of this computer beside the list."""

import os
from pathlib import Path

from gallery.registry import scene
from gallery.stage import NOON, Stage
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.fact_list import FactList
from fichier_gui.ui.dialogs.local_name import LocalName
from fichier_gui.ui.views.local_pane import LocalPane
from fichier_gui.ui.views.local_table import LocalTable
from fichier_gui.ui.views.main_window import LEAST_SIZE

SIZES = {
    "beach 1.jpg": 3_400_000,
    "beach 2.jpg": 2_900_000,
    "diary.odt": 45_000,
    "film of the ferry that left without us.mp4": 88_000_000,
    "notes.txt": 1200,
    "song.flac": 23_000_000,
}


def filled(place: Path) -> str:
    """A folder with something of everything, as old in each picture."""
    folder = place / "Holiday"
    for name in ("2024 Corsica", "Letters"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, size in SIZES.items():
        with (folder / name).open("wb") as file:
            file.truncate(size)
    for path in folder.iterdir():
        os.utime(path, (NOON - 86_400, NOON - 86_400))
    return str(folder)


async def beside(stage: Stage, *names: str) -> LocalPane:
    """The pane on that folder, with these chosen."""
    await stage.at("/Pictures")
    stage.act(ActionId.TOGGLE_LOCAL)
    stage.later(stage.shell.actions[ActionId.TOGGLE_LOCAL].trigger)
    local = stage.shell.desk.panes.local
    pane = stage.window.local
    assert local is not None and pane is not None
    folder = filled(stage.folder)
    local.here.go(folder)
    await stage.until(lambda: local.here.listing is not None and local.here.listing.folder == folder)
    pane.table.select_rows(pane.model.places(names))
    return pane


@scene(LocalPane, LocalTable)
async def window_local(stage: Stage) -> QWidget:
    await beside(stage, "beach 1.jpg", "beach 2.jpg")
    return stage.window


@scene()
async def window_local_smallest(stage: Stage) -> QWidget:
    await beside(stage)
    before = stage.window.size()
    stage.window.resize(*LEAST_SIZE)
    await stage.until(lambda: stage.window.width() == LEAST_SIZE[0])
    stage.later(lambda: stage.window.resize(before))
    return stage.window


@scene()
async def window_local_gone(stage: Stage) -> QWidget:
    pane = await beside(stage)
    local = stage.shell.desk.panes.local
    assert local is not None
    local.here.go(str(stage.folder / "Removed"))
    await stage.until(pane.message.isVisible)
    return stage.window


@scene()
async def window_local_drop(stage: Stage) -> QWidget:
    pane = await beside(stage)
    pane.light(QPoint(20, pane.table.viewport().height() - 2))
    stage.later(lambda: pane.light(None))
    return stage.window


@scene()
async def menu_of_local_rows(stage: Stage) -> QWidget:
    pane = await beside(stage, "beach 1.jpg")
    pane.menu_asked.emit(pane.mapToGlobal(QPoint(20, 100)))
    return await stage.menu()


@scene(LocalName)
async def local_new_folder(stage: Stage) -> QWidget:
    await beside(stage)
    dialog = await stage.opened(LocalName, ActionId.LOCAL_NEW_FOLDER)
    dialog.line.setText("Letters")
    return dialog


@scene()
async def local_rename(stage: Stage) -> QWidget:
    await beside(stage, "beach 1.jpg")
    return await stage.opened(LocalName, ActionId.LOCAL_RENAME)


@scene(FactList)
async def local_properties(stage: Stage) -> QWidget:
    await beside(stage, "beach 1.jpg")
    return await stage.opened(FactList, ActionId.LOCAL_PROPERTIES)

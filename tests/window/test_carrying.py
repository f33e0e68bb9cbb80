"""Rows carried to folders in the list, in the tree and on the path; what counts is what the service holds."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton
from support.organising_world import asked
from support.waiting import until
from test_organising_window import Scene, Window, service, window

from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.models.file_list import FileListModel
from fichier_gui.ui.views.breadcrumb import Breadcrumb

__all__ = ["service", "window"]

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
COPY, MOVE, IGNORE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.IgnoreAction


class Carried:
    """The chosen rows under way: events as the platform sends them."""

    def __init__(
        self, scene: Scene, modifiers=PLAIN, actions=COPY | MOVE, data: QMimeData | None = None
    ) -> None:
        table = scene.table
        self.data = data or table.model().mimeData(table.selectionModel().selectedIndexes())
        self.modifiers, self.actions = modifiers, actions

    def over(self, surface, point: QPoint) -> QDragMoveEvent:
        QApplication.sendEvent(surface, QDragEnterEvent(point, self.actions, self.data, LEFT, self.modifiers))
        event = QDragMoveEvent(point, self.actions, self.data, LEFT, self.modifiers)
        QApplication.sendEvent(surface, event)
        return event

    def drop(self, surface, point: QPoint) -> QDropEvent:
        self.over(surface, point)
        event = QDropEvent(QPointF(point), self.actions, self.data, LEFT, self.modifiers)
        QApplication.sendEvent(surface, event)
        return event


def row(scene: Scene, name: str) -> QPoint:
    """The middle of a row's name."""
    table = scene.table
    return table.visualRect(table.model().index(scene.names.index(name), 0)).center()


def place(scene: Scene, path: str) -> QPoint:
    """The middle of a folder in the tree, unfolded down to it."""
    places, model = scene.shell.window.places, scene.shell.window.folders
    index = model.index(0, 0)
    for name in path.split("/")[1:]:
        places.expand(index)
        index = next(
            model.index(n, 0, index)
            for n in range(model.rowCount(index))
            if model.index(n, 0, index).data() == name
        )
    places.scrollTo(index)
    return places.visualRect(index).center()


def crumb(breadcrumb: Breadcrumb, name: str) -> QToolButton:
    return next(b for b in breadcrumb.findChildren(QToolButton) if b.text() == name and b.isVisible())


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_files_go_into_a_folder_of_the_list_and_back(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.choose("readme.txt")
        carried, viewport = Carried(scene), scene.table.viewport()
        event = carried.over(viewport, row(scene, "Music"))
        assert event.isAccepted() and event.dropAction() is MOVE
        assert scene.table._delegate._folder_at == scene.names.index("Music"), "it lights up"
        carried.drop(viewport, row(scene, "Music"))
        assert scene.table._delegate._folder_at is None
        await scene.told("“readme.txt” moved to Music.")
        await until(lambda: "/Music/readme.txt" in scene.stored())
        assert "/readme.txt" not in scene.stored() and "readme.txt" not in scene.names
        assert asked(scene.running, "file/mv") == 1
        scene.trigger(ActionId.UNDO)
        await until(lambda: scene.stored() == before)

    await window(play)


async def test_ctrl_copies(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt", "Films")
        carried = Carried(scene, CTRL)
        assert carried.over(scene.table.viewport(), row(scene, "Music")).dropAction() is COPY
        carried.drop(scene.table.viewport(), row(scene, "Music"))
        await scene.told("copied to Music.")
        copies = {"/Music/readme.txt", "/Music/Films/three.mkv", "/Music/Films/2024/one.mkv"}
        await until(lambda: copies < set(scene.stored()))
        assert {"/readme.txt", "/Films/three.mkv"} < set(scene.stored())

    await window(play)


async def test_a_platform_that_leaves_only_the_copy_gets_one(window: Window) -> None:
    async def play(scene: Scene) -> None:
        scene.choose("readme.txt")
        event = Carried(scene, actions=COPY).over(scene.table.viewport(), row(scene, "Music"))
        assert event.isAccepted() and event.dropAction() is COPY

    await window(play)


@pytest.mark.parametrize("service", [True], indirect=True)
async def test_folders_go_into_the_tree(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        await scene.go("/Films")
        scene.choose("2024", "three.mkv")
        carried, places = Carried(scene), scene.shell.window.places
        event = carried.over(places.viewport(), place(scene, "/Music"))
        assert event.isAccepted() and places._delegate.lit.data() == "Music"
        QApplication.sendEvent(places.viewport(), QDragLeaveEvent())
        assert not places._delegate.lit.isValid()
        carried.drop(places.viewport(), place(scene, "/Music"))
        await until(lambda: {"/Music/2024/one.mkv", "/Music/three.mkv"} < set(scene.stored()))
        await until(lambda: not scene.names)

    await window(play)


async def test_rows_go_up_the_path(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        scene.choose("one.mkv", "two.mkv")
        carried, path = Carried(scene), scene.shell.window.toolbar.breadcrumb
        films = crumb(path, "Films")
        event = carried.over(path, films.geometry().center())
        assert event.isAccepted() and films.autoFillBackground(), "it lights up"
        here = crumb(path, "2024").geometry().center()
        assert not carried.over(path, here).isAccepted() and not films.autoFillBackground()
        carried.drop(path, films.geometry().center())
        await until(lambda: {"/Films/one.mkv", "/Films/two.mkv"} < set(scene.stored()))

    await window(play)


async def test_what_makes_no_sense_is_refused(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        await scene.go("/")
        before = scene.stored()
        scene.choose("Films", "readme.txt")
        viewport, places = scene.table.viewport(), scene.shell.window.places
        path = scene.shell.window.toolbar.breadcrumb
        for surface, point in (
            (viewport, row(scene, "Films")),  # into itself
            (places.viewport(), place(scene, "/Films/2024")),  # into what it holds
            (places.viewport(), place(scene, "")),  # where it is already
            (path, crumb(path, "Account").geometry().center()),
            (viewport, row(scene, "readme.txt")),  # on a file
            (viewport, QPoint(20, viewport.height() - 4)),  # on nothing
        ):
            for modifiers in (PLAIN, CTRL):
                carried = Carried(scene, modifiers)
                event = carried.over(surface, point)
                assert not event.isAccepted() and event.dropAction() is IGNORE
                assert scene.table._delegate._folder_at is None and not places._delegate.lit.isValid()
                assert not carried.drop(surface, point).isAccepted()
        assert scene.stored() == before
        assert not asked(scene.running, "file/mv", "file/cp", "folder/mv", "folder/mkdir")

    await window(play)


async def test_only_the_rows_of_this_list_are_taken(window: Window) -> None:
    async def play(scene: Scene) -> None:
        before = scene.stored()
        scene.choose("readme.txt")
        stranger = FileListModel()
        stranger.show(scene.shell.window.files.model.rows)
        links = QMimeData()
        links.setText("https://1fichier.com/?abcdefghij")
        for data in (stranger.carried(stranger.rows), links):
            carried = Carried(scene, data=data)
            carried.over(scene.table.viewport(), row(scene, "Music"))
            assert scene.table._delegate._folder_at is None
            carried.drop(scene.table.viewport(), row(scene, "Music"))
        assert scene.stored() == before and not asked(scene.running, "file/mv")

    await window(play)


async def test_finds_of_a_search_leave_their_folders(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        await scene.go("/Films")
        scene.trigger(ActionId.SEARCH)
        scene.shell.window.toolbar.search.setText("mkv")
        await until(lambda: sorted(scene.names) == ["one.mkv", "three.mkv", "two.mkv"])
        scene.choose("one.mkv", "three.mkv")
        places = scene.shell.window.places
        carried = Carried(scene)
        assert carried.over(places.viewport(), place(scene, "/Films")).isAccepted(), "one is not there yet"
        carried.drop(places.viewport(), place(scene, "/Music"))
        await until(lambda: {"/Music/one.mkv", "/Music/three.mkv"} < set(scene.stored()))

    await window(play)


async def test_a_drag_that_rests_opens_and_scrolls(window: Window, service) -> None:
    for number in range(60):
        service.add_folder(f"/z{number:02d}")

    async def play(scene: Scene) -> None:
        await until(lambda: len(scene.names) > 60)
        scene.choose("readme.txt")
        carried, places, viewport = Carried(scene), scene.shell.window.places, scene.table.viewport()
        scene.table.scrollToTop()
        carried.over(viewport, QPoint(20, viewport.height() - 2))
        await until(
            lambda: scene.table.verticalScrollBar().value() == scene.table.verticalScrollBar().maximum()
        )
        QApplication.sendEvent(viewport, QDragLeaveEvent())
        films = place(scene, "/Films")
        index = places.indexAt(films)
        assert not places.isExpanded(index)
        carried.over(places.viewport(), films)
        await until(lambda: places.isExpanded(index))
        QApplication.sendEvent(places.viewport(), QDragLeaveEvent())

    await window(play)


async def test_rows_belong_to_their_folder_while_another_one_is_opened(window: Window) -> None:
    async def play(scene: Scene) -> None:
        await scene.go("/Films/2024")
        scene.choose("one.mkv")
        here = scene.shell.desk.navigation
        before = here.folder_id
        here.up()
        assert here.folder_id != before and "one.mkv" in scene.names
        (placed,) = scene.shell.desk.organising.chosen()
        assert placed.folder == before

    await window(play)

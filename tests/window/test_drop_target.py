"""Dropping on parts of the window: only local files are taken, and always as a copy."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from fichier_gui.domain.ids import FolderId
from fichier_gui.ui.views.drop_target import DropTarget, local_paths

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
INSIDE = QPoint(20, 20)
ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def enter(widget, data, point=INSIDE):
    event = QDragEnterEvent(point, ANY, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event


def move(widget, data, point):
    event = QDragMoveEvent(point, ANY, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event


def drop(widget, data, point=INSIDE):
    event = QDropEvent(QPointF(point), ANY, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event


class _Target:
    def __init__(self, qtbot, widget=None, **options):
        self.widget = widget or QWidget()
        qtbot.addWidget(self.widget)
        self.widget.resize(400, 200)
        self.widget.show()
        self.target = DropTarget(self.widget, lambda: "Films", **options)
        self.dropped = []
        self.target.dropped.connect(lambda paths, folder: self.dropped.append((paths, folder)))


def test_files_are_taken_and_the_place_is_named(qtbot):
    shown = _Target(qtbot)
    data = files("/home/me/é.txt", "/home/me/Trip")
    assert enter(shown.widget, data).isAccepted()
    overlay = shown.target._overlay
    assert overlay.isVisible() and overlay.accessibleName() == "Drop to upload to Films"
    event = drop(shown.widget, data)
    assert event.dropAction() is Qt.DropAction.CopyAction, "a move would delete the originals"
    assert shown.dropped == [(["/home/me/é.txt", "/home/me/Trip"], None)]
    assert not overlay.isVisible()


def test_other_things_are_left_to_the_widget(qtbot):
    shown = _Target(qtbot)
    text = QMimeData()
    text.setText("hello")
    web = QMimeData()
    web.setUrls([QUrl("https://1fichier.com/?abcdefghij")])
    for data in (text, web):
        assert not shown.target._overlay.isVisible()
        enter(shown.widget, data)
        assert not shown.target._overlay.isVisible()
        drop(shown.widget, data)
    assert not shown.dropped
    assert local_paths(web) == []


def test_a_folder_under_the_pointer_lights_up(qtbot):
    lit = []
    shown = _Target(
        qtbot,
        QTreeView(),
        folder_under=lambda point: (FolderId(7), "2024") if point.y() < 50 else None,
        light=lit.append,
    )
    viewport = shown.widget.viewport()
    data = files("/home/me/a.txt")
    enter(viewport, data, QPoint(20, 150))
    assert shown.target._overlay.isVisible() and lit[-1] is None
    move(viewport, data, QPoint(20, 10))
    assert not shown.target._overlay.isVisible() and lit[-1] == QPoint(20, 10)
    drop(viewport, data, QPoint(20, 10))
    assert shown.dropped == [(["/home/me/a.txt"], 7)] and lit[-1] is None


def test_leaving_puts_everything_out(qtbot):
    shown = _Target(qtbot)
    enter(shown.widget, files("/home/me/a.txt"))
    QApplication.sendEvent(shown.widget, QDragLeaveEvent())
    assert not shown.target._overlay.isVisible()


def test_a_closed_target_refuses(qtbot):
    shown = _Target(qtbot)
    shown.target.is_open = False
    data = files("/home/me/a.txt")
    enter(shown.widget, data)
    drop(shown.widget, data)
    assert not shown.target._overlay.isVisible() and not shown.dropped

"""Dropping on parts of the window: what other programs bring is taken, and always as a copy."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from fichier_gui.domain.ids import FolderId
from fichier_gui.ui.brought import Brought, Kind
from fichier_gui.ui.views.drop_target import DropTarget

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LINK = "https://1fichier.com/?abcdefghij0123456789"
PAGE = "https://example.org/film.mkv"
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


def drop(widget, data, point=INSIDE, actions=ANY):
    event = QDropEvent(QPointF(point), actions, data, LEFT, NONE)
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
        self.target.dropped.connect(lambda brought, folder: self.dropped.append((brought, folder)))


def test_files_are_taken_and_the_place_is_named(qtbot):
    shown = _Target(qtbot)
    data = files("/home/me/é.txt", "/home/me/Trip")
    assert enter(shown.widget, data).isAccepted()
    overlay = shown.target._overlay
    assert overlay.isVisible() and overlay.accessibleName() == "Drop to upload to Films"
    event = drop(shown.widget, data)
    assert event.dropAction() is Qt.DropAction.CopyAction, "a move would delete the originals"
    assert shown.dropped == [(Brought(Kind.FILES, ("/home/me/é.txt", "/home/me/Trip")), None)]
    assert not overlay.isVisible()


def test_other_things_are_left_to_the_widget(qtbot):
    shown = _Target(qtbot)
    text, own = QMimeData(), QMimeData()
    text.setText("hello")
    own.setData("application/x-something", b"else")
    for data in (text, own):
        enter(shown.widget, data)
        assert not shown.target._overlay.isVisible()
        drop(shown.widget, data)
    assert not shown.dropped


def html(text, words=""):
    data = QMimeData()
    data.setHtml(text)
    data.setText(words)
    return data


def web(*addresses):
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def test_links_of_a_browser_are_taken_and_are_no_folders(qtbot):
    lit = []
    shown = _Target(qtbot, QTreeView(), folder_under=lambda _: (FolderId(7), "2024"), light=lit.append)
    viewport = shown.widget.viewport()
    for data in (
        web(LINK),
        html(f'<p>My <a href="{LINK}">film</a></p>', "My film"),
        html("", f"see {LINK} and {LINK}&af=12"),
    ):
        enter(viewport, data)
        assert shown.target._overlay.accessibleName() == "Drop to see what is behind 1 link"
        assert not any(lit), "what becomes of links is asked"
        drop(viewport, data)
        assert shown.dropped.pop() == (Brought(Kind.LINKS, (LINK,)), None)
        assert not shown.target._overlay.isVisible()


def test_a_browser_that_offers_nothing_but_links_is_taken_at_its_word(qtbot):
    shown = _Target(qtbot)
    enter(shown.widget, web(LINK))
    event = drop(shown.widget, web(LINK), actions=Qt.DropAction.LinkAction)
    assert event.isAccepted() and event.dropAction() is Qt.DropAction.LinkAction


def test_other_addresses_go_to_the_folder_under_the_pointer(qtbot):
    shown = _Target(qtbot, QTreeView(), folder_under=lambda _: (FolderId(7), "2024"))
    viewport = shown.widget.viewport()
    picture = web(PAGE)
    picture.setImageData(QImage(4, 3, QImage.Format.Format_RGB32))
    for data in (web(PAGE), html("<img src='https://x.example/i.png'>", PAGE), picture):
        enter(viewport, data)
        assert shown.target._overlay.accessibleName() == "Drop to let 1fichier fetch this to 2024"
        drop(viewport, data)
        assert shown.dropped.pop() == (Brought(Kind.ADDRESSES, (PAGE,)), 7)


def test_a_picture_without_an_address_comes_with_its_pixels(qtbot):
    shown = _Target(qtbot)
    data = QMimeData()
    data.setImageData(QImage(4, 3, QImage.Format.Format_RGB32))
    enter(shown.widget, data)
    assert shown.target._overlay.accessibleName() == "Drop to upload the picture to Films"
    drop(shown.widget, data)
    ((brought, folder),) = shown.dropped
    assert brought.kind is Kind.PICTURE and folder is None
    assert (brought.picture.width(), brought.picture.height()) == (4, 3)


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
    assert shown.dropped == [(Brought(Kind.FILES, ("/home/me/a.txt",)), 7)] and lit[-1] is None


def test_leaving_puts_everything_out(qtbot):
    shown = _Target(qtbot)
    enter(shown.widget, files("/home/me/a.txt"))
    QApplication.sendEvent(shown.widget, QDragLeaveEvent())
    assert not shown.target._overlay.isVisible()

"""What other programs bring, pasted and dropped, in the window; what counts is what the service holds."""

from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from support.core_window import CoreWindow, shows
from support.quick_rules import QUICK
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.simulator.content import read_all
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog
from fichier_gui.ui.dialogs.send_picture import SendPicture
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]
LINK = "https://1fichier.com/?abcdefghij0123456789"
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(core_window: CoreWindow) -> Window:
    service = Service(limits=False, switches=quiet_switches(remote_seconds=1e9))
    service.add_folder("/Films")
    return lambda play: core_window.open(service, play, ready=shows("Films"), budget_rules=QUICK)


def picture() -> QImage:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


async def dialog(kind):
    def opened():
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return found[0] if found else None

    return await until(opened)


def drop(surface: QWidget, point: QPoint, data: QMimeData) -> None:
    QApplication.sendEvent(surface, QDragEnterEvent(point, COPY, data, LEFT, PLAIN))
    QApplication.sendEvent(surface, QDropEvent(QPointF(point), COPY, data, LEFT, PLAIN))


def films(shell: Shell) -> tuple[QWidget, QPoint]:
    table = shell.window.files.table
    row = [row.name for row in shell.window.files.model.rows].index("Films")
    return table.viewport(), table.visualRect(table.model().index(row, 0)).center()


async def test_a_picture_is_pasted_as_a_file_with_the_date_in_its_name(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        QApplication.clipboard().setImage(picture())
        shell.actions[ActionId.PASTE_LINKS].trigger()
        asked = await dialog(SendPicture)
        assert asked.name.startswith("Picture 20") and asked.name.endswith(".png")
        assert asked.line.selectedText() == asked.name.removesuffix(".png")
        asked.line.setText("Lake")
        asked.start.click()
        (file,) = await until(lambda: running.service.files_at("/"))
        assert file.name == "Lake.png"
        sent = QImage.fromData(read_all(file.content))
        assert sent.size() == picture().size() and sent.pixelColor(5, 5) == QColor("teal")

    await window(play)


async def test_a_picture_that_is_not_wanted_is_not_sent(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        QApplication.clipboard().setImage(picture())
        shell.actions[ActionId.PASTE_LINKS].trigger()
        (await dialog(SendPicture)).reject()
        await until(lambda: not [w for w in QApplication.topLevelWidgets() if isinstance(w, SendPicture)])
        assert not shell.seam.options.profile.pasted.exists() and not running.service.files_at("/")

    await window(play)


async def test_a_picture_dropped_on_a_folder_goes_there(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        data = QMimeData()
        data.setImageData(picture())
        drop(*films(shell), data)
        (await dialog(SendPicture)).start.click()
        await until(lambda: running.service.files_at("/Films"))

    await window(play)


async def test_links_dropped_anywhere_are_looked_into(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        surfaces = [shell.window.transfers, shell.window.places.viewport(), films(shell)[0]]
        for surface in surfaces:
            data = QMimeData()
            data.setHtml(f'<a href="{LINK}">a film</a>')
            drop(surface, QPoint(30, 30), data)
            asked = await dialog(PasteLinks)
            assert asked.text.toPlainText() == LINK
            asked.reject()
            await until(lambda: not [w for w in QApplication.topLevelWidgets() if isinstance(w, PasteLinks)])

    await window(play)


async def test_links_copied_from_a_page_are_pasted_though_its_words_hold_none(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        data = QMimeData()
        data.setHtml(f'<a href="{LINK}">a film</a>')
        data.setText("a film")
        QApplication.clipboard().setMimeData(data)
        shell.actions[ActionId.PASTE_LINKS].trigger()
        asked = await dialog(PasteLinks)
        assert asked.text.toPlainText() == LINK
        asked.reject()

    await window(play)


async def test_other_addresses_are_for_the_service_to_fetch(window: Window) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        for name in ("one.iso", "two.iso"):
            data = QMimeData()
            data.setUrls([QUrl(f"https://example.org/{name}")])
            drop(*films(shell), data)
        asked = await dialog(RemoteUploadsDialog)
        both = ["https://example.org/one.iso", "https://example.org/two.iso"]
        assert asked.form.text.toPlainText().split() == both, "the second drop adds to the first"
        asked.reject()

    await window(play)

"""Files looked at through the window, against the simulated service with its limits on."""

import socket
import struct
import sys
import zlib
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.core_window import CoreWindow
from support.player import Desktop
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.preview import PICTURE_LIMIT, TEXT_LIMIT
from fichier_gui.simulator.content import PatternContent
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui import speaking
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.password import PasswordQuestion
from fichier_gui.ui.dialogs.preview import Preview
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Opened = Callable[[Service, Play], Awaitable[None]]
TOKEN = "download/get_token"


def picture(width: int, height: int, colour: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def shown(kind: type[QWidget]) -> QWidget | None:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def service() -> Service:
    return Service(limits=True, switches=quiet_switches(owner_needs_password=True))


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Nobody's own player is started."""
    made = Desktop(tmp_path / "home")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def window(core_window: CoreWindow) -> Opened:
    return core_window.open


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
    except ConnectionRefusedError:
        return False
    return True


def choose(shell: Shell, name: str) -> None:
    row = next(row for row in shell.window.files.model.rows if row.name == name)
    shell.window.files.table.select([row.url])


async def look(shell: Shell, name: str) -> Preview:
    choose(shell, name)
    shell.window.files.table.setFocus()
    QTest.keyClick(shell.window.files.table, Qt.Key.Key_Space)
    dialog = await until(lambda: shown(Preview))
    assert isinstance(dialog, Preview)
    return dialog


@pytest.fixture
def slow_typist(qapp: QApplication) -> Iterator[None]:
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(60_000)
    yield
    qapp.setKeyboardInputInterval(before)


@pytest.mark.usefixtures("slow_typist")
async def test_a_space_in_a_name_that_is_typed_is_no_preview(window: Opened, service: Service) -> None:
    for name in ("a line.txt", "a more.txt", "a note.txt"):
        service.add_file(f"/{name}", b"words")

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        table = shell.window.files.table
        table.setFocus()
        QTest.keyClicks(table, "a")
        await until(shell.actions[ActionId.PREVIEW].isEnabled)
        QTest.keyClicks(table, " no")
        assert [row.name for row in table.chosen_rows()] == ["a note.txt"]
        assert shown(Preview) is None

    await window(service, play)


async def test_pictures_and_texts_are_stepped_through(window: Opened, service: Service) -> None:
    service.add_file("/a.png", picture(40, 30, "red"))
    service.add_file("/b.zip", b"PK")
    service.add_file("/c.txt", "déjà vu\n".encode())
    service.add_file("/d.png", picture(8000, 20, "blue"))

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "b.zip")
        assert not shell.actions[ActionId.PREVIEW].isEnabled()
        dialog = await look(shell, "a.png")
        await until(lambda: dialog.pages.currentWidget() is dialog.picture)
        assert dialog.picture.image.pixelColor(1, 1) == QColor("red")
        assert dialog.facts.text().startswith("40 × 30") and dialog.windowTitle() == "a.png"
        assert not dialog.before.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Right)
        await until(lambda: dialog.pages.currentWidget() is dialog.text)
        assert dialog.text.toPlainText() == "déjà vu\n" and dialog.windowTitle() == "c.txt"
        QTest.keyClick(dialog.text, Qt.Key.Key_Right)
        await until(lambda: dialog.pages.currentWidget() is dialog.picture)
        assert dialog.facts.text().startswith("8,000 × 20") and dialog.picture.image.width() == 4096
        assert not dialog.next.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Left)
        await until(lambda: dialog.pages.currentWidget() is dialog.text)
        dialog.accept()
        await until(lambda: shown(Preview) is None)
        assert running.requests.endpoints().count(TOKEN) == 4
        assert not shell.seam.summary.counts.done, "nothing was downloaded"

    await window(service, play)


async def test_what_cannot_be_shown_is_said(window: Opened, service: Service) -> None:
    service.add_file("/a.png", b"no picture at all")
    service.add_file("/b.txt", b"\x00\x01binary")
    service.add_file("/c.png", PatternContent(seed=1, size=PICTURE_LIMIT + 1), sum_known="0" * 128)
    service.add_file("/d.log", b"x" * (TEXT_LIMIT + 5))

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await look(shell, "a.png")
        await until(lambda: dialog.message.title.text() == "This picture cannot be shown")
        dialog.step(1)
        await until(lambda: dialog.message.title.text() == "This is no text")
        dialog.step(1)
        await until(lambda: dialog.message.title.text() == "This picture is too large to look at")
        assert running.requests.endpoints().count(TOKEN) == 2
        dialog.step(1)
        await until(lambda: dialog.pages.currentWidget() is dialog.text)
        assert dialog.facts.text().startswith("The beginning of it: ")
        assert dialog.text.toPlainText().replace("\n", "") == "x" * TEXT_LIMIT
        dialog.download.click()
        await until(lambda: shown(Preview) is None)
        await until(lambda: shell.seam.summary.counts.done == 1)

    await window(service, play)


def png_header(width: int, height: int) -> bytes:
    """A picture that says it is this large; little follows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99)))


async def test_what_memory_should_not_hold_or_nobody_can_read_is_said(
    window: Opened, service: Service
) -> None:
    service.add_file("/a.png", png_header(60_000, 50_000))
    service.add_file("/b.heic", b"from a telephone")

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await look(shell, "a.png")
        await until(lambda: dialog.message.title.text() == "This picture is too large to look at")
        assert "60,000 × 50,000" in dialog.message.text.text()
        dialog.step(1)
        await until(lambda: dialog.message.title.text() == "This picture cannot be shown")
        assert running.requests.endpoints().count(TOKEN) == 1, "it is not fetched to find out"
        dialog.accept()
        await until(lambda: shown(Preview) is None)

    await window(service, play)


async def test_what_is_stopped_goes_on_when_it_is_wanted(window: Opened, service: Service) -> None:
    service.add_file("/a.png", picture(40, 30, "red") + bytes(3_000_000))

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        running.service.faults.add(Fault("download", "slow", rate=300_000))
        dialog = await look(shell, "a.png")
        await until(lambda: dialog.message.bar.value())
        assert "of 3" in dialog.message.text.text()
        dialog.message.button.click()
        assert dialog.message.title.text() == "Stopped"
        dialog.message.button.click()
        await until(lambda: dialog.pages.currentWidget() is dialog.picture)
        dialog.accept()
        await until(lambda: shown(Preview) is None)

    await window(service, play)


async def test_a_protected_file_asks_for_its_password(window: Opened, service: Service) -> None:
    service.add_file("/a.txt", b"hidden", password="sesame")

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        dialog = await look(shell, "a.txt")
        question = await until(lambda: shown(PasswordQuestion))
        question.reject()
        await until(lambda: dialog.message.button.text() == "Enter the password…")
        dialog.message.button.click()
        question = await until(lambda: shown(PasswordQuestion))
        question.line.setText("sesame")
        question.accept()
        await until(lambda: dialog.text.toPlainText() == "hidden")
        dialog.accept()
        await until(lambda: shown(Preview) is None)

    await window(service, play)


async def test_a_protected_film_asks_before_it_is_played(
    window: Opened, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.add_file("/a.mp4", b"film" * 100, password="sesame")
    addresses: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", addresses.append)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "a.mp4")
        shell.actions[ActionId.PREVIEW].trigger()
        question = await until(lambda: shown(PasswordQuestion))
        question.line.setText("sesame")
        question.accept()
        await until(lambda: addresses)
        # This system opens nothing: the sentence says what to do.
        await until(lambda: shell.window.notice_bar.sentence.startswith("No player for a.mp4"))

    await window(service, play)


@pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop")
async def test_sound_goes_to_the_player_of_the_system(
    window: Opened, service: Service, desktop: Desktop
) -> None:
    service.add_file("/a b.mp3", b"sound" * 100)
    desktop.add("gramophone", "%U")
    desktop.prefer({"audio/mpeg": "gramophone.desktop"})

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "a b.mp3")
        shell.actions[ActionId.PREVIEW].trigger()
        await until(lambda: shell.window.notice_bar.sentence.startswith("Gramophone plays a b.mp3"))
        url = QUrl(desktop.taken.read_text().split("\n")[1])
        assert url.host() == "127.0.0.1" and url.fileName() == "a b.mp3"
        assert running.requests.endpoints().count(TOKEN) == 1
        assert listens(url.port())
        # What another account plays ends with its key.
        await shell.seam.call(lambda p: p.session.forget_key())
        await until(lambda: not listens(url.port()))
        assert "a b.mp3" not in shell.window.notice_bar.sentence

    await window(service, play)


async def test_without_a_player_the_browser_gets_what_browsers_play(
    window: Opened, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.add_file("/a.mp3", b"sound" * 100)
    service.add_file("/b.mkv", b"film" * 100)
    addresses: list[QUrl] = []

    def take(url: QUrl) -> bool:
        addresses.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "a.mp3")
        shell.actions[ActionId.PREVIEW].trigger()
        await until(lambda: "the browser plays a.mp3" in shell.window.notice_bar.sentence)
        choose(shell, "b.mkv")
        shell.actions[ActionId.PREVIEW].trigger()
        await until(lambda: shell.window.notice_bar.sentence.startswith("No player for b.mkv"))
        assert [url.fileName() for url in addresses] == ["a.mp3"], "a browser would download the other"

    await window(service, play)


async def test_what_is_played_can_be_stopped_in_another_language_too(
    window: Opened, service: Service, qapp: QApplication
) -> None:
    service.add_file("/b.mkv", b"film" * 100)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "b.mkv")
        shell.actions[ActionId.PREVIEW].trigger()
        await until(lambda: shell.window.notice_bar.sentence.startswith("No player for b.mkv"))
        await shell.seam.call(lambda p: p.preferences.change("language", "fr"))
        await until(lambda: shell.window.notice_bar.sentence.startswith("Aucun lecteur pour b.mkv"))
        notice = shell.window.notice_bar.shown
        assert notice is not None
        next(one for one in notice.buttons if one.label == "Arrêter").press()
        await until(lambda: not shell.window.notice_bar.has("playing"))

    before = QLocale()
    try:
        await window(service, play)
    finally:
        speaking.speak(qapp, "en_GB")
        QLocale.setDefault(before)


async def test_a_film_that_the_service_is_slow_to_open_can_be_given_up(
    window: Opened, service: Service
) -> None:
    service.add_file("/a.mp4", b"film" * 100)
    service.add_file("/b.mkv", b"film" * 100)
    service.faults.add(Fault(TOKEN, "delay", seconds=3600))

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        choose(shell, "a.mp4")
        shell.actions[ActionId.PREVIEW].trigger()
        bar = shell.window.notice_bar
        await until(lambda: bar.sentence == "Opening a.mp4…")
        await until(lambda: TOKEN in running.requests.endpoints())
        assert bar.shown is not None
        bar.shown.buttons[0].press()
        await until(lambda: bar.sentence != "Opening a.mp4…")
        choose(shell, "b.mkv")
        shell.actions[ActionId.PREVIEW].trigger()
        await until(lambda: bar.sentence.startswith("No player for b.mkv"))

    await window(service, play)


async def test_a_film_that_has_gone_is_asked_for_again_on_request(window: Opened, service: Service) -> None:
    gone = service.add_file("/a.mp4", b"film" * 100)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        running.service.state.delete_file(gone, 0.0)
        choose(shell, "a.mp4")
        bar = shell.window.notice_bar
        for _ in range(2):
            bar.withdraw("playing")
            shell.actions[ActionId.PREVIEW].trigger()
            await until(lambda: bar.shown is not None and bar.shown.key == "playing")
            assert running.requests.endpoints().count(TOKEN) == 1
        assert bar.shown is not None
        bar.shown.buttons[0].press()
        await until(lambda: running.requests.endpoints().count(TOKEN) == 2)
        await until(lambda: bar.shown is not None and bar.shown.key == "playing")

    await window(service, play)

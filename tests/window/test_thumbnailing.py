"""Thumbnails in the file list, against the simulated service with its limits on."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.remote import RemoteFile
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui import theme, thumbnailing
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.models.file_list import Role
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.main_window import DETAILS_FROM

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
Opened = Callable[[Play], Awaitable[None]]
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
    made = Service(limits=True, switches=quiet_switches())
    made.add_file("/blue.png", picture(30, 90, "blue"))
    made.add_file("/broken.png", b"no picture")
    made.add_file("/notes.txt", b"words")
    made.add_file("/raw.heic", b"of a telephone")
    made.add_file("/red.png", picture(800, 400, "red"))
    made.add_file("/secret.png", picture(9, 9, "green"), password="sesame")
    return made


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Opened:
    return partial(core_window.open, service)


def thumbnail(shell: Shell, name: str) -> QPixmap | None:
    model = shell.window.files.model
    (row,) = [number for number, row in enumerate(model.rows) if row.name == name]
    found = model.index(row, 0).data(Role.THUMBNAIL)
    assert found is None or isinstance(found, QPixmap)
    return found


def is_red(seen: QPixmap) -> bool:
    """As red as JPEG has it."""
    red, green, blue, alpha = seen.toImage().pixelColor(1, 1).getRgb()
    return red > 250 and green < 5 and blue < 5 and alpha == 255


def row_height(shell: Shell) -> int:
    table = shell.window.files.table
    return table.visualRect(shell.window.files.model.index(0, 0)).height()


def tokens(running: ThreadedSimulator) -> int:
    return running.requests.endpoints().count(TOKEN)


async def test_pictures_of_a_folder_are_fetched_once_and_shown_in_every_run(
    window: Opened, service: Service, tmp_path: Path
) -> None:
    async def first(shell: Shell, running: ThreadedSimulator) -> None:
        low = row_height(shell)
        assert thumbnail(shell, "red.png") is None and tokens(running) == 0, "nothing comes unasked"
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        red = await until(lambda: thumbnail(shell, "red.png"))
        assert is_red(red)
        assert red.deviceIndependentSize().toTuple() == (theme.THUMBNAIL, theme.THUMBNAIL / 2)
        blue = await until(lambda: thumbnail(shell, "blue.png"))
        assert blue.deviceIndependentSize().height() == theme.THUMBNAIL
        assert row_height(shell) > theme.THUMBNAIL > low
        bar = shell.window.notice_bar
        await until(lambda: bar.sentence == "1 picture could not be shown.")
        assert thumbnail(shell, "broken.png") is None and thumbnail(shell, "notes.txt") is None
        # What is protected, and what nobody here can decode, is not asked for.
        assert tokens(running) == 3
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        await until(lambda: bar.sentence == "The thumbnails are all there.")
        assert tokens(running) == 3, "what gave no picture is not fetched again"

    async def second(shell: Shell, running: ThreadedSimulator) -> None:
        await until(lambda: thumbnail(shell, "red.png"))
        assert row_height(shell) > theme.THUMBNAIL
        shell.window.resize(DETAILS_FROM, 700)
        await until(lambda: shell.window.details.isVisible())
        shell.window.files.table.select([_row(shell, "red.png").url])
        details = shell.window.details
        await until(lambda: is_red(details.picture_shown))
        assert tokens(running) == 3, "the second run asks for nothing"
        # What the disk has lost is fetched again on request.
        blue = _row(shell, "blue.png")
        (kept,) = (tmp_path / "profile" / "thumbnails").glob(f"*_{blue.size}")
        kept.unlink()
        shell.window.files.table.select([blue.url])
        await until(lambda: not shell.desk.thumbnailing.thumbnails.knows(blue))
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        await until(lambda: shell.desk.thumbnailing.thumbnails.knows(blue))
        assert tokens(running) == 4
        shell.window.files.table.select([_row(shell, "red.png").url])
        await until(lambda: is_red(details.picture_shown))
        shell.actions[ActionId.FORGET_THUMBNAILS].trigger()
        await until(lambda: shell.window.notice_bar.sentence.startswith("All thumbnails were removed"))
        assert thumbnail(shell, "red.png") is None and row_height(shell) < theme.THUMBNAIL
        assert not is_red(details.picture_shown)
        assert not (tmp_path / "profile" / "thumbnails").exists()

    await window(first)
    await window(second)


def _row(shell: Shell, name: str) -> RemoteFile:
    (row,) = [row for row in shell.window.files.model.rows if row.name == name]
    assert isinstance(row, RemoteFile)
    return row


async def test_several_chosen_rows_are_those_that_are_meant(window: Opened) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        shell.window.files.table.select([_row(shell, name).url for name in ("notes.txt", "red.png")])
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        await until(lambda: thumbnail(shell, "red.png"))
        assert tokens(running) == 1
        shell.window.files.table.select([_row(shell, name).url for name in ("notes.txt", "raw.heic")])
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        bar = shell.window.notice_bar
        await until(lambda: bar.sentence == "There is no picture to be shown here.")

    await window(play)


async def test_many_pictures_are_asked_about_and_can_be_stopped(
    window: Opened, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnailing, "MOST_UNASKED", 2)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        octets = sum(_row(shell, name).size for name in ("red.png", "blue.png", "broken.png"))
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        question = await until(lambda: shown(Question))
        assert question.accessibleDescription().startswith("Fetch 3 pictures (")
        assert octets < 10_000 and "kB)" in question.accessibleDescription()
        question.reject()
        await until(lambda: not shell.desk.thumbnailing.is_at_work)
        assert tokens(running) == 0
        running.service.faults.add(Fault("download", "slow", rate=100))
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        question = await until(lambda: shown(Question))
        question.buttons.buttons()[0].click()
        bar = shell.window.notice_bar
        await until(lambda: bar.sentence.startswith("Thumbnails: fetching picture 2 of 3"))
        await until(lambda: tokens(running) == 2)
        assert bar.shown is not None
        bar.shown.buttons[0].press()
        await until(lambda: not bar.sentence.startswith("Thumbnails"))
        await until(lambda: not running.service.links_open())
        assert tokens(running) == 2 and thumbnail(shell, "red.png") is None

    await window(play)


async def test_what_every_picture_would_meet_ends_it(window: Opened, service: Service) -> None:
    service.main_user.cdn_credits = 5.0
    service.switches.vpn_addresses = ("127.0.0.1",)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        shell.actions[ActionId.SHOW_THUMBNAILS].trigger()
        await until(lambda: "CDN credits" in shell.window.notice_bar.sentence)
        assert tokens(running) == 0

    await window(play)

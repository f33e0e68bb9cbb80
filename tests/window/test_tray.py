"""The tray: states, two lines, menu; the picture is drawn only when it changes."""

import asyncio
import time

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QDialog, QSystemTrayIcon, QWidget
from support.fake_seam import FakeSeam, link, transfer
from support.waiting import until

from fichier_gui.domain import errors
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.events import (
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    SettingsChanged,
    SignedIn,
    UploadFinished,
)
from fichier_gui.domain.settings import Settings, TrayColours
from fichier_gui.domain.transfers import QueueCounts, QueueSummary, State
from fichier_gui.ui import theme, tray
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.ring import SIZES, STEPS, RingLook, TrayState, ring_icon
from fichier_gui.ui.tray import Tray


def summary(active=0, waiting=0, attention=0, fraction=43, **more):
    counts = QueueCounts(active=active, waiting=waiting, attention=attention)
    return QueueSummary(counts, 1_100_000, 12_300_000, fraction, 100, 300.0, **more)


class _Tray:
    def __init__(self, qtbot, rows=()):
        self.seam = FakeSeam(rows)
        self.actions = Actions()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.tray = Tray(self.seam, self.actions, self.window)

    async def __aenter__(self):
        self.seam.happened.emit(SignedIn(None, KeyStorage.KEYRING))
        return self

    async def __aexit__(self, *_):
        await self.tray.close()


SITUATIONS = [
    (summary(), TrayState.IDLE),
    (summary(active=2), TrayState.ACTIVE),
    (summary(waiting=2, is_paused=True), TrayState.PAUSED),
    (summary(waiting=2, is_off=True), TrayState.PAUSED),
    (summary(is_off=True), TrayState.IDLE),
    (summary(waiting=2, paused_until=time.time() + 86_400), TrayState.COOLING),
    (summary(active=1, attention=1), TrayState.NEEDS_YOU),
]


@pytest.mark.parametrize(("what", "state"), SITUATIONS)
async def test_the_icon_says_how_it_stands(qtbot, what, state):
    async with _Tray(qtbot) as shown:
        shown.seam.summarised.emit(what)
        assert shown.tray.state() is state


async def test_no_key_and_no_network_come_first(qtbot, monkeypatch):
    assert tray._ABSENCE_MS == 60_000
    monkeypatch.setattr(tray, "_ABSENCE_MS", 50)
    async with _Tray(qtbot) as shown:
        shown.seam.summarised.emit(summary(active=1))
        shown.seam.happened.emit(NetworkLost(errors.NetworkUnavailable()))
        assert shown.tray.state() is TrayState.ACTIVE, "most absences are short"
        await until(lambda: shown.tray.state() is TrayState.ERROR)
        assert "No network" in shown.tray.tool_tip()
        shown.seam.happened.emit(NetworkFound())
        assert shown.tray.state() is TrayState.ACTIVE
        shown.seam.happened.emit(NetworkLost(errors.NetworkUnavailable()))
        shown.seam.happened.emit(NetworkFound())
        await asyncio.sleep(0.1)  # twice the absence that is told: were it still running out, it would be red
        assert shown.tray.state() is TrayState.ACTIVE
        shown.seam.happened.emit(KeyWasRefused(errors.KeyRefused()))
        assert shown.tray.state() is TrayState.ERROR


async def test_the_tool_tip_has_two_lines(qtbot):
    async with _Tray(qtbot) as shown:
        shown.seam.summarised.emit(summary(active=2, waiting=5))
        down, up = shown.tray.tool_tip().splitlines()
        assert down == "↓ 12.3 MB/s · 43 % · 5 min 0 s left"
        assert up.startswith("↑ 1.1 MB/s · 2 of 7 · done about ")


async def test_the_menu_shows_three_running_rows(qtbot):
    rows = [transfer(n, name=f"a & b {n}.bin", state=State.MOVING, done=310_000 * n) for n in range(1, 6)]
    async with _Tray(qtbot, rows) as shown:
        shown.seam.summarised.emit(shown.seam.summary)
        entries = shown.tray._running
        await until(lambda: entries[2].isVisible())
        assert [entry.text() for entry in entries] == [f"↑ a && b {n}.bin   31 %" for n in (1, 2, 3)]
        assert not any(entry.isEnabled() for entry in entries)


async def test_pause_is_the_first_act_and_becomes_resume(qtbot):
    async with _Tray(qtbot) as shown:
        first = [a for a in shown.tray.menu.actions() if not a.isSeparator()]
        assert first[0] is shown.actions[ActionId.SHOW_WINDOW]
        assert first[1] is shown.actions[ActionId.PAUSE_ALL]
        shown.seam.summarised.emit(summary(waiting=1, is_paused=True))
        assert shown.actions[ActionId.RESUME_ALL] in shown.tray.menu.actions()
        assert shown.actions[ActionId.PAUSE_ALL] not in shown.tray.menu.actions()


async def test_the_slow_limits_are_in_the_menu(qtbot):
    async with _Tray(qtbot) as shown:
        (limits,) = [a.menu() for a in shown.tray.menu.actions() if a.text() == "Limits"]
        assert shown.actions[ActionId.SLOW_LIMITS] in limits.actions()


async def test_recent_links_are_one_click_away(qtbot):
    async with _Tray(qtbot) as shown:
        assert not shown.tray._links_menu.isEnabled()
        for n in range(1, 13):
            shown.seam.happened.emit(UploadFinished(transfer(n, url=link(n))))
        entries = shown.tray._links_menu.actions()
        assert len(entries) == 10 and entries[0].text() == "file 12.bin"
        told = []
        shown.tray.noticed.connect(told.append)
        entries[1].trigger()
        assert QGuiApplication.clipboard().text() == link(11) and told == ["Link copied"]


async def test_it_comes_and_goes_with_the_tray_and_the_setting(qtbot, monkeypatch):
    has_tray = [False]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: has_tray[0]))
    async with _Tray(qtbot) as shown:
        raised = []
        shown.actions.on(ActionId.SHOW_WINDOW, lambda: raised.append(1))
        shown.tray.look_for_tray()
        assert shown.tray.icon is None and not shown.tray.is_there
        has_tray[0] = True
        shown.tray.look_for_tray()
        first = shown.tray.icon
        assert first is not None and shown.tray.is_there
        shown.seam.happened.emit(SettingsChanged(Settings(tray_icon=False)))
        assert shown.tray.icon is None
        assert raised == [1], "nobody is left with a hidden window and no icon"
        shown.seam.happened.emit(SettingsChanged(Settings(tray_icon=True)))
        second = shown.tray.icon
        assert second is not None and second is not first
        has_tray[0] = False
        shown.tray.look_for_tray()
        assert shown.tray.icon is second and raised == [1], "a panel that restarts takes it in again"
        assert not shown.tray.is_there, "meanwhile the window does not hide"
        shown.tray.look_for_tray()
        assert shown.tray.icon is None and raised == [1, 1]


async def test_a_click_hides_the_window_in_use_and_brings_any_other(qtbot, monkeypatch):
    reasons = QSystemTrayIcon.ActivationReason
    async with _Tray(qtbot) as shown:
        told, window = [], shown.window
        shown.tray.hide_asked.connect(lambda: told.append("hide"))
        shown.actions.on(ActionId.SHOW_WINDOW, lambda: told.append("show"))
        is_active = [False]
        monkeypatch.setattr(window, "isActiveWindow", lambda: is_active[0])

        clicks = shown.tray.clicks

        def click(reason=reasons.Trigger, *, is_second=False):
            if not is_second:
                clicks._clicked_at = 0.0
            clicks.on_icon_activated(reason)
            return clicks._hiding.isActive()

        assert not click() and told.pop() == "show", "hidden"
        window.show()
        assert not click() and told.pop() == "show", "behind others"
        is_active[0] = True
        assert click() and not told
        assert not click(is_second=True) and told.pop() == "show", "a double click, told as two"
        assert click() and not click(reasons.DoubleClick) and told.pop() == "show"
        is_active[0] = False
        QGuiApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
        assert click(), "the panel took the focus with the click"
        await until(lambda: told == ["hide"])
        is_active[0] = True
        question = QDialog(window, modal=True)
        question.open()
        assert not click() and told.pop() == "show", "a question is not hidden"
        question.close()


async def test_what_opens_a_dialog_brings_the_window(qtbot):
    async with _Tray(qtbot) as shown:
        told = []
        shown.actions.on(ActionId.SHOW_WINDOW, lambda: told.append("show"))
        shown.actions.on(ActionId.UPLOAD_FILES, lambda: told.append("files"))
        shown.actions[ActionId.UPLOAD_FILES].trigger()
        shown.actions[ActionId.PAUSE_ALL].trigger()
        assert sorted(told) == ["files", "show"]


async def test_figures_that_look_alike_are_not_painted_again(qtbot, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    async with _Tray(qtbot) as shown:
        shown.tray.look_for_tray()
        painted = []
        real = shown.tray.icon.setIcon
        monkeypatch.setattr(shown.tray.icon, "setIcon", lambda icon: (painted.append(1), real(icon)))
        for _ in range(50):
            shown.seam.summarised.emit(summary(active=1, fraction=50))
        await until(lambda: painted)
        shown.seam.summarised.emit(summary(active=1, fraction=50.4))
        await until(lambda: not shown.tray._repaint.isActive())
        assert painted == [1]


def test_the_ring_fills_at_every_size(qapp):
    palette = QPalette()
    accent = QColor("#1f6feb")
    palette.setColor(QPalette.ColorRole.Highlight, accent)

    def ringed(fraction, size):
        image = ring_icon(RingLook.of(TrayState.ACTIVE, fraction, palette)).pixmap(size, size).toImage()
        return sum(
            image.pixelColor(x, y).blue() > image.pixelColor(x, y).red() + 60
            for x in range(size)
            for y in range(size)
            if image.pixelColor(x, y).alpha() > 200
        )

    for size in SIZES:
        amounts = [ringed(fraction, size) for fraction in (0.1, 0.5, 0.9)]
        assert amounts == sorted(amounts) and amounts[0] < amounts[1] < amounts[2], (size, amounts)


def test_a_look_is_a_step_and_not_a_figure(qapp):
    palette = QPalette()
    look = RingLook.of(TrayState.ACTIVE, 0.431, palette)
    assert look == RingLook.of(TrayState.ACTIVE, 0.4349, palette)
    assert RingLook.of(TrayState.ACTIVE, 0.0001, palette).step == 1, "what has begun is seen"
    assert RingLook.of(TrayState.ACTIVE, 7.0, palette).step == STEPS
    assert RingLook.of(TrayState.IDLE, 0.5, palette).step == 0


@pytest.mark.parametrize("colours", TrayColours)
@pytest.mark.parametrize("panel", ["#000000", "#1e1e1e", "#808080", "#f2f2f2", "#ffffff"])
def test_it_is_seen_on_panels(qapp, colours, panel):
    """Automatic and coloured on every panel; light and dark on the panels that they are named for."""
    ground = QColor(panel)
    if colours is TrayColours.LIGHT and ground.lightnessF() > 0.5:
        return
    if colours is TrayColours.DARK and ground.lightnessF() < 0.5:
        return
    for state in TrayState:
        look = RingLook.of(state, 0.4, QPalette(), colours)
        picture = QImage(22, 22, QImage.Format.Format_RGB32)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, ring_icon(look).pixmap(22, 22))
        painter.end()
        seen = [theme.contrast(picture.pixelColor(x, y), ground) for x in range(22) for y in range(22)]
        clear = sum(contrast >= 1.7 for contrast in seen)
        assert clear >= 36, (state, clear, max(seen))


def test_a_sign_of_one_tone_is_cut_out(qapp):
    for colours, tone in ((TrayColours.LIGHT, 230), (TrayColours.DARK, 40)):
        image = ring_icon(RingLook.of(TrayState.PAUSED, None, QPalette(), colours)).pixmap(48, 48).toImage()
        assert image.pixelColor(24, 24).lightness() == pytest.approx(tone, abs=15), "between the bars"
        assert image.pixelColor(19, 24).alpha() == 0, "in a bar"


def test_states_differ_by_shape_too(qapp):
    """Colour is never alone: in grey the six pictures still differ."""
    palette = QPalette()
    greys = set()
    for state in TrayState:
        image = ring_icon(RingLook.of(state, None, palette)).pixmap(24, 24).toImage()
        image = image.convertToFormat(image.Format.Format_Alpha8)
        colours = ring_icon(RingLook.of(state, None, palette)).pixmap(24, 24).toImage()
        middle = colours.pixelColor(12, 3)
        sign = tuple(
            abs(colours.pixelColor(x, y).lightness() - middle.lightness()) > 60
            for x in range(5, 19)
            for y in range(5, 19)
        )
        greys.add(sign)
    assert len(greys) == len(TrayState)

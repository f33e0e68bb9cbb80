"""Real trays of both kinds show the progress, take clicks, come back; the window hides only into a tray."""

import os

import pytest
from support.command_line import CommandLine
from support.display import desktop, missing_tools, until
from support.simulator import DEFAULT_KEY, Service, simulator
from support.status_notifier import status_notifier_host
from support.window_story import file_manager, window

MISSING = missing_tools("pcmanfm", "trayer", "wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]

MANAGER = (930, 30, 440, 400)
FIRST_ICON = (MANAGER[0] + 53, MANAGER[1] + 116)
TRAY = (
    "trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "40",
    "--SetDockType", "true", "--transparent", "false", "--tint", "0xffffff",
)  # fmt: skip


def _blue(screen, rect):
    """Pixels of the accent in a piece of the screen."""
    return sum(blue > red + 60 and blue > 120 for red, _, blue in screen.pixel(*rect))


@pytest.mark.timeout(300)
def test_the_ring_fills_on_the_screen(tmp_path):
    source = tmp_path / "to send"
    source.mkdir()
    (source / "a film.bin").write_bytes(os.urandom(12_000_000))
    limits = {"limit_upload": 1_500_000}
    with (
        simulator(Service(seed=3)) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url, settings=limits) as shown,
        file_manager(screen, source, place=MANAGER),
    ):
        shown.until("no tray yet", tray=None)
        screen.start(TRAY)
        seen = shown.until("the icon in a tray that came later", tray=lambda rect: rect and rect[2] >= 16)
        seen = shown.until("the account", tray_state="idle", list=lambda point: bool(point))
        screen.drag(FIRST_ICON, tuple(seen["list"]))
        shown.until("the ring", tray_state="active")
        rect = shown.look()["tray"]
        amounts, tips = [], []

        def watch():
            amounts.append(_blue(screen, rect))
            tips.append(shown.look()["tool_tip"])
            return shown.look()["tray_state"] != "active"

        until(watch, "the end of the upload", 60)
        running_amounts = amounts[1:-1]
        assert len(running_amounts) >= 5
        early, late = running_amounts[1], max(running_amounts)
        assert late > early * 1.3, f"the ring grew: {amounts}"
        assert any("1.5 MB/s" in tip and "%" in tip and len(tip.splitlines()) == 2 for tip in tips), tips
        shown.until("rest", tray_state="idle", transfers=[["a film.bin", "Done"]])


def _click(screen, *how):
    """Apart from what was before: no double click, and X11 has told Qt who has the focus."""
    screen.run("xdotool", "sleep", "0.6", "click", *how, "1")


@pytest.mark.timeout(300)
def test_the_window_hides_only_where_a_tray_is(tmp_path):
    with (
        simulator(Service(seed=4)) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url, settings={"close_to_tray": True}) as shown,
    ):
        tray = screen.start(TRAY)
        seen = shown.until("the icon", tray=lambda rect: rect and rect[2] >= 16)
        number = str(seen["window"][0])
        screen.run("wmctrl", "-i", "-c", number)
        shown.until("the hidden window", is_visible=False)
        x, y, width, height = shown.look()["tray"]
        screen.run("xdotool", "mousemove", str(x + width // 2), str(y + height // 2))
        _click(screen)
        shown.until("the window after a click on the icon", is_visible=True, is_active=True)
        _click(screen)
        shown.until("the window in use, hidden by a click", is_visible=False)
        for _ in range(2):  # hidden, then in use
            _click(screen, "--repeat", "2", "--delay", "60")
            shown.until("the window after a double click", is_visible=True, is_active=True)
        screen.run("wmctrl", "-i", "-c", number)
        shown.until("the hidden window", is_visible=False)
        tray.terminate()
        shown.until("the window, now that the tray has gone", is_visible=True)


def _entry(entries, label):
    """The entry of a menu, without the marks of its keys."""
    return next(entry for entry in entries if entry.get("label", "").replace("_", "") == label)


@pytest.mark.timeout(300)
def test_a_panel_on_the_bus_shows_it_and_drives_it(tmp_path):
    """StatusNotifierItem: picture, two lines, menu and clicks, all as the panel gets them over the bus."""
    film = tmp_path / "a film.bin"
    film.write_bytes(os.urandom(12_000_000))
    limits = {"limit_upload": 1_500_000, "close_to_tray": True}
    with (
        simulator(Service(seed=5)) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url, settings=limits) as shown,
    ):
        address = screen.env["DBUS_SESSION_BUS_ADDRESS"]
        shown.until("no tray yet", tray=None)
        with status_notifier_host(address) as panel:
            (item,) = until(lambda: panel.items, "the icon on a panel that came later")
            shown.until("the account", tray_state="idle", list=lambda point: bool(point))
            tip, _ = panel.tool_tip(item)
            print("idle:", repr(tip))
            assert tip.startswith("1fichier\n")
            line = CommandLine(tmp_path / "profile", running.base_url, DEFAULT_KEY, screen.env)
            sending = line.start("upload", str(film))
            shown.until("the ring", tray_state="active")
            pictures = set()
            until(lambda: pictures.add(panel.pixels(item)) or len(pictures) >= 4, "a ring that fills", 60)
            tip, _ = until(
                lambda: (lambda seen: seen if "1.5 MB/s" in seen[0] else None)(panel.tool_tip(item)),
                "figures",
            )
            print("running:", repr(tip))
            assert "%" in tip and len(tip.splitlines()) == 2
            menu = until(lambda: (lambda m: m if len(m) > 8 else None)(panel.menu(item)), "the menu")
            print("menu:", [entry.get("label", "—") for entry in menu])
            assert any(entry.get("label", "").startswith("↑ a film.bin") for entry in menu)
            panel.press(item, "SecondaryActivate")
            shown.until("a pause by the middle button", tray_state="paused")
            panel.choose(item, until(lambda: _entry(panel.menu(item), "Resume all"), "the way on")["id"])
            shown.until("going on by the menu", tray_state="active")
            panel.press(item)
            shown.until("the window in use hides", is_visible=False)
            screen.run("sleep", "0.6")
            panel.press(item)
            shown.until("the window again", is_visible=True, is_active=True)
            sending.communicate()
            shown.until("rest", tray_state="idle", transfers=[["a film.bin", "Done"]])
            panel.press(item)
            shown.until("the window in use hides", is_visible=False)
        shown.until("the window, now that the panel has gone", is_visible=True)
        with status_notifier_host(address) as panel:
            (item,) = until(lambda: panel.items, "the icon, now that the panel is back")
            assert panel.tool_tip(item)[0].startswith("1fichier\n")

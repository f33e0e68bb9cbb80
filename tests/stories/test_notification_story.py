"""A real notification daemon shows what is done, with buttons that work; a dock sees the progress."""

import os

import pytest
from jeepney import DBusAddress
from support.bus_peer import bus_peer
from support.command_line import CommandLine
from support.display import desktop, missing_tools, until
from support.notification_daemon import notification_daemon
from support.simulator import DEFAULT_KEY, Service, simulator
from support.window_story import window

from fichier_gui.system.launcher import EMITTER

MISSING = missing_tools("dunst", "dunstctl", "wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]


@pytest.mark.timeout(300)
def test_a_batch_is_one_notification_whose_buttons_work(tmp_path):
    names = ("<b>a & b.bin", "c.bin")
    for name in names:
        (tmp_path / name).write_bytes(os.urandom(2_000_000))
    settings = {"limit_upload": 2_000_000, "copy_link_after_upload": False}
    manager_name = "org.freedesktop.FileManager1"
    with (
        simulator(Service(seed=6)) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url, settings=settings) as shown,
    ):
        address = screen.env["DBUS_SESSION_BUS_ADDRESS"]
        daemon = notification_daemon(screen, tmp_path / "dunst")
        line = CommandLine(tmp_path / "profile", running.base_url, DEFAULT_KEY, screen.env)
        with (
            bus_peer(address, DBusAddress("/"), "com.example.Dock", {}, listens=EMITTER.interface) as dock,
            bus_peer(address, DBusAddress("/"), manager_name, {"ShowItems": lambda _: ("", ())}) as manager,
        ):
            sent = line.run("upload", *(str(tmp_path / name) for name in names))
            assert sent.code == 0, sent.err
            until(daemon.shown, "the notification")
            assert daemon.shown() == 1, "two files, one batch, one notification"
            buttons = daemon.press("Copy 2 links")
            links = shown.until("both links", clipboard=lambda text: text.count("https://") == 2)["clipboard"]
            (told,) = daemon.close_all()
            print("uploaded:", told["appname"], told["summary"], told["body"], told["icon_path"], buttons)
            assert told["summary"] == "Transfers complete" and told["body"] == "2 files done."
            states = [values[1]["progress"][1] for values in dock.said("Update")]
            print("on the dock:", states)
            assert states[0] < 0.7 and len(states) > 2
            assert dock.said("Update")[-1][1]["progress-visible"] == ("b", False)

            link = next(line for line in links.splitlines() if "https://" in line)
            fetched = line.run("download", link, "--to", str(tmp_path / "in"))
            assert fetched.code == 0, fetched.err
            until(daemon.shown, "the notification", 40)
            buttons = daemon.press("Show in folder")
            (uris, _token) = until(lambda: manager.said("ShowItems"), "the file manager")[0]
            (told,) = daemon.close_all()
            print("downloaded:", told["body"], buttons, uris)
            assert told["body"] == "<b>a & b.bin is done.", "a name is no mark-up"
            assert set(buttons) == {"Show the window", "Open", "Show in folder"}
            assert uris == [(tmp_path / "in" / names[0]).as_uri()]

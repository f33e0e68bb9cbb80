"""The desktop's services over a real bus: notifications with buttons, the file manager, the launcher."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress
from support.bus_peer import Peer, bus_peer, session_bus
from support.waiting import until

from fichier_gui.app.desktop import Desktop
from fichier_gui.domain.desktop import Button, LauncherState, Notification
from fichier_gui.domain.events import Event, NotificationPressed
from fichier_gui.system.dbus import BusProblem, MessageBus, Service
from fichier_gui.system.file_manager import FileManager
from fichier_gui.system.launcher import EMITTER, ENTRY

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a Linux bus (dbus-daemon)"
)
NOTIFICATIONS = "org.freedesktop.Notifications"
ALL_CAN = ["actions", "body", "body-markup"]
DONE = Notification(
    "Transfers complete",
    "<b>a & b</b>.bin is done.",
    ((Button.OPEN, "Open"), (Button.SHOW_IN_FOLDER, "Show in folder")),
    icon="file:///icon.svg",
)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@contextmanager
def notification_service(address: str, abilities: list[str]) -> Iterator[Peer]:
    place = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
    answers = {"GetCapabilities": lambda _: ("as", (abilities,)), "Notify": lambda _: ("u", (7,))}
    with bus_peer(address, place, NOTIFICATIONS, answers) as peer:
        yield peer


@needs_bus
async def test_a_notification_has_its_buttons_and_tells_which_is_pressed(bus: str) -> None:
    events: list[Event] = []
    desktop = Desktop(events.append)
    with notification_service(bus, ALL_CAN) as service:
        assert await desktop.notify(DONE) == 7
        (asked,) = service.said("Notify")
        print(asked)
        name, replaces, icon, title, text, actions, hints, seconds = asked
        assert (name, replaces, icon, title, seconds) == ("fichier-gui", 0, DONE.icon, DONE.title, -1)
        assert text == "&lt;b&gt;a &amp; b&lt;/b&gt;.bin is done.", "a name is no mark-up"
        assert actions == ["open", "Open", "show_in_folder", "Show in folder"]
        assert hints["desktop-entry"] == ("s", "fichier-gui")
        service.tell("ActionInvoked", "us", 8, "open")
        service.tell("ActionInvoked", "us", 7, "something else")
        service.tell("ActionInvoked", "s", "a service that speaks otherwise")
        service.tell("ActivationToken", "us", 7, "a-token")
        service.tell("ActionInvoked", "us", 7, "open")
        await until(lambda: events)
        service.tell("NotificationClosed", "uu", 7, 2)
        service.tell("ActionInvoked", "us", 7, "open")
        assert await desktop.notify(DONE) == 7
        service.tell("ActionInvoked", "us", 7, "default")
        await until(lambda: len(events) > 1)
    await desktop.close()
    assert events == [
        NotificationPressed(7, Button.OPEN, "a-token"),
        NotificationPressed(7, Button.SHOW_WINDOW),
    ], "what others show, and what was closed, is none of ours"


@needs_bus
async def test_a_service_without_buttons_or_mark_up_gets_none(bus: str) -> None:
    desktop = Desktop(lambda _event: None)
    with notification_service(bus, ["body"]) as service:
        await desktop.notify(DONE)
        (asked,) = service.said("Notify")
        assert asked[4] == DONE.text and asked[5] == []
    await desktop.close()


@needs_bus
async def test_without_a_service_it_says_so_and_finds_one_that_comes_later(bus: str) -> None:
    desktop = Desktop(lambda _event: None)
    assert await desktop.notify(DONE) is None
    with notification_service(bus, ALL_CAN):
        assert await desktop.notify(DONE) == 7
    assert await desktop.notify(DONE) is None
    with notification_service(bus, ALL_CAN):
        assert await desktop.notify(DONE) == 7, "the service was started again"
    await desktop.close()


async def test_without_a_bus_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    desktop = Desktop(lambda _event: None, has_bus=True)
    assert await desktop.notify(DONE) is None
    await desktop.show_on_launcher(LauncherState(0.5))
    await desktop.show_on_launcher(LauncherState(0.6))
    await desktop.close()
    told = [record for record in caplog.records if record.name == "fichier_gui.system.launcher"]
    assert len(told) == 1, "not at every percent"


@needs_bus
async def test_a_bus_that_went_is_entered_again_with_all_that_is_heard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    heard: list[tuple[Any, ...]] = []
    service = Service(NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS)
    place = tmp_path / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={place}")
    bus = MessageBus("SESSION")
    with ExitStack() as first:
        place.symlink_to(first.enter_context(session_bus()).removeprefix("unix:path="))
        first.enter_context(notification_service(f"unix:path={place}", ALL_CAN))
        await bus.hear(service, "ActionInvoked", heard.append)
        assert await bus.call(service, "GetCapabilities") == (ALL_CAN,)
    with pytest.raises(BusProblem):
        await bus.call(service, "GetCapabilities")
    with session_bus() as second:
        place.unlink()
        place.symlink_to(second.removeprefix("unix:path="))
        with notification_service(second, ALL_CAN) as peer:
            assert await bus.call(service, "GetCapabilities") == (ALL_CAN,)
            peer.tell("ActionInvoked", "us", 3, "open")
            await until(lambda: heard == [(3, "open")])
    await bus.close()


@needs_bus
async def test_the_file_manager_is_asked_to_choose_the_file(bus: str) -> None:
    desktop = Desktop(lambda _event: None)
    file = Path("/home/me/é a.bin")
    assert not await desktop.show_file(file), "nobody there"
    name = "org.freedesktop.FileManager1"
    with bus_peer(bus, DBusAddress("/"), name, {"ShowItems": lambda _: ("", ())}) as manager:
        assert await desktop.show_file(file)
        assert manager.said("ShowItems") == [(["file:///home/me/%C3%A9%20a.bin"], "")]
    await desktop.close()


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("win32", r'explorer /select,"C:\my files\a, b.bin"'),
        ("darwin", ("open", "-R", r"C:\my files\a, b.bin")),
    ],
)
async def test_explorer_and_finder_choose_one_file(platform: str, command: object) -> None:
    started: list[object] = []
    manager = FileManager(MessageBus("SESSION"), platform, started.append)
    assert await manager.show(Path(r"C:\my files\a, b.bin"))
    assert started == [command]


async def test_a_system_without_its_file_manager_is_told() -> None:
    def missing(_command: object) -> None:
        raise FileNotFoundError

    assert not await FileManager(MessageBus("SESSION"), "darwin", missing).show(Path("a"))


@needs_bus
async def test_the_launcher_hears_of_the_progress(bus: str) -> None:
    desktop = Desktop(lambda _event: None)
    with bus_peer(bus, DBusAddress("/"), "com.example.Dock", {}, listens=EMITTER.interface) as dock:
        await desktop.show_on_launcher(LauncherState(0.43, 2))
        await desktop.show_on_launcher(LauncherState())
        await until(lambda: len(dock.asked) == 2)
        first, last = dock.said("Update")
        print(first)
        assert first == (
            ENTRY,
            {
                "progress": ("d", 0.43),
                "progress-visible": ("b", True),
                "count": ("x", 2),
                "count-visible": ("b", True),
                "urgent": ("b", True),
            },
        )
        assert last[1]["progress-visible"] == ("b", False) and last[1]["count-visible"] == ("b", False)
    await desktop.close()

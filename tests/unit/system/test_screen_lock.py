"""That the screen was locked is heard from logind and from screen savers, and of no other session."""

import contextlib
from collections.abc import AsyncIterator, Iterator

import pytest
from jeepney import DBusAddress
from support.bus_peer import bus_peer, session_bus
from support.mocked_machine import Machine, lacking, mocked_machine
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.system import screen_lock
from fichier_gui.system.screen_lock import SAVERS

LACKING = lacking()
mocked = pytest.mark.skipif(bool(LACKING), reason=LACKING)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with mocked_machine() as running:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", running.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
        monkeypatch.setenv("XDG_SESSION_ID", "c1")
        running.add_session("c1")
        running.add_session("c2")
        yield running


@contextlib.asynccontextmanager
async def listening() -> AsyncIterator[list[str]]:
    heard: list[str] = []
    scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))
    scope.start(screen_lock.listen(lambda: heard.append("locked")), "listening")
    try:
        yield heard
    finally:
        await scope.close()


@mocked
async def test_the_lock_of_its_own_session_is_heard(machine: Machine) -> None:
    asked: list[str] = []

    def is_heard() -> bool:
        asked.append("c1")
        machine.lock_session("c1")
        return bool(heard)

    async with listening() as heard:
        await until(is_heard)
        for _ in range(20):
            machine.lock_session("c2")
        before = len(heard)
        is_heard()
        await until(lambda: len(heard) > before)
        assert len(heard) <= len(asked), "that of another session is nobody's concern"


@mocked
@pytest.mark.parametrize("saver", SAVERS, ids=lambda saver: saver.path)
async def test_a_screen_saver_that_begins_is_heard(
    saver: screen_lock.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
        place = DBusAddress(saver.path, interface=saver.interface)
        with bus_peer(address, place, saver.name, {}) as peer:
            async with listening() as heard:

                def is_heard() -> bool:
                    peer.tell("ActiveChanged", "b", True)
                    return bool(heard)

                await until(is_heard)
                # What is under way has come when this has: signals keep their order.
                peer.tell("ActiveChanged", "b", False)
                peer.tell("ActiveChanged", "b", True)
                await until(lambda: len(heard) > 1)


async def test_a_machine_without_any_of_them_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, "unix:path=/nowhere/bus")
    async with listening() as heard:
        assert heard == []

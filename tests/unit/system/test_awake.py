"""The machine is kept awake by each system's own means, and never for longer than the process lives."""

import os
import queue
import signal
import subprocess
import sys
import threading

import pytest
from support.secret_service import ROOT, end
from support.sleep_services import DESKTOP, GNOME, LACKING, LOGIN, SleepServices, sleep_services

from fichier_gui.system.awake import (
    CONTINUOUS,
    MEANS,
    SYSTEM_REQUIRED,
    WHO,
    WHY,
    Awake,
    nothing,
    on_linux,
    on_macos,
    on_windows,
)

linux = pytest.mark.skipif(bool(LACKING), reason=LACKING)
HELD = {
    GNOME: f"held|{GNOME}|{WHO}|0|{WHY}|4",
    DESKTOP: f"held|{DESKTOP}|{WHO}|{WHY}",
    LOGIN: f"held|{LOGIN}|idle|{WHO}|{WHY}|block",
}


def use(services: SleepServices, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, services.environment[name])


def test_every_system_has_its_means() -> None:
    assert {"linux": on_linux, "darwin": on_macos, "win32": on_windows} == MEANS


@linux
@pytest.mark.parametrize(
    ("offered", "chosen"), [([GNOME, LOGIN], GNOME), ([DESKTOP, LOGIN], DESKTOP), ([LOGIN], LOGIN)]
)
async def test_what_the_desktop_offers_is_held_and_released(
    offered: list[str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sleep_services(offered) as services:
        use(services, monkeypatch)
        awake = Awake(on_linux)
        assert await awake.keep()
        assert services.next_line() == HELD[chosen]
        assert await awake.keep() and services.is_quiet(), "one wish is enough"
        await awake.release()
        assert services.next_line() == f"released {chosen}"
        await awake.release()
        assert await awake.keep()
        assert services.next_line() == HELD[chosen]
        await awake.release()
        assert services.next_line() == f"released {chosen}"


@linux
async def test_without_a_bus_or_a_service_there_is_no_way(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not await Awake(on_linux).keep()
    with sleep_services([]) as services:
        use(services, monkeypatch)
        awake = Awake(on_linux)
        assert not await awake.keep()
        await awake.release()


_HOLDER = """
import threading
from fichier_gui.system.awake import on_linux
hold = on_linux()
assert hold is not None
threading.Event().wait()
"""


@linux
@pytest.mark.parametrize("chosen", [GNOME, DESKTOP, LOGIN])
def test_a_killed_process_holds_nothing(chosen: str) -> None:
    with sleep_services([chosen]) as services:
        child = subprocess.Popen(
            [sys.executable, "-c", _HOLDER], env=services.environment, cwd=ROOT, text=True
        )
        try:
            assert services.next_line() == HELD[chosen]
            with pytest.raises(queue.Empty):
                services.next_line(0.2)
            child.send_signal(signal.SIGKILL)
            assert services.next_line() == f"released {chosen}"
        finally:
            end(child)


class _Child:
    def __init__(self) -> None:
        self.did: list[str] = []

    def terminate(self) -> None:
        self.did.append("terminate")

    def wait(self) -> int:
        self.did.append("wait")
        return 0


async def test_macos_has_a_program_that_watches_this_process() -> None:
    started: list[tuple[str, ...]] = []
    child = _Child()

    def start(arguments: tuple[str, ...]) -> _Child:
        started.append(arguments)
        return child

    awake = Awake(lambda: on_macos(start))  # type: ignore[arg-type]
    assert await awake.keep()
    assert started == [("caffeinate", "-i", "-w", str(os.getpid()))]
    await awake.release()
    assert child.did == ["terminate", "wait"]


def test_a_missing_program_is_no_way() -> None:
    def start(_arguments: object) -> subprocess.Popen[bytes]:
        raise FileNotFoundError

    assert on_macos(start) is None


async def test_windows_is_told_by_one_thread_that_stays() -> None:
    told: list[tuple[int, str]] = []

    def set_state(flags: int) -> int:
        told.append((flags, threading.current_thread().name))
        return CONTINUOUS

    awake = Awake(lambda: on_windows(set_state))
    assert await awake.keep()
    assert told == [(CONTINUOUS | SYSTEM_REQUIRED, "awake")]
    await awake.release()
    assert told[1:] == [(CONTINUOUS, "awake")]


async def test_windows_may_refuse() -> None:
    told: list[int] = []
    assert not await Awake(lambda: on_windows(lambda flags: told.append(flags) or 0)).keep()
    assert told[0] == CONTINUOUS | SYSTEM_REQUIRED


async def test_a_run_that_must_not_touch_the_machine_does_not() -> None:
    assert not await Awake(nothing).keep()

"""A command keeps the machine awake while its bytes move, and not a moment longer, however it ends."""

import queue
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.sleep_services import LACKING, LOGIN, SleepServices, sleep_services

from fichier_gui.simulator.faults import Fault

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(LACKING), reason=LACKING),
]


@pytest.fixture
def services() -> Iterator[SleepServices]:
    with sleep_services([LOGIN]) as running:
        yield running


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, services: SleepServices, tmp_path: Path) -> CommandLine:
    buses = {name: value for name, value in services.environment.items() if name.startswith("DBUS_")}
    line = CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))
    return replace(line, environment=line.environment | buses)


def large(folder: Path) -> str:
    (folder / "large.bin").write_bytes(bytes(4_000_000))
    return str(folder / "large.bin")


def test_it_is_let_go_when_the_last_byte_has_moved(
    line: CommandLine, services: SleepServices, service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.faults.add(Fault("upload.cgi", "slow", rate=2_000_000))
    done = line.run("upload", large(tmp_path))
    assert done.code == 0, done.err
    assert services.next_line().startswith(f"held|{LOGIN}|idle|")
    assert services.next_line() == f"released {LOGIN}"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_it_is_let_go_with_the_process(
    how: signal.Signals,
    line: CommandLine,
    services: SleepServices,
    service: ThreadedSimulator,
    tmp_path: Path,
) -> None:
    service.service.faults.add(Fault("upload.cgi", "stall", calls="*", after=1_000_000))
    process = line.start("upload", large(tmp_path))
    try:
        assert services.next_line().startswith(f"held|{LOGIN}|idle|")
        with pytest.raises(queue.Empty):
            services.next_line(0.2)
        process.send_signal(how)
        assert services.next_line() == f"released {LOGIN}"
    finally:
        process.kill()
        process.communicate()


def test_a_command_that_moves_nothing_asks_nothing(line: CommandLine, services: SleepServices) -> None:
    assert line.run("ls").code == 0
    assert services.is_quiet()

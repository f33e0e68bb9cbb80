"""CDN credits from the command line: nothing is spent without ``--use-credits``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

pytestmark = pytest.mark.story

CREDITS = 50.0
SIZE = 100_000


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    switches = quiet_switches(vpn_addresses=("127.0.0.1",))
    with simulator(Service(limits=False, switches=switches)) as running:
        for name in ("one", "two", "three"):
            running.service.add_file(f"/Films/{name}.bin", name.encode() + bytes(SIZE - len(name)))
        running.service.main_user.cdn_credits = CREDITS
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))


def spent(service: ThreadedSimulator) -> float:
    return CREDITS - service.service.main_user.cdn_credits


def test_a_download_that_would_cost_credits_ends_with_a_code_of_its_own(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    line.run("account")
    done = line.run("download", "/Films", "--to", str(tmp_path / "down"))
    assert done.code == 5
    assert done.err.count("are paid with CDN credits: about 300 kB of 50.0 GB") == 1, done.err
    assert "--use-credits" in done.err
    assert spent(service) == 0
    assert "download/get_token" not in service.requests.endpoints()
    again = line.run("queue", "run")
    assert again.code == 5
    assert spent(service) == 0
    paid = line.run("queue", "run", "--use-credits")
    assert paid.code == 0, paid.err
    assert spent(service) == pytest.approx(3 * SIZE / 1e9)
    assert len(list((tmp_path / "down").rglob("*.bin"))) == 3


def test_a_yes_is_for_one_command(line: CommandLine, service: ThreadedSimulator, tmp_path: Path) -> None:
    done = line.run("download", "/Films/one.bin", "--use-credits", "--to", str(tmp_path / "down"))
    assert done.code == 0, done.err
    assert spent(service) == pytest.approx(SIZE / 1e9)
    later = line.run("download", "/Films/two.bin", "--json", "--to", str(tmp_path / "down"))
    assert later.code == 5
    last = json.loads(later.out.splitlines()[-1])
    assert (last["kind"], last["code"], last["error"]["code"]) == ("ended", 5, "CreditsNeeded")
    assert spent(service) == pytest.approx(SIZE / 1e9)

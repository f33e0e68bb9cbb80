"""A profile has one owner: commands that come later hand their job to him and get his results."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.two_accounts import BOB, BOBS_KEY, TwoAccounts

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.events import Event, TransfersAdded, WindowCalled
from fichier_gui.domain.secret import Secret

pytestmark = pytest.mark.story


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
async def owner(service: ThreadedSimulator, tmp_path: Path) -> AsyncIterator[Program]:
    options = options_for(tmp_path / "profile", service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    await program.session.start()
    yield program
    await program.close()


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    # No key of its own: what it does is done with the owner's.
    return CommandLine(tmp_path / "profile", service.base_url, None, environment(tmp_path / "home"))


async def test_an_upload_is_done_by_the_owner(owner: Program, line: CommandLine, tmp_path: Path) -> None:
    events: list[Event] = []
    owner.bus.subscribe(events.append)
    (tmp_path / "a.txt").write_bytes(b"hello")
    (tmp_path / "empty").touch()
    up = await line.run_beside("upload", str(tmp_path / "a.txt"), "--to", "/New")
    assert up.code == 0, up.err
    assert any(isinstance(event, TransfersAdded) for event in events)
    rows = await owner.transfers.rows([*await owner.transfers.order()])
    assert [f"{row.url}\t{row.name}" for row in rows] == up.lines
    mixed = await line.run_beside("upload", str(tmp_path / "empty"), str(tmp_path / "a.txt"))
    assert mixed.code == 1
    assert "empty" in mixed.err

    down = await line.run_beside("download", "/New/a.txt", "--to", str(tmp_path / "back"))
    assert down.code == 0, down.err
    assert (tmp_path / "back" / "a.txt").read_bytes() == b"hello"
    listed = await line.run_beside("queue", "--json")
    assert [row["kind"] for row in listed.json] == ["transfer"] * 3 + ["queue", "ended"]


async def test_no_answer_gets_lost_on_the_way(owner: Program, line: CommandLine) -> None:
    assert (await line.run_beside("ls", "/nothing")).code == 1
    shown = await line.run_beside("key", "show")
    assert shown.out == "The key comes from FICHIER_API_KEY.\n"
    assert (await line.run_beside("key", "forget")).code == 0
    assert not owner.session.state.signed_in
    assert (await line.run_beside("ls")).code == 3


async def test_the_owner_hears_that_his_window_is_wanted(owner: Program) -> None:
    from fichier_gui.app.handover import send_job
    from fichier_gui.app.jobs.job import Ending, Job, Verb

    events: list[Event] = []
    owner.bus.subscribe(events.append)
    ending = await send_job(owner.options.profile, Job(Verb.SHOW), owner.clock, lambda _: None)
    assert ending is Ending.DONE
    assert WindowCalled() in events


async def test_a_refused_key_of_the_owner_reaches_the_sender(
    owner: Program, line: CommandLine, service: ThreadedSimulator
) -> None:
    service.service.renew_key("me@example.org", "another-key-another-key-another-k")
    done = await line.run_beside("ls", "/")
    assert done.code in {0, 3}
    done = await line.run_beside("download", "https://1fichier.com/?zzzzzzzzzzzzzzzzzzzz")
    assert done.code == 3, done
    assert owner.session.state.refused is not None


async def test_each_command_goes_to_the_account_that_it_names(tmp_path: Path) -> None:
    service = TwoAccounts()
    with simulator(service) as running:
        options = options_for(tmp_path / "profile", running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        owner = await Program.open(replace(options, budget_rules=QUICK))
        await owner.session.start()
        await owner.accounts.add(Secret(BOBS_KEY))
        line = CommandLine(tmp_path / "profile", running.base_url, None, environment(tmp_path / "home"))
        try:
            service.forget()
            of_bob = await line.run_beside("ls", "--account", BOB)
            assert "of bob.txt" in of_bob.out, of_bob.err
            assert service.keys() == {BOBS_KEY}
            of_first = await line.run_beside("ls")
            assert "of ann.txt" in of_first.out, of_first.err
            (tmp_path / "letter.txt").write_bytes(b"hello")
            up = await line.run_beside("--account", BOB, "upload", str(tmp_path / "letter.txt"))
            assert up.code == 0, up.err
            assert service.names(BOB) == {"of bob.txt", "letter.txt"}
            assert list(await owner.transfers.order()) == []
            nobody = await line.run_beside("ls", "--account", "nobody")
            assert nobody.code == 2
            assert BOB in nobody.err
        finally:
            await owner.close()

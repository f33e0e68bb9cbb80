"""What the service refuses is asked once: dead links, passwords, keys; counted in the service's own log."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import ThreadedSimulator, quiet_switches, simulator
from test_against_simulator import World
from transfer_bench import code

from fichier_gui.domain.events import KeyWasRefused
from fichier_gui.domain.ids import FileUrl, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import NewDownload, State
from fichier_gui.simulator.faults import Fault

MANY = 50
WORD = "sesame-Zq7"
LARGE = bytes(range(256)) * 80_000  # 20 MB: several connections


class Counted(World):
    """A world that counts requests for direct links."""

    def dead(self, url: str = "https://1fichier.com/?abcdefghij0123456789", name: str = "x") -> NewDownload:
        return NewDownload(FileUrl(url), f"{name}.bin", 1000, str(self.target), "/", None)

    def tokens(self) -> int:
        return self.running.requests.endpoints().count("download/get_token")


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(owner_needs_password=True), seed=1) as threaded:
        yield threaded


@pytest.fixture
async def world(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[Counted]:
    world = Counted(tmp_path, running)
    await world.open()
    yield world
    await world.close()


async def test_many_rows_of_one_dead_link_ask_once(world: Counted) -> None:
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    row = await world.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert world.tokens() == 1


async def test_a_dead_link_is_known_after_a_restart(world: Counted) -> None:
    await world.queue.add([world.dead(name="first")])
    await world.until_state(State.FAILED)
    await world.queue.pause_all()
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    await world.reopen()
    await world.queue.resume_all()
    await world.until_state(State.FAILED)
    assert world.tokens() == 1


async def test_the_user_may_have_a_dead_link_tried_again(world: Counted) -> None:
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    await world.until_state(State.FAILED)
    ids = [TransferId(i) for i in await world.queue.order()]
    await world.queue.retry(ids)
    await world.until(lambda rows: world.tokens() == 2 and all(r.state is State.FAILED for r in rows))
    await world.reopen()
    await world.queue.retry(ids[:1])
    await world.until(lambda rows: world.tokens() == 3 and all(r.state is State.FAILED for r in rows))


async def test_rows_of_one_living_link_all_arrive(world: Counted) -> None:
    new = world.fetched("a.bin", b"alive" * 1000)
    await world.queue.add([replace(new, name=f"{n}.bin") for n in range(4)])
    await world.until_state(State.DONE)
    assert world.tokens() == 4


async def test_a_link_that_dies_under_several_connections_is_asked_for_once_more(world: Counted) -> None:
    new = world.fetched("large.bin", LARGE)
    world.faults(
        Fault("download", "cut", calls="*", after=100_000),
        Fault("download/get_token", "answer", calls="2-", status=404, body=GONE),
        Fault("download", "token-dead", calls="2-"),
    )
    await world.queue.add([new])
    row = await world.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert world.tokens() == 2


async def test_one_wrong_password_for_many_rows_is_refused_to_one(world: Counted) -> None:
    new = []
    for n in range(MANY):
        file = world.running.service.add_file(f"/Down/{n}.bin", b"locked" * 100, password=WORD)
        link = FileUrl(world.running.service.link(file))
        new.append(NewDownload(link, f"{n}.bin", 600, str(world.target), "/Down", file.checksum))
    await world.queue.add(new)
    rows = await world.until(lambda rows: all(r.state is State.NEEDS_ANSWER for r in rows))
    before = world.tokens()
    assert before == MANY
    await world.queue.unlock([rows[0].id], Secret("guess"))
    await world.until(
        lambda rows: (
            all(r.state is State.NEEDS_ANSWER for r in rows)
            and any(code(r.error) == "PasswordWrong" for r in rows)
        )
    )
    refused = [r.message for r in world.running.requests.all("download/get_token")]
    assert sum("Invalid password" in message for message in refused) <= world.limits.downloads + 1


async def test_a_refused_key_stops_the_queue(world: Counted) -> None:
    world.faults(Fault("download/get_token", "answer", calls="*", status=403, body=NO_USER))
    await world.queue.add([world.fetched(f"{n}.bin", b"x" * 100) for n in range(MANY)])
    await world.until(lambda rows: world.tokens() > 0 and all(r.state is State.QUEUED for r in rows))
    for _ in range(50):
        await asyncio.sleep(0.01)
    assert world.tokens() <= world.limits.downloads + 1
    assert not world.happened(KeyWasRefused), "whoever watches the requests tells that"


GONE = '{"status":"KO","message":"Resource not found #469"}'
NO_USER = '{"status":"KO","message":"No such user #93"}'

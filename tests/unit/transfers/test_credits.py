"""No CDN credit is spent without a yes: what is sent, what is charged, and to which row a yes belongs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.simulator import ThreadedSimulator, quiet_switches, simulator
from test_against_simulator import World
from transfer_bench import code

from fichier_gui.domain.transfers import Answer, State
from fichier_gui.simulator.faults import Fault

CREDITS = 5.0
VPN = (
    '{"status":"KO","message":"Premium status is only allowed to be used on residential private and '
    'dedicated - internet connexion - 192.0.2.1 -. Use CDN credits or a GOLD plan #913"}'
)


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(), seed=1) as threaded:
        threaded.service.main_user.cdn_credits = CREDITS
        # The account's own setting says yes; what is sent with each request says no.
        threaded.service.main_user.settings["use_cdn"] = 1
        yield threaded


@pytest.fixture
async def world(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[World]:
    world = World(tmp_path, running)
    await world.open()
    yield world
    await world.close()


def said(world: World) -> list[Any]:
    asked = [record.payload for record in world.running.requests.all("download/get_token")]
    return [payload["cdn"] for payload in asked if isinstance(payload, dict)]


def spent(world: World) -> bool:
    return world.running.service.main_user.cdn_credits < CREDITS


async def test_every_request_says_no_whatever_the_account_says(world: World) -> None:
    await world.queue.add([world.fetched(f"{n}.bin") for n in range(3)])
    await world.until_state(State.DONE)
    assert said(world) == [0, 0, 0]
    assert not spent(world)


async def test_a_refused_network_waits_for_a_yes_and_is_not_asked_again(world: World) -> None:
    world.faults(Fault("download/get_token", "answer", calls="1", status=403, body=VPN))
    await world.queue.add([world.fetched()])
    row = await world.until_state(State.NEEDS_ANSWER)
    assert code(row.error) == "NetworkRefused"
    await world.reopen()
    assert (await world.only()).state is State.NEEDS_ANSWER
    assert said(world) == [0]
    await world.queue.retry([row.id])
    await world.until_state(State.DONE)
    assert said(world) == [0, 0]
    assert not spent(world)


async def test_a_yes_is_for_one_row(world: World) -> None:
    world.faults(Fault("download/get_token", "answer", calls="1", status=403, body=VPN))
    await world.queue.add([world.fetched("a.bin")])
    await world.until_state(State.NEEDS_ANSWER)
    await world.queue.add([world.fetched("b.bin")])
    await world.until(lambda rows: len(rows) == 2 and all(r.state is State.NEEDS_ANSWER for r in rows))
    assert said(world) == [0], "the second one would be told the same"
    first, second = await world.all()
    await world.queue.answer([first.id], Answer.USE_CREDITS)
    await world.until(lambda rows: rows[0].state is State.DONE)
    assert said(world) == [0, 1]
    assert spent(world)
    left = world.running.service.main_user.cdn_credits
    await world.queue.retry([second.id])
    await world.until_state(State.DONE)
    assert said(world) == [0, 1, 0]
    assert world.running.service.main_user.cdn_credits == left


NO_PLAN = '{"status":"KO","message":"Must be a customer (Premium, Access) #236"}'


@pytest.mark.parametrize(
    ("body", "state"), [(VPN, State.NEEDS_ANSWER), (NO_PLAN, State.FAILED)], ids=["network", "plan"]
)
async def test_what_is_refused_to_all_is_told_by_few_requests(world: World, body: str, state: State) -> None:
    """Twenty refusals in a minute lock the address: fifty rows must not collect them."""
    world.faults(Fault("download/get_token", "answer", calls="*", status=403, body=body))
    await world.queue.add([world.fetched(f"{n}.bin", b"x" * 100) for n in range(50)])
    await world.until_state(state)
    assert 1 <= len(said(world)) <= world.limits.downloads
    asked = len(said(world))
    rows = await world.all()
    await world.queue.retry([row.id for row in rows])
    await world.until(lambda rows: len(said(world)) > asked and all(row.state is state for row in rows))
    assert len(said(world)) <= 2 * world.limits.downloads


async def test_another_network_and_time_end_a_refusal(world: World) -> None:
    world.faults(Fault("download/get_token", "answer", calls="1-2", status=403, body=VPN))
    await world.queue.add([world.fetched("a.bin")])
    await world.until_state(State.NEEDS_ANSWER)
    await world.queue.paying.network_changed()
    await world.queue.add([world.fetched("b.bin")])
    await world.until(lambda rows: len(rows) == 2 and rows[1].state is State.NEEDS_ANSWER)
    assert said(world) == [0, 0]
    world.clock.now += 700
    await world.queue.add([world.fetched("c.bin")])
    await world.until(lambda rows: len(rows) == 3 and rows[2].state is State.DONE)
    assert said(world) == [0, 0, 0]

"""Which key a call goes out with, and keys that cannot go out at all. Virtual time: sleeps take none."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping

import pytest
from api_world import MemoryInMemory
from support.virtual_time import VirtualClock, VirtualLoop

from fichier_gui.api.account_budget import AccountBudget
from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.exchange import Exchange, Reply
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.pacing import Priority
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain.errors import AppError, FloodLocked, KeyRefused, NoKey, NotFound
from fichier_gui.domain.remote import UploadNode
from fichier_gui.domain.secret import Secret

NODE = UploadNode("up1.1fichier.com", "abc")


class Listener(Exchange):
    """Notes the key of each request instead of sending it."""

    def __init__(self) -> None:
        super().__init__(NetworkOptions(), TlsContexts())
        self.heard: list[str | None] = []
        self.refuses: set[Secret | None] = set()
        self.is_dead = False
        """There is nothing behind any link."""
        self.delay = 0.0
        """Seconds until an answer comes."""

    async def post_json(self, url: str, payload: bytes, key: Secret | None) -> Reply:
        return await self._answered(key, b'{"url":"up1.1fichier.com","id":"abc"}')

    async def get(self, url: str, key: Secret | None, headers: Mapping[str, str]) -> Reply:
        return await self._answered(key, b'{"incoming":0,"links":[]}')

    async def _answered(self, key: Secret | None, body: bytes) -> Reply:
        self.heard.append(None if key is None else key.reveal())
        await asyncio.sleep(self.delay)
        if key in self.refuses:
            return Reply(403, "application/json", b'{"status":"KO","message":"No such user #93"}')
        if self.is_dead:
            return Reply(404, "application/json", b'{"status":"KO","message":"Resource not found #469"}')
        return Reply(200, "application/json", body)


class World:
    """A client whose key can be changed, on a virtual clock."""

    def __init__(self, budget: RequestBudget | None = None, account: str = "") -> None:
        self.key: Secret | None = Secret("old")
        self.exchange = Listener()
        clock = VirtualClock()
        self.budget = budget or RequestBudget(
            clock, MemoryInMemory(), lambda _until, _error: None, lambda: None
        )
        own = AccountBudget(self.budget, account)
        self.client = FichierClient(
            ServiceAddress(), lambda: self.key, own, NetworkOptions(), clock, self.exchange
        )


def virtually(work: Callable[[World], Awaitable[None]]) -> None:
    async def run() -> None:
        await work(World())

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(run())


async def outcome(work: Awaitable[object]) -> AppError | None:
    try:
        await work
    except AppError as error:
        return error
    return None


def calls(world: World) -> tuple[Awaitable[object], ...]:
    return world.client.upload_node(), world.client.upload_report(NODE)


def test_a_call_that_waits_goes_out_with_the_key_that_is_then_in_use() -> None:
    async def work(world: World) -> None:
        world.budget.report(FloodLocked())
        waiting = asyncio.gather(*(outcome(call) for call in calls(world)))
        await asyncio.sleep(1.0)
        world.key = Secret("new")
        assert await waiting == [None, None]
        assert world.exchange.heard == ["new", "new"]

    virtually(work)


def test_a_call_that_waits_does_not_go_out_with_a_forgotten_key() -> None:
    async def work(world: World) -> None:
        world.budget.report(FloodLocked())
        waiting = asyncio.gather(*(outcome(call) for call in calls(world)))
        await asyncio.sleep(1.0)
        world.key = None
        assert [type(error) for error in await waiting] == [NoKey, NoKey]
        assert world.exchange.heard == []

    virtually(work)


def test_a_call_without_a_key_does_not_end_the_caution_after_a_flood() -> None:
    """Nothing was asked, so nobody has said that the lock is over, and nothing was refused."""

    async def work(world: World) -> None:
        world.budget.report(FloodLocked())
        waiting = asyncio.gather(outcome(world.client.upload_node()))
        await asyncio.sleep(1.0)
        world.key = None
        await waiting
        running = asyncio.Event()

        async def probe() -> None:
            async with world.budget.turn(Priority.TRANSFER):
                running.set()
                await asyncio.sleep(5.0)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(probe())
            await running.wait()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(3.0), world.budget.turn(Priority.TRANSFER):
                    raise AssertionError("a second request went beside the probe")

    virtually(work)


@pytest.mark.parametrize("key", ["cl\u00e9" * 10, "abc\u200bdef", "abc\r\ndef", "abc\x00"])
def test_a_key_that_no_header_can_hold_is_refused_unasked(key: str) -> None:
    async def work(world: World) -> None:
        world.key = Secret(key)
        error = await outcome(world.client.account(priority=Priority.CLICK))
        assert isinstance(error, KeyRefused)
        assert key not in str(error)
        assert world.exchange.heard == []
        assert world.budget.snapshot().next_account_at is None

    virtually(work)


async def ask_many(world: World, count: int = 8) -> list[AppError | None]:
    """So many calls at once, and what became of each."""
    async with asyncio.TaskGroup() as tasks:
        calls = [tasks.create_task(outcome(world.client.upload_node())) for _ in range(count)]
    return [call.result() for call in calls]


def test_a_refused_key_is_sent_once_however_many_ask() -> None:
    async def work(world: World) -> None:
        world.exchange.refuses = {Secret("old")}
        world.exchange.delay = 2.0
        errors = await ask_many(world)
        assert [type(error) for error in errors] == [KeyRefused] * 8
        assert [error.facts.get("unasked") for error in errors if error] == [None, *[True] * 7]
        assert world.exchange.heard == ["old"]
        assert world.budget.snapshot().spent_hour == 1
        assert isinstance(await outcome(world.client.upload_node()), KeyRefused)
        assert world.exchange.heard == ["old"]

    virtually(work)


def test_the_answer_to_one_account_says_nothing_of_the_key_of_another() -> None:
    async def work(ann: World) -> None:
        bob = World(ann.budget, "bob")
        await ask_many(ann, 1)
        bob.exchange.refuses = {Secret("old")}
        ann.exchange.delay = bob.exchange.delay = 2.0
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(ask_many(ann, 2))
            await asyncio.sleep(1.0)
            asking = tasks.create_task(ask_many(bob))
        assert [type(error) for error in asking.result()] == [KeyRefused] * 8
        assert bob.exchange.heard == ["old"]

    virtually(work)


def test_a_key_in_doubt_holds_up_no_other_account() -> None:
    async def work(ann: World) -> None:
        bob = World(ann.budget, "bob")
        await ask_many(ann, 1)
        bob.exchange.delay = 60.0
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(ask_many(bob, 2))
            await asyncio.sleep(0.1)
            began = asyncio.get_running_loop().time()
            await ask_many(ann, 1)
            assert asyncio.get_running_loop().time() - began < 2.0

    virtually(work)


def test_another_key_is_tried_and_so_is_the_same_one_when_the_user_wants_it() -> None:
    async def work(world: World) -> None:
        world.exchange.refuses = {Secret("old")}
        await ask_many(world)
        world.key = Secret("new")
        assert await ask_many(world, 3) == [None] * 3
        world.key = Secret("old")
        world.exchange.refuses = set()
        assert isinstance(await outcome(world.client.upload_node()), KeyRefused)
        world.client.forgive_key(Secret("old"))
        assert await ask_many(world, 3) == [None] * 3
        assert world.exchange.heard == ["old", *["new"] * 3, *["old"] * 3]

    virtually(work)


def test_a_key_that_was_accepted_holds_nobody_up() -> None:
    async def work(world: World) -> None:
        await ask_many(world, 1)
        world.exchange.delay = 30.0
        began = asyncio.get_running_loop().time()
        await ask_many(world, 4)
        assert asyncio.get_running_loop().time() - began < 35.0

    virtually(work)


def test_a_first_answer_that_does_not_come_holds_others_up_for_seconds_only() -> None:
    async def work(world: World) -> None:
        world.exchange.delay = 60.0
        began = asyncio.get_running_loop().time()
        await ask_many(world, 4)
        assert 60.0 <= asyncio.get_running_loop().time() - began < 70.0

    virtually(work)


def test_an_answer_about_a_file_says_that_the_key_is_good() -> None:
    async def work(world: World) -> None:
        world.exchange.is_dead = True
        assert isinstance(await outcome(world.client.upload_node()), NotFound)
        world.exchange.delay = 30.0
        began = asyncio.get_running_loop().time()
        await ask_many(world, 4)
        assert asyncio.get_running_loop().time() - began < 35.0

    virtually(work)

"""Which key a call goes out with, and keys that cannot go out at all."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping

import pytest
from api_world import MemoryInMemory
from support.virtual_time import VirtualClock, VirtualLoop

from fichier_gui.api import FichierClient, NetworkOptions, Priority, RequestBudget, ServiceAddress
from fichier_gui.api.exchange import Exchange, Reply
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain.errors import AppError, FloodLocked, KeyRefused, NoKey
from fichier_gui.domain.remote import UploadNode
from fichier_gui.domain.secret import Secret

NODE = UploadNode("up1.1fichier.com", "abc")


class Listener(Exchange):
    """Notes the key of each request instead of sending it."""

    def __init__(self) -> None:
        super().__init__(NetworkOptions(), TlsContexts())
        self.heard: list[str | None] = []

    async def post_json(self, url: str, payload: bytes, key: Secret | None) -> Reply:
        return self._note(key, b'{"url":"up1.1fichier.com","id":"abc"}')

    async def get(self, url: str, key: Secret | None, headers: Mapping[str, str]) -> Reply:
        return self._note(key, b'{"incoming":0,"links":[]}')

    def _note(self, key: Secret | None, body: bytes) -> Reply:
        self.heard.append(None if key is None else key.reveal())
        return Reply(200, "application/json", body)


class World:
    """A client whose key can be changed, on a virtual clock."""

    def __init__(self) -> None:
        self.key: Secret | None = Secret("old")
        self.exchange = Listener()
        clock = VirtualClock()
        self.budget = RequestBudget(clock, MemoryInMemory(), lambda _until, _error: None, lambda: None)
        self.client = FichierClient(
            ServiceAddress(), lambda: self.key, self.budget, NetworkOptions(), clock, self.exchange
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

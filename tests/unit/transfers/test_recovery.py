"""Waits of rows when the network is back and when the clock is set; the clock stands still by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from transfer_bench import Bench, SteppingClock

from fichier_gui.domain import errors
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import TransferHalted
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.domain.waiting import LONGEST_WAIT


class StandingClock(SteppingClock):
    """Waits end only when the test moves the time."""

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            await asyncio.sleep(0.002)


class Waiting(Bench):
    """One download that met an error and waits."""

    async def meet(self, error: AppError) -> Transfer:
        self.service.plan("token", error)
        await self.queue.add([self.wanted(self.service.put("a.bin", b"0123456789"))])
        return await self.until_state(State.RETRYING)

    def set_clock(self, seconds: float) -> None:
        self.clock.now += seconds


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Waiting]:
    bench = Waiting(tmp_path)
    bench.clock = StandingClock()
    bench.service = type(bench.service)(now=bench.clock.time)
    bench.ports = (bench.service, bench.service)
    await bench.open()
    yield bench
    await bench.close()


@pytest.mark.parametrize(
    "error",
    [errors.NetworkUnavailable(), errors.ConnectionLost(), errors.TimedOut(), errors.ProxyFailed()],
)
async def test_what_waits_for_the_network_goes_when_it_is_back(bench: Waiting, error: AppError) -> None:
    await bench.meet(error)
    back = bench.scope.start(bench.queue.recovery.network_back(), "network back")
    await bench.until_state(State.DONE)
    back.cancel()
    assert not bench.happened(TransferHalted)


async def test_another_wait_is_not_shortened_by_a_network_that_is_back(bench: Waiting) -> None:
    before = await bench.meet(errors.OneLocation())
    back = bench.scope.start(bench.queue.recovery.network_back(), "network back")
    for _ in range(50):
        await asyncio.sleep(0.002)
    back.cancel()
    row = await bench.only()
    assert (row.state, row.retry_at) == (State.RETRYING, before.retry_at)


@pytest.mark.parametrize("step", [-7200.0, 7200.0])
async def test_a_clock_that_is_set_leaves_a_wait_its_length(bench: Waiting, step: float) -> None:
    before = await bench.meet(errors.OneLocation())
    left = (before.retry_at or 0.0) - bench.clock.now
    await bench.queue.recovery.clock_was_set(step, bench.set_clock)
    row = await bench.only()
    assert row.state is State.RETRYING
    assert (row.retry_at or 0.0) - bench.clock.now == pytest.approx(left)
    bench.clock.now += left

    def passes(rows: list[Transfer]) -> bool:
        bench.clock.now += 1
        return rows[0].state is State.DONE

    await bench.until(passes)


@pytest.mark.parametrize("step", [-7200.0, 7200.0])
async def test_a_cool_down_keeps_its_length(bench: Waiting, step: float) -> None:
    bench.queue.cool_down(bench.clock.now + 300)
    await bench.queue.recovery.clock_was_set(step, bench.set_clock)
    assert bench.queue.summary().paused_until == bench.clock.now + 300


async def test_a_clock_set_back_between_two_runs_keeps_nothing_waiting(bench: Waiting) -> None:
    await bench.meet(errors.OneLocation())
    await bench.close()
    bench.clock.now -= 86_400
    await bench.open()
    row = await bench.only()
    assert row.state is State.RETRYING
    assert row.retry_at == bench.clock.now + LONGEST_WAIT


async def test_an_hour_of_the_night_stays_where_it_is(bench: Waiting) -> None:
    """It is a time of the wall clock, not a length: neither a restart nor a set clock moves it."""
    night = bench.clock.now + 20 * 3600
    await bench.queue.add([replace(bench.source("a.bin"), start_at=night)])
    await bench.reopen()
    assert (await bench.only()).retry_at == night
    await bench.queue.recovery.clock_was_set(7200.0, bench.set_clock)
    row = await bench.only()
    assert (row.state, row.retry_at) == (State.RETRYING, night)

"""The request budget on a virtual clock."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from api_world import MemoryInMemory
from hypothesis import given, settings
from hypothesis import strategies as st
from support.virtual_time import START, VirtualClock, VirtualLoop

from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.cooldown import dump, pause_for, read
from fichier_gui.api.pacing import BudgetRules, Kind, Priority
from fichier_gui.api.spent import Spent
from fichier_gui.domain import errors
from fichier_gui.domain.requests import BudgetSnapshot, RequestWait, WaitReason
from fichier_gui.domain.waiting import HARD_LOCK_WAIT, MAINTENANCE_WAIT


@dataclass
class Bench:
    memory: MemoryInMemory = field(default_factory=MemoryInMemory)
    left: list[tuple[float, str]] = field(default_factory=list)
    pauses: list[tuple[float, str]] = field(default_factory=list)
    resumed: list[float] = field(default_factory=list)

    def budget(self, **rules: Any) -> RequestBudget:
        return RequestBudget(
            VirtualClock(),
            self.memory,
            lambda until, error: self.pauses.append((until - START, error.code)),
            lambda: self.resumed.append(now()),
            BudgetRules(**rules),
        )

    async def call(
        self,
        budget: RequestBudget,
        name: str,
        priority: Priority = Priority.CLICK,
        kind: Kind = Kind.CALL,
        subject: int | None = None,
        error: errors.AppError | None = None,
    ) -> None:
        async with budget.turn(priority, kind, subject):
            self.left.append((round(now(), 3), name))
            await asyncio.sleep(0.01)
            if error is not None:
                raise error

    @property
    def names(self) -> str:
        return "".join(name for _, name in self.left)


def now() -> float:
    return asyncio.get_running_loop().time()


def virtually(work: Callable[[Bench], Awaitable[None]]) -> Bench:
    bench = Bench()

    async def run() -> None:
        await asyncio.sleep(10.0)  # the start of a run is another story
        await work(bench)

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(run())
    return bench


def test_a_first_call_leaves_at_once() -> None:
    async def work(bench: Bench) -> None:
        await bench.call(bench.budget(), "a")

    assert virtually(work).left == [(10.0, "a")]


def test_a_burst_is_paced() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(12):
                tasks.create_task(bench.call(budget, "c"))

    times = [at for at, _ in virtually(work).left]
    assert all(later - earlier >= 1.0 - 1e-6 for earlier, later in zip(times, times[2:], strict=False))
    assert all(later - earlier >= 1.6 - 1e-6 for earlier, later in zip(times, times[3:], strict=False))
    assert times[-1] - times[0] < 7.0


def test_clicks_before_transfers_before_background_and_in_order() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        async with asyncio.TaskGroup() as tasks:
            for name, priority in (
                *(("B", Priority.BACKGROUND), ("b", Priority.BACKGROUND)),
                *(("T", Priority.TRANSFER), ("t", Priority.TRANSFER)),
                *(("C", Priority.CLICK), ("c", Priority.CLICK)),
            ):
                tasks.create_task(bench.call(budget, name, priority))

    # What came first left at once; the rest by rank.
    assert virtually(work).names == "BCcTtb"


def test_background_work_is_not_starved() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget(patience=20.0)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(120):
                tasks.create_task(bench.call(budget, "t", Priority.TRANSFER))
            tasks.create_task(bench.call(budget, "b", Priority.BACKGROUND))

    at = next(at for at, name in virtually(work).left if name == "b")
    assert at < 10.0 + 120 * 0.55


def test_one_folder_waits_and_the_others_pass() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        async with asyncio.TaskGroup() as tasks:
            for name, subject in (("1", 1), ("1", 1), ("2", 2), ("3", 3)):
                tasks.create_task(bench.call(budget, name, Priority.CLICK, Kind.FOLDER, subject))

    bench = virtually(work)
    assert bench.names == "1231"
    assert bench.left[-1][0] - bench.left[0][0] >= 30.0


def test_the_account_and_the_whole_list() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for kind in (Kind.ACCOUNT, Kind.ACCOUNT, Kind.WHOLE_LIST, Kind.WHOLE_LIST):
            await bench.call(budget, kind.value[0], Priority.BACKGROUND, kind)
        assert [timer.reason for timer in budget.snapshot().timers] == [WaitReason.WHOLE_LIST]

    account, again, whole, later = (at for at, _ in virtually(work).left)
    assert 300.0 <= again - account < 310.0
    assert 3600.0 <= later - whole < 3620.0


def test_another_account_needs_a_minute_only() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        await bench.call(budget, "a", Priority.CLICK, Kind.ACCOUNT, 0)
        await bench.call(budget, "b", Priority.CLICK, Kind.ACCOUNT, 1)

    first, second = (at for at, _ in virtually(work).left)
    assert 60.0 <= second - first < 65.0


def test_a_refused_key_may_be_mended_after_a_minute() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.KeyRefused):
            await bench.call(budget, "a", Priority.CLICK, Kind.ACCOUNT, 0, errors.KeyRefused())
        await bench.call(budget, "b", Priority.CLICK, Kind.ACCOUNT, 0)

    first, second = (at for at, _ in virtually(work).left)
    assert second - first < 65.0


def test_a_request_that_never_left_the_machine_spends_no_limit() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.NetworkUnavailable):
            await bench.call(budget, "a", Priority.CLICK, Kind.ACCOUNT, 0, errors.NetworkUnavailable())
        await bench.call(budget, "b", Priority.CLICK, Kind.ACCOUNT, 0)

    first, second = (at for at, _ in virtually(work).left)
    assert second - first < 2.0


def test_a_wait_that_is_given_up_costs_nothing() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        waiting = [asyncio.get_running_loop().create_task(bench.call(budget, "x")) for _ in range(50)]
        await asyncio.sleep(0)
        for task in waiting[2:]:
            task.cancel()
        await asyncio.wait(waiting)
        await bench.call(budget, "y")
        assert budget.snapshot().waiting == 0

    bench = virtually(work)
    assert bench.names == "xxy"
    assert bench.left[-1][0] <= 11.1


def test_a_turn_cancelled_in_the_moment_it_comes_is_given_back() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for _ in range(20):
            # Granted synchronously, cancelled before the task runs again.
            task = asyncio.get_running_loop().create_task(
                bench.call(budget, "x", Priority.CLICK, Kind.FOLDER, 1)
            )
            blocker = asyncio.get_running_loop().create_task(bench.call(budget, "b"))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task, blocker])
            await asyncio.sleep(5)
        await asyncio.wait_for(bench.call(budget, "y", Priority.CLICK, Kind.FOLDER, 1), 60)

    assert virtually(work).names.endswith("y")


def _flood() -> errors.AppError:
    return errors.FloodLocked("Flood detected: IP Locked #38", scope="address")


def test_a_flood_pauses_everything_and_one_request_probes() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.FloodLocked):
            await bench.call(budget, "f", Priority.TRANSFER, error=_flood())
        assert budget.snapshot().available == 0.0
        assert budget.snapshot().paused_until == START + now() + 30.0
        with pytest.raises(errors.FloodLocked) as caught:
            await bench.call(budget, "never")
        assert caught.value.facts["wait"] == 30.0
        async with asyncio.TaskGroup() as tasks:
            for _ in range(3):
                tasks.create_task(bench.call(budget, "t", Priority.TRANSFER))

    bench = virtually(work)
    assert bench.names == "fttt"
    assert bench.left[1][0] >= 40.0
    assert bench.pauses == [(pytest.approx(40.01), "FloodLocked")]
    assert bench.resumed == [pytest.approx(40.01)]


def test_floods_in_a_row_wait_longer_and_a_success_forgets() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for error in (_flood(), _flood(), _flood(), _flood(), None, _flood()):
            try:
                await bench.call(budget, "x", Priority.TRANSFER, error=error)
            except errors.FloodLocked:
                continue

    bench = virtually(work)
    waits = [
        round(after - before) for (before, _), (after, _) in zip(bench.left, bench.left[1:], strict=False)
    ]
    assert waits[:4] == [30, 120, 300, 300]
    assert round(bench.pauses[-1][0] - bench.left[-1][0]) == 30


def test_requests_under_way_together_are_one_strike() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()

        async def flooded() -> None:
            with pytest.raises(errors.FloodLocked):
                async with budget.turn(Priority.TRANSFER):
                    await asyncio.sleep(5)
                    raise _flood()

        async with asyncio.TaskGroup() as tasks:
            for _ in range(4):
                tasks.create_task(flooded())
        await bench.call(budget, "t", Priority.TRANSFER)

    # The fourth leaves after four seconds, for nobody knows before whether the first has arrived.
    assert virtually(work).left[0][0] < 10 + 4 + 5 + 31


@pytest.mark.parametrize(
    ("error", "wait"),
    [
        (errors.FloodLocked("x"), 30.0),
        (errors.TooManyRequests("x"), 30.0),
        (errors.TooManyRequests("x", wait=77.0), 77.0),
        (errors.AddressLocked("IP Locked"), HARD_LOCK_WAIT),
        (errors.Maintenance("x"), MAINTENANCE_WAIT),
    ],
)
def test_how_long_each_answer_pauses(error: errors.AppError, wait: float) -> None:
    assert pause_for(error, 1, 100.0).until == 100.0 + wait


def test_waiting_clicks_are_told_at_once() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()

        async def flooded() -> None:
            with pytest.raises(errors.FloodLocked):
                await bench.call(budget, "f", Priority.TRANSFER, error=_flood())

        async def clicks() -> None:
            with pytest.raises(errors.FloodLocked):
                await bench.call(budget, "c")

        await bench.call(budget, "x")
        await asyncio.sleep(0.6)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(flooded())
            await asyncio.sleep(0)
            for _ in range(3):
                tasks.create_task(clicks())
        assert now() < 11.0

    assert virtually(work).names == "xf"


def test_a_cool_down_survives_a_restart() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.AddressLocked):
            await bench.call(budget, "f", Priority.TRANSFER, error=errors.AddressLocked("IP Locked"))
        await budget.aclose()
        await asyncio.sleep(60)
        restarted = bench.budget()
        restarted.announce()
        paused = restarted.snapshot()
        assert isinstance(paused.pause_error, errors.AddressLocked)
        await bench.call(restarted, "t", Priority.TRANSFER)
        assert restarted.snapshot().paused_until is None

    bench = virtually(work)
    assert bench.left[-1][0] - bench.left[0][0] >= HARD_LOCK_WAIT
    assert [code for _, code in bench.pauses] == ["AddressLocked", "AddressLocked"]
    assert len(bench.resumed) == 1


def waits_of(budget: RequestBudget) -> list[tuple[WaitReason, int, int | None]]:
    return [(wait.reason, wait.count, wait.subject) for wait in budget.snapshot().waits]


def test_the_gauge_tells_what_waits_and_why() -> None:
    """Each request under its own reason, with the moment at which the first of them leaves."""
    seen: list[BudgetSnapshot] = []

    async def work(bench: Bench) -> None:
        budget = bench.budget()
        assert budget.snapshot() == BudgetSnapshot(available=1.0)
        async with asyncio.TaskGroup() as tasks:
            for kind, subject in (
                (Kind.FOLDER, 7),
                (Kind.FOLDER, 7),
                (Kind.FILES, 8),
                (Kind.FILES, 8),
                (Kind.FILES, 8),
                (Kind.ACCOUNT, 0),
                (Kind.ACCOUNT, 0),
                (Kind.WHOLE_LIST, None),
                (Kind.WHOLE_LIST, None),
            ):
                tasks.create_task(bench.call(budget, "x", Priority.TRANSFER, kind, subject))
            await asyncio.sleep(0.1)
            seen.append(budget.snapshot())
            await asyncio.sleep(10.0)
            seen.append(budget.snapshot())

    virtually(work)
    first, later = seen
    assert [(w.reason, w.count) for w in first.waits if w.reason is WaitReason.TURN] == [(WaitReason.TURN, 7)]
    assert [(w.reason, w.count, w.subject) for w in later.waits] == [
        (WaitReason.FOLDER, 1, 7),
        (WaitReason.FOLDER, 2, 8),
        (WaitReason.ACCOUNT, 1, None),
        (WaitReason.WHOLE_LIST, 1, None),
    ]
    assert [(t.reason, t.subject) for t in later.timers] == [
        (wait.reason, wait.subject) for wait in later.waits
    ]
    assert [w.until for w in later.waits] == [t.until for t in later.timers]
    assert later.waiting == 5
    assert later.spent_minute == 4


def test_the_gauge_tells_of_the_pause_and_of_the_probe_after_it() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.FloodLocked):
            await bench.call(budget, "f", Priority.TRANSFER, error=errors.FloodLocked("Flood"))
        async with asyncio.TaskGroup() as tasks:
            for _ in range(3):
                tasks.create_task(bench.call(budget, "t", Priority.TRANSFER))
            await asyncio.sleep(0.1)
            paused = budget.snapshot()
            assert paused.waits == (RequestWait(WaitReason.PAUSE, 3, until=paused.paused_until),)
            assert paused.available == 0.0
            await asyncio.sleep(29.905)
            assert waits_of(budget) == [(WaitReason.PROBE, 2, None)]

    virtually(work)


def test_the_gauge_tells_that_refusals_slow_requests_down() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for _ in range(4):
            with pytest.raises(errors.NotFound):
                await bench.call(budget, "x", Priority.TRANSFER, error=errors.NotFound())
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(bench.call(budget, "y", Priority.TRANSFER))
            await asyncio.sleep(0.05)
            assert waits_of(budget) == [(WaitReason.REFUSALS, 1, None)]
        assert waits_of(budget) == []

    virtually(work)


@pytest.mark.parametrize("ends_well", [True, False])
def test_what_was_spent_is_known_after_a_restart(ends_well: bool) -> None:
    """A crash costs at most what left since the last write, some seconds ago."""

    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for number in range(10):
            await bench.call(budget, "c", Priority.CLICK, Kind.FOLDER, number)
            await asyncio.sleep(1.0)
        assert budget.snapshot().spent_hour == 10
        if ends_well:
            await budget.aclose()
        await asyncio.sleep(120.0)
        after = bench.budget().snapshot()
        assert (after.spent_minute, after.spent_hour) == (0, 10)
        await asyncio.sleep(3600.0)
        assert bench.budget().snapshot().spent_hour == 0

    virtually(work)


def test_a_request_that_never_left_is_not_counted_as_spent() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        with pytest.raises(errors.NetworkUnavailable):
            await bench.call(budget, "x", error=errors.NetworkUnavailable())
        assert budget.snapshot().spent_hour == 0

    virtually(work)


def test_a_clock_that_is_set_keeps_what_was_spent() -> None:
    spent = Spent({})
    spent.add(1000.0)
    spent.add(1001.0)
    spent.clock_was_set(7200.0)
    assert spent.lately(1005.0 + 7200.0) == (2, 2)
    assert spent.lately(1005.0) == (0, 0)


def test_limits_of_folders_and_account_survive_a_crash() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        await bench.call(budget, "a", Priority.CLICK, Kind.ACCOUNT, 0)
        await bench.call(budget, "f", Priority.CLICK, Kind.FOLDER, 7)
        restarted = bench.budget()
        assert restarted.ready_at(Kind.FOLDER, 7) > VirtualClock().time()
        await bench.call(restarted, "f", Priority.CLICK, Kind.FOLDER, 7)
        await bench.call(restarted, "a", Priority.CLICK, Kind.ACCOUNT, 0)

    bench = virtually(work)
    assert bench.left[2][0] - bench.left[1][0] >= 30.0
    assert bench.left[3][0] - bench.left[0][0] >= 300.0


def test_a_run_that_follows_a_crash_does_not_begin_with_a_burst() -> None:
    async def work(bench: Bench) -> None:
        for _ in range(5):
            budget = bench.budget()
            await bench.call(budget, "a")
            await bench.call(budget, "a")

    times = [at for at, _ in virtually(work).left]
    assert all(later - earlier >= 1.0 - 1e-6 for earlier, later in zip(times, times[3:], strict=False))


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"pause": 5}', '{"next_at": []}', '{"strikes": "x"}'])
def test_a_damaged_memory_is_an_empty_one(text: str | None) -> None:
    state = read(text, START)
    assert state.pause is None
    assert state.next_at == {}


def test_a_memory_that_fails_stops_nothing() -> None:
    class Broken(MemoryInMemory):
        def load(self) -> str | None:
            raise errors.DiskDenied(path="/budget")

        def save(self, text: str) -> None:
            raise errors.DiskFull(path="/budget")

    async def work(bench: Bench) -> None:
        bench.memory = Broken()
        budget = bench.budget()
        await bench.call(budget, "a", Priority.CLICK, Kind.ACCOUNT, 0)
        await budget.aclose()

    assert virtually(work).names == "a"


def test_a_clock_set_back_does_not_make_waits_longer() -> None:
    state = read(json.dumps({"next_at": {"account:0": START + 10**9}}), START)
    assert state.next_at["account:0"] <= START + 2 * HARD_LOCK_WAIT
    pause = pause_for(_flood(), 1, START)
    kept = read(dump(type(state)(pause=pause, strikes=1)), START - 10**6).pause
    assert kept is not None
    assert kept.until <= START - 10**6 + 2 * HARD_LOCK_WAIT


def test_nothing_secret_and_nothing_long_is_kept() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()
        for folder in range(100):
            await bench.call(budget, "f", Priority.CLICK, Kind.FOLDER, folder)
        await budget.aclose()

    text = virtually(work).memory.text
    assert text is not None
    # Waits that are over are not kept.
    assert len(text) < 4000


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 3),
            st.sampled_from(list(Priority)),
            st.sampled_from([Kind.CALL, Kind.FOLDER, Kind.SITE]),
            st.integers(0, 3),
        ),
        max_size=40,
    )
)
def test_whatever_comes_the_limits_hold(load: list[tuple[float, Priority, Kind, int]]) -> None:
    left: list[tuple[float, Kind, int]] = []

    async def one(budget: RequestBudget, kind: Kind, priority: Priority, subject: int) -> None:
        async with budget.turn(priority, kind, subject):
            left.append((now(), kind, subject))

    async def work(bench: Bench) -> None:
        budget = bench.budget()
        async with asyncio.TaskGroup() as tasks:
            for delay, priority, kind, subject in load:
                await asyncio.sleep(delay)
                tasks.create_task(one(budget, kind, priority, subject))

    virtually(work)
    assert len(left) == len(load)
    times = [at for at, _, _ in left]
    assert all(later - earlier >= 1.6 - 1e-6 for earlier, later in zip(times, times[3:], strict=False))
    for subject in range(4):
        folder = [at for at, kind, which in left if kind is Kind.FOLDER and which == subject]
        assert all(later - earlier >= 30.0 for earlier, later in itertools.pairwise(folder))


@pytest.mark.parametrize("step", [-7200.0, 7200.0])
def test_a_clock_that_is_set_neither_shortens_nor_prolongs_a_wait(step: float) -> None:
    class Set(VirtualClock):
        step = 0.0

        def time(self) -> float:
            return super().time() + self.step

    async def work(bench: Bench) -> None:
        clock, told = Set(), list[float]()
        budget = RequestBudget(
            clock, bench.memory, lambda until, error: told.append(until), lambda: None, BudgetRules()
        )
        await bench.call(budget, "f", Priority.CLICK, Kind.FOLDER, 7)
        with pytest.raises(errors.FloodLocked):
            await bench.call(budget, "x", error=errors.FloodLocked())
        pause = budget.pause
        assert pause is not None
        left = pause.until - clock.time()
        clock.step = step
        budget.clock_was_set(step)
        pause = budget.pause
        assert pause is not None
        assert pause.until - clock.time() == pytest.approx(left)
        assert budget.ready_at(Kind.FOLDER, 7) - clock.time() == pytest.approx(30.5, abs=0.1)
        await bench.call(budget, "f", Priority.TRANSFER, Kind.FOLDER, 7)
        await budget.aclose()

    left = virtually(work).left
    assert [name for _, name in left] == ["f", "x", "f"]
    assert left[2][0] - left[0][0] == pytest.approx(30.5, abs=6)


@pytest.mark.parametrize("stall", [0.0, 0.4, 2.0, 2.9])
def test_a_network_that_stalls_brings_no_four_calls_within_a_second(stall: float) -> None:
    """Calls that leave while it stalls arrive together when it goes on."""
    arrived: list[float] = []

    async def work(bench: Bench) -> None:
        budget = bench.budget()
        stalls_until = now() + 1.7 + stall

        async def call() -> None:
            async with budget.turn(Priority.CLICK):
                is_stuck = stalls_until - stall <= now() < stalls_until
                await asyncio.sleep(stalls_until - now() if is_stuck else 0.02)
                arrived.append(now())
                await asyncio.sleep(0.02)

        async with asyncio.TaskGroup() as group:
            for _ in range(15):
                group.create_task(call())

    virtually(work)
    assert len(arrived) == 15
    arrived.sort()
    assert all(later - first > 1.0 for first, later in zip(arrived, arrived[3:], strict=False))


def test_calls_that_are_given_up_are_still_on_their_way() -> None:
    """A user who pauses while the network stalls: what left arrives all the same, with what leaves next."""
    arrived: list[float] = []

    async def work(bench: Bench) -> None:
        budget = bench.budget()
        stalls_until = now() + 2.5

        async def arrive() -> None:
            await asyncio.sleep(max(0.02, stalls_until - now()))
            arrived.append(now())

        async with asyncio.TaskGroup() as group:

            async def call() -> None:
                async with budget.turn(Priority.CLICK):
                    group.create_task(arrive())
                    asyncio.current_task().cancel()
                    await asyncio.sleep(0)

            for _ in range(12):
                group.create_task(call())

    virtually(work)
    assert len(arrived) == 12
    assert all(later - first > 1.0 for first, later in zip(arrived, arrived[3:], strict=False))


def test_a_call_without_an_answer_holds_the_others_up_for_four_seconds_at_most() -> None:
    async def work(bench: Bench) -> None:
        budget = bench.budget()

        async def silent() -> None:
            async with budget.turn(Priority.CLICK):
                bench.left.append((now(), "s"))
                await asyncio.sleep(60)

        async with asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(silent())

    bench = virtually(work)
    first, _, _, fourth = (moment for moment, _ in bench.left)
    assert fourth - first == pytest.approx(4.0)

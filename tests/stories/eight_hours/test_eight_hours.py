"""Eight virtual hours of one program and four restless people: every limit kept, every file there once.

    pytest -s tests/stories/eight_hours

The whole core without a window: container, session, catalogue, journal, queue, budget, client and bodies.
Only the sockets are missing, and time jumps.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
import restless_day
from pacing_proof import (
    asked_while_pausing,
    calls,
    closest,
    closest_listings,
    fetched,
    fourth_call,
    longest_use,
    of,
    oldest_token,
    stored,
    uploads_at_once,
    whole_lists,
    without_pause,
)
from restless_day import HOUR, HOURS, LOCKS, OUTAGES, Day, live, prepare
from support.in_process import InProcessClient, SimulatedNetwork
from support.memory import memory_folder
from support.simulator import Service, quiet_switches
from support.virtual_time import VirtualClock, VirtualLoop

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app import container, session
from fichier_gui.catalogue import refresh
from fichier_gui.transfers import equipment, filling, lanes, segments, threads
from fichier_gui.transfers.database import Database
from fichier_gui.transfers.worker_pool import WorkerPool

pytestmark = pytest.mark.story


def _hold_time(loop: VirtualLoop, patch: pytest.MonkeyPatch) -> None:
    """No virtual time passes while the loop waits for a thread."""

    class HeldPool(WorkerPool):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return loop.awaited(super().submit(fn, *args, **kwargs))

    def pool(most: int, name: str, initializer: Callable[[], None]) -> WorkerPool:
        # Hashing threads wait for those that move: nobody on the loop waits for them.
        return (WorkerPool if name == "hasher" else HeldPool)(most, name, initializer)

    def held(method: Callable[..., Future[Any]]) -> Callable[..., Future[Any]]:
        return lambda *args, **kwargs: loop.awaited(method(*args, **kwargs))

    patch.setattr(equipment, "WorkerPool", pool)
    patch.setattr(lanes, "detached", held(threads.detached))
    for name in ("open", "submit", "copy", "close"):
        patch.setattr(Database, name, held(getattr(Database, name)))


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> VirtualLoop:
    made = VirtualLoop()
    _hold_time(made, monkeypatch)
    # Medium files come over several connections here.
    monkeypatch.setattr(filling, "SEGMENTED_FROM", 250_000)
    monkeypatch.setattr(segments, "LEAST", 64 * 1024)
    return made


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory: thousands of commits wait for no disk."""
    with tempfile.TemporaryDirectory(prefix="eight-hours-", dir=memory_folder()) as place:
        yield Path(place)


def _lived(
    loop: VirtualLoop, folder: Path, patch: pytest.MonkeyPatch, *, limits: bool = True, **changes: Any
) -> Day:
    dice = random.Random(1)
    service = Service(switches=quiet_switches(), limits=limits, seed=1, clock=VirtualClock(loop).time)
    network = SimulatedNetwork(service, loop, dice)
    day = Day(network, folder, **changes)
    patch.setattr(
        container,
        "FichierClient",
        lambda _service, key, budget, _options, clock: InProcessClient(network, key, budget, clock),
    )
    prepare(day)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(live(day))
    return day


def _tell(day: Day, real: float) -> None:
    asked, limits = calls(day), day.network.service.limits
    by_endpoint = Counter(call.endpoint for call in asked)
    print(f"\n{HOURS} hours in {real:.1f} s: {len(asked)} calls of {len(day.network.asked)} requests")
    print(_listed(by_endpoint))
    print(f"clicks: {_listed(day.done)}; that came to something else: {_listed(day.refused)}")
    print(f"{len(LOCKS)} locks by others, {len(day.pauses)} cool-downs, {len(OUTAGES)} outages;")
    print(f"{limits.refused_while_locked} calls refused by a lock, {len(limits.breaches)} locks by us")
    print(f"four calls within {fourth_call(day):.2f} s; one folder after {closest_listings(day):.1f} s")
    print(f"user/info after {closest(of(day, 'user/info')):.0f} s")
    print(f"the whole account after {closest(whole_lists(day)):.0f} s")
    print(f"direct links first used after {oldest_token(day):.1f} s, for {longest_use(day):.1f} s")
    print(f"{len(of(day, 'upload.cgi'))} upload requests, {uploads_at_once(day)} at once")
    print(
        f"{stored(day).total()} files up, {fetched(day).total()} files down; planned {_listed(day.planned)}"
    )


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


@pytest.mark.timeout(900)
def test_every_limit_is_kept_and_every_file_arrives_once(
    loop: VirtualLoop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    day = _lived(loop, folder, monkeypatch)
    _tell(day, time.monotonic() - began)
    assert day.trouble == []
    # Nobody was locked for what we did, and the log says why.
    assert day.network.service.limits.breaches == []
    assert fourth_call(day) > 1.0
    assert closest_listings(day) >= 30.0
    assert closest(of(day, "user/info")) >= 300.0
    assert closest(whole_lists(day)) >= 3600.0
    assert asked_while_pausing(day) == []
    assert without_pause(day) == []
    assert oldest_token(day) < 300.0
    assert longest_use(day) < 1800.0
    assert uploads_at_once(day) <= 4
    # Nobody starves meanwhile.
    assert day.done.total() > 2000
    assert sorted(day.waits)[len(day.waits) // 2] < 1.0
    # Every file arrived, none twice.
    assert day.planned == {"up": len(day.sent), "down": len(day.wanted)}
    assert stored(day) == Counter(list(day.sent))
    assert fetched(day) == Counter(list(day.wanted))


HASTY = BudgetRules(
    windows=((1000, 1.0),),
    transfer_gap=0.0,
    background_gap=0.0,
    background_listing_gap=0.0,
    site_gap=0.0,
    folder_every=0.0,
    account_every=0.0,
    account_every_address=0.0,
    whole_list_every=60.0,
)


@pytest.mark.parametrize("limits", [False, True])
def test_a_program_that_takes_no_turns_is_found_out(
    loop: VirtualLoop, folder: Path, monkeypatch: pytest.MonkeyPatch, limits: bool
) -> None:
    """What proves the limits kept must see them broken."""
    monkeypatch.setattr(restless_day, "LAST_BATCH", HOUR / 4)
    monkeypatch.setattr(refresh, "SERVICE_INTERVAL", 0.0)
    monkeypatch.setattr(session, "ASK_AGAIN", 0.0)
    day = _lived(loop, folder, monkeypatch, limits=limits, rules=HASTY, hours=0.3, batches=3)
    assert fourth_call(day) < 1.0
    if limits:
        assert "calls per second" in {breach.rule for breach in day.network.service.limits.breaches}
        # Cool-downs are no matter of turns.
        assert day.pauses
        assert asked_while_pausing(day) == []
        assert without_pause(day) == []
    else:
        assert closest_listings(day) < 30.0
        assert closest(of(day, "user/info")) < 300.0
        assert closest(whole_lists(day)) < 3600.0

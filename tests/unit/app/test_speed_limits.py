"""The limits in force: both sets, the week, the switch, and a clock that jumps."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from fichier_gui.app.speed_limits import LONGEST_SLEEP, SpeedLimits
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.events import Event, LimitsChanged
from fichier_gui.domain.settings import Settings, changed
from fichier_gui.domain.speed_limits import LimitsInForce, in_force
from fichier_gui.domain.week import DAYS, Pace, Week
from fichier_gui.system.text_file import AtomicText

HOUR = 3600.0
NOON = time.mktime((2026, 6, 10, 12, 0, 0, 0, 0, -1))
NIGHT = Week().painted([(day, hour) for day in range(DAYS) for hour in range(8)], Pace.OFF)
WORK = NIGHT.painted([(day, hour) for day in range(5) for hour in range(8, 18)], Pace.LIMITED)
SETS = Settings(limit_download=9, limit_upload=8, slow_limit_download=2, slow_limit_upload=1)
SCHEDULED = replace(SETS, use_schedule=True, schedule=WORK.text)


class TurnedClock:
    """Sleeps end when the test turns the clock far enough."""

    def __init__(self, now: float) -> None:
        self.now = now
        self.asked: list[float] = []
        self._sleepers: list[tuple[float, asyncio.Event]] = []

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.asked.append(seconds)
        woken = asyncio.Event()
        self._sleepers.append((self.now + seconds, woken))
        await woken.wait()

    async def wake(self, now: float) -> None:
        """It is ``now``, wherever that lies; whoever sleeps looks at it."""
        self.now = now
        for _until, woken in self._sleepers:
            woken.set()
        self._sleepers.clear()
        await asyncio.sleep(0.01)


class Run:
    def __init__(self, folder: Path, settings: Settings, now: float = NOON) -> None:
        self.path = folder / "limits.json"
        self.settings = settings
        self.clock = TurnedClock(now)
        self.disk = Workers("disk")
        self.errors: list[Exception] = []
        self.events: list[Event] = []
        self.applied: list[LimitsInForce] = []
        self.scope = TaskScope("test", lambda _name, error: self.errors.append(error))
        self.limits = SpeedLimits(
            settings,
            AtomicText(self.path),
            self.disk,
            self.clock,
            self.scope,
            self.change,
            self.applied.append,
            self.events.append,
        )

    async def change(self, name: str, value: object) -> None:
        self.settings = changed(self.settings, name, value)
        self.limits.take(self.settings)

    async def kept(self) -> None:
        """What is being written is on the disk."""
        await asyncio.sleep(0)
        await self.disk.run(lambda: None)

    async def close(self) -> None:
        await self.kept()
        await self.scope.close()
        await self.disk.close()
        assert not self.errors

    @property
    def now(self) -> tuple[Pace, int, int]:
        current = self.limits.current
        return current.pace, current.download, current.upload


@pytest.fixture
async def run(tmp_path: Path) -> AsyncIterator[Run]:
    run = Run(tmp_path, SETS)
    await run.limits.start()
    yield run
    await run.close()


@pytest.fixture
async def scheduled(tmp_path: Path) -> AsyncIterator[Run]:
    run = Run(tmp_path, SCHEDULED)
    await run.limits.start()
    yield run
    await run.close()


async def test_one_click_puts_the_second_set_in_force_and_it_stays(run: Run) -> None:
    assert run.now == (Pace.FULL, 9, 8)
    await run.limits.toggle()
    assert run.now == (Pace.LIMITED, 2, 1)
    assert run.settings.slow_limits
    assert run.applied[-1] == run.limits.current
    assert run.events == [LimitsChanged(run.limits.current)]
    await run.change("slow_limit_download", 5)
    assert run.now == (Pace.LIMITED, 5, 1)
    await run.limits.toggle()
    assert run.now == (Pace.FULL, 9, 8)
    assert not run.clock.asked, "without a schedule nobody looks at the clock"


async def test_the_week_decides_when_it_changes(scheduled: Run) -> None:
    assert scheduled.now == (Pace.LIMITED, 2, 1)
    assert scheduled.limits.current.until == NOON + 6 * HOUR
    await scheduled.clock.wake(NOON + 6 * HOUR - 1)
    assert scheduled.now[0] is Pace.LIMITED
    assert scheduled.clock.asked[-1] == pytest.approx(1)
    await scheduled.clock.wake(NOON + 6 * HOUR)
    assert scheduled.now == (Pace.FULL, 9, 8)
    assert scheduled.applied[-1].until == NOON + 12 * HOUR
    await scheduled.clock.wake(NOON + 12 * HOUR)
    assert scheduled.now[0] is Pace.OFF
    assert max(scheduled.clock.asked) == LONGEST_SLEEP


async def test_a_clock_that_jumps_and_a_long_sleep_are_noticed(scheduled: Run) -> None:
    await scheduled.clock.wake(NOON + 13 * HOUR)
    assert scheduled.now[0] is Pace.OFF
    await scheduled.clock.wake(NOON - 24 * HOUR)
    assert scheduled.now[0] is Pace.LIMITED
    assert scheduled.limits.current.until == NOON - 18 * HOUR


async def test_the_switch_holds_until_the_next_change_of_the_week(scheduled: Run) -> None:
    await scheduled.limits.toggle()
    assert scheduled.now == (Pace.FULL, 9, 8)
    assert scheduled.limits.current.is_by_hand
    assert not scheduled.settings.slow_limits
    await scheduled.clock.wake(NOON + 5 * HOUR)
    assert scheduled.now[0] is Pace.FULL
    await scheduled.limits.toggle()
    assert scheduled.now[0] is Pace.LIMITED
    await scheduled.clock.wake(NOON + 6 * HOUR)
    assert scheduled.now == (Pace.FULL, 9, 8)
    assert not scheduled.limits.current.is_by_hand


async def test_the_switch_lets_transfers_go_in_an_hour_that_is_off(tmp_path: Path) -> None:
    run = Run(tmp_path, SCHEDULED, NOON - 10 * HOUR)
    await run.limits.start()
    assert run.now[0] is Pace.OFF
    await run.limits.toggle()
    assert run.now == (Pace.LIMITED, 2, 1)
    await run.limits.toggle()
    assert run.now[0] is Pace.FULL
    await run.close()


async def test_what_was_chosen_over_the_week_survives_a_restart(tmp_path: Path, scheduled: Run) -> None:
    await scheduled.limits.toggle()
    await scheduled.kept()
    again = Run(tmp_path, SCHEDULED, NOON + HOUR)
    await again.limits.start()
    assert again.now[0] is Pace.FULL and again.limits.current.is_by_hand
    await again.close()
    late = Run(tmp_path, SCHEDULED, NOON + 7 * HOUR)
    await late.limits.start()
    assert not late.limits.current.is_by_hand
    await late.close()


async def test_another_week_forgets_what_was_chosen_over_the_old_one(scheduled: Run) -> None:
    await scheduled.limits.toggle()
    await scheduled.change("schedule", NIGHT.painted([(2, 12)], Pace.LIMITED).text)
    assert scheduled.now[0] is Pace.LIMITED
    assert scheduled.limits.current.until == NOON + HOUR
    await scheduled.change("use_schedule", False)
    assert scheduled.now == (Pace.FULL, 9, 8)
    await scheduled.kept()
    assert json.loads(scheduled.path.read_text()) is None
    assert not any("watch" in name for name in scheduled.scope.names)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"pace": "fast", "until": 1}', '{"pace": "full"}'])
async def test_a_damaged_memory_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "limits.json").write_text(text)
    run = Run(tmp_path, SCHEDULED)
    await run.limits.start()
    assert run.now[0] is Pace.LIMITED
    await run.close()


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine's clocks are those of Paris."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_paris")
@pytest.mark.parametrize(
    ("midnight", "expected"),
    [
        # Sunday, 29 March 2026: 02:00 becomes 03:00, and the hour that is painted does not exist.
        ("2026-03-29T00:00+01:00", ["full 00:00", "limited 03:00", "full 04:00"]),
        # Sunday, 25 October 2026: 03:00 becomes 02:00, and it comes twice.
        ("2026-10-25T00:00+02:00", ["full 00:00", "off 02:00", "off 02:00", "limited 03:00", "full 04:00"]),
        ("2026-11-01T00:00+01:00", ["full 00:00", "off 02:00", "limited 03:00", "full 04:00"]),
    ],
    ids=["spring", "autumn", "an ordinary Sunday"],
)
async def test_the_week_follows_the_clocks_through_a_night_on_which_they_change(
    tmp_path: Path, midnight: str, expected: list[str]
) -> None:
    """Hour by hour by a steady clock; the last real seconds of an hour belong to it."""
    begin = datetime.fromisoformat(midnight).timestamp()
    week = Week().painted([(6, 2)], Pace.OFF).painted([(6, 3)], Pace.LIMITED)
    run = Run(tmp_path, replace(SCHEDULED, schedule=week.text), begin)
    await run.limits.start()
    seen = []
    for hour in range(6):
        for second in (0.0, HOUR - 0.5):
            await run.clock.wake(begin + hour * HOUR + second)
            local = time.localtime(run.clock.now)
            seen.append(f"{run.limits.current.pace.value} {local.tm_hour:02d}:00")
    assert seen[::2] == seen[1::2], "nothing changes within an hour"
    hours = seen[::2]
    changes = [each for n, each in enumerate(hours) if n == 0 or each.split()[0] != hours[n - 1].split()[0]]
    offs = [each for each in hours if each.startswith("off")]
    assert offs == [each for each in expected if each.startswith("off")]
    assert list(dict.fromkeys(changes)) == list(dict.fromkeys(expected))
    await run.close()


@pytest.mark.usefixtures("in_paris")
@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00"),
        ("2026-10-25T01:30+02:00", "2026-10-25T02:00+02:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T03:00+01:00"),
    ],
)
def test_the_moment_of_the_next_change_is_told_across_the_change(now: str, until: str) -> None:
    week = Week().painted([(6, 2)], Pace.OFF).painted([(6, 3)], Pace.LIMITED)
    settings = replace(SCHEDULED, schedule=week.text)
    told = in_force(settings, None, datetime.fromisoformat(now).timestamp()).until
    assert told == datetime.fromisoformat(until).timestamp()

import asyncio
from dataclasses import dataclass, field

import pytest

from fichier_gui.app.bus import Bus
from fichier_gui.app.jobs import patience
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.patience import Patience
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.views import SessionState
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import (
    AppError,
    FloodLocked,
    KeyRefused,
    KeyringLocked,
    NetworkUnavailable,
    NoKey,
    TooManyRequests,
)
from fichier_gui.domain.events import (
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    ScanningChanged,
    ServicePaused,
)


@dataclass
class FakeSession:
    state: SessionState = field(default_factory=lambda: SessionState(signed_in=True))

    async def settled(self) -> None:
        return


class FakeProgram:
    def __init__(self, state: SessionState | None = None, paused_until: float | None = None) -> None:
        self.bus = Bus()
        self.clock = SystemClock()
        self.session = FakeSession(state or SessionState(signed_in=True))
        self.paused_until = paused_until
        self.network_problem: AppError | None = None
        self.has_window = False

    async def let_queue_run(self) -> None:
        return


async def done() -> Ending:
    return Ending.DONE


async def never() -> Ending:
    await asyncio.Event().wait()
    return Ending.DONE


async def broken_off(program: FakeProgram, reports: list[Report] | None = None) -> AppError:
    told: list[Report] = [] if reports is None else reports
    with pytest.raises(BaseExceptionGroup) as caught:
        await Patience(program, 60, told.append).run(never())
    [error] = caught.value.exceptions
    assert isinstance(error, AppError)
    return error


async def test_work_that_ends_ends_the_wait() -> None:
    assert await Patience(FakeProgram(), 60, lambda _: None).run(done()) is Ending.DONE


async def test_without_a_key_nothing_is_waited_for() -> None:
    assert isinstance(await broken_off(FakeProgram(SessionState())), NoKey)
    locked = KeyringLocked()
    assert await broken_off(FakeProgram(SessionState(storage_problem=locked))) is locked
    refused = KeyRefused()
    assert await broken_off(FakeProgram(SessionState(signed_in=True, refused=refused))) is refused


async def test_a_pause_that_holds_already_counts() -> None:
    program = FakeProgram(paused_until=SystemClock().time() + 300)
    reports: list[Report] = []
    assert isinstance(await broken_off(program, reports), TooManyRequests)
    assert [report.kind for report in reports] == [Kind.PAUSED]


@pytest.mark.parametrize("wait", [30, 300])
async def test_a_short_pause_is_waited_for_and_a_long_one_is_not(wait: float) -> None:
    program = FakeProgram()
    told: list[Report] = []
    flood = FloodLocked(wait=wait)

    async def work() -> Ending:
        await asyncio.sleep(0)
        program.bus.emit(ServicePaused(program.clock.time() + wait, flood))
        await asyncio.sleep(0.01)
        return Ending.DONE

    waiting = Patience(program, 60, told.append)
    if wait < 60:
        assert await waiting.run(work()) is Ending.DONE
    else:
        with pytest.raises(BaseExceptionGroup) as caught:
            await waiting.run(work())
        assert caught.value.exceptions == (flood,)
    assert told == [Report(Kind.PAUSED, {"until": told[0].facts["until"]}, flood)]


async def test_a_refusal_on_the_way_ends_the_job() -> None:
    program = FakeProgram()
    asyncio.get_running_loop().call_soon(program.bus.emit, KeyWasRefused(KeyRefused()))
    assert isinstance(await broken_off(program), KeyRefused)


async def test_a_network_that_stays_away_ends_the_job() -> None:
    program = FakeProgram()
    lost = NetworkUnavailable()

    async def work() -> Ending:
        await asyncio.sleep(0)
        program.bus.emit(NetworkLost(lost))
        program.bus.emit(NetworkFound())
        await asyncio.sleep(0.05)
        program.bus.emit(NetworkLost(lost))
        return await never()

    with pytest.raises(BaseExceptionGroup) as caught:
        await Patience(program, 0.02, lambda _: None).run(work())
    assert caught.value.exceptions == (lost,)
    program.network_problem = lost
    with pytest.raises(BaseExceptionGroup):
        await Patience(program, 0.02, lambda _: None).run(never())


async def test_a_network_is_missed_in_silence_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert patience.NETWORK_PATIENCE == 60.0
    monkeypatch.setattr(patience, "NETWORK_PATIENCE", 0.05)
    program, told = FakeProgram(), list[Report]()
    lost = NetworkUnavailable()

    async def work() -> Ending:
        await asyncio.sleep(0)
        program.bus.emit(NetworkLost(lost))
        await asyncio.sleep(0)
        program.bus.emit(NetworkFound())
        await asyncio.sleep(0.1)  # twice the patience: were it still running out, it would have told by now
        assert told == [], "it was back before anybody had to know"
        program.bus.emit(NetworkLost(lost))
        while not told:
            await asyncio.sleep(0.005)
        return Ending.DONE

    assert await Patience(program, 60, told.append).run(work()) is Ending.DONE
    assert told == [Report(Kind.PAUSED, {}, lost)]


async def test_a_halt_of_the_reading_is_told_once_each_time() -> None:
    program, told = FakeProgram(), list[Report]()

    async def work() -> Ending:
        await asyncio.sleep(0)
        for halted in (0, 1, 1, 0, 1):
            program.bus.emit(ScanningChanged(1, halted))
        return Ending.DONE

    assert await Patience(program, 60, told.append).run(work()) is Ending.DONE
    assert told == [Report(Kind.HALTED)] * 2


async def test_the_last_report_is_the_ending() -> None:
    reports: list[Report] = []
    ending = await perform(FakeProgram(), Job(Verb.WHO), reports.append)
    assert ending is Ending.DONE
    assert [report.kind for report in reports] == [Kind.OWNER, Kind.ENDED]
    ending = await perform(FakeProgram(SessionState()), Job(Verb.LS), reports.append)
    assert ending is Ending.KEY_REFUSED
    assert isinstance(reports[-1].error, NoKey)

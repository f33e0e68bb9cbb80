"""What may pass by itself is passed over in silence at first."""

from fichier_gui.domain.causes import Cause, CauseCount, Lasting
from fichier_gui.domain.errors import AppError, DiskFull, NotFound, OneLocation, ServiceOverloaded, TimedOut
from fichier_gui.domain.transfers import State


def count(error: AppError, state: State = State.RETRYING, rows: int = 12) -> CauseCount:
    return CauseCount(Cause(state, error.code), rows, error)


SILENT = count(TimedOut())


def test_what_the_user_can_end_or_must_answer_is_told_at_once() -> None:
    counts = [
        count(NotFound(), State.FAILED),
        count(TimedOut(), State.FAILED),
        count(DiskFull()),
        count(OneLocation()),
    ]
    assert Lasting().told(counts, 0.0) == counts


def test_what_may_pass_is_told_once_it_has_lasted_a_minute() -> None:
    lasting = Lasting()
    told = {now: lasting.told([SILENT, count(ServiceOverloaded())], float(now)) for now in range(0, 75, 5)}
    assert [now for now, counts in told.items() if counts] == [60, 65, 70]
    assert lasting.waits


def test_a_row_that_tries_again_for_a_moment_begins_no_new_minute() -> None:
    lasting = Lasting()
    for now in range(0, 60, 5):
        lasting.told([SILENT] if now % 15 else [], float(now))
    assert lasting.told([SILENT], 66.0) == [SILENT]


def test_what_passed_and_comes_again_begins_anew() -> None:
    lasting = Lasting()
    assert lasting.told([SILENT], 0.0) == []
    assert lasting.told([], 30.0) == [] and not lasting.waits
    assert lasting.told([SILENT], 65.0) == []
    assert lasting.told([SILENT], 80.0) == []

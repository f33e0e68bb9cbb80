"""Each error's consequence, as a table and as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain import errors
from fichier_gui.domain.error_leaves import leaves
from fichier_gui.domain.error_reaction import Reaction
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId, FileUrl, TransferId
from fichier_gui.domain.reactions import TRIES, Decision, answered, react, retried
from fichier_gui.domain.transfers import (
    ACTIVE,
    Answer,
    ConflictRule,
    Direction,
    State,
    Transfer,
    Verification,
    may_change,
)

NOW = 1000.0


def decide(
    error: AppError, attempts: int = 0, streak: int = 1, jitter: float = 1.0, was_sent: bool = False
) -> Decision:
    return react(error, attempts=attempts, streak=streak, jitter=jitter, now=NOW, was_sent=was_sent)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.KeyRefused(), Decision(State.QUEUED, 0, hold_queue=True)),
        (errors.NoKey(), Decision(State.QUEUED, 0, hold_queue=True)),
        (errors.FloodLocked(wait=42), Decision(State.QUEUED, 0, cool_until=NOW + 42)),
        (errors.FloodLocked(), Decision(State.QUEUED, 0, cool_until=NOW + 30)),
        (errors.TooManyRequests(), Decision(State.QUEUED, 0, cool_until=NOW + 30)),
        (errors.AddressLocked(), Decision(State.QUEUED, 0, cool_until=NOW + 3600)),
        (errors.Maintenance(), Decision(State.QUEUED, 0, cool_until=NOW + 120)),
        (errors.NetworkUnavailable(), Decision(State.RETRYING, 0, NOW + 2)),
        (errors.ServiceOverloaded(), Decision(State.RETRYING, 0, NOW + 2)),
        (errors.OneLocation(), Decision(State.RETRYING, 0, NOW + 300)),
        (errors.DiskFull(), Decision(State.RETRYING, 0, NOW + 10)),
        (errors.UnexpectedAnswer(), Decision(State.RETRYING, 1, NOW + 2)),
        (errors.SourceChanged(), Decision(State.RETRYING, 1, NOW + 2)),
        (errors.SplitSourceChanged(), Decision(State.FAILED, 0)),
        (errors.TargetExists(), Decision(State.NEEDS_ANSWER, 0)),
        (errors.ChecksumMismatch(), Decision(State.NEEDS_ANSWER, 0)),
        (errors.UploadUnconfirmed(), Decision(State.NEEDS_ANSWER, 0)),
        (errors.TooLarge(), Decision(State.FAILED, 0)),
        (errors.NotFound(), Decision(State.FAILED, 0)),
        (errors.Unexpected(), Decision(State.FAILED, 0)),
    ],
)
def test_what_follows(error: AppError, expected: Decision) -> None:
    assert decide(error) == expected


def test_waits_grow_and_the_network_is_tried_every_ten_seconds() -> None:
    waits = [decide(errors.ConnectionLost(), streak=n).retry_at for n in range(1, 6)]
    assert waits == [NOW + 2, NOW + 4, NOW + 8, NOW + 10, NOW + 10]
    waits = [decide(errors.ServiceOverloaded(), streak=n).retry_at for n in (1, 5, 20)]
    assert waits == [NOW + 2, NOW + 32, NOW + 300]


def test_bodies_cut_in_a_row_are_sent_again_ever_more_rarely_but_for_ever() -> None:
    for error in (errors.ConnectionLost(), errors.TimedOut(), errors.ServiceOverloaded()):
        found = [react(error, attempts=0, streak=1, jitter=1, now=NOW, cuts=n) for n in (1, 4, 8, 9, 1000)]
        assert {each.state for each in found} == {State.RETRYING}
        assert [each.retry_at for each in found] == [NOW + wait for wait in (2, 16, 256, 300, 300)]


def test_a_whole_upload_is_not_sent_for_ever() -> None:
    assert decide(errors.ServiceOverloaded(), attempts=TRIES - 1, was_sent=True).state is State.FAILED
    assert decide(errors.ServiceOverloaded(), attempts=TRIES - 1).state is State.RETRYING


@given(
    leaf=st.sampled_from(list(leaves())),
    attempts=st.integers(0, 100),
    streak=st.integers(1, 10_000),
    jitter=st.floats(0, 1),
    was_sent=st.booleans(),
)
def test_every_error_has_a_sound_consequence(
    leaf: type[AppError], attempts: int, streak: int, jitter: float, was_sent: bool
) -> None:
    decision = decide(leaf(), attempts, streak, jitter, was_sent)
    assert all(may_change(state, decision.state) for state in ACTIVE)
    assert (decision.retry_at is not None) == (decision.state is State.RETRYING)
    assert decision.attempts in (attempts, attempts + 1)
    if decision.retry_at is not None:
        assert NOW + 0.9 <= decision.retry_at <= NOW + 300
    if issubclass(leaf, errors.NetworkProblem):
        assert decision.state is State.RETRYING
        assert decision.retry_at is not None
        assert decision.retry_at <= NOW + 10
    if leaf.reaction is Reaction.PAUSE_SERVICE:
        assert decision.cool_until is not None
        assert decision.cool_until > NOW


def row(direction: Direction, state: State, error: AppError | None = None, url: str | None = "u") -> Transfer:
    return Transfer(
        id=TransferId(1),
        batch_id=BatchId(1),
        direction=direction,
        state=state,
        name="a",
        size=1,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=1,
        url=None if url is None else FileUrl(url),
        error=error,
        verification=Verification.DIFFERS,
        body_sent=True,
        node_id="n",
    )


def test_retrying_looks_for_an_unconfirmed_upload_first() -> None:
    changes = retried(row(Direction.UPLOAD, State.NEEDS_ANSWER, errors.UploadUnconfirmed()))
    assert changes["state"] is State.QUEUED
    assert "body_sent" not in changes


def test_retrying_after_a_mismatch_begins_afresh() -> None:
    changes = retried(row(Direction.UPLOAD, State.NEEDS_ANSWER, errors.ChecksumMismatch()))
    assert (changes["body_sent"], changes["node_id"], changes["url"]) == (False, None, None)
    changes = retried(row(Direction.DOWNLOAD, State.NEEDS_ANSWER, errors.ChecksumMismatch()))
    assert changes["part_path"] is None
    assert "url" not in changes


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("direction", list(Direction))
def test_every_answer_leads_on(direction: Direction, answer: Answer) -> None:
    changes = answered(row(direction, State.NEEDS_ANSWER), answer)
    assert may_change(State.NEEDS_ANSWER, changes["state"])
    assert changes["error"] is None


def test_answers_do_what_they_say() -> None:
    asks = row(Direction.DOWNLOAD, State.NEEDS_ANSWER)
    assert answered(asks, Answer.REPLACE)["conflict"] is ConflictRule.REPLACE
    assert answered(asks, Answer.USE_CREDITS)["use_credits"]
    assert answered(asks, Answer.KEEP_ANYWAY)["keep_anyway"]
    kept = answered(row(Direction.UPLOAD, State.NEEDS_ANSWER), Answer.KEEP_ANYWAY)
    assert kept["state"] is State.DONE
    unsent = answered(row(Direction.UPLOAD, State.NEEDS_ANSWER, url=None), Answer.KEEP_ANYWAY)
    assert unsent["state"] is State.QUEUED

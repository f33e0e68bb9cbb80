import pytest

from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb, ending_of
from fichier_gui.domain.errors import (
    CreditsNeeded,
    FloodLocked,
    KeyRefused,
    KeyringLocked,
    NetworkUnavailable,
    NoKey,
    TooLarge,
    TooManyRequests,
)
from fichier_gui.domain.secret import Secret


def test_a_job_travels() -> None:
    job = Job(
        Verb.UPLOAD, ("/a", "/b\udcff"), to="/Films", max_pause=3.5, wants_progress=True, uses_credits=True
    )
    assert Job.from_wire(job.to_wire()) == job
    protected = Job(Verb.DOWNLOAD, ("https://1fichier.com/?abcdefghij",), password=Secret("sesame"))
    assert Job.from_wire(protected.to_wire()) == protected and "sesame" not in repr(protected)


@pytest.mark.parametrize(
    "wire", [{}, {"verb": "dance"}, {"verb": "ls", "words": 3}, {"verb": "ls", "max_pause": []}]
)
def test_what_is_no_job_is_told_apart(wire: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Job.from_wire(wire)


def test_a_report_travels_with_its_error() -> None:
    report = Report(Kind.FAILED, {"name": "a"}, TooLarge("413", size=5, limit=3))
    back = Report.from_wire(report.to_wire())
    assert back.kind is Kind.FAILED
    assert back.facts == {"name": "a"}
    assert isinstance(back.error, TooLarge)
    assert back.error.facts == {"size": 5, "limit": 3}
    assert Report.from_wire(Report(Kind.QUEUE).to_wire()) == Report(Kind.QUEUE)


def test_endings_are_the_documented_exit_codes() -> None:
    assert [int(ending) for ending in Ending] == [0, 1, 2, 3, 4, 5]
    assert ending_of(KeyRefused()) is ending_of(NoKey()) is ending_of(KeyringLocked()) is Ending.KEY_REFUSED
    assert ending_of(FloodLocked()) is ending_of(TooManyRequests()) is Ending.SERVICE_PAUSED
    assert ending_of(CreditsNeeded()) is Ending.CREDITS_NEEDED
    assert ending_of(NetworkUnavailable()) is Ending.SOME_FAILED

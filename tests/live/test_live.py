"""The probes against the real service: only with a key in FICHIER_LIVE_KEY."""

import os

import pytest
from live.probe import KEY_VARIABLE, run_probes, table


@pytest.mark.timeout(3600)
@pytest.mark.skipif(KEY_VARIABLE not in os.environ, reason=f"asks a real account: {KEY_VARIABLE} is not set")
def test_the_service_answers_and_nothing_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    report = run_probes(os.environ[KEY_VARIABLE])
    with capsys.disabled():
        print("\n" + "\n".join(table(report)))
    assert not report.left
    assert not report.stopped
    assert report.settings

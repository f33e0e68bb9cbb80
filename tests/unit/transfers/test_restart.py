"""The restart tables, cell by cell."""

from itertools import product

import pytest

from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import Direction, State, Transfer, Verification
from fichier_gui.transfers.restart import (
    DownloadPhase,
    DownloadStep,
    Seen,
    UploadPhase,
    UploadStep,
    download_phase,
    download_step,
    upload_phase,
    upload_step,
)

UNSEEN, NO, YES = Seen.UNSEEN, Seen.NO, Seen.YES

DOWNLOADS = {
    # phase, part file, final name has these bytes
    **{(DownloadPhase.NEW, p, f): DownloadStep.APPLY_RULE for p, f in product(Seen, Seen)},
    **{(DownloadPhase.FETCHING, p, f): DownloadStep.FETCH for p, f in product(Seen, Seen)},
    (DownloadPhase.JUDGED, UNSEEN, UNSEEN): DownloadStep.LOOK_FOR_PART,
    (DownloadPhase.JUDGED, UNSEEN, NO): DownloadStep.LOOK_FOR_PART,
    (DownloadPhase.JUDGED, UNSEEN, YES): DownloadStep.LOOK_FOR_PART,
    (DownloadPhase.JUDGED, YES, UNSEEN): DownloadStep.PUBLISH,
    (DownloadPhase.JUDGED, YES, NO): DownloadStep.PUBLISH,
    (DownloadPhase.JUDGED, YES, YES): DownloadStep.PUBLISH,
    (DownloadPhase.JUDGED, NO, UNSEEN): DownloadStep.LOOK_FOR_FINAL,
    (DownloadPhase.JUDGED, NO, NO): DownloadStep.START_AFRESH,
    (DownloadPhase.JUDGED, NO, YES): DownloadStep.FINISH,
    **{(DownloadPhase.DIFFERS, UNSEEN, f): DownloadStep.LOOK_FOR_PART for f in Seen},
    **{(DownloadPhase.DIFFERS, YES, f): DownloadStep.PUT_ASIDE for f in Seen},
    **{(DownloadPhase.DIFFERS, NO, f): DownloadStep.START_AFRESH for f in Seen},
}
UPLOADS = {
    # phase, report, folder, busy answer
    **{(UploadPhase.UNSENT, r, f, b): UploadStep.SEND for r, f, b in product(Seen, Seen, (False, True))},
    **{
        (UploadPhase.SENT, r, f, b): UploadStep.CLAIM
        for r, f, b in product(Seen, Seen, (False, True))
        if YES in (r, f)
    },
    **{(UploadPhase.SENT, UNSEEN, f, b): UploadStep.ASK_REPORT for f in (UNSEEN, NO) for b in (False, True)},
    **{(UploadPhase.SENT, NO, UNSEEN, b): UploadStep.ASK_FOLDER for b in (False, True)},
    (UploadPhase.SENT, NO, NO, False): UploadStep.ASK_USER,
    (UploadPhase.SENT, NO, NO, True): UploadStep.SEND_LATER,
    **{
        (UploadPhase.UNCERTAIN, r, f, b): UploadStep.CLAIM
        for r, f, b in product(Seen, Seen, (False, True))
        if YES in (r, f)
    },
    **{
        (UploadPhase.UNCERTAIN, r, UNSEEN, b): UploadStep.ASK_FOLDER
        for r, b in product((UNSEEN, NO), (False, True))
    },
    **{(UploadPhase.UNCERTAIN, r, NO, b): UploadStep.SEND for r, b in product((UNSEEN, NO), (False, True))},
}


def transfer(direction: Direction, **facts: object) -> Transfer:
    return Transfer(
        id=TransferId(1),
        batch_id=BatchId(1),
        direction=direction,
        state=State.QUEUED,
        name="a",
        size=1,
        local_path="/a",
        remote_folder_path="",
        added_at=0.0,
        position=1,
        **facts,  # type: ignore[arg-type]  # each test gives fields of the right kind
    )


@pytest.mark.parametrize("cell", list(product(DownloadPhase, Seen, Seen)), ids=str)
def test_every_cell_of_the_download_table(cell: tuple[DownloadPhase, Seen, Seen]) -> None:
    assert download_step(*cell) is DOWNLOADS[cell]


@pytest.mark.parametrize("cell", list(product(UploadPhase, Seen, Seen, (False, True))), ids=str)
def test_every_cell_of_the_upload_table(cell: tuple[UploadPhase, Seen, Seen, bool]) -> None:
    phase, report, folder, was_busy = cell
    assert upload_step(phase, report, folder, was_busy=was_busy) is UPLOADS[cell]


@pytest.mark.parametrize("phase", [UploadPhase.SENT, UploadPhase.UNCERTAIN])
def test_what_may_have_arrived_is_never_sent_before_it_was_looked_for(phase: UploadPhase) -> None:
    for report, was_busy in product(Seen, (False, True)):
        assert upload_step(phase, report, UNSEEN, was_busy=was_busy) is not UploadStep.SEND


def test_looking_always_ends() -> None:
    """Each look turns one unknown into a known: no row asks for the same look twice."""
    for phase, answers in product(UploadPhase, product((NO, YES), repeat=2)):
        report = folder = UNSEEN
        asked = []
        while (step := upload_step(phase, report, folder)) in (UploadStep.ASK_REPORT, UploadStep.ASK_FOLDER):
            asked.append(step)
            if step is UploadStep.ASK_REPORT:
                report = answers[0]
            else:
                folder = answers[1]
        assert len(asked) == len(set(asked))


@pytest.mark.parametrize(
    ("facts", "phase"),
    [
        ({}, DownloadPhase.NEW),
        ({"part_path": "/a.part"}, DownloadPhase.FETCHING),
        ({"part_path": "/a.part", "verification": Verification.VERIFIED}, DownloadPhase.JUDGED),
        ({"part_path": "/a.part", "verification": Verification.OFF}, DownloadPhase.JUDGED),
        ({"part_path": "/a.part", "verification": Verification.UNAVAILABLE}, DownloadPhase.JUDGED),
        ({"part_path": "/a.part", "verification": Verification.DIFFERS}, DownloadPhase.DIFFERS),
        (
            {"part_path": "/a.corrupt", "verification": Verification.DIFFERS, "keep_anyway": True},
            DownloadPhase.JUDGED,
        ),
    ],
)
def test_the_phase_of_a_download(facts: dict[str, object], phase: DownloadPhase) -> None:
    assert download_phase(transfer(Direction.DOWNLOAD, **facts)) is phase


@pytest.mark.parametrize(
    ("facts", "phase"),
    [
        ({}, UploadPhase.UNSENT),
        ({"node_host": "up", "node_id": "1"}, UploadPhase.UNSENT),
        ({"node_host": "up", "node_id": "1", "body_sent": True}, UploadPhase.SENT),
        ({"body_sent": True}, UploadPhase.UNCERTAIN),
    ],
)
def test_the_phase_of_an_upload(facts: dict[str, object], phase: UploadPhase) -> None:
    assert upload_phase(transfer(Direction.UPLOAD, **facts)) is phase

"""The edits on disk: what an earlier run left is read, with what nobody has been told of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from fichier_gui.app.organising.deleted import DeletedList
from fichier_gui.app.organising.ledger import Ledger
from fichier_gui.app.organising.run import Run
from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.organising import Act, EditKind, Outcome, Step, StepState
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.system.edit_log import EditLog

FILE = RemoteFile(FileUrl("https://1fichier.com/?abcdefghij"), "a.bin", 5)
DONE = Outcome(StepState.DONE)


@pytest.fixture
async def disk() -> AsyncIterator[Workers]:
    workers = Workers("disk")
    yield workers
    await workers.close()


def moving() -> Run:
    return Run(3, EditKind.MOVE, [Step(Act.MOVE, FILE, ROOT, FolderId(7))] * 2)


async def test_failures_that_were_not_told_are_read_until_they_are(tmp_path: Path, disk: Workers) -> None:
    ledger = Ledger(EditLog(tmp_path / "edits.jsonl"), disk)
    run = moving()
    await ledger.begin(run)
    await ledger.settled(run, {0: DONE, 1: Outcome(StepState.FAILED, NotFound(url=FILE.url))})
    (left,) = await ledger.load()
    assert left.is_over
    assert [type(outcome.error) for outcome in left.outcomes] == [type(None), NotFound]
    await ledger.told(left)
    assert await ledger.load() == []
    assert not (tmp_path / "edits.jsonl").exists()


async def test_what_was_done_whole_needs_no_telling(tmp_path: Path, disk: Workers) -> None:
    ledger = Ledger(EditLog(tmp_path / "edits.jsonl"), disk)
    run = moving()
    await ledger.begin(run)
    await ledger.sent(run, [0, 1])
    (left,) = await ledger.load()
    assert [outcome.state for outcome in left.outcomes] == [StepState.SENT] * 2
    await ledger.settled(left, {0: DONE, 1: DONE})
    assert await ledger.load() == []


async def test_what_is_noted_twice_is_listed_once(tmp_path: Path, disk: Workers) -> None:
    deleted = DeletedList(EditLog(tmp_path / "deleted.jsonl"), disk, SystemClock())
    run = Run(1, EditKind.DELETE, [Step(Act.DELETE, FILE, ROOT)])
    for _ in range(2):
        await deleted.note(run, {0: DONE}, {0: "/Films"})
    (entry,) = await deleted.entries()
    assert (entry.path, entry.name, entry.url, entry.size) == ("/Films", "a.bin", FILE.url, 5)

"""The end of a batch is the last that is told of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from transfer_bench import Bench

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.events import BatchFinished, DownloadFinished
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State


async def test_no_row_is_told_of_after_its_batch(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """One row is done in the journal and not yet told of, while the other one's end looks at the batch."""
    late: list[Callable[[], None]] = []
    change = bench.journal.change

    def slow(transfer_id: TransferId, before: State, changes: Changes) -> Future[bool]:
        work = change(transfer_id, before, changes)
        if changes.get("state") is not State.DONE or transfer_id != 1:
            return work
        answer: Future[bool] = Future()
        late.append(lambda: answer.set_result(work.result()))
        return answer

    monkeypatch.setattr(bench.journal, "change", slow)
    await bench.queue.add([bench.wanted(bench.service.put(f"{n}.bin", b"x" * 900)) for n in range(2)])
    await bench.until_state(State.DONE)
    await bench.until(lambda rows: bool(late) and len(bench.happened(DownloadFinished)) == 1)
    assert not bench.happened(BatchFinished)
    late[0]()
    await bench.until(lambda rows: bool(bench.happened(BatchFinished)))
    told = [type(event) for event in bench.events if isinstance(event, DownloadFinished | BatchFinished)]
    assert told == [DownloadFinished, DownloadFinished, BatchFinished]

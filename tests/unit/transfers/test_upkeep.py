"""What the journal is given every second."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import DiskFull
from fichier_gui.domain.ids import FileUrl, TransferId
from fichier_gui.domain.transfers import NewDownload, State
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.live import Live, ProgressNote
from fichier_gui.transfers.upkeep import Upkeep

ROW = NewDownload(FileUrl("https://1fichier.com/?a"), "a", 1000, "/target", "/R", "ab" * 64)
MINUTE = 60


class Seconds(SystemClock):
    """Each sleep is over at once, and the clock that much later; after the last, the sleeper ends."""

    def __init__(self) -> None:
        self.now = 0.0
        self.left = 0

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        if not self.left:
            raise TimeoutError
        self.left -= 1
        self.now += seconds


async def test_nothing_is_written_of_bytes_that_stand_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Seconds()
    journal = await Journal.open(tmp_path / "queue.db", clock)
    written: list[Mapping[TransferId, ProgressNote]] = []
    note_progress, problems = journal.note_progress, [DiskFull()]

    async def note(notes: Mapping[TransferId, ProgressNote]) -> None:
        written.append(notes)
        if problems and len(written) == 3:
            raise problems.pop()
        await note_progress(notes)

    monkeypatch.setattr(journal, "note_progress", note)
    try:
        await journal.add([ROW])
        await journal.shift([TransferId(1)], State, {"state": State.MOVING})
        live = Live(clock)
        gauge = live.begin((await journal.rows([TransferId(1)]))[0])
        upkeep = Upkeep(journal, live, clock, lambda _event: None)

        async def wait(seconds: int) -> None:
            clock.left = seconds
            with pytest.raises(TimeoutError):
                await upkeep.run()

        await wait(MINUTE)
        assert len(written) == 1
        gauge.done = 500
        await wait(MINUTE)
        assert len(written) == 2
        (row,) = await journal.rows([TransferId(1)])
        assert (row.done, row.moving_time) == (500, MINUTE + 1), "the time comes with the bytes"
        gauge.done = 600
        await wait(MINUTE)
        assert len(written) == 4, "what the disk did not take is written again"
        assert (await journal.rows([TransferId(1)]))[0].done == 600
    finally:
        await journal.close()

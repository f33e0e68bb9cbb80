"""Notes what becomes of each transfer, for whoever asks later."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fichier_gui.app.workers import Workers
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.events import Event, TransferChanged
from fichier_gui.domain.history import Step, read_steps, step_of, write_step
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.system.history_file import HistoryFile

logger = logging.getLogger(__name__)


class History:
    """Lives on the core's loop. A step of many rows at once, as by *Pause all*, is not noted for each."""

    def __init__(
        self,
        file: HistoryFile,
        disk: Workers,
        clock: Clock,
        spawn: Callable[[Coroutine[Any, Any, None], str], object],
    ) -> None:
        self._file = file
        self._disk = disk
        self._clock = clock
        self._spawn = spawn
        self._last: dict[TransferId, tuple[object, ...]] = {}
        self._unwritten: list[str] = []
        self._is_writing = False

    def hear(self, event: Event) -> None:
        """A row may stand otherwise than before."""
        if isinstance(event, TransferChanged):
            self._note(event.transfer)

    async def of(self, number: TransferId) -> list[Step]:
        """What is known of one, the oldest step first. What is very old is forgotten."""
        await self._write()
        return await self._disk.run(lambda: read_steps(self._file.lines(), number))

    async def close(self) -> None:
        """Write what is left."""
        await self._write()

    def _note(self, transfer: Transfer) -> None:
        step = step_of(transfer, self._clock.time())
        known = (step.state, step.verification, step.code)
        if self._last.get(transfer.id) == known:
            return
        if transfer.state is State.DONE:
            self._last.pop(transfer.id, None)
        else:
            self._last[transfer.id] = known
        self._unwritten.append(write_step(transfer.id, step))
        if not self._is_writing:
            self._is_writing = True
            self._spawn(self._write_on(), "history")

    async def _write_on(self) -> None:
        try:
            while self._unwritten:
                await self._write()
        finally:
            self._is_writing = False

    async def _write(self) -> None:
        lines, self._unwritten = self._unwritten, []
        if lines:
            try:
                await self._disk.run(self._file.add, lines)
            except OSError as error:
                logger.warning("Steps of transfers were not noted: %s", type(error).__name__)

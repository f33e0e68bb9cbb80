"""Comparisons and sum files, as the window starts them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import sums
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.sums import Sum
from fichier_gui.domain.transfers import Transfer
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.choosing import chosen_paths, chosen_target
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.app.container import Program
    from fichier_gui.app.verifying import Remote, Verifying

T = TypeVar("T")

READING = "reading sums"


class Checking:
    """What is chosen in the account is compared; with nothing chosen, the folder that is shown."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._here = navigation
        self._notices = notices
        works: tuple[tuple[ActionId, Callable[[], Coroutine[None, None, None]]], ...] = (
            (ActionId.VERIFY, self._verify),
            (ActionId.WRITE_SUMS, self._write_sums),
            (ActionId.CHECK_SUMS, self._check_sums),
            (ActionId.TRANSFER_VERIFY, self._verify_transfers),
            (ActionId.TRANSFER_SUMS, self._write_sums_of_transfers),
        )
        for action, work in works:
            actions.on(action, partial(self._start, work, action.value))

    def _start(self, work: Callable[[], Coroutine[None, None, None]], name: str) -> None:
        self._scope.start(work(), name)

    async def _verify(self) -> None:
        from fichier_gui.ui.dialogs.comparison import compare

        remote, name = self._chosen(), self._name()
        if not isinstance(remote, RemoteFolder) and len(remote) == 1 and isinstance(remote[0], RemoteFile):
            title = tr("Choose the file to compare with {name}", name=name)
            paths = await chosen_paths(self._window, title, QFileDialog.FileMode.ExistingFile)
            files = [remote[0]]
            check = await self._ask(lambda v: v.file_against(Path(paths[0]), files)) if paths else None
        else:
            title = tr("Choose the folder to compare with {name}", name=name)
            paths = await chosen_paths(self._window, title, QFileDialog.FileMode.Directory)
            check = await self._ask(lambda v: v.against(Path(paths[0]), remote)) if paths else None
        if check is not None:
            heading = tr("{local} and {remote} on 1fichier", local=PurePath(paths[0]).name, remote=name)
            await compare(self._seam, self._window, heading, check)

    async def _verify_transfers(self) -> None:
        from fichier_gui.ui.dialogs.comparison import compare

        transfers = await self._transfers()
        check = await self._ask(lambda verifying: verifying.of_transfers(transfers))
        await compare(self._seam, self._window, tr("Files of finished transfers"), check)

    async def _check_sums(self) -> None:
        from fichier_gui.ui.dialogs.comparison import compare

        title = tr("Choose a sum file")
        filters = (
            tr("Sum files ({pattern})", pattern=f"*{sums.SUFFIX}"),
            tr("All files ({pattern})", pattern="*"),
        )
        paths = await chosen_paths(self._window, title, QFileDialog.FileMode.ExistingFile, filters)
        if paths:
            path = Path(paths[0])
            heading = tr("What {name} says", name=path.name)
            check = await self._ask(lambda verifying: verifying.of_sum_file(path))
            await compare(self._seam, self._window, heading, check)

    async def _write_sums(self) -> None:
        remote, name = self._chosen(), self._name()
        self._notices.tell_soon(tr("Reading the folders…"), READING)
        try:
            known, without = await self._seam.call(lambda p: p.verifying.sums_of(remote))
        finally:
            self._notices.withdraw(READING)
        await self._keep(known, without, name, "")

    async def _write_sums_of_transfers(self) -> None:
        transfers = await self._transfers()
        folder, known, without = await self._ask(lambda v: v.sums_of_transfers(transfers))
        name = folder.name or tr("transfers")
        if len(known) == 1:
            name = PurePath(known[0].path).name
        await self._keep(known, without, name, str(folder))

    async def _keep(self, known: Sequence[Sum], without: int, name: str, folder: str) -> None:
        if not known:
            self._notices.tell(tr("There is no checksum to write."))
            return
        title = tr("Write a sum file")
        path = await chosen_target(self._window, title, f"{name}{sums.SUFFIX}", folder=folder)
        if path is None:
            return
        await self._seam.call(lambda p: p.verifying.write_sums(path, known))
        parts = [tr("%n sum(s) written to {name}.", "", len(known), name=path.name)]
        if without:
            parts.append(wording.without_sums_words(without))
        self._notices.tell(" ".join(parts))

    async def _transfers(self) -> list[Transfer]:
        ids = await self._window.transfers.commands.chosen_ids()
        return await self._seam.call(lambda p: p.transfers.rows(ids))

    async def _ask(self, question: Callable[[Verifying], T]) -> T:
        async def asked(program: Program) -> T:
            return question(program.verifying)

        return await self._seam.call(asked)

    def _chosen(self) -> Remote:
        rows = self._window.files.table.chosen_rows()
        if not rows:
            return self._here.path[-1]
        return rows[0] if len(rows) == 1 and isinstance(rows[0], RemoteFolder) else rows

    def _name(self) -> str:
        rows = self._window.files.table.chosen_rows()
        return rows[0].name if len(rows) == 1 else wording.folder_name(self._here.path[-1])

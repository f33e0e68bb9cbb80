"""``--self-test``, the window's part: the main job as a person does it, with pictures in light and dark."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fichier_gui.app.options import ProgramOptions
from fichier_gui.app.selftest import StepFailed, StepLog, expect
from fichier_gui.domain.events import DownloadFinished, Event, TransferHalted, UploadFinished
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import MIB, ColorScheme
from fichier_gui.domain.transfers import Transfer, Verification
from fichier_gui.ui import boot
from fichier_gui.ui.dialogs.wizard import FirstRun
from fichier_gui.ui.ring import TrayState
from fichier_gui.ui.shell import Shell

Ended = UploadFinished | DownloadFinished | TransferHalted

PULSE: Final = 0.05
STEP_LIMIT: Final = 90.0
"""Seconds after which a step that hangs has failed."""
FOLDER_NAME: Final = "From the window"
SLOW: Final = 2 * MIB
"""Bytes a second, so that the moving can be seen."""

SAMPLE: Final = {
    "A letter.txt": b"Hello, 1fichier.\n" * 2000,
    "Photo d'été.jpg": bytes(range(256)) * 8000,
    "Archive.zip": b"PK" + b"\x07\x11" * 1_500_000,
}


def run(options: ProgramOptions, key: Secret, log: StepLog, screenshots: Path | None) -> None:
    """Open the window, do every step, close it. Failures are in ``log``."""
    if sys.platform.startswith("linux") and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="fichier-gui-self-test-") as folder:

        async def during(shell: Shell) -> int:
            log.note(f"The window is on: {QGuiApplication.platformName()}")
            try:
                await WindowSteps(shell, key, log, Path(folder), screenshots).run()
            except StepFailed:
                return 1
            return 0

        code = boot.run(options, demo=True, during=during)
    if code == 0:
        with log.step("the window closed in good order"):
            expect(not QGuiApplication.topLevelWindows(), "something is still open")


class WindowSteps:
    """Drives the real window by what it offers in public."""

    def __init__(
        self, shell: Shell, key: Secret, log: StepLog, folder: Path, screenshots: Path | None
    ) -> None:
        self._shell = shell
        self._key = key
        self._log = log
        self._source = folder / "to send"
        self._target = folder / "received"
        self._screenshots = screenshots
        self._ended: list[Ended] = []
        self._tray_states: set[TrayState] = set()

    async def run(self) -> None:
        """All steps, each with its limit."""
        self._shell.seam.happened.connect(self._note)
        self._shell.seam.summarised.connect(self._look_at_tray)
        clipboard = QGuiApplication.clipboard()
        before = clipboard.text()
        try:
            for name, step in (
                ("the window is painted", self._painted),
                ("the first run takes the key", self._first_run),
                ("the account is shown: tree, list, status", self._account),
                ("a folder is opened by its path", self._browse),
                ("files are sent, the panel and the tray show it", self._upload),
                ("their links are on the clipboard", self._links),
                ("the list shows what arrived", self._listed),
                ("they are downloaded, verified and the same", self._download),
                ("light and dark", self._both_schemes),
            ):
                with self._log.step(name):
                    async with asyncio.timeout(STEP_LIMIT):
                        await step()
        finally:
            clipboard.setText(before)

    async def _painted(self) -> None:
        window = self._shell.window
        await window.first_paint()
        expect(window.isVisible(), "it is not visible")

    async def _first_run(self) -> None:
        wizard = FirstRun(self._shell.seam, self._shell.window)
        running = self._shell.scope.start(_to_its_end(wizard.run), "first run")
        await self._until(wizard.isVisible, "the first run did not come up")
        await self._picture("first-run", wizard)
        wizard.key_page.keep.setChecked(False)
        wizard.key_page.entry.line.setText(self._key.reveal())
        wizard.next.click()
        await self._until(lambda: wizard.stack.currentIndex() == 1, "the key was not taken")
        expect(not wizard.key_page.entry.line.text(), "the key is still in the field")
        wizard.next.click()
        await self._until(lambda: wizard.stack.currentIndex() == 2, "the download folder was not taken")
        wizard.next.click()
        await asyncio.wait({running})
        expect(self._shell.seam.program.session.state.signed_in, "not signed in")

    async def _account(self) -> None:
        window = self._shell.window
        await self._until(lambda: len(window.files.model.rows) > 3, "the root folder stays empty")
        await self._until(lambda: window.folders.rowCount() > 0, "the tree stays empty")

    async def _browse(self) -> None:
        here = self._shell.desk.navigation
        made = await self._shell.seam.call(lambda p: p.browse.make_folder(ROOT, FOLDER_NAME))
        here.go_to_path(f"/{FOLDER_NAME}")
        await self._until(lambda: here.folder_id == made.id, "it shows another folder")

    async def _upload(self) -> None:
        await asyncio.to_thread(_write_sample, self._source)
        await self._set("limit_upload", SLOW)
        panel = self._shell.window.transfers
        self._shell.desk.sending.send([str(self._source / name) for name in SAMPLE])
        await self._until(lambda: bool(panel.model.batches_shown()), "the panel lacks the batch")
        for batch in panel.model.batches_shown():
            panel.model.fold(batch, True)
        await self._until(lambda: panel.model.rowCount() > len(SAMPLE), "the panel lacks rows")
        await self._until(lambda: self._shell.seam.summary.upload_speed > 0, "nothing moves")
        await self._picture("uploading", self._shell.window)
        await self._all_ended(UploadFinished, len(SAMPLE))
        await self._set("limit_upload", 0)
        if self._shell.tray is not None and self._shell.tray.is_there:
            expect(TrayState.ACTIVE in self._tray_states, f"the tray was only {self._tray_states}")
        else:
            self._log.note("There is no tray here; its states are looked at all the same.")
            expect(TrayState.ACTIVE in self._tray_states, f"the state was only {self._tray_states}")

    async def _links(self) -> None:
        links = [transfer.url or "-" for transfer in self._transfers(UploadFinished)]
        clipboard = QGuiApplication.clipboard()
        await self._until(lambda: all(link in clipboard.text() for link in links), "they are not")

    async def _listed(self) -> None:
        model = self._shell.window.files.model
        await self._until(lambda: {row.name for row in model.rows} == set(SAMPLE), "it does not")

    async def _download(self) -> None:
        self._target.mkdir()
        await self._set("download_folder", str(self._target))
        rows = [row for row in self._shell.window.files.model.rows if isinstance(row, RemoteFile)]
        self._shell.desk.fetching.fetch(rows)
        await self._all_ended(DownloadFinished, len(SAMPLE))
        for name, content in SAMPLE.items():
            found = await asyncio.to_thread((self._target / name).read_bytes)
            expect(found == content, f"{name} is not the same")

    async def _both_schemes(self) -> None:
        window = self._shell.window
        # A folder with more to see.
        self._shell.desk.navigation.go(ROOT)
        await self._until(lambda: self._shell.desk.navigation.listing is not None, "the root does not come")
        shades = {}
        for scheme in (ColorScheme.LIGHT, ColorScheme.DARK):
            await self._set("color_scheme", scheme)
            await asyncio.sleep(PULSE * 6)
            await self._picture(f"window-{scheme}", window)
            shades[scheme] = window.palette().window().color().lightness()
        expect(shades[ColorScheme.LIGHT] > shades[ColorScheme.DARK], "both look the same")
        await self._set("color_scheme", ColorScheme.SYSTEM)

    async def _set(self, name: str, value: object) -> None:
        await self._shell.seam.call(lambda p: p.preferences.change(name, value))

    async def _all_ended(self, kind: type[Ended], count: int) -> None:
        def is_over() -> bool:
            return len(self._transfers(kind)) + len(self._transfers(TransferHalted)) >= count

        await self._until(is_over, "they do not end")
        halted = [f"{row.name}: {row.error!r}" for row in self._transfers(TransferHalted)]
        expect(not halted, ", ".join(halted))
        sure = {Verification.VERIFIED, Verification.UNAVAILABLE}
        expect(all(row.verification in sure for row in self._transfers(kind)), "one is not verified")

    async def _until(self, holds: Callable[[], bool], otherwise: str) -> None:
        try:
            async with asyncio.timeout(STEP_LIMIT / 2):
                while True:
                    if holds():
                        return
                    await asyncio.sleep(PULSE)
        except TimeoutError as error:
            raise StepFailed(otherwise) from error

    async def _picture(self, name: str, widget: QWidget) -> None:
        if self._screenshots is None:
            return
        self._screenshots.mkdir(parents=True, exist_ok=True)
        path = self._screenshots / f"{name}.png"
        expect(widget.grab().save(str(path)), f"{path} could not be written")

    def _transfers(self, kind: type[Ended]) -> list[Transfer]:
        return [event.transfer for event in self._ended if isinstance(event, kind)]

    def _note(self, event: Event) -> None:
        if isinstance(event, Ended):
            self._ended.append(event)

    def _look_at_tray(self, _summary: object) -> None:
        if self._shell.tray is not None:
            self._tray_states.add(self._shell.tray.state())


async def _to_its_end(work: Callable[[], Awaitable[bool]]) -> None:
    await work()


def _write_sample(folder: Path) -> None:
    folder.mkdir()
    for name, content in SAMPLE.items():
        (folder / name).write_bytes(content)

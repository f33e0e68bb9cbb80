"""``--self-test``: the main job of the program without a window, step by step, against the demo."""

import asyncio
import hashlib
import logging
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fichier_gui.app.container import Program
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.options import ProgramOptions
from fichier_gui.domain.errors import AppError, KeyRefused
from fichier_gui.domain.events import BatchFinished
from fichier_gui.domain.ids import ROOT, BatchId, FolderId, TransferId
from fichier_gui.domain.names import local_name
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import State, Transfer, Verification
from fichier_gui.system.keychain import import_parts

logger = logging.getLogger(__name__)

FOLDER_NAME: Final = "Self-test"
STEP_LIMIT: Final = 120.0
"""Seconds after which a step that hangs has failed."""

SAMPLE: Final = {
    "readme.txt": b"Hello, 1fichier.\n" * 100,
    "Été/Noël à l'île.txt": "Accents: é à ü ñ 日本語\n".encode() * 50,
    "Été/price in $ and `ticks`.txt": b"Names that the service cannot store as they are.\n",
    "Films/2024/long.bin": bytes(range(256)) * 4096 * 5,
    "Films/short.bin": b"\x00\xff" * 70_001,
}
"""What is sent: relative path to content."""


class StepFailed(Exception):
    """A step did not hold; the text says what was found instead."""


def expect(holds: bool, otherwise: str) -> None:
    """Raise :class:`StepFailed` unless ``holds``."""
    if not holds:
        raise StepFailed(otherwise)


@dataclass(slots=True)
class StepLog:
    """Prints one line a step and counts what failed."""

    write: Callable[[str], object]
    done: int = 0
    failed: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Around one step: what it raises is told, and ends the run it belongs to."""
        start = time.monotonic()
        try:
            yield
        except StepFailed as error:
            self._told("FAIL", name, start, str(error))
            raise
        except AppError as error:
            self._told("FAIL", name, start, f"{error.code}: {error.detail}")
            raise StepFailed(error.code) from error
        except TimeoutError as error:
            self._told("FAIL", name, start, f"not within {time.monotonic() - start:.0f} s")
            raise StepFailed("time") from error
        except Exception as error:
            self._told("FAIL", name, start, f"{type(error).__name__}: {error}")
            logger.exception("a step of the self-test broke off")
            raise StepFailed(type(error).__name__) from error
        self.done += 1
        self._told("ok", name, start, "")

    def fail(self, name: str, reason: str) -> None:
        """A step that could not even begin."""
        self._told("FAIL", name, time.monotonic(), reason)

    def note(self, text: str) -> None:
        """A line that is no step."""
        self.write(f"     {text}\n")

    def finish(self) -> int:
        """Print the sum; the exit code is 0 when every step held."""
        if self.failed:
            self.write(f"Self-test FAILED: {', '.join(self.failed)}\n")
            return 1
        self.write(f"Self-test passed: {self.done} steps\n")
        return 0

    def _told(self, word: str, name: str, start: float, reason: str) -> None:
        if word == "FAIL":
            self.failed.append(name)
        seconds = time.monotonic() - start
        self.write(f"{word:<4} {name} ({seconds:.1f} s){': ' if reason else ''}{reason}\n")


def run(options: ProgramOptions, key: Secret, log: StepLog) -> None:
    """The core's steps. Failures are in ``log``."""
    with tempfile.TemporaryDirectory(prefix="fichier-gui-self-test-") as folder:
        asyncio.run(_run(options, key, log, Path(folder)))


async def _run(options: ProgramOptions, key: Secret, log: StepLog, folder: Path) -> None:
    try:
        with log.step("the parts of the key ring are there"):
            await asyncio.to_thread(import_parts)
        program = await Program.open(options)
        try:
            await CoreSteps(program, key, log, folder).run()
        finally:
            await program.close()
        with log.step("after a restart the finished transfers are still in the list"):
            await _restart(options)
    except StepFailed:
        # It stands in the log; what follows would build on it.
        return


async def _restart(options: ProgramOptions) -> None:
    program = await Program.open(options)
    try:
        counts = program.transfers.summary().counts
        expect(counts.done == 2 * len(SAMPLE) + 1, f"{counts.done} rows are done")
        expect(counts.total == counts.done, f"{counts.total - counts.done} rows are not")
    finally:
        await program.close()


class CoreSteps:
    """Key, browse, upload, link, download, verify."""

    def __init__(self, program: Program, key: Secret, log: StepLog, folder: Path) -> None:
        self._program = program
        self._key = key
        self._log = log
        self._source = folder / "to send"
        self._target = folder / "received"
        self._folder_id: FolderId = ROOT
        self._uploads: list[Transfer] = []

    async def run(self) -> None:
        """All steps, each with its limit."""
        for name, step in (
            ("a wrong key is refused", self._wrong_key),
            ("the right key opens the account", self._right_key),
            ("the root folder is listed, and known at once the next time", self._browse),
            ("a folder is made", self._make_folder),
            ("a tree of files is uploaded, each verified, each with its link", self._upload),
            ("the folder shows what was uploaded", self._listed),
            ("the tree is downloaded, each file verified and the same", self._download),
            ("a pasted link is downloaded", self._pasted),
        ):
            await self._step(name, step)

    async def _step(self, name: str, step: Callable[[], Awaitable[None]]) -> None:
        with self._log.step(name):
            async with asyncio.timeout(STEP_LIMIT):
                await step()

    async def _wrong_key(self) -> None:
        await self._program.session.start()
        try:
            await self._program.session.enter_key(Secret("0" * 32), keep=False)
        except KeyRefused:
            expect(not self._program.session.state.signed_in, "signed in all the same")
            return
        raise StepFailed("it was accepted")

    async def _right_key(self) -> None:
        state = await self._program.session.enter_key(self._key, keep=False)
        expect(state.signed_in, "not signed in")

    async def _browse(self) -> None:
        browse = self._program.browse
        listing = await browse.open_folder(ROOT)
        expect(bool(listing.folders), "it is empty")
        again = await browse.open_folder(ROOT)
        expect(again.fetched_at == listing.fetched_at, "it was asked again")

    async def _make_folder(self) -> None:
        made = await self._program.browse.make_folder(ROOT, FOLDER_NAME)
        self._folder_id = made.id
        expect(await self._program.browse.resolve(f"/{FOLDER_NAME}") == made.id, "its path leads elsewhere")

    async def _upload(self) -> None:
        await asyncio.to_thread(_write_sample, self._source)
        transfers = self._program.transfers
        plan = await transfers.plan_upload([str(p) for p in sorted(self._source.iterdir())], self._folder_id)
        expect(len(plan.files) == len(SAMPLE), f"the plan holds {len(plan.files)} files: {plan.skipped}")
        self._uploads = await self._finished(transfers.start_upload(plan))
        if any(row.verification is Verification.UNAVAILABLE for row in self._uploads):
            self._log.note('This machine computes no Whirlpool: transfers end "not verified".')
        expect(all(row.url for row in self._uploads), "a link is missing")

    async def _listed(self) -> None:
        listing = await self._program.browse.fetch_folder(self._folder_id)
        expect({folder.name for folder in listing.folders} == {"Été", "Films"}, "its folders are others")
        expect({file.name for file in listing.files} == {"readme.txt"}, "its files are others")

    async def _download(self) -> None:
        listing = await self._program.browse.open_folder(self._folder_id)
        await self._fetch([*listing.folders, *listing.files], self._target)
        for relative, content in SAMPLE.items():
            safe = "/".join(local_name(part, windows=False) for part in relative.split("/"))
            await asyncio.to_thread(_expect_same, self._target / safe, content)

    async def _pasted(self) -> None:
        upload = next(row for row in self._uploads if row.name == "short.bin")
        folder = self._target / "pasted"
        await self._fetch([f"Look at {upload.url}&af=12345 please"], folder)
        await asyncio.to_thread(_expect_same, folder / "short.bin", SAMPLE["Films/short.bin"])

    async def _fetch(self, items: Sequence[RemoteFile | RemoteFolder | str], folder: Path) -> None:
        transfers = self._program.transfers
        plan = await transfers.plan_download(items, folder)
        expect(not plan.skipped, f"the plan leaves out {plan.skipped}")
        await self._finished(transfers.start_download(plan))

    async def _finished(self, start: Awaitable[BatchId]) -> list[Transfer]:
        """Wait for a batch; every row of it must be done, and verified where this machine can."""
        transfers = self._program.transfers
        with events_of(self._program) as events:
            batch = await start
            while True:
                event = await events.get()
                if isinstance(event, BatchFinished) and event.batch_id == batch:
                    break
        ids = [TransferId(number) for number in await transfers.order()]
        rows = [row for row in await transfers.rows(ids) if row.batch_id == batch]
        for row in rows:
            expect(row.state is State.DONE, f"{row.name} is {row.state}: {row.error!r}")
            expect(
                row.verification in {Verification.VERIFIED, Verification.UNAVAILABLE},
                f"{row.name} is {row.verification}",
            )
        return rows


def _write_sample(folder: Path) -> None:
    for relative, content in SAMPLE.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _expect_same(path: Path, content: bytes) -> None:
    expect(path.is_file(), f"{path.name} is not there")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    expect(found == hashlib.sha256(content).hexdigest(), f"{path.name} is not the same")

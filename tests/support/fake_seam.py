"""A seam without a core: the window's parts are tested against plain values, on one loop."""

import asyncio
from array import array
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from fichier_gui.app.already_there import Copied
from fichier_gui.app.upload_plan import sent_after_all
from fichier_gui.app.views import AlreadyThere, DownloadPlan, PlannedDownload, SessionState, UploadPlan
from fichier_gui.domain import pasted
from fichier_gui.domain.account import Account, ChangesReport, KeyStorage, Plan
from fichier_gui.domain.batches import Batch, Part
from fichier_gui.domain.causes import STANDING, Cause, CauseCount
from fichier_gui.domain.desktop import DesktopPart, DesktopParts, LauncherState, Notification, PartWords
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId, FileUrl, FolderId, TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.pasted import Pasted
from fichier_gui.domain.remote import FolderListing, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Settings, changed
from fichier_gui.domain.speed_limits import LimitsInForce, in_force
from fichier_gui.domain.transfers import (
    ACTIVE,
    WAITING,
    Answer,
    ConflictRule,
    Direction,
    Progress,
    QueueColumn,
    QueueCounts,
    QueueFilter,
    QueueSummary,
    State,
    Transfer,
)
from fichier_gui.domain.week import Pace

T = TypeVar("T")
NOW = 1_750_000_000.0


def transfer(number: int, **changes: Any) -> Transfer:
    """A row of the queue."""
    made = Transfer(
        id=TransferId(number),
        batch_id=BatchId(1),
        direction=Direction.UPLOAD,
        state=State.QUEUED,
        name=f"file {number}.bin",
        size=1_000_000 * number,
        local_path=f"/home/me/file {number}.bin",
        remote_folder_path="/Films",
        added_at=NOW,
        position=number,
    )
    return replace(made, **changes)


_TABS: dict[QueueFilter, Callable[[State], bool]] = {
    QueueFilter.ALL: lambda _state: True,
    QueueFilter.ACTIVE: lambda state: state in ACTIVE,
    QueueFilter.WAITING: lambda state: state in WAITING or state is State.PAUSED,
    QueueFilter.ATTENTION: lambda state: state is State.NEEDS_ANSWER,
    QueueFilter.FAILED: lambda state: state is State.FAILED,
    QueueFilter.DONE: lambda state: state is State.DONE,
}


def _cause(row: Transfer) -> Cause:
    return Cause(row.state, row.error.code if row.error is not None else "")


class FakeTransfers:
    """A queue in a dictionary. ``calls`` is what was asked of it."""

    def __init__(self, rows: Sequence[Transfer] = ()) -> None:
        self.content = {row.id: row for row in rows}
        self.calls: list[tuple[Any, ...]] = []
        self.whole: dict[BatchId, str] = {}
        """Batches that are shown as one row, with their names."""
        self.read: list[int] = []
        """How many rows each reading asked for."""
        self.is_paused = False
        self.downloads: DownloadPlan | AppError = DownloadPlan(Path("/home/me/Downloads"), ())
        self.uploads: UploadPlan | None = None
        self.download_folder = Path("/home/me/Downloads")

    async def order(
        self,
        tab: QueueFilter = QueueFilter.ALL,
        column: QueueColumn = QueueColumn.POSITION,
        descending: bool = False,
        text: str = "",
        cause: Cause | None = None,
    ) -> "array[int]":
        """As the queue does."""
        rows = [row for row in self.content.values() if _TABS[tab](row.state)]
        if cause is not None:
            rows = [row for row in rows if _cause(row) == cause]
        if column is QueueColumn.CURRENT:
            rows.sort(key=lambda row: (row.state is State.DONE, row.position))
        else:
            rows.sort(key=lambda row: getattr(row, column), reverse=descending)
        return array("q", (row.id for row in rows))

    async def causes(self) -> list[CauseCount]:
        """As the queue does."""
        standing = [row for row in self.content.values() if row.error is not None and row.state in STANDING]
        found = Counter(map(_cause, standing))
        errors = {_cause(row): row.error for row in standing if row.error is not None}
        counts = [CauseCount(cause, rows, errors[cause]) for cause, rows in found.items()]
        return sorted(counts, key=lambda each: (STANDING.index(each.cause.state), -each.rows))

    async def of_cause(self, cause: Cause) -> list[TransferId]:
        """As the queue does."""
        return [row.id for row in self.content.values() if _cause(row) == cause]

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> "array[int]":
        """As the queue does, for the batches that a test has named in ``whole``."""
        found, ids = array("q"), await self.order(QueueFilter.ALL, column, descending)
        seen: set[BatchId] = set()
        for item in ids:
            batch = self.content[TransferId(item)].batch_id
            if batch not in self.whole:
                found.append(item)
            elif batch not in seen:
                seen.add(batch)
                found.append(-batch)
                if batch in unfolded:
                    found.extend(i for i in ids if self.content[TransferId(i)].batch_id == batch)
        return found

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """As the queue does."""
        return [self._batch(item) for item in ids if any(r.batch_id == item for r in self.content.values())]

    def _batch(self, batch_id: BatchId) -> Batch:
        rows = [row for row in self.content.values() if row.batch_id == batch_id]
        parts: dict[State, Part] = {}
        for row in rows:
            part = parts.get(row.state, Part(0, 0, 0))
            parts[row.state] = Part(part.rows + 1, part.size + row.size, part.done + row.done)
        name = self.whole[batch_id]
        return Batch(batch_id, name or rows[0].name, bool(name), rows[0].direction, "/Films", NOW, parts)

    async def rows_of(self, ids: Sequence[BatchId]) -> list[TransferId]:
        """As the queue does."""
        rows = sorted(self.content.values(), key=lambda row: row.position)
        return [row.id for row in rows if row.batch_id in ids]

    async def links_of(self, ids: Sequence[BatchId]) -> list[LinkFacts]:
        """As the queue does."""
        rows = [self.content[i] for i in await self.rows_of(ids)]
        return [LinkFacts(row.url, row.name, row.size) for row in rows if row.url is not None]

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """As the queue does."""
        self.read.append(len(ids))
        return [self.content[item] for item in ids if item in self.content]

    def take_progress(self) -> dict[TransferId, Progress]:
        """Nothing moves by itself."""
        return {}

    def summary(self) -> QueueSummary:
        """Counted anew."""
        states = [row.state for row in self.content.values()]
        counts = QueueCounts(
            *(
                sum(map(_TABS[tab], states))
                for tab in (
                    QueueFilter.ACTIVE,
                    QueueFilter.WAITING,
                    QueueFilter.ATTENTION,
                    QueueFilter.FAILED,
                    QueueFilter.DONE,
                )
            )
        )
        return QueueSummary(counts, 1_100_000.0, 12_300_000.0, 43, 100, 300.0, self.is_paused)

    async def plan_download(self, items: Sequence[object], folder: Path | None = None) -> DownloadPlan:
        """The plan the test laid out."""
        self.calls.append(("plan_download", tuple(items), folder))
        if isinstance(self.downloads, AppError):
            raise self.downloads
        return self.downloads

    async def start_download(self, plan: DownloadPlan, rule: ConflictRule | None = None) -> BatchId:
        """Remembered."""
        self.calls.append(("start_download", plan, rule))
        return BatchId(7)

    async def plan_upload(self, paths: Sequence[str], folder_id: FolderId, *, stop: object) -> UploadPlan:
        """The plan the test laid out."""
        self.calls.append(("plan_upload", tuple(paths), folder_id))
        assert self.uploads is not None
        return self.uploads

    async def start_upload(self, plan: UploadPlan) -> BatchId:
        """Remembered."""
        self.calls.append(("start_upload", plan))
        return BatchId(8)

    async def answer(self, ids: Sequence[TransferId], answer: Answer) -> None:
        """Remembered."""
        self.calls.append(("answer", list(ids), answer))

    async def place(self, ids: Sequence[TransferId], beside: TransferId, is_after: bool) -> None:
        """As the queue does, and remembered."""
        self.calls.append(("place", list(ids), beside, is_after))
        order = sorted(self.content.values(), key=lambda row: row.position)
        line = next(n for n, row in enumerate(order) if row.id == beside) + is_after
        chosen = [row for row in order if row.id in ids]
        before = [row for row in order[:line] if row.id not in ids]
        behind = [row for row in order[line:] if row.id not in ids]
        for number, row in enumerate(before + chosen + behind, 1):
            self.content[row.id] = replace(row, position=number)

    def __getattr__(self, name: str) -> Callable[..., Awaitable[None]]:
        """``pause``, ``resume``, ``move`` …: remembered."""

        async def told(*arguments: Any) -> None:
            self.calls.append((name, *(list(a) if isinstance(a, list | tuple) else a for a in arguments)))

        return told


class FakePasting:
    """Links as a test laid them out, by their text; what it knows nothing of is dead."""

    def __init__(self) -> None:
        self.content: dict[str, tuple[Pasted, ...]] = {}
        self.behind_lock: dict[str, tuple[Pasted, ...]] = {}
        self.word = "sesame-Zq7"
        self.here: dict[Path, dict[str, int]] = {}
        self.problem: AppError | None = None
        self.asked: list[int] = []
        """How many links each question was about."""
        self.tried: list[tuple[str, str]] = []
        self.gate = asyncio.Event()
        """Questions wait for it."""
        self.gate.set()

    async def read(self, text: str, folder: Path) -> tuple[Pasted, ...]:
        """As the program does, with nothing known."""
        return pasted.read(text)

    async def place(self, rows: Sequence[Pasted], folder: Path) -> tuple[Pasted, ...]:
        """By what the test says lies there."""
        return pasted.placed(rows, (), self.here.get(folder, {}))

    async def ask(self, question: pasted.Question, folder: Path) -> pasted.Answers:
        """One question."""
        await self.gate.wait()
        if self.problem is not None:
            raise self.problem
        self.asked.append(len(question.rows))
        answers = {row.text: self._found(row) for row in question.rows}
        return {text: await self.place(rows, folder) for text, rows in answers.items()}

    async def unlock(self, row: Pasted, password: Secret, folder: Path) -> tuple[Pasted, ...]:
        """The one word opens."""
        self.tried.append((row.text, password.reveal()))
        await asyncio.sleep(0)
        if password.reveal() != self.word:
            return (replace(row, standing=pasted.Standing.REFUSED_PASSWORD),)
        return tuple(replace(each, password=password) for each in self.behind_lock[row.text])

    def plan(self, rows: Sequence[Pasted], folder: Path) -> DownloadPlan:
        """Without a look at names."""
        files = (
            PlannedDownload(FileUrl(row.text), row.name, row.size or 0, str(folder), password=row.password)
            for row in rows
        )
        return DownloadPlan(folder, tuple(files))

    def _found(self, row: Pasted) -> tuple[Pasted, ...]:
        return self.content.get(row.text, (replace(row, standing=pasted.Standing.DEAD),))


class FakeSession:
    """Takes every key but the one a test forbids."""

    def __init__(self) -> None:
        self.state = SessionState()
        self.refusal: AppError | None = None
        self.storage_problem: AppError | None = None
        self.keys: list[tuple[Secret, bool]] = []

    async def enter_key(self, key: Secret, *, keep: bool = True) -> SessionState:
        """As the session does."""
        self.keys.append((key, keep))
        await asyncio.sleep(0)
        if self.refusal is not None:
            raise self.refusal
        storage = KeyStorage.KEYRING if keep and not self.storage_problem else KeyStorage.RUN_ONLY
        account = Account("me@example.org", Plan.PREMIUM, NOW, NOW + 400 * 86400)
        self.state = SessionState(True, account, storage, self.storage_problem)
        return self.state

    async def forget_key(self) -> None:
        """Signed out."""
        self.state = SessionState()


class FakePreferences:
    """Settings in memory."""

    def __init__(self) -> None:
        self.current = Settings()
        self.problem: AppError | None = None

    async def change(self, name: str, value: object) -> Settings:
        """As the preferences do."""
        if self.problem is not None:
            raise self.problem
        self.current = changed(self.current, name, value)
        return self.current

    async def change_all(self, values: Mapping[str, object]) -> Settings:
        """As the preferences do."""
        for name, value in values.items():
            await self.change(name, value)
        return self.current


class FakeSpeedLimits:
    """Without a schedule."""

    def __init__(self, preferences: FakePreferences) -> None:
        self._preferences = preferences

    @property
    def current(self) -> LimitsInForce:
        """By the settings."""
        return in_force(self._preferences.current, None, NOW)

    async def toggle(self) -> None:
        """As the program does."""
        await self._preferences.change("slow_limits", self.current.pace is not Pace.LIMITED)


class FakeBrowse:
    """Two folders."""

    def __init__(self) -> None:
        self.made: list[tuple[FolderId, str]] = []
        self.problem: AppError | None = None

    def path_of(self, folder_id: FolderId) -> str:
        """Known by heart."""
        return {0: "/", 1: "/Films"}.get(folder_id, "/?")

    async def open_folder(self, folder_id: FolderId) -> FolderListing:
        """``Films`` in the root."""
        films = RemoteFolder(FolderId(1), "Films")
        return FolderListing(RemoteFolder(folder_id, ""), () if folder_id else (films,), (), NOW)

    async def make_folder(self, parent: FolderId, name: str) -> RemoteFolder:
        """Remembered."""
        if self.problem is not None:
            raise self.problem
        self.made.append((parent, name))
        return RemoteFolder(FolderId(9), name)


class FakeDuplicating:
    """An account that has ``there`` of what is to be sent, and copies all but ``refused``."""

    def __init__(self) -> None:
        self.there: tuple[AlreadyThere, ...] = ()
        self.refused: tuple[AlreadyThere, ...] = ()

    async def looked_up(self, plan: UploadPlan) -> UploadPlan:
        return replace(plan, there=self.there)

    async def carry_out(self, plan: UploadPlan) -> Copied:
        made = tuple(one.found for one in plan.copies if one not in self.refused)
        return Copied(made, sent_after_all(plan, self.refused))


class FakeIntegrating:
    """A desktop with all places; a change is remembered."""

    def __init__(self) -> None:
        self.present: set[DesktopPart] = set()
        self.blocked = frozenset[DesktopPart]()
        self.problem: AppError | None = None

    async def parts(self) -> DesktopParts:
        """As they were put there."""
        return DesktopParts(frozenset(DesktopPart), frozenset(self.present), self.blocked)

    async def change(self, part: DesktopPart, *, is_wanted: bool, words: PartWords) -> DesktopParts:
        """As the program does."""
        if self.problem is not None:
            raise self.problem
        (self.present.add if is_wanted else self.present.discard)(part)
        return await self.parts()


class FakeDesktop:
    """Shows notifications under the numbers 1, 2 …, unless it ``has_service`` no more."""

    def __init__(self) -> None:
        self.has_service = True
        self.notifications: list[Notification] = []
        self.files: list[Path] = []
        self.launcher: list[LauncherState] = []

    async def notify(self, notification: Notification) -> int | None:
        """Remembered."""
        if not self.has_service:
            return None
        self.notifications.append(notification)
        return len(self.notifications)

    async def show_file(self, path: Path) -> bool:
        """Remembered."""
        self.files.append(path)
        return True

    async def show_on_launcher(self, state: LauncherState) -> None:
        """Remembered."""
        self.launcher.append(state)


class FakeProgram:
    """The program's doors."""

    def __init__(self, rows: Sequence[Transfer] = ()) -> None:
        self.transfers = FakeTransfers(rows)
        self.pasting = FakePasting()
        self.session = FakeSession()
        self.preferences = FakePreferences()
        self.speed_limits = FakeSpeedLimits(self.preferences)
        self.browse = FakeBrowse()
        self.duplicating = FakeDuplicating()
        self.account_changes = ChangesReport()
        self.desktop = FakeDesktop()
        self.integrating = FakeIntegrating()


class FakeSeam(QObject):
    """Calls run on this loop, a turn later."""

    happened = Signal(object)
    progressed = Signal(object)
    summarised = Signal(object)

    def __init__(self, rows: Sequence[Transfer] = ()) -> None:
        super().__init__()
        self.program = FakeProgram(rows)
        self.options = SimpleNamespace(service=SimpleNamespace(base_url="https://api.1fichier.com/v1"))
        self.is_open = True

    def is_leaf(self, _folder_id: FolderId) -> bool:
        """Nothing is known of any folder."""
        return False

    @property
    def summary(self) -> QueueSummary:
        """Of now."""
        return self.program.transfers.summary()

    async def call(self, function: Callable[[Any], Awaitable[T]]) -> T:
        """As the seam does."""
        await asyncio.sleep(0)
        return await function(self.program)


def link(number: int) -> FileUrl:
    """A canonical file link."""
    return FileUrl(f"https://1fichier.com/?abcdefghij{number:04d}")

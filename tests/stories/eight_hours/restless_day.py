"""A day of one program and four restless people, in virtual time.

What others on the same address bring about, when the network goes and when the program is closed and opened
again: all of it is in the tables here.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from support.in_process import IP, SimulatedNetwork
from support.simulator import DEFAULT_KEY

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import AppError, NetworkProblem, NoChange, NotFound, ServiceBusy
from fichier_gui.domain.events import Event, ServicePaused, UnexpectedHappened
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId, TransferId
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.sharing import FileChanges
from fichier_gui.domain.transfers import Answer, Move, QueueFilter
from fichier_gui.simulator.answers import FLOOD_IP, FLOOD_USER, IP_LOCKED, Reason

HOUR = 3600.0
HOURS = 8
USERS = 4
IN_A_BATCH = 10
RUNS = 4
"""Of the program, one after the other."""
LAST_BATCH = 6.0 * HOUR

LOCKS: tuple[tuple[float, float, Reason], ...] = (
    (0.4 * HOUR, 20.0, FLOOD_IP),
    (1.1 * HOUR, 45.0, FLOOD_IP),
    (1.6 * HOUR, 200.0, FLOOD_USER),
    (2.3 * HOUR, 25.0, FLOOD_IP),
    (3.2 * HOUR, 900.0, IP_LOCKED),
    (4.7 * HOUR, 30.0, FLOOD_USER),
    (5.5 * HOUR, 400.0, FLOOD_IP),
    (6.2 * HOUR, 20.0, FLOOD_IP),
)
"""Brought about by others: when, for how long, and in which words."""
OUTAGES = ((0.8 * HOUR, 40.0), (2.9 * HOUR, 300.0), (5.1 * HOUR, 90.0), (6.4 * HOUR, 15.0))

PATIENCE = 30.0
"""Seconds after which a person turns to something else."""
ALLOWED = (ServiceBusy, NetworkProblem, NotFound, NoChange)
"""What a click may come to on such a day."""


@dataclass
class Day:
    """What happens, and what came of it."""

    network: SimulatedNetwork
    folder: Path
    rules: BudgetRules = field(default_factory=BudgetRules)
    hours: float = HOURS
    batches: int = 25
    """Of each user, each way."""
    program: Program | None = None
    under_way: set[asyncio.Task[bool]] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    pauses: list[tuple[float, float]] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    folders: list[FolderId] = field(default_factory=list)
    sent: dict[str, bytes] = field(default_factory=dict)
    wanted: dict[str, bytes] = field(default_factory=dict)
    planned: Counter[str] = field(default_factory=Counter)

    def some_folder(self) -> FolderId:
        """Everybody comes back to the same few, most of the time."""
        dice = self.network.dice
        return dice.choice(self.folders[:4] if dice.random() < 0.7 else self.folders)

    @property
    def now(self) -> float:
        return self.network.clock.monotonic()

    def hear(self, event: Event) -> None:
        if isinstance(event, ServicePaused):
            self.pauses.append((self.network.clock.time(), event.until))
        elif isinstance(event, UnexpectedHappened):
            self.trouble.append(repr(event.error))

    async def with_program(self, work: Callable[[Program], Awaitable[None]]) -> bool:
        """Do this with the program that runs, or with the next one. False: it was closed meanwhile."""
        while self.program is None:
            await asyncio.sleep(1.0)
        task = asyncio.get_running_loop().create_task(_all_of(work, self.program))
        self.under_way.add(task)
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
            self.under_way.discard(task)
        return not task.cancelled() and task.result()

    async def closed(self, program: Program) -> None:
        """What people were about to do ends with the program."""
        self.program = None
        for task in self.under_way:
            task.cancel()
        await program.close()

    async def act(self, name: str, work: Awaitable[object]) -> None:
        began = self.now
        try:
            async with asyncio.timeout(PATIENCE):
                await work
        except TimeoutError:
            self.refused["given up"] += 1
        except ALLOWED as error:
            self.refused[error.code] += 1
        except AppError as error:
            self.trouble.append(f"{name}: {error!r}")
        else:
            self.done[name] += 1
            self.waits.append(self.now - began)


def _sizes(dice: random.Random) -> Iterator[int]:
    """Mostly small, some medium: those come over several connections here."""
    while True:
        yield dice.randrange(300_000, 700_000) if dice.random() < 0.12 else dice.randrange(1, 12_000)


def prepare(day: Day) -> None:
    """Folders to browse, and every file that will be moved."""
    dice, service = day.network.dice, day.network.service
    sizes = _sizes(dice)
    for number in range(30):
        folder = service.add_folder(f"/Browse/Folder {number}")
        day.folders.append(FolderId(folder.id))
        for file in range(3):
            service.add_file(f"/Browse/Folder {number}/file {file}.bin", b"x" * (number + file + 1))
    for user in range(USERS):
        service.add_folder(f"/Up/{user}")
        for batch in range(day.batches):
            here = day.folder / "local" / f"u{user} b{batch}"
            here.mkdir(parents=True)
            for number in range(IN_A_BATCH):
                name = f"u{user} b{batch} f{number}.bin"
                day.sent[name] = dice.randbytes(next(sizes))
                (here / name).write_bytes(day.sent[name])
                day.wanted[name] = dice.randbytes(next(sizes))
                service.add_file(f"/Down/{user}/{batch}/{name}", day.wanted[name])
    (day.folder / "target").mkdir()


async def _run_programs(day: Day) -> None:
    """One after the other; what the last one has not done the next one does."""
    for _ in range(RUNS):
        options = options_for(day.folder / "profile", None, key=Secret(DEFAULT_KEY), keychain=False)
        program = await Program.open(replace(options, clock=day.network.clock, budget_rules=day.rules))
        program.bus.subscribe(day.hear)
        await program.session.start()
        if program.preferences.current.parallel_uploads != 4:
            await program.preferences.change("parallel_uploads", 4)
        day.program = program
        await asyncio.sleep(day.hours * HOUR / RUNS)
        await day.closed(program)


async def _batches(day: Day, way: str, start: Callable[[Program, int], Awaitable[int]]) -> None:
    """One after the other; one that fails for the day's troubles is tried again."""
    for batch in range(day.batches):
        due = (batch + day.network.dice.random()) * LAST_BATCH / day.batches
        await asyncio.sleep(max(0.0, due - day.now))
        planned = 0

        async def work(program: Program, batch: int = batch) -> None:
            nonlocal planned
            planned = await start(program, batch)

        while not planned:
            try:
                await day.with_program(work)
            except ALLOWED:
                await asyncio.sleep(20)
        day.planned[way] += planned


async def _drop_files(day: Day, user: int) -> None:
    async def start(program: Program, batch: int) -> int:
        here = day.folder / "local" / f"u{user} b{batch}"
        paths = [str(here)] if batch % 3 == 0 else [str(path) for path in sorted(here.iterdir())]
        target = await program.browse.resolve(f"/Up/{user}", patient=True)
        plan = await program.transfers.plan_upload(paths, target)
        await program.transfers.start_upload(plan)
        return len(plan.files)

    await _batches(day, "up", start)


async def _fetch_files(day: Day, user: int) -> None:
    async def start(program: Program, batch: int) -> int:
        found = await program.browse.find(f"/Down/{user}/{batch}")
        assert isinstance(found, RemoteFolder)
        plan = await program.transfers.plan_download([found], day.folder / "target", patient=True)
        await program.transfers.start_download(plan)
        return len(plan.files)

    await _batches(day, "down", start)


async def _click(day: Day) -> None:
    """One restless user: a burst of clicks, then a look at something else."""
    dice = day.network.dice
    while True:
        act = dice.choice(CLICKS)
        await day.with_program(lambda program, act=act: day.act(act.__name__.strip("_"), act(day, program)))
        await asyncio.sleep(dice.choice([0.0, 0.3, 2.0, 30.0, 60.0, 90.0]))


async def _browse(day: Day, program: Program) -> None:
    await program.browse.open_folder(day.some_folder())


async def _refresh(day: Day, program: Program) -> None:
    await program.browse.open_folder(day.some_folder(), refresh=True)


async def _fetch(day: Day, program: Program) -> None:
    await program.browse.fetch_folder(day.network.dice.choice([ROOT, day.some_folder()]))


async def _create(day: Day, program: Program) -> None:
    parent = day.some_folder()
    await program.browse.make_folder(parent, f"new {day.network.dice.randrange(10**9)}")


async def _seen(day: Day, program: Program) -> RemoteFile:
    listing = await program.browse.open_folder(day.some_folder())
    return day.network.dice.choice(listing.files)


async def _rename(day: Day, program: Program) -> None:
    file = await _seen(day, program)
    await program._client.rename_files({file.url: f"renamed {day.network.dice.randrange(10**9)}.bin"})


async def _copy_links(day: Day, program: Program) -> None:
    listing = await program.browse.open_folder(day.some_folder())
    await program._client.check_links([file.url for file in listing.files])


async def _info(day: Day, program: Program) -> None:
    file = await _seen(day, program)
    dead = FileUrl("https://1fichier.com/?" + "dead" * 5)
    await program._client.file_details(dead if day.network.dice.random() < 0.2 else file.url)


async def _password(day: Day, program: Program) -> None:
    file = await _seen(day, program)
    word = f"secret {day.network.dice.randrange(10**6)}"
    await program._client.change_files([file.url], FileChanges(password=word))


async def _account(day: Day, program: Program) -> None:
    await program.session.account(refresh=True)


async def _rearrange(day: Day, program: Program) -> None:
    """Rows paused, resumed and moved to the top."""
    waiting = [TransferId(i) for i in await program.transfers.order(QueueFilter.WAITING)][:5]
    await program.transfers.move(waiting, Move.TOP)
    await program.transfers.pause(waiting)
    await asyncio.sleep(5)
    await program.transfers.resume(waiting)


CLICKS: tuple[Callable[[Day, Program], Awaitable[None]], ...] = (
    *(_browse, _browse, _browse, _refresh, _refresh, _fetch, _create, _rename, _copy_links),
    *(_info, _password, _account, _rearrange),
)


async def _others_flood(day: Day) -> None:
    """Somebody else behind the same address."""
    for at, seconds, reason in LOCKS:
        await asyncio.sleep(max(0.0, at - day.now))
        day.network.service.limits.lock(IP, day.network.clock.time() + seconds, reason)


async def _lose_network(day: Day) -> None:
    for at, seconds in OUTAGES:
        await asyncio.sleep(max(0.0, at - day.now))
        day.network.go_away()
        await asyncio.sleep(seconds)
        day.network.come_back()


async def _answer(day: Day) -> None:
    """The one who looks after the queue."""

    async def answer(program: Program) -> None:
        asking = [TransferId(i) for i in await program.transfers.order(QueueFilter.ATTENTION)]
        if asking:
            day.done["answers"] += len(asking)
            await program.transfers.answer(asking, Answer.SEND_AGAIN)

    while True:
        await asyncio.sleep(60)
        await day.with_program(answer)


async def _list_everything(day: Day) -> None:
    """Somebody wants all files of the account, again and again."""

    async def whole(program: Program) -> None:
        with contextlib.suppress(*ALLOWED):
            day.done["whole"] += bool(await program._client.all_files())

    while True:
        await day.with_program(whole)
        await asyncio.sleep(60)


async def _insist(day: Day) -> None:
    """Somebody presses the key that refreshes for the first half of an hour."""

    async def press(program: Program) -> None:
        await day.act("insist", program.browse.fetch_folder(day.folders[0]))
        await day.act("insist", program.session.account(refresh=True))

    while day.now < HOUR / 2:
        await day.with_program(press)
        await asyncio.sleep(10)


async def _all_of(work: Callable[[Program], Awaitable[None]], program: Program) -> bool:
    await work(program)
    return True


AROUND = (_others_flood, _lose_network, _answer, _list_everything, _insist)


async def live(day: Day) -> None:
    async with asyncio.TaskGroup() as tasks:
        others = [
            *(tasks.create_task(_drop_files(day, user)) for user in range(USERS)),
            *(tasks.create_task(_fetch_files(day, user)) for user in range(USERS)),
            *(tasks.create_task(_click(day)) for _ in range(USERS)),
            *(tasks.create_task(work(day)) for work in AROUND),
        ]
        await _run_programs(day)
        for task in others:
            task.cancel()

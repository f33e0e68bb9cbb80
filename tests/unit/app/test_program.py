"""The whole core against a real service on loopback."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from support.simulator import (
    DEFAULT_EMAIL,
    DEFAULT_KEY,
    Service,
    ThreadedSimulator,
    quiet_switches,
    simulator,
)

from fichier_gui.app.container import Program
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.options import options_for
from fichier_gui.domain.account import ChangesReport, KeyStorage
from fichier_gui.domain.errors import (
    FloodLocked,
    FolderExists,
    KeyRefused,
    NetworkUnavailable,
    NotFound,
    ProfileInUse,
    SettingsDamaged,
)
from fichier_gui.domain.events import (
    BatchFinished,
    Event,
    FolderRefreshed,
    KeyWasRefused,
    LimitsChanged,
    NetworkLost,
    ServicePaused,
    SettingsChanged,
    SignedIn,
    UnexpectedHappened,
)
from fichier_gui.domain.ids import ROOT, BatchId, FileUrl, TransferId
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.domain.week import DAYS, HOURS, Pace, Week
from fichier_gui.simulator.faults import Fault

E = TypeVar("E", bound=Event)


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.service.add_folder("/Films/2024")
        running.service.add_file("/Films/what ＄ it cost.txt", b"12345")
        yield running


class Run:
    """One run of the program, and what it told."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.events: list[Event] = []
        program.bus.subscribe(self.events.append)

    def told(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    async def finished(self, batch: BatchId) -> list[Transfer]:
        async with asyncio.timeout(30):
            while not any(event.batch_id == batch for event in self.told(BatchFinished)):
                with events_of(self.program) as events:
                    if any(event.batch_id == batch for event in self.told(BatchFinished)):
                        break
                    await events.get()
        ids = [TransferId(number) for number in await self.program.transfers.order()]
        return [row for row in await self.program.transfers.rows(ids) if row.batch_id == batch]


@asynccontextmanager
async def opened(
    service: ThreadedSimulator | str, profile: Path, key: str | None = DEFAULT_KEY
) -> AsyncIterator[Run]:
    url = service if isinstance(service, str) else service.base_url
    options = options_for(profile, url, key=Secret(key) if key else None, keychain=False)
    program = await Program.open(options)
    try:
        run = Run(program)
        await program.session.start()
        yield run
    finally:
        await program.close()


async def test_a_start_needs_no_request_and_knows_the_account(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as run:
        await run.program.browse.open_folder(ROOT)
        account = await run.program.session.account(refresh=True)
        assert account is not None
        assert account.email == DEFAULT_EMAIL
    service.requests.clear()
    async with opened(service, profile_dir) as run:
        assert run.told(SignedIn)[0].account == account
        listing = await run.program.browse.open_folder(ROOT)
        assert [folder.name for folder in listing.folders] == ["Films"]
        assert run.program.session.state.storage is KeyStorage.ENVIRONMENT
    assert service.requests.endpoints() == []


async def test_folders_are_found_made_and_read_as_people_wrote_them(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as run:
        browse = run.program.browse
        films = await browse.resolve("/Films")
        listing = await browse.open_folder(films)
        assert [file.name for file in listing.files] == ["what $ it cost.txt"]
        assert browse.path_of(films) == "/Films"
        assert [folder.name for folder in await browse.known_path(films)] == ["", "Films"]
        service.requests.clear()
        made = await browse.make_folder(films, "50 % <off>")
        assert made.name == "50 % <off>"
        assert await browse.resolve("/Films/50 % <off>") == made.id
        assert (await browse.open_folder(made.id)).files == ()
        assert service.requests.endpoints() == ["folder/mkdir"]
        with pytest.raises(FolderExists):
            await browse.make_folder(films, "50 % <off>")
        assert await browse.resolve("/films") == films
        await browse.make_folder(ROOT, "FILMS")
        assert await browse.resolve("/Films") == films
        for nobody in ("/Films/nothing", "/films"):
            with pytest.raises(NotFound):
                await browse.resolve(nobody)
        assert run.told(FolderRefreshed)


async def test_a_tree_goes_up_and_comes_back(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    source = tmp_path / "Trip"
    (source / "Day 1" / "empty").mkdir(parents=True)
    (source / "Day 1" / "a$b.txt").write_bytes(b"hello")
    (source / "c.txt").write_bytes(b"x" * 100_000)
    async with opened(service, profile_dir) as run:
        transfers, browse = run.program.transfers, run.program.browse
        films = await browse.resolve("/Films")
        plan = await transfers.plan_upload([str(source)], films)
        assert plan.folder_path == "/Films"
        assert plan.folders == ("Trip", "Trip/Day 1", "Trip/Day 1/empty")
        rows = await run.finished(await transfers.start_upload(plan))
        assert {row.state for row in rows} == {State.DONE}
        assert {row.remote_folder_path for row in rows} == {"/Films/Trip", "/Films/Trip/Day 1"}
        trip = await browse.resolve("/Films/Trip")
        down = await transfers.plan_download([RemoteFolder(trip, "Trip")], tmp_path / "back")
        assert down.total_size == plan.total_size
        await run.finished(await transfers.start_download(down))
        linked = await transfers.plan_download([str(rows[0].url)], tmp_path / "linked")
        assert [file.size for file in linked.files] == [rows[0].size]
    assert (tmp_path / "back" / "Trip" / "Day 1" / "a$b.txt").read_bytes() == b"hello"
    assert (tmp_path / "back" / "Trip" / "c.txt").read_bytes() == b"x" * 100_000


@pytest.mark.parametrize("key", ["another-key-another-key-another-", DEFAULT_KEY], ids=["another", "same"])
async def test_a_refused_key_holds_the_queue_until_one_is_entered(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path, key: str
) -> None:
    """The same one too, where the service takes it again."""
    (tmp_path / "a.txt").write_bytes(b"hello")
    async with opened(service, profile_dir) as run:
        transfers = run.program.transfers
        plan = await transfers.plan_upload([str(tmp_path / "a.txt")], ROOT)
        service.service.renew_key(DEFAULT_EMAIL, "another-key-another-key-another-")
        with events_of(run.program) as events:
            batch = await transfers.start_upload(plan)
            async with asyncio.timeout(20):
                while not isinstance(await events.get(), KeyWasRefused):
                    pass
        assert run.program.session.state.refused is not None
        with pytest.raises(KeyRefused):
            await run.program.browse.make_folder(ROOT, "New")
        assert len(run.told(KeyWasRefused)) == 1
        assert run.told(BatchFinished) == []
        sent = len(service.requests.all())
        with pytest.raises(KeyRefused):
            await run.program.browse.make_folder(ROOT, "New")
        assert len(service.requests.all()) == sent, "a refused key is not sent again"
        service.service.renew_key(DEFAULT_EMAIL, key)
        await run.program.session.enter_key(Secret(key))
        rows = await run.finished(batch)
        assert [row.state for row in rows] == [State.DONE]


async def test_settings_are_in_force_at_once_and_kept(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as run:
        settings = await run.program.preferences.change("download_folder", "/tmp/elsewhere")
        assert run.told(SettingsChanged) == [SettingsChanged(settings)]
        assert run.program.transfers.download_folder == Path("/tmp/elsewhere")
        await run.program.preferences.change("parallel_uploads", 1)
        await run.program.preferences.change("timeout_seconds", 20)
        assert await run.program.browse.fetch_folder(ROOT)
    async with opened(service, profile_dir) as run:
        assert run.program.preferences.current.parallel_uploads == 1


async def test_a_damaged_settings_file_is_told(service: ThreadedSimulator, profile_dir: Path) -> None:
    (profile_dir / "settings.toml").write_text("this is = not [toml")
    async with opened(service, profile_dir) as run:
        assert [type(event.error) for event in run.told(UnexpectedHappened)] == [SettingsDamaged]


async def test_one_owner_a_profile(service: ThreadedSimulator, profile_dir: Path) -> None:
    from dataclasses import replace

    async with opened(service, profile_dir) as run:
        with pytest.raises(ProfileInUse):
            await Program.open(replace(run.program.options, asks_unbidden=False))
    async with opened(service, profile_dir):
        pass


async def test_a_cool_down_is_told_again_after_a_restart(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    service.faults.add(Fault("folder/ls", "flood"))
    async with opened(service, profile_dir) as run:
        with pytest.raises(FloodLocked):
            await run.program.browse.fetch_folder(ROOT)
        until = run.told(ServicePaused)[0].until
        assert run.program.transfers.summary().paused_until == until
    service.requests.clear()
    async with opened(service, profile_dir) as run:
        assert run.told(ServicePaused)[0].until == until
        with pytest.raises(FloodLocked):
            await run.program.browse.fetch_folder(ROOT)
    assert service.requests.endpoints() == []


async def test_no_network_is_told_once(profile_dir: Path) -> None:
    async with opened("http://127.0.0.1:9/v1", profile_dir) as run:
        for _ in range(2):
            with pytest.raises(NetworkUnavailable):
                await run.program.browse.fetch_folder(ROOT)
        assert len(run.told(NetworkLost)) == 1


async def test_closing_twice_is_closing_once(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as run:
        await run.program.close()
        assert run.program.scope.names == ()


async def test_a_command_says_that_the_schedule_lets_nothing_move(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    told: list[Report] = []
    async with opened(service, profile_dir) as run:
        program = run.program
        everything = [(day, hour) for day in range(DAYS) for hour in range(HOURS)]
        await program.preferences.change("schedule", Week().painted(everything, Pace.OFF).text)
        await program.preferences.change("use_schedule", True)
        job = Job(Verb.UPLOAD, (str(tmp_path / "a.txt"),))
        async with asyncio.timeout(15), asyncio.TaskGroup() as tasks:
            work = tasks.create_task(perform(program, job, told.append))
            while Kind.OFF not in [report.kind for report in told]:
                await asyncio.sleep(0.01)
            assert not work.done()
            await program.speed_limits.toggle()
        assert work.result() is Ending.DONE
    assert run.told(LimitsChanged)[-1].limits.is_by_hand


async def test_a_look_from_another_thread_makes_nothing(service: ThreadedSimulator, tmp_path: Path) -> None:
    async with opened(service, tmp_path) as run:
        program = run.program
        url = FileUrl("https://1fichier.com/?abcdefghij0001abcdef")
        assert program.account_changes == ChangesReport()
        assert (program.preview_loaded, program.known_details(url)) == (0, None)
        assert not {"account_settings", "preview", "sharing"} & set(vars(program))


async def test_folders_of_this_computer_are_read_no_more_once_it_is_closed(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    """The threads that read them would else be kept for some seconds."""
    async with opened(service, profile_dir) as run:
        folders = run.program.local_files
        assert (await folders.listing(str(tmp_path))).entries
    with pytest.raises(RuntimeError, match="local files is closed"):
        await folders.listing(str(tmp_path))

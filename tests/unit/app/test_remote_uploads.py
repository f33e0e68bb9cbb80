"""Remote uploads: hours on a virtual clock against the simulated service, its limits on."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from support.fast_client import ForgetfulMemory
from support.in_process import InProcessClient, SimulatedNetwork
from support.simulator import DEFAULT_EMAIL, DEFAULT_KEY, quiet_switches
from support.virtual_time import START, VirtualClock, VirtualLoop
from support.waiting import until

from fichier_gui.api.budget import RequestBudget
from fichier_gui.app.remote_sending import MOST_REFUSALS
from fichier_gui.app.remote_targets import RemoteTargets
from fichier_gui.app.remote_uploads import READ_AT_ONCE, RemoteUploads, Surroundings
from fichier_gui.app.service import Folders
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.watch import RequestWatch
from fichier_gui.app.workers import Workers
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.account import Account, KeyStorage, Plan
from fichier_gui.domain.errors import AppError, NetworkUnavailable, TooManyRequests
from fichier_gui.domain.events import (
    AccountUpdated,
    Event,
    FolderRefreshed,
    RemoteFilesLanded,
    SignedIn,
    SignedOut,
)
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.jobs import Fetch, LandedFile
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import RemoteJob, User
from fichier_gui.simulator.service import Service
from fichier_gui.system.text_file import AtomicText

GOOD = [f"https://example.org/film%20{number}.mkv" for number in range(12)]
OTHER_EMAIL, OTHER_KEY = "other@example.org", "K" * 32
GONE = "https://example.org/missing.iso"


@dataclass
class World:
    """One run of the parts that remote uploads stand on."""

    folder: Path
    service: Service
    network: SimulatedNetwork
    events: list[Event] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    key: str = DEFAULT_KEY

    async def open(self) -> None:
        clock = VirtualClock()
        self.budget = RequestBudget(clock, ForgetfulMemory(), lambda _until, _error: None, lambda: None)
        client = InProcessClient(self.network, lambda: Secret(self.key), self.budget, clock)
        self.scope = TaskScope("test", self._failed)
        self.store = await CatalogueStore.open(self.folder / "catalogue.db")
        watch = RequestWatch(lambda: Secret(self.key), self.events.append)
        folders = Folders(client, watch, self.store.tree)
        self.refresher = Refresher(
            self.store, folders.fetch, clock, self.events.append, self.scope.start, lambda: 1800.0
        )
        self.disk = Workers("disk")
        around = Surroundings(
            lambda folder_id, since: self.refresher.listing(folder_id, not_older_than=since),
            RemoteTargets(AtomicText(self.folder / "remote.json"), self.disk),
            clock,
            self.scope.start,
            self.events.append,
            lambda secret: self.secrets.append(secret.reveal()),
            DEFAULT_EMAIL,
        )
        self.uploads = RemoteUploads(client, watch, around)

    async def close(self) -> None:
        await self.scope.close()
        await self.budget.aclose()
        await self.store.close()
        await self.disk.close()

    @property
    def user(self) -> User:
        return self.service.state.users[DEFAULT_EMAIL]

    def sign_in(self, email: str, key: str) -> None:
        self.key = key
        self.uploads.hear(SignedIn(account_of(email), KeyStorage.RUN_ONLY))

    def states(self) -> dict[str, Fetch]:
        return {item.source: item.state for item in self.uploads.table.items}

    def endpoints(self) -> list[str]:
        return [asked.endpoint for asked in self.network.asked]

    def landed(self) -> list[LandedFile]:
        found = [event.files for event in self.events if isinstance(event, RemoteFilesLanded)]
        return [file for files in found for file in files]

    def _failed(self, name: str, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error


def account_of(email: str) -> Account:
    return Account(email, Plan.PREMIUM, START)


Play = Callable[[World], Awaitable[None]]


def run(
    folder: Path, *plays: Play, fill: Callable[[Service], object] = lambda _: None, **changes: object
) -> None:
    """Each play in a program of its own, on one virtual clock; no breach of a limit is forgiven."""
    loop = VirtualLoop()
    service = Service(switches=quiet_switches(**changes), clock=lambda: START + loop.time())
    fill(service)
    network = SimulatedNetwork(service, loop, random.Random(5), jitter=0.05)

    async def main() -> None:
        for play in plays:
            world = World(folder, service, network)
            await world.open()
            try:
                await play(world)
            finally:
                await world.close()

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main())
    assert service.limits.breaches == [], "the service's limits were passed"


def own_job(service: Service, number: int, *urls: str) -> None:
    job = RemoteJob(number, 0, list(urls), {}, START - 1e6 + number)
    service.state.users[DEFAULT_EMAIL].jobs[number] = job


def test_addresses_are_fetched_and_land_in_the_list(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        films = FolderId(world.service.add_folder("/Films").id)
        headers = {"Cookie": "session=verysecret"}
        await world.uploads.fetch([*GOOD, GONE], films, headers)
        assert set(world.states().values()) == {Fetch.UNSENT}
        await asyncio.sleep(10)
        assert set(world.states().values()) == {Fetch.PENDING}, "1970 is not when it was run"
        assert world.endpoints().count("remote/request") == 3, "a few addresses at a time"
        assert {tuple(job.headers.items()) for job in world.user.jobs.values()} == {tuple(headers.items())}
        assert world.secrets == ["session=verysecret"]
        await asyncio.sleep(120)
        assert world.states() == dict.fromkeys(GOOD, Fetch.DONE) | {GONE: Fetch.FAILED}
        failed = next(item for item in world.uploads.table.items if item.source == GONE)
        assert failed.message == "404 Not Found"
        landed = world.landed()
        assert sum(event.failed for event in world.events if isinstance(event, RemoteFilesLanded)) == 1
        assert {file.name for file in landed} == {f"film {number}.mkv" for number in range(12)}
        assert {file.folder_id for file in landed} == {films}
        # The list of their folder was read before that was told.
        at = next(n for n, event in enumerate(world.events) if isinstance(event, RemoteFilesLanded))
        listed = [event.listing for event in world.events[:at] if isinstance(event, FolderRefreshed)]
        assert landed[0].url in {file.url for file in listed[-1].files}
        assert world.endpoints().count("folder/ls") <= 2

    run(tmp_path, play)


def test_nothing_is_asked_once_all_has_landed(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await world.uploads.fetch(GOOD[:2], ROOT, {})
        await asyncio.sleep(180)
        asked = len(world.endpoints())
        assert len(world.landed()) == 2
        await asyncio.sleep(7200)
        assert len(world.endpoints()) == asked
        await world.uploads.show()
        await asyncio.sleep(600)
        looks = [asked.arrived for asked in world.network.asked[asked:] if asked.endpoint == "remote/ls"]
        assert len(looks) >= 12
        assert min(later - earlier for earlier, later in pairwise(looks)) >= 45.0
        assert world.endpoints().count("remote/info") == 1, "what does not change is not asked again"
        await world.uploads.hide()
        await asyncio.sleep(60)
        asked = len(world.endpoints())
        await asyncio.sleep(3600)
        assert len(world.endpoints()) == asked

    run(tmp_path, play)


def test_a_job_that_the_service_lets_wait_is_asked_about_ever_more_seldom(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await world.uploads.fetch(GOOD[:1], ROOT, {})
        await asyncio.sleep(600)
        first = world.endpoints().count("remote/ls")
        assert 12 <= first <= 14
        await asyncio.sleep(6 * 3600)
        assert world.endpoints().count("remote/ls") - first < 70
        assert "remote/info" not in world.endpoints(), "the list says that it has not run"
        world.service.switches.remote_seconds = 0.0
        await asyncio.sleep(700)
        assert len(world.landed()) == 1

    run(tmp_path, play, remote_seconds=1e9)


def test_what_was_not_sent_is_taken_back(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await world.uploads.fetch(GOOD, ROOT, {})
        await asyncio.sleep(0)
        await world.uploads.cancel()
        await asyncio.sleep(300)
        states = world.states()
        assert [states[url] for url in GOOD[:5]] == [Fetch.DONE] * 5, "it was under way"
        assert {states[url] for url in GOOD[5:]} == {Fetch.CANCELLED}
        assert world.endpoints().count("remote/request") == 1
        # Asked for again, they go; what is forgotten is not shown.
        await world.uploads.fetch(GOOD[5:7], ROOT, {})
        await world.uploads.clear()
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:7], Fetch.DONE)

    run(tmp_path, play)


def test_one_refused_address_keeps_no_other_back(tmp_path: Path) -> None:
    bad = "gopher://example.org/x"

    async def play(world: World) -> None:
        await world.uploads.fetch([*GOOD[:3], bad, GOOD[3]], ROOT, {})
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:4], Fetch.DONE) | {bad: Fetch.REFUSED}
        refused = next(item for item in world.uploads.table.items if item.source == bad)
        assert refused.error is not None and "Invalid URL" in refused.error.detail

    run(tmp_path, play)


def test_refusals_come_to_an_end(tmp_path: Path) -> None:
    bad = [f"gopher://example.org/{number}" for number in range(60)]

    async def play(world: World) -> None:
        await world.uploads.fetch(bad, ROOT, {})
        await asyncio.sleep(600)
        assert set(world.states().values()) == {Fetch.REFUSED}
        assert world.endpoints().count("remote/request") <= 2 * MOST_REFUSALS + 5
        await world.uploads.fetch(GOOD[:1], ROOT, {})
        await asyncio.sleep(300)
        assert world.states()[GOOD[0]] is Fetch.DONE

    run(tmp_path, play)


def test_a_request_that_was_never_confirmed_is_found_and_not_sent_twice(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        fault = Fault("remote/request", "answer", status=500, body="oops", done=True)
        world.service.faults.add(fault)
        await world.uploads.fetch(GOOD[:2], FolderId(world.service.add_folder("/Films").id), {})
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:2], Fetch.DONE)
        assert world.endpoints().count("remote/request") == 1 == len(world.user.jobs)
        assert {file.folder_id for file in world.landed()} == {world.service.add_folder("/Films").id}

    run(tmp_path, play)


def test_without_a_network_the_addresses_stay_and_can_be_asked_for_again(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.network.go_away()
        await world.uploads.fetch(GOOD[:7], ROOT, {})
        await asyncio.sleep(60)
        assert set(world.states().values()) == {Fetch.REFUSED}
        errors = {type(item.error) for item in world.uploads.table.items}
        assert errors == {NetworkUnavailable}
        world.network.come_back()
        await world.uploads.fetch(GOOD[:7], ROOT, {})
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:7], Fetch.DONE)

    run(tmp_path, play)


def test_an_interrupted_look_is_told_and_goes_on(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await world.uploads.fetch(GOOD[:1], ROOT, {})
        await asyncio.sleep(5)
        world.network.go_away()
        await asyncio.sleep(120)
        assert isinstance(world.uploads.table.problem, NetworkUnavailable)
        assert world.states() == {GOOD[0]: Fetch.PENDING}
        world.network.come_back()
        await asyncio.sleep(120)
        assert world.uploads.table.problem is None
        assert len(world.landed()) == 1

    run(tmp_path, play)


def test_a_job_of_an_earlier_run_lands_in_this_one(tmp_path: Path) -> None:
    async def before(world: World) -> None:
        films = FolderId(world.service.add_folder("/Films").id)
        await world.uploads.fetch(GOOD[:1], films, {"Cookie": "session=verysecret"})
        await asyncio.sleep(5)

    async def after(world: World) -> None:
        stored = (tmp_path / "remote.json").read_text(encoding="utf-8")
        assert "example.org" not in stored and "verysecret" not in stored
        await asyncio.sleep(3600)
        await world.uploads.resume()
        await asyncio.sleep(120)
        assert [(file.name, file.folder_id) for file in world.landed()] == [
            ("film 0.mkv", world.service.add_folder("/Films").id)
        ]
        assert json.loads((tmp_path / "remote.json").read_text(encoding="utf-8")) == {"folders": {}}

    async def last(world: World) -> None:
        await world.uploads.resume()
        asked = len(world.network.asked)
        await asyncio.sleep(3600)
        assert len(world.network.asked) == asked and not world.landed()

    run(tmp_path, before, after, last)


def test_jobs_of_others_are_shown_the_newest_first_and_older_ones_on_demand(tmp_path: Path) -> None:
    count = READ_AT_ONCE + 5

    def fill(service: Service) -> None:
        for number in range(1, count + 1):
            own_job(service, number, f"https://example.org/{number}", GONE)

    async def play(world: World) -> None:
        await world.uploads.show()
        await asyncio.sleep(200)
        assert not world.landed(), "they were there before anybody looked"
        items = world.uploads.table.items
        assert [item.job_id for item in items] == sorted((item.job_id for item in items), reverse=True)
        assert [item.state for item in items[:2]] == [Fetch.DONE, Fetch.FAILED]
        unread = [item for item in items if item.state is Fetch.UNREAD]
        assert len(unread) == 5
        assert world.endpoints().count("remote/info") == READ_AT_ONCE
        assert unread[-1].job_id is not None
        await world.uploads.read(unread[-1].job_id)
        assert world.uploads.table.items[-1].source == GONE
        assert world.endpoints().count("remote/info") == READ_AT_ONCE + 1

    run(tmp_path, play, fill=fill)


def test_a_file_without_a_link_is_fetched_all_the_same(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        body = '{"id": 1001, "execution_date": "2026-09-21 20:00:00", "links": ["%s"], "result": [%s]}'
        result = json.dumps({"status": "OK", "url": GOOD[0]})
        answer = Fault("remote/info", "answer", status=200, body=body % (GOOD[0], result), calls="*")
        world.service.faults.add(answer)
        films = FolderId(world.service.add_folder("/Films").id)
        await world.uploads.fetch(GOOD[:1], films, {})
        await asyncio.sleep(200)
        assert world.states() == {GOOD[0]: Fetch.DONE}
        assert world.endpoints().count("folder/ls") == 1, "it is in the list"
        events = [event for event in world.events if isinstance(event, RemoteFilesLanded)]
        assert [(event.files, event.failed) for event in events] == [((), 0)]

    run(tmp_path, play)


def test_a_job_of_another_program_that_waits_is_told_when_it_lands(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.user.jobs[9] = RemoteJob(9, 0, [GOOD[0]], {}, world.network.clock.time())
        await world.uploads.show()
        await asyncio.sleep(5)
        assert world.states() == {GOOD[0]: Fetch.PENDING}, "its addresses were asked for once"
        await asyncio.sleep(120)
        assert [file.folder_id for file in world.landed()] == [None]
        assert world.endpoints().count("remote/info") == 2

    run(tmp_path, play)


def test_a_refused_question_about_one_job_stops_no_other(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.service.faults.add(
            Fault("remote/info", "answer", status=404, body='{"status":"KO"}', match="9", calls="*")
        )
        world.user.jobs[9] = RemoteJob(9, 0, [GOOD[0]], {}, START - 1000)
        world.user.jobs[8] = RemoteJob(8, 0, [GOOD[1]], {}, START - 1000)
        await world.uploads.show()
        await asyncio.sleep(600)
        assert world.states()[GOOD[1]] is Fetch.DONE
        assert world.endpoints().count("remote/info") == 2, "a refused question is not asked again"

    run(tmp_path, play)


def test_another_key_has_jobs_of_its_own(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        await world.uploads.show()
        await world.uploads.fetch(GOOD[:1], ROOT, {})
        await asyncio.sleep(5)
        world.uploads.hear(SignedOut())
        assert world.uploads.table.items == ()
        world.uploads.hear(SignedIn(None, KeyStorage.RUN_ONLY))
        await asyncio.sleep(120)
        assert world.states() == {GOOD[0]: Fetch.DONE}

    run(tmp_path, play)


def test_an_order_that_waits_for_its_turn_is_not_sent_with_another_accounts_key(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        other = world.service.add_user(OTHER_EMAIL, OTHER_KEY)
        world.budget.report(TooManyRequests())
        await world.uploads.fetch(GOOD, ROOT, {"Cookie": "session=verysecret"})
        await asyncio.sleep(5)
        world.sign_in(OTHER_EMAIL, OTHER_KEY)
        assert world.uploads.table.items == (), "another account's addresses are not shown"
        await world.uploads.fetch(GOOD[:1], ROOT, {})
        await asyncio.sleep(600)
        assert [job.urls for job in other.jobs.values()] == [GOOD[:1]]
        assert not world.user.jobs
        world.sign_in(DEFAULT_EMAIL, DEFAULT_KEY)
        await asyncio.sleep(600)
        assert world.states() == dict.fromkeys(GOOD, Fetch.DONE), "they were kept for their account"
        assert sorted(link for job in world.user.jobs.values() for link in job.urls) == sorted(GOOD)
        assert len(other.jobs) == 1

    run(tmp_path, play)


def test_a_request_under_way_while_the_account_changes_is_found_again_later(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.service.add_user(OTHER_EMAIL, OTHER_KEY)
        await world.uploads.fetch(GOOD[:2], ROOT, {})
        await until(lambda: bool(world.user.jobs))
        world.sign_in(OTHER_EMAIL, OTHER_KEY)
        await asyncio.sleep(300)
        assert world.uploads.table.items == ()
        world.sign_in(DEFAULT_EMAIL, DEFAULT_KEY)
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:2], Fetch.DONE)
        assert len(world.user.jobs) == 1, "the service was asked once"

    run(tmp_path, play)


def test_another_key_of_the_same_account_sends_what_waits(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.budget.report(TooManyRequests())
        await world.uploads.fetch(GOOD[:2], ROOT, {})
        await asyncio.sleep(5)
        world.sign_in(DEFAULT_EMAIL, DEFAULT_KEY)
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:2], Fetch.DONE)

    run(tmp_path, play)


def test_orders_wait_until_it_is_known_whose_key_was_entered(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        world.budget.report(TooManyRequests())
        await world.uploads.fetch(GOOD[:2], ROOT, {})
        world.uploads.hear(SignedOut())
        world.uploads.hear(SignedIn(None, KeyStorage.RUN_ONLY))
        await asyncio.sleep(300)
        assert not world.user.jobs
        world.uploads.hear(AccountUpdated(account_of(DEFAULT_EMAIL)))
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:2], Fetch.DONE)

    run(tmp_path, play)


def test_orders_of_a_key_whose_account_was_never_known_are_taken_back_with_it(tmp_path: Path) -> None:
    async def play(world: World) -> None:
        other = world.service.add_user(OTHER_EMAIL, OTHER_KEY)
        world.uploads.hear(SignedIn(None, KeyStorage.RUN_ONLY))
        world.budget.report(TooManyRequests())
        await world.uploads.fetch(GOOD[:2], ROOT, {})
        await asyncio.sleep(5)
        world.sign_in(OTHER_EMAIL, OTHER_KEY)
        await asyncio.sleep(300)
        assert world.states() == dict.fromkeys(GOOD[:2], Fetch.CANCELLED)
        assert not other.jobs and not world.user.jobs

    run(tmp_path, play)

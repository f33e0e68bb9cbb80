"""The probes for a real account, tried on the simulated service: they find what is set, and leave nothing."""

import dataclasses
import itertools
from typing import Any

import pytest
from live.probe import Report, run_probes, table
from live.probes import NOT_ASKED, PROBES
from support.simulator import DEFAULT_KEY, ManualClock, Service, simulator, wait_for

from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import FREE, Share
from fichier_gui.simulator.switches import Switches, switch_names

pytestmark = pytest.mark.story

OTHER: dict[str, Any] = {
    "root_create_date": "present",
    "shared_owner_key": "user",
    "mkdir_existing": "duplicate",
    "folder_rm_not_empty": "delete",
    "end_pl_query": True,
    "upload_keep_alive": True,
    "wait_polls": 3,
    "share_omitted": "clear",
    "storage_needs_end_pl": True,
    "folder_rm_sees_lag": False,
    "partial": "refuse",
    "max_urls": 50,
    "no_op_status": 200,
    "names": "accept",
    "owner_needs_password": True,
    "password_status": 401,
    "token_second_use": "any",
    "single_token": "resume-allowed",
    "ftp_users_key": "users",
    "remote_headers": "list",
    "remote_bad_url": "job-ko",
    "ls_all_folder_id": True,
    "listing_limit": 150,
    "listing_count": "total",
}


class World:
    """An account with things in it, its clock, and the probes' way to it."""

    def __init__(self, switches: Switches, offer: int = 1, files: int = 3) -> None:
        self.clock = ManualClock()
        self.service = Service(switches=switches, clock=self.clock, seed=11)
        self.service.main_user.offer = offer
        for number in range(files):
            self.service.add_file(f"/Kept/{number}.txt", b"kept")
        friend = self.service.add_user("friend@example.org", "the-key-of-a-friend")
        self.service.add_folder("/Theirs", friend.email).shares.append(Share(self.service.main_user.email))
        self.before = self.account()

    def account(self) -> list[object]:
        """All that the user has; remote jobs excepted, which no request can remove."""
        user = self.service.main_user
        whole = [dataclasses.asdict(folder) for folder in user.folders.values()]
        for folder in whole:
            folder["files"] = [name for name in folder["files"] if self.service.state.live_file(name)]
        return [self.service.tree(), whole, dict(user.ftp_users), dict(user.settings)]

    def pause(self, seconds: float) -> None:
        """Time passes on the service's clock, as soon as what was sent to it is stored."""
        state = self.service.state
        wait_for(lambda: all(file.checksum for report in state.reports.values() for file in report.files))
        self.clock.advance(seconds)

    def probe(self) -> Report:
        with simulator(self.service) as running:
            return run_probes(DEFAULT_KEY, running.base_url, self.pause)

    def assert_polite(self, report: Report) -> None:
        """As before, no limit broken, and calls in a number that a person would not mind."""
        assert report.left == []
        assert self.account() == self.before
        assert self.service.limits.breaches == []
        assert self.service.limits.refused_while_locked == 0
        calls = [entry.at for entry in self.service.history]
        assert all(later - sooner >= 1.2 - 1e-6 for sooner, later in itertools.pairwise(calls))
        assert len(calls) <= 50


def expected(switches: Switches, *without: str) -> dict[str, object]:
    """What should be found: every switch that has a probe."""
    asked = {name for probe in PROBES for name in probe.switches} - set(without)
    return {name: getattr(switches, name) for name in asked}


def found(report: Report) -> dict[str, object]:
    """What was found, the share of refusals with HTTP 200 aside, which is a matter of chance."""
    return {name: value for name, value in report.settings.items() if name != "ko_with_200"}


UNKNOWABLE = ("ko_with_200", "free_account")
SMALL_ACCOUNT = ("listing_limit", "listing_overflow", "listing_count")


def test_every_switch_has_a_probe_or_a_reason() -> None:
    probed = {name for probe in PROBES for name in probe.switches}
    assert probed | set(NOT_ASKED) == set(switch_names())
    assert not probed & set(NOT_ASKED)


def test_the_likely_answers_are_found() -> None:
    world = World(Switches())
    report = world.probe()
    assert report.stopped == ""
    world.assert_polite(report)
    assert found(report) == expected(Switches(), *UNKNOWABLE, *SMALL_ACCOUNT, "password_status")
    assert len(world.service.history) <= 36
    assert "second account" in report.unsettled["password_status"]


def test_the_other_answers_are_found() -> None:
    switches = Switches(**OTHER)
    world = World(switches, files=120)
    report = world.probe()
    assert report.stopped == ""
    world.assert_polite(report)
    assert found(report) == expected(switches, *UNKNOWABLE)
    changed = {name for name in OTHER if getattr(Switches(), name) != OTHER[name]}
    assert changed == set(found(report)) - {"listing_overflow"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("root_create_date", "empty"),
        ("mkdir_existing", "return"),
        ("names", "reject"),
        ("token_second_use", "never"),
    ],
)
def test_third_answers_are_found(name: str, value: str) -> None:
    world = World(Switches(**{name: value}))
    report = world.probe()
    world.assert_polite(report)
    assert report.settings[name] == value


def test_names_are_tried_alone_where_one_refusal_is_everybodys() -> None:
    world = World(Switches())
    refusal = '{"status": "KO", "message": "Invalid name"}'
    world.service.faults.add(Fault("file/rename", "answer", "*", match="<", status=403, body=refusal))
    report = world.probe()
    world.assert_polite(report)
    assert report.settings["names"] == "strip"
    (note,) = [found.note for told in report.outcomes for found in told.findings if found.switch == "names"]
    assert note.startswith("reject: 'probe < 1.txt'; strip:")


def test_a_network_that_gets_no_direct_link() -> None:
    world = World(Switches(vpn_addresses=("127.0.0.1",)))
    report = world.probe()
    world.assert_polite(report)
    assert "CDN credits" in report.unsettled["token_second_use"]
    assert "127.0.0.1" not in "\n".join(table(report))


def test_a_listing_that_is_refused_for_its_length() -> None:
    world = World(Switches(listing_limit=150, listing_overflow="refuse"), files=120)
    report = world.probe()
    world.assert_polite(report)
    assert report.settings["listing_overflow"] == "refuse"


@pytest.mark.parametrize("answer", ["no-download", "upload-only"])
def test_what_a_free_account_may(answer: str) -> None:
    world = World(Switches(free_account=answer), offer=FREE)
    report = world.probe()
    world.assert_polite(report)
    assert report.settings["free_account"] == answer
    assert bool(report.stopped) == (answer == "upload-only")


def test_nothing_private_is_shown() -> None:
    world = World(Switches())
    report = world.probe()
    text = "\n".join(table(report))
    assert f"{report.requests} requests" in text
    for private in (DEFAULT_KEY, "@example.org", "1fichier.com/?", "127.0.0.1", "Kept", "Theirs"):
        assert private not in text


def test_a_flood_ends_the_questions_and_is_waited_out() -> None:
    world = World(Switches(flood_status=429))
    world.service.faults.add(Fault("file/chattr", "flood", "1"))
    world.service.faults.add(Fault("file/rm", "flood", "3"))
    report = world.probe()
    assert report.stopped.startswith("Flooded")
    assert report.settings["flood_status"] == 429
    assert "names" in report.unsettled
    world.assert_polite(report)


def test_uploads_whose_report_is_lost_are_found_and_removed() -> None:
    world = World(Switches())
    world.service.faults.add(Fault("end.pl", "html", "*"))
    report = world.probe()
    assert report.stopped
    world.assert_polite(report)


@pytest.mark.parametrize("call", ["1", "2", "4", "5"])
def test_a_folder_whose_answer_is_lost_is_found_and_removed(call: str) -> None:
    world = World(Switches())
    world.service.faults.add(Fault("folder/mkdir", "cut", call))
    report = world.probe()
    assert report.stopped
    world.assert_polite(report)


@pytest.mark.parametrize("after", range(1, 40, 3))
def test_an_interrupted_run_cleans_up(after: int) -> None:
    world, pauses = World(Switches()), itertools.count()

    def pause(seconds: float) -> None:
        world.pause(seconds)
        if next(pauses) == after:
            raise KeyboardInterrupt

    with simulator(world.service) as running:
        report = run_probes(DEFAULT_KEY, running.base_url, pause)
    assert report.stopped
    assert report.left == []
    assert world.account() == world.before
    assert world.service.limits.breaches == []


def test_a_key_that_is_refused_is_sent_once() -> None:
    world = World(Switches())
    with simulator(world.service) as running:
        report = run_probes("x" * 32, running.base_url, world.pause)
    assert report.stopped.startswith("BadKey")
    assert report.requests == 1
    assert report.left == []

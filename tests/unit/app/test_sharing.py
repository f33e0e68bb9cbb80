"""Rules of links through the whole core, against the simulated service with its limits on."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain import link_rules
from fichier_gui.domain.errors import AccessDenied, AddressNotAllowed, NotFound, RequestRejected
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.sharing import AccessList, FileChanges

QUICK = BudgetRules(windows=((200, 1.0),), refusal_gaps=())
FAMILY = AccessList(("192.0.2.0/24",), ("FR", "BE"), ("camille@example.org",), customers_only=True)


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_user("camille@example.org", "simulated-key-of-the-other-user_")
    with simulator(made) as running:
        yield running


@pytest.fixture
def patient() -> Iterator[ThreadedSimulator]:
    """Without limits: a real budget waits minutes after a few refusals, as it should."""
    made = Service(limits=False, switches=quiet_switches())
    made.add_user("camille@example.org", "simulated-key-of-the-other-user_")
    with simulator(made) as running:
        yield running


@asynccontextmanager
async def opened(
    service: ThreadedSimulator, profile: Path, rules: BudgetRules | None = None
) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options if rules is None else replace(options, budget_rules=rules))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


def many(service: ThreadedSimulator, count: int) -> list[FileUrl]:
    made = service.service
    return [FileUrl(made.link(made.add_file(f"/{n}.bin", b"x%d" % n))) for n in range(count)]


def asked(service: ThreadedSimulator, endpoint: str) -> int:
    return service.requests.endpoints().count(endpoint)


async def test_rules_are_read_once_and_are_what_was_set(service: ThreadedSimulator, tmp_path: Path) -> None:
    (url,) = many(service, 1)
    async with opened(service, tmp_path) as program:
        changes = FileChanges(password="sesame", access=FAMILY, description="for us", is_inline=True)
        outcome = await program.sharing.change([url], changes)
        assert outcome.done == [url] and not outcome.failed
        for _ in range(3):
            now = await program.sharing.details(url)
        assert (now.access, now.has_password, now.description) == (FAMILY, True, "for us")
        assert now.is_inline and not now.allows_http
        assert asked(service, "file/info") == 1
        # The same again changes nothing, and is no failure; an empty list and password remove both.
        assert (await program.sharing.change([url], changes)).done == [url]
        await program.sharing.change([url], FileChanges(password="", access=AccessList()))
        now = await program.sharing.details(url)
        assert not now.has_password and not now.access and now.description == "for us"


async def test_hundreds_go_in_arrays(service: ThreadedSimulator, tmp_path: Path) -> None:
    urls = many(service, 250)
    async with opened(service, tmp_path) as program:
        outcome = await program.sharing.change(urls, FileChanges(access=AccessList(customers_only=True)))
    assert sorted(outcome.done) == sorted(urls) and not outcome.failed
    assert asked(service, "file/chattr") == 3
    assert all(file.acl.premium for file in service.service.state.files.values())


@pytest.mark.parametrize("partial", ["count", "refuse"])
async def test_one_refused_file_keeps_no_other_back(
    patient: ThreadedSimulator, tmp_path: Path, partial: str
) -> None:
    patient.service.switches.set("partial", partial)
    urls = many(patient, 6)
    dead = FileUrl("https://1fichier.com/?deadlinkdeadlink0000")
    foreign = FileUrl(
        patient.service.link(patient.service.add_file("/f.bin", b"f", email="camille@example.org"))
    )
    wanted = [*urls[:2], dead, *urls[2:], foreign]
    async with opened(patient, tmp_path, QUICK) as program:
        await program.sharing.change(urls[:1], FileChanges(description="new"))
        outcome = await program.sharing.change(wanted, FileChanges(description="new"))
    assert sorted(outcome.done) == sorted(urls)
    assert {url: type(error) for url, error in outcome.failed.items()} == {
        dead: NotFound,
        foreign: AccessDenied,
    }
    own = [file for file in patient.service.state.files.values() if file.name != "f.bin"]
    assert all(file.description == "new" for file in own)


async def test_refused_rules_are_not_asked_for_file_by_file(
    patient: ThreadedSimulator, tmp_path: Path
) -> None:
    urls = many(patient, 40)
    async with opened(patient, tmp_path, QUICK) as program:
        nobody = FileChanges(access=AccessList(emails=("nobody@example.org",)))
        outcome = await program.sharing.change(urls, nobody)
    assert set(outcome.failed) == set(urls)
    assert {type(error) for error in outcome.failed.values()} <= {RequestRejected, AddressNotAllowed}
    assert "nobody@example.org" in outcome.failed[urls[-1]].detail
    assert asked(patient, "file/chattr") == 2


async def test_a_scan_says_what_became_of_the_file(patient: ThreadedSimulator, tmp_path: Path) -> None:
    clean, bad = many(patient, 2)
    file = next(file for file in patient.service.state.files.values() if patient.service.link(file) == bad)
    file.infected = True
    async with opened(patient, tmp_path, QUICK) as program:
        assert await program.sharing.scan(clean)
        assert not await program.sharing.scan(bad)
        with pytest.raises(NotFound):
            await program.sharing.details(bad)


def test_addresses_and_e_mails_are_read_as_they_are_typed() -> None:
    typed = link_rules.networks("192.0.2.7, 10.0.0.9/8;2001:db8::/32 300.1.1.1 192.0.2.7")
    assert typed.values == ("192.0.2.7/32", "10.0.0.0/8", "2001:db8::/32")
    assert typed.wrong == ("300.1.1.1",)
    typed = link_rules.emails("a@b.example; nobody b@c\nc@d.example")
    assert typed.values == ("a@b.example", "c@d.example") and typed.wrong == ("nobody", "b@c")

"""The account's settings through the whole core, against the simulated service."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import PATIENCE, until

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app import account_settings
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.account import Account, AccountChanges
from fichier_gui.domain.errors import AppError, NetworkProblem
from fichier_gui.domain.events import AccountChangesMoved
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault

OFTEN = BudgetRules(
    windows=((200, 1.0),), refusal_gaps=(), account_every=0.2, account_every_address=0.1, background_gap=0.0
)
"""Five minutes would be long for a test."""
OTHER_KEY = "simulated-key-of-the-other-user_"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@asynccontextmanager
async def opened(
    service: ThreadedSimulator, profile: Path, rules: BudgetRules = OFTEN
) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=rules))
    try:
        await program.session.start()
        await program.session.account(refresh=True)
        yield program
    finally:
        await program.close()


def sent(service: ThreadedSimulator) -> list[dict[str, Any]]:
    """What the requests that set something held."""
    return [dict(record.payload) for record in service.requests.all("user/info") if record.payload]


async def taken(program: Program) -> None:
    await until(lambda: not program.account_settings.report.waiting)


async def test_what_is_set_is_sent_once_and_confirmed(service: ThreadedSimulator, tmp_path: Path) -> None:
    async with opened(service, tmp_path) as program:
        wanted = AccountChanges(spends_cdn=True, page_limit=50, default_domain=3, files_use_http=True)
        await program.account_settings.change(wanted)
        await taken(program)
        report = program.account_settings.report
        assert report.confirmed == wanted and not report.refused and report.problem is None
        account = program.session.state.account
        assert account is not None and not wanted.not_in(account)
    assert sent(service) == [{"use_cdn": 1, "default_domain": 3, "default_port_files": 1, "page_limit": 50}]


async def test_changes_that_wait_for_their_turn_go_together(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    rules = replace(OFTEN, account_every=1.5)
    async with opened(service, tmp_path, rules) as program:
        settings = program.account_settings
        await settings.change(AccountChanges(spends_cdn=True, page_limit=50))
        await until(lambda: settings.report.due is not None)
        assert not sent(service)
        await settings.change(AccountChanges(page_limit=20))
        await settings.change(AccountChanges(ftp_is_manual=True))
        await taken(program)
    assert sent(service) == [{"use_cdn": 1, "page_limit": 20, "ftp_mode": 1}]


async def test_the_service_says_what_it_refuses(service: ThreadedSimulator, tmp_path: Path) -> None:
    async with opened(service, tmp_path) as program:
        settings = program.account_settings
        await settings.change(AccountChanges(default_domain=99, page_limit=20))
        await until(lambda: settings.report.refused)
        assert settings.report.refused == AccountChanges(default_domain=99, page_limit=20)
        refusal = settings.report.refusal
        assert isinstance(refusal, AppError) and "default_domain" in refusal.detail
        assert not settings.report.waiting
        # What was refused is asked again only if it is wanted again.
        await settings.change(AccountChanges(page_limit=20))
        await taken(program)
        assert settings.report.confirmed == AccountChanges(page_limit=20)
    assert [payload.get("default_domain") for payload in sent(service)] == [99, None]


async def test_what_is_answered_otherwise_was_not_taken(service: ThreadedSimulator, tmp_path: Path) -> None:
    class Stubborn(dict[str, int]):
        def get(self, name: str, default: Any = None) -> Any:
            return 0 if name == "ftp_did" else super().get(name, default)

    service.service.main_user.settings = Stubborn()
    async with opened(service, tmp_path) as program:
        await program.account_settings.change(AccountChanges(ftp_folder=7, ftp_reports=True))
        await taken(program)
        report = program.account_settings.report
        assert (report.refused, report.refusal) == (AccountChanges(ftp_folder=7), None)
        assert report.confirmed == AccountChanges(ftp_reports=True)


async def test_a_lost_answer_is_asked_for_again(
    service: ThreadedSimulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account_settings, "TRY_AGAIN", 0.1)
    async with opened(service, tmp_path) as program:
        problems: list[AppError | None] = []

        def note(event: object) -> None:
            if isinstance(event, AccountChangesMoved):
                problems.append(event.report.problem)

        program.bus.subscribe(note)
        service.service.faults.add(Fault("user/info", "cut", done=True))
        await program.account_settings.change(AccountChanges(remote_reports=False))
        await taken(program)
        assert any(isinstance(problem, NetworkProblem) for problem in problems)
        assert program.account_settings.report.confirmed == AccountChanges(remote_reports=False)


async def test_what_waits_outlives_the_program(service: ThreadedSimulator, tmp_path: Path) -> None:
    async with opened(service, tmp_path, replace(OFTEN, account_every=300.0)) as program:
        await program.account_settings.change(AccountChanges(spends_cdn=True))
        await until(lambda: program.account_settings.report.due is not None)
    assert not sent(service)
    # As if the five minutes had passed meanwhile.
    options_for(tmp_path, service.base_url).profile.budget.unlink()
    async with opened(service, tmp_path) as program:
        await until(lambda: program.account_settings.report.confirmed)
    assert sent(service) == [{"use_cdn": 1}]


async def test_what_waits_is_not_sent_into_another_account(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.add_user("camille@example.org", OTHER_KEY)
    async with opened(service, tmp_path, replace(OFTEN, account_every=1.0)) as program:
        await program.account_settings.change(AccountChanges(spends_cdn=True))
        await program.session.enter_key(Secret(OTHER_KEY), keep=False)
        await program.session.account(refresh=True)
        await until(lambda: program.session.state.account.email == "camille@example.org")
        await program.account_settings.change(AccountChanges(page_limit=10))
        await taken(program)
    assert sent(service) == [{"page_limit": 10}]


class Turn:
    """The wait for the turn of a request: it leaves when :attr:`came` is set."""

    def __init__(self, program: Program) -> None:
        self.settings = program.account_settings
        self.service, self.settings._service = self.settings._service, self
        self.is_awaited = False
        self.came = asyncio.Event()

    async def change_account(self, changes: AccountChanges) -> Account:
        self.is_awaited = True
        await self.came.wait()
        return await self.service.change_account(changes)


async def test_a_request_that_waits_for_its_turn_is_not_sent_with_another_accounts_key(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.add_user("camille@example.org", OTHER_KEY)
    async with opened(service, tmp_path) as program:
        settings, turn = program.account_settings, Turn(program)
        await settings.change(AccountChanges(page_limit=50))
        await until(lambda: turn.is_awaited)
        await program.session.enter_key(Secret(OTHER_KEY), keep=False)
        turn.came.set()
        assert not settings.report.waiting, "what another account waits for is not this one's"
        await settings.change(AccountChanges(ftp_reports=True))
        await until(lambda: settings.report.confirmed)
    assert sent(service) == [{"ftp_report": 1}]


async def test_what_waits_goes_on_when_its_account_is_back(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.add_user("camille@example.org", OTHER_KEY)
    async with opened(service, tmp_path) as program:
        settings, turn = program.account_settings, Turn(program)
        await settings.change(AccountChanges(page_limit=50))
        await until(lambda: turn.is_awaited)
        await program.session.enter_key(Secret(OTHER_KEY), keep=False)
        turn.came.set()
        await program.session.enter_key(Secret(DEFAULT_KEY), keep=False)
        await until(lambda: settings.report.confirmed)
    assert sent(service) == [{"page_limit": 50}]


async def test_what_is_changed_while_an_answer_is_written_down_is_not_lost(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    async with opened(service, tmp_path) as program:
        settings, written = program.account_settings, threading.Event()
        save = settings._file.save

        def slowly(text: str) -> None:
            if sent(service):
                written.wait(PATIENCE)
            save(text)

        settings._file.save = slowly  # type: ignore[method-assign]
        await settings.change(AccountChanges(page_limit=50))
        await until(lambda: sent(service) and program.session.state.account.page_limit == 50)
        async with asyncio.TaskGroup() as changes:
            changes.create_task(settings.change(AccountChanges(ftp_reports=True)))
            await asyncio.sleep(0)
            written.set()
        await taken(program)
    assert sent(service) == [{"page_limit": 50}, {"ftp_report": 1}]

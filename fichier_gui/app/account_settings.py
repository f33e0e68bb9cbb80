"""The settings of the account, which the service keeps: changed with one request for all that is waiting.

The service answers ``user/info`` once in five minutes, shown or set. A change therefore waits for its turn,
on disk, joined by those that follow, and the answer to the request says what has become of each.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, Protocol

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.session import Session
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.account import Account, AccountChanges, ChangesReport
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, DiskProblem, KeyProblem, NetworkProblem, ServiceBusy
from fichier_gui.domain.events import AccountChangesMoved, AccountUpdated, Event, SignedIn, SignedOut
from fichier_gui.domain.requests import BudgetSnapshot

TRY_AGAIN: Final = 10.0
"""Seconds between two attempts where the network is away."""

_GLANCE: Final = 5.0
"""Seconds between two looks at the budget: another request may have taken the turn."""


class AccountService(Protocol):
    """What is asked of the service."""

    async def change_account(self, changes: AccountChanges) -> Account:
        """``user/info``, set: the account as it then is."""
        ...


class AccountSettings:
    """Lives on the core's loop. Hears of the session by :meth:`hear`."""

    def __init__(
        self,
        service: AccountService,
        session: Session,
        budget: Callable[[], BudgetSnapshot],
        file: TextFile,
        disk: Workers,
        clock: Clock,
        scope: TaskScope,
        emit: Callable[[Event], None],
    ) -> None:
        self._service = service
        self._session = session
        self._budget = budget
        self._file = file
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._emit = emit
        self._report = ChangesReport()
        self._owner = ""
        self._sending: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()

    @property
    def report(self) -> ChangesReport:
        """How it stands for the account in use. Any thread."""
        account = self._account
        return self._report if account is None or account.email == self._owner else ChangesReport()

    async def catch_up(self) -> None:
        """Go on with what an earlier run left waiting."""
        self._owner, waiting = await self._disk.run(self._load)
        if waiting:
            self._tell(replace(self._report, waiting=self._report.waiting.over(waiting)))
            self._go_on()

    async def change(self, changes: AccountChanges) -> ChangesReport:
        """Set this as soon as the service allows it. Not lost once this has returned.

        Raises ``NoKey`` when signed out; ``DiskProblem`` leaves.
        """
        account = await self._session.account(refresh=True) if self._account is None else self._account
        if account is not None:
            async with self._writing:
                await self._want(changes, account.email)
            self._go_on()
        return self.report

    async def _want(self, changes: AccountChanges, owner: str) -> None:
        if owner != self._owner:
            # What waited is for an account that is not the one in use any more.
            self._report, self._owner = ChangesReport(), owner
        waiting = changes.over(self._report.waiting)
        await self._save(waiting)
        refused = self._report.refused.leaving_out(changes)
        refusal = self._report.refusal if refused else None
        self._tell(replace(self._report, waiting=waiting, refused=refused, refusal=refusal))

    async def drop(self) -> None:
        """Send nothing of what waits, and speak no more of what was refused."""
        async with self._writing:
            await self._save(AccountChanges())
            self._tell(ChangesReport())

    def hear(self, event: Event) -> None:
        """A key is in use, or its account is known at last: what waited for that goes on."""
        if isinstance(event, SignedIn | SignedOut):
            if self._sending is not None and not self._is_owners:
                # What waits for its turn would be sent with the new key.
                self._sending.cancel()
                self._sending = None
            self._emit(AccountChangesMoved(self.report))
        if isinstance(event, SignedIn | AccountUpdated):
            self._go_on()

    @property
    def _account(self) -> Account | None:
        return self._session.state.account

    @property
    def _is_owners(self) -> bool:
        account = self._account
        return account is not None and account.email == self._owner

    def _go_on(self) -> None:
        if self._report.waiting and self._sending is None:
            self._sending = self._scope.start(self._send_all(), "account settings")

    async def _send_all(self) -> None:
        try:
            while self._report.waiting and await self._turn_came():
                sent = self._report.waiting
                self._tell(replace(self._report, due=None))
                if not await self._send(sent):
                    return
        finally:
            if self._sending is asyncio.current_task():
                self._sending = None

    async def _turn_came(self) -> bool:
        """Wait until the service allows it; False when there is nobody to send for."""
        while self._report.waiting:
            if not self._is_owners:
                return False
            budget, now = self._budget(), self._clock.time()
            due = max(budget.next_account_at or 0.0, budget.paused_until or 0.0)
            if due <= now:
                return True
            if due != self._report.due:
                self._tell(replace(self._report, due=due))
            await self._clock.sleep(min(due - now, _GLANCE))
        return False

    async def _send(self, sent: AccountChanges) -> bool:
        """False when it makes no sense to go on before something changes."""
        try:
            account = await self._session.change_account(lambda: self._service.change_account(sent))
        except KeyProblem as error:
            self._tell(replace(self._report, problem=error))
            return False
        except (NetworkProblem, ServiceBusy) as error:
            self._tell(replace(self._report, problem=error))
            await self._clock.sleep(TRY_AGAIN)
            return True
        except AppError as error:
            await self._settle(sent, refused=sent, refusal=error)
            return True
        await self._settle(sent, refused=sent.not_in(account))
        return True

    async def _settle(
        self, sent: AccountChanges, refused: AccountChanges, refusal: AppError | None = None
    ) -> None:
        """The service has answered; what was changed again meanwhile waits for the next turn."""
        async with self._writing:
            waiting = self._report.waiting.without(sent)
            refused = refused.leaving_out(waiting)
            confirmed = sent.without(refused)
            # Where the disk refuses, the next start sets once more what is set.
            with contextlib.suppress(DiskProblem):
                await self._save(waiting)
            self._tell(ChangesReport(waiting, refused=refused, refusal=refusal, confirmed=confirmed))

    def _tell(self, report: ChangesReport) -> None:
        self._report = report
        self._emit(AccountChangesMoved(report))

    async def _save(self, waiting: AccountChanges) -> None:
        text = json.dumps({"owner": self._owner, "waiting": waiting.values}, indent=1)
        await self._disk.run(self._file.save, text)

    def _load(self) -> tuple[str, AccountChanges]:
        try:
            wire = json.loads(self._file.load() or "{}")
            return str(wire.get("owner", "")), _changes(wire.get("waiting", {}))
        except (DiskProblem, ValueError, AttributeError, TypeError):
            # Damaged: the settings stay as they are, and can be changed again.
            return "", AccountChanges()


def _changes(wire: Mapping[str, Any]) -> AccountChanges:
    names = AccountChanges.names()
    known: dict[str, Any] = {n: v for n, v in wire.items() if n in names and isinstance(v, int)}
    return AccountChanges(**known)

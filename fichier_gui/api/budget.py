"""The request budget: one for the whole program, because the service counts the address, not the task.

A call takes a turn (``async with budget.turn(…)``) and makes its request inside it. The budget lets turns go
in the order click, transfer, background, first come first served inside each, paced as ``pacing`` says. An
error that leaves a turn tells the budget: after a flood answer nothing goes until the cool-down is over,
then one single request probes before the others follow. All of it happens on one event loop.
"""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from fichier_gui.api.cooldown import PAUSING, BudgetMemory, Pause, Remembered, moved, pause_for
from fichier_gui.api.doubts import Doubts
from fichier_gui.api.pacing import BudgetRules, Kind, Lane, Pace, Priority, Refusals
from fichier_gui.api.spent import Spent
from fichier_gui.api.subjects import Subject, Subjects, gathered, reason_of
from fichier_gui.api.writer import Writer
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import (
    AccessProblem,
    AppError,
    KeyProblem,
    KeyRefused,
    NetworkUnavailable,
    NoKey,
    ProxyFailed,
    RequestProblem,
    TlsFailed,
    UnexpectedAnswer,
)
from fichier_gui.domain.requests import BudgetSnapshot, RequestWait, WaitReason

logger = logging.getLogger(__name__)

_LONGEST_SLEEP: Final = 5.0
"""A machine that slept goes on with the wall clock at most so many seconds late."""

_BUSY_STEP: Final = 5.0
"""How far ahead it is remembered that calls are being made: one write in so many seconds, not one a call."""

_NEVER_SENT: Final = (NetworkUnavailable, ProxyFailed, TlsFailed, NoKey)


@dataclass(slots=True, eq=False)
class _Ticket:
    priority: Priority
    kind: Kind
    subject: Subject
    arrived: float
    number: int
    going: "asyncio.Future[float]" = field(repr=False)
    granted_wall: float = 0.0


class RequestBudget:
    """See the module. ``on_pause(until, error)`` and ``on_resume()`` are called on the loop.

    The budget owns one timer task, which exists only while somebody waits or a cool-down lasts.
    """

    def __init__(
        self,
        clock: Clock,
        memory: BudgetMemory,
        on_pause: Callable[[float, AppError], None],
        on_resume: Callable[[], None],
        rules: BudgetRules | None = None,
    ) -> None:
        self.rules = BudgetRules() if rules is None else rules
        self._clock = clock
        self._on_pause = on_pause
        self._on_resume = on_resume
        self._writer = Writer(memory)
        self._waiting: list[_Ticket] = []
        self._numbers = itertools.count()
        self._paces = {lane: Pace(self.rules) for lane in Lane}
        self._refusals = Refusals(self.rules)
        self._under_way = 0
        self._doubts = Doubts()
        self._timer: asyncio.Task[None] | None = None
        self._timer_due = float("inf")
        remembered = self._writer.load(clock.time())
        self._pause = remembered.pause
        self._strikes = remembered.strikes
        self._subjects = Subjects(self.rules, remembered.next_at)
        self._spent = Spent(remembered.spent)
        self._busy_until = remembered.busy_until
        self._last_call = remembered.busy_until
        self._paces[Lane.API].fill(clock.monotonic() - (clock.time() - remembered.busy_until))

    def snapshot(self, account: str = "") -> BudgetSnapshot:
        """The state right now, with the timers of an account. Any thread."""
        wall = self._clock.time()
        pause = self.pause
        minute, hour = self._spent.lately(wall)
        return BudgetSnapshot(
            available=0.0 if pause is not None else self._paces[Lane.API].free(self._clock.monotonic()),
            spent_minute=minute,
            spent_hour=hour,
            waits=gathered(self._why(ticket, pause, wall) for ticket in tuple(self._waiting)),
            timers=self._subjects.timers(wall, account),
            paused_until=None if pause is None else pause.until,
            pause_error=None if pause is None else pause.error,
        )

    def _why(self, ticket: _Ticket, pause: Pause | None, wall: float) -> RequestWait:
        """What ``ticket`` waits for, or may be about to leave after."""
        if pause is not None:
            return RequestWait(WaitReason.PAUSE, 1, until=pause.until)
        ready = self._subjects.ready_at(ticket.kind, ticket.subject, wall)
        if ready > wall and (reason := reason_of(ticket.kind)) is not None:
            subject = ticket.subject.number if reason is WaitReason.FOLDER else None
            return RequestWait(reason, 1, subject, ready)
        if self._strikes and self._under_way:
            return RequestWait(WaitReason.PROBE, 1)
        slowed = self._refusals.gap(self._clock.monotonic(), self._standing(ticket)) > 0
        return RequestWait(WaitReason.REFUSALS if slowed else WaitReason.TURN, 1)

    def ready_at(self, kind: Kind, subject: int | None = None, account: str = "") -> float:
        """When this may be asked again as far as its own limit goes, in seconds since 1970. Any thread."""
        return self._subjects.ready_at(kind, Subject(subject, account), self._clock.time())

    @property
    def pause(self) -> Pause | None:
        """The running cool-down."""
        pause = self._pause
        return pause if pause is not None and self._clock.time() < pause.until else None

    @property
    def pause_error(self) -> AppError | None:
        """Why nothing is asked now, with what is left of the wait."""
        pause = self.pause
        return None if pause is None else pause.error_at(self._clock.time())

    def announce(self) -> None:
        """Tell ``on_pause`` of a cool-down that an earlier run left; call once at start, on the loop."""
        if (pause := self.pause) is not None:
            self._on_pause(pause.until, pause.error_at(self._clock.time()))
            self._schedule()

    @asynccontextmanager
    async def turn(
        self, priority: Priority, kind: Kind = Kind.CALL, subject: int | None = None, account: str = ""
    ) -> AsyncIterator[None]:
        """Wait for the turn of one request and make it inside.

        A click during a cool-down raises the cool-down's error at once. Cancelling a wait costs nothing.
        """
        ticket = await self._admit(priority, kind, Subject(subject, account))
        is_given_up = False
        try:
            yield
        except asyncio.CancelledError:
            # Nobody waits for the answer any more, but the request may well be on its way still.
            is_given_up = True
            raise
        except AppError as error:
            self._failed(ticket, error)
            raise
        else:
            self._succeeded(ticket)
        finally:
            self._ended(ticket)
            if not is_given_up:
                self._answered(ticket)
            self._advance()

    def doubt_key(self, account: str = "") -> None:
        """Nobody knows whether the service takes the key: one request at a time until an answer says so."""
        self._doubts.add(account)

    def report(self, error: AppError) -> None:
        """A flood answer that came outside a turn (a direct link, an upload node)."""
        if isinstance(error, PAUSING):
            # Bodies under way together break one limit once: during a cool-down this is no further strike.
            self._start_pause(error, asked_at=0.0)

    def clock_was_set(self, seconds: float) -> None:
        """The wall clock makes a step now: every wait keeps its true length. On the loop."""
        if self._pause is not None:
            self._pause = moved(self._pause, seconds)
        self._subjects.clock_was_set(seconds)
        self._spent.clock_was_set(seconds)
        self._busy_until += seconds
        self._last_call += seconds
        self._remember()

    async def aclose(self) -> None:
        """Stop the timer and write what is not yet written. Nobody may wait for a turn any more."""
        timer, self._timer = self._timer, None
        if timer is not None and not timer.done():
            timer.cancel()
            await asyncio.wait([timer])
        if self._busy_until != self._last_call:
            self._busy_until = self._last_call
            self._remember()
        await self._writer.flush()

    async def _admit(self, priority: Priority, kind: Kind, subject: Subject) -> _Ticket:
        if priority is Priority.CLICK and (error := self.pause_error) is not None:
            raise error
        going: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        ticket = _Ticket(priority, kind, subject, self._clock.monotonic(), next(self._numbers), going)
        self._waiting.append(ticket)
        self._advance()
        try:
            await going
        except asyncio.CancelledError:
            self._withdraw(ticket)
            raise
        return ticket

    def _withdraw(self, ticket: _Ticket) -> None:
        if ticket in self._waiting:
            self._waiting.remove(ticket)
        elif ticket.going.done() and not ticket.going.cancelled() and ticket.going.exception() is None:
            # The turn came in the very moment of the cancellation: nothing was asked, so nothing is spent.
            for lane in self.rules.lanes(ticket.kind):
                self._paces[lane].give_back(ticket.going.result())
            self._subjects.give_back(ticket.kind, ticket.subject, ticket.granted_wall)
            self._spent.give_back(ticket.granted_wall)
            self._ended(ticket)
        self._advance()

    def _advance(self) -> None:
        """Let go whoever may go now, and set the timer for the next."""
        self._end_pause()
        while (ticket := self._next_ready()) is not None:
            self._grant(ticket)
        self._schedule()

    def _next_ready(self) -> _Ticket | None:
        if self.pause is not None or (self._strikes and self._under_way):
            return None
        candidates = [ticket for ticket in self._waiting if self._wait_of(ticket) <= 0]
        return min(candidates, key=self._order, default=None)

    def _order(self, ticket: _Ticket) -> tuple[Priority, int]:
        return self._standing(ticket), ticket.number

    def _standing(self, ticket: _Ticket) -> Priority:
        waited = self._clock.monotonic() - ticket.arrived
        aged = ticket.priority is Priority.BACKGROUND and waited >= self.rules.patience
        return Priority.TRANSFER if aged else ticket.priority

    def _wait_of(self, ticket: _Ticket) -> float:
        """Seconds until ``ticket`` may go if nobody else does before; not above 0 when it may go now."""
        standing = self._standing(ticket)
        now, wall = self._clock.monotonic(), self._clock.time()
        wait = self._subjects.ready_at(ticket.kind, ticket.subject, wall) - wall
        wait = max(wait, self._doubts.ready_at(ticket.subject.account) - now)
        refused = self._refusals.gap(now, standing)
        for lane in self.rules.lanes(ticket.kind):
            gap = refused + self.rules.gap(lane, ticket.kind, standing)
            wait = max(wait, self._paces[lane].due(gap) - now)
        return wait

    def _grant(self, ticket: _Ticket) -> None:
        self._waiting.remove(ticket)
        if ticket.going.done():
            return
        now, wall = self._clock.monotonic(), self._clock.time()
        ticket.granted_wall = wall
        for lane in self.rules.lanes(ticket.kind):
            self._paces[lane].take(now)
        self._last_call = wall
        self._spent.add(wall)
        must_remember = self._subjects.take(ticket.kind, ticket.subject, wall)
        if must_remember or wall > self._busy_until - 1.0:
            self._busy_until = wall + _BUSY_STEP
            self._remember()
        self._under_way += 1
        self._doubts.left(ticket.subject.account, now)
        ticket.going.set_result(now)

    def _ended(self, ticket: _Ticket) -> None:
        self._under_way -= 1
        self._doubts.ended(ticket.subject.account)

    def _answered(self, ticket: _Ticket) -> None:
        for lane in self.rules.lanes(ticket.kind):
            self._paces[lane].answered(ticket.going.result(), self._clock.monotonic())

    def _succeeded(self, ticket: _Ticket) -> None:
        if Lane.API in self.rules.lanes(ticket.kind) and ticket.kind is not Kind.SITE:
            self._doubts.clear(ticket.subject.account)
        # Only the machine that locked us can say that the lock is over.
        if self._strikes and self.pause is None and Lane.API in self.rules.lanes(ticket.kind):
            self._strikes = 0
            self._remember()

    def _failed(self, ticket: _Ticket, error: AppError) -> None:
        if isinstance(error, KeyRefused) and ticket.kind is Kind.ACCOUNT:
            self._subjects.relax_account(ticket.subject, ticket.granted_wall)
        if isinstance(error, PAUSING):
            self._start_pause(error, ticket.granted_wall)
        elif isinstance(error, _NEVER_SENT) or error.facts.get("unasked"):
            self._subjects.give_back(ticket.kind, ticket.subject, ticket.granted_wall)
            self._spent.give_back(ticket.granted_wall)
        elif isinstance(error, AccessProblem | KeyProblem | RequestProblem):
            if not isinstance(error, UnexpectedAnswer):
                self._refusals.add(self._clock.monotonic())
            account = ticket.subject.account
            is_doubted = account in self._doubts and isinstance(error, KeyProblem | UnexpectedAnswer)
            self._succeeded(ticket)
            if is_doubted:
                self._doubts.add(account)

    def _start_pause(self, error: AppError, asked_at: float) -> None:
        now = self._clock.time()
        running = self.pause
        if running is not None and asked_at <= running.since:
            # Requests that were under way together break one limit once: no further strike.
            logger.debug("one more flood answer of the same breach")
        else:
            self._strikes += 1
        found = pause_for(error, self._strikes, now)
        if running is not None and found.until <= running.until:
            return
        self._pause = found
        logger.warning("the service asks for patience: %s, %.0f s", error.code, found.until - now)
        self._remember()
        self._fail_clicks(found)
        self._on_pause(found.until, found.error)
        self._advance()

    def _fail_clicks(self, pause: Pause) -> None:
        clicks = [ticket for ticket in self._waiting if ticket.priority is Priority.CLICK]
        for ticket in clicks:
            self._waiting.remove(ticket)
            if not ticket.going.done():
                ticket.going.set_exception(pause.error_at(self._clock.time()))

    def _end_pause(self) -> None:
        if self._pause is not None and self.pause is None:
            self._pause = None
            self._remember()
            self._on_resume()

    def _remember(self) -> None:
        state = Remembered(
            self._pause, self._strikes, self._subjects.next_at, self._busy_until, self._spent.counts
        )
        self._writer.save(state, self._clock.time())

    def _schedule(self) -> None:
        due = self._next_due()
        if due == float("inf"):
            return
        if self._timer is not None and not self._timer.done() and self._timer_due <= due:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer_due = due
        loop = asyncio.get_running_loop()
        self._timer = loop.create_task(self._wake_at(due), name="request budget")
        self._timer.add_done_callback(_log_failure)

    def _next_due(self) -> float:
        now = self._clock.monotonic()
        if self._pause is not None:
            return now + max(0.0, self._pause.until - self._clock.time())
        if self._strikes and self._under_way:
            return float("inf")
        return now + min((max(0.0, self._wait_of(ticket)) for ticket in self._waiting), default=float("inf"))

    async def _wake_at(self, due: float) -> None:
        await self._clock.sleep(min(max(0.0, due - self._clock.monotonic()), _LONGEST_SLEEP))
        self._timer_due = float("inf")
        self._timer = None
        self._advance()


def _log_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.critical("the request budget's timer ended by %s", type(error).__name__)

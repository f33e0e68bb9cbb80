import asyncio
import time
from dataclasses import dataclass, field, replace

import pytest
from support.waiting import PATIENCE

from fichier_gui.app.key import KeyInUse
from fichier_gui.app.session import Checked, Consequences, Service, Session
from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account import Account, KeyStorage, Plan
from fichier_gui.domain.errors import (
    AddressNotAllowed,
    AppError,
    FloodLocked,
    KeyRefused,
    KeyringDenied,
    KeyringLocked,
    KeyringMissing,
    NetworkUnavailable,
    NoKey,
    UnexpectedAnswer,
)
from fichier_gui.domain.events import AccountUpdated, Event, KeyWasRefused, SignedIn, SignedOut
from fichier_gui.domain.secret import Secret

GB = 1_000_000_000
GOOD = Secret("good-good-good-good-good-good-go")
OTHER = Secret("other-other-other-other-other-ot")


def account(email: str = "me@example.org", fetched_at: float | None = None) -> Account:
    return Account(
        email=email, plan=Plan.PREMIUM, fetched_at=time.time() if fetched_at is None else fetched_at
    )


class FakeClock:
    def __init__(self) -> None:
        self.now = time.time()

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class FakeKeeper:
    key: Secret | None = None
    problem: AppError | None = None

    async def load(self) -> Secret | None:
        self._check()
        return self.key

    async def save(self, key: Secret) -> None:
        self._check()
        self.key = key

    async def forget(self) -> None:
        self._check()
        self.key = None

    def _check(self) -> None:
        if self.problem is not None:
            raise self.problem


@dataclass
class FakeMemory:
    accounts: dict[Secret, Account] = field(default_factory=dict)
    owner: str = ""
    last: Secret | None = None

    async def load(self, key: Secret) -> Account | None:
        return self.accounts.get(key) if self.last == key else None

    async def is_other(self, key: Secret) -> bool:
        return self.last is not None and self.last != key

    async def save(self, key: Secret, account: Account) -> bool:
        is_other = bool(self.owner) and self.owner != account.email
        self.accounts, self.last, self.owner = {key: account}, key, account.email
        return is_other

    async def clear(self) -> None:
        self.accounts.clear()


class World:
    """A session with everything around it faked."""

    def __init__(
        self, keeper: FakeKeeper | None, memory: FakeMemory | None = None, given: Secret | None = None
    ) -> None:
        self.events: list[Event] = []
        self.acts: list[str] = []
        self.answers: dict[Secret, Account | AppError] = {GOOD: account()}
        self.asked: list[Secret] = []
        self.errors: list[Exception] = []
        self.clock = FakeClock()
        self.key = KeyInUse()
        self.scope = TaskScope("test", lambda _, error: self.errors.append(error))
        self.memory = memory or FakeMemory()
        self.session = Session(
            self.key,
            Service(self.check, self.account),
            keeper,
            self.memory,
            Consequences(
                emit=self.events.append,
                release=lambda: self.act("release"),
                hold=lambda: self.act("hold"),
                pause=lambda: self.act("pause"),
                forget_folders=lambda: self.act("forget folders"),
                claim_folders=self.claim,
                root_seen=lambda listing: self.act("root seen"),
                list_root=lambda: self.act("list root"),
            ),
            self.scope,
            self.clock,
            given,
        )

    async def act(self, name: str) -> None:
        self.acts.append(name)

    async def claim(self, email: str) -> bool:
        self.acts.append(f"claim {email}")
        return True

    async def check(self, key: Secret) -> Checked:
        self.asked.append(key)
        answer = self.answers.get(key, KeyRefused())
        if isinstance(answer, AppError):
            raise answer
        return Checked(answer)

    async def account(self) -> Account:
        key = self.key()
        assert key is not None
        found = (await self.check(key)).account
        assert found is not None
        return found

    async def asked_again(self, key: Secret) -> None:
        before = self.asked.count(key)
        async with asyncio.timeout(PATIENCE):
            while self.asked.count(key) < before + 2:
                await asyncio.sleep(0)

    async def settle(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others)
        assert self.errors == []
        await self.scope.close()


async def test_without_a_key_nothing_is_asked() -> None:
    world = World(FakeKeeper())
    state = await world.session.start()
    await world.settle()
    assert not state.signed_in
    assert world.asked == []
    assert world.events == [SignedOut()]
    assert world.acts == ["hold"]


async def test_a_key_is_checked_once_kept_and_used() -> None:
    keeper = FakeKeeper()
    world = World(keeper)
    await world.session.start()
    state = await world.session.enter_key(Secret(f"  {GOOD.reveal()}\n"))
    await world.settle()
    assert state.signed_in
    assert state.storage is KeyStorage.KEYRING
    assert state.storage_problem is None
    assert state.account is not None
    assert world.asked == [GOOD]
    assert keeper.key == GOOD
    assert world.key() == GOOD
    assert isinstance(world.events[-1], SignedIn)
    assert world.acts[-2:] == ["release", "list root"]


async def test_a_start_with_a_known_account_asks_nothing() -> None:
    memory = FakeMemory()
    await memory.save(GOOD, account())
    world = World(FakeKeeper(GOOD), memory)
    state = await world.session.start()
    await world.settle()
    assert state.account is not None
    assert state.storage is KeyStorage.KEYRING
    assert world.asked == []
    assert "release" in world.acts


async def test_an_old_account_is_asked_again_in_the_background() -> None:
    memory = FakeMemory()
    await memory.save(GOOD, account(fetched_at=1.0))
    world = World(FakeKeeper(GOOD), memory)
    await world.session.start()
    await world.settle()
    assert world.asked == [GOOD]
    assert isinstance(world.events[-1], AccountUpdated)


@pytest.mark.parametrize("problem", [KeyRefused(), AddressNotAllowed(), NetworkUnavailable()])
async def test_a_key_that_fails_its_check_changes_nothing(problem: AppError) -> None:
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    world.answers[OTHER] = problem
    with pytest.raises(type(problem)):
        await world.session.enter_key(OTHER)
    await world.settle()
    assert world.key() == GOOD
    assert world.session.state.signed_in
    assert world.session.state.refused is None


async def test_a_flood_answer_never_rejects_a_key() -> None:
    keeper = FakeKeeper()
    world = World(keeper)
    await world.session.start()
    world.answers[OTHER] = FloodLocked(wait=30)
    state = await world.session.enter_key(OTHER)
    await world.settle()
    assert state.signed_in
    assert state.account is None
    assert keeper.key == OTHER


async def test_an_empty_key_is_no_key() -> None:
    world = World(FakeKeeper())
    with pytest.raises(NoKey):
        await world.session.enter_key(Secret("  "))
    assert world.asked == []
    await world.settle()


@pytest.mark.parametrize("problem", [KeyringMissing(), KeyringLocked(), KeyringDenied("no")])
async def test_a_key_ring_that_fails_leaves_the_key_for_this_run(problem: AppError) -> None:
    world = World(FakeKeeper(problem=problem))
    state = await world.session.start()
    assert state.storage_problem is problem
    assert world.events == [SignedOut(problem)]
    state = await world.session.enter_key(GOOD)
    await world.settle()
    assert state.signed_in
    assert state.storage is KeyStorage.RUN_ONLY
    assert state.storage_problem is problem


async def test_a_key_may_be_used_without_being_kept() -> None:
    keeper = FakeKeeper()
    world = World(keeper)
    state = await world.session.enter_key(GOOD, keep=False)
    await world.settle()
    assert state.storage is KeyStorage.RUN_ONLY
    assert keeper.key is None


async def test_a_given_key_never_reaches_the_key_ring() -> None:
    keeper = FakeKeeper(OTHER)
    world = World(keeper, given=GOOD)
    state = await world.session.start()
    await world.settle()
    assert state.storage is KeyStorage.ENVIRONMENT
    assert world.key() == GOOD
    assert keeper.key == OTHER


async def test_forgetting_takes_one_call() -> None:
    keeper = FakeKeeper(GOOD)
    world = World(keeper)
    await world.session.start()
    await world.session.forget_key()
    await world.settle()
    assert keeper.key is None
    assert world.key() is None
    assert not world.session.state.signed_in
    assert "hold" in world.acts
    assert isinstance(world.events[-1], SignedOut)
    assert world.memory.accounts == {}


async def test_a_key_ring_that_will_not_forget_is_told_and_the_key_is_out_of_use() -> None:
    keeper = FakeKeeper(GOOD)
    world = World(keeper)
    await world.session.start()
    keeper.problem = KeyringLocked()
    with pytest.raises(KeyringLocked):
        await world.session.forget_key()
    await world.settle()
    assert world.key() is None


async def test_a_refusal_during_work_is_told_once_and_holds_the_queue() -> None:
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    refusal = KeyRefused("Not authenticated #247")
    world.session.refuse(refusal)
    world.session.refuse(refusal)
    assert world.session.state.refused is refusal
    assert [event for event in world.events if isinstance(event, KeyWasRefused)] == [KeyWasRefused(refusal)]
    world.answers[OTHER] = account()
    state = await world.session.enter_key(OTHER)
    await world.settle()
    assert state.refused is None
    assert world.acts.count("hold") == 1
    assert world.acts.count("release") == 2


async def test_another_account_voids_what_was_known_and_pauses_its_transfers() -> None:
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    await world.session.account(refresh=True)
    world.answers[OTHER] = account("somebody@example.org")
    await world.session.enter_key(OTHER)
    await world.settle()
    assert "claim somebody@example.org" in world.acts
    assert world.acts.count("pause") == 1


async def test_another_key_of_the_same_account_pauses_nothing() -> None:
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    await world.session.account(refresh=True)
    world.answers[OTHER] = account()
    await world.session.enter_key(OTHER)
    await world.settle()
    assert "pause" not in world.acts


async def test_an_unknown_key_voids_what_was_known_until_its_account_is() -> None:
    memory = FakeMemory()
    await memory.save(OTHER, account())
    world = World(FakeKeeper(), memory, given=GOOD)
    state = await world.session.start()
    assert state.account is None
    assert world.acts[0] == "forget folders"
    await world.settle()


@pytest.mark.parametrize("problem", [None, NetworkUnavailable(), UnexpectedAnswer()])
async def test_rows_wait_until_it_is_known_whose_key_it_is(problem: AppError | None) -> None:
    """Nothing of one account may be sent into another: a flood answer has not said which one it is."""
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    await world.session.account(refresh=True)
    world.acts.clear()
    world.answers[OTHER] = FloodLocked()
    await world.session.enter_key(OTHER)
    assert "release" not in world.acts
    world.answers[OTHER] = problem or account("somebody@example.org")
    if isinstance(problem, NetworkUnavailable):
        await world.asked_again(OTHER)
        assert "release" not in world.acts
        world.answers[OTHER] = account("somebody@example.org")
    await world.settle()
    acts = [act for act in world.acts if act in ("hold", "pause", "release")]
    assert acts == ["hold", *(["release"] if isinstance(problem, UnexpectedAnswer) else ["pause", "release"])]


async def test_rows_stay_when_the_key_of_nobody_knows_whom_is_refused() -> None:
    memory = FakeMemory()
    await memory.save(OTHER, account())
    world = World(FakeKeeper(), memory, given=GOOD)
    world.answers[GOOD] = KeyRefused()
    await world.session.start()
    await world.settle()
    assert "release" not in world.acts


async def test_the_account_is_not_asked_more_often_than_allowed() -> None:
    world = World(FakeKeeper(GOOD))
    await world.session.start()
    await world.settle()
    known = world.session.state.account
    assert await world.session.account(refresh=True) == known
    world.clock.now += 301
    world.answers[GOOD] = replace(account(), fetched_at=world.clock.now, cdn_credit_gb=3.0)
    found = await world.session.account(refresh=True)
    assert found is not None
    assert found.cdn_credit_gb == 3.0
    assert await world.session.account() == found


async def test_credits_are_known_where_there_are_some_and_for_a_while_where_there_are_none() -> None:
    """Somebody may have bought some meanwhile: no account is believed to have none for long."""
    world = World(None)
    assert world.session.credits is None
    await world.session.enter_key(GOOD)
    assert world.session.credits == 0
    world.clock.now += 3601.0
    assert world.session.credits is None
    world.answers[GOOD] = replace(account(), cdn_credit_gb=2.5)
    await world.session.enter_key(GOOD)
    world.clock.now += 100_000.0
    assert world.session.credits == 2_500_000_000
    await world.scope.close()


async def test_how_large_a_file_may_be_follows_from_who_is_signed_in() -> None:
    world = World(None)
    await world.session.start()
    assert world.session.size_limit == 5 * GB, "nobody: a guest"
    world.answers[GOOD] = FloodLocked(wait=30)
    await world.session.enter_key(GOOD)
    assert world.session.size_limit == 300 * GB, "not known yet: the service decides"
    world.answers[GOOD] = replace(account(), subscription_end=world.clock.now + 1000)
    await world.session.enter_key(GOOD)
    assert world.session.size_limit == 300 * GB
    world.clock.now += 1000
    assert world.session.size_limit == 50 * GB, "the subscription has ended since it was read"
    await world.session.forget_key()
    assert world.session.size_limit == 5 * GB
    await world.scope.close()

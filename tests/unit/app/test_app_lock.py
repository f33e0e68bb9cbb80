"""The passphrase of the window: kept in the key ring alone, waits that grow, the key as the way out."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from support.memory_keyring import MemoryKeyring

from fichier_gui.app.app_lock import AppLock, lock_entry
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain import app_lock as rules
from fichier_gui.domain.app_lock import FREE_TRIES, LONGEST_WAIT, Tried, wait_after
from fichier_gui.domain.errors import KeyRefused, KeyringLocked, KeyringMissing, NetworkUnavailable
from fichier_gui.domain.events import Event, LockChanged, ScreenLocked
from fichier_gui.domain.secret import Secret
from fichier_gui.system.keychain import SERVICE, Keychain
from fichier_gui.system.paths import ProfilePaths

RIGHT, WRONG = Secret("correct horse"), Secret("battery staple")
ENTRY = "a profile-window-lock"


class Clock:
    """Turned by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("nothing sleeps here")


class World:
    """The parts around a lock. ``again`` is a restart."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.events: list[Event] = []
        self.keys = [Secret("k" * 32)]
        self.key_error: Exception | None = None
        self.disk = Workers("test disk")
        self.scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))
        self.lock = self.again()

    def again(self, *, has_ring: bool = True) -> AppLock:
        async def listen(locked: Callable[[], None]) -> None:
            locked()

        return AppLock(
            Keychain(ENTRY) if has_ring else None,
            self._holds,
            self.disk,
            self.clock,
            self.scope,
            listen,
            self.events.append,
        )

    async def _holds(self, key: Secret) -> bool:
        if self.key_error is not None:
            raise self.key_error
        return key in self.keys


@pytest.fixture
async def world(monkeypatch: pytest.MonkeyPatch, ring: MemoryKeyring) -> AsyncIterator[World]:
    monkeypatch.setattr(rules, "_COST", (16, 8, 1))
    made = World()
    yield made
    await made.scope.close()
    await made.disk.close()


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    made = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


def test_the_wait_grows_from_the_third_on_and_has_an_end() -> None:
    waits = [wait_after(failures) for failures in range(40)]
    assert waits[:6] == [0.0, 0.0, 0.0, 5.0, 10.0, 20.0]
    assert waits == sorted(waits) and waits[-1] == LONGEST_WAIT


def test_the_cost_is_scrypts_own_and_the_salt_is_new_each_time() -> None:
    one, other = rules.new_record(RIGHT), rules.new_record(RIGHT)
    assert one.cost == (32768, 8, 3) and one.salt != other.salt and one.digest != other.digest
    assert one.fits(RIGHT) and not one.fits(WRONG)


def test_what_is_kept_comes_back_and_anything_else_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "_COST", (16, 8, 1))
    record = rules.new_record(RIGHT).tried(12.5)
    text = rules.write(record)
    assert rules.read(text) == record
    assert RIGHT.reveal() not in text
    wire = json.loads(text)
    for broken in (
        "",
        "null",
        "[]",
        "{}",
        text[:-4],
        json.dumps(wire | {"digest": "00"}),
        json.dumps(wire | {"cost": [1 << 30, 8, 1]}),
        json.dumps(wire | {"cost": [15, 8, 1]}),
        json.dumps(wire | {"salt": "x"}),
    ):
        assert rules.read(broken) is None, broken


async def test_it_is_set_opens_and_is_removed(world: World, ring: MemoryKeyring) -> None:
    assert not await world.lock.is_set()
    await world.lock.set(RIGHT)
    assert await world.again().is_set()
    assert list(ring.kept) == [(SERVICE, ENTRY)]
    assert RIGHT.reveal() not in "".join(ring.kept.values())
    assert await world.lock.enter(WRONG) == Tried(is_open=False)
    assert await world.lock.enter(RIGHT) == Tried(is_open=True)
    await world.lock.set(WRONG)
    assert await world.lock.enter(RIGHT) == Tried(is_open=False)
    assert await world.lock.enter(WRONG) == Tried(is_open=True)
    await world.lock.remove()
    assert not ring.kept
    assert world.events == [LockChanged(True), LockChanged(True), LockChanged(False)]


async def test_a_restart_and_a_clock_that_was_set_end_no_wait(world: World) -> None:
    await world.lock.set(RIGHT)
    for _ in range(FREE_TRIES):
        last = await world.lock.enter(WRONG)
    assert last == Tried(is_open=False, wait=5.0)
    world.clock.now += 2
    lock = world.again()
    # The right one is not looked at meanwhile, and counts as no failure.
    assert await lock.enter(RIGHT) == Tried(is_open=False, wait=3.0)
    world.clock.now -= 5000
    assert await lock.enter(RIGHT) == Tried(is_open=False, wait=5.0)
    world.clock.now += 5000 + 3
    assert await lock.enter(WRONG) == Tried(is_open=False, wait=10.0)
    world.clock.now += 10
    assert await lock.enter(RIGHT) == Tried(is_open=True)
    # All is forgiven.
    assert await lock.enter(WRONG) == Tried(is_open=False)


async def test_an_entry_counts_before_it_is_looked_at(
    world: World, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.lock.set(RIGHT)
    seen: list[int] = []
    fits = rules.LockRecord.fits

    def looked_at(record: rules.LockRecord, passphrase: Secret) -> bool:
        seen.append(json.loads(ring.kept[SERVICE, ENTRY])["failures"])
        return fits(record, passphrase)

    monkeypatch.setattr(rules.LockRecord, "fits", looked_at)
    await world.lock.enter(WRONG)
    await world.lock.enter(RIGHT)
    assert seen == [1, 2]
    assert json.loads(ring.kept[SERVICE, ENTRY])["failures"] == 0


async def test_the_key_of_the_account_opens_and_takes_the_passphrase_away(
    world: World, ring: MemoryKeyring
) -> None:
    await world.lock.set(RIGHT)
    assert await world.lock.enter_key(Secret("x" * 32)) == Tried(is_open=False)
    world.key_error = NetworkUnavailable()
    with pytest.raises(NetworkUnavailable):
        await world.lock.enter_key(Secret("y" * 32))
    world.key_error = KeyRefused()
    assert await world.lock.enter_key(Secret("z" * 32)) == Tried(is_open=False)
    world.key_error = None
    # What could not be told counts for nothing: this is the third.
    assert await world.lock.enter_key(Secret("x" * 32)) == Tried(is_open=False, wait=5.0)
    assert await world.lock.enter_key(world.keys[0]) == Tried(is_open=False, wait=5.0)
    world.clock.now += 5
    assert await world.lock.enter_key(world.keys[0]) == Tried(is_open=True)
    assert not ring.kept
    assert world.events[-1] == LockChanged(False)


async def test_a_passphrase_that_is_gone_or_damaged_leaves_the_key(world: World, ring: MemoryKeyring) -> None:
    assert await world.lock.enter(RIGHT) == Tried(is_open=False, is_missing=True)
    ring.kept[SERVICE, ENTRY] = "{"
    assert await world.lock.is_set()
    assert await world.lock.enter(RIGHT) == Tried(is_open=False, is_missing=True)
    assert await world.lock.enter_key(Secret("x" * 32)) == Tried(is_open=False)
    assert await world.lock.enter_key(world.keys[0]) == Tried(is_open=True)
    assert not ring.kept


async def test_without_a_key_ring_there_is_no_lock(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = world.again(has_ring=False)
    with pytest.raises(KeyringMissing):
        await lock.is_set()
    with pytest.raises(KeyringMissing):
        await lock.set(RIGHT)
    assert await lock.enter(RIGHT) == Tried(is_open=False, is_missing=True)
    assert await lock.enter_key(world.keys[0]) == Tried(is_open=True)
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    with pytest.raises(KeyringMissing):
        await world.lock.set(RIGHT)
    assert LockChanged(True) not in world.events


async def test_a_key_ring_that_was_taken_away_leaves_the_key(
    world: World, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.lock.set(RIGHT)
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    with pytest.raises(KeyringMissing):
        await world.lock.enter(RIGHT)
    assert await world.lock.enter_key(Secret("x" * 32)) == Tried(is_open=False)
    assert await world.lock.enter_key(world.keys[0]) == Tried(is_open=True)
    assert world.events[-1] == LockChanged(False)
    # A locked one is no missing one: whoever keeps it closed passes nothing by.
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    ring.error = KeyringLocked()
    with pytest.raises(KeyringLocked):
        await world.lock.enter_key(world.keys[0])


async def test_a_locked_screen_is_told_once_for_each_lock(world: World) -> None:
    await world.lock.hear_screen()
    await world.lock.hear_screen()
    while world.scope.names:
        await asyncio.sleep(0)
    assert world.events == [ScreenLocked()]


def test_all_accounts_of_a_profile_have_one_and_no_key_has_its_name(tmp_path: Path) -> None:
    paths = ProfilePaths.in_folder(tmp_path)
    assert lock_entry(paths) == lock_entry(paths.of_account("0123abcd")) == f"{paths.name}-window-lock"

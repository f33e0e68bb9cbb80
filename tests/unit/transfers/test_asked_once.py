"""What the service refuses is asked once: dead links, passwords, keys; counted in the service's own log."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, ThreadedSimulator, quiet_switches, simulator
from test_against_simulator import World
from transfer_bench import code

from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong
from fichier_gui.domain.events import KeyWasRefused
from fichier_gui.domain.ids import BatchId, FileUrl, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import NewDownload, State, Transfer
from fichier_gui.simulator.faults import Fault
from fichier_gui.transfers.passwords import Passwords

MANY = 50
WORD = "sesame-Zq7"
LARGE = bytes(range(256)) * 80_000  # 20 MB: several connections


class Counted(World):
    """A world that counts requests for direct links."""

    def dead(self, url: str = "https://1fichier.com/?abcdefghij0123456789", name: str = "x") -> NewDownload:
        return NewDownload(FileUrl(url), f"{name}.bin", 1000, str(self.target), "/", None)

    def locked(self, count: int = MANY, prefix: str = "", word: str = WORD) -> list[NewDownload]:
        """Files that the plan knows to be protected, without their password."""
        made = []
        for n in range(count):
            name = f"{prefix}{n}.bin"
            file = self.running.service.add_file(f"/Down/{name}", b"locked" * 100, password=word)
            link = FileUrl(self.running.service.link(file))
            new = NewDownload(link, name, 600, str(self.target), "/Down", file.checksum, is_protected=True)
            made.append(new)
        return made

    async def all_asking(self, met: Callable[[list[Transfer]], bool] = lambda _rows: True) -> list[Transfer]:
        """Wait until every row stands still, and more."""
        return await self.until(lambda rows: all(r.state is State.NEEDS_ANSWER for r in rows) and met(rows))

    def refused(self) -> int:
        """How often the service said that a password is wrong."""
        said = [record.message for record in self.running.requests.all("download/get_token")]
        return sum("Invalid password" in message for message in said)

    def tokens(self) -> int:
        return self.running.requests.endpoints().count("download/get_token")


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(owner_needs_password=True), seed=1) as threaded:
        yield threaded


@pytest.fixture
async def world(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[Counted]:
    world = Counted(tmp_path, running)
    await world.open()
    yield world
    await world.close()


async def test_many_rows_of_one_dead_link_ask_once(world: Counted) -> None:
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    row = await world.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert world.tokens() == 1


async def test_a_dead_link_is_known_after_a_restart(world: Counted) -> None:
    await world.queue.add([world.dead(name="first")])
    await world.until_state(State.FAILED)
    await world.queue.pause_all()
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    await world.reopen()
    await world.queue.resume_all()
    await world.until_state(State.FAILED)
    assert world.tokens() == 1


async def test_the_user_may_have_a_dead_link_tried_again(world: Counted) -> None:
    await world.queue.add([world.dead(name=str(n)) for n in range(MANY)])
    await world.until_state(State.FAILED)
    ids = [TransferId(i) for i in await world.queue.order()]
    await world.queue.retry(ids)
    await world.until(lambda rows: world.tokens() == 2 and all(r.state is State.FAILED for r in rows))
    await world.reopen()
    await world.queue.retry(ids[:1])
    await world.until(lambda rows: world.tokens() == 3 and all(r.state is State.FAILED for r in rows))


async def test_rows_of_one_living_link_all_arrive(world: Counted) -> None:
    new = world.fetched("a.bin", b"alive" * 1000)
    await world.queue.add([replace(new, name=f"{n}.bin") for n in range(4)])
    await world.until_state(State.DONE)
    assert world.tokens() == 4


async def test_a_link_that_dies_under_several_connections_is_asked_for_once_more(world: Counted) -> None:
    new = world.fetched("large.bin", LARGE)
    world.faults(
        Fault("download", "cut", calls="*", after=100_000),
        Fault("download/get_token", "answer", calls="2-", status=404, body=GONE),
        Fault("download", "token-dead", calls="2-"),
    )
    await world.queue.add([new])
    row = await world.until_state(State.FAILED)
    assert code(row.error) == "NotFound"
    assert world.tokens() == 2


async def test_many_protected_rows_without_a_password_are_one_request(world: Counted) -> None:
    await world.queue.add(world.locked())
    rows = await world.all_asking()
    assert {code(row.error) for row in rows} == {"PasswordNeeded"}
    assert world.tokens() == 1


async def test_a_restart_does_not_ask_again(world: Counted) -> None:
    """Rows that were still waiting for their turn when the first one was refused."""
    world.queue.set_limits(replace(world.limits, downloads=1))
    await world.queue.add(world.locked())
    await world.until(lambda rows: any(r.state is State.NEEDS_ANSWER for r in rows))
    await world.reopen()
    await world.all_asking()
    assert world.tokens() == 1


async def test_rows_that_nobody_knew_were_protected_are_known_from_then_on(world: Counted) -> None:
    await world.queue.add([replace(new, is_protected=False) for new in world.locked(5)])
    await world.all_asking()
    assert world.tokens() == 5
    await world.reopen()
    ids = [TransferId(i) for i in await world.queue.order()]
    await world.queue.retry(ids)
    await world.all_asking(lambda rows: world.tokens() == 6)
    await world.queue.unlock(ids[:1], Secret("guess"))
    await world.all_asking(lambda rows: code(rows[0].error) == "PasswordWrong")
    assert world.tokens() == 7


async def test_a_wrong_password_is_tried_by_one_row(world: Counted) -> None:
    world.queue.set_limits(replace(world.limits, downloads=10))
    await world.queue.add(world.locked())
    rows = await world.all_asking()
    await world.queue.unlock([rows[7].id], Secret("guess"))
    await world.all_asking(lambda rows: code(rows[7].error) == "PasswordWrong")
    assert world.tokens() == 2
    await world.queue.unlock([row.id for row in rows], Secret("guess again"))
    await world.all_asking(lambda rows: world.refused() == 2)
    assert world.tokens() == 3


async def test_a_wrong_password_that_came_along_is_tried_by_one_row(world: Counted) -> None:
    world.queue.set_limits(replace(world.limits, downloads=10))
    await world.queue.add([replace(new, password=Secret("guess")) for new in world.locked()])
    rows = await world.all_asking()
    assert sorted(str(code(row.error)) for row in rows) == ["PasswordNeeded"] * (MANY - 1) + ["PasswordWrong"]
    assert world.tokens() == 1


async def test_the_right_password_opens_all_with_no_further_refusal(world: Counted) -> None:
    await world.queue.add(world.locked())
    rows = await world.all_asking()
    await world.queue.unlock([rows[7].id], Secret(WORD))
    await world.until_state(State.DONE)
    assert world.tokens() == 1 + MANY
    assert world.refused() == 0


async def test_a_row_of_another_password_ends_the_tries_and_loses_nothing(world: Counted) -> None:
    """The rows that the first password does not open are asked about once more, not one by one."""
    new = world.locked(10)
    others = [replace(each, name=f"other {each.name}") for each in world.locked(10, "other", "another word")]
    await world.queue.add([*others, *new])
    rows = await world.all_asking()
    await world.queue.unlock([rows[10].id], Secret(WORD))
    await world.until(
        lambda rows: (
            rows[10].state is State.DONE and all(r.state in (State.NEEDS_ANSWER, State.DONE) for r in rows)
        )
    )
    assert world.refused() == 1
    await world.queue.unlock([rows[3].id], Secret("another word"))
    await world.until(
        lambda rows: (
            all(r.state is State.DONE for r in rows[:10])
            # One that is tried just now would come to rest after the look at what is left.
            and all(r.state in (State.NEEDS_ANSWER, State.DONE) for r in rows)
        )
    )
    left = [row.id for row in await world.all() if row.state is State.NEEDS_ANSWER]
    if left:
        await world.queue.unlock(left[:1], Secret(WORD))
    await world.until_state(State.DONE)
    assert world.refused() <= 2


async def test_what_is_entered_while_another_word_is_tried_is_not_lost(world: Counted) -> None:
    await world.queue.add(world.locked(3))
    rows = await world.all_asking()
    world.faults(Fault("download/get_token", "delay", calls="1", seconds=0.5))
    await world.queue.unlock([rows[0].id], Secret("guess"))
    await world.until(lambda _: world.tokens() == 2)
    await world.queue.unlock([rows[0].id], Secret(WORD))
    await world.until_state(State.DONE)
    assert world.refused() == 1


async def test_a_row_that_comes_to_rest_as_its_batch_is_opened_goes_on(world: Counted) -> None:
    """It was told "no password" a moment before there was one, and is at rest a moment after."""
    await world.queue.add(world.locked(2))
    first, second = await world.all_asking()
    passwords = Passwords(world.journal)
    opened: list[BatchId] = []
    passwords.on_opened = opened.append
    passwords.hear(second, PasswordNeeded(unasked=True))
    assert opened == []
    await passwords.enter([first.id], Secret(WORD))
    passwords.keep(first, Secret(WORD))
    assert opened == [first.batch_id]
    passwords.hear(second, PasswordNeeded(unasked=True))
    assert opened == [first.batch_id] * 2
    passwords.hear(second, PasswordNeeded())
    passwords.hear(second, PasswordWrong())
    assert len(opened) == 2, "what the service itself has said is not tried again"


async def test_files_that_their_owner_may_have_anyway_ask_for_no_password(world: Counted) -> None:
    world.running.service.switches.owner_needs_password = False
    await world.queue.add(world.locked(5))
    await world.until_state(State.DONE)
    assert world.tokens() == 5


async def test_the_user_may_have_a_row_tried_again_whose_protection_is_gone(world: Counted) -> None:
    await world.queue.add(world.locked(5))
    rows = await world.all_asking()
    (cause,) = await world.queue.causes()
    await world.queue.retry_alike(cause.cause)
    await world.all_asking(lambda _: world.tokens() == 2)
    world.running.service.switches.owner_needs_password = False
    await world.queue.retry([row.id for row in rows])
    await world.until_state(State.DONE)
    assert world.tokens() == 2 + 5


async def test_a_refused_key_is_tried_by_one_row(world: Counted) -> None:
    world.queue.set_limits(replace(world.limits, downloads=10))
    world.faults(Fault("download/get_token", "answer", calls="*", status=403, body=NO_USER))
    await world.queue.add([world.fetched(f"{n}.bin", b"x" * 100) for n in range(MANY)])
    await world.until(lambda rows: world.tokens() > 0 and all(r.state is State.QUEUED for r in rows))
    for _ in range(50):
        await asyncio.sleep(0.01)
    assert world.tokens() == 1
    assert not world.happened(KeyWasRefused), "whoever watches the requests tells that"


async def test_with_the_new_key_everything_goes_on(world: Counted) -> None:
    world.faults(Fault("download/get_token", "answer", calls="1", status=403, body=NO_USER))
    await world.queue.add([world.fetched(f"{n}.bin", b"x" * 100) for n in range(10)])
    await world.until(lambda rows: world.tokens() > 0 and all(r.state is State.QUEUED for r in rows))
    world.opened.client.forgive_key(Secret(DEFAULT_KEY))
    await world.queue.release()
    await world.until_state(State.DONE)
    assert world.tokens() == 11


async def test_a_key_that_is_reset_in_between_is_sent_no_more_than_was_under_way(world: Counted) -> None:
    """It was good a moment ago, so several requests may be out; none leaves after the first answer."""
    await world.queue.add([world.fetched("first.bin", b"x" * 100)])
    await world.until_state(State.DONE)
    world.faults(Fault("download/get_token", "answer", calls="*", status=403, body=NO_USER))
    await world.queue.add([world.fetched(f"{n}.bin", b"x" * 100) for n in range(MANY)])
    await world.until(lambda rows: world.tokens() > 1 and all(r.state is State.QUEUED for r in rows[1:]))
    for _ in range(50):
        await asyncio.sleep(0.01)
    assert world.tokens() <= 1 + world.limits.downloads


GONE = '{"status":"KO","message":"Resource not found #469"}'
NO_USER = '{"status":"KO","message":"No such user #93"}'

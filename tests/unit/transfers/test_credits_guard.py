"""From a network that costs CDN credits nothing is fetched before a yes: the service's own account tells."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from support.simulator import ThreadedSimulator, quiet_switches, simulator
from test_against_simulator import World
from transfer_bench import code

from fichier_gui.domain.credits import GIGABYTE, NetworkClass
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import CreditsAnswered, CreditsAsked, TransferHalted
from fichier_gui.domain.transfers import Answer, State, Transfer
from fichier_gui.simulator.faults import Fault
from fichier_gui.transfers.credits import Purse

CREDITS = 50.0
HOME = "127.0.0.1"
MANY = 50
SIZE = 40_000


class Vpn(World):
    """A world behind an address that the service takes for a VPN, with an account that has credits."""

    way = "eth0"
    known: int | None = int(CREDITS * GIGABYTE)

    def __init__(self, folder: Path, running: ThreadedSimulator) -> None:
        super().__init__(folder, running)
        self.purse = Purse(lambda: self.known, lambda: self.way)
        self.running.service.main_user.cdn_credits = CREDITS
        self.switch_vpn(on=True)

    def switch_vpn(self, *, on: bool) -> None:
        self.running.service.switches.vpn_addresses = (HOME,) if on else ()

    async def add(self, count: int = MANY, name: str = "f") -> None:
        await self.queue.add([self.fetched(f"{name}{n}.bin", bytes([n]) * SIZE) for n in range(count)])

    async def asked_for_all(self, count: int = MANY) -> AppError:
        """Every row stands still with the same question; it."""
        whole = count * SIZE

        def met(rows: list[Transfer]) -> bool:
            return len(rows) == count and all(asks(row, whole) for row in rows)

        rows = await self.until(met)
        assert rows[0].error is not None
        return rows[0].error

    def tokens(self) -> list[object]:
        return [r.payload["cdn"] for r in self.running.requests.all("download/get_token")]  # type: ignore[index, call-overload]

    def pages(self) -> int:
        return len(self.running.requests.all("network.html"))

    @property
    def spent(self) -> float:
        return CREDITS - self.running.service.main_user.cdn_credits


def asks(row: Transfer, cost: int) -> bool:
    return row.state is State.NEEDS_ANSWER and row.error is not None and row.error.facts.get("cost") == cost


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(), seed=1) as threaded:
        yield threaded


@pytest.fixture
async def world(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[Vpn]:
    world = Vpn(tmp_path, running)
    await world.open()
    yield world
    await world.close()


async def test_the_service_spends_credits_whatever_the_request_says(world: Vpn) -> None:
    """What the guard is for: without it this is what happens."""
    world.known = 0
    await world.add(3)
    await world.until_state(State.DONE)
    assert world.tokens() == [0, 0, 0]
    assert world.spent == pytest.approx(3 * SIZE / GIGABYTE)


async def test_many_rows_are_one_question_and_no_link_is_asked_for(world: Vpn) -> None:
    await world.add()
    error = await world.asked_for_all()
    assert code(error) == "CreditsNeeded"
    assert error.facts == {"cost": MANY * SIZE, "credits": CREDITS * GIGABYTE, "is_sure": True}
    await world.until(lambda _: bool(world.happened(CreditsAsked)))
    asked = world.happened(CreditsAsked)
    assert asked[-1].error.facts == error.facts  # type: ignore[attr-defined]
    assert len(world.happened(TransferHalted)) <= world.limits.downloads
    assert world.tokens() == []
    assert world.pages() == 1
    assert world.spent == 0
    assert not list(world.target.iterdir()), "a question leaves no part file behind"


async def test_a_yes_is_for_all_and_is_remembered(world: Vpn) -> None:
    await world.add(5)
    await world.asked_for_all(5)
    await world.queue.paying.answer(True)
    await world.until_state(State.DONE)
    assert world.tokens() == [1] * 5
    await world.add(2, "later")
    await world.until_state(State.DONE)
    assert world.tokens() == [1] * 7
    assert world.pages() == 1
    assert world.spent == pytest.approx(7 * SIZE / GIGABYTE)


async def test_a_no_is_remembered_and_asks_no_more(world: Vpn) -> None:
    await world.add(5)
    await world.asked_for_all(5)
    await world.queue.paying.answer(False)
    asked = len(world.happened(CreditsAsked))
    await world.add(5, "later")
    await world.asked_for_all(10)
    assert len(world.happened(CreditsAsked)) == asked
    assert world.tokens() == []
    assert world.spent == 0


async def test_one_row_may_be_paid_all_the_same(world: Vpn) -> None:
    await world.add(3)
    await world.asked_for_all(3)
    await world.queue.paying.answer(False)
    first, *_ = await world.all()
    await world.queue.answer([first.id], Answer.USE_CREDITS)
    await world.until(lambda rows: rows[0].state is State.DONE)
    assert world.tokens() == [1]
    assert world.spent == pytest.approx(SIZE / GIGABYTE)


async def test_a_yes_can_be_taken_back(world: Vpn) -> None:
    await world.add(1)
    await world.asked_for_all(1)
    await world.queue.paying.answer(True)
    await world.until_state(State.DONE)
    await world.queue.paying.answer(None)
    await world.add(1, "later")
    await world.until(lambda rows: rows[1].state is State.NEEDS_ANSWER)
    assert world.spent == pytest.approx(SIZE / GIGABYTE)


@pytest.mark.parametrize("answer", [None, False])
async def test_at_home_again_they_go_on_by_themselves(world: Vpn, answer: bool | None) -> None:
    await world.add(5)
    await world.asked_for_all(5)
    if answer is not None:
        await world.queue.paying.answer(answer)
    world.switch_vpn(on=False)
    await world.queue.paying.network_changed()
    await world.until_state(State.DONE)
    assert world.tokens() == [0] * 5
    assert world.spent == 0
    assert world.happened(CreditsAnswered)


async def test_a_yes_costs_nothing_at_home(world: Vpn) -> None:
    """With a yes the credits are asked for by name, but only where the service wants them."""
    await world.queue.paying.answer(True)
    world.switch_vpn(on=False)
    await world.add(2)
    await world.until_state(State.DONE)
    assert world.tokens() == [0, 0]
    assert world.spent == 0


async def test_a_vpn_that_is_switched_on_in_between_is_noticed(world: Vpn) -> None:
    world.switch_vpn(on=False)
    await world.add(2)
    await world.until_state(State.DONE)
    world.switch_vpn(on=True)
    world.way = "tun0"
    await world.add(3, "later")
    await world.until(lambda rows: [row.state for row in rows[2:]] == [State.NEEDS_ANSWER] * 3)
    assert world.tokens() == [0, 0]
    assert world.pages() == 2
    assert world.spent == 0


async def test_the_class_of_a_network_is_not_believed_for_ever(world: Vpn) -> None:
    """A router may have switched its VPN on, which nothing on this machine shows."""
    world.switch_vpn(on=False)
    await world.add(1)
    await world.until_state(State.DONE)
    world.switch_vpn(on=True)
    world.clock.now += 700
    await world.add(1, "later")
    await world.until(lambda rows: rows[1].state is State.NEEDS_ANSWER)
    assert world.spent == 0


async def test_a_restart_asks_again_and_spends_nothing(world: Vpn) -> None:
    await world.add(5)
    await world.asked_for_all(5)
    await world.reopen()
    await world.asked_for_all(5)
    assert world.tokens() == []
    world.switch_vpn(on=False)
    await world.reopen()
    await world.until_state(State.DONE)
    assert world.spent == 0


async def test_an_account_without_credits_costs_no_page(world: Vpn) -> None:
    world.known = 0
    world.switch_vpn(on=False)
    await world.add(2)
    await world.until_state(State.DONE)
    assert world.pages() == 0


async def test_an_unknown_account_is_looked_after_too(world: Vpn) -> None:
    world.known = None
    await world.add(2)
    error = await world.asked_for_all(2)
    assert error.facts["credits"] is None
    assert world.spent == 0


@pytest.mark.parametrize(
    "fault",
    [
        Fault("network.html", "answer", calls="*", status=404, body="gone", content_type="text/html"),
        Fault("network.html", "answer", calls="*", status=500, body="<p>oops</p>", content_type="text/html"),
        Fault("network.html", "answer", calls="*", status=302, body="", content_type="text/html"),
        Fault("network.html", "answer", calls="*", status=200, body="{}"),
    ],
    ids=["gone", "broken", "moved", "no page"],
)
async def test_where_the_service_does_not_say_it_is_asked_about(world: Vpn, fault: Fault) -> None:
    world.faults(fault)
    await world.add(2)
    error = await world.asked_for_all(2)
    assert error.facts["is_sure"] is False
    assert world.spent == 0
    world.switch_vpn(on=False)
    await world.queue.paying.answer(True)
    await world.until_state(State.DONE)
    assert world.tokens() == [0, 0], "a yes is no wish to pay where nobody wants it"


async def test_a_network_that_is_away_is_no_question(world: Vpn) -> None:
    world.faults(Fault("network.html", "cut"))
    world.switch_vpn(on=False)
    await world.add(1)
    await world.until_state(State.DONE)
    assert world.pages() == 2
    assert not world.happened(CreditsAsked)


async def test_what_is_all_there_needs_no_yes(world: Vpn) -> None:
    """A file whose bytes are on the disk is published, whatever the network costs."""
    world.switch_vpn(on=False)
    world.faults(Fault("download", "bit-flip", at=3))
    await world.add(1)
    (row,) = await world.until(lambda rows: rows[0].state is State.NEEDS_ANSWER)
    assert code(row.error) == "ChecksumMismatch"
    world.switch_vpn(on=True)
    world.queue.paying._credits.doubt()
    await world.queue.answer([row.id], Answer.KEEP_ANYWAY)
    await world.until_state(State.DONE)
    assert len(world.tokens()) == 1


async def test_uploads_are_not_concerned(world: Vpn) -> None:
    await world.add(1)
    await world.asked_for_all(1)
    await world.queue.add([world.sent(data=b"x" * 1000)])
    await world.until(lambda rows: rows[1].state is State.DONE)


@pytest.mark.parametrize(("vpn", "expected"), [(True, NetworkClass.PAID), (False, NetworkClass.PRIVATE)])
async def test_the_page_is_read_without_the_key(world: Vpn, vpn: bool, expected: NetworkClass) -> None:
    world.switch_vpn(on=vpn)
    assert await world.opened.client.network_class() is expected
    (record,) = world.running.requests.all("network.html")
    assert not record.authorization

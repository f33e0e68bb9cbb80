import pytest

from fichier_gui.api.cooldown import Pause
from fichier_gui.app.key import KeyInUse
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.errors import (
    AppError,
    ConnectionLost,
    FloodLocked,
    KeyRefused,
    NoKey,
    NotFound,
    TimedOut,
)
from fichier_gui.domain.events import Event, NetworkFound, NetworkLost
from fichier_gui.domain.secret import Secret

KEY, OTHER = Secret("a" * 32), Secret("b" * 32)


class World:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.refused: list[KeyRefused] = []
        self.key = KeyInUse()
        self.key.replace(KEY)
        self.watch = RequestWatch(self.key, self.events.append)
        self.watch.on_key_refused = self.refused.append

    def ask(self, error: AppError | None = None) -> None:
        if error is None:
            with self.watch.request():
                return
        with pytest.raises(type(error)), self.watch.request():
            raise error


def test_the_network_is_lost_once_and_found_once() -> None:
    world = World()
    lost = ConnectionLost()
    world.ask()
    world.ask(lost)
    world.ask(TimedOut())
    assert world.watch.network_problem is lost
    world.ask(NotFound())
    world.ask()
    assert world.watch.network_problem is None
    assert world.events == [NetworkLost(lost), NetworkFound()]


def test_what_was_never_asked_does_not_find_the_network() -> None:
    world = World()
    lost = ConnectionLost()
    world.ask(lost)
    world.ask(NoKey())
    world.ask(Pause(0.0, 60.0, FloodLocked(wait=60)).error_at(10.0))
    assert world.watch.network_problem is lost
    world.ask(FloodLocked(wait=60))
    assert world.events == [NetworkLost(lost), NetworkFound()]


def test_a_refusal_concerns_the_key_it_was_asked_with() -> None:
    world = World()
    refusal = KeyRefused()
    with pytest.raises(KeyRefused), world.watch.request():
        world.key.replace(OTHER)
        raise refusal
    assert world.refused == []
    world.ask(refusal)
    assert world.refused == [refusal]


async def test_a_key_on_trial_is_for_this_task_alone() -> None:
    import asyncio

    world = World()
    seen: list[Secret | None] = []

    async def other() -> None:
        seen.append(world.key())

    async with asyncio.TaskGroup() as group:
        with world.key.trying(OTHER):
            assert world.key() == OTHER
        group.create_task(other())
    assert seen == [KEY]
    assert world.key() == KEY

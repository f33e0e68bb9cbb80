"""A service with a clock that the test turns, and short ways to ask it."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from support.simulator import (
    DEFAULT_KEY,
    ManualClock,
    Service,
    ThreadedSimulator,
    quiet_switches,
    simulator,
)

from fichier_gui.simulator.answers import Answer, RequestContext

Ask = Callable[..., Answer]


@pytest.fixture
def clock() -> ManualClock:
    """2025-06-15 17:06:40 in Paris."""
    return ManualClock()


@pytest.fixture
def service(clock: ManualClock) -> Iterator[Service]:
    """No limits, no moods."""
    made = Service(clock=clock, limits=False, switches=quiet_switches(), seed=1)
    yield made
    made.close()


@pytest.fixture
def strict(clock: ManualClock) -> Iterator[Service]:
    """Limits on, moods on: as the program meets it."""
    made = Service(clock=clock, seed=1)
    yield made
    made.close()


@pytest.fixture
def ask(service: Service) -> Ask:
    """`ask("file/ls", folder_id=0)` with the main account's key."""

    def call(
        endpoint: str, key: str | None = DEFAULT_KEY, ip: str = "127.0.0.1", **payload: object
    ) -> Answer:
        return service.handle(endpoint, payload, RequestContext(key, ip))

    return call


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    """A quiet simulator behind a socket."""
    with simulator(limits=False, switches=quiet_switches(), seed=1) as threaded:
        yield threaded


@pytest.fixture
def web(running: ThreadedSimulator) -> Iterator[httpx.Client]:
    """A client of the running simulator, with the key."""
    headers = {"Authorization": f"Bearer {DEFAULT_KEY}"}
    with httpx.Client(base_url=running.origin, headers=headers, trust_env=False, verify=False) as client:
        yield client

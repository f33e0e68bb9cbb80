"""What a path means, while others change the account."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.later_clock import LaterClock
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.browse import SETTLED
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import NotFound
from fichier_gui.domain.secret import Secret

MINUTE = 60.0


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.service.add_file("/Films/2024/latest.zip", b"of yesterday")
        yield running


async def test_a_path_means_what_is_there_now(service: ThreadedSimulator, profile_dir: Path) -> None:
    clock, path = LaterClock(), "/Films/2024/latest.zip"
    options = options_for(profile_dir, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    options = replace(options, clock=clock, budget_rules=QUICK, asks_unbidden=False)
    program = await Program.open(options)
    try:
        await program.session.start()
        (before,) = await program.browse.find(path)  # type: ignore[misc]
        (old,) = service.service.state.files.values()
        with service.service.lock:
            old.name = "of yesterday.zip"
        service.service.add_file(path, b"of today")
        clock.later = MINUTE
        service.requests.clear()
        (after,) = await program.browse.find(path)  # type: ignore[misc]
        assert after.size == len(b"of today") and after.url != before.url
        assert service.requests.endpoints() == ["folder/ls"], "the folders above are believed for a while"
        assert (await program.browse.find(path, cached=True)) == (after,)
        with pytest.raises(NotFound):
            await program.browse.find("/Films/2024/gone.zip", cached=True)

        # Another folder takes the place of the one that is known.
        with service.service.lock:
            service.service.add_folder("/Films").name = "Films of last year"
        service.service.add_file(path, b"of tomorrow")
        clock.later += SETTLED
        (newest,) = await program.browse.find(path)  # type: ignore[misc]
        assert newest.size == len(b"of tomorrow")
    finally:
        await program.close()

"""A simulator that foreign clients reach under 1fichier's own names, over TLS."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.simulator import Service, quiet_switches
from support.tls_proxy import ForeignWorld, foreign_world, rclone_settings


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForeignWorld]:
    """One for a module: its tests use different folders of the account."""
    # rclone lists a folder whenever it likes, which the limits do not allow.
    service = Service(limits=False, switches=quiet_switches(), seed=1)
    with foreign_world(tmp_path_factory.mktemp("authority"), service) as world:
        yield world


@pytest.fixture(scope="module")
def rclone_environment(foreign: ForeignWorld, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Makes `onef:` the simulated account."""
    home: Path = tmp_path_factory.mktemp("home")
    return foreign.environment | rclone_settings(home)

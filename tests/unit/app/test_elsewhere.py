"""The key of rclone goes into the key ring as one that is entered does."""

import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.elsewhere import Tool, snippet
from fichier_gui.domain.errors import KeyRefused, NoKey
from fichier_gui.domain.secret import Secret


class Ring(KeyringBackend):
    """A key ring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
async def program(service: ThreadedSimulator, tmp_path: Path, ring: Ring) -> AsyncIterator[Program]:
    options = replace(options_for(tmp_path / "profile", service.base_url), asks_unbidden=False)
    made = await Program.open(options)
    try:
        await made.session.start()
        yield made
    finally:
        await made.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the path of rclone's configuration is another one")
async def test_rclones_key_is_tried_and_kept(
    program: Program, service: ThreadedSimulator, ring: Ring, tmp_path: Path
) -> None:
    config = tmp_path / "rclone.conf"
    text = f"[mine]\ntype = fichier\napi_key = {DEFAULT_KEY}\n[old]\ntype = fichier\napi_key = {'o' * 32}\n"
    config.write_text(text, encoding="utf-8")
    elsewhere = program.elsewhere
    with pytest.raises(NoKey):
        await elsewhere.with_key(Tool.CURL)
    assert (await elsewhere.rclone(config)).names == ("mine", "old")
    with pytest.raises(KeyRefused):
        await elsewhere.take_key_of(config, "old")
    with pytest.raises(NoKey):
        await elsewhere.take_key_of(config, "gone")
    assert not program.session.state.signed_in and not ring.kept
    state = await elsewhere.take_key_of(config, "mine")
    assert (state.signed_in, state.storage) == (True, KeyStorage.KEYRING)
    assert list(ring.kept.values()) == [DEFAULT_KEY]
    assert config.read_text(encoding="utf-8") == text
    assert await elsewhere.with_key(Tool.CURL) == Secret(snippet(Tool.CURL, DEFAULT_KEY, service.base_url))

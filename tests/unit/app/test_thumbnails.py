"""Thumbnails through the whole core: fetched whole, kept small, gone with the key."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import CreditsNeeded, NotFound
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret

TOKEN = "download/get_token"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=True, switches=quiet_switches())) as running:
        yield running


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


def stored(service: ThreadedSimulator, name: str, content: bytes) -> RemoteFile:
    made = service.service.add_file(f"/{name}", content)
    return RemoteFile(FileUrl(service.service.link(made)), name, made.size)


async def test_a_thumbnail_is_known_by_its_link_and_size_in_the_next_run_too(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    lake, hill = stored(service, "lake.png", b"a lake"), stored(service, "hill.png", b"the hill")
    async with opened(service, tmp_path) as program:
        assert await program.known_thumbnails() == {}
        assert not (tmp_path / "thumbnails").exists()
        assert await program.thumbnails.fetch(lake) == b"a lake"
        await program.thumbnails.keep(lake, b"small")
        await program.thumbnails.keep(hill, b"")
    async with opened(service, tmp_path) as program:
        assert await program.known_thumbnails() == {lake.url: lake.size, hill.url: hill.size}
        assert await program.thumbnails.read([lake, hill]) == {lake.url: b"small", hill.url: b""}
        other = RemoteFile(lake.url, "lake.png", lake.size + 1)
        assert await program.thumbnails.read([other]) == {}
    assert service.requests.endpoints().count(TOKEN) == 1


async def test_thumbnails_go_with_the_key(service: ThreadedSimulator, tmp_path: Path) -> None:
    lake = stored(service, "lake.png", b"a lake")
    async with opened(service, tmp_path) as program:
        await program.thumbnails.keep(lake, b"small")
        await program.session.forget_key()
        assert await program.known_thumbnails() == {}
    assert not (tmp_path / "thumbnails").exists()


async def test_a_thumbnail_costs_no_credit_and_asks_for_no_dead_link(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    gone = RemoteFile(FileUrl("https://1fichier.com/?0000000000"), "gone.png", 5)
    lake = stored(service, "lake.png", b"a lake")
    async with opened(service, tmp_path) as program:
        for _ in range(2):
            with pytest.raises(NotFound):
                await program.thumbnails.fetch(gone)
    service.service.main_user.cdn_credits = 5.0
    service.service.switches.vpn_addresses = ("127.0.0.1",)
    async with opened(service, tmp_path / "another") as program:
        with pytest.raises(CreditsNeeded):
            await program.thumbnails.fetch(lake)
    assert service.requests.endpoints().count(TOKEN) == 1


async def test_a_file_whose_link_is_hidden_has_no_place(service: ThreadedSimulator, tmp_path: Path) -> None:
    hidden = RemoteFile(FileUrl("hidden:5/me@example.org/lake.png"), "lake.png", 5)
    async with opened(service, tmp_path) as program:
        await program.thumbnails.keep(hidden, b"small")
        assert await program.thumbnails.read([hidden]) == {}
        assert await program.known_thumbnails() == {}

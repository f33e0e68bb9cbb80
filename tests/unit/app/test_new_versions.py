"""New versions: told by one address over TLS, asked for once a week at most, and only if that is wanted."""

import gzip
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import (
    SearchStrategy,
    builds,
    integers,
    just,
    lists,
    one_of,
    sampled_from,
    tuples,
)
from packaging.version import Version
from support.version_server import VersionServer, version_server
from support.waiting import until

from fichier_gui import identity
from fichier_gui.api.options import NetworkOptions
from fichier_gui.app import new_versions
from fichier_gui.app.new_versions import LOOK_EVERY, WEEK, NewVersions
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.errors import NetworkProblem, VersionUntold
from fichier_gui.domain.events import Event, NewVersionFound
from fichier_gui.domain.new_version import NewVersion, is_newer, read

NEW = NewVersion("1.2.0", "2027-01-31", "https://example.org/new")


def told(**changes: object) -> bytes:
    facts = {"name": "fichier-gui", "version": NEW.version, "date": NEW.date, "page": NEW.page}
    return json.dumps(facts | {"notes": [], "files": []} | changes).encode()


def versions() -> SearchStrategy[str]:
    """As packages of Python write them."""
    number, before = integers(0, 11), sampled_from(["a", "b", "rc", "alpha", "c"])
    numbers = lists(number, min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))
    early = builds("{}{}".format, before, number)
    late = builds(".post{}".format, number)
    rough = builds(".dev{}".format, number)
    parts = [numbers, *(one_of(just(""), part) for part in (early, late, rough))]
    return tuples(*parts).map("".join)


class Clock:
    """Each sleep passes at once; ``naps`` of them, then it stands still."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.naps = 0
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await until(lambda: self.naps > 0)
        self.naps -= 1
        self.now += seconds


class World:
    """The parts around it."""

    def __init__(self, server: VersionServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.clock = Clock()
        self.is_wanted = True
        self.events: list[Event] = []
        self.disk = Workers("test disk")
        self.scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))
        self.versions = self.again()

    def again(self, own: str = "1.1.9") -> NewVersions:
        return NewVersions(
            self.server.address,
            "fichier-gui",
            own,
            lambda: NetworkOptions(ca_file=self.server.ca_file),
            lambda: self.is_wanted,
            new_versions.AtomicText(self.folder / "version.json"),
            self.disk,
            self.clock,
            self.scope,
            self.events.append,
        )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[VersionServer]:
    with version_server(tmp_path) as made:
        made.body = told()
        yield made


@asynccontextmanager
async def opened(server: VersionServer, folder: Path) -> AsyncIterator[World]:
    world = World(server, folder)
    try:
        yield world
    finally:
        await world.scope.close()
        await world.disk.close()


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("1.0.1", "1.0.0"),
        ("1.10", "1.9.9"),
        ("2", "1.99"),
        ("1.0.0", "1.0.0-rc.1"),
        ("1.0.0-rc.1", "1.0.0-beta"),
        ("1.0.1-beta", "1.0.0"),
        ("1.2.0", "1.2.0rc1"),
        ("1.2.0rc10", "1.2.0rc9"),
        ("1.2.0-rc.10", "1.2.0-rc.9"),
        ("1.2.0-rc10", "1.2.0-rc9"),
        ("1.2.0rc2", "1.2.0-rc.1"),
        ("1.2.0-rc.1", "1.2.0-rc"),
        ("1.2.0-alpha.beta", "1.2.0-alpha.1"),
        ("1.2.0c1", "1.2.0b2"),
        ("1.2.0b1", "1.2.0-alpha.2"),
        ("1.2.0a1", "1.2.0.dev7"),
        ("1.2.0a1", "1.2.0a1.dev7"),
        ("1.2.0.post1", "1.2.0"),
        ("1.2.1.dev1", "1.2.0.post1"),
        ("0.1", "unknown"),
    ],
)
def test_which_version_comes_after_which(newer: str, older: str) -> None:
    assert is_newer(newer, older) and not is_newer(older, newer) and not is_newer(newer, newer)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.2.0rc1", "1.2.0-rc.1"), ("1.2", "1.2.0"), ("1.2.0-beta.2", "1.2.0b2"), ("1.2.0+a", "1.2.0+b")],
)
def test_one_version_in_two_spellings_is_not_newer(one: str, other: str) -> None:
    assert not is_newer(one, other) and not is_newer(other, one)


@given(versions(), versions())
def test_the_order_is_that_of_python_packages(one: str, other: str) -> None:
    assert is_newer(one, other) == (Version(one) > Version(other))


def test_what_is_told_is_read_and_nothing_else_believed() -> None:
    assert read(told().decode(), "fichier-gui") == NEW
    plain = read(told(page="javascript:alert(1)", date="soon").decode(), "fichier-gui")
    assert plain == NewVersion(NEW.version)
    assert read(told(page="http://example.org").decode(), "fichier-gui").page == ""
    assert read(told(version="1.2.0rc1").decode(), "fichier-gui").version == "1.2.0rc1"
    for body in (b"", b"[]", b"<html>", told(name="another"), told(version=2), told(version="1.2; rm")):
        with pytest.raises(ValueError):
            read(body.decode(), "fichier-gui")


async def test_one_request_says_whether_there_is_a_newer_one_and_tells_nothing(
    server: VersionServer, tmp_path: Path
) -> None:
    async with opened(server, tmp_path) as world:
        assert await world.versions.look() == NEW
        assert await world.again("1.2.0").look() is None
        assert await world.again("1.3.0-beta").look() is None
        (head, *others) = server.asked
    assert len(others) == 2 and head["path"] == "/release.json"
    assert not {"authorization", "cookie", "referer"} & set(head)


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, told()), (302, b""), (200, b"<html>"), (200, b"x" * 300_000), (200, b"[" * 200_000)],
)
async def test_another_answer_is_an_error_and_no_version(
    server: VersionServer, tmp_path: Path, status: int, body: bytes
) -> None:
    server.status, server.body = status, body
    async with opened(server, tmp_path) as world:
        with pytest.raises(VersionUntold):
            await world.versions.look()
        assert not (tmp_path / "version.json").exists()


async def test_of_an_answer_that_does_not_end_no_more_is_read_than_a_version_takes(
    server: VersionServer, tmp_path: Path
) -> None:
    server.body = bytes(64 << 20)
    async with opened(server, tmp_path) as world:
        with pytest.raises(VersionUntold, match="more than 262144 bytes"):
            await world.versions.look()
        await until(lambda: server.taken)
    assert server.taken[0] < 16 << 20, "what was on its way, and no more"


async def test_an_answer_is_not_unpacked(server: VersionServer, tmp_path: Path) -> None:
    """64 MB of nothing are a few kilobytes when they are sent."""
    server.body, server.encoding = gzip.compress(told() + b" " * (64 << 20)), "gzip"
    async with opened(server, tmp_path) as world:
        with pytest.raises(VersionUntold):
            await world.versions.look()
    assert [head["accept-encoding"] for head in server.asked] == ["identity"]


async def test_a_server_without_a_good_certificate_is_not_believed(
    server: VersionServer, tmp_path: Path
) -> None:
    async with opened(server, tmp_path) as world:
        world.versions._options = NetworkOptions
        with pytest.raises(NetworkProblem):
            await world.versions.look()
    assert server.asked == []


async def test_it_looks_once_a_week_if_that_is_wanted_over_restarts_too(
    server: VersionServer, tmp_path: Path
) -> None:
    async with opened(server, tmp_path) as world:
        world.is_wanted = False
        await world.versions.watch()
        await world.versions.watch()
        await until(lambda: world.clock.slept == [LOOK_EVERY])
        assert server.asked == [], "nobody wants it"
        world.is_wanted = True
        world.clock.naps = 1
        await until(lambda: world.events == [NewVersionFound(NEW)])
        world.clock.naps = round(WEEK / LOOK_EVERY) - 2
        await until(lambda: world.clock.naps == 0)
        again = world.again()
        await again.watch()
        await until(lambda: len(world.clock.slept) > round(WEEK / LOOK_EVERY))
        assert len(server.asked) == 1
        server.status = 500
        world.clock.naps = 4
        await until(lambda: len(server.asked) > 1)
        server.status = 200
        world.clock.naps = 2
        await until(lambda: len(world.events) > 1)


def test_the_address_is_empty_or_safe() -> None:
    assert identity.RELEASES == "" or identity.RELEASES.startswith("https://")

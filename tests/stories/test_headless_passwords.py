"""Protected links from the command line: the password comes by standard input or by the environment."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.simulator.request_log import RequestRecord

pytestmark = pytest.mark.story

WORD = "sesame-Zq7"
DATA = b"behind a lock " * 100


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    switches = quiet_switches(owner_needs_password=True)
    with simulator(Service(limits=False, switches=switches)) as running:
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))


@pytest.fixture
def link(service: ThreadedSimulator) -> str:
    return service.service.link(service.service.add_file("/vault.bin", DATA, password=WORD))


def test_without_it_the_link_is_said_to_want_one(line: CommandLine, link: str, tmp_path: Path) -> None:
    done = line.run("download", link, "--to", str(tmp_path / "down"))
    assert done.code == 1 and "protected by a password" in done.err
    wrong = line.run("download", link, "--password-stdin", "--to", str(tmp_path / "down"), stdin="guess\n")
    assert wrong.code == 1 and "does not open" in wrong.err


def test_it_comes_by_standard_input(line: CommandLine, link: str, tmp_path: Path) -> None:
    done = line.run("download", link, "--password-stdin", "--to", str(tmp_path / "down"), stdin=f"{WORD}\n")
    assert done.code == 0, done.err
    assert (tmp_path / "down" / "vault.bin").read_bytes() == DATA
    assert WORD not in done.out + done.err
    kept = [path for path in (tmp_path / "profile").rglob("*") if path.is_file()]
    assert kept and not [path for path in kept if WORD.encode() in path.read_bytes()]


def test_it_comes_by_the_environment(line: CommandLine, link: str, tmp_path: Path) -> None:
    known = replace(line, environment=line.environment | {"FICHIER_FILE_PASSWORD": WORD})
    done = known.run("download", link, "--to", str(tmp_path / "down"))
    assert done.code == 0, done.err
    assert (tmp_path / "down" / "vault.bin").read_bytes() == DATA


@pytest.fixture
def theirs(service: ThreadedSimulator) -> str:
    service.service.add_user("you@example.org", "another-key-another-key-another-k")
    file = service.service.add_file("/theirs.bin", DATA, password=WORD, email="you@example.org")
    return service.service.link(file)


def test_a_copy_of_what_is_protected_wants_it_too(
    line: CommandLine, service: ThreadedSimulator, link: str, theirs: str
) -> None:
    open_ = service.service.link(service.service.add_file("/open.bin", b"open"))
    without = line.run("cp", theirs, "--to", "/Backups")
    assert without.code == 1 and "protected by a password" in without.err
    wrong = line.run("cp", theirs, "--to", "/Backups", "--password-stdin", stdin="guess\n")
    assert wrong.code == 1 and "does not open" in wrong.err
    words = ("cp", theirs, link, open_, "--to", "/Backups", "--password-stdin")
    done = line.run(*words, stdin=f"{WORD}\n")
    assert done.code == 0, done.err
    assert sorted(row.split("\t")[1] for row in done.lines) == ["open.bin", "theirs.bin", "vault.bin"]
    assert WORD not in done.out + done.err
    sent = [(sorted(asked.payload["urls"]), asked.payload.get("pass")) for asked in copies(service)]
    assert [urls for urls, word in sent if word is None] == [[open_]], "no other file hears of it"
    known = replace(line, environment=line.environment | {"FICHIER_FILE_PASSWORD": WORD})
    assert known.run("cp", theirs, "--to", "/Elsewhere").code == 0


def copies(service: ThreadedSimulator) -> list[RequestRecord]:
    return service.requests.all("file/cp")

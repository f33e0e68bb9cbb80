"""The log holds what happened and no secret."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.secret import Secret
from fichier_gui.system.logs import STARS, Logs, Scrubber

KEY = "aB3_" * 7 + "+/=Z"


@pytest.fixture
def scrubber() -> Scrubber:
    made = Scrubber()
    made.register(Secret(KEY))
    return made


@pytest.fixture
def log(tmp_path: Path, scrubber: Scrubber) -> Iterator[Logs]:
    made = Logs(tmp_path / "logs", scrubber)
    made.open()
    yield made
    made.close()


def test_lines_are_written_with_time_thread_and_place(log: Logs) -> None:
    logging.getLogger("fichier_gui.x").info("hello %s", "world")
    log.close()
    [line] = log.path.read_text().splitlines()
    assert line.endswith("INFO    MainThread fichier_gui.x: hello world")
    assert not [t for t in threading.enumerate() if t.name == "log"]
    log.close()


def test_the_key_is_in_no_part_of_a_record(log: Logs) -> None:
    logger = logging.getLogger("fichier_gui.x")
    logger.warning("message %s and %r", KEY, {"key": KEY})
    logger.warning(f"url https://x/?k={KEY.replace('+', '%2B').replace('/', '%2F').replace('=', '%3D')}")
    try:
        raise ValueError(KEY)
    except ValueError:
        logger.exception("failed")
    logger.error("stack", stack_info=True, extra={"key": KEY})
    log.close()
    text = log.path.read_text()
    assert KEY[:20] not in text
    assert text.count(STARS) >= 4
    assert "ValueError: ********" in text


def test_levels_and_root_are_given_back(
    tmp_path: Path, scrubber: Scrubber, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    # The odd name is for our file alone: a test report of it could not be sent between processes.
    monkeypatch.setattr(root, "handlers", [])
    before = (root.level, list(root.handlers))
    log = Logs(tmp_path, scrubber, level=logging.WARNING)
    log.open()
    logging.getLogger("x").info("quiet")
    logging.getLogger("x").warning("odd \udcff name")
    log.close()
    assert (root.level, root.handlers) == before
    assert "quiet" not in log.path.read_text()
    assert "odd \\udcff name" in log.path.read_text()


def test_it_rotates(tmp_path: Path, scrubber: Scrubber, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fichier_gui.system.logs._MAX_BYTES", 10_000)
    log = Logs(tmp_path, scrubber)
    log.open()
    for n in range(2000):
        logging.getLogger("x").warning("line %d", n)
    log.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["fichier-gui.log", *(f"fichier-gui.log.{n}" for n in range(1, 5))]
    assert all(path.stat().st_size <= 10_000 for path in tmp_path.iterdir())


def test_it_can_speak_on_stderr_too(
    tmp_path: Path, scrubber: Scrubber, capsys: pytest.CaptureFixture[str]
) -> None:
    log = Logs(tmp_path, scrubber)
    log.open(to_stderr=True)
    logging.getLogger("x").warning("loud %s", KEY)
    log.close()
    assert capsys.readouterr().err.endswith("loud ********\n")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Authorization: Bearer abc.def-1", "Authorization: Bearer ********"),
        ("{'Authorization': 'Bearer abc'}", "{'Authorization': 'Bearer ********'}"),
        ("(b'authorization', b'Bearer abc')", "(b'authorization', b'Bearer ********')"),
        ("sent bearer abc123", "sent bearer ********"),
        ("{'pass': 'hunter2', 'n': 1}", "{'pass': '********', 'n': 1}"),
        ("key 0123456789abcdefABCDEF_-=0123456 used", "key ******** used"),
        ("https://a-6.1fichier.com/p1058755667", "https://a-6.1fichier.com/********"),
        ("https://a-14.1fichier.com:443/c118073942?x=1 ok", "https://a-14.1fichier.com:443/******** ok"),
        ("http://127.0.0.1:8123/p1058755667", "http://127.0.0.1:8123/********"),
        ("proxy http://me:pw@proxy:3128", "proxy http://********@proxy:3128"),
        ("https://up-3.1fichier.com/end.pl?xid=abcdef", "https://up-3.1fichier.com/end.pl?xid=********"),
        ("https://api.1fichier.com/v1/folder/ls.cgi", "https://api.1fichier.com/v1/folder/ls.cgi"),
        ("https://1fichier.com/?abcdefghij0123456789", "https://1fichier.com/?abcdefghij0123456789"),
        ("whirlpool " + "ab" * 64, "whirlpool " + "ab" * 64),
        ("transfer 17: 4.2 GB in /Films/2024", "transfer 17: 4.2 GB in /Films/2024"),
    ],
)
def test_what_looks_like_a_secret(text: str, clean: str) -> None:
    assert Scrubber().clean(text) == clean


@given(st.text(alphabet="abcXYZ0189_=-", min_size=8, max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_a_registered_secret_is_nowhere(key: str, before: str, after: str) -> None:
    scrubber = Scrubber()
    scrubber.register(Secret(key))
    assert key not in scrubber.clean(f"{before}{key}{after}{key}")


def test_an_empty_secret_hides_nothing() -> None:
    scrubber = Scrubber()
    scrubber.register(Secret(""))
    assert scrubber.clean("abc") == "abc"

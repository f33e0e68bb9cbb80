"""Addresses out of a text, headers out of lines, and what a job's addresses stand at."""

import pytest

from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.jobs import Fetch, JobId, RemoteJob, RemoteResult, items_of, look_gap
from fichier_gui.domain.remote_sources import headers, secrets_in, sources

LINK = FileUrl("https://1fichier.com/?abcdefghij0123456789")
A, B = "https://example.org/a.iso", "ftp://example.org/b.iso"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://example.org/a.iso", (A,)),
        (f"{A}\n  {B}\r\n{A}\n", (A, B)),
        (f"See <{A}>, or '{B}'.", (A, B)),
        ("(https://example.org/Film_(2024).mkv)", ("https://example.org/Film_(2024).mkv",)),
        ("[a](https://example.org/a?b=[1]&c=d;e)!", ("https://example.org/a?b=[1]&c=d;e",)),
        ("HTTPS://Example.org:8443/x y", ("HTTPS://Example.org:8443/x",)),
        ("https://cam:secret1@example.org/x", ("https://cam:secret1@example.org/x",)),
        ("mailto:cam@example.org file:///etc/passwd http:// https:///x http://[::1 example.org/a", ()),
        ("", ()),
    ],
)
def test_addresses_are_found_in_any_text(text: str, urls: tuple[str, ...]) -> None:
    assert sources(text).urls == urls


def test_links_of_the_service_itself_are_told_apart() -> None:
    found = sources(f"{A} {LINK} https://1fichier.com/dir/AbCd1234 https://1fichier.com/network.html")
    assert found.own == (LINK, "https://1fichier.com/dir/AbCd1234")
    assert found.urls == (A, "https://1fichier.com/network.html")


def test_headers_are_lines_and_a_cookie_may_stand_apart() -> None:
    typed = headers("Referer: https://example.org/\n\nX-Token:abc \nno header\nHost: evil\nCookie: old=1")
    assert typed.values == {"Referer": "https://example.org/", "X-Token": "abc", "Cookie": "old=1"}
    assert typed.wrong == ("no header", "Host: evil")
    assert headers("cookie: old=1", "Cookie: a=b;\n c=d").values == {"Cookie": "a=b; c=d"}
    assert headers("", "  ").values == {}


def test_the_password_of_an_address_is_known_as_a_secret() -> None:
    assert secrets_in("ftp://cam:secret1@example.org/x") == ("secret1",)
    assert secrets_in(A) == () == secrets_in("https://[")


def test_each_address_of_a_job_has_its_own_state() -> None:
    job = RemoteJob(JobId(7), 1.0, None, (A, B))
    assert [item.state for item in items_of(job)] == [Fetch.PENDING, Fetch.PENDING]
    results = (RemoteResult(B, None, "404 Not Found"), RemoteResult(A, LINK))
    done = RemoteJob(JobId(7), 1.0, 40.0, (A, B), results)
    a, b = items_of(done, FolderId(3))
    assert (a.source, a.state, a.url, a.folder_id) == (A, Fetch.DONE, LINK, 3)
    assert (b.source, b.state, b.message) == (B, Fetch.FAILED, "404 Not Found")
    half = RemoteJob(JobId(7), 1.0, 40.0, (A, B), results[:1])
    assert [item.state for item in items_of(half)] == [Fetch.RUNNING, Fetch.FAILED]
    assert [item.state for item in items_of(half, is_given_up=True)] == [Fetch.FAILED, Fetch.FAILED]
    assert not half.is_settled and done.is_settled


def test_a_source_that_comes_back_otherwise_written_is_known_by_its_place() -> None:
    results = (RemoteResult("https://example.org/a%20b", LINK), RemoteResult(B, None, "no"))
    a, b = items_of(RemoteJob(JobId(7), 1.0, 40.0, ("https://example.org/a b", B), results))
    assert (a.source, a.url, b.state) == ("https://example.org/a b", LINK, Fetch.FAILED)


def test_a_job_that_was_not_read_is_one_row() -> None:
    (item,) = items_of(RemoteJob(JobId(7), 1.0, 40.0))
    assert (item.source, item.state) == ("", Fetch.UNREAD)
    (item,) = items_of(RemoteJob(JobId(7), 1.0))
    assert item.state is Fetch.PENDING


def test_a_job_that_waits_long_is_looked_at_seldom_unless_somebody_looks() -> None:
    gaps = [look_gap(waited, is_shown=False) for waited in (0.0, 700.0, 4000.0)]
    assert gaps == sorted(gaps) and len(set(gaps)) == 3
    assert look_gap(4000.0, is_shown=True) == gaps[0] >= 30.0

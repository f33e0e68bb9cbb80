"""Settings are carried to another computer without a secret; what cannot be taken is named, the rest is."""

import json
from dataclasses import replace

import pytest

from fichier_gui.domain.settings import ColorScheme, Page, ProxyMode, Settings
from fichier_gui.domain.settings_list import Change, changes, read, to_defaults, without_login, write

WORD = "sesame-Zq7"
PROXY = f"http://me:{WORD}@proxy.example:8080"


def test_what_is_written_is_read_and_changes_nothing() -> None:
    settings = Settings(color_scheme=ColorScheme.DARK, limit_upload=5, proxy_url=PROXY, download_folder="/x")
    found = read(write(settings, "1.0"))
    assert not found.unknown and not found.wrong
    assert changes(settings, found.values) == ()
    assert {each.name for each in changes(Settings(), found.values)} == {
        "color_scheme",
        "limit_upload",
        "proxy_url",
        "download_folder",
    }


def test_no_password_is_written_and_the_one_that_is_here_stays() -> None:
    settings = Settings(proxy_mode=ProxyMode.MANUAL, proxy_url=PROXY)
    text = write(settings, "1.0")
    assert WORD not in text and "me@" not in text and "http://proxy.example:8080" in text
    assert changes(settings, read(text).values) == ()
    other = replace(settings, proxy_url="http://elsewhere:1")
    assert changes(other, read(text).values) == (
        Change("proxy_url", "http://elsewhere:1", "http://proxy.example:8080"),
    )


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("socks5://a:b@[::1]:1080", "socks5://[::1]:1080"),
        ("http://a@b@host:1", "http://host:1"),
        ("me:word@host:80", ""),
        ("http://[me:word@host", ""),
        ("http://host:80", "http://host:80"),
    ],
)
def test_no_address_keeps_a_login(address: str, left: str) -> None:
    assert without_login(address) == left


def test_what_cannot_be_taken_is_named_and_the_rest_is_taken() -> None:
    document = json.loads(write(Settings(), "9"))
    document["settings"] |= {
        "parallel_uploads": 99,
        "timeout_seconds": "soon",
        "color_scheme": "mauve",
        "confirm_quit": 1,
        "from_the_future": True,
        "keep_awake": False,
    }
    found = read(json.dumps(document))
    assert set(found.wrong) == {"parallel_uploads", "timeout_seconds", "color_scheme", "confirm_quit"}
    assert found.unknown == ("from_the_future",)
    assert changes(Settings(), found.values) == (Change("keep_awake", True, False),)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "fichier-gui settings"}', "\0", "[" * 5000])
def test_other_texts_hold_no_settings(text: str) -> None:
    with pytest.raises(ValueError, match="no settings"):
        read(text)


def test_a_reset_says_what_it_changes() -> None:
    settings = Settings(parallel_uploads=4, parallel_downloads=9)
    assert to_defaults(settings, Page.UPLOADS) == (Change("parallel_uploads", 4, 2),)
    assert to_defaults(settings, Page.NETWORK) == ()

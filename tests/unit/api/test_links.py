"""Links of every form (reference §1.4, §1.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.links import (
    DOMAINS,
    FileLink,
    HiddenFile,
    PublicFolderLink,
    file_url,
    find,
    hidden_file,
    parse,
    removal_code,
)

ID = "abcdefghij0123456789"


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("prefix", ["https://", "http://", "https://www.", "", "HTTPS://WWW."])
@pytest.mark.parametrize("suffix", ["", "&af=12345", "&lg=en", "&inline=1", "/", "#top"])
def test_every_domain_is_kept(domain: str, prefix: str, suffix: str) -> None:
    assert file_url(f" {prefix}{domain}/?{ID}{suffix} ") == f"https://{domain}/?{ID}"


@pytest.mark.parametrize(
    "text", [f"http://{ID}.dl4free.com/", f"https://{ID}.dl4free.com", f"{ID}.dl4free.com/"]
)
def test_the_old_form_is_rewritten(text: str) -> None:
    assert file_url(text) == f"https://dl4free.com/?{ID}"


@pytest.mark.parametrize(
    "text",
    [
        "https://1fichier.com/dir/AbC12345",
        "http://www.1fichier.com/dir/AbC12345",
        "1fichier.com/fr/dir/AbC12345?json=1",
    ],
)
def test_public_folders(text: str) -> None:
    assert parse(text) == PublicFolderLink("1fichier.com", "AbC12345")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "https://1fichier.com/",
        "https://1fichier.com/?lang=fr",
        "https://1fichier.com/console/params.pl",
        "https://a-6.1fichier.com/p1058755667",
        "https://up2.1fichier.com",
        "https://api.1fichier.com/v1/file/ls.cgi",
        f"https://1fichier.com.evil.example/?{ID}",
        f"https://evil-1fichier.com/?{ID}",
        f"https://x.example/1fichier.com/?{ID}",
        f"https://desfichiers.net/?{ID}",
        "https://1fichier.com/?abcd",
        f"https://1fichier.com/?{ID}x",
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert parse(text) is None


def test_links_in_pasted_text() -> None:
    text = f"""
    <a href="https://1fichier.com/?{ID}&amp;af=1">x</a>, twice: 1fichier.com/?{ID};
    (https://cjoint.net/?qqqqqqqqqq). http://abcdefghij.dl4free.com, mail me@1fichier.com
    [dir](https://1fichier.com/dir/AbC12345) https://example.org/?{ID}
    """
    assert find(text) == (
        FileLink("1fichier.com", ID),
        FileLink("cjoint.net", "qqqqqqqqqq"),
        FileLink("dl4free.com", "abcdefghij"),
        PublicFolderLink("1fichier.com", "AbC12345"),
    )


def test_removal_links() -> None:
    assert removal_code(f"https://1fichier.com/remove/{ID}/aB3xY") == "aB3xY"
    assert removal_code(f"https://1fichier.com/?{ID}") is None
    assert removal_code("--") is None


@given(st.integers(0, 2**40), st.text(min_size=1), st.none() | st.emails())
def test_a_hidden_file_there_and_back(folder: int, name: str, owner: str | None) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    hidden = HiddenFile(FolderId(folder), name, owner)
    assert hidden_file(hidden.url) == hidden
    assert parse(hidden.url) is None


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for link in find(text):
        assert parse(str(link.url)) == link

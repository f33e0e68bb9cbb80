"""Links written for other places: every form, and names that would break it."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.link_text import LinkFacts, LinkFormat, link_text, unknown_places
from fichier_gui.domain.links import HiddenFile

URL = "https://1fichier.com/?abcde12345"
FILM = LinkFacts(URL, "the [best] film & more.mkv", 4200, "/Films/2024", "f" * 128)
ALONE = LinkFacts("https://1fichier.com/?zzzzz")


def words(octets: int) -> str:
    return f"{octets / 1000} kB"


@pytest.mark.parametrize(
    ("format_", "wanted"),
    [
        (LinkFormat.PLAIN, URL),
        (LinkFormat.NAMED, f"the [best] film & more.mkv {URL}"),
        (LinkFormat.MARKDOWN, rf"[the \[best\] film & more.mkv]({URL})"),
        (LinkFormat.HTML, f'<a href="{URL}">the [best] film &amp; more.mkv</a>'),
        (LinkFormat.BBCODE, f"[url={URL}]the (best) film & more.mkv[/url]"),
        (LinkFormat.OWN, f"the [best] film & more.mkv (4.2 kB): {URL}"),
    ],
)
def test_one_link_in_every_form(format_: LinkFormat, wanted: str) -> None:
    assert link_text(format_, [FILM], words) == wanted


def test_several_stand_in_lines_of_their_own() -> None:
    assert link_text(LinkFormat.PLAIN, [FILM, ALONE], words) == f"{URL}\n{ALONE.url}\n"
    assert link_text(LinkFormat.PLAIN, [], words) == ""


def test_a_template_says_all_that_is_known() -> None:
    template = r"{number}\t{folder}/{name}\n{bytes} {checksum} {other} \\n"
    text = link_text(LinkFormat.OWN, [FILM, ALONE], words, template)
    assert text == (f"1\t/Films/2024/{FILM.name}\n4200 {'f' * 128} {{other}} \\n\n2\t/\n  {{other}} \\n\n")
    assert unknown_places(template) == ("other",)


def test_what_a_name_holds_is_no_template() -> None:
    sly = LinkFacts(URL, r"{url}\n{size}", 1)
    assert link_text(LinkFormat.OWN, [sly], words, "{name}") == r"{url}\n{size}"


def test_a_link_without_a_name_is_its_own_name() -> None:
    assert link_text(LinkFormat.NAMED, [ALONE], words) == ALONE.url
    assert link_text(LinkFormat.HTML, [ALONE], words) == f'<a href="{ALONE.url}">{ALONE.url}</a>'


def test_a_hidden_link_is_not_copied() -> None:
    hidden = HiddenFile(FolderId(7), "poster.png").url
    assert not LinkFacts(hidden, "poster.png").can_be_copied
    assert not LinkFacts("").can_be_copied
    assert FILM.can_be_copied


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_no_name_breaks_out_of_html(name: str) -> None:
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append(f"{tag} {attrs}")

        def handle_data(self, data: str) -> None:
            seen.append(data)

    reader = Reader(convert_charrefs=True)
    reader.feed(link_text(LinkFormat.HTML, [LinkFacts(URL, name)], words))
    reader.close()
    assert seen[0] == f"a {[('href', URL)]}" and "".join(seen[1:]) == html.unescape(html.escape(name))

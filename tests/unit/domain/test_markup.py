"""Characters of HTML."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.markup import escaped, unescaped


@given(st.text(alphabet=st.sampled_from("a<>&;\"' é\n")))
def test_escaped_is_what_html_says_outside_a_tag(text: str) -> None:
    assert escaped(text) == html.escape(text, quote=False)
    assert unescaped(escaped(text)) == html.unescape(html.escape(text, quote=False)) == text


@pytest.mark.parametrize("text", ["&eacute; &amp;amp; &#233; &lt;b&gt;", "no mark-up", "& alone", "&nosuch;"])
def test_unescaped_is_what_html_says(text: str) -> None:
    assert unescaped(text) == html.unescape(text)

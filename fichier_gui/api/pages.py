"""HTML pages that come where data was expected: the text in them."""

import re
from typing import Final

from fichier_gui.domain.markup import unescaped

DETAIL_LENGTH: Final = 400
_BLOCK: Final = re.compile(r"<div[^>]*\bclass=[\"']?bloc2\b[^>]*>(.*?)</div>", re.IGNORECASE | re.DOTALL)
_UNSEEN: Final = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_SPACES: Final = re.compile(r"\s+")


def looks_like_page(text: str) -> bool:
    """True for HTML."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def page_text(text: str) -> str:
    """What a reader of the page sees first: the first block that says something, else all text, cut short."""
    for block in _BLOCK.findall(text):
        if said := _visible(block):
            return said
    return _visible(text)


def block_text(text: str) -> str:
    """The first block that says something, or an empty text: upload nodes put their verdict there."""
    return next((said for block in _BLOCK.findall(text) if (said := _visible(block))), "")


def _visible(markup: str) -> str:
    words = unescaped(_TAG.sub(" ", _UNSEEN.sub(" ", markup)))
    return _SPACES.sub(" ", words).strip()[:DETAIL_LENGTH]

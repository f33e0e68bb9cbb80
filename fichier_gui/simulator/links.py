"""Links, the identity of files (§1.4), and the domain table (§1.5)."""

from __future__ import annotations

import re

DOMAINS = (
    "1fichier.com",
    "alterupload.com",
    "cjoint.net",
    "desfichiers.com",
    "dfichiers.com",
    "megadl.fr",
    "mesfichiers.org",
    "piecejointe.net",
    "pjointe.com",
    "tenvoi.com",
    "dl4free.com",
)
LINK_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
FOLDER_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

_CANONICAL = re.compile(r"https?://(?:www\.)?([a-z0-9.]+)/\?([a-z0-9]{5,20})(?:&.*)?", re.ASCII)
_OLD_FORM = re.compile(r"https?://([a-z0-9]{5,20})\.([a-z0-9.]+)/?", re.ASCII)


def link(identifier: str, domain: int = 0) -> str:
    """The link of a file."""
    return f"https://{DOMAINS[domain]}/?{identifier}"


def parse_link(url: str) -> tuple[str, int] | None:
    """Identifier and domain number of a link, or None if it is none."""
    match = _CANONICAL.fullmatch(url)
    if match and match[1] in DOMAINS:
        return match[2], DOMAINS.index(match[1])
    match = _OLD_FORM.fullmatch(url)
    if match and match[2] in DOMAINS:
        return match[1], DOMAINS.index(match[2])
    return None

"""Links of the service: every domain, every form, and finding them in pasted text.

A file's canonical link is ``https://<domain>/?<id>``. The domain is kept: the owner may have bound the
file to it, and asking under another one answers "not found". Source: reference §1.4 and §1.5.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.values import value

DOMAINS: Final = (
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
"""The index is the ``domain`` id of uploads and of ``default_domain``."""

_ID: Final = r"[a-z0-9]{5,20}"
_LINK: Final = re.compile(
    r"(?<![\w.@/-])(?:https?://)?"
    r"(?:(?P<label>[a-z0-9-]+)\.)?"
    rf"(?P<domain>{'|'.join(re.escape(domain) for domain in DOMAINS)})(?![\w-]|\.\w)(?::\d+)?"
    r"(?P<rest>/[^\s<>\"'\\]*)?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:\b(?:https?|ftps?)://|\bmagnet:\?)[^\s<>\"'\\]+", re.IGNORECASE)
_FILE_REST: Final = re.compile(rf"/\?(?P<id>{_ID})(?![\w=-])")
_FOLDER_REST: Final = re.compile(r"/(?:[a-z]{2}/)?dir/(?P<id>[A-Za-z0-9]+)(?![\w-])")
_REMOVAL_REST: Final = re.compile(rf"/remove/(?P<id>{_ID})/(?P<code>\w+)")
_OLD_LABEL: Final = re.compile(_ID)
_PUNCTUATION: Final = ".,;:!?)]}"
_OLD_REST: Final = re.compile(rf"/?[{re.escape(_PUNCTUATION)}]*")
_HIDDEN: Final = re.compile(r"hidden:(?P<folder>\d+)/(?P<owner>[^/]*)/(?P<name>[^/]+)")


@value
class FileLink:
    """A link to one file."""

    domain: str
    id: str

    @property
    def url(self) -> FileUrl:
        """The canonical form."""
        return FileUrl(f"https://{self.domain}/?{self.id}")


@value
class PublicFolderLink:
    """A link to a published folder. Its id is text, case matters, and it is no ``FolderId``."""

    domain: str
    id: str

    @property
    def url(self) -> str:
        """The canonical form."""
        return f"https://{self.domain}/dir/{self.id}"


Link = FileLink | PublicFolderLink


@value
class HiddenFile:
    """A file of a share that hides its links: the service knows it by folder and exact name."""

    folder_id: FolderId
    name: str
    owner: str | None = None
    """The sharer's e-mail: needed when the shared folder is their root."""

    @property
    def url(self) -> FileUrl:
        """A stand-in identity, ``hidden:<folder>/<owner>/<name>``; :func:`hidden_file` reads it back."""
        owner = quote(self.owner or "", safe="@")
        return FileUrl(f"hidden:{self.folder_id}/{owner}/{quote(self.name, safe='')}")


def find(text: str) -> tuple[Link, ...]:
    """Every link in pasted text, each once, in order."""
    return tuple(dict.fromkeys(_links(text)))


def scan(text: str) -> Iterator[tuple[str, Link | None]]:
    """Every address in pasted text, in order: what stands there, and the link that it is, or None."""
    known = [(match, link) for match in _LINK.finditer(text) if (link := _link_of(match)) is not None]
    starts = [match.start() for match, _ in known]
    found: list[tuple[int, str, Link | None]] = [(match.start(), match[0], link) for match, link in known]
    for match in _ADDRESS.finditer(text):
        after = bisect_left(starts, match.start())
        is_apart = after == len(starts) or starts[after] >= match.end()
        if is_apart and (after == 0 or known[after - 1][0].end() <= match.start()):
            found.append((match.start(), match[0].rstrip(_PUNCTUATION), None))
    yield from ((raw, link) for _, raw, link in sorted(found, key=lambda each: each[0]))


def parse(text: str) -> Link | None:
    """The one link that ``text`` is (spaces around it aside), or None."""
    stripped = text.strip()
    match = _LINK.match(stripped)
    if match is None or match.end() != len(stripped):
        return None
    return _link_of(match)


def file_url(text: str) -> FileUrl | None:
    """The canonical link of a file, or None when ``text`` is no link to a file."""
    link = parse(text)
    return link.url if isinstance(link, FileLink) else None


def stand_in_name(url: FileUrl) -> str:
    """The name of a file of which nothing but the link is known: its id."""
    link = parse(url)
    return link.id if isinstance(link, FileLink) else "1fichier"


def removal_code(text: str) -> str | None:
    """The code at the end of the removal link of an anonymous upload, or None."""
    match = _LINK.match(text.strip())
    removal = _REMOVAL_REST.match(match["rest"] or "") if match else None
    return removal["code"] if removal else None


def hidden_file(url: FileUrl) -> HiddenFile | None:
    """What a stand-in identity describes; None for an ordinary link."""
    match = _HIDDEN.fullmatch(url)
    if match is None:
        return None
    return HiddenFile(FolderId(int(match["folder"])), unquote(match["name"]), unquote(match["owner"]) or None)


def _links(text: str) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        link = _link_of(match)
        if link is not None:
            yield link


def _link_of(match: re.Match[str]) -> Link | None:
    label = (match["label"] or "www").lower()
    domain = match["domain"].lower()
    rest = match["rest"] or ""
    if label != "www":
        # The old form https://<id>.<domain>/; hosts such as a-6 or up2 serve other things.
        old = _OLD_LABEL.fullmatch(label) and _OLD_REST.fullmatch(rest)
        return FileLink(domain, label) if old else None
    if file := _FILE_REST.match(rest):
        return FileLink(domain, file["id"])
    if folder := _FOLDER_REST.match(rest):
        return PublicFolderLink(domain, folder["id"])
    return None

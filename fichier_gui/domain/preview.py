"""What of a file can be looked at without a download: pictures, texts, sound and films."""

from enum import StrEnum
from typing import Final

from fichier_gui.domain.kinds import FileKind, kind_of
from fichier_gui.domain.remote import RemoteFile

PICTURE_LIMIT: Final = 32 * 1024 * 1024
"""Bytes of the largest picture that is fetched to be looked at."""
TEXT_LIMIT: Final = 1024 * 1024
"""Bytes of a text that are fetched; of a longer one only its beginning is shown."""

_PLAYED_BY_BROWSERS: Final = (
    "aac",
    "flac",
    "m4a",
    "m4v",
    "mp3",
    "mp4",
    "oga",
    "ogg",
    "ogv",
    "opus",
    "wav",
    "webm",
)
_SCRIPTS: Final = ("sh", "bash", "bat", "cmd", "ps1")
"""Programs that are texts."""
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\b\x1b")
_MOST_ODD: Final = 0.02
"""Of the characters of a text, those that no text has."""


class PreviewKind(StrEnum):
    """How a file is looked at."""

    PICTURE = "picture"
    TEXT = "text"
    MEDIA = "media"
    """Sound and films: played while they come."""


def preview_kind(file: RemoteFile) -> PreviewKind | None:
    """How ``file`` is looked at, by its name; None where there is nothing to show."""
    kind = kind_of(file.name, file.mime)
    if kind is FileKind.PICTURE:
        return PreviewKind.PICTURE
    if kind in (FileKind.AUDIO, FileKind.VIDEO):
        return PreviewKind.MEDIA
    extension = file.name.rpartition(".")[2].lower()
    # README, LICENSE, Makefile: names without a dot are mostly those of texts.
    if kind is FileKind.TEXT or extension in _SCRIPTS or (kind is FileKind.OTHER and "." not in file.name):
        return PreviewKind.TEXT
    return None


def browser_plays(name: str) -> bool:
    """Most browsers play it; what they do not know they download, unasked."""
    return name.rpartition(".")[2].lower() in _PLAYED_BY_BROWSERS


def preview_limit(kind: PreviewKind) -> int:
    """Bytes that are fetched at most to show a picture or a text."""
    return PICTURE_LIMIT if kind is PreviewKind.PICTURE else TEXT_LIMIT


def read_text(data: bytes) -> str | None:
    """The characters of ``data``, which may end within one; None where these bytes are no text.

    UTF-8 and UTF-16 with their marks, UTF-8 without; what is neither is read as Windows-1252.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) & ~1].decode("utf-16", "replace")
    if b"\0" in data:
        return None
    text = _utf_8(data.removeprefix(b"\xef\xbb\xbf"))
    if text is None:
        text = data.decode("cp1252", "replace")
    odd = sum(map(text.count, _CONTROLS)) + text.count("\ufffd")
    return None if odd > len(text) * _MOST_ODD else text.replace("\r\n", "\n").replace("\r", "\n")


def _utf_8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        # The last character may have been cut: at most three of its bytes are there.
        if error.reason != "unexpected end of data" or len(data) - error.start > 3:
            return None
        return data[: error.start].decode()

"""What can be looked at, and what bytes are text."""

import pytest

from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.preview import PreviewKind, browser_plays, preview_kind, read_text
from fichier_gui.domain.remote import RemoteFile


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("lake.JPG", PreviewKind.PICTURE),
        ("notes.txt", PreviewKind.TEXT),
        ("README", PreviewKind.TEXT),
        ("run.sh", PreviewKind.TEXT),
        ("film.mkv", PreviewKind.MEDIA),
        ("song.flac", PreviewKind.MEDIA),
        ("backup.zip", None),
        ("report.pdf", None),
        ("setup.exe", None),
        ("odd.qqq", None),
    ],
)
def test_names_say_how_a_file_is_looked_at(name: str, kind: PreviewKind | None) -> None:
    assert preview_kind(RemoteFile(FileUrl("https://1fichier.com/?a"), name, 5)) is kind


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("éa\r\nb\rc".encode(), "éa\nb\nc"),
        (b"\xef\xbb\xbfplain", "plain"),
        ("où".encode("utf-16"), "où"),
        ("où".encode("utf-16")[:-1], "o"),
        ("déjà €".encode("cp1252"), "déjà €"),
        ("cut in a €".encode()[:-1], "cut in a "),
        (b"\x1b[1mbold\x1b[0m", "\x1b[1mbold\x1b[0m"),
        (b"PK\x03\x04\x00\x00", None),
        (bytes(range(1, 32)) * 9, None),
    ],
)
def test_bytes_are_read_as_text_or_not_at_all(data: bytes, text: str | None) -> None:
    assert read_text(data) == text


def test_a_browser_is_given_nothing_that_it_would_download() -> None:
    assert browser_plays("a.MP3") and browser_plays("a film.webm")
    assert not any(map(browser_plays, ("a.mkv", "a.avi", "a.mp4.flv", "")))

"""Kinds of files."""

import pytest

from fichier_gui.domain.kinds import KIND_ORDER, FileKind, kind_of


@pytest.mark.parametrize(
    ("name", "mime", "kind"),
    [
        ("a.JPG", "", FileKind.PICTURE),
        ("film.mkv", "application/octet-stream", FileKind.VIDEO),
        ("song.flac", "", FileKind.AUDIO),
        ("backup.tar.zst", "", FileKind.ARCHIVE),
        ("backup.7z.003", "", FileKind.ARCHIVE),
        ("disk.iso", "", FileKind.ARCHIVE),
        ("notes.md", "", FileKind.TEXT),
        ("book.epub", "", FileKind.DOCUMENT),
        ("setup.exe", "", FileKind.PROGRAM),
        ("README", "text/plain; charset=utf-8", FileKind.TEXT),
        ("cover", "image/webp", FileKind.PICTURE),
        ("paper", "application/pdf", FileKind.DOCUMENT),
        ("what", "application/octet-stream", FileKind.OTHER),
        ("123", "", FileKind.OTHER),
        ("", "", FileKind.OTHER),
    ],
)
def test_kind(name: str, mime: str, kind: FileKind) -> None:
    assert kind_of(name, mime) is kind


def test_every_kind_has_its_place() -> None:
    assert set(KIND_ORDER) == set(FileKind)
    assert min(KIND_ORDER, key=KIND_ORDER.__getitem__) is FileKind.FOLDER

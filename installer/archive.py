"""The frozen program as one file, for systems without a package of it: unpacked, it runs where it is."""

import os
import platform
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import bundle
from source_date import source_date
from target import Target

from fichier_gui import identity

SYSTEM = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
MACHINE = {"AMD64": "x86_64", "ARM64": "arm64"}.get(platform.machine(), platform.machine())
STEM = f"{identity.NAME}-{identity.VERSION}-{SYSTEM}-{MACHINE}"
EARLIEST = 315532800
"""1980 in UTC: a zip knows no earlier time."""


def artefact(output: Path) -> Path:
    """Where the archive is."""
    return output / f"{STEM}{'.zip' if sys.platform == 'win32' else '.tar.xz'}"


def build(output: Path) -> Path:
    """Pack the folder: names in order, one date, nobody's files."""
    packed = artefact(output)
    (_zip if packed.suffix == ".zip" else _tar)(bundle.artefact(output), packed)
    return packed


def _paths(folder: Path) -> Iterator[Path]:
    yield folder
    yield from sorted(folder.rglob("*"))


def _tar(folder: Path, packed: Path) -> None:
    date = source_date()

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = date
        member.mode = 0o755 if member.isdir() or member.mode & 0o111 else 0o644
        return member

    # The lowest of nine presets: a tenth larger than the usual one, in a seventh of the time.
    with tarfile.open(packed, "w:xz", preset=1) as archive:
        for path in _paths(folder):
            archive.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)


def _zip(folder: Path, packed: Path) -> None:
    date = time.gmtime(max(source_date(), EARLIEST))[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _paths(folder):
            if path.is_file():
                name = path.relative_to(folder.parent).as_posix()
                info = zipfile.ZipInfo(name, date)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = (0o755 if os.access(path, os.X_OK) else 0o644) << 16
                archive.writestr(info, path.read_bytes())


TARGET = Target("archive", "that folder as one file, to unpack and run", build, after=("bundle",))

"""Whether two builds are the same, file by file, and in archives member by member."""

import hashlib
import tarfile
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

SHOWN = 10


def differences(first: Path, second: Path, without: Collection[str] = ()) -> list[str]:
    """What differs between two folders of the same build, in words; empty when nothing does.

    ``without``: names at the top of a folder that are not looked at.
    """
    ours, theirs = _files(first, without), _files(second, without)
    found = [f"{name} is in one build only" for name in sorted(ours.keys() ^ theirs.keys())]
    for name in sorted(ours.keys() & theirs.keys()):
        if _digest(ours[name]) != _digest(theirs[name]):
            found += list(_inside(name, ours[name], theirs[name]))
    return found


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path, without: Collection[str]) -> Mapping[str, Path]:
    """All files and links by their path below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if (path.is_symlink() or path.is_file()) and path.relative_to(folder).parts[0] not in without
    }


def _digest(path: Path) -> str:
    """A link is where it points to; whether a file can be run is a part of it."""
    if path.is_symlink():
        return f"-> {path.readlink().as_posix()}"
    return f"{digest_of(path)} {path.stat().st_mode & 0o111:o}"


def _inside(name: str, first: Path, second: Path) -> Iterator[str]:
    ours, theirs = _members(first), _members(second)
    differing = sorted(
        member for member in ours.keys() | theirs.keys() if ours.get(member) != theirs.get(member)
    )
    if not differing:
        yield f"{name}: the bytes differ"
    for member in differing[:SHOWN]:
        yield f"{name}: {member}"
    if len(differing) > SHOWN:
        yield f"{name}: {len(differing) - SHOWN} more"


def _members(path: Path) -> Mapping[str, str]:
    """What is in an archive; nothing for any other file."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return {
                each.filename: f"{each.CRC} {each.date_time} {each.external_attr}"
                for each in packed.infolist()
            }
    if tarfile.is_tarfile(path):
        with tarfile.open(path) as archive:
            return {each.name: _of_member(archive, each) for each in archive}
    return {}


def _of_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = archive.extractfile(member) if member.isreg() else None
    content = hashlib.sha256(file.read()).hexdigest() if file else member.linkname
    return f"{content} {member.mtime} {member.mode:o} {member.uid}:{member.gid}"

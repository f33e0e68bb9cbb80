"""rclone's configuration: which remotes are accounts of the service, and their keys. It is only read.

The key of a ``fichier`` remote stands there as it is: rclone obscures passwords, and this is none to it
(``rclone config create``, 1.60 to 1.75). A file that rclone has encrypted says so in its first lines.
"""

import configparser
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fichier_gui.domain.elsewhere import RcloneRemotes
from fichier_gui.domain.secret import Secret

_MOST: Final = 4_000_000
"""Bytes. A configuration is some kilobytes."""

_ENCRYPTED: Final = "RCLONE_ENCRYPT_V"
_KIND: Final = "fichier"
_NO_SECTION: Final = "\0"
"""No name of a section: what stands in front of all of them is left alone."""


def config_file(environment: Mapping[str, str], home: Path) -> Path:
    """Where rclone keeps it: where the environment says, else the first of its places that has one."""
    if environment.get("RCLONE_CONFIG"):
        return Path(environment["RCLONE_CONFIG"])
    base = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    if sys.platform == "win32" and environment.get("APPDATA"):
        base = Path(environment["APPDATA"])
    usual = base / "rclone" / "rclone.conf"
    places = (usual, home / ".config" / "rclone" / "rclone.conf", home / ".rclone.conf")
    return next((place for place in places if place.is_file()), usual)


def remotes(path: Path) -> RcloneRemotes:
    """The accounts in a file. Blocking; what cannot be read has none."""
    text = _text(path)
    if text is None:
        return RcloneRemotes(str(path), is_there=False)
    if _ENCRYPTED in text[:1000]:
        return RcloneRemotes(str(path), is_encrypted=True)
    return RcloneRemotes(str(path), tuple(_keys(text)))


def key_of(path: Path, name: str) -> Secret | None:
    """The key of one of :func:`remotes`; None when it is not there any more. Blocking."""
    return _keys(_text(path) or "").get(name)


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file.read(_MOST).decode("utf-8", "replace")
    except OSError:
        return None


def _keys(text: str) -> dict[str, Secret]:
    parser = configparser.RawConfigParser(default_section=_NO_SECTION, strict=False, allow_no_value=True)
    try:
        # To rclone an indented line is one like the others; here it would continue the one before.
        parser.read_string("\n".join(line.strip() for line in text.splitlines()))
    except configparser.Error:
        return {}
    found = {}
    for name in parser.sections():
        section = parser[name]
        key = (section.get("api_key") or "").strip()
        if (section.get("type") or "").strip() == _KIND and key:
            found[name] = Secret(key)
    return found

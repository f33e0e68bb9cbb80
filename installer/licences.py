"""The licences of what a bundle holds: the list that its About box shows. ``pyinstaller.spec`` calls it.

packages             what each says of itself
Python's own parts   Python's licence names those of all that it holds
Debian's libraries   their package's copyright file
other libraries      none: the build stops, for nobody may distribute them unseen
"""

import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from fichier_gui.domain.parts import Part
from fichier_gui.system import parts

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = Path("/usr/share/doc")

WHOLE = {"Apache-2.0": "Apache-2.0", "LGPL-2.1-or-later": "LGPL-2.1"}
"""Licences that Debian keeps once for all packages, and their files."""
KINDS = {
    "libbz2": "bzip2-1.0.6",
    "libcrypto": "Apache-2.0",
    "libffi": "MIT",
    "libgcrypt": "LGPL-2.1-or-later",
    "libgpg-error": "LGPL-2.1-or-later",
    "liblzma": "0BSD",
    "libsqlite3": "blessing",
    "libssl": "Apache-2.0",
    "libuuid": "BSD-3-Clause",
    "libxcb": "MIT",
    "libxkbcommon": "MIT",
    "libX": "MIT",
    "libwayland": "MIT",
    "libbsd": "BSD-3-Clause",
    "libmd": "BSD-3-Clause",
    "libz": "Zlib",
    "libzstd": "BSD-3-Clause",
}
"""By how the file's name begins; the longest that fits counts."""


def collected(libraries: Iterable[tuple[str, str]], root: Path = ROOT) -> str:
    """The file that the program reads. ``libraries``: names in the bundle, and where each comes from.

    Raises ``ValueError`` for libraries whose licence is not known.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    roots = [*project["dependencies"], *project["optional-dependencies"]["window"]]
    own = parts.installed_parts(roots, root / "resources" / parts.TEXTS)
    others = list(of_the_system([path for name, path in libraries if is_foreign(name, path)]))
    lent = any(part.name.startswith("libssl") for part in others)
    python = [part for part in parts.python_parts() if not (lent and part.name == "OpenSSL")]
    return parts.stored_text(parts.in_order([*python, *own, *others]))


def is_foreign(name: str, path: str) -> bool:
    """Whether a library belongs neither to a package nor to Python."""
    homes = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    homes += [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")]
    if sys.platform != "linux":
        homes.append(sys.base_prefix)  # its installer brings the libraries that it needs
    within = any(PurePath(path).is_relative_to(home) for home in homes)
    return not within and re.search(r"python3?\.?\d", PurePath(name).name) is None


def of_the_system(paths: Iterable[str]) -> Iterator[Part]:
    """The libraries that a Linux system lent."""
    unknown = []
    for path in sorted(set(paths)):
        owner, licence = owner_of(Path(path)), licence_of(PurePath(path).name)
        if owner is None or not licence:
            unknown.append(path)
            continue
        package, version = owner
        page = f"https://tracker.debian.org/pkg/{source_of(package)}"
        yield Part(package, version, licence, page, text_of(package, licence))
    if unknown:
        raise ValueError(f"Nobody knows the licence of {', '.join(unknown)}: see installer/licences.py.")


def text_of(package: str, licence: str) -> str:
    """What Debian says of a package, with the whole licence where that only points to it."""
    files = [DOCUMENTS / package / "copyright"]
    if licence in WHOLE:
        files.append(Path("/usr/share/common-licenses") / WHOLE[licence])
    return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in files)


def licence_of(name: str) -> str:
    """By the name of the library's file; empty if it is not in the list."""
    return KINDS.get(max((stem for stem in KINDS if name.startswith(stem)), key=len, default=""), "")


def owner_of(path: Path) -> tuple[str, str] | None:
    """Debian's package with this file, and its version."""
    for candidate in dict.fromkeys([path, path.resolve(), Path("/usr") / path.relative_to(path.anchor)]):
        told = _told("dpkg-query", "--search", str(candidate))
        if told:
            package = told.split(":")[0]
            return package, _told("dpkg-query", "--show", "--showformat=${Version}\n", package).split("\n")[0]
    return None


def source_of(package: str) -> str:
    """The source package, where the source of a library is found."""
    told = _told("dpkg-query", "--show", "--showformat=${source:Package}\n", package)
    return told.split("\n")[0] or package


def _told(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""

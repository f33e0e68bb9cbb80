"""The parts that the program stands on, with their licences.

A bundle brings the list that was made when it was built (``licences.json``, by ``installer/licences.py``).
Elsewhere it is what the installed packages say of themselves.
"""

import json
import platform
import re
import ssl
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Final

from fichier_gui.domain.parts import Part
from fichier_gui.identity import NAME

STORED: Final = "licences.json"
TEXTS: Final = "licences"
"""The folder of whole licences, for parts that bring none."""

_REQUIREMENT: Final = re.compile(r"\s*([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")
_EXTRA: Final = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_FILES: Final = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)[^/]*(/[^/]*)*$", re.IGNORECASE)
_SPDX: Final = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_PAGES: Final = ("source", "source code", "github", "repository", "homepage", "home page")
"""Names that packages give to the page where their source is, the best first."""
_QT: Final = ("pyside6-essentials", "shiboken6")
_QT_LICENCE: Final = "LGPL-3.0-only"
_QT_SOURCE: Final = "https://download.qt.io/official_releases/"
_QT_TEXTS: Final = ("LGPL-3.0-only.txt", "GPL-3.0-only.txt")
"""The first adds permissions to the second, and stands on it."""
_IN_QT: Final = """Qt holds work of others, under licences of their own. Of what is used here:

ICU and data of Unicode (Unicode-3.0), PCRE2 (BSD-3-Clause), zlib (Zlib), double-conversion (BSD-3-Clause),
TinyCBOR (MIT), FreeType (FTL), HarfBuzz (MIT), libpng (libpng-2.0), libjpeg-turbo (IJG, BSD-3-Clause, Zlib),
MD4C (MIT), libwebp (BSD-3-Clause), libtiff (libtiff), XSVG (HPND), xkbcommon (MIT).

The whole list with all texts: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


def read_parts(resources: Path) -> tuple[Part, ...]:
    """All parts, by name. ``resources``: the folder of the program's own files. Blocking.

    Raises ``OSError`` and ``ValueError`` when the bundle's list cannot be read.
    """
    stored = resources / STORED
    if stored.is_file():
        return tuple(Part(**part) for part in json.loads(stored.read_text(encoding="utf-8")))
    try:
        roots = metadata.requires(NAME) or []
    except metadata.PackageNotFoundError:
        roots = []
    return in_order((*python_parts(), *installed_parts(roots, resources / TEXTS)))


def stored_text(parts: Iterable[Part]) -> str:
    """What :func:`read_parts` reads."""
    return json.dumps([asdict(part) for part in parts], indent=1, ensure_ascii=False) + "\n"


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """By name, each once."""
    known = {part.name.lower(): part for part in parts}
    return tuple(known[name] for name in sorted(known))


def python_parts() -> Iterator[Part]:
    """The interpreter, and what secures its connections."""
    page = "https://www.python.org/"
    yield Part("Python", platform.python_version(), "PSF-2.0", page, _python_licence())
    name, version, *_ = f"{ssl.OPENSSL_VERSION} ".split(" ")
    yield Part(name, version, "Apache-2.0", "https://openssl-library.org/" if name == "OpenSSL" else "")


def installed_parts(roots: Iterable[str], texts: Path) -> Iterator[Part]:
    """The packages that ``roots`` ask for, and those that these stand on, as far as they are installed.

    ``roots``: requirements as packages name them; what only an extra asks for counts for the window's.
    ``texts``: the folder of whole licences.
    """
    seen: set[str] = set()
    waiting = [(requirement, frozenset({"window"})) for requirement in roots]
    while waiting:
        requirement, extras = waiting.pop()
        found = _REQUIREMENT.match(requirement)
        needs = set(_EXTRA.findall(requirement))
        if found is None or (needs and not needs & extras):
            continue
        name, wanted = found[1], frozenset(filter(None, re.split(r"[\s,]+", found[2] or "")))
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another system, or of another Python
        waiting += [(each, wanted) for each in package.requires or []]
        if package.name not in seen:
            seen.add(package.name)
            yield _part(package, texts)


def _part(package: metadata.Distribution, texts: Path) -> Part:
    told = package.metadata

    def first(name: str) -> str:
        return str(next(iter(told.get_all(name) or []), ""))

    if package.name.lower().replace("_", "-") in _QT:
        text = "\n\n".join([_IN_QT, *((texts / name).read_text(encoding="utf-8") for name in _QT_TEXTS)])
        return Part(package.name, package.version, _QT_LICENCE, _QT_SOURCE, text)
    files = [str(file) for file in package.files or () if ".dist-info/" in str(file)]
    wanted = sorted(name for name in files if _FILES.search(name.partition(".dist-info/")[2]))
    pages = {label.lower(): page for label, page in map(_named_page, told.get_all("Project-URL") or [])}
    return Part(
        package.name,
        package.version,
        _licence(first("License-Expression"), first("License"), told.get_all("Classifier") or []),
        next((pages[label] for label in _PAGES if label in pages), first("Home-page")),
        "\n\n".join(_text(package, name) for name in wanted),
    )


def _named_page(line: str) -> tuple[str, str]:
    label, _, page = line.partition(",")
    return label.strip(), page.strip()


def _licence(expression: str, words: str, classifiers: Iterable[str]) -> str:
    """The first of these that says it: names of licences differ from package to package."""
    classes = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: OSI")]
    short = words if words != "UNKNOWN" and "\n" not in words and len(words) < 60 else ""
    told = expression or short or " OR ".join(classes)
    return _SPDX.get(told, told)


def _text(package: metadata.Distribution, name: str) -> str:
    path = Path(str(package.locate_file(name)))
    return path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""


def _python_licence() -> str:
    """Python's own file, with the licences of what it holds; installations differ in where it is."""
    library = Path(sysconfig.get_path("stdlib"))
    found = (folder / name for folder in (library, library.parent) for name in ("LICENSE.txt", "LICENSE"))
    path = next((path for path in found if path.is_file()), None)
    return path.read_text(encoding="utf-8", errors="replace").strip() if path else ""

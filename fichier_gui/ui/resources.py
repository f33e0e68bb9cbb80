"""Where pictures and translations are: in the source tree, in the installed package, in a bundle."""

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent


@cache
def folder() -> Path:
    """The folder that holds ``icons``, ``translations`` and ``countries.json``."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def icon_file(name: str) -> Path:
    """The drawing of an icon."""
    return folder() / "icons" / f"{name}.svg"


def countries_file() -> Path:
    """Names of countries by language and code."""
    return folder() / "countries.json"


def translation_file(code: str) -> Path:
    """The catalogue of a language; may not exist."""
    return folder() / "translations" / f"fichier_gui_{code}.ts"

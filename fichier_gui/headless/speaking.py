"""The language of commands: the one of the terminal, as its environment names it."""

import sys
from collections.abc import Mapping
from typing import Final

from fichier_gui.ui.resources import translation_file
from fichier_gui.ui.wording.language import install, load

_NAMED_BY: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set decides, as POSIX has it."""


def speak(environment: Mapping[str, str]) -> None:
    """Use the catalogue of that language; where there is none, commands speak English."""
    code = language_of(environment)
    path = translation_file(code)
    if code and path.is_file():
        install(load(path, code))


def language_of(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """Two letters such as ``fr``, or an empty string where nothing says which."""
    name = next((value for variable in _NAMED_BY if (value := environment.get(variable))), "")
    if not name and platform == "win32":
        name = _of_windows()
    code = name.partition(".")[0].partition("@")[0].partition("_")[0].partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else ""


def _of_windows() -> str:
    """What the user has Windows speak, such as ``fr_FR``; empty elsewhere."""
    import ctypes
    import locale

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return ""
    return locale.windows_locale.get(int(windll.kernel32.GetUserDefaultUILanguage()), "")

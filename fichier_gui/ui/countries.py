"""The names of countries, in the program's language and in their own."""

import json
import unicodedata

from PySide6.QtCore import QLocale

from fichier_gui.ui import resources


def country_names() -> list[tuple[str, str]]:
    """Each country in the program's language and as its own people write it, with its two letters, in order.

    Qt knows the first in English alone; a file has them in other languages.
    """
    known = json.loads(resources.countries_file().read_text(encoding="utf-8"))
    ours: dict[str, str] = known["names"].get(QLocale().name().partition("_")[0], {})
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha() and code not in found:
            name = ours.get(code) or QLocale.territoryToString(territory)
            own = _own_name(territory)
            found[code] = name if not own or own == name else f"{name} ({own})"
    return sorted(((name, code) for code, name in found.items()), key=lambda each: _letters(each[0]))


def _own_name(territory: QLocale.Country) -> str:
    # QLocale answers with another country's locale where it has none of this one.
    locale = QLocale(QLocale.Language.AnyLanguage, territory)
    return locale.nativeTerritoryName() if locale.territory() == territory else ""


def _letters(name: str) -> str:
    """Without accents: Égypte stands among the names with E."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).casefold()

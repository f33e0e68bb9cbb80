"""Countries are named in the program's language."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from fichier_gui.ui import resources
from fichier_gui.ui.countries import country_names


@pytest.fixture
def french() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)


def test_each_is_named_in_english_and_in_its_own_language() -> None:
    names = {code: name for name, code in country_names()}
    assert names["DE"] == "Germany (Deutschland)" and names["MT"] == "Malta"


def test_each_is_named_in_french(french: None) -> None:
    names = country_names()
    assert {("Allemagne (Deutschland)", "DE"), ("Côte d’Ivoire", "CI")} <= set(names)
    letters = [name[0] for name, _code in names]
    assert letters.index("É") < letters.index("F"), "accents do not change the order"


def test_the_file_names_all_of_them_in_every_language() -> None:
    known = json.loads(resources.countries_file().read_text(encoding="utf-8"))["names"]
    wanted = {code for _name, code in country_names()}
    assert set(known) == {"de", "es", "fr", "it", "ja", "pt"}
    assert all(wanted <= set(names) for names in known.values())

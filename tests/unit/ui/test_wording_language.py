"""One catalogue, read as Qt Linguist writes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fichier_gui.ui.wording import language
from fichier_gui.ui.wording.language import tr

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context><name></name>
  <message><source>Pause all</source><translation>Tout mettre en pause</translation></message>
  <message><source>Open</source><comment>verb</comment><translation>Ouvrir</translation></message>
  <message numerus="yes"><source>%n file(s)</source><translation>
    <numerusform>%n fichier</numerusform><numerusform>%n fichiers</numerusform></translation></message>
  <message><source>{size} free</source><translation>{size} libres</translation></message>
  <message><source>Later</source><translation type="unfinished">Plus tard</translation></message>
</context></TS>
"""


@pytest.fixture
def french(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "fichier_gui_fr.ts"
    path.write_text(CATALOGUE, encoding="utf-8")
    language.install(language.load(path, "fr_FR"))
    yield
    language.install(None)


def test_english_needs_no_catalogue() -> None:
    assert tr("Pause all") == "Pause all"
    assert tr("%n file(s)", "", 1) == "1 file"
    assert tr("%n file(s)", "", 0) == "0 files"
    assert tr("%n file(s)", "", 12) == "12 files"
    assert tr("{size} free", size="3 GB") == "3 GB free"


def test_braces_in_a_name_are_left_alone() -> None:
    assert tr("{name} is here", name="a {b} c") == "a {b} c is here"


@pytest.mark.usefixtures("french")
def test_the_catalogue_is_used() -> None:
    assert tr("Pause all") == "Tout mettre en pause"
    assert tr("Open", "verb") == "Ouvrir"
    assert tr("{size} free", size="3 Go") == "3 Go libres"


@pytest.mark.usefixtures("french")
def test_plural_forms_follow_the_language() -> None:
    assert tr("%n file(s)", "", 0) == "0 fichier"
    assert tr("%n file(s)", "", 1) == "1 fichier"
    assert tr("%n file(s)", "", 2) == "2 fichiers"


@pytest.mark.usefixtures("french")
def test_what_is_missing_or_unfinished_stays_english() -> None:
    assert tr("Later") == "Later"
    assert tr("Open", "adjective") == "Open"
    assert tr("%n link(s)", "", 2) == "2 links"

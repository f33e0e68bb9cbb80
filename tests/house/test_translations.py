"""French says all that the program says, other languages a part of it, with the same places filled."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from translations.__main__ import updated, written
from translations.collect import FOLDER, Message, messages, sources

from fichier_gui.ui.wording import language
from fichier_gui.ui.wording.settings import LANGUAGES, language_words, share

CATALOGUES = {path.stem.removeprefix("fichier_gui_"): path for path in sorted(FOLDER.glob("*.ts"))}
PLACE = re.compile(r"\{\w*\}|%n")
KEY = re.compile(r"&(?=\w)")
TAG = re.compile(r"</?\w[^>]*>")
ENDS = re.compile(r"^\s*|(?:[\s\u00a0]|…)*$")
LEAST = 10
"""Percent that a language has which is offered: menus, buttons, states."""


@pytest.fixture(params=CATALOGUES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalogue(code: str) -> list[Message]:
    return [each for each in messages(CATALOGUES[code]) if each.is_finished]


def test_each_language_of_the_settings_has_a_catalogue() -> None:
    assert set(CATALOGUES) == set(LANGUAGES) - {"en"}


def test_each_message_is_one(code: str) -> None:
    """Two that ran into one another in a merge lose the second."""
    for block in re.findall(r"<message[^>]*>.*?</message>", CATALOGUES[code].read_text("utf-8"), re.DOTALL):
        assert (block.count("<source>"), block.count("</translation>")) == (1, 1), block
        assert ("<numerusform>" in block) == ('numerus="yes"' in block), f"Linguist does not read it: {block}"


def test_each_message_is_there_once(catalogue: list[Message]) -> None:
    assert [key for key, times in Counter(each.key for each in catalogue).items() if times > 1] == []


def test_french_says_all_and_nothing_else() -> None:
    french = {each.key for each in messages(CATALOGUES["fr"]) if each.is_finished}
    assert sorted(sources().keys() - french) == []
    assert sorted(french - sources().keys()) == []


def test_what_is_finished_is_not_empty(catalogue: list[Message]) -> None:
    assert [each.key for each in catalogue if not all(each.forms)] == []


def test_the_same_places_are_filled(catalogue: list[Message]) -> None:
    for each in catalogue:
        for form in each.forms:
            # The singular of "the %n files" may be "the file".
            wanted, got = Counter(PLACE.findall(each.source)), Counter(PLACE.findall(form))
            has_no_number = len(each.forms) > 1 and got == wanted - Counter(["%n"])
            assert set(got) == set(wanted) or has_no_number, each.source


def test_keys_tags_and_ends_are_the_same(catalogue: list[Message]) -> None:
    for each in catalogue:
        for form in each.forms:
            assert len(KEY.findall(form)) == len(KEY.findall(each.source)), each.source
            assert TAG.findall(form) == TAG.findall(each.source), each.source
            assert form.count("\n") == each.source.count("\n"), each.source
            assert ENDS.findall(form) == ENDS.findall(each.source), f"space or dots at an end: {each.source}"


def test_numbers_have_their_plural_forms(code: str, catalogue: list[Message]) -> None:
    said = sources()
    for each in catalogue:
        assert each.is_counted == said.get(each.key, each.is_counted), each.source
        assert len(each.forms) == (language.forms_of(code) if each.is_counted else 1), each.source


def test_french_is_spaced_as_french_is() -> None:
    """A space that does not break before the double signs: narrow before ; ! ? and wide before : and »."""
    for each in messages(CATALOGUES["fr"]):
        for form in each.forms:
            wrong = re.search(r"(?<!\u202f)[;?!]|«(?!\u00a0)|(?<!\u00a0)»|[ \u202f]:|\w:(?=\s|$)", form)
            assert wrong is None or re.search(r"\w\.\w+\?", form), each.source
            assert "'" not in form.replace("\" ' $", ""), f"a typewriter's apostrophe: {each.source}"
            assert "..." not in form


def test_other_languages_have_their_own_signs(code: str, catalogue: list[Message]) -> None:
    for each in catalogue:
        for form in each.forms:
            assert "..." not in form, each.source
            assert code != "es" or form.count("?") == form.count("¿"), each.source
            assert code != "ja" or not re.search(r"[\u3040-\u30ff\u4e00-\u9fff][.,]", form), each.source


def test_languages_tell_how_much_of_them_there_is(code: str) -> None:
    percent = share(code)
    print(f"{code}: {percent} %")
    assert LEAST <= percent <= 100
    assert (percent == 100) == (code == "fr") == (language_words(code) == LANGUAGES[code][0])
    assert percent == 100 or f"{percent}" in language_words(code)


def test_french_counts_zero_as_one() -> None:
    language.install(language.load(CATALOGUES["fr"], "fr"))
    try:
        assert language.tr("%n file(s)", "", 0) == "0 fichier"
        assert language.tr("%n file(s)", "", 1204) == "1,204 fichiers"
        assert language.tr("{number} GB", number="4,2") == "4,2\u00a0Go"
    finally:
        language.install(None)


def test_a_catalogue_is_brought_up_to_date(tmp_path: Path) -> None:
    known = [
        Message("Quit", "", ("Beenden",), is_counted=False, is_finished=True),
        Message("It is said no more.", "", ("Das sagt niemand mehr.",), is_counted=False, is_finished=True),
    ]
    path = tmp_path / "fichier_gui_de.ts"
    path.write_text(written("de", updated(known, language.forms_of("de"))), encoding="utf-8")
    again = messages(path)
    assert {each.key for each in again} == sources().keys()
    assert [each.forms for each in again if each.is_finished] == [("Beenden",)]
    assert {len(each.forms) for each in again if each.is_counted} == {2}


def test_the_command_explains_itself() -> None:
    command = [sys.executable, str(FOLDER.parents[1] / "tests" / "translations"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "Linguist" in done.stdout, done.stderr

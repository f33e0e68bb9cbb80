"""Commands speak the language of the terminal."""

from collections.abc import Iterator

import pytest

from fichier_gui.headless.speaking import language_of, speak
from fichier_gui.ui.wording import language, tr


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.install(None)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
        ({"LANG": "ca_ES@valencia"}, "ca"),
        ({"LANG": "../../etc"}, ""),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], code: str) -> None:
    assert language_of(environment, "linux") == code


@pytest.mark.parametrize(("name", "word"), [("fr_FR.UTF-8", "Annuler"), ("xx_XX", "Cancel"), ("C", "Cancel")])
def test_a_catalogue_that_is_there_is_spoken(name: str, word: str) -> None:
    speak({"LANG": name})
    assert tr("Cancel") == word

"""Every catalogue says all the program says, fills the same places, and is written as its language is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from fichier_gui.ui.wording import language
from fichier_gui.ui.wording.settings import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
CATALOGUES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
PLACE = re.compile(r"\{\w*\}|%n")

Message = tuple[str, str]


def calls() -> Iterator[ast.Call]:
    for path in (ROOT / "fichier_gui").rglob("*.py"):
        if "simulator" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def sources() -> dict[Message, bool]:
    """What the code says, and whether it counts something."""
    found: dict[Message, bool] = {}
    for call in calls():
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name not in {"tr", "QT_TR_NOOP"} or not call.args:
            continue
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args[:2]]
        if isinstance(texts[0], str):
            comment = texts[1] if len(texts) > 1 and isinstance(texts[1], str) else ""
            key = (texts[0], comment)
            is_counted = len(call.args) > 2 or (name == "QT_TR_NOOP" and "%n" in texts[0])
            found[key] = found.get(key, False) or is_counted
    return found


def messages(path: Path) -> dict[Message, tuple[str, ...]]:
    found: dict[Message, tuple[str, ...]] = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.findall("numerusform"))
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        assert key not in found, f"twice: {key}"
        found[key] = forms or (translation.text or "",)
    return found


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> dict[Message, tuple[str, ...]]:
    return messages(request.param)


def test_each_language_of_the_settings_has_a_catalogue() -> None:
    codes = {path.stem.removeprefix("fichier_gui_") for path in CATALOGUES}
    assert codes == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_each_message_is_one(path: Path) -> None:
    """Two that ran into one another in a merge lose the second."""
    for message in ElementTree.parse(path).iter("message"):
        sources = [source.text for source in message.iter("source")]
        assert (len(sources), len(message.findall("translation"))) == (1, 1), sources


def test_nothing_is_missing_and_nothing_is_left_over(catalogue: dict[Message, tuple[str, ...]]) -> None:
    assert sorted(set(sources()) - set(catalogue)) == []
    assert sorted(set(catalogue) - set(sources())) == []
    assert [key for key, forms in catalogue.items() if not all(forms)] == []


def test_the_same_places_are_filled(catalogue: dict[Message, tuple[str, ...]]) -> None:
    for (source, _comment), forms in catalogue.items():
        for form in forms:
            # The singular of "the %n files" may be "the file".
            wanted, got = set(PLACE.findall(source)), set(PLACE.findall(form))
            assert got == wanted or (len(forms) > 1 and got == wanted - {"%n"}), source


def test_numbers_have_their_plural_forms(catalogue: dict[Message, tuple[str, ...]]) -> None:
    counted = {key for key, counts in sources().items() if counts}
    assert {key for key, forms in catalogue.items() if len(forms) > 1} == counted


def test_french_is_spaced_as_french_is() -> None:
    for key, forms in messages(ROOT / "resources" / "translations" / "fichier_gui_fr.ts").items():
        for form in forms:
            assert not re.search(r" [:;?!»]|« ", form), f"a line could break before the mark: {key}"
            assert "'" not in form.replace("\" ' $", ""), f"a typewriter's apostrophe: {key}"
            assert "..." not in form


def test_french_counts_zero_as_one() -> None:
    path = ROOT / "resources" / "translations" / "fichier_gui_fr.ts"
    language.install(language.load(path, "fr"))
    try:
        assert language.tr("%n file(s)", "", 0) == "0 fichier"
        assert language.tr("%n file(s)", "", 1204) == "1,204 fichiers"
        assert language.tr("{number} GB", number="4,2") == "4,2\u00a0Go"
    finally:
        language.install(None)

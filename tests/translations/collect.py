"""What the program says, as its sources have it, and what a catalogue makes of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
UNTRANSLATED = {"simulator"}
"""Packages that say nothing to the user."""

Key = tuple[str, str]
"""Source and comment."""


@dataclass(frozen=True)
class Message:
    """One entry of a catalogue."""

    source: str
    comment: str
    forms: tuple[str, ...]
    """One for each number of the language where something is counted, else one."""
    is_counted: bool
    is_finished: bool

    @property
    def key(self) -> Key:
        """What the program asks for."""
        return self.source, self.comment


@cache
def sources() -> dict[Key, bool]:
    """Every text in the code, and whether it counts something. Not to be changed."""
    found: dict[Key, bool] = {}
    for call in _calls():
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


def _calls() -> Iterator[ast.Call]:
    for path in sorted((ROOT / "fichier_gui").rglob("*.py")):
        if not UNTRANSLATED & set(path.parts):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def messages(path: Path) -> list[Message]:
    """The entries of a catalogue, in their order."""
    return [_message(element) for element in ElementTree.parse(path).iter("message")]


def _message(element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    assert translation is not None
    forms = tuple(form.text or "" for form in translation.findall("numerusform"))
    return Message(
        source=element.findtext("source", ""),
        comment=element.findtext("comment", ""),
        forms=forms or (translation.text or "",),
        is_counted=element.get("numerus") == "yes",
        is_finished=translation.get("type") is None,
    )

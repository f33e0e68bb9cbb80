"""New names for many items, in words."""

from collections import Counter
from typing import Final

from fichier_gui.domain.bulk_names import LetterCase, NameProblem, NewName, NumberPlace, Preview
from fichier_gui.domain.patterns import PatternProblem
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

LETTERS: Final = {
    LetterCase.KEEP: QT_TR_NOOP("Leave as they are"),
    LetterCase.LOWER: QT_TR_NOOP("lower case"),
    LetterCase.UPPER: QT_TR_NOOP("UPPER CASE"),
    LetterCase.TITLE: QT_TR_NOOP("Each Word"),
    LetterCase.SENTENCE: QT_TR_NOOP("First word only"),
}
PLACES: Final = {
    NumberPlace.NONE: QT_TR_NOOP("No number"),
    NumberPlace.BEFORE: QT_TR_NOOP("Before the name"),
    NumberPlace.AFTER: QT_TR_NOOP("After the name"),
    NumberPlace.INSTEAD: QT_TR_NOOP("In place of the name"),
}
_PROBLEMS: Final = {
    NameProblem.EMPTY: QT_TR_NOOP("No name is left"),
    NameProblem.TOO_LONG: QT_TR_NOOP("Too long"),
    NameProblem.TWICE: QT_TR_NOOP("Given to two"),
    NameProblem.TAKEN: QT_TR_NOOP("Taken"),
}
_SENTENCES: Final = {
    NameProblem.EMPTY: QT_TR_NOOP("The rules leave nothing of this name."),
    NameProblem.TOO_LONG: QT_TR_NOOP("1fichier stores at most 250 characters of a name."),
    NameProblem.TWICE: QT_TR_NOOP("Another of the chosen items would have the same name."),
    NameProblem.TAKEN: QT_TR_NOOP("Something else in the folder has this name."),
}
_PATTERNS: Final = {
    PatternProblem.UNREADABLE: QT_TR_NOOP("This is no complete regular expression yet."),
    PatternProblem.RUNAWAY: QT_TR_NOOP(
        "This pattern repeats what is itself repeated or a choice, and could run for ever: "
        "write it without that."
    ),
    PatternProblem.REPLACEMENT: QT_TR_NOOP(
        "The replacement names a group that the pattern does not have, or ends in a backslash."
    ),
}


def note_words(row: NewName) -> str:
    """What is to be said of a line, in brief; mostly nothing."""
    if row.problem is not None:
        return tr(_PROBLEMS[row.problem])
    return tr("With look-alikes") if row.changes and row.stored else ""


def all_notes() -> tuple[str, ...]:
    """Whatever :func:`note_words` may say."""
    return (tr("With look-alikes"), *(tr(words) for words in _PROBLEMS.values()))


def note_sentence(row: NewName) -> str:
    """The same in full."""
    if row.problem is not None:
        return tr(_SENTENCES[row.problem])
    if row.changes and row.stored:
        return tr(
            "1fichier stores this as {stored}, because it refuses some of these characters. "
            "Here it is shown as you wrote it.",
            stored=row.stored,
        )
    return ""


def pattern_words(problem: PatternProblem) -> str:
    """Why a pattern cannot be used."""
    return tr(_PATTERNS[problem])


def rename_words(shown: Preview) -> str:
    """What the button does: "Rename 23 files"."""
    count = len(shown.changed)
    files = sum(isinstance(row.placed.item, RemoteFile) for row in shown.changed)
    if not count:
        return tr("Rename")
    if files == count:
        return tr("Rename %n file(s)", "", count)
    return tr("Rename %n item(s)", "", count) if files else tr("Rename %n folder(s)", "", count)


def preview_words(shown: Preview) -> str:
    """The line below the preview: why nothing can be done, or what will be."""
    if shown.problems:
        return _obstacles(shown)
    if not shown.changed:
        return tr("No name changes yet.")
    left = len(shown.rows) - len(shown.changed)
    return tr("%n name(s) unchanged.", "", left) if left else tr("Every name changes.")


def _obstacles(shown: Preview) -> str:
    count = Counter(shown.rows[number].problem for number in shown.problems)
    parts = [
        (tr("%n without a name", "", count[NameProblem.EMPTY]), count[NameProblem.EMPTY]),
        (tr("%n too long", "", count[NameProblem.TOO_LONG]), count[NameProblem.TOO_LONG]),
        (tr("%n with a name given to two", "", count[NameProblem.TWICE]), count[NameProblem.TWICE]),
        (tr("%n with a name that is taken", "", count[NameProblem.TAKEN]), count[NameProblem.TAKEN]),
    ]
    return tr("Not possible yet: {list}.", list=", ".join(words for words, number in parts if number))

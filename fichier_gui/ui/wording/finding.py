"""The search in words: what was found, in how much of the account, and the language it understands."""

from typing import Final

from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr


def found_words(shown: int, total: int | None, *, is_all: bool) -> str:
    """ "1,204 found"; while nobody has counted "at least 200 found"; "the first 10,000 of 31,000"."""
    if is_all:
        return tr("%n found", "", shown)
    if total is None:
        return tr("at least {items}", items=tr("%n found", "", shown))
    return tr(
        "the first {shown} of {total}: narrow the search down",
        shown=numbers.count(shown),
        total=numbers.count(total),
    )


def coverage_words(listed: int, folders: int) -> str:
    """ "in what is known of 212 of 340 folders"; "in all 340 folders"."""
    if listed >= folders:
        return tr("in all %n folder(s)", "", folders)
    return tr(
        "in what is known of {listed} of {folders} folders",
        listed=numbers.count(listed),
        folders=numbers.count(folders),
    )


def nothing_found_words(listed: int, folders: int) -> str:
    """The sentence of an empty result."""
    if listed >= folders:
        return tr("No file or folder of the account, as far as it is known, has all of this.")
    return tr(
        "{listed} of {folders} folders have been read so far. What is in the others is not known yet.",
        listed=numbers.count(listed),
        folders=numbers.count(folders),
    )


def problem_words(problems: tuple[str, ...]) -> str:
    """The words that were not understood."""
    return tr("Not understood: {words}", words=", ".join(problems)) if problems else ""


SEARCH_EXAMPLES: Final = (
    ("holiday 2024", QT_TR_NOOP("Words anywhere in the name or the path, in any order")),
    ('"summer house" -draft', QT_TR_NOOP("Words that belong together; words that must not be there")),
    ("*.mkv  img_????.jpg", QT_TR_NOOP("A whole name; * stands for anything, ? for one character")),
    (
        "type:video  type:pdf",
        QT_TR_NOOP(
            "A kind (folder, picture, video, audio, document, text, archive, program, other) or an ending"
        ),
    ),
    ("size>2GB  size<=10kB", QT_TR_NOOP("Larger or smaller than; 1 kB is 1,000 bytes, 1 KiB 1,024")),
    (
        "after:2024-03  before:30d",
        QT_TR_NOOP("Sent since then or before: a year, a month, a day, or 30d, 6w, 6m, 2y ago"),
    ),
    ("in:/Films  in:films", QT_TR_NOOP("Below a path, or below any folder of that name")),
    ("pass:yes", QT_TR_NOOP("With a password; pass:no without")),
    ("dup:yes", QT_TR_NOOP("Whose content is in the account more than once")),
)
"""What is typed, and what it means."""

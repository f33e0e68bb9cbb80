"""Verdicts of comparisons, in words."""

from collections.abc import Mapping
from typing import Final

from fichier_gui.domain.checking import Checked, Verdict
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_VERDICTS: Final = {
    Verdict.SAME: QT_TR_NOOP("The same"),
    Verdict.DIFFERS: QT_TR_NOOP("Different"),
    Verdict.MISSING_HERE: QT_TR_NOOP("Missing here"),
    Verdict.MISSING_THERE: QT_TR_NOOP("Only here"),
    Verdict.UNCHECKED: QT_TR_NOOP("Not checked"),
}


def verdict_words(verdict: Verdict) -> str:
    """The state of one file."""
    return tr(_VERDICTS[verdict])


def verdict_sentence(file: Checked) -> str:
    """What that means, and why."""
    if file.reason is not None:
        return error_words(file.reason).sentence
    if file.verdict is Verdict.DIFFERS and file.checksum_here is None:
        return tr("The sizes differ.")
    return {
        Verdict.SAME: tr("The checksum is the same."),
        Verdict.DIFFERS: tr("The checksum differs."),
        Verdict.MISSING_HERE: tr("It is not on this computer."),
        Verdict.MISSING_THERE: tr("It is on this computer only."),
        Verdict.UNCHECKED: tr("There is no checksum to compare."),
    }[file.verdict]


def comparison_words(counts: Mapping[Verdict, int], unread: int) -> str:
    """ "12 the same, 1 different": what was found, in one line."""
    parts = [
        (tr("%n the same", "", counts.get(Verdict.SAME, 0)), counts.get(Verdict.SAME, 0)),
        (tr("%n different", "", counts.get(Verdict.DIFFERS, 0)), counts.get(Verdict.DIFFERS, 0)),
        (tr("%n missing here", "", counts.get(Verdict.MISSING_HERE, 0)), counts.get(Verdict.MISSING_HERE, 0)),
        (tr("%n only here", "", counts.get(Verdict.MISSING_THERE, 0)), counts.get(Verdict.MISSING_THERE, 0)),
        (tr("%n not checked", "", counts.get(Verdict.UNCHECKED, 0)), counts.get(Verdict.UNCHECKED, 0)),
        (tr("%n could not be read", "", unread), unread),
    ]
    return ", ".join(words for words, count in parts if count) or tr("There was nothing to compare.")


def without_sums_words(count: int) -> str:
    """Of files that have no line in a sum file."""
    return tr("%n file(s) have no checksum and are not in the sum file.", "", count)

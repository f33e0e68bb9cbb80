"""What stands still and why, in words for many transfers at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain.causes import CauseCount
from fichier_gui.domain.transfers import State
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.actions import ErrorAction
from fichier_gui.ui.wording.errors import action_label, error_words, general_sentence
from fichier_gui.ui.wording.language import tr

FOR_MANY: Final = frozenset(ErrorAction) - {
    ErrorAction.NONE,
    ErrorAction.RETRY,
    ErrorAction.COPY_DETAILS,
    ErrorAction.KEEP_ANYWAY,
    ErrorAction.USE_CREDITS,
}
"""Ways out that may be taken for all rows of a cause. Trying again has its own button; damaged copies are
kept, and credits spent, one by one."""


@dataclass(frozen=True, slots=True)
class CauseWords:
    """One cause: "Disk full", what it means, and the way out that fits all of its rows."""

    brief: str
    sentence: str
    action_label: str
    action: ErrorAction


def cause_words(count: CauseCount) -> CauseWords:
    """What is read of a cause."""
    words = error_words(count.example, gave_up=count.cause.state is State.FAILED)
    action = next((way for way in (words.action, words.second) if way in FOR_MANY), ErrorAction.NONE)
    return CauseWords(
        words.brief[:1].upper() + words.brief[1:],
        general_sentence(count.example),
        action_label(action),
        action,
    )


def standing_words(counts: Sequence[CauseCount]) -> str:
    """ "15 transfers stand still: no answer (12), disk full (3)"."""
    total = sum(each.rows for each in counts)
    causes = ", ".join(f"{error_words(each.example).brief} ({numbers.count(each.rows)})" for each in counts)
    return tr("%n transfer(s) stand still: {causes}", "", total, causes=causes)

"""Lists of transfers that are written and read, in words."""

from typing import Final

from fichier_gui.domain.queue_list import EntryState, Found
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_STATES: Final = {
    EntryState.NEW: QT_TR_NOOP("New"),
    EntryState.LISTED: QT_TR_NOOP("In the list already"),
    EntryState.UNUSABLE: QT_TR_NOOP("Cannot be used"),
}


def entry_words(found: Found) -> str:
    """The state column of a list that is read."""
    if found.reason is not None:
        brief = error_words(found.reason).brief
        return brief[:1].upper() + brief[1:]
    if found.state is EntryState.NEW and found.entry is not None and found.entry.was_done:
        return tr("Was done")
    return tr(_STATES[found.state])


def entry_sentence(found: Found) -> str:
    """What that means."""
    if found.reason is not None:
        return error_words(found.reason).sentence
    if found.state is EntryState.LISTED:
        return tr("A transfer of it is in the list, or is in this file twice.")
    if found.entry is not None and found.entry.was_done:
        return tr("It had ended well when the list was written. It can be moved again.")
    return tr("It can be added.")


def imported_words(added: int, listed: int, unusable: int) -> str:
    """ "12 added, 3 in the list already, 1 cannot be used"."""
    parts = [
        (tr("%n added", "", added), added),
        (tr("%n left out: done, or in the list already", "", listed), listed),
        (tr("%n cannot be used", "", unusable), unusable),
    ]
    return ", ".join(words for words, count in parts if count) or tr("There was nothing to add.")

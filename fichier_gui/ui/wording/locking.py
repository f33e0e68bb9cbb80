"""The lock of the window in words."""

import math

from fichier_gui.domain.errors import KeyringMissing, KeyringProblem
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import tr


def wait_words(seconds: float) -> str:
    """When the next entry is looked at; nothing where that is at once."""
    whole = math.ceil(seconds)
    if whole <= 0:
        return ""
    if whole < 100:
        return tr("The next try is possible in %n second(s).", "", whole)
    return tr("The next try is possible in %n minute(s).", "", math.ceil(whole / 60))


def lock_state_words(is_set: bool | None, problem: KeyringProblem | None) -> str:
    """Whether the window has a lock; None while that is not known."""
    if isinstance(problem, KeyringMissing):
        return tr(
            "There is no key ring to keep a passphrase in, so the window cannot be locked."
            " The demo uses none."
        )
    if problem is not None:
        return error_words(problem).happened
    if is_set is None:
        return tr("The key ring is being asked.")
    return tr("A passphrase is set.") if is_set else tr("No passphrase is set.")

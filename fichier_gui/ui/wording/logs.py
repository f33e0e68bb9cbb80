"""The log in words."""

from typing import Final

from fichier_gui.domain.log import Level
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_LEVELS: Final = {
    Level.DEBUG: QT_TR_NOOP("Detail"),
    Level.INFO: QT_TR_NOOP("Information"),
    Level.WARNING: QT_TR_NOOP("Warning"),
    Level.ERROR: QT_TR_NOOP("Error"),
    Level.CRITICAL: QT_TR_NOOP("Grave error"),
}


def level_words(level: Level) -> str:
    """How grave a line is."""
    return tr(_LEVELS[level])

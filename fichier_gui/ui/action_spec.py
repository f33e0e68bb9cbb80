"""What is said of one command: its words, its icon, its keys."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from fichier_gui.ui.action_ids import ActionId, Reach

Keys = str | QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. ``keys``: the first is shown in menus, the others work too."""

    id: ActionId
    text: str
    icon: str = ""
    keys: tuple[Keys, ...] = ()
    reach: Reach = Reach.WINDOW
    is_checkable: bool = False
    help: str = ""
    """A longer tool tip where the text alone does not say it."""

"""The commands that concern the program itself."""

from typing import Final

from fichier_gui import identity
from fichier_gui.ui.action_ids import ActionId
from fichier_gui.ui.action_spec import ActionSpec
from fichier_gui.ui.wording import QT_TR_NOOP

_CHECK: Final = ActionSpec(
    ActionId.CHECK_VERSION,
    QT_TR_NOOP("Check for a new version"),
    "globe",
    ("Ctrl+Shift+F1",),
    help=QT_TR_NOOP("Asks once which version is the newest; nothing is downloaded"),
)

PROGRAM_ACTIONS: Final = (
    ActionSpec(ActionId.LOCK, QT_TR_NOOP("Lock the window"), "lock", ("Ctrl+Shift+X",)),
    ActionSpec(ActionId.SHOW_MENU, QT_TR_NOOP("Menu"), "menu", ("F10",)),
    ActionSpec(ActionId.PREFERENCES, QT_TR_NOOP("Settings…"), "settings", ("Ctrl+,",)),
    ActionSpec(ActionId.SHORTCUTS, QT_TR_NOOP("Keyboard shortcuts"), "keyboard", ("Ctrl+?", "F1")),
    ActionSpec(ActionId.LOG, QT_TR_NOOP("Log…"), "kind-text", ("Ctrl+Alt+Shift+L",)),
    ActionSpec(
        ActionId.REPORT,
        QT_TR_NOOP("Diagnostic report…"),
        "details",
        ("Ctrl+Alt+Shift+I",),
        help=QT_TR_NOOP("One text for whoever helps you, without secrets, shown before it is copied"),
    ),
    *((_CHECK,) if identity.RELEASES else ()),
    ActionSpec(ActionId.ABOUT, QT_TR_NOOP("About this program"), "info", ("Shift+F1",)),
    ActionSpec(ActionId.SHOW_WINDOW, QT_TR_NOOP("Show the window"), "window"),
    ActionSpec(ActionId.QUIT, QT_TR_NOOP("Quit"), "quit", ("Ctrl+Q",)),
)
"""In the order of the list of shortcuts. Where nobody tells of new versions nothing asks for them."""

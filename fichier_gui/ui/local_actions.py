"""The commands of the local pane: those of the file list, with the same keys, for a folder here."""

from typing import Final

from PySide6.QtGui import QKeySequence

from fichier_gui.ui.action_ids import ActionId, Reach
from fichier_gui.ui.action_spec import ActionSpec
from fichier_gui.ui.wording import QT_TR_NOOP

_KEY = QKeySequence.StandardKey

LOCAL_ACTIONS: Final = (
    ActionSpec(ActionId.LOCAL_OPEN, QT_TR_NOOP("Open"), "open-file", ("Ctrl+O",), Reach.LOCAL),
    ActionSpec(
        ActionId.LOCAL_UPLOAD_FILES,
        QT_TR_NOOP("Upload to the folder shown"),
        "upload",
        ("F6", "Ctrl+U"),
        Reach.LOCAL,
    ),
    ActionSpec(ActionId.LOCAL_BACK, QT_TR_NOOP("Back"), "back", ("Alt+Left", _KEY.Back), Reach.LOCAL),
    ActionSpec(
        ActionId.LOCAL_FORWARD, QT_TR_NOOP("Forward"), "forward", ("Alt+Right", _KEY.Forward), Reach.LOCAL
    ),
    ActionSpec(ActionId.LOCAL_UP, QT_TR_NOOP("Up one folder"), "up", ("Alt+Up", "Backspace"), Reach.LOCAL),
    ActionSpec(ActionId.LOCAL_REFRESH, QT_TR_NOOP("Refresh"), "refresh", ("F5", "Ctrl+R"), Reach.LOCAL),
    ActionSpec(ActionId.LOCAL_EDIT_PATH, QT_TR_NOOP("Go to a path…"), "places", ("Alt+D",), Reach.LOCAL),
    ActionSpec(
        ActionId.LOCAL_NEW_FOLDER,
        QT_TR_NOOP("New folder…"),
        "folder-new",
        ("F7", "Ctrl+Shift+N"),
        Reach.LOCAL,
    ),
    ActionSpec(ActionId.LOCAL_RENAME, QT_TR_NOOP("Rename…"), "rename", ("F2",), Reach.LOCAL),
    ActionSpec(ActionId.LOCAL_TRASH, QT_TR_NOOP("Move to the trash"), "trash", (_KEY.Delete,), Reach.LOCAL),
    ActionSpec(ActionId.LOCAL_COPY_PATH, QT_TR_NOOP("Copy path"), "copy", (_KEY.Copy,), Reach.LOCAL),
    ActionSpec(
        ActionId.LOCAL_SHOW, QT_TR_NOOP("Show in the file manager"), "folder", ("Ctrl+E",), Reach.LOCAL
    ),
    ActionSpec(
        ActionId.LOCAL_PROPERTIES,
        QT_TR_NOOP("Properties"),
        "details",
        ("Alt+Return", "Alt+Enter"),
        Reach.LOCAL,
    ),
    ActionSpec(ActionId.LOCAL_SELECT_ALL, QT_TR_NOOP("Select all"), "check", (_KEY.SelectAll,), Reach.LOCAL),
    ActionSpec(
        ActionId.LOCAL_HIDDEN,
        QT_TR_NOOP("Hidden files"),
        keys=("Ctrl+H",),
        reach=Reach.LOCAL,
        is_checkable=True,
    ),
)

"""Why a command cannot be used now."""

from typing import Final

from fichier_gui.ui.action_ids import ActionId, Reach
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_NO_FOLDER: Final = QT_TR_NOOP("No folder to go to")
_TOP: Final = QT_TR_NOOP("This is the top folder")
_NOTHING_MOVES: Final = QT_TR_NOOP("Nothing moves or waits")

_ONE_ACCOUNT: Final = QT_TR_NOOP("There is one account only")

_OWN: Final = {
    ActionId.BACK: _NO_FOLDER,
    ActionId.FORWARD: _NO_FOLDER,
    ActionId.UP: _TOP,
    ActionId.LOCAL_BACK: _NO_FOLDER,
    ActionId.LOCAL_FORWARD: _NO_FOLDER,
    ActionId.LOCAL_UP: _TOP,
    ActionId.DOWNLOAD_HERE: QT_TR_NOOP("Nothing is chosen, or no local folder is shown"),
    ActionId.SAVE_SEARCH: QT_TR_NOOP("No words are searched for"),
    ActionId.SHOW_IN_FOLDER: QT_TR_NOOP("Only for what a search found"),
    ActionId.UNDO: QT_TR_NOOP("Nothing to take back"),
    ActionId.PASTE_ITEMS: QT_TR_NOOP("Nothing to paste here"),
    ActionId.PAUSE_ALL: _NOTHING_MOVES,
    ActionId.RESUME_ALL: _NOTHING_MOVES,
    ActionId.NEXT_ACCOUNT: _ONE_ACCOUNT,
    ActionId.EDIT_ACCOUNT: _ONE_ACCOUNT,
    ActionId.REMOVE_ACCOUNT: _ONE_ACCOUNT,
    ActionId.CLEAR_DONE: QT_TR_NOOP("Nothing is done yet"),
}
_NOTHING_CHOSEN: Final = {
    Reach.FILES: QT_TR_NOOP("Nothing is chosen in the file list"),
    Reach.LOCAL: QT_TR_NOOP("Nothing is chosen in the local folder"),
    Reach.TRANSFERS: QT_TR_NOOP("Nothing is chosen in the transfers"),
}


def unavailable_words(action: ActionId, reach: Reach, *, signed_in: bool, has_chosen: bool) -> str:
    """A few words; ``has_chosen``: something is, where the command works. Empty where nothing is known."""
    if action in _OWN:
        return tr(_OWN[action])
    if not signed_in and (reach in (Reach.WINDOW, Reach.FILES) or action is ActionId.LOCAL_UPLOAD_FILES):
        return tr("No key is entered")
    if reach is Reach.WINDOW:
        return ""
    return tr("Not for what is chosen") if has_chosen else tr(_NOTHING_CHOSEN[reach])

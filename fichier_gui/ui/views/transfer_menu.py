"""The context menu of the transfer list."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui import icons, wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.actions import SEPARATOR, Actions
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.wording import ErrorAction, tr

Answer = Callable[[ErrorAction, Transfer], None]

FIRST: Final = (ActionId.TRANSFER_PAUSE, ActionId.TRANSFER_START_NOW)
MOVES: Final = (
    ActionId.TRANSFER_TOP,
    ActionId.TRANSFER_HIGHER,
    ActionId.TRANSFER_LOWER,
    ActionId.TRANSFER_BOTTOM,
)
PRIORITIES: Final = (
    ActionId.TRANSFER_PRIORITY_HIGH,
    ActionId.TRANSFER_PRIORITY_NORMAL,
    ActionId.TRANSFER_PRIORITY_LOW,
)
REST: Final = (
    ActionId.TRANSFER_LIMIT,
    SEPARATOR,
    ActionId.TRANSFER_OPEN_FILE,
    ActionId.TRANSFER_SHOW_LOCAL,
    ActionId.TRANSFER_SHOW_REMOTE,
    SEPARATOR,
    ActionId.TRANSFER_VERIFY,
    ActionId.TRANSFER_SUMS,
    SEPARATOR,
    ActionId.TRANSFER_COPY_LINK,
    ActionId.TRANSFER_COPY_AS,
    ActionId.TRANSFER_COPY_ERROR,
    ActionId.TRANSFER_HISTORY,
    SEPARATOR,
    ActionId.TRANSFER_RETRY,
    ActionId.TRANSFER_RETRY_ALIKE,
    SEPARATOR,
    ActionId.TRANSFER_REMOVE,
    ActionId.TRANSFER_CANCEL,
)


def transfer_menu(parent: QWidget, actions: Actions, current: Transfer | None, answer: Answer) -> QMenu:
    """The commands for what is chosen; the way out of a row that stands still comes first."""
    menu = Menu(parent)
    if current is not None:
        _add_ways_out(menu, current, answer)
    actions.fill(menu, FIRST)
    _add_group(menu, actions, MOVES, tr("Move"), "move-up")
    _add_group(menu, actions, PRIORITIES, tr("Priority"), "priority")
    actions.fill(menu, REST)
    return menu


def _add_ways_out(menu: QMenu, current: Transfer, answer: Answer) -> None:
    words = wording.transfer_words(current)
    if words is None or current.state not in (State.NEEDS_ANSWER, State.FAILED, State.DONE):
        return
    for label, action in ((words.action_label, words.action), (words.second_label, words.second)):
        if label:
            entry = menu.addAction(label)
            entry.triggered.connect(lambda _=False, action=action: answer(action, current))
    menu.addSeparator()


def _add_group(menu: QMenu, actions: Actions, group: tuple[ActionId, ...], title: str, icon: str) -> None:
    part = actions.menu(menu, group, title)
    part.setIcon(icons.icon(icon))
    part.setEnabled(actions[group[0]].isEnabled())
    menu.addMenu(part)

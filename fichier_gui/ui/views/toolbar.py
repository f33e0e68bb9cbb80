"""The line above: where we are, what to look for, what to send."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from fichier_gui import identity
from fichier_gui.ui import icons, theme
from fichier_gui.ui.action_table import AFTER_QUEUE
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.views.breadcrumb import Breadcrumb
from fichier_gui.ui.views.search_field import SearchField
from fichier_gui.ui.wording import tr

UPLOADS = (ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER, ActionId.REMOTE_UPLOADS)
MENU = (
    ActionId.NEW_FOLDER,
    ActionId.UPLOAD_FILES,
    ActionId.UPLOAD_FOLDER,
    ActionId.PASTE_LINKS,
    ActionId.REMOTE_UPLOADS,
    ActionId.RECENT_LINKS,
    ActionId.CHECK_SUMS,
    ActionId.JOIN_PARTS,
    SEPARATOR,
    ActionId.UNDO,
    ActionId.RECENTLY_DELETED,
    ActionId.REFRESH,
    ActionId.EDIT_PATH,
    ActionId.FILTER,
    ActionId.SEARCH,
    ActionId.DUPLICATES,
    ActionId.EXPORT_FILES,
    SEPARATOR,
)
VIEW_MENU = (
    ActionId.TOGGLE_PLACES,
    ActionId.TOGGLE_LOCAL,
    ActionId.TOGGLE_DETAILS,
    ActionId.TOGGLE_TRANSFERS,
    ActionId.TOGGLE_DROP_TARGET,
    ActionId.GROUP_BATCHES,
    SEPARATOR,
    ActionId.SHOW_THUMBNAILS,
    ActionId.FORGET_THUMBNAILS,
)
TRANSFERS_MENU = (
    ActionId.PAUSE_ALL,
    ActionId.RESUME_ALL,
    ActionId.CLEAR_DONE,
    SEPARATOR,
    ActionId.EXPORT_LIST,
    ActionId.IMPORT_LIST,
    SEPARATOR,
    ActionId.SLOW_LIMITS,
    ActionId.LIMIT_SETTINGS,
    ActionId.EXPLAIN_SPEEDS,
    ActionId.EXPLAIN_REQUESTS,
    SEPARATOR,
)
ACCOUNT_MENU = (
    ActionId.ACCOUNT,
    ActionId.VOUCHERS,
    ActionId.FTP_ACCESS,
    ActionId.ELSEWHERE,
    SEPARATOR,
    ActionId.ADD_ACCOUNT,
    ActionId.NEXT_ACCOUNT,
    ActionId.EDIT_ACCOUNT,
    ActionId.REMOVE_ACCOUNT,
    SEPARATOR,
    ActionId.ENTER_KEY,
    ActionId.FORGET_KEY,
    ActionId.FORGET_EVERYTHING,
)
MENU_END = (
    SEPARATOR,
    ActionId.PREFERENCES,
    ActionId.FIND_COMMAND,
    SEPARATOR,
    ActionId.LOCK,
    ActionId.QUIT,
)
HELP_MENU = (
    ActionId.SHORTCUTS,
    ActionId.SEARCH_HELP,
    SEPARATOR,
    ActionId.LOG,
    ActionId.REPORT,
    SEPARATOR,
    *((ActionId.CHECK_VERSION,) if identity.RELEASES else ()),
    ActionId.ABOUT,
)


class Toolbar(QWidget):
    """Buttons for the commands, the path, the filter, the menu."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tool bar"))
        self.breadcrumb = Breadcrumb(self)
        self.search = SearchField(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.RELATED, theme.RELATED, theme.RELATED, theme.RELATED)
        row.setSpacing(theme.GRID)
        for action in (ActionId.BACK, ActionId.FORWARD, ActionId.UP):
            row.addWidget(flat_button(actions[action], self))
        row.addSpacing(theme.GRID)
        row.addWidget(self.breadcrumb, 1)
        row.addWidget(flat_button(actions[ActionId.REFRESH], self))
        row.addSpacing(theme.GRID)
        row.addWidget(self.search)
        row.addSpacing(theme.GRID)
        row.addWidget(self._upload_button(actions))
        row.addWidget(_push(actions[ActionId.PASTE_LINKS], tr("Paste links"), self))
        row.addSpacing(theme.GRID)
        row.addWidget(self._menu_button(actions))

    def _upload_button(self, actions: Actions) -> QPushButton:
        button = _push(actions[ActionId.UPLOAD_FILES], tr("Upload", "verb"), self)
        button.setMenu(actions.menu(button, UPLOADS))
        return button

    def _menu_button(self, actions: Actions) -> QToolButton:
        button = QToolButton(self)
        icons.put(button, "menu")
        shared = actions[ActionId.SHOW_MENU]
        button.setToolTip(shared.toolTip())
        shared.changed.connect(lambda: button.setToolTip(shared.toolTip()))
        button.setAccessibleName(shared.text())
        button.setAutoRaise(True)
        fit_button(button)
        # Not setMenu: styles would paint an arrow beside the three lines.
        menu = main_menu(actions, button)
        button.clicked.connect(shared.trigger)
        actions.on(ActionId.SHOW_MENU, lambda: _open_below(menu, button))
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.hairline(self.palette()))


def main_menu(actions: Actions, parent: QWidget) -> QMenu:
    """All commands of the window. What is seldom used is one level down: a small screen holds the first."""
    menu = actions.menu(parent, MENU)
    menu.addMenu(actions.menu(menu, VIEW_MENU, tr("View", "menu")))
    transfers = actions.menu(menu, TRANSFERS_MENU, tr("Transfers"))
    transfers.addMenu(actions.menu(transfers, AFTER_QUEUE, tr("After the queue")))
    menu.addMenu(transfers)
    menu.addMenu(actions.menu(menu, ACCOUNT_MENU, tr("Account")))
    menu.addMenu(actions.menu(menu, HELP_MENU, tr("Help", "menu")))
    actions.fill(menu, MENU_END)
    return menu


def flat_button(action: QAction, parent: QWidget) -> QToolButton:
    """An icon that carries out a command."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAutoRaise(True)
    button.setAccessibleName(action.text())
    fit_button(button)
    return button


def _push(action: QAction, text: str, parent: QWidget) -> QPushButton:
    """A button with its own word for an action; it follows the action's state and icon."""
    button = QPushButton(action.icon(), text, parent)
    button.setAccessibleName(action.text().rstrip("…"))
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setFixedHeight(theme.CONTROL_HEIGHT)
    button.setIconSize(QSize(theme.ICON, theme.ICON))

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setIcon(action.icon())

    action.changed.connect(follow)
    button.clicked.connect(lambda _checked=False: action.trigger())
    follow()
    return button


def _open_below(menu: QMenu, button: QToolButton) -> None:
    below = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(QPoint(below.x() - menu.sizeHint().width(), below.y() + theme.GRID))


def fit_button(button: QToolButton) -> None:
    """As high as all controls, and square with an icon alone."""
    button.setIconSize(QSize(theme.TOOL_ICON, theme.TOOL_ICON))
    button.setFixedHeight(theme.CONTROL_HEIGHT)
    if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        button.setFixedWidth(theme.CONTROL_HEIGHT)

"""The line above: where we are, what to look for, what to send."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.action_table import AFTER_QUEUE
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.views.breadcrumb import Breadcrumb
from fichier_gui.ui.views.lines import paint_field
from fichier_gui.ui.wording import tr

_FILTER_WIDTH = 220

UPLOADS = (ActionId.UPLOAD_FILES, ActionId.UPLOAD_FOLDER)
MENU = (
    ActionId.NEW_FOLDER,
    ActionId.UPLOAD_FILES,
    ActionId.UPLOAD_FOLDER,
    ActionId.PASTE_LINKS,
    SEPARATOR,
    ActionId.REFRESH,
    ActionId.EDIT_PATH,
    ActionId.FILTER,
    SEPARATOR,
    ActionId.TOGGLE_PLACES,
    ActionId.TOGGLE_DETAILS,
    ActionId.TOGGLE_TRANSFERS,
    ActionId.GROUP_BATCHES,
    SEPARATOR,
    ActionId.PAUSE_ALL,
    ActionId.RESUME_ALL,
    ActionId.CLEAR_DONE,
    ActionId.SLOW_LIMITS,
    ActionId.LIMIT_SETTINGS,
    ActionId.EXPLAIN_REQUESTS,
    SEPARATOR,
    ActionId.ENTER_KEY,
    ActionId.FORGET_KEY,
    SEPARATOR,
    ActionId.PREFERENCES,
    ActionId.SHORTCUTS,
    ActionId.ABOUT,
    SEPARATOR,
    ActionId.QUIT,
)


class FilterField(QLineEdit):
    """Words that the rows of this folder must hold."""

    left = Signal()
    """Escape or Down: back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Filter this folder"))
        self.setAccessibleName(tr("Filter this folder"))
        self.setClearButtonEnabled(True)
        self.setFrame(False)
        self.setTextMargins(theme.GRID, 0, theme.GRID, 0)
        self.setFixedHeight(theme.CONTROL_HEIGHT)
        self.setMinimumWidth(120)
        self.setMaximumWidth(_FILTER_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(tr("Filter this folder"), self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            is_glass = button.defaultAction() is self._glass
            button.setAccessibleName(tr("Filter this folder") if is_glass else tr("Clear the filter"))
        self.retint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The same frame as the path's; the accent while it has the focus."""
        painter = QPainter(self)
        paint_field(painter, self, has_focus=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def retint(self) -> None:
        """After a change of palette."""
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self._glass.setIcon(icons.icon("search", icons.Tint.MUTED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears first and leaves then."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


class Toolbar(QWidget):
    """Buttons for the commands, the path, the filter, the menu."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tool bar"))
        self.breadcrumb = Breadcrumb(self)
        self.filter = FilterField(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.RELATED, theme.RELATED, theme.RELATED, theme.RELATED)
        row.setSpacing(theme.GRID)
        for action in (ActionId.BACK, ActionId.FORWARD, ActionId.UP):
            row.addWidget(_flat(actions[action], self))
        row.addSpacing(theme.GRID)
        row.addWidget(self.breadcrumb, 1)
        row.addWidget(_flat(actions[ActionId.REFRESH], self))
        row.addSpacing(theme.GRID)
        row.addWidget(self.filter)
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
        button.setToolTip(tr("Menu"))
        button.setAccessibleName(tr("Menu"))
        button.setAutoRaise(True)
        _size(button)
        # Not setMenu: styles would paint an arrow beside the three lines.
        cut = MENU.index(ActionId.CLEAR_DONE) + 1
        menu = actions.menu(button, MENU[:cut])
        menu.addMenu(actions.menu(menu, AFTER_QUEUE, tr("After the queue")))
        actions.fill(menu, MENU[cut:])
        button.clicked.connect(lambda _checked=False: _open_below(menu, button))
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.hairline(self.palette()))


def _flat(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAutoRaise(True)
    button.setAccessibleName(action.text())
    _size(button)
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


def _size(button: QToolButton) -> None:
    button.setIconSize(QSize(theme.TOOL_ICON, theme.TOOL_ICON))
    button.setFixedHeight(theme.CONTROL_HEIGHT)
    if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        button.setFixedWidth(theme.CONTROL_HEIGHT)

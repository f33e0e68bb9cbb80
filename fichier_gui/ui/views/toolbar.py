"""The line above: where we are, what to look for, what to send."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.views.breadcrumb import Breadcrumb
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
    SEPARATOR,
    ActionId.PAUSE_ALL,
    ActionId.RESUME_ALL,
    ActionId.CLEAR_DONE,
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
        self.setFixedHeight(theme.CONTROL_HEIGHT)
        self.setMinimumWidth(120)
        self.setMaximumWidth(_FILTER_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.retint()

    def retint(self) -> None:
        """After a change of palette."""
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
        row.addWidget(_worded(actions[ActionId.PASTE_LINKS], self))
        row.addSpacing(theme.GRID)
        row.addWidget(self._menu_button(actions))

    def _upload_button(self, actions: Actions) -> QToolButton:
        button = _worded(actions[ActionId.UPLOAD_FILES], self)
        button.setText(tr("Upload", "verb"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(actions.menu(button, UPLOADS))
        return button

    def _menu_button(self, actions: Actions) -> QToolButton:
        button = QToolButton(self)
        icons.put(button, "menu")
        button.setToolTip(tr("Menu"))
        button.setAccessibleName(tr("Menu"))
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        _size(button)
        menu: QMenu = actions.menu(button, MENU)
        button.setMenu(menu)
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


def _worded(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(action.text())
    _size(button)
    return button


def _size(button: QToolButton) -> None:
    button.setIconSize(QSize(theme.TOOL_ICON, theme.TOOL_ICON))
    button.setFixedHeight(theme.CONTROL_HEIGHT)
    if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        button.setFixedWidth(theme.CONTROL_HEIGHT)

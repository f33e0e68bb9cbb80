"""Below the folder tree: places of the account that are no folders, each a click away."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.views.lines import Hairline

LINKS = (ActionId.REMOTE_UPLOADS, ActionId.RECENT_LINKS)


class PlaceLinks(QWidget):
    """They carry out the commands of menus, and look like rows of the tree."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(0)
        column.addWidget(Hairline(self))
        links = QVBoxLayout()
        links.setContentsMargins(theme.GROUP - theme.GRID // 2, theme.GRID, theme.GRID, 0)
        links.setSpacing(0)
        column.addLayout(links)
        self._links = [_link(actions[action], self) for action in LINKS]
        for link in self._links:
            links.addWidget(link)

    def whole_width(self) -> int:
        """So wide that no word is shortened. Whoever makes the column narrower sees less of them."""
        # The icons may come later, in the colours of the palette.
        icon = theme.ICON + theme.GRID if self._links[0].icon().isNull() else 0
        return theme.GROUP + theme.GRID + icon + max(link.sizeHint().width() for link in self._links)


def _link(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    words = action.text().rstrip("…")
    button.setText(words)
    # A change of the action brings its own text back, with the dots of a menu.
    action.changed.connect(lambda: button.setText(words))
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(theme.ICON, theme.ICON))
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setFixedHeight(max(theme.ROW_HEIGHT, button.fontMetrics().height() + 2 * theme.GRID))
    return button

"""Where a list is: the folders from the top down, each a button; a click beside them types a path."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from fichier_gui.ui import icons, theme
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.views.lines import paint_field
from fichier_gui.ui.wording import tr

_LONGEST_NAME = 220


@dataclass(frozen=True, slots=True)
class Step:
    """One folder of the path. ``target``: what is told when it is chosen."""

    target: object
    name: str
    icon: str = ""


class _Crumb(QToolButton):
    """A folder. With a picture, its name is as far from the arrow behind it as that of one without."""

    def sizeHint(self) -> QSize:
        """Qt adds two spaces to the words, one before and one after; beside a picture both come after."""
        hint = super().sizeHint()
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            hint.setWidth(hint.width() - 2 * self.fontMetrics().horizontalAdvance(" "))
        return hint


class PathBar(QWidget):
    """Buttons for the path; the left gives way to a menu when there is no room."""

    chosen = Signal(object)
    """The target of a step."""
    typed = Signal(str)
    """A path, as typed."""
    left = Signal()
    """Typing ended by a key: the list is meant next, not whatever comes after this field."""

    def __init__(self, name: str, example: str, parent: QWidget | None = None) -> None:
        """``example`` stands in the field while nothing is typed."""
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._text = ""
        self._crumbs: list[QWidget] = []
        self._targets: dict[QWidget, object] = {}
        """Of the buttons."""
        self._lit: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.CONTROL_HEIGHT)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._row.setSpacing(0)
        self._field = QLineEdit(self)
        self._field.setFrame(False)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(example)
        self._field.returnPressed.connect(self._on_field_return_pressed)
        self._field.installEventFilter(self)
        self._field.hide()

    def show_steps(self, steps: Sequence[Step], text: str) -> None:
        """The folders from the top to the one that is shown, and the whole path as it would be typed."""
        self._text = text
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._fill()

    def edit(self) -> None:
        """Let the user type a path."""
        for crumb in self._crumbs:
            crumb.hide()
        self._field.setText(self._text)
        self._field.setGeometry(self.rect().adjusted(theme.RELATED, 1, -theme.GRID, -1))
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def correct(self, path: str) -> None:
        """Let the user change a path that led nowhere."""
        self.edit()
        self._field.setText(path)

    def step_under(self, point: QPoint) -> object:
        """The target whose button is under a point."""
        button = self.childAt(point)
        return None if button is None else self._targets.get(button)

    def light(self, point: QPoint | None) -> None:
        """Light the folder under a drag."""
        if self._lit is not None:
            self._lit.setAutoFillBackground(False)
            self._lit.setPalette(QPalette())
        under = None if point is None else self.childAt(point)
        self._lit = under if under in self._targets else None
        if self._lit is not None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Button, theme.lit_ground(QApplication.palette()))
            self._lit.setPalette(palette)
            self._lit.setAutoFillBackground(True)

    def minimumSizeHint(self) -> QSize:
        """Room for the last name."""
        return QSize(160, theme.CONTROL_HEIGHT)

    def sizeHint(self) -> QSize:
        """As wide as there is."""
        return QSize(320, theme.CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field like the filter beside it; the accent around it while a path is typed."""
        painter = QPainter(self)
        paint_field(painter, self, has_focus=self._field.isVisible())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the names types a path."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the middle."""
        super().resizeEvent(event)
        if self._field.isVisible():
            self._field.setGeometry(self.rect().adjusted(theme.RELATED, 1, -theme.GRID, -1))
        else:
            self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """The arrows between the names are pictures: they are drawn anew for another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_crumbs", None):
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape, or leaving the field, goes back to the names."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave_field()
                return True
        elif event.type() == QEvent.Type.FocusOut and self._field.isVisible():
            self._close_field()
        return False

    def _on_field_return_pressed(self) -> None:
        text = self._field.text().strip()
        self._leave_field()
        self.typed.emit(text)

    def _leave_field(self) -> None:
        self.left.emit()
        self._close_field()

    def _close_field(self) -> None:
        self._field.hide()
        for crumb in self._crumbs:
            crumb.show()
        self._fold()
        self.update()

    def _fill(self) -> None:
        for crumb in self._crumbs:
            self._row.removeWidget(crumb)
            crumb.hide()
            crumb.deleteLater()
        self._targets.clear()
        self._lit = None
        while self._row.count():
            self._row.takeAt(0)
        self._crumbs = [self._more_button()]
        for number, step in enumerate(self._steps):
            if number:
                self._crumbs.append(self._arrow())
            self._crumbs.append(self._button(step, is_last=number == len(self._steps) - 1))
        for crumb in self._crumbs:
            self._row.addWidget(crumb)
        self._row.addStretch(1)
        self._close_field()

    def _button(self, step: Step, *, is_last: bool) -> QToolButton:
        button = _Crumb(self)
        name = step.name
        metrics = self.fontMetrics()
        button.setText(
            metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST_NAME).replace("&", "&&")
        )
        button.setToolTip(name if metrics.horizontalAdvance(name) > _LONGEST_NAME else "")
        button.setAccessibleName(tr("Go to {folder}", folder=name))
        button.setAutoRaise(True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFixedHeight(theme.CONTROL_HEIGHT - 2 * theme.GRID)
        if step.icon:
            icons.put(button, step.icon, icons.Tint.MUTED)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._targets[button] = step.target
        if is_last:
            button.setFont(theme.strong(button.font()))
        button.clicked.connect(lambda _checked=False, target=step.target: self.chosen.emit(target))
        return button

    def _arrow(self) -> QLabel:
        arrow = QLabel(self)
        arrow.setPixmap(
            icons.pixmap("chevron-right", 12, theme.muted(self.palette()), self.devicePixelRatioF())
        )
        return arrow

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("…")
        button.setAccessibleName(tr("Folders between"))
        button.setAutoRaise(True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFixedHeight(theme.CONTROL_HEIGHT - 2 * theme.GRID)
        menu = Menu(button)
        for step in self._steps[:-1]:
            entry = menu.addAction(icons.icon("folder"), step.name.replace("&", "&&"))
            entry.triggered.connect(lambda _checked=False, target=step.target: self._go(target))
        button.setMenu(menu)
        return button

    def _go(self, target: object) -> None:
        self.chosen.emit(target)

    def _fold(self) -> None:
        """Hide folders from the left until the rest fits; the menu at the left has them all."""
        if self._field.isVisible() or not self._crumbs:
            return
        more, crumbs = self._crumbs[0], self._crumbs[1:]
        room = self.width() - 2 * theme.GRID
        widths = [crumb.sizeHint().width() for crumb in crumbs]
        first = 0
        while first < len(crumbs) - 1 and sum(widths[first:]) + self._more_width(first) > room:
            first += 2
        more.setVisible(first > 0)
        for number, crumb in enumerate(crumbs):
            crumb.setVisible(number >= first)

    def _more_width(self, first: int) -> int:
        return self._crumbs[0].sizeHint().width() if first else 0

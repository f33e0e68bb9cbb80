"""What all dialogs share: margins, a heading, texts that wrap, and a wait that nests no event loop."""

import asyncio

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui import boxes, icons, theme
from fichier_gui.ui.announcing import announce
from fichier_gui.ui.wording import tr

MARGIN = theme.DIALOG
GAP = theme.GROUP
NEAR = theme.RELATED
LINE_INSET = 2
"""With what the style adds, the words of a line begin where those of a box with choices do."""
_WINDOW_FRAME = QSize(8, 36)
"""What the desktop puts around a window, about."""
TEXT_WIDTH = 420
"""Some 70 letters of the system font: the longest line that reads well."""


class ButtonBox(QDialogButtonBox):
    """Roles stand as the platform wants them; buttons of one role as they were added, hidden ones too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steady = _Steady(self)

    def add(self, button: QPushButton | str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        """A button, or one with this text."""
        made = QPushButton(button, self) if isinstance(button, str) else button
        self.addButton(made, role)
        made.installEventFilter(self._steady)
        return made


class _Steady(QObject):
    """Qt's box takes a hidden button out, and back in at another place: it does not hear of it."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The layout makes room for what is shown by itself."""
        return event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Frame(QDialog):
    """A dialog with 24 pixels of air, its contents from top to bottom, its buttons at the end."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.body.setSpacing(GAP)

    def event(self, event: QEvent) -> bool:
        """All controls share one height and all boxes are seen, before the dialog takes its size."""
        if event.type() == QEvent.Type.Polish:
            dress(self)
            self._fit()
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return is_done

    def _grow(self) -> None:
        """Words that became more lines push nothing out of sight: Qt minds the width alone."""
        if self.isVisible() and self.layout() is self.body:
            least, room = self._least(self.width()), self._room()
            if not _holds(room, least):
                self._scroll()
            self.resize(self.size().expandedTo(least).boundedTo(room))

    def sizeHint(self) -> QSize:
        """Never narrower than the dialog will be: the height is that of lines broken at this width."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.minimumWidth()), hint.height())

    def _fit(self) -> None:
        """No larger than the screen: large text makes that small. What has no room then is scrolled to."""
        room = self._room()
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        least = self._least(min(self.width(), room.width()))
        if not _holds(room, least):
            self._scroll()
            self.resize(self.size().expandedTo(least).boundedTo(room))
        elif self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.size().boundedTo(room))

    def _least(self, width: int) -> QSize:
        """What the contents need, with lines broken at ``width``."""
        least = self.body.totalMinimumSize()
        if self.body.hasHeightForWidth():
            lines = self.body.totalMinimumHeightForWidth(max(width, least.width()))
            least.setHeight(max(least.height(), lines))
        return least

    def _room(self) -> QSize:
        return self.screen().availableSize() - _WINDOW_FRAME

    def _scroll(self) -> None:
        area, content = QScrollArea(self), QWidget(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the control that has the focus
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        content.setLayout(self.body)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setMinimumSize(self.minimumSize().boundedTo(self._room()))

    def add_heading(self, text: str) -> QLabel:
        """The one sentence that says what this is about."""
        label = heading(text, self)
        self.body.addWidget(label)
        return label

    def add_text(self, text: str = "") -> QLabel:
        """A paragraph."""
        label = paragraph(text, self)
        self.body.addWidget(label)
        return label

    def add_buttons(self, *, accept: str, reject: str = "") -> tuple[QPushButton, ButtonBox]:
        """A verb that closes with *accepted* and a way back; the box orders them as the platform does."""
        box = ButtonBox(self)
        yes = box.add(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        yes.setDefault(True)
        if reject:
            no = box.add(reject, QDialogButtonBox.ButtonRole.RejectRole)
            no.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        return yes, box

    def add_closing(self) -> ButtonBox:
        """The way out of what only shows something. Return takes it; the platform says where it stands."""
        box = ButtonBox(self)
        close = box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        return box


def _holds(room: QSize, size: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def dress(root: QWidget) -> None:
    """Controls under ``root`` look and are read as those of all dialogs; again for what is added later."""
    boxes.make_visible(root)
    even_heights(root)
    label_choices(root)
    name_clearing(root)


def even_heights(root: QWidget) -> None:
    """Buttons, lines and boxes under ``root`` get the height of all controls."""
    for kind in (QPushButton, QLineEdit, QComboBox, QAbstractSpinBox):
        for control in root.findChildren(kind):
            if not isinstance(control.parent(), QAbstractSpinBox | QComboBox):
                free = 2 * boxes.SPIN_INSET if isinstance(control, QAbstractSpinBox) else 0
                control.setMinimumHeight(theme.CONTROL_HEIGHT + free)
                if isinstance(control, QLineEdit):
                    control.setTextMargins(LINE_INSET, 0, LINE_INSET, 0)


def add_glass(line: QLineEdit) -> None:
    """A magnifier at the beginning of a line that filters."""
    picture = icons.icon("search", icons.Tint.MUTED)
    glass = line.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)
    glass.setText(line.accessibleName())
    glass.triggered.connect(lambda _checked=False: line.setFocus())


def name_clearing(root: QWidget) -> None:
    """Name the crosses that Qt puts into lines."""
    for line in root.findChildren(QLineEdit):
        for button in line.findChildren(QToolButton):
            if not button.accessibleName() and not button.defaultAction().text():
                button.setAccessibleName(tr("Empty the line"))


def label_choices(root: QWidget) -> None:
    """Give each box with choices that has a name the label that a screen reader says before what is chosen.

    WORKAROUND(https://code.qt.io/cgit/qt/qtbase.git/tree/src/widgets/accessible/complexwidgets.cpp): on Linux
    Qt gives the chosen words as the name of such a box, and takes only a label beside it for its label.
    """
    for box in root.findChildren(QComboBox):
        parent = box.parentWidget() or root
        beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if box.accessibleName() and not any(label.buddy() is box for label in beside):
            label = QLabel(box.accessibleName(), parent)
            label.setBuddy(box)
            label.hide()


def heading(text: str, parent: QWidget) -> QLabel:
    """A bold line, a little larger than the text."""
    label = QLabel(text, parent)
    label.setFont(theme.heading(label.font()))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def paragraph(text: str, parent: QWidget) -> QLabel:
    """A text that wraps and can be selected with the mouse. Plain: names of files are never markup."""
    return _as_paragraph(QLabel(text, parent))


def _as_paragraph(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(TEXT_WIDTH)
    return label


class QuietLabel(QLabel):
    """Secondary text: nearer to the background than the text, and still 4.5 to 1 against it."""

    _is_tinting = False

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._is_tinting:
            self._tint()

    def _tint(self) -> None:
        self._is_tinting = True
        self.setPalette(theme.muted_text(QApplication.palette()))
        self._is_tinting = False


class _SaidLabel(QLabel):
    """Its words are said when they change in sight."""

    def setText(self, text: str) -> None:
        """Show other words."""
        if self.isVisible() and text != self.text():
            announce(self, text)
        super().setText(text)


class Fact(QWidget):
    """An icon and a sentence beside it."""

    def __init__(self, icon: str, text: str, parent: QWidget, tint: icons.Tint = icons.Tint.MUTED) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NEAR + 4)
        self._picture = QLabel(self)
        self._picture.setFixedSize(theme.ICON, theme.ICON)
        self.label = _as_paragraph(_SaidLabel(text, self))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.show_icon(icon, tint)

    def setVisible(self, visible: bool) -> None:
        """One that appears in an open dialog is said."""
        was_there = self.isVisible()
        super().setVisible(visible)
        if not was_there and self.isVisible():
            announce(self, self.label.text())

    def show_icon(self, icon: str, tint: icons.Tint) -> None:
        """Another icon."""
        self._shown = icon, tint
        self._picture.setPixmap(icons.icon(icon, tint).pixmap(theme.ICON, theme.ICON))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self.show_icon(*self._shown)


def place_words(path: str) -> str:
    """A remote folder's path; the root is the account."""
    return tr("Account") if path == "/" else path


async def shown(dialog: QDialog, *, scope: TaskScope | None = None, blocks: bool = True) -> int:
    """Open ``dialog``, wait for its end without a nested loop, give its result, delete it.

    ``scope``: the dialog's own work, which ends before it is deleted. ``blocks``: the window behind it cannot
    be used meanwhile.
    """
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def on_dialog_finished(result: int) -> None:
        if not ended.done():
            ended.set_result(result)

    dialog.finished.connect(on_dialog_finished)
    if blocks:
        dialog.open()
    else:
        dialog.show()
    try:
        return await ended
    except asyncio.CancelledError:
        dialog.done(QDialog.DialogCode.Rejected)
        raise
    finally:
        try:
            if scope is not None:
                await scope.close()
        finally:
            dialog.deleteLater()

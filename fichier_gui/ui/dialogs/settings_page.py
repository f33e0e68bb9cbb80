"""One page of the settings, built from their descriptions."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QStyle, QVBoxLayout, QWidget

from fichier_gui.domain.settings import Description, Settings
from fichier_gui.ui import theme, wording
from fichier_gui.ui.dialogs.fields import Field, FolderChooser, Text, YesNo, box_width, field_for
from fichier_gui.ui.dialogs.frame import GAP, NEAR, QuietLabel

_WIDE = Qt.AlignmentFlag(0)
"""The whole width of the cell."""
_MARK_SHARE = 0.92
_MARK_RADIUS = 6.0
_AIR = 6
"""Above and below what is marked: less than half of what is between two rows."""
TOP = ""
"""In the place of a setting's name: what stands above all of them."""


class _Content(QWidget):
    """Lights the ground of what was searched for; the current one has an edge too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks: list[tuple[tuple[QWidget, ...], bool]] = []

    def mark(self, rows: list[tuple[tuple[QWidget, ...], bool]]) -> None:
        """These rows, each with whether it is the current one."""
        self._marks = rows
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Under the controls."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = theme.accent(self.palette())
        painter.setBrush(theme.blend(accent, self.palette().window().color(), _MARK_SHARE))
        for widgets, is_current in self._marks:
            if all(widget.isHidden() for widget in widgets):
                continue
            painter.setPen(QPen(accent, 1.0) if is_current else Qt.PenStyle.NoPen)
            rows = around(widgets).intersected(self.rect())
            room = QRectF(0.5, rows.top() + 0.5, self.width() - 1.0, rows.height() - 1.0)
            painter.drawRoundedRect(room, _MARK_RADIUS, _MARK_RADIUS)


def around(widgets: Sequence[QWidget]) -> QRect:
    """The room of a row, with some air."""
    room = QRect()
    for widget in widgets:
        room = room.united(widget.geometry())
    return room.adjusted(0, -_AIR, 0, _AIR)


class SettingsPage(QScrollArea):
    """A form that scrolls where it must. ``edited`` carries a field's name and its new value."""

    edited = Signal(str, object)

    def __init__(
        self, title: str, descriptions: Sequence[Description], parent: QWidget, top: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the control that has the focus
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._descriptions = descriptions
        self.fields: dict[str, Field] = {}
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._is_open = True
        self._content = content = _Content(self)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(GAP + NEAR)
        if top is not None:
            column.addWidget(top)
            self._rows[TOP] = (top,)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GAP)
        self._form.setVerticalSpacing(GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        column.addStretch(1)
        self.setWidget(content)
        for description in descriptions:
            self._add(description, content)
        if all(field.has_own_label for field in self.fields.values()):
            self._form.setHorizontalSpacing(0)  # with no label at all there is nothing to stand clear of

    @property
    def needed_width(self) -> int:
        """Pixels that show the form without a bar to move it sideways."""
        self._column.invalidate()  # it may know the form as it was before its only row came
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return self._content.minimumSizeHint().width() + scroll_bar + NEAR

    def open_form(self, is_open: bool, settings: Settings) -> None:
        """Whether these settings matter at all now."""
        self._is_open = is_open
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these values; what depends on another setting is open only where it matters."""
        for description in self._descriptions:
            self.fields[description.name].put(getattr(settings, description.name))
            for widget in self._rows[description.name]:
                widget.setEnabled(self._is_open and matters(description, settings))

    def mark(self, names: Collection[str], current: str | None) -> None:
        """Light these settings, or none, and bring the current one into sight. See :data:`TOP`."""
        found = {name: self._rows[name] for name in names if name in self._rows}
        self._content.mark([(row, name == current) for name, row in found.items()])
        if current in found:
            # The form may never have been shown: its rows have no place before.
            self._content.adjustSize()
            room = around(found[current])
            middle = room.center()
            self.ensureVisible(middle.x(), middle.y(), 0, room.height() // 2)
            self.horizontalScrollBar().setValue(0)

    def enter(self, name: str) -> None:
        """The keyboard's focus goes to a setting, or to what stands above them."""
        if name in self.fields:
            self.fields[name].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name in self._rows:
            first = self._rows[name][0].nextInFocusChain()
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, description: Description, parent: QWidget) -> None:
        words = wording.setting_words(description.name)
        cell = QWidget(parent)
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        field = field_for(description, words, cell)
        field.widget.setAccessibleName(words.label)
        field.widget.setAccessibleDescription(words.help)
        grows = field.is_wide or isinstance(field, Text | FolderChooser | YesNo)
        stack.addWidget(field.widget, 0, _WIDE if grows else Qt.AlignmentFlag.AlignLeft)
        helping = QuietLabel(words.help, cell)
        if field.has_own_label:  # under the words of the check box, not under the box
            helping.setIndent(box_width(field.widget))
        stack.addWidget(helping)
        stack.addStretch(1)
        if field.is_wide:
            self._form.addRow(cell)
        elif field.has_own_label:
            # Beside a label, be it empty, QFormLayout gives a cell no more than the height it needs.
            self._form.addRow(_no_words(parent), cell)
        else:
            label = QLabel(words.label, parent)
            # Beside a tall cell QFormLayout gives a label 7/4 of its height: with this one it is as tall as
            # the control, and on one line with it, not with the help below.
            label.setMinimumHeight(round(theme.CONTROL_HEIGHT * 4 / 7))
            self._form.addRow(label, cell)
        self.fields[description.name] = field
        label_of = self._form.labelForField(cell)
        self._rows[description.name] = (cell,) if label_of is None else (cell, label_of)

        def on_field_edited(value: object) -> None:
            self.edited.emit(description.name, value)

        field.edited.connect(on_field_edited)


def _no_words(parent: QWidget) -> QLabel:
    """A label that takes no room where no other does; Qt gives an empty one some."""
    label = QLabel(parent)
    label.setMaximumWidth(0)
    return label


def matters(description: Description, settings: Settings) -> bool:
    """False when the setting has no effect because another one, named by ``needs``, is not so."""
    if description.needs is None:
        return True
    name, _, wanted = description.needs.partition("=")
    return str(getattr(settings, name)) == wanted

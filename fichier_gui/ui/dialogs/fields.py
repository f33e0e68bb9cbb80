"""One editor for each kind of setting. All speak through the same small interface."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QWidget,
)

from fichier_gui.domain.settings import Description, Unit
from fichier_gui.domain.week import Week
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.choosing import choose_folder, default_downloads
from fichier_gui.ui.dialogs.frame import NEAR
from fichier_gui.ui.dialogs.key_editor import KeyEditor
from fichier_gui.ui.dialogs.week_editor import WeekEditor
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.settings import LANGUAGES, SettingWords

MEGABYTE = 1_000_000
"""Speeds are shown and entered in decimal units, as the service counts."""

NUMBER_WIDTH = 120
CHOICE_WIDTH = 180


class Field(QObject):
    """A control for one setting. ``edited`` carries the new value; :meth:`put` sets one without it."""

    edited = Signal(object)

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.widget = widget
        """What goes into the form."""
        self.has_own_label = False
        """True when the control carries its label itself, as a check box does."""
        self.is_wide = False
        """True when it takes the form's whole width and needs no label."""

    def put(self, value: object) -> None:
        """Show ``value``."""
        raise NotImplementedError


class YesNo(Field):
    """A check box."""

    def __init__(self, label: str, parent: QWidget) -> None:
        self.box = QCheckBox(label, parent)
        super().__init__(self.box, parent)
        self.has_own_label = True
        self.box.toggled.connect(self.edited.emit)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


class OneOf(Field):
    """A list of named values."""

    def __init__(self, pairs: list[tuple[str, str]], parent: QWidget) -> None:
        self.box = QComboBox(parent)
        super().__init__(self.box, parent)
        for value, words in pairs:
            self.box.addItem(words, value)
        self.box.setMinimumWidth(max(CHOICE_WIDTH, self.box.minimumSizeHint().width()))
        self.box.activated.connect(self._on_box_activated)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(0, self.box.findData(str(value))))

    def _on_box_activated(self, index: int) -> None:
        self.edited.emit(self.box.itemData(index))


class Number(Field):
    """A whole number with its limits and its unit."""

    def __init__(self, description: Description, suffix: str, parent: QWidget) -> None:
        self.box = QSpinBox(parent)
        super().__init__(self.box, parent)
        self.box.setRange(description.minimum or 0, description.maximum or 1_000_000)
        self.box.setGroupSeparatorShown(True)
        if not description.minimum:
            self.box.setSpecialValueText(tr("Never"))
        self.box.setSuffix(f" {suffix}" if suffix else "")
        self.box.setKeyboardTracking(False)
        self.box.setMinimumWidth(NUMBER_WIDTH)
        self.box.valueChanged.connect(self.edited.emit)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        with QSignalBlocker(self.box):
            self.box.setValue(int(str(value)))


class SpeedBox(QDoubleSpinBox):
    """Bytes a second, entered as MB/s; nothing means no limit."""

    def __init__(self, highest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, highest / MEGABYTE)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(f" {wording.unit_words(Unit.BYTES_PER_SECOND)}")
        self.setSpecialValueText(tr("No limit"))
        self.setKeyboardTracking(False)
        self.setMinimumWidth(NUMBER_WIDTH)

    @property
    def rate(self) -> int:
        """Bytes a second, 0 for none."""
        return round(self.value() * MEGABYTE)

    def put(self, rate: int) -> None:
        """Show this rate."""
        self.setValue(rate / MEGABYTE)


class Speed(Field):
    """A :class:`SpeedBox`."""

    def __init__(self, description: Description, parent: QWidget) -> None:
        self.box = SpeedBox(description.maximum or 0, parent)
        super().__init__(self.box, parent)
        self.box.valueChanged.connect(self._on_box_changed)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        with QSignalBlocker(self.box):
            self.box.put(int(str(value)))

    def _on_box_changed(self, _value: float) -> None:
        self.edited.emit(self.box.rate)


class Text(Field):
    """A line of text, taken when the editing ends."""

    def __init__(self, parent: QWidget) -> None:
        self.line = QLineEdit(parent)
        super().__init__(self.line, parent)
        self._last = ""
        self.line.editingFinished.connect(self._on_line_finished)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self._last = str(value)
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(self._last)

    def _on_line_finished(self) -> None:
        text = self.line.text().strip()
        if text != self._last:
            self._last = text
            self.edited.emit(text)


class FolderChooser(Field):
    """A folder: its path, and a button that opens the platform's own chooser. Never blocks."""

    def __init__(self, parent: QWidget) -> None:
        row = QWidget(parent)
        super().__init__(row, parent)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(NEAR)
        self.line = QLineEdit(row)
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(default_downloads())
        self.line.setAccessibleName(tr("Path of the folder"))
        self.button = QPushButton(tr("Choose…"), row)
        self.button.setAutoDefault(False)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)

    def put(self, value: object) -> None:
        """See :class:`Field`. An empty path is the system's own folder, shown in grey."""
        self.line.setText(str(value))
        self.line.setToolTip(str(value) or default_downloads())
        self.line.setCursorPosition(0)

    def _on_button_clicked(self) -> None:
        choose_folder(self.widget, tr("Choose the download folder"), self.line.text(), self._on_chosen)

    def _on_chosen(self, path: str) -> None:
        self.put(path)
        self.edited.emit(path)


class WeekField(Field):
    """The painted week."""

    def __init__(self, parent: QWidget) -> None:
        self.editor = WeekEditor(parent)
        super().__init__(self.editor, parent)
        self.is_wide = True
        self.editor.grid.painted.connect(lambda week: self.edited.emit(week.text))

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self.editor.grid.show_week(Week.parse(str(value)))


class KeysField(Field):
    """The commands and their keys."""

    def __init__(self, parent: QWidget) -> None:
        self.editor = KeyEditor(parent)
        super().__init__(self.editor, parent)
        self.is_wide = True
        self.editor.edited.connect(self.edited.emit)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self.editor.show_setting(str(value))


_OF_UNIT: Final[Mapping[Unit, Callable[[QWidget], Field]]] = {
    Unit.WEEK: WeekField,
    Unit.KEYS: KeysField,
    Unit.PATH: FolderChooser,
}


def field_for(description: Description, words: SettingWords, parent: QWidget) -> Field:
    """The editor that fits a setting's kind and unit."""
    if description.kind is bool:
        return YesNo(words.label, parent)
    if issubclass(description.kind, StrEnum):
        return OneOf([(choice.value, wording.choice_words(choice)) for choice in description.kind], parent)
    if description.unit is Unit.BYTES_PER_SECOND:
        return Speed(description, parent)
    if description.kind is int:
        return Number(description, words.suffix, parent)
    if description.unit in _OF_UNIT:
        return _OF_UNIT[description.unit](parent)
    if description.name == "language":
        return OneOf([(code, wording.language_words(code)) for code in ("", *LANGUAGES)], parent)
    return Text(parent)


def box_width(box: QWidget) -> int:
    """Where the words of a check box begin: what explains it stands below them."""
    style = box.style()
    return style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + style.pixelMetric(
        QStyle.PixelMetric.PM_CheckBoxLabelSpacing
    )

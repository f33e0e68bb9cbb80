"""The settings that the service keeps for the account, each with one sentence of what it does."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.links import DOMAINS
from fichier_gui.ui import theme
from fichier_gui.ui.dialogs.fields import NUMBER_WIDTH, Field, OneOf, YesNo, box_width
from fichier_gui.ui.dialogs.frame import GAP, NEAR, QuietLabel
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.account_page import account_setting_words

_MOST_ON_A_PAGE = 10_000
_ORDER = (
    "spends_cdn",
    "default_domain",
    "files_use_http",
    "uses_http",
    "remote_reports",
    "ftp_is_manual",
    "ftp_folder",
    "ftp_reports",
    "page_limit",
    "shows_download_menu",
)

Choose = Callable[[int, Callable[[int], None]], None]
"""Asks for a folder of the account, this one at first, and calls with its number."""


class Switch(Field):
    """A choice between two, told by words instead of a yes."""

    def __init__(self, no: str, yes: str, parent: QWidget) -> None:
        self._inner = OneOf([("0", no), ("1", yes)], parent)
        self.box = self._inner.box
        super().__init__(self.box, parent)
        self._inner.edited.connect(lambda value: self.edited.emit(value == "1"))

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self._inner.put(int(bool(value)))


class DomainChoice(Field):
    """The service's domains; ``edited`` carries the number of one."""

    def __init__(self, parent: QWidget) -> None:
        self._inner = OneOf([(str(number), name) for number, name in enumerate(DOMAINS)], parent)
        self.box = self._inner.box
        super().__init__(self.box, parent)
        self._inner.edited.connect(lambda value: self.edited.emit(int(str(value))))

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self._inner.put(value)


class Count(Field):
    """A whole number."""

    def __init__(self, parent: QWidget) -> None:
        self.box = QSpinBox(parent)
        super().__init__(self.box, parent)
        self.box.setRange(0, _MOST_ON_A_PAGE)
        self.box.setGroupSeparatorShown(True)
        self.box.setKeyboardTracking(False)
        self.box.setMinimumWidth(NUMBER_WIDTH)
        self.box.valueChanged.connect(self.edited.emit)

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        with QSignalBlocker(self.box):
            self.box.setValue(int(str(value)))


class FolderOfAccount(Field):
    """A folder of the account, shown by its path."""

    def __init__(self, choose: Choose, path_of: Callable[[int], str], parent: QWidget) -> None:
        row = QWidget(parent)
        super().__init__(row, parent)
        self._path_of = path_of
        self._folder = int(ROOT)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(NEAR)
        self.line = QLineEdit(row)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(tr("Path of the folder"))
        self.button = QPushButton(tr("Choose…"), row)
        self.button.setAutoDefault(False)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: choose(self._folder, self._on_chosen))

    def put(self, value: object) -> None:
        """See :class:`Field`."""
        self._folder = int(str(value))
        path = self._path_of(self._folder)
        self.line.setText(tr("Account") if path == "/" else path)
        self.line.setCursorPosition(0)

    def _on_chosen(self, folder: int) -> None:
        self.put(folder)
        self.edited.emit(folder)


class AccountForm(QWidget):
    """``edited`` carries a setting's name and its new value."""

    edited = Signal(str, object)

    def __init__(self, choose: Choose, path_of: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._choose = choose
        self._path_of = path_of
        self.fields: dict[str, Field] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(GAP)
        self._form.setVerticalSpacing(GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in _ORDER:
            self._add(name)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show these; tells nobody."""
        for name, value in values.items():
            self.fields[name].put(value)

    def _field(self, name: str, label: str, parent: QWidget) -> Field:
        """Made in the order of the form, for that is the way of Tab."""
        match name:
            case "ftp_is_manual":
                return Switch(tr("By itself"), tr("When I start it"), parent)
            case "ftp_folder":
                return FolderOfAccount(self._choose, self._path_of, parent)
            case "default_domain":
                return DomainChoice(parent)
            case "page_limit":
                return Count(parent)
            case _:
                return YesNo(label, parent)

    def _add(self, name: str) -> None:
        words = account_setting_words(name)
        cell = QWidget(self)
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.GRID)
        field = self.fields[name] = self._field(name, words.label, cell)
        is_wide = isinstance(field, YesNo | FolderOfAccount)
        field.widget.setAccessibleName(words.label)
        field.widget.setAccessibleDescription(words.help)
        row = QHBoxLayout()
        row.addWidget(field.widget, 1 if is_wide else 0)
        if not is_wide:
            row.addStretch(1)
        stack.addLayout(row)
        helping = QuietLabel(words.help, cell)
        if field.has_own_label:
            helping.setIndent(box_width(field.widget))
        stack.addWidget(helping)
        if field.has_own_label:
            self._form.addRow(cell)
        else:
            label = QLabel(words.label, self)
            label.setMinimumHeight(round(theme.CONTROL_HEIGHT * 4 / 7))
            self._form.addRow(label, cell)

        def on_field_edited(value: object) -> None:
            self.edited.emit(name, value)

        field.edited.connect(on_field_edited)

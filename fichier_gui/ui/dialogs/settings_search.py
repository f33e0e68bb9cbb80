"""Finding a setting: a line, how many hold its words, and from one to the next."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fichier_gui.ui.dialogs.frame import NEAR, QuietLabel, add_glass
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.setting_search import SettingPlace, find_settings


class SettingsSearch(QWidget):
    """Return goes to the next place, Shift+Return to the one before, Escape clears the line."""

    turned = Signal()
    """Other places, or another one of them is the current one."""
    entered = Signal()
    """Down: into the setting that was found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.places: list[SettingPlace] = []
        self._at = 0
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Search the settings"))
        self.line.setAccessibleName(tr("Search the settings"))
        self.line.setToolTip(tr("Return goes to the next setting found, Down into it."))
        self.line.setClearButtonEnabled(True)
        add_glass(self.line)
        self.line.installEventFilter(self)
        self.told = QuietLabel("", self)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.line)
        column.addWidget(self.told)
        self.line.textChanged.connect(self._on_line_changed)
        QShortcut(QKeySequence.StandardKey.Find, parent).activated.connect(self._on_find_activated)

    @property
    def current(self) -> SettingPlace | None:
        """The place to be at."""
        return self.places[self._at] if self.places else None

    @property
    def is_on(self) -> bool:
        """Something was typed."""
        return bool(self.line.text().strip())

    def step(self, by: int) -> None:
        """So many places on, and round."""
        if self.places:
            self._at = (self._at + by) % len(self.places)
            self._tell()
            self.turned.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the line that the dialog would take for its own."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._took(event)

    def _took(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape if self.line.text():
                self.line.clear()
            case Qt.Key.Key_Down:
                self.entered.emit()
            case _:
                return False
        return True

    def _on_find_activated(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _on_line_changed(self, text: str) -> None:
        self.places, self._at = find_settings(text), 0
        self._tell()
        self.turned.emit()

    def _tell(self) -> None:
        count = len(self.places)
        if count > 1:
            self.told.setText(tr("{number} of %n settings", "", count, number=self._at + 1))
        else:
            self.told.setText(tr("One setting") if count else tr("No setting has all of these words."))
        self.told.setVisible(self.is_on)

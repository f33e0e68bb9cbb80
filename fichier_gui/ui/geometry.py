"""Where the window, its splitters and columns were left: kept in the profile, and nothing else with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"


class Geometry:
    """Named byte arrays in a file of the profile. A damaged or missing one means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    def restore(self, name: str, put: Callable[[QByteArray], object]) -> bool:
        """Hand the state over if there is one."""
        value = self._settings.value(name)
        if not isinstance(value, QByteArray) or value.isEmpty():
            return False
        return put(value) is not False

    def keep(self, name: str, state: QByteArray) -> None:
        """Remember a state."""
        self._settings.setValue(name, state)

    def flag(self, name: str, otherwise: bool) -> bool:
        """A yes or no."""
        value = self._settings.value(name)
        return otherwise if value is None else str(value).lower() == "true"

    def keep_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self._settings.setValue(name, value)

    def text(self, name: str, otherwise: str) -> str:
        """A word: what must be known before the settings can be read."""
        value = self._settings.value(name)
        return otherwise if value is None else str(value)

    def keep_text(self, name: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(name, str(value))

    def write(self) -> None:
        """To disk, now."""
        self._settings.sync()

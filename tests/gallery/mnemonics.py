"""Keys with Alt that would do two things in one window, and letters that two lines of one menu have."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenu, QTabBar, QWidget


def twice(root: QWidget) -> list[str]:
    """What shares a key with something else in the window, or the menu, that ``root`` is in."""
    found: dict[str, list[str]] = defaultdict(list)
    pairs = _of_menu(root) if isinstance(root, QMenu) else _of_window(root.window())
    for key, words in pairs:
        found[key].append(words)
    return [f"{key} is {' and '.join(words)}" for key, words in found.items() if len(words) > 1]


def _of_menu(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        if action.isVisible() and (key := _key(action.text())):
            yield key, repr(action.text())


def _of_window(window: QWidget) -> Iterator[tuple[str, str]]:
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible():
            for text in _texts(widget):
                if key := _key(text):
                    yield key, repr(text)
    for action in window.findChildren(QAction):
        for shortcut in action.shortcuts():
            if (key := shortcut.toString(QKeySequence.SequenceFormat.PortableText)).startswith("Alt+"):
                yield key, repr(action.text())


def _texts(widget: QWidget) -> Iterator[str]:
    """Words of a widget whose marked letter is a key."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLabel) and widget.buddy() is not None:
        yield widget.text()
    elif isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield widget.tabText(number)


def _key(text: str) -> str:
    return QKeySequence.mnemonic(text).toString(QKeySequence.SequenceFormat.PortableText)

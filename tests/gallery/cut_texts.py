"""Texts that do not have the room they need."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)

from fichier_gui.ui.views.lines import GivingLabel
from fichier_gui.ui.views.main_window import DEFAULT_SIZE

_SLACK: Final = 1
_LINE_MARGINS: Final = 8
"""Of Qt's line edits, frame and cursor: left and right together."""


def cut_texts(root: QWidget) -> list[str]:
    """What is cut under ``root``, each with its widget's class."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not widget.visibleRegion().isEmpty():
            found += [f"{type(widget).__name__}: {text}" for text in _cut(widget)]
    return found


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton):
        yield from _of_button(widget)
    elif isinstance(widget, QComboBox):
        if widget.minimumSizeHint().width() > widget.width() + _SLACK:
            yield widget.currentText()
    elif isinstance(widget, QLineEdit):
        yield from _of_line(widget)
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QTabBar) and widget.elideMode() is not Qt.TextElideMode.ElideNone:
        yield from _of_tabs(widget)


def _of_label(label: QLabel) -> Iterator[str]:
    # A giving label shortens names by design, and has the whole in its tip.
    if isinstance(label, GivingLabel) or not label.text() or not label.pixmap().isNull():
        return
    if label.wordWrap():
        is_cut = label.heightForWidth(label.width()) > label.height() + _SLACK
    else:
        is_cut = label.sizeHint().width() > label.width() + _SLACK
    if is_cut:
        yield label.text()


def _of_button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return
    # In a window made smaller, places are shortened like rows, and say more in their tip.
    gives_way = button.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
    if gives_way and button.window().width() < DEFAULT_SIZE[0] and button.toolTip():
        return
    if button.text() and button.minimumSizeHint().width() > button.width() + _SLACK:
        yield button.text()


def _of_line(line: QLineEdit) -> Iterator[str]:
    """Only the words of the program: what is typed may be as long as it likes."""
    words = line.placeholderText()
    if words and not line.text():
        margins = line.textMargins()
        room = line.width() - _LINE_MARGINS - margins.left() - margins.right()
        if line.fontMetrics().horizontalAdvance(words) > room:
            yield words


def _of_header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    model = header.model()
    for section in range(header.count()):
        text = model.headerData(section, Qt.Orientation.Horizontal) if model is not None else None
        shown = not header.isSectionHidden(section) and header.sectionSize(section) > 0
        if text and shown and header.fontMetrics().horizontalAdvance(str(text)) > header.sectionSize(section):
            yield str(text)


def _of_tabs(tabs: QTabBar) -> Iterator[str]:
    for number in range(tabs.count()):
        room: QRect = tabs.tabRect(number)
        if tabs.fontMetrics().horizontalAdvance(tabs.tabText(number)) > room.width():
            yield tabs.tabText(number)

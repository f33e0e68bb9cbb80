"""What is painted by hand in a window that reads from right to left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget


def placed(widget: QWidget, part: QRect) -> QRect:
    """A part of a widget, laid out from the left, where it is seen."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), part)


def at_start(widget: QWidget) -> Qt.AlignmentFlag:
    """Where a line begins, in the middle of its height."""
    side = QStyle.visualAlignment(widget.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    return side | Qt.AlignmentFlag.AlignVCenter


def isolated(text: str, direction: Qt.LayoutDirection) -> str:
    """In its own direction, whatever is around it: else "67.1 MB" is read as "MB 67.1" there."""
    return f"\u2068{text}\u2069" if text and direction is Qt.LayoutDirection.RightToLeft else text

"""Tabs as plain words: the chosen one is underlined with the accent, counts are quieter than names."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionFocusRect, QTabBar, QWidget

from fichier_gui.ui import theme
from fichier_gui.ui.wording import count

LINE = 2
SIDE = theme.RELATED + theme.GRID
BETWEEN = theme.RELATED - 2


class TextTabs(QTabBar):
    """A tab bar in behaviour (keys, accessibility); only the picture is ours.

    A tab's data is its count; a tab without one shows none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._names: list[tuple[str, int]] = []

    def set_tabs(self, tabs: list[tuple[str, int]]) -> None:
        """The names and their counts; the same number of tabs each time after the first."""
        while self.count() < len(tabs):
            self.addTab("")
        self._names = list(tabs)
        for index, (name, number) in enumerate(tabs):
            # The whole text is the tab's own, for screen readers; setting it also takes the new width.
            text = f"{name} {count(number)}" if number else name
            if self.tabText(index) != text:
                self.setTabText(index, text)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the name and the count."""
        name, number = self._names[index] if index < len(self._names) else (self.tabText(index), 0)
        wide = self.fontMetrics().horizontalAdvance(name)
        if number:
            wide += BETWEEN + self.fontMetrics().horizontalAdvance(count(number))
        return QSize(wide + 2 * SIDE, self.fontMetrics().height() + 2 * SIDE)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never elided."""
        return self.tabSizeHint(index)

    def event(self, event: QEvent) -> bool:
        """Repaint as the mouse comes and goes."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave, QEvent.Type.HoverEnter):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, counts, the line under the chosen one, the style's own focus frame."""
        painter = QPainter(self)
        under = self.tabAt(self.mapFromGlobal(QCursor.pos())) if self.underMouse() else -1
        for index, (name, number) in enumerate(self._names):
            self._paint_tab(painter, index, name, number, is_hovered=index == under)

    def _paint_tab(self, painter: QPainter, index: int, name: str, number: int, *, is_hovered: bool) -> None:
        palette = self.palette()
        rect = self.tabRect(index)
        is_chosen = index == self.currentIndex()
        text, quiet = palette.color(QPalette.ColorRole.WindowText), theme.muted(palette)
        painter.setPen(text if is_chosen or is_hovered else quiet)
        place = rect.adjusted(SIDE, 0, -SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, name)
        if number:
            painter.setPen(theme.accent(palette) if is_chosen else quiet)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, count(number))
        if is_chosen or is_hovered:
            line = QRect(place.left(), rect.bottom() - LINE + 1, place.width(), LINE)
            painter.fillRect(line, theme.accent(palette) if is_chosen else theme.hairline(palette))
        if is_chosen and self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.rect = rect.adjusted(4, 6, -4, -6)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)

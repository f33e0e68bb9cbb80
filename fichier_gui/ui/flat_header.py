"""A table's header without bevels, where the style is Qt's own (Fusion); elsewhere the platform's."""

import re
from typing import Final

from PySide6.QtCore import QByteArray, QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QStyle, QStyleOptionHeader, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.wording import tr

_ARROW = 12
_INSET = 8
_FITTED: Final = b"\nfitted "
"""In a kept state: what stood before is Qt's, and after it are the widths that the words asked for then."""


class FlatHeader(QHeaderView):
    """Quiet titles on the ground of the list, one hairline below, short ones between."""

    def __init__(self, parent: QWidget | None = None, *, inset: int | None = None) -> None:
        """``inset``: from the section's edge to its title; None: as far as the style's words in a cell."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        margin = QStyle.PixelMetric.PM_FocusFrameHMargin
        self._inset = self.style().pixelMetric(margin, None, self) + 1 if inset is None else inset
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Columns"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(theme.ROW_HEIGHT)
        self._is_flat = QApplication.style().name().lower() == "fusion"
        self._fitted: dict[int, int] = {}

    def fit(self, section: int, width: int) -> None:
        """As wide as its words ask for in this language, until the user makes it another width."""
        self._fitted[section] = width
        self.resizeSection(section, width)

    def fitted(self, section: int) -> int:
        """The width that its words ask for."""
        return self._fitted[section]

    def saveState(self) -> QByteArray:
        """With the widths that the words asked for, so that those of the user are told from them."""
        fitted = " ".join(f"{section}:{width}" for section, width in self._fitted.items())
        return QByteArray(bytes(super().saveState().data()) + _FITTED + fitted.encode())

    def setSelectionModel(self, selectionModel: QItemSelectionModel) -> None:
        """Keep its own, which is empty, beside that of the rows.

        To tell whether a column is selected Qt goes through all rows, for each column after every change.
        Where Python answers for the rows, the window stood still.
        """
        if selectionModel.parent() is self:
            super().setSelectionModel(selectionModel)

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Places, order and the user's widths come back; what the user may do is not a matter of the past.

        What was as wide as the words asked for is as wide as they ask for now: it may be another language.
        """
        qt, mark, fitted = bytes(QByteArray(state).data()).rpartition(_FITTED)
        was_restored = super().restoreState(qt if mark else state)
        self.setSectionsClickable(True)
        for section, width in re.findall(rb"(\d+):(\d+)", fitted if mark else b""):
            at = int(section)
            if at in self._fitted and self._own_width(at) == int(width):
                self.resizeSection(at, self._fitted[at])
        return was_restored

    def _own_width(self, section: int) -> int:
        """Also of one that is hidden, which Qt says to have none."""
        was_hidden = self.isSectionHidden(section)
        if was_hidden:
            self.showSection(section)
        width = self.sectionSize(section)
        if was_hidden:
            self.hideSection(section)
        return width

    def make_room_for_titles(self) -> None:
        """Widen what is narrower than its title: the widths are those of another language's."""
        for section in range(self.count()):
            title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
            wanted = self.fontMetrics().horizontalAdvance(title) + 2 * self._inset + 1
            is_movable = self.sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive
            if is_movable and 0 < self.sectionSize(section) < wanted:
                self.resizeSection(section, wanted)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One title with its arrow."""
        if not self._is_flat or not rect.isValid():
            super().paintSection(painter, rect, logicalIndex)
            return
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, logicalIndex)
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken):
            ground = theme.blend(ground, theme.hairline(palette), 0.4)
        painter.save()
        painter.fillRect(rect, ground)
        line = theme.hairline(palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        edge = QRect(rect.right(), rect.top() + _INSET, 1, rect.height() - 2 * _INSET)
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), rect, edge), line)
        self._paint_title(painter, rect, option, logicalIndex)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, option: QStyleOptionHeader, section: int) -> None:
        palette = self.palette()
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        color = palette.color(QPalette.ColorRole.Text) if is_sorted else theme.muted(palette)
        area = rect.adjusted(self._inset, 0, -self._inset, -1)
        text = option.text
        narrow = is_sorted and area.width() < 2 * _ARROW
        metrics = painter.fontMetrics()
        room = area.width() - (_ARROW + theme.GRID if is_sorted else 0)
        shown = text if narrow else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        painter.setPen(color)
        if option.textAlignment & Qt.AlignmentFlag.AlignRight:
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            arrow_x = area.right() - width - theme.GRID - _ARROW
        elif option.textAlignment & Qt.AlignmentFlag.AlignHCenter:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
            arrow_x = area.center().x() + width // 2 + 2
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            arrow_x = area.left() + width + theme.GRID
        if is_sorted:
            name = (
                "chevron-down" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else "chevron-up"
            )
            ratio = self.devicePixelRatioF()
            place = QRect(arrow_x, rect.top() + (rect.height() - _ARROW) // 2, _ARROW, _ARROW)
            seen = QStyle.visualRect(self.layoutDirection(), rect, place)
            painter.drawPixmap(seen.topLeft(), icons.pixmap(name, _ARROW, color, ratio))

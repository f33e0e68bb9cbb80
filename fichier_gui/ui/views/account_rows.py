"""The accounts above the folder tree: one click shows another one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain.account_list import AccountColor
from fichier_gui.ui import mirrored, theme
from fichier_gui.ui.account_dots import RADIUS, paint_dot
from fichier_gui.ui.views.lines import Hairline
from fichier_gui.ui.wording import tr

_TEXT_AT = theme.GROUP + theme.RELATED + theme.GRID
"""Where the names begin."""


class _AccountRow(QAbstractButton):
    """A dot and a name; that of the account on show is strong."""

    def __init__(self, name: str, color: AccountColor, parent: QWidget, *, is_shown: bool) -> None:
        super().__init__(parent)
        self._color = color
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(is_shown)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("On show") if is_shown else tr("Shows this account"))
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if is_shown:
            self.setFont(theme.strong(self.font()))

    def sizeHint(self) -> QSize:
        """As high as a row of the tree."""
        return QSize(100, max(theme.ROW_HEIGHT, self.fontMetrics().height() + 2 * theme.GRID))

    def nextCheckState(self) -> None:
        """The mark moves when another account is on show, not before."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lit under the pointer."""
        painter, palette = QPainter(self), QApplication.palette()
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), theme.hairline(palette))
        dot = QRect(theme.RELATED + theme.GRID, 0, round(2 * RADIUS), self.height())
        paint_dot(painter, QRectF(mirrored.placed(self, dot)).center(), self._color, palette)
        color = palette.color(QPalette.ColorRole.WindowText) if self.isChecked() else theme.muted(palette)
        painter.setPen(color)
        area = self.rect().adjusted(_TEXT_AT, 0, -theme.RELATED, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width())
        place = mirrored.placed(self, area)
        painter.drawText(place, mirrored.at_start(self), shown)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)


class AccountRows(QWidget):
    """Not there while there is one account only."""

    chosen = Signal(str)
    """The id of an account."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Accounts"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.GRID, 0, 0)
        self._column.setSpacing(0)
        self._line = Hairline(self)
        self._column.addSpacing(theme.GRID)
        self._column.addWidget(self._line)
        self.rows: list[QAbstractButton] = []
        self.hide()

    def show_accounts(self, accounts: Sequence[tuple[str, str, AccountColor]], shown: str) -> None:
        """Id, name and colour of each."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, (account, name, color) in enumerate(accounts):
            row = _AccountRow(name, color, self, is_shown=account == shown)
            row.clicked.connect(lambda _checked=False, account=account: self.chosen.emit(account))
            self._column.insertWidget(place, row)
            self.rows.append(row)
        self.setVisible(bool(accounts))

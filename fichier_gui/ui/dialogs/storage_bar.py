"""The account's storage as a painted bar, with its words beside the colours."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fichier_gui.domain.account import Account
from fichier_gui.ui import theme, wording
from fichier_gui.ui.dialogs.frame import GAP, NEAR, QuietLabel
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.account_page import cold_words

_HEIGHT = 16
_SWATCH = 12
_LEAST = 2.0
"""Pixels of a part that is not nothing."""

Paint = Callable[[QPalette], QColor]


def hot_color(palette: QPalette) -> QColor:
    """The accent."""
    return theme.accent(palette)


def cold_color(palette: QPalette) -> QColor:
    """Half of it."""
    return theme.blend(theme.accent(palette), palette.color(QPalette.ColorRole.Window), 0.55)


def free_color(palette: QPalette) -> QColor:
    """Next to the ground."""
    return theme.hairline(palette)


def over_color(palette: QPalette) -> QColor:
    """Where nothing is left."""
    return theme.signal_color(theme.Signal.BAD, palette)


class Bar(QWidget):
    """Parts of a whole, each in its colour, from left to right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: tuple[tuple[int, Paint], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, *parts: tuple[int, Paint]) -> None:
        """Sizes and how they are painted."""
        self.parts = parts
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rounded at both ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), theme.GRID, theme.GRID)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), free_color(self.palette()))
        whole = sum(size for size, _ in self.parts) or 1
        left = 0.0
        for size, paint in self.parts:
            width = max(self.width() * size / whole, _LEAST if size else 0.0)
            at = self.width() - left - width if self.isRightToLeft() else left
            painter.fillRect(QRectF(at, 0, width, self.height()), paint(self.palette()))
            left += width


class Swatch(QWidget):
    """A small square of a part's colour."""

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setFixedSize(_SWATCH, _SWATCH)

    def show_color(self, paint: Paint) -> None:
        """Another colour."""
        self._paint = paint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rounded, with an edge for colours near the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.muted(self.palette()))
        painter.setBrush(self._paint(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


class Storage(QWidget):
    """The bar, and a line for each part: colour, name, size, what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        self.bar = Bar(self)
        column.addWidget(self.bar)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(NEAR)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(3, 1)
        column.addLayout(self._grid)
        self.hot = self._line(0, hot_color, tr("Hot"), tr("Used in the last 60 days; does not count"))
        self.cold = self._line(1, cold_color, tr("Cold"), tr("Not used for 60 days; counts"))
        self.free = self._line(2, free_color, tr("Available"), tr("Left for what grows cold"))
        self.computed = QuietLabel("", self)
        column.addWidget(self.computed)

    def show_account(self, account: Account, now: float) -> None:
        """Figures in bytes, as the service computed them."""
        left = account.available_storage
        is_over = left is not None and left < 0
        self.hot.setText(wording.size(account.hot_storage))
        self.cold.setText(cold_words(account))
        self.free.setText(wording.size(0 if is_over else left))
        self.bar.show_parts(
            (account.hot_storage, hot_color),
            (account.cold_storage, over_color if is_over else cold_color),
            (max(left or 0, 0), free_color),
        )
        self._swatches[1].show_color(over_color if is_over else cold_color)
        lines = ((tr("Hot"), self.hot), (tr("Cold"), self.cold), (tr("Available"), self.free))
        self.bar.setAccessibleName(tr("Storage"))
        self.bar.setAccessibleDescription(", ".join(f"{name}: {label.text()}" for name, label in lines))
        stats = account.stats_at
        self.computed.setVisible(stats is not None)
        if stats is not None:
            self.computed.setText(tr("1fichier counted this {age}.", age=wording.age(max(0.0, now - stats))))

    def _line(self, row: int, paint: Paint, name: str, meaning: str) -> QLabel:
        swatch = Swatch(paint, self)
        self._swatches = [*getattr(self, "_swatches", ()), swatch]
        figure = QLabel(self)
        figure.setFont(theme.tabular(figure.font()))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        quiet = QuietLabel(meaning, self)
        quiet.setIndent(GAP)
        self._grid.addWidget(swatch, row, 0)
        self._grid.addWidget(QLabel(name, self), row, 1)
        self._grid.addWidget(figure, row, 2)
        self._grid.addWidget(quiet, row, 3)
        return figure

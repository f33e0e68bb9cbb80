"""Hairlines between the parts of the window, and labels that give way."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QSplitter, QSplitterHandle, QWidget

from fichier_gui.ui import theme

_RADIUS = 6.0


def paint_field(painter: QPainter, field: QWidget, *, has_focus: bool) -> None:
    """The ground and the edge of a field; the accent around it while one types."""
    palette = QApplication.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme.accent(palette) if has_focus else theme.hairline(palette)
    painter.setPen(QPen(edge, 1.5 if has_focus else 1.0))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    area = QRectF(field.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)


class Hairline(QWidget):
    """One pixel across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the palette of now."""
        QPainter(self).fillRect(self.rect(), theme.hairline(self.palette()))


class _ThinHandle(QSplitterHandle):
    """Looks one pixel wide, is easy to grip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline in the middle of the grip."""
        painter = QPainter(self)
        area = self.rect()
        if self.orientation() == Qt.Orientation.Horizontal:
            area.setWidth(1)
        else:
            area.setHeight(1)
        painter.fillRect(area, theme.hairline(self.palette()))


class ThinSplitter(QSplitter):
    """A splitter whose handles are hairlines."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None, name: str = "") -> None:
        """``name`` is what a screen reader says of the handles."""
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """See Qt."""
        handle = _ThinHandle(self.orientation(), self)
        handle.setAccessibleName(self.objectName())
        return handle


class GivingLabel(QLabel):
    """Shows as much of its text as there is room for, with an ellipsis; the tool tip has all of it."""

    def __init__(
        self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def say(self, text: str) -> None:
        """Show ``text``."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of it, if there is any."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It can do with very little."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class WrappedLabel(GivingLabel):
    """A sentence: it goes on in the next line, for what decides often stands at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """As Qt breaks the lines."""
        return QLabel.sizeHint(self)

    def minimumSizeHint(self) -> QSize:
        """As Qt breaks the lines."""
        return QLabel.minimumSizeHint(self)

    def _fit(self) -> None:
        self.setText(self._whole)


class MutedLabel(GivingLabel):
    """Text of the second rank."""

    def __init__(
        self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(parent, mode)
        self._is_tinting = False
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._is_tinting:
            self._tint()

    def _tint(self) -> None:
        self._is_tinting = True
        self.setPalette(theme.muted_text(QApplication.palette()))
        self._is_tinting = False

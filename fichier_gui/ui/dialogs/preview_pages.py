"""What a preview shows: a picture, how far it has come, or why there is nothing to see."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.boxes import draw_focus
from fichier_gui.ui.dialogs.frame import QuietLabel
from fichier_gui.ui.wording import tr

_ICON: Final = 48
_BAR: Final = 320


class PicturePage(QWidget):
    """In the middle of the room there is; never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, name: str) -> None:
        """Another picture."""
        self.image = image
        self.setAccessibleName(tr("Picture {name}", name=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Scaled down smoothly, pixel by pixel otherwise."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self.hasFocus():
            draw_focus(self.rect(), self.palette(), painter)
        if self.image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room, size = self.size() * ratio, self.image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width() / ratio, size.height() / ratio)
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self.image)

    def sizeHint(self) -> QSize:
        """Room for most pictures of a screen."""
        return QSize(800, 520)


class MessagePage(QWidget):
    """An icon, a title, a sentence, a bar while something comes, and one way on."""

    _icon = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._picture = QLabel(self)
        self.title = QLabel(self)
        self.title.setFont(theme.heading(self.font()))
        self.text = QuietLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(theme.RELATED)
        column.addStretch(2)
        for widget in (self._picture, self.title, self.text, self.bar, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                widget.setTextFormat(Qt.TextFormat.PlainText)
                column.addWidget(widget)
            else:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, icon: str, title: str, text: str, button: str = "", *, loads: bool = False) -> None:
        """Show these words; ``button`` is the label of the way on."""
        self._icon = icon
        self.title.setText(title)
        self.text.setText(text)
        self.bar.setVisible(loads)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._paint_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._icon:
            self._paint_icon()

    def _paint_icon(self) -> None:
        tint = icons.color(icons.Tint.MUTED, self.palette())
        self._picture.setPixmap(icons.pixmap(self._icon, _ICON, tint, self.devicePixelRatioF()))

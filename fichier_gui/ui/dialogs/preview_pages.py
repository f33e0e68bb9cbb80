"""What a preview shows: a picture, how far it has come, or why there is nothing to see."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.dialogs.frame import QuietLabel
from fichier_gui.ui.wording import tr

_LARGEST: Final = 4096
"""Pixels of a side: more than screens have, and no picture takes hundreds of megabytes."""
_GZIP: Final = b"\x1f\x8b"
"""A compressed drawing (SVGZ): some kilobytes of it may unpack to gigabytes."""
_ICON: Final = 48
_BAR: Final = 320


@dataclass(frozen=True, slots=True)
class Picture:
    """What was decoded, and the size that the file says."""

    image: QImage
    width: int
    height: int


def read_picture(data: bytes) -> Picture | None:
    """The picture in ``data``, upright and no larger than is of use; None where there is none. Any thread."""
    if data.startswith(_GZIP):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > _LARGEST or size.height() > _LARGEST:
        reader.setScaledSize(size.scaled(_LARGEST, _LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    is_turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    image = reader.read()
    if image.isNull():
        return None
    size = size if size.isValid() else image.size()
    width, height = (size.height(), size.width()) if is_turned else (size.width(), size.height())
    return Picture(image, width, height)


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

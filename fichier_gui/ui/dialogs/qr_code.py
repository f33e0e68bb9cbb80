"""A link as a QR code, for a telephone's camera."""

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.frame import Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr

_SIDE = 320
_BORDER = 4
"""Modules of quiet ground around a code, as the standard wants."""


class QrPicture(QWidget):
    """Dark on light in every theme: most readers know it no other way round."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        code = segno.make(text, error="m", micro=False)
        self._modules = tuple(tuple(row) for row in code.matrix_iter(border=_BORDER))
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def image(self, pixels: int) -> QImage:
        """The code with so many pixels for each module."""
        count = len(self._modules)
        image = QImage(count * pixels, count * pixels, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.fillRect(image.rect(), Qt.GlobalColor.white)
        for row, line in enumerate(self._modules):
            for column, is_dark in enumerate(line):
                if is_dark:
                    place = QRect(column * pixels, row * pixels, pixels, pixels)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """As large as whole pixels allow: a blurred edge is hard to read."""
        ratio = self.devicePixelRatioF()
        pixels = max(1, int(_SIDE * ratio) // len(self._modules))
        image = self.image(pixels)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        left = round((self.width() - image.deviceIndependentSize().width()) / 2)
        painter.drawImage(left, left, image)
        painter.end()


class QrCode(Frame):
    """The code, what it leads to, and both for the clipboard."""

    def __init__(self, parent: QWidget | None, link: LinkFacts) -> None:
        super().__init__(parent, tr("QR code"))
        self._link = link
        self.picture = QrPicture(link.url, self)
        self.picture.setAccessibleName(tr("QR code of {link}", link=link.url))
        if link.name:
            self.add_heading(link.name)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        address = QuietLabel(link.url, self)
        address.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(address)
        box = self.add_closing()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_picture = box.add(tr("Copy the picture"), role)
        self.copy_link = box.add(tr("Copy link"), role)
        self.copy_picture.clicked.connect(self._copy_picture)
        self.copy_link.clicked.connect(lambda _checked=False: copy_text(self._link.url))
        for button in (self.copy_picture, self.copy_link):
            button.setAutoDefault(False)

    async def run(self) -> None:
        """Until it is closed."""
        await shown(self)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self.picture.image(8))

"""The picture on the clipboard as a file: seen, named, sent."""

import time

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from fichier_gui.domain.names import MAX_REMOTE
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, place_words, shown
from fichier_gui.ui.dialogs.new_folder import rule_words
from fichier_gui.ui.wording import tr

END = ".png"
MOST = QSize(460, 280)
"""Of the picture in the dialog."""


class SendPicture(Frame):
    """``folder``: the path of the remote folder."""

    def __init__(self, parent: QWidget | None, image: QImage, folder: str) -> None:
        super().__init__(parent, tr("Upload a picture"))
        self.add_heading(tr("Upload this picture to {folder}", folder=place_words(folder)))
        self.picture = QLabel(self)
        self.picture.setPixmap(_small(image, self.devicePixelRatioF()))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("The picture"))
        size = tr("{width} × {height} pixels", width=image.width(), height=image.height())
        label = QLabel(tr("&Name"), self)
        self.line = QLineEdit(name_now(), self)
        self.line.setAccessibleName(tr("Name of the picture"))
        self.line.setMaxLength(MAX_REMOTE)
        self.line.setSelection(0, len(self.line.text()) - len(END))
        label.setBuddy(self.line)
        self.rule = QuietLabel("", self)
        for widget in (self.picture, QuietLabel(size, self), label, self.line, self.rule):
            self.body.addWidget(widget)
        self.body.setSpacing(NEAR)
        self.start, box = self.add_buttons(accept=tr("Upload", "verb"), reject=tr("Cancel"))
        box.setContentsMargins(0, NEAR, 0, 0)
        self.line.textChanged.connect(self._on_line_changed)
        self._on_line_changed(self.line.text())
        self.line.setFocus()

    @property
    def name(self) -> str:
        """As wished, with the end that pictures of this kind have."""
        name = self.line.text().strip()
        return name if name.lower().endswith(END) else f"{name}{END}"

    async def run(self) -> str:
        """The name; empty when nothing is to be sent."""
        return self.name if await shown(self) else ""

    def _on_line_changed(self, text: str) -> None:
        self.rule.setText(rule_words(text))
        self.start.setEnabled(bool(text.strip().removesuffix(END)))


def name_now() -> str:
    """With the date and the time, so that names sort by them."""
    return tr("Picture {date}", date=time.strftime("%Y-%m-%d %H.%M.%S")) + END


def _small(image: QImage, ratio: float) -> QPixmap:
    most = MOST * ratio
    if image.width() > most.width() or image.height() > most.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(most, keep, smooth)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

"""How fast one transfer may go: a number, and the usual ones as buttons."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from fichier_gui.domain.settings import MB
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.fields import SpeedBox
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr

USUAL: Final = (0, MB // 2, MB, 2 * MB, 5 * MB, 10 * MB)
"""Bytes a second; 0 for none."""
HIGHEST: Final = 10_000 * MB


class OwnLimit(Frame):
    """For one transfer, or for each of several."""

    def __init__(self, parent: QWidget | None, count: int, rate: int) -> None:
        super().__init__(parent, tr("Limit the speed"))
        several = tr("&Limit of each of %n transfer(s)", "", count)
        label = QLabel(several if count > 1 else tr("&Limit of this transfer"), self)
        self.box = SpeedBox(HIGHEST, self)
        self.box.setAccessibleName(tr("Limit"))
        self.box.put(rate)
        self.box.selectAll()
        label.setBuddy(self.box)
        self.usual = [self._button(value) for value in USUAL]
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        for button in self.usual:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(label)
        self.body.addWidget(self.box)
        self.body.addLayout(row)
        self.body.addWidget(QuietLabel(tr("The limits for all transfers together hold as well."), self))
        self.body.setSpacing(NEAR)
        _, buttons = self.add_buttons(accept=tr("Set the limit"), reject=tr("Cancel"))
        buttons.setContentsMargins(0, NEAR, 0, 0)

    @property
    def rate(self) -> int:
        """Bytes a second, 0 for none."""
        return self.box.rate

    def _button(self, value: int) -> QPushButton:
        button = QPushButton(wording.speed(value) if value else tr("No limit"), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: self.box.put(value))
        return button


async def ask_own_limit(parent: QWidget | None, count: int, rate: int) -> int | None:
    """Ask for the limit of ``count`` transfers, which is ``rate`` now; None: leave it."""
    dialog = OwnLimit(parent, count, rate)
    answer = await shown(dialog)
    return dialog.rate if answer == OwnLimit.DialogCode.Accepted else None

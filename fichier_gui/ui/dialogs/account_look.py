"""The name and the colour of an account."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QWidget

from fichier_gui.domain.account_list import AccountColor, KnownAccount
from fichier_gui.ui import theme
from fichier_gui.ui.account_dots import dot_icon
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.accounts import color_name

MOST_LETTERS = 60


class AccountLook(Frame):
    """An empty name is the e-mail."""

    def __init__(self, parent: QWidget | None, account: KnownAccount, name: str) -> None:
        super().__init__(parent, tr("Name and colour"))
        self.body.setSpacing(NEAR)
        label = QLabel(tr("&Name of this account"), self)
        self.line = QLineEdit(account.label, self)
        self.line.setAccessibleName(tr("Name of this account"))
        self.line.setPlaceholderText(account.email or name)
        self.line.setMaxLength(MOST_LETTERS)
        label.setBuddy(self.line)
        hint = QuietLabel(tr("Only on this computer. Without a name it is called by its e-mail."), self)
        for widget in (label, self.line, hint):
            self.body.addWidget(widget)
        self.body.addSpacing(NEAR)
        self.body.addWidget(QLabel(tr("Colour"), self))
        self.colors = {color: self._color_box(color, account.color) for color in AccountColor}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for box in self.colors.values():
            self._group.addButton(box)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(NEAR)
        self.add_buttons(accept=tr("Save"), reject=tr("Cancel"))
        self.line.selectAll()

    async def run(self) -> tuple[str, AccountColor] | None:
        """Label and colour; None when both are to stay."""
        if not await shown(self):
            return None
        return self.line.text().strip(), next(c for c, box in self.colors.items() if box.isChecked())

    def _color_box(self, color: AccountColor, chosen: AccountColor) -> QRadioButton:
        box = QRadioButton(color_name(color), self)
        box.setIcon(dot_icon(color, self.palette()))
        box.setIconSize(QSize(theme.ICON, theme.ICON))
        box.setChecked(color is chosen)
        return box

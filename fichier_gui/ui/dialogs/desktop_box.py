"""The program's places on the desktop, at the top of the settings' page."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QGroupBox, QVBoxLayout, QWidget

from fichier_gui.domain.desktop import DesktopPart, DesktopParts
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.fields import box_width
from fichier_gui.ui.dialogs.frame import GAP, QuietLabel
from fichier_gui.ui.wording.language import tr


class DesktopBox(QGroupBox):
    """A box for each place that this system knows; checked as it stands on the disk."""

    def __init__(self, parent: QWidget, change: Callable[[DesktopPart, bool], None]) -> None:
        super().__init__(tr("Places on the desktop"), parent)
        self._parts = DesktopParts()
        self.boxes: dict[DesktopPart, QCheckBox] = {}
        self._helps: dict[DesktopPart, QuietLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in DesktopPart:
            box, helping = QCheckBox(wording.part_label(part), self), QuietLabel("", self)
            helping.setIndent(box_width(box))
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(box)
            cell.addWidget(helping)
            column.addLayout(cell)
            box.clicked.connect(lambda is_checked, part=part: change(part, is_checked))
            self.boxes[part], self._helps[part] = box, helping
        self.hide()

    def show_parts(self, parts: DesktopParts) -> None:
        """How it stands. What this system cannot have is not shown."""
        self._parts = parts
        self.setVisible(bool(parts.possible))
        for part, box in self.boxes.items():
            # What is there can always be taken away.
            is_blocked = part in parts.blocked and part not in parts.present
            box.setVisible(part in parts.possible)
            box.setChecked(part in parts.present)
            box.setEnabled(not is_blocked)
            words = wording.part_help(part, is_blocked=is_blocked)
            box.setAccessibleDescription(words)
            self._helps[part].setText(words)
            self._helps[part].setVisible(part in parts.possible)

    def show_again(self) -> None:
        """A change failed: back to how it stood."""
        self.show_parts(self._parts)

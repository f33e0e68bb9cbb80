"""All keys of the program, from the table of commands."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QStyle, QTreeWidget, QTreeWidgetItem, QWidget

from fichier_gui.ui import icons, theme
from fichier_gui.ui.action_table import ACTIONS, Reach
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.dialogs.frame import MARGIN, NEAR, Frame, shown
from fichier_gui.ui.dialogs.key_editor import WHERE
from fichier_gui.ui.wording import tr

_SIZE = QSize(460, 520)
CHANGE: Final = 2
"""The result where neither accepted nor rejected says it."""


class Shortcuts(Frame):
    """A list to read; grouped by where the keys work."""

    def __init__(self, actions: Actions, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Keyboard shortcuts"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        self.list.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        for reach, title in WHERE.items():
            self._add_group(actions, reach, tr(title))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.list, 1)
        _, box = self.add_buttons(accept=tr("Close", "verb"))
        change = box.addButton(tr("Change…"), QDialogButtonBox.ButtonRole.ResetRole)
        change.setAutoDefault(False)
        change.clicked.connect(lambda: self.done(CHANGE))
        self.resize(QSize(min(self._needed_width(), self.screen().availableSize().width()), _SIZE.height()))

    async def run(self) -> bool:
        """Show it until it is closed; True when the keys are to be changed."""
        return await shown(self) == CHANGE

    def _needed_width(self) -> int:
        """Every command is read to its end beside the longest keys, in every language."""
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.list)
        words = self._widest(0) + self._widest(1) + theme.ICON + 4 * NEAR
        return max(_SIZE.width(), words + scroll_bar + 2 * MARGIN)

    def _widest(self, column: int) -> int:
        model, advance = self.list.model(), self.list.fontMetrics().horizontalAdvance
        return max(advance(str(model.index(row, column).data() or "")) for row in range(model.rowCount()))

    def _add_group(self, actions: Actions, reach: Reach, title: str) -> None:
        head = QTreeWidgetItem(self.list, [title])
        head.setFont(0, theme.strong(self.font()))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
        head.setFirstColumnSpanned(True)
        head.setData(1, Qt.ItemDataRole.AccessibleTextRole, title)
        for spec in ACTIONS:
            keys = actions[spec.id].shortcuts()
            if spec.reach is not reach or not keys:
                continue
            words = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
            row = QTreeWidgetItem(self.list, [tr(spec.text).rstrip("…"), tr(" or ").join(words)])
            row.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if spec.icon:
                row.setIcon(0, icons.icon(spec.icon))

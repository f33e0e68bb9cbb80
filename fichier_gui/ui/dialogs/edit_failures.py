"""What an edit could not do, item by item, with the reasons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.organising import EditReport, Item
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.flat_header import FlatHeader
from fichier_gui.ui.models.file_list import icon_name
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.organising import failed_words

MOST_ROWS = 2000
"""Rows that are shown; the copied text has all of them."""

_NAME_WIDTH = 240


class EditFailures(Frame):
    """A table of names and reasons, which can be copied."""

    def __init__(self, parent: QWidget | None, report: EditReport) -> None:
        super().__init__(parent, tr("What was not done"))
        self.resize(760, 420)
        self._report = report
        self._text = ""
        self.add_heading(failed_words(report))
        rest = len(report.failures) - MOST_ROWS
        if rest > 0:
            self.body.addWidget(
                QuietLabel(tr("The first {count} are shown.", count=wording.count(MOST_ROWS)), self)
            )
        self.tree = QTreeWidget(self)
        self._build_tree()
        self.tree.addTopLevelItems([_row(item, error) for item, error in report.failures[:MOST_ROWS]])
        self.body.addWidget(self.tree, 1)
        self.body.setSpacing(NEAR)
        box = QDialogButtonBox(self)
        self.copy_button = QPushButton(tr("Copy"), self)
        self.copy_button.setAutoDefault(False)
        box.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.setContentsMargins(0, NEAR, 0, 0)
        box.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.body.addWidget(box)

    async def run(self) -> str:
        """The text that is to be copied, or nothing."""
        await shown(self)
        return self._text

    def _build_tree(self) -> None:
        tree = self.tree
        tree.setAccessibleName(tr("What was not done"))
        tree.setColumnCount(2)
        tree.setHeaderLabels([tr("Name"), tr("Reason")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setAlternatingRowColors(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setIconSize(QSize(theme.ICON, theme.ICON))
        header = FlatHeader(tree)
        tree.setHeader(header)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _NAME_WIDTH)

    def _on_copy_clicked(self) -> None:
        lines = (
            f"{item.name}\t{wording.error_words(error).happened}" for item, error in self._report.failures
        )
        self._text = "".join(f"{line}\n" for line in lines)
        self.accept()


def _row(item: Item, error: AppError) -> QTreeWidgetItem:
    words = wording.error_words(error)
    row = QTreeWidgetItem([item.name, words.happened])
    row.setIcon(0, icons.icon(icon_name(item)))
    row.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
    row.setToolTip(0, item.name)
    row.setToolTip(1, words.sentence)
    return row

"""What is in the account more than once, with the space that it takes; nothing is chosen, nothing deleted."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from fichier_gui.catalogue.coverage import Coverage
from fichier_gui.catalogue.survey import Double, Doubles, PlacedFile
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, ButtonBox, Frame, QuietLabel, place_words, shown
from fichier_gui.ui.dialogs.table import dress_tree
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.finding import coverage_words

MOST_GROUPS = 1000
"""Groups that are shown, the largest win first."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PLACED = Qt.ItemDataRole.UserRole


class Duplicates(Frame):
    """A content is one row with its copies below it, the oldest first."""

    def __init__(self, parent: QWidget | None, found: Doubles, known: Coverage) -> None:
        super().__init__(parent, tr("Duplicates"))
        self.resize(*((760, 520) if found.count else (440, 160)))  # two sentences need no room for a list
        self.wanted: PlacedFile | None = None
        if found.count:
            heading = tr("Copies take {size}", size=wording.size(found.spare))
        else:
            heading = tr("Nothing is there twice")
        self.add_heading(heading)
        self.body.addWidget(QuietLabel(_about(found, known), self))
        self.tree = QTreeWidget(self)
        self._build_tree()
        for group in found.groups:
            self.tree.addTopLevelItem(_group_item(group))
        self.tree.setVisible(bool(found.count))
        self.body.addWidget(self.tree, 1)
        self.body.setSpacing(NEAR)
        box = ButtonBox(self)
        self.show_button = QPushButton(tr("Show in its folder"), self)
        self.show_button.setAutoDefault(False)
        self.show_button.setEnabled(False)
        if found.count:
            box.add(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.show_button.setVisible(bool(found.count))
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        self.show_button.clicked.connect(lambda: self._show(self.tree.currentItem()))

    async def run(self) -> PlacedFile | None:
        """The copy that is to be shown in its folder, or None."""
        await shown(self)
        return self.wanted

    def _build_tree(self) -> None:
        tree = self.tree
        tree.setColumnCount(3)
        tree.setHeaderLabels([tr("Name"), tr("Added"), tr("Size")])
        tree.setExpandsOnDoubleClick(False)
        header = dress_tree(tree, tr("Duplicates"), elide=Qt.TextElideMode.ElideMiddle)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(96)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        tree.headerItem().setTextAlignment(2, _RIGHT)
        tree.currentItemChanged.connect(lambda now, _before: self._on_current_item_changed(now))
        tree.itemActivated.connect(lambda item, _column: self._show(item))

    def _on_current_item_changed(self, item: QTreeWidgetItem | None) -> None:
        self.show_button.setEnabled(item is not None and item.data(0, _PLACED) is not None)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        placed = item.data(0, _PLACED) if item is not None else None
        if isinstance(placed, PlacedFile):
            self.wanted = placed
            self.accept()
        elif item is not None:
            item.setExpanded(not item.isExpanded())


def _about(found: Doubles, known: Coverage) -> str:
    where = coverage_words(known.listed, known.folders)
    if not found.count:
        return tr("Looked for by checksum {where}.", where=where)
    contents = tr("%n file(s) more than once", "", found.count)
    words = tr("{contents}, found by checksum {where}.", contents=contents, where=where)
    if found.count > len(found.groups):
        words += " " + tr("The {count} largest are shown.", count=wording.count(len(found.groups)))
    return words


def _group_item(group: Double) -> QTreeWidgetItem:
    first = group.files[0].file
    copies = tr("{name} – %n copies", "", len(group.files), name=first.name)
    item = QTreeWidgetItem([copies, "", wording.size(group.spare)])
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, copies)
    item.setTextAlignment(2, _RIGHT)
    item.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
    item.setIcon(0, icons.icon("copy"))
    item.setFont(0, theme.strong(item.font(0)))
    item.setToolTip(2, tr("What all copies but one take"))
    for placed in group.files:
        path = f"{place_words(placed.path or '/')}  ·  {placed.file.name}"
        if not placed.path:
            path = f"{tr('not known yet')}  ·  {placed.file.name}"
        child = QTreeWidgetItem([path, wording.date(placed.file.added_at), wording.size(placed.file.size)])
        child.setData(0, _PLACED, placed)
        child.setToolTip(0, path)
        child.setTextAlignment(2, _RIGHT)
        item.addChild(child)
    return item

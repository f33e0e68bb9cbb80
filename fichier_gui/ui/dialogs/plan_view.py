"""A plan as groups that fold: what will happen, what will not, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from fichier_gui.app.views import Renamed, Skipped
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.table import dress_tree
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import tr

SHOWN_OF_GROUP = 500
"""More lines than this say their number instead: nobody reads them, and each costs an object."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name and what is to be said of it; ``tip`` is the whole of it."""

    name: str
    words: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    title: str
    icon: str
    tint: Tint
    lines: Sequence[Line]
    is_open: bool = False


class PlanView(QTreeWidget):
    """Two columns: the name, and its size or its reason."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        header = dress_tree(self, title, elide=Qt.TextElideMode.ElideMiddle)
        self.setHeaderHidden(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; empty ones are left out."""
        self.clear()
        for group in groups:
            if group.lines:
                self._add(group)

    def _add(self, group: Group) -> None:
        top = _row(group.title, "")
        top.setIcon(0, icons.icon(group.icon, group.tint))
        top.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
        font = theme.strong(self.font())
        top.setFont(0, font)
        self.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)  # it has nothing to say in the other one
        for line in group.lines[:SHOWN_OF_GROUP]:
            item = _row(line.name, line.words)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column in (0, 1):
                item.setToolTip(column, line.tip or line.words)
            top.addChild(item)
        left = len(group.lines) - SHOWN_OF_GROUP
        if left > 0:
            top.addChild(_row(tr("… and %n more", "", left), ""))
        top.setExpanded(group.is_open)


def _row(name: str, words: str) -> QTreeWidgetItem:
    """Where there are no words a screen reader says the name again, not "table cell" alone."""
    item = QTreeWidgetItem([name, words])
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, words or name)
    return item


def skipped_group(skipped: Sequence[Skipped]) -> Group:
    """What will not be moved, each with its reason."""
    return Group(
        tr("%n left out", "", len(skipped)),
        "error",
        Tint.WARNING,
        [
            Line(
                PurePath(one.name).name or one.name,
                wording.error_words(one.reason).brief,
                f"{one.name}\n{wording.error_words(one.reason).sentence}",
            )
            for one in skipped
        ],
        is_open=True,
    )


def renamed_group(renamed: Sequence[Renamed], title: str) -> Group:
    """Names that cannot be kept as they are."""
    return Group(title, "info", Tint.MUTED, [Line(one.name, one.stored) for one in renamed])

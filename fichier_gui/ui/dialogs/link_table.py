"""The table of pasted links: what to show of them, what to choose, what cannot be had."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.domain import pasted
from fichier_gui.domain.pasted import Standing
from fichier_gui.ui import theme, wording
from fichier_gui.ui.clipboard import copy_links
from fichier_gui.ui.dialogs.frame import NEAR, QuietLabel, add_glass
from fichier_gui.ui.dialogs.table import dress
from fichier_gui.ui.models.pasted_links import NAME, SIZE, STATE, PastedLinks, Shown
from fichier_gui.ui.wording import tr


class LinkTable(QWidget):
    """The rows with a line to narrow them above, and what to do with all of them below."""

    again_asked = Signal()
    """Ask for the names that are not known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = PastedLinks(self)
        self.view = QTreeView(self)
        self.filter = QLineEdit(self)
        self.shown = QComboBox(self)
        self.all, self.none = (self._button(text) for text in (tr("Choose all"), tr("Choose none")))
        self.drop_dead = self._button(tr("Remove dead links"))
        self.copy_unusable = self._button(tr("Copy what cannot be used"))
        self.again = self._button(tr("Ask again"))
        self.total = QLabel(self)
        self.left_out = QuietLabel("", self)
        self._build()
        self.model.changed.connect(self._settle)
        self.filter.textChanged.connect(self._narrow)
        self.shown.currentIndexChanged.connect(self._narrow)
        self.all.clicked.connect(lambda: self.model.choose_shown(True))
        self.none.clicked.connect(lambda: self.model.choose_shown(False))
        self.drop_dead.clicked.connect(lambda: self.model.remove({Standing.DEAD}))
        self.copy_unusable.clicked.connect(self._copy_unusable)
        self.again.clicked.connect(self.again_asked)
        self._settle()

    def _build(self) -> None:
        self.filter.setPlaceholderText(tr("Filter by name or link"))
        self.filter.setAccessibleName(tr("Filter by name or link"))
        self.filter.setClearButtonEnabled(True)
        add_glass(self.filter)
        self.shown.setAccessibleName(tr("Which links are shown"))
        for shown, words in (
            (Shown.ALL, tr("All links")),
            (Shown.FETCHABLE, tr("Those to download")),
            (Shown.PASSWORD, tr("Those with a password")),
            (Shown.UNUSABLE, tr("Those that cannot be used")),
        ):
            self.shown.addItem(words, shown)
        self._build_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(_row(self.filter, self.shown, stretch=self.filter))
        column.addWidget(self.view, 1)
        column.addLayout(_row(self.total, self.left_out, stretch=self.left_out))
        acts = _row(self.all, self.none, self.drop_dead, self.copy_unusable, self.again)
        acts.addStretch(1)
        column.addLayout(acts)

    def _build_view(self) -> None:
        view = self.view
        header = dress(view, tr("Files behind the links"), self.model)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        metrics = view.fontMetrics()
        states = (wording.pasted_words(pasted.Pasted("", None, each)) for each in Standing)
        widest = max(metrics.horizontalAdvance(words) for words in states)
        header.resizeSection(STATE, widest + theme.ICON + 4 * NEAR)
        header.resizeSection(SIZE, metrics.horizontalAdvance(wording.size(888_800_000_000)) + 3 * NEAR)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _narrow(self) -> None:
        self.model.narrow(self.filter.text(), Shown(self.shown.currentData()))

    def _copy_unusable(self) -> None:
        copy_links([row.text for row in pasted.unusable(self.model.rows)])

    def _settle(self) -> None:
        rows, chosen = self.model.rows, self.model.chosen()
        size = sum(row.size or 0 for row in chosen)
        unknown = sum(row.size is None for row in chosen)
        files = tr("%n file(s) chosen", "", len(chosen))
        if unknown:
            words = tr("{files}, at least {size}", files=files, size=wording.size(size))
        else:
            words = tr("{files}, {size}", files=files, size=wording.size(size))
        self.total.setText(words)
        dead = sum(row.standing is Standing.DEAD for row in rows)
        useless = pasted.unusable(rows)
        asking = sum(row.standing is Standing.ASKING for row in rows)
        parts = [
            tr("%n name(s) still to come", "", asking) if asking else "",
            wording.left_out_words(len(useless)) if useless else "",
        ]
        self.left_out.setText(" · ".join(part for part in parts if part))
        self.drop_dead.setVisible(dead > 0)
        self.copy_unusable.setVisible(bool(useless))
        self.again.setVisible(any(row.standing is Standing.UNASKED for row in rows))
        fetchable = sum(row.can_fetch for row in rows)
        self.all.setEnabled(fetchable > len(chosen))
        self.none.setEnabled(bool(chosen))


def _row(*widgets: QWidget, stretch: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(NEAR)
    for widget in widgets:
        row.addWidget(widget, int(widget is stretch))
    return row

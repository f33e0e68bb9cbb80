"""A list of transfers that was read: what is new, what is there already, what cannot be used."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QTreeView, QWidget

from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.ui import theme, wording
from fichier_gui.ui.dialogs.frame import NEAR, Frame, shown
from fichier_gui.ui.dialogs.table import dress
from fichier_gui.ui.models.found_entries import NAME, SIZE, STATE, FoundEntries
from fichier_gui.ui.wording import tr


class ImportList(Frame):
    """Nothing is added before the button is pressed."""

    def __init__(self, parent: QWidget | None, name: str, found: Sequence[Found]) -> None:
        super().__init__(parent, tr("Import a list"))
        self.resize(760, 520)
        self.model = FoundEntries(found, self)
        self.view = QTreeView(self)
        self.total = QLabel(self)
        self.all, self.none = (QPushButton(text, self) for text in (tr("Choose all"), tr("Choose none")))
        counts = Counter(each.state for each in found)
        self.add_heading(tr("%n transfer(s) in {name}", "", len(found), name=name))
        self.add_text(_counts_words(counts))
        self._build_view()
        self.body.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        for widget in (self.all, self.none, self.total):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add, _ = self.add_buttons(accept=tr("Add"), reject=tr("Cancel"))
        for button, is_chosen in ((self.all, True), (self.none, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, is_chosen=is_chosen: self.model.choose_all(is_chosen))
        self.model.changed.connect(self._settle)
        self._settle()

    async def run(self) -> list[Entry]:
        """What is to be added; empty for nothing."""
        return self.model.chosen() if await shown(self) else []

    def _build_view(self) -> None:
        view = self.view
        header = dress(view, tr("Transfers of the list"), self.model)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        metrics = view.fontMetrics()
        words = (str(self.model.index(n, STATE).data()) for n in range(min(self.model.rowCount(), 500)))
        widest = max((metrics.horizontalAdvance(text) for text in words), default=0)
        header.resizeSection(STATE, max(widest, 80) + theme.ICON + 4 * NEAR)
        header.resizeSection(SIZE, metrics.horizontalAdvance(wording.size(888_800_000_000)) + 3 * NEAR)
        header.resizeSection(header.count() - 1, 200)  # a folder's path, its middle left out if need be

    def _settle(self) -> None:
        chosen = self.model.chosen()
        size = wording.size(sum(entry.size for entry in chosen))
        files = tr("%n file(s) chosen", "", len(chosen))
        self.total.setText(tr("{files}, {size}", files=files, size=size))
        self.add.setText(tr("Add %n transfer(s)", "", len(chosen)) if chosen else tr("Add"))
        self.add.setEnabled(bool(chosen))


def _counts_words(counts: Counter[EntryState]) -> str:
    parts = [
        (tr("%n new", "", counts[EntryState.NEW]), counts[EntryState.NEW]),
        (tr("%n in the list already", "", counts[EntryState.LISTED]), counts[EntryState.LISTED]),
        (tr("%n cannot be used", "", counts[EntryState.UNUSABLE]), counts[EntryState.UNUSABLE]),
    ]
    return ", ".join(words for words, count in parts if count) or tr("The list is empty.")

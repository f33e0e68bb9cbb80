"""New names for many items: the rules above, what becomes of each name below, while one types."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeView,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.bulk_names import (
    BulkRules,
    LetterCase,
    NewName,
    Numbering,
    NumberPlace,
    Preview,
    digits_for,
    in_safe_order,
    preview,
)
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.names import MAX_REMOTE
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.patterns import PatternError
from fichier_gui.ui import icons, theme
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, shown
from fichier_gui.ui.dialogs.table import dress
from fichier_gui.ui.models.new_names import NEW, NOTE, NOW, NewNames
from fichier_gui.ui.ordering import Ordering
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.bulk_names import (
    LETTERS,
    PLACES,
    all_notes,
    note_words,
    pattern_words,
    preview_words,
    rename_words,
)

_AT_ONCE: Final = 1000
"""Names that are worked out within a letter's time, without a thread."""
_HIGHEST: Final = 999_999
_MOST_DIGITS: Final = 9
_NUMBER_WIDTH: Final = 80
_TEXT_WIDTH: Final = 160
_PAUSE: Final = 0.15
"""Seconds: the dialog is there, or a word typed, before the names of a long list are worked out."""


class BulkRename(Frame):
    """``others``: for each folder of the items, the names in it that are not among them."""

    def __init__(
        self,
        parent: QWidget | None,
        items: Sequence[Placed],
        others: Mapping[FolderId, Collection[str]],
    ) -> None:
        super().__init__(parent, tr("Rename %n item(s)", "", len(items)))
        self._items, self._others = tuple(items), others
        self._scope = TaskScope("bulk rename", self._on_task_failed)
        self._ordering = Ordering(self._scope, _AT_ONCE, _PAUSE)
        self.search, self.replacement = QLineEdit(self), QLineEdit(self)
        self.is_pattern = QCheckBox(tr("Regular expression"), self)
        self.matches_case = QCheckBox(tr("Match case"), self)
        self.keeps_extension = QCheckBox(tr("Leave extensions as they are"), self)
        self.letters, self.place = QComboBox(self), QComboBox(self)
        self.text = QLineEdit(" ", self)
        self.start, self.step, self.digits = QSpinBox(self), QSpinBox(self), QSpinBox(self)
        self.model = NewNames(self)
        self.view = QTreeView(self)
        self.told = Fact("info", "", self)
        self.next_problem = QPushButton(tr("Show the next one"), self)
        self._build()
        self._settle()

    async def run(self) -> list[tuple[Placed, str]]:
        """The new names in the order in which they can be given; empty for none."""
        try:
            is_wished = await shown(self, scope=self._scope)
        finally:
            self._ordering.close()
        return in_safe_order(self.model.shown.rows, self._others) if is_wished else []

    def accept(self) -> None:
        """Only what the preview shows, and only if nothing is in its way."""
        if self.rename.isEnabled():
            super().accept()

    @property
    def rules(self) -> BulkRules:
        """As they are entered."""
        return BulkRules(
            self.search.text(),
            self.replacement.text(),
            self.is_pattern.isChecked(),
            self.matches_case.isChecked(),
            self.keeps_extension.isChecked(),
            LetterCase(self.letters.currentData()),
            Numbering(
                NumberPlace(self.place.currentData()),
                self.start.value(),
                self.step.value(),
                self.digits.value(),
                self.text.text(),
            ),
        )

    # Building

    def _build(self) -> None:
        self.resize(840, 620)
        self._fill_fields()
        self.body.addLayout(self._form())
        self._build_view()
        self.body.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next_problem)
        keeps_place = self.next_problem.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.next_problem.setSizePolicy(keeps_place)
        self.body.addLayout(row)
        self.rename, _ = self.add_buttons(accept=tr("Rename"), reject=tr("Cancel"))
        self.next_problem.setAutoDefault(False)
        self.next_problem.clicked.connect(self._show_next_problem)
        for line in (self.search, self.replacement, self.text):
            line.textChanged.connect(self._settle)
        for box in (self.is_pattern, self.matches_case, self.keeps_extension):
            box.toggled.connect(self._settle)
        for choice in (self.letters, self.place):
            choice.currentIndexChanged.connect(self._settle)
        for number in (self.start, self.step, self.digits):
            number.valueChanged.connect(self._settle)

    def _fill_fields(self) -> None:
        for line in (self.search, self.replacement, self.text):
            line.setMaxLength(MAX_REMOTE)
        self.keeps_extension.setChecked(True)
        for letters, words in LETTERS.items():
            self.letters.addItem(tr(words), letters)
        for place, words in PLACES.items():
            self.place.addItem(tr(words), place)
        for box, least, most, value in (
            (self.start, 0, _HIGHEST, 1),
            (self.step, 1, _HIGHEST, 1),
            (self.digits, 1, _MOST_DIGITS, digits_for(len(self._items))),
        ):
            box.setRange(least, most)
            box.setValue(value)
            box.setMinimumWidth(_NUMBER_WIDTH)

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(theme.GROUP)
        form.setVerticalSpacing(NEAR)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        for place, (words, field) in enumerate(
            (
                (tr("&Search for"), self.search),
                (tr("Re&place with"), self.replacement),
                (tr("&Letters"), self.letters),
                (tr("&Number"), self.place),
            )
        ):
            row, column = 2 * (place // 2), 2 * (place % 2)
            form.addWidget(self._label(words, field), row, column)
            form.addWidget(field, row, column + 1)
        checks = QHBoxLayout()
        checks.setSpacing(theme.GROUP)
        for box in (self.is_pattern, self.matches_case, self.keeps_extension):
            checks.addWidget(box)
        checks.addStretch(1)
        form.addLayout(checks, 1, 1, 1, 3)
        form.addWidget(self._numbers(), 3, 0, 1, 4)
        return form

    def _numbers(self) -> QWidget:
        self._of_number = QWidget(self)
        row = QHBoxLayout(self._of_number)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NEAR)
        row.addStretch(1)
        for words, field in (
            (tr("Te&xt beside it"), self.text),
            (tr("&First"), self.start),
            (tr("St&ep"), self.step),
            (tr("&Digits"), self.digits),
        ):
            row.addSpacing(NEAR)
            row.addWidget(self._label(words, field))
            row.addWidget(field)
        self.text.setFixedWidth(_TEXT_WIDTH)
        return self._of_number

    def _label(self, words: str, field: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        return label

    def _build_view(self) -> None:
        view = self.view
        header = dress(view, tr("Preview"), self.model)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (NOW, NEW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        metrics = view.fontMetrics()
        widest = max(metrics.horizontalAdvance(words) for words in all_notes())
        header.resizeSection(NOTE, widest + theme.ICON + 4 * NEAR)
        view.setColumnHidden(NOTE, True)

    # What becomes of the names

    def _settle(self) -> None:
        rules = self.rules
        self._of_number.setVisible(rules.numbering.place is not NumberPlace.NONE)
        self.rename.setEnabled(False)

        self._ordering.order(
            len(self._items), lambda: _worked_out(self._items, rules, self._others), self._show
        )

    def _show(self, found: "_Found") -> None:
        names = found.names
        self._tell(found.words, is_bad=found.is_bad)
        self.model.show(names)
        self.view.setColumnHidden(NOTE, not found.has_notes)
        self.next_problem.setVisible(bool(names.problems))
        self.rename.setText(found.button)
        self.rename.setEnabled(names.can_be_done)
        self.rename.setToolTip("" if names.can_be_done else self.told.label.text())
        self.rename.setAccessibleDescription(self.rename.toolTip())

    def _tell(self, words: str, *, is_bad: bool) -> None:
        self.told.label.setText(words)
        self.told.show_icon("error" if is_bad else "info", icons.Tint.BAD if is_bad else icons.Tint.MUTED)

    def _show_next_problem(self) -> None:
        """The one after the current row, or the first."""
        problems = self.model.shown.problems
        here = self.view.currentIndex().row()
        wanted = next((number for number in problems if number > here), problems[0])
        self.view.setCurrentIndex(self.model.index(wanted, NEW))
        self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._tell(str(error), is_bad=True)


@dataclass(frozen=True, slots=True)
class _Found:
    """Of the rules as they are entered; made by a thread where there are many names."""

    names: Preview
    words: str
    is_bad: bool
    has_notes: bool
    button: str


def _worked_out(
    items: Sequence[Placed], rules: BulkRules, others: Mapping[FolderId, Collection[str]]
) -> _Found:
    try:
        names = preview(items, rules, others)
        words, is_bad = preview_words(names), bool(names.problems)
    except PatternError as error:
        names = Preview(tuple(NewName(placed, placed.item.name) for placed in items))
        words, is_bad = pattern_words(error.problem), True
    return _Found(names, words, is_bad, any(map(note_words, names.rows)), rename_words(names))

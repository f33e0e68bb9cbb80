"""A comparison under way and its result: a bar, then a table that can be kept as a file."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeView,
    QWidget,
)

from fichier_gui.app.sheets import csv_text
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.verifying import Verification
from fichier_gui.domain.checking import Comparison, Verdict
from fichier_gui.domain.errors import AppError
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.choosing import chosen_target
from fichier_gui.ui.dialogs.frame import NEAR, ButtonBox, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import dress
from fichier_gui.ui.models.checked_files import HERE, PATH, STATE, THERE, CheckedFiles
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

LOOK_EVERY = 100
"""Milliseconds between two looks at the progress."""
STEPS = 1000
_ACROSS = Qt.Orientation.Horizontal
HEADER = ("path", "verdict", "size_here", "size_there", "whirlpool_here", "whirlpool_there", "link")
"""Of the exported table: for programs, so it is not translated."""


class ComparisonDialog(Frame):
    """Compares as soon as it is shown; closing it stops the reading."""

    def __init__(self, seam: Seam, parent: QWidget | None, heading: str, check: Verification) -> None:
        super().__init__(parent, tr("Verify"))
        self.resize(720, 520)
        self._seam = seam
        self._check = check
        self._scope = TaskScope("comparison", self._on_task_failed)
        self.found: Comparison | None = None
        self.add_heading(heading)
        self.bar = QProgressBar(self)
        self.now = QuietLabel("", self)
        self.summary = QLabel(self)
        self.only_wrong = QCheckBox(tr("Hide what is the same"), self)
        self.model = CheckedFiles(self)
        self.view = QTreeView(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._show_progress)
        self._build()

    async def run(self) -> Comparison | None:
        """What was found, or None if it was stopped."""
        self._timer.start()
        self._scope.start(self._compare(), "compare")
        try:
            await shown(self, scope=self._scope)
        finally:
            self._timer.stop()
        return self.found

    def _build(self) -> None:
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        self.bar.setAccessibleName(tr("How far the comparison is"))
        self._build_view()
        for widget in (self.bar, self.now, self.summary, self.only_wrong, self.view, self.problem):
            self.body.addWidget(widget, int(widget is self.view))
        self.body.setSpacing(NEAR)
        for widget in (self.summary, self.only_wrong, self.problem):
            widget.hide()
        box = ButtonBox(self)
        self.export = QPushButton(tr("Export…"), self)
        self.export.setAutoDefault(False)
        self.export.setEnabled(False)
        box.add(self.export, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = box.add(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        self.export.clicked.connect(lambda: self._scope.start(self._export(), "export"))
        self.only_wrong.toggled.connect(self.model.hide_same)

    def _build_view(self) -> None:
        view = self.view
        header = dress(view, tr("Files that were compared"), self.model)
        header.setSectionResizeMode(PATH, QHeaderView.ResizeMode.Stretch)
        metrics = view.fontMetrics()
        widest = max(metrics.horizontalAdvance(wording.verdict_words(each)) for each in Verdict)
        header.resizeSection(STATE, widest + theme.ICON + 4 * NEAR)
        for column in (HERE, THERE):
            words = (wording.size(888_800_000_000), str(self.model.headerData(column, _ACROSS)))
            header.resizeSection(column, max(map(metrics.horizontalAdvance, words)) + 4 * NEAR)

    async def _compare(self) -> None:
        try:
            result = await self._seam.call(lambda _program: self._check.run())
        finally:
            self._timer.stop()
            self.bar.hide()
            self.now.hide()
            self.close_button.setText(tr("Close"))
        self.found = result
        self.model.put(result.files)
        self.summary.setText(wording.comparison_words(result.counts, result.unread))
        self.summary.show()
        self.only_wrong.setVisible(0 < result.counts.get(Verdict.SAME, 0) < len(result.files))
        self.export.setEnabled(bool(result.files))

    def _show_progress(self) -> None:
        progress = self._check.progress
        if not progress.total:
            self.now.setText(tr("Reading the folders…"))
            return
        self.bar.setRange(0, STEPS)
        self.bar.setValue(progress.done * STEPS // progress.total)
        self.now.setText(
            tr(
                "{done} of {total}: {name}",
                done=wording.size(progress.done),
                total=wording.size(progress.total),
                name=progress.path,
            )
        )

    async def _export(self) -> None:
        if self.found is None:
            return
        path = await chosen_target(self, tr("Export the table"), "comparison.csv")
        if path is None:
            return
        rows = (
            (
                file.path,
                str(file.verdict),
                file.size_here,
                file.size_there,
                file.checksum_here,
                file.checksum_there,
                file.url,
            )
            for file in self.found.files
        )
        text = csv_text(HEADER, rows)
        await self._seam.call(lambda p: p.documents.save(path, text))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self.problem.label.setText(words)
        self.problem.show()


async def compare(seam: Seam, parent: QWidget | None, heading: str, check: Verification) -> Comparison | None:
    """Compare, and show what was found."""
    return await ComparisonDialog(seam, parent, heading, check).run()

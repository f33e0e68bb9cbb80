"""Links in, downloads out: recognised while they are typed, looked up once, chosen from a table."""

from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.views import DownloadPlan
from fichier_gui.domain import links
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.fields import FolderChooser
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class PasteLinks(Frame):
    """Two steps in one window: the text with the links, then the files behind them."""

    def __init__(self, seam: Seam, parent: QWidget | None, text: str = "") -> None:
        super().__init__(parent, tr("Paste links"))
        self.resize(640, 460)  # room for a dozen links
        self._seam = seam
        self._scope = TaskScope("paste links", self._on_task_failed)
        self._plan: DownloadPlan | None = None
        self.batch: BatchId | None = None
        self.text = QPlainTextEdit(self)
        self.found = QuietLabel("", self)
        self.table = LinkTable(self)
        self.total = QLabel(self)
        self.password = PasswordLine(self)
        self.chooser = FolderChooser(self)
        self.steps = QStackedWidget(self)
        self.busy = QProgressBar(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._build()
        self.text.setPlainText(text)
        self._settle()

    async def run(self) -> BatchId | None:
        """The batch that was started, or None. A text that already holds links is looked up at once."""
        if links.find(self.text.toPlainText()):
            self.accept()
        try:
            await shown(self)
        finally:
            await self._scope.close()
        return self.batch

    def accept(self) -> None:
        """The button looks up first and starts then."""
        if not self.next.isEnabled():
            return
        if self._plan is None:
            self._scope.start(self._look_up(), "look the links up")
        elif self._has_password():
            self._scope.start(self._unlock(self._plan), "try the password")
        else:
            self._scope.start(self._start(self._plan), "start the downloads")

    def _build(self) -> None:
        self.text.setAccessibleName(tr("Text with 1fichier links"))
        self.text.setPlaceholderText(tr("Paste links, or any text that holds links, one or hundreds."))
        self.text.setTabChangesFocus(True)
        self.chooser.widget.setAccessibleName(tr("Download folder"))
        self.steps.addWidget(_column(self.text, self.found))
        self._ask = _column(QLabel(tr("Password of the protected files"), self), self.password)
        self.password.setAccessibleName(tr("Password of the protected files"))
        second = _column(self.table, self.total, self._ask, QLabel(tr("Save in"), self), self.chooser.widget)
        self.steps.addWidget(second)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setMaximumHeight(6)
        self.busy.setAccessibleName(tr("Looking the links up"))
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.problem)
        self.busy.hide()
        self.problem.hide()
        self.next, _ = self.add_buttons(accept=tr("Look up"), reject=tr("Cancel"))
        self.text.textChanged.connect(self._settle)
        self.table.itemChanged.connect(lambda _item, _column: self._settle())
        self.password.textChanged.connect(self._settle)
        self.chooser.edited.connect(self._on_chooser_edited)

    async def _look_up(self) -> None:
        self.problem.hide()
        self.busy.show()
        self.next.setEnabled(False)
        text = self.text.toPlainText()
        try:
            plan = await self._seam.call(lambda p: p.transfers.plan_download([text], None))
        finally:
            self.busy.hide()
            self._settle()
        self._plan = plan
        self.table.show_plan(plan)
        self.chooser.put(str(plan.folder))
        self.steps.setCurrentIndex(1)
        self._ask.setVisible(plan.wants_password)
        self._settle()
        (self.password if plan.locked and not plan.files else self.table).setFocus()

    def _has_password(self) -> bool:
        return self._plan is not None and self._plan.wants_password and bool(self.password.text())

    async def _unlock(self, plan: DownloadPlan) -> None:
        """One password for all that is locked; what it does not open stays locked, and says so."""
        self.problem.hide()
        self.busy.show()
        self.next.setEnabled(False)
        self.steps.setEnabled(False)
        password = Secret(self.password.text())
        left_out = set(range(len(plan.files))) - set(self.table.chosen())
        try:
            opened = await self._seam.call(lambda p: p.transfers.unlock_plan(plan, password))
        finally:
            self.steps.setEnabled(True)
            self.busy.hide()
            self._settle()
        self._plan = opened
        self.password.take()
        self.table.show_plan(opened, left_out)
        self._ask.setVisible(opened.wants_password)
        if opened.locked:
            self._say(wording.error_words(opened.locked[0].reason).sentence)
        self._settle()
        (self.password if opened.locked else self.table).setFocus()

    async def _start(self, plan: DownloadPlan) -> None:
        chosen = self.table.chosen()
        wanted = replace(plan, files=tuple(plan.files[place] for place in chosen))
        self.next.setEnabled(False)
        try:
            self.batch = await self._seam.call(lambda p: p.transfers.start_download(wanted))
        finally:
            self._settle()
        super().accept()

    def _settle(self) -> None:
        if self._plan is None:
            known = links.find(self.text.toPlainText())
            self.found.setText(found_words(self.text.toPlainText()))
            self.next.setEnabled(bool(known) and not self.busy.isVisible())
            return
        if self._has_password():
            self.next.setText(tr("Use this password"))
            self.next.setEnabled(not self.busy.isVisible())
            return
        chosen = self.table.chosen()
        size = sum(self._plan.files[place].size for place in chosen)
        self.total.setText(
            tr("{files}, {size}", files=tr("%n file(s)", "", len(chosen)), size=wording.size(size))
        )
        self.next.setText(tr("Download %n file(s)", "", len(chosen)) if chosen else tr("Download"))
        self.next.setEnabled(bool(chosen))

    def _on_chooser_edited(self, path: object) -> None:
        if self._plan is not None:
            self._plan = moved(self._plan, Path(str(path)))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._say(words)

    def _say(self, words: str) -> None:
        self.problem.label.setText(words)
        self.problem.show()


class LinkTable(QTreeWidget):
    """The files behind the links with a check box each; what cannot be had, with its reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Files behind the links"))
        self.setColumnCount(2)
        self.setHeaderLabels([tr("Name"), tr("Size")])
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_plan(self, plan: DownloadPlan, left_out: Container[int] = ()) -> None:
        """All files, chosen but for the places ``left_out``; below them what is locked or skipped."""
        self.clear()
        items: list[QTreeWidgetItem] = []
        for place, file in enumerate(plan.files):
            item = QTreeWidgetItem([file.name, wording.size(file.size)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_chosen = place not in left_out
            item.setCheckState(0, Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            item.setToolTip(0, file.url)
            if file.has_password:
                item.setIcon(0, icons.icon("lock", icons.Tint.MUTED))
            items.append(item)
        left = [(one, "lock") for one in plan.locked] + [(one, "error") for one in plan.skipped]
        for one, icon in left:
            words = wording.error_words(one.reason)
            item = QTreeWidgetItem([one.name, words.brief])
            item.setIcon(0, icons.icon(icon, icons.Tint.WARNING))
            item.setToolTip(0, words.sentence)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            items.append(item)
        for item in items:
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setSizeHint(0, QSize(0, theme.ROW_HEIGHT))
        self.addTopLevelItems(items)

    def chosen(self) -> list[int]:
        """Places of the checked files in the plan."""
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [
            place
            for place, item in enumerate(items)
            if item is not None
            and item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and item.checkState(0) is Qt.CheckState.Checked
        ]


def found_words(text: str) -> str:
    """ "3 file links and 1 folder link"."""
    known = links.find(text)
    files = sum(isinstance(link, links.FileLink) for link in known)
    folders = len(known) - files
    if not known:
        return tr("No 1fichier link yet.") if not text.strip() else tr("No 1fichier link in this text.")
    if not folders:
        return tr("%n file link(s)", "", files)
    if not files:
        return tr("%n folder link(s)", "", folders)
    return tr(
        "{files} and {folders}",
        files=tr("%n file link(s)", "", files),
        folders=tr("%n folder link(s)", "", folders),
    )


def moved(plan: DownloadPlan, folder: Path) -> DownloadPlan:
    """The same plan into another folder of this computer."""
    files = tuple(
        replace(file, folder=str(folder / Path(file.folder).relative_to(plan.folder))) for file in plan.files
    )
    return replace(plan, folder=folder, files=files)


def _column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(NEAR)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, QPlainTextEdit | QTreeWidget) else 0)
    return page


async def paste_links(seam: Seam, parent: QWidget | None, text: str = "") -> BatchId | None:
    """Ask for links and download what is behind them."""
    return await PasteLinks(seam, parent, text).run()

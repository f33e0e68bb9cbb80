"""Fetch from the web: what 1fichier is to fetch by itself, and where each address stands."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Coroutine, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event, RemoteUploadsChanged
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import SOONEST, Fetch, JobId, RemoteItem, RemoteTable
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.clipboard import copy_links
from fichier_gui.ui.dialogs.fetch_form import FetchForm
from fichier_gui.ui.dialogs.frame import NEAR, ButtonBox, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.table import dress
from fichier_gui.ui.dialogs.target_folder import folder_words
from fichier_gui.ui.models.remote_uploads import ADDRESS, ASKED, FOLDER, STATE, RemoteUploadRows, key_of
from fichier_gui.ui.seam import Seam, SeamClosed
from fichier_gui.ui.wording import fetches, tr

AGAIN = frozenset({Fetch.REFUSED, Fetch.CANCELLED, Fetch.FAILED})
"""What may be asked for once more."""
_SECOND = 1000
_FOLDER_LETTERS = 18


class RemoteUploadsDialog(Frame):
    """Stays beside the window: files land while one looks at them. Kept fresh as long as it is there."""

    show_asked = Signal(object)
    """A ``RemoteItem`` that was fetched is to be shown in the list."""

    def __init__(self, seam: Seam, parent: QWidget | None, urls: Sequence[str], folder_id: FolderId) -> None:
        super().__init__(parent, tr("Fetch from the web"))
        self.resize(800, 640)
        self._seam = seam
        self._scope = TaskScope("remote uploads", self._on_task_failed)
        self._table = RemoteTable()
        self._asked: set[JobId] = set()
        self.form = FetchForm(seam, self._scope, self)
        self.model = RemoteUploadRows(partial(folder_words, seam), self)
        self.view = QTreeView(self)
        self.empty = QuietLabel(tr("Nothing has been fetched yet."), self)
        self.sentence = QuietLabel("", self)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = QuietLabel("", self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.show_button = self._button(tr("Show in its folder"))
        self.copy_button = self._button(tr("Copy link"))
        self.again_button = self._button(tr("Try again…"))
        self.cancel_button = self._button(tr("Take back what was not sent"))
        self.clear_button = self._button(tr("Forget what was not taken"))
        self.look_button = self._button(tr("Ask now"))
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._build()
        self.form.target.put(folder_id)
        self.form.put(urls)
        self._settle()

    async def run(self) -> None:
        """Until it is closed."""
        self._seam.happened.connect(self._on_seam_happened)
        try:
            self._take(await self._seam.call(lambda p: p.remote_uploads.show()))
            self._clock.start()
            await shown(self, scope=self._scope, blocks=False)
        finally:
            self._clock.stop()
            self._seam.happened.disconnect(self._on_seam_happened)
            with contextlib.suppress(SeamClosed, asyncio.CancelledError):
                await self._seam.call(lambda p: p.remote_uploads.hide())

    def bring_to_front(self, urls: Sequence[str] = ()) -> None:
        """It is there already; ``urls`` are ready to be sent, with what else is."""
        there = self.form.text.toPlainText().split()
        if not set(urls) <= set(there):
            self.form.put(list(dict.fromkeys([*there, *urls])))
        self.raise_()
        self.activateWindow()

    # Building

    def _build(self) -> None:
        about = tr(
            "1fichier fetches by itself, whether this program runs or not. It does not say how far it is, "
            "and cannot stop what it has taken."
        )
        self._build_view()
        self.problem.hide()
        for widget in (
            self.form,
            QuietLabel(about, self),
            self.view,
            self.empty,
            self.sentence,
            self.problem,
        ):
            self.body.addWidget(widget, int(widget is self.view))
        self.body.setSpacing(NEAR)
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        for button in (self.clear_button, self.cancel_button, self.look_button):
            row.addWidget(button)
        self.body.addLayout(row)
        box = ButtonBox(self)
        for button in (self.show_button, self.copy_button, self.again_button):
            box.add(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        self._connect()

    def _connect(self) -> None:
        self.form.sent.connect(self._on_form_sent)
        self.show_button.clicked.connect(self._show_chosen)
        self.view.activated.connect(lambda _index: self._show_chosen())
        self.copy_button.clicked.connect(self._copy)
        self.again_button.clicked.connect(self._try_again)
        self.cancel_button.clicked.connect(lambda: self._ask(self._cancel(), "take back"))
        self.clear_button.clicked.connect(lambda: self._ask(self._clear(), "forget"))
        self.look_button.clicked.connect(lambda: self._ask(self._look(), "look"))
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._clock.timeout.connect(self._show_age)

    def _build_view(self) -> None:
        view = self.view
        header = dress(view, tr("What 1fichier fetches"), self.model)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header.setSectionResizeMode(ADDRESS, QHeaderView.ResizeMode.Stretch)
        metrics = view.fontMetrics()
        widest = max(metrics.horizontalAdvance(fetches.fetch_words(each)) for each in Fetch)
        header.resizeSection(STATE, widest + theme.ICON + 4 * NEAR)
        header.resizeSection(FOLDER, _FOLDER_LETTERS * metrics.averageCharWidth())
        header.resizeSection(ASKED, metrics.horizontalAdvance(wording.date(time.time())) + 4 * NEAR)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    # What the user does

    def _ask(self, work: Coroutine[None, None, None], name: str) -> None:
        self.problem.hide()
        self._scope.start(work, name)

    def _on_form_sent(self) -> None:
        urls, headers = self.form.sources.urls, self.form.header_lines.values
        folder_id = self.form.target.folder_id

        async def work() -> None:
            await self._seam.call(lambda p: p.remote_uploads.fetch(urls, folder_id, headers))
            self.form.clear()

        self._ask(work(), "fetch")

    async def _cancel(self) -> None:
        await self._seam.call(lambda p: p.remote_uploads.cancel())

    async def _clear(self) -> None:
        await self._seam.call(lambda p: p.remote_uploads.clear())

    async def _look(self) -> None:
        await self._seam.call(lambda p: p.remote_uploads.look())

    def _show_chosen(self) -> None:
        done = self._chosen(Fetch.DONE)
        if len(done) == 1 and _can_be_shown(done[0]):
            self.show_asked.emit(done[0])

    def _copy(self) -> None:
        copy_links([item.url for item in self._chosen(Fetch.DONE) if item.url is not None])

    def _try_again(self) -> None:
        """Ready to be sent: a cookie may have been missing."""
        chosen = self._chosen(*AGAIN)
        folders = {item.folder_id for item in chosen if item.folder_id is not None}
        if len(folders) == 1:
            self.form.target.put(folders.pop())
        self.form.put([item.source for item in chosen])

    def _chosen(self, *states: Fetch) -> list[RemoteItem]:
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        items = [item for index in rows if (item := self.model.item(index)) is not None]
        return [item for item in items if item.state in states and (item.source or item.url)]

    def _chosen_alone(self) -> RemoteItem | None:
        rows = self.view.selectionModel().selectedRows()
        return self.model.item(rows[0]) if len(rows) == 1 else None

    def _on_selection_changed(self) -> None:
        self._settle()
        item = self._chosen_alone()
        if item is None or item.state is not Fetch.UNREAD or item.job_id is None:
            return
        job_id = item.job_id
        if job_id not in self._asked:
            self._asked.add(job_id)
            self._scope.start(self._read(job_id), "read a request")

    async def _read(self, job_id: JobId) -> None:
        await self._seam.call(lambda p: p.remote_uploads.read(job_id))

    # What the core says

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, RemoteUploadsChanged):
            self._take(event.table)

    def _take(self, table: RemoteTable) -> None:
        """What was chosen stays chosen, and in its place."""
        if table.problem is not None:
            self._say(wording.error_words(table.problem).sentence)
        elif self._table.problem is not None:
            self.problem.hide()
        self._table = table
        selection, bar = self.view.selectionModel(), self.view.verticalScrollBar()
        items = [self.model.item(index) for index in selection.selectedRows()]
        chosen, at = {key_of(item) for item in items if item is not None}, bar.value()
        self.model.put(table.items)
        if chosen and not selection.hasSelection():
            rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for row in self.model.places(chosen):
                selection.select(self.model.index(row, ADDRESS), rows)
            bar.setValue(at)
        self._settle()

    def _settle(self) -> None:
        items = self._table.items
        done, again = self._chosen(Fetch.DONE), self._chosen(*AGAIN)
        self.show_button.setEnabled(len(done) == 1 and _can_be_shown(done[0]))
        self.copy_button.setEnabled(any(item.url is not None for item in done))
        self.again_button.setEnabled(bool(again))
        self.again_button.setVisible(any(item.state in AGAIN for item in items))
        self.cancel_button.setVisible(self._table.unsent > 0)
        not_taken = (Fetch.REFUSED, Fetch.CANCELLED)
        self.clear_button.setVisible(any(item.state in not_taken for item in items))
        for widget in (self.show_button, self.copy_button):
            widget.setVisible(bool(items))
        alone = self._chosen_alone()
        self.sentence.setText(fetches.fetch_sentence(alone) if alone is not None else "")
        self.sentence.setVisible(alone is not None)
        self.view.setVisible(bool(items))
        self.empty.setVisible(not items)
        self._show_age()

    def _show_age(self) -> None:
        at = self._table.looked_at
        self.look_button.setVisible(at is not None)
        if at is None:
            self.status.setText(tr("Asking 1fichier…"))
            return
        counts = fetches.count_words(self._table.items)
        age = max(0.0, self._seam.options.clock.time() - at)
        self.look_button.setEnabled(age >= SOONEST)
        asked = tr("Asked {age}", age=wording.age(age))
        self.status.setText(" · ".join(filter(None, (counts, asked))))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._say(fetches.refusal_words(error) if isinstance(error, AppError) else str(error))

    def _say(self, words: str) -> None:
        self.problem.label.setText(words)
        self.problem.show()


def _can_be_shown(item: RemoteItem) -> bool:
    return item.url is not None or item.folder_id is not None

"""The transfers: tabs with counts, the table, and the way out of what stands still. Folds to one line."""

import time
from array import array
from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.batches import Batch
from fichier_gui.domain.causes import Cause
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.events import (
    DownloadFinished,
    Event,
    QueueReordered,
    TransferChanged,
    TransferHalted,
    TransfersAdded,
    UploadFinished,
)
from fichier_gui.domain.ids import BatchId, TransferId
from fichier_gui.domain.transfers import (
    QueueColumn,
    QueueCounts,
    QueueFilter,
    QueueSummary,
    State,
    Transfer,
)
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.models.transfer_list import TransferListModel
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.answer_bar import AnswerBar
from fichier_gui.ui.views.folded_line import FoldedLine
from fichier_gui.ui.views.queue_strip import QueueStrip
from fichier_gui.ui.views.text_tabs import TextTabs
from fichier_gui.ui.views.transfer_answers import TransferAnswers
from fichier_gui.ui.views.transfer_causes import TransferCauses
from fichier_gui.ui.views.transfer_commands import TransferCommands
from fichier_gui.ui.views.transfer_menu import transfer_menu
from fichier_gui.ui.views.transfers_empty import EmptyTransfers
from fichier_gui.ui.views.transfers_view import TransfersView
from fichier_gui.ui.wording import ErrorAction, tr

BAR_HEIGHT = 40


class SeamQueue:
    """The queue as the list asks for it, through the seam."""

    def __init__(self, seam: Seam) -> None:
        self._seam = seam

    async def order(
        self, tab: QueueFilter, column: QueueColumn, descending: bool, cause: Cause | None
    ) -> "array[int]":
        """See ``app.transferring.Transfers.order``."""
        return await self._seam.call(lambda p: p.transfers.order(tab, column, descending, "", cause))

    async def arranged(
        self, column: QueueColumn, descending: bool, unfolded: Collection[BatchId]
    ) -> "array[int]":
        """See ``app.transferring.Transfers.arranged``."""
        return await self._seam.call(lambda p: p.transfers.arranged(column, descending, unfolded))

    async def batches(self, ids: Sequence[BatchId]) -> list[Batch]:
        """See ``app.transferring.Transfers.batches``."""
        return await self._seam.call(lambda p: p.transfers.batches(ids))

    async def rows(self, ids: Sequence[TransferId]) -> list[Transfer]:
        """See ``app.transferring.Transfers.rows``."""
        return await self._seam.call(lambda p: p.transfers.rows(ids))


class TransfersPanel(QFrame):
    """Everything that moves, waits, needs the user, or has ended."""

    failed = Signal(object)
    """An error of a command, for the notice bar."""
    noticed = Signal(str)
    """A short word for the status bar."""
    answered = Signal(object, object)
    """An :class:`ErrorAction` that is not the transfer's own (a page, the key), and the :class:`Transfer`."""
    shown_remotely = Signal(object)
    """The :class:`Transfer` whose remote folder is to be shown."""
    limit_asked = Signal(object, int)
    """Ids of transfers that are to have another limit of their own, and the one they have now."""
    folded = Signal(bool)
    """The panel was folded to one line, or opened."""

    def __init__(self, seam: Seam, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seam, self._actions = seam, actions
        self.scope = TaskScope("transfers panel", self._on_task_failed)
        self.model = TransferListModel(SeamQueue(seam), self.scope.start, SystemClock(), self)
        self.view = TransfersView(self.model, self)
        self.commands = TransferCommands(seam, actions, self.view, self.model, self.scope)
        self._answers = TransferAnswers(seam, self, self.scope)
        self.causes = TransferCauses(seam, self, self.scope, self._answers, SystemClock())
        self.tabs = TextTabs(self)
        self.line = FoldedLine(self)
        self.empty = EmptyTransfers(actions, self)
        self.bar = AnswerBar(self)
        self._pause, self._clear, self._fold = (QToolButton(self) for _ in range(3))
        self._counts = QueueCounts()
        self.is_folded = False
        self._build()
        self._connect()
        self._show_summary(seam.summary)

    def start(self) -> None:
        """Read the queue for the first time; call once the program is open."""
        self.model.refresh_order()
        self.causes.refresh()
        self._show_summary(self._seam.summary)

    async def close_tasks(self) -> None:
        """End what still runs."""
        self.model.rest()
        self.causes.rest()
        await self.scope.close()

    def set_folded(self, is_folded: bool) -> None:
        """One line with the sum of all, or the whole panel."""
        if is_folded == self.is_folded:
            return
        self.is_folded = is_folded
        self._content.setVisible(not is_folded)
        self._strip.show_folded(is_folded)
        self.setMaximumHeight(BAR_HEIGHT if is_folded else 16777215)
        self._show_fold()
        self.folded.emit(is_folded)

    def show_tab(self, tab: QueueFilter) -> None:
        """Open the panel at a tab."""
        self.set_folded(False)
        self.tabs.setCurrentIndex(list(QueueFilter).index(tab))

    def show_as(self, other: "TransfersPanel") -> None:
        """The tab, the open batches and the current row of another window's panel."""
        self.model.shelf.unfolded |= other.model.shelf.unfolded
        self.tabs.setCurrentIndex(other.tabs.currentIndex())
        self.model.refresh_order()
        current = other.view.current_transfer()
        if current is not None:
            shown = Qt.ConnectionType.SingleShotConnection
            self.model.ordered.connect(lambda: self.view.select(current.id), shown)

    def save_columns(self) -> QByteArray:
        """For the window to keep."""
        return self.view.save_columns()

    def restore_columns(self, state: QByteArray) -> None:
        """What :meth:`save_columns` gave."""
        self.view.restore_columns(state)

    def minimumSizeHint(self) -> QSize:
        """One line when folded, else a few rows, and all of the bar of causes at the cost of one of them."""
        if self.is_folded:
            return QSize(480, BAR_HEIGHT)
        bar = self.causes.bar.needed_height
        return QSize(480, BAR_HEIGHT + (3 if bar else 4) * theme.ROW_HEIGHT + bar)

    def sizeHint(self) -> QSize:
        """Six rows."""
        return QSize(900, BAR_HEIGHT if self.is_folded else BAR_HEIGHT + 7 * theme.ROW_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Painted signs follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "bar"):
            self.bar.show_transfer(self.view.current_transfer())

    # Building

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Transfers"))
        self.tabs.set_tabs(_tab_words(self._counts))
        self.tabs.setAccessibleName(tr("Which transfers are shown"))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self._content = QWidget(self)
        inner = QVBoxLayout(self._content)
        column = QVBoxLayout(self)
        for layout in (inner, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        inner.addWidget(self._pages, 1)
        inner.addWidget(self.causes.bar)
        inner.addWidget(self.bar)
        self._pause.setDefaultAction(self._actions[ActionId.PAUSE_ALL])
        self._clear.setDefaultAction(self._actions[ActionId.CLEAR_DONE])
        self._strip = QueueStrip(self.tabs, self.line, (self._pause, self._clear), self._fold, self)
        self._strip.setFixedHeight(BAR_HEIGHT)
        column.addWidget(self._strip)
        column.addWidget(self._content, 1)
        for control, following in pairwise((self.tabs, self._pause, self._clear, self._fold)):
            self.setTabOrder(control, following)
        self._show_fold()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tabs_changed)
        self.tabs.tabBarClicked.connect(self._on_tabs_clicked)
        self.causes.listed.connect(self._list_cause)
        self.causes.bar.grown.connect(self.updateGeometry)
        self.causes.answered.connect(self.answered)
        self.view.sorted_by.connect(self._on_view_sorted)
        self.view.opened.connect(self._on_view_opened)
        self.view.drag.refused.connect(
            lambda: self.noticed.emit(tr("Rows can be moved once the list is in the order of the queue"))
        )
        self._actions[ActionId.GROUP_BATCHES].toggled.connect(self.model.group)
        self.view.customContextMenuRequested.connect(self._on_view_menu)
        selection = self.view.selectionModel()
        selection.selectionChanged.connect(self._show_current)
        selection.currentChanged.connect(self._show_current)
        self.model.ordered.connect(self._show_page)
        self.model.dataChanged.connect(self._on_model_changed)
        self.bar.chosen.connect(self._on_bar_chosen)
        self._fold.clicked.connect(lambda: self.set_folded(not self.is_folded))
        self.commands.noticed.connect(self.noticed)
        self.commands.shown_remotely.connect(self.shown_remotely)
        self.commands.limit_asked.connect(self.limit_asked)
        self._seam.happened.connect(self._on_seam_happened)
        self._seam.progressed.connect(self.model.merge)
        self._seam.summarised.connect(self._show_summary)

    # What the user does

    def _on_tabs_changed(self, _index: int) -> None:
        self._ask_order()

    def _on_tabs_clicked(self, index: int) -> None:
        """A click on the tab in sight takes it back to all of its rows."""
        if index == self.tabs.currentIndex() and self.model.cause is not None:
            self._ask_order()

    def _list_cause(self, tab: QueueFilter, cause: Cause | None) -> None:
        with QSignalBlocker(self.tabs):
            self.show_tab(tab)
        self._ask_order(cause)

    def _on_view_sorted(self, column: QueueColumn, descending: bool) -> None:
        self.model.sort_by(column, descending)
        self._show_page()

    def _on_view_opened(self, transfer_id: TransferId) -> None:
        """The usual act of a row: answer it, open it, or pause and resume it."""
        transfer = self.model.known(transfer_id)
        if transfer is None:
            return
        if transfer.state in (State.NEEDS_ANSWER, State.FAILED) and transfer.error is not None:
            words = wording.transfer_words(transfer)
            action = words.action if words is not None else ErrorAction.NONE
            if action is not ErrorAction.NONE:
                self.answer(action, transfer)
        elif self._actions[ActionId.TRANSFER_OPEN_FILE].isEnabled():
            self.commands.open_file()

    def _on_view_menu(self, point: QPoint) -> None:
        if not self.view.selected_count():
            return
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view.stillness.watch(menu)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def menu(self) -> QMenu:
        """The commands for what is chosen; the way out of a row that stands still comes first."""
        return transfer_menu(self, self._actions, self.view.current_transfer(), self.answer)

    def _on_bar_chosen(self, action: ErrorAction) -> None:
        current = self.view.current_transfer()
        if current is not None:
            self.answer(action, current)

    def answer(self, action: ErrorAction, transfer: Transfer) -> None:
        """Take a way out: the transfer's own here, those of the whole program through ``answered``."""
        if action is ErrorAction.SHOW_REMOTE:
            self.shown_remotely.emit(transfer)
        elif not self._answers.take(action, transfer):
            self.answered.emit(action, transfer)

    # What is shown

    def _ask_order(self, cause: Cause | None = None) -> None:
        self.model.show_tab(list(QueueFilter)[self.tabs.currentIndex()], cause)
        self.causes.note_listed(cause)
        self._show_page()

    def _show_page(self) -> None:
        tab = list(QueueFilter)[self.tabs.currentIndex()]
        is_empty = self.model.is_known and self.model.rowCount() == 0
        self._pages.setCurrentWidget(self.empty if is_empty else self.view)
        self.empty.show_tab(tab, self._counts.total)
        self._show_current()

    def _show_current(self) -> None:
        self.bar.show_transfer(self.view.current_transfer())

    def _show_fold(self) -> None:
        icons.put(self._fold, "chevron-up" if self.is_folded else "chevron-down")
        name = tr("Open the transfers") if self.is_folded else tr("Fold the transfers to one line")
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(name)

    def _on_model_changed(self) -> None:
        self._show_current()
        self.commands.settle()

    def _on_seam_happened(self, event: Event) -> None:
        self.causes.hear(event)
        if isinstance(event, TransferChanged | TransferHalted | UploadFinished | DownloadFinished):
            self.model.note(event.transfer)
        elif isinstance(event, TransfersAdded):
            self.model.refresh_soon()
        elif isinstance(event, QueueReordered):
            self.model.forget_rows()
            self.model.refresh_soon()

    def _show_summary(self, summary: QueueSummary) -> None:
        self._counts = summary.counts
        self.tabs.set_tabs(_tab_words(summary.counts))
        is_paused = summary.is_paused
        wanted = ActionId.RESUME_ALL if is_paused else ActionId.PAUSE_ALL
        if self._pause.defaultAction() is not self._actions[wanted]:
            self._pause.removeAction(self._pause.defaultAction())
            self._pause.setDefaultAction(self._actions[wanted])
        unfinished = summary.counts.active + summary.counts.waiting + summary.scans
        self._actions.enable(is_paused or unfinished > 0, ActionId.PAUSE_ALL, ActionId.RESUME_ALL)
        self._actions.enable(summary.counts.done > 0, ActionId.CLEAR_DONE)
        self.line.show_summary(summary, time.time())
        self.model.show_waits(wording.waits_words(summary, time.time()))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self.failed.emit(error)


def _tab_words(counts: QueueCounts) -> list[tuple[str, int]]:
    """In the order of :class:`QueueFilter`."""
    return [
        (tr("All"), counts.total),
        (tr("Active"), counts.active),
        (tr("Waiting"), counts.waiting),
        (tr("Needs attention"), counts.attention),
        (tr("Failed", "transfers"), counts.failed),
        (tr("Done", "transfers"), counts.done),
    ]

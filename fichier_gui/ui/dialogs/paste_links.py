"""Links in, downloads or copies out: recognised while typed, chosen from a table that fills in by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import links, pasted
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import ROOT, BatchId, FolderId
from fichier_gui.domain.pasted import Answers, Pasted, Standing
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import ConflictRule
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.fields import FolderChooser
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.link_table import LinkTable
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.organising import items_named

if TYPE_CHECKING:
    from fichier_gui.app.container import Program


@dataclass(frozen=True, slots=True)
class Started:
    """What came of pasted links."""

    batch: BatchId
    unusable: tuple[str, ...] = ()
    """Links that could not be used, so that they are not lost."""


@dataclass(frozen=True, slots=True)
class Copying:
    """Pasted links that are to be copied on the server."""

    rows: tuple[Pasted, ...]
    folder: RemoteFolder
    unusable: tuple[str, ...] = ()
    """As of :class:`Started`."""


class PasteLinks(Frame):
    """Two steps in one window: the text with the links, then the files behind them.

    The second asks in the background, as the request budget allows; starting waits for none of it.
    """

    def __init__(self, seam: Seam, parent: QWidget | None, text: str = "", here: FolderId = ROOT) -> None:
        """``here``: the folder of the account that copies are offered first."""
        super().__init__(parent, tr("Paste links"))
        self.resize(760, 600)
        self._seam = seam
        self._here = here
        self._scope = TaskScope("paste links", self._on_task_failed)
        self._is_asking = self._is_trying = self._is_starting = False
        self.started: Started | Copying | None = None
        self.text = QPlainTextEdit(self)
        self.found = QuietLabel("", self)
        self.table = LinkTable(self)
        self.password = PasswordLine(self)
        self.use_password = QPushButton(tr("Use this password"), self)
        self.chooser = FolderChooser(self)
        self.rule = QComboBox(self)
        self.steps = QStackedWidget(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._build()
        self.text.setPlainText(text)
        self._settle()

    async def run(self) -> Started | Copying | None:
        """What was started, or is to be copied, or None. A text that already holds links is read at once."""
        if links.find(self.text.toPlainText()):
            self.accept()
        await shown(self, scope=self._scope)
        return self.started

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.chooser.line.text())

    def accept(self) -> None:
        """The button reads first and starts then."""
        if not self.next.isEnabled():
            return
        if self.steps.currentIndex() == 0:
            self._scope.start(self._read(), "read the links")
        else:
            self._scope.start(self._start(), "start the downloads")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in a line belongs to that line: it tries the password, it starts no download."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # The line that holds the password is shut, and has no focus any more, once it is being tried.
        if not (is_return and (self._is_trying or isinstance(self.focusWidget(), QLineEdit))):
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self.text.setAccessibleName(tr("Text with 1fichier links"))
        self.text.setPlaceholderText(tr("Paste links, or any text that holds links, one or hundreds."))
        self.text.setTabChangesFocus(True)
        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.text, 1)
        column.addWidget(self.found)
        self.steps.addWidget(first)
        self.steps.addWidget(self._second())
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.next, box = self.add_buttons(accept=tr("Show the files"), reject=tr("Cancel"))
        self.copy = box.add(tr("Copy to my account…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: self._scope.start(self._copy(), "choose where to copy to"))
        self.text.textChanged.connect(self._settle)
        self.table.model.changed.connect(self._settle)
        self.table.again_asked.connect(self._ask_again)
        self.password.textChanged.connect(self._settle)
        self.password.returnPressed.connect(self.use_password.click)
        self.use_password.clicked.connect(self._try_password)
        self.chooser.edited.connect(self._on_chooser_edited)

    def _second(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.table, 1)
        self.password.setAccessibleName(tr("Password of the protected files"))
        self.use_password.setAutoDefault(False)
        self.chooser.widget.setAccessibleName(tr("Download folder"))
        settings = self._seam.program.preferences.current if self._seam.is_open else None
        for rule in ConflictRule:
            self.rule.addItem(wording.choice_words(rule), rule)
        if settings is not None:
            self.rule.setCurrentIndex(self.rule.findData(settings.download_conflict))
        self.rule.setAccessibleName(tr("If a file of that name exists"))
        self._ask = QLabel(tr("Password of the protected files"), page)
        form = QGridLayout()
        form.setSpacing(NEAR)
        form.addWidget(self._ask, 0, 0)
        form.addWidget(self.password, 0, 1)
        form.addWidget(self.use_password, 0, 2)
        form.addWidget(QLabel(tr("Save in"), page), 1, 0)
        form.addWidget(self.chooser.widget, 1, 1, 1, 2)
        form.addWidget(QLabel(tr("If a file of that name exists"), page), 2, 0)
        form.addWidget(self.rule, 2, 1, 1, 2)
        column.addLayout(form)
        return page

    # The steps

    async def _read(self) -> None:
        self.problem.hide()
        text = self.text.toPlainText()

        async def read(program: Program) -> tuple[Path, tuple[Pasted, ...]]:
            folder = program.transfers.download_folder
            return folder, await program.pasting.read(text, folder)

        folder, rows = await self._seam.call(read)
        self.chooser.put(str(folder))
        self.steps.setCurrentIndex(1)
        self.table.model.put(rows)
        self.table.view.setFocus()
        self._scope.start(self._fill_in(), "ask for names")

    async def _fill_in(self) -> None:
        """One question after the other, for what is in the table then."""
        if self._is_asking:
            return
        self._is_asking = True
        model = self.table.model
        try:
            while (question := pasted.next_question(model.rows)) is not None:
                self._learn(await self._asked(question))
        except AppError as error:
            model.put(pasted.broken_off(model.rows, error))
            self._say(wording.error_words(error).sentence)
        finally:
            self._is_asking = False

    async def _asked(self, question: pasted.Question) -> Answers:
        folder = self.folder
        return await self._seam.call(lambda p: p.pasting.ask(question, folder))

    async def _tried(self, row: Pasted, password: Secret) -> tuple[Pasted, ...]:
        folder = self.folder
        return await self._seam.call(lambda p: p.pasting.unlock(row, password, folder))

    def _learn(self, answers: Answers) -> None:
        wanted = any(row.wants_password for row in self.table.model.rows)
        self.table.model.take(answers)
        if not wanted and self._wanting() and not self.table.model.chosen():
            self.password.setFocus()

    def _ask_again(self) -> None:
        self.problem.hide()
        self.table.model.put(pasted.asked_again(self.table.model.rows))
        self._scope.start(self._fill_in(), "ask for names")

    def _try_password(self) -> None:
        if self.password.text() and not self._is_trying:
            self._is_trying = True
            self._scope.start(self._unlock(self.password.take()), "try the password")

    async def _unlock(self, password: Secret) -> None:
        """One password for all that wants one; each row tries it once, and says so if it is not its own."""
        self.problem.hide()
        self._settle()
        wrong = 0
        try:
            for row in self._wanting():
                found = await self._tried(row, password)
                wrong += any(each.standing is Standing.REFUSED_PASSWORD for each in found)
                self.table.model.take({row.text: found})
        finally:
            self._is_trying = False
            self._settle()
        if wrong:
            self._say(tr("The password did not open %n link(s).", "", wrong))
            self.password.setFocus()

    async def _start(self) -> None:
        """What is chosen goes to the queue, known or not."""
        self._is_starting = True
        self._settle()
        model, folder = self.table.model, self.folder
        rule = ConflictRule(self.rule.currentData())
        chosen = model.chosen()

        async def start(program: Program) -> BatchId:
            return await program.transfers.start_download(program.pasting.plan(chosen, folder), rule)

        try:
            batch = await self._seam.call(start)
        finally:
            self._is_starting = False
            self._settle()
        self.started = Started(batch, tuple(row.text for row in pasted.left_out(model.rows, chosen)))
        super().accept()

    async def _copy(self) -> None:
        """What is chosen and known is copied on the server, into a folder that is asked for."""
        wanted = self.table.model.chosen()
        chosen = [row for row in wanted if row.can_copy]
        things = items_named([row.file for row in chosen])
        text = tr("Copy {things} to", things=things)
        folder = await choose_remote_folder(self._seam, self, text, tr("Copy here"), self._here)
        if folder is None:
            return
        left = pasted.left_out(self.table.model.rows, chosen, wanted)
        self.started = Copying(tuple(chosen), folder, tuple(row.text for row in left))
        super().accept()

    def _wanting(self) -> Sequence[Pasted]:
        return [row for row in self.table.model.rows if row.wants_password]

    def _settle(self) -> None:
        is_first = self.steps.currentIndex() == 0
        self.copy.setVisible(not is_first)
        if is_first:
            self.found.setText(found_words(self.text.toPlainText()))
            self.next.setEnabled(bool(links.find(self.text.toPlainText())))
            return
        for widget in (self._ask, self.password, self.use_password):
            widget.setVisible(bool(self._wanting()) or self._is_trying)
        self.password.setEnabled(not self._is_trying)
        self.use_password.setEnabled(bool(self.password.text()) and not self._is_trying)
        chosen = self.table.model.chosen()
        self.next.setText(tr("Download %n file(s)", "", len(chosen)) if chosen else tr("Download"))
        self.next.setEnabled(bool(chosen) and not self._is_starting)
        self._settle_copy(chosen)

    def _settle_copy(self, chosen: Sequence[Pasted]) -> None:
        waiting = sum(row.standing is Standing.ASKING for row in chosen)
        able = sum(row.can_copy for row in chosen)
        self.copy.setEnabled(able > 0 and not waiting and not self._is_trying)
        why = tr("The service copies what is known by name, and not locked.")
        if waiting:
            why = tr("%n name(s) still to come", "", waiting)
        elif able:
            why = tr("%n file(s) will be copied on the server, without being downloaded.", "", able)
        self.copy.setToolTip(why)

    def _on_chooser_edited(self, _path: object) -> None:
        rows, folder = self.table.model.rows, self.folder

        async def place() -> None:
            placed = await self._seam.call(lambda p: p.pasting.place(rows, folder))
            # What was answered meanwhile has looked into the folder itself.
            present = {id(row) for row in self.table.model.rows}
            pairs = zip(rows, placed, strict=True)
            self.table.model.take(
                {row.text: (row,) for old, row in pairs if id(old) in present and old != row}
            )

        self._scope.start(place(), "look into the folder")

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._say(words)

    def _say(self, words: str) -> None:
        self.problem.label.setText(words)
        self.problem.show()


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


async def paste_links(
    seam: Seam, parent: QWidget | None, text: str, here: FolderId
) -> Started | Copying | None:
    """Ask for links and download what is behind them; copies are left to the caller, ``here`` at first."""
    return await PasteLinks(seam, parent, text, here).run()

"""FTP: sub-accounts that send files here, how what they send is taken in, and where to."""

from __future__ import annotations

import time
from collections.abc import Coroutine, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.account import Account, AccountChanges
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import AccountChangesMoved, AccountUpdated, Event
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import FTP_HOST, FtpUser
from fichier_gui.ui import icons, theme, wording
from fichier_gui.ui.dialogs.account_form import Switch
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.dialogs.frame import GAP, NEAR, ButtonBox, Fact, Frame, QuietLabel, heading, shown
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.dialogs.table import dress_tree
from fichier_gui.ui.dialogs.target_folder import TargetFolder, folder_words
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import fetches, tr
from fichier_gui.ui.wording.account_page import changes_words

_SECOND = 1000
_ROWS = 3
_NAME, _FOLDER = range(2)


class FtpAccess(Frame):
    """The password of a new sub-account goes to the service, and stays nowhere here."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(parent, tr("FTP access"))
        self._seam = seam
        self._scope = TaskScope("ftp access", self._on_task_failed)
        self._users: tuple[FtpUser, ...] | None = None
        self._is_busy = False
        self._put: tuple[bool, FolderId] | None = None
        """Mode and folder as the fields showed them before anybody edited them."""
        self.tree = QTreeWidget(self)
        self.state = QuietLabel(tr("Asking 1fichier…"), self)
        self.remove = self._button(tr("Remove…"))
        self.name = QLineEdit(self)
        self.password = PasswordLine(self)
        verb = tr("Use this folder")
        self.target = TargetFolder(seam, self._scope, self, tr("Where shall its files go?"), verb)
        self.add = self._button(tr("Add"))
        self.mode = Switch(tr("By itself"), tr("When I start it"), self)
        self.folder = TargetFolder(seam, self._scope, self, tr("Files sent by FTP go to"), verb)
        self.save = self._button(tr("Save changes"))
        self.take_in = self._button(tr("Take in now"))
        self.changes = QuietLabel("", self)
        self.outcome = Fact("check", "", self, icons.Tint.GOOD)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._build()
        self._show_users(())
        self._show_account()

    async def run(self) -> None:
        """Until it is closed."""
        self._seam.happened.connect(self._on_seam_happened)
        self._timer.start()
        self._scope.start(self._load(), "list sub-accounts")
        try:
            await shown(self, scope=self._scope)
        finally:
            self._timer.stop()
            self._seam.happened.disconnect(self._on_seam_happened)

    # Building

    def _build(self) -> None:
        about = tr(
            "For devices and programs that know FTP only, such as cameras. The server is {host}; "
            "what is sent there becomes files of the account once 1fichier has taken it in.",
            host=FTP_HOST,
        )
        note = QuietLabel(about, self)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build_tree()
        self.body.setSpacing(NEAR)
        self.body.addWidget(note)
        self.body.addSpacing(NEAR)
        self.body.addWidget(heading(tr("Sub-accounts"), self))
        self.body.addWidget(self.tree, 1)
        self.body.addLayout(_row(self.state, self.remove))
        self.body.addLayout(self._form())
        for widget in (self.changes, self.outcome, self.problem):
            self.body.addWidget(widget)
            widget.hide()
        box = ButtonBox(self)
        close = box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        box.setContentsMargins(0, NEAR, 0, 0)
        self.body.addWidget(box)
        self.resize(640, 700)
        self._connect()

    def _build_tree(self) -> None:
        tree = self.tree
        tree.setHeaderLabels([tr("Name"), tr("Files go to")])
        tree.setRootIsDecorated(False)
        header = dress_tree(tree, tr("Sub-accounts"), elide=Qt.TextElideMode.ElideMiddle)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (_NAME, _FOLDER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        tree.setMinimumHeight((_ROWS + 1) * theme.ROW_HEIGHT)

    def _form(self) -> QGridLayout:
        """A new sub-account above, what becomes of files below: one column of labels, one of buttons."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(NEAR)
        grid.setVerticalSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        title = heading(tr("Taking in"), self)
        title.setContentsMargins(0, GAP, 0, 0)
        grid.addWidget(title, 3, 0, 1, 4)
        for row, words, field in (
            (0, tr("Name"), self.name),
            (1, tr("Password"), self.password),
            (2, tr("Files go to"), self.target.line),
            (4, tr("Take in files sent by FTP"), self.mode.box),
            (5, tr("Folder for files sent by FTP"), self.folder.line),
        ):
            field.setAccessibleName(words)
            grid.addWidget(QLabel(words, self), row, 0)
            grid.addWidget(field, row, 1)
        self.name.setPlaceholderText(tr("Of the new sub-account"))
        grid.addWidget(self.target.button, 2, 2)
        grid.addWidget(self.add, 2, 3)
        grid.addWidget(self.take_in, 4, 2, 1, 2)
        grid.addWidget(self.folder.button, 5, 2)
        grid.addWidget(self.save, 5, 3)
        return grid

    def _connect(self) -> None:
        self.name.textChanged.connect(self._settle)
        self.password.textChanged.connect(self._settle)
        self.tree.itemSelectionChanged.connect(self._settle)
        self.mode.edited.connect(self._settle)
        self.folder.edited.connect(self._settle)
        self.add.clicked.connect(self._on_add_clicked)
        self.password.returnPressed.connect(self._on_add_clicked)
        self.remove.clicked.connect(lambda: self._start(self._remove(), "remove a sub-account"))
        self.take_in.clicked.connect(lambda: self._start(self._take_in(), "take in"))
        self.save.clicked.connect(lambda: self._start(self._save(), "save the ftp settings"))
        self._timer.timeout.connect(self._show_changes)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    # What the user does

    def _start(self, work: Coroutine[None, None, None], name: str) -> None:
        self.problem.hide()
        self.outcome.hide()
        self._scope.start(self._busy(work), name)

    async def _busy(self, work: Coroutine[None, None, None]) -> None:
        self._is_busy = True
        self._settle()
        try:
            await work
        finally:
            self._is_busy = False
            self._settle()

    async def _load(self) -> None:
        if self._account is None:
            self._scope.start(self._read_account(), "read the account")
        self._show_users(await self._seam.call(lambda p: p.ftp_access.users()))

    async def _read_account(self) -> None:
        await self._seam.call(lambda p: p.session.account(refresh=True))

    def _on_add_clicked(self) -> None:
        if self.add.isEnabled():
            self._start(self._add(), "add a sub-account")

    async def _add(self) -> None:
        name, folder_id = self.name.text().strip(), self.target.folder_id
        password = self.password.take()
        self._show_users(await self._seam.call(lambda p: p.ftp_access.add(name, password, folder_id)))
        self.name.clear()
        self._tell(tr("{name} can send files now.", name=name))

    async def _remove(self) -> None:
        name = self._chosen()
        answer = await ask(
            self,
            tr("FTP access"),
            tr("Remove the sub-account {name}?", name=name),
            (
                Choice("", tr("Cancel"), Weight.BACK),
                Choice("remove", tr("Remove the sub-account"), Weight.DESTRUCTIVE),
            ),
            follows=tr("Devices that use it can send nothing more. Files that it has sent stay."),
        )
        if answer.key == "remove":
            self._show_users(await self._seam.call(lambda p: p.ftp_access.remove(name)))

    async def _take_in(self) -> None:
        await self._seam.call(lambda p: p.ftp_access.take_in())
        self._tell(tr("1fichier takes in what has come. The files appear in their folders in a while."))

    async def _save(self) -> None:
        edits = self._edits()
        await self._seam.call(lambda p: p.account_settings.change(edits))
        self._put = self._fields()
        self._show_changes()

    # What is shown

    @property
    def _account(self) -> Account | None:
        return self._seam.program.session.state.account if self._seam.is_open else None

    def _known(self) -> tuple[bool, FolderId] | None:
        """Mode and folder as they are, or will be once what waits is taken."""
        account = self._account
        if account is None:
            return None
        wished = account.changed(self._seam.program.account_changes.waiting)
        return wished.ftp_is_manual, FolderId(wished.ftp_folder)

    def _fields(self) -> tuple[bool, FolderId]:
        return self.mode.box.currentIndex() > 0, self.folder.folder_id

    def _edits(self) -> AccountChanges:
        known, (is_manual, folder) = self._known(), self._fields()
        if known is None or self._put is None:
            return AccountChanges()
        return AccountChanges(
            ftp_is_manual=is_manual if is_manual != known[0] else None,
            ftp_folder=int(folder) if folder != known[1] else None,
        )

    def _chosen(self) -> str:
        items = self.tree.selectedItems()
        return items[0].text(_NAME) if items else ""

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, AccountUpdated):
            self._show_account()
        elif isinstance(event, AccountChangesMoved):
            self._show_changes()
            self._settle()

    def _show_account(self) -> None:
        """What is being edited stays."""
        known = self._known()
        if known is not None and self._put in (None, self._fields()):
            self.mode.put(known[0])
            self.folder.put(known[1])
            self._put = known
        self._show_changes()
        self._settle()

    def _show_changes(self) -> None:
        if not self._seam.is_open:
            return
        report = self._seam.program.account_changes
        words = changes_words(report, time.time())
        self.changes.setText(words)
        self.changes.setVisible(bool(words))

    def _show_users(self, users: Sequence[FtpUser]) -> None:
        is_asked = self._users is not None or self.isVisible()
        self._users = tuple(users) if is_asked else None
        self.tree.clear()
        for user in users:
            known = user.folder_id
            path = wording.NOTHING if known is None else folder_words(self._seam, known)
            item = QTreeWidgetItem([user.name, path])
            item.setSizeHint(_NAME, QSize(0, theme.ROW_HEIGHT))
            item.setToolTip(_FOLDER, path)
            self.tree.addTopLevelItem(item)
        if self._users is not None:
            self.state.setText(
                tr("%n sub-account(s)", "", len(users)) if users else tr("There is no sub-account yet.")
            )
        self._settle()

    def _settle(self) -> None:
        is_free, is_known = not self._is_busy, self._account is not None
        self.remove.setEnabled(is_free and bool(self._chosen()))
        is_filled = bool(self.name.text().strip()) and bool(self.password.text())
        self.add.setEnabled(is_free and is_filled and not self._is_taken(self.name.text()))
        for widget in (self.mode.box, self.folder.line, self.folder.button):
            widget.setEnabled(is_known)
        self.save.setEnabled(is_free and bool(self._edits()))
        self.take_in.setEnabled(is_free)

    def _is_taken(self, name: str) -> bool:
        return any(user.name == name.strip() for user in self._users or ())

    def _tell(self, words: str) -> None:
        self.outcome.label.setText(words)
        self.outcome.show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        if self._users is None:
            self.state.setText("")
        self.problem.label.setText(
            fetches.refusal_words(error) if isinstance(error, AppError) else str(error)
        )
        self.problem.show()


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row

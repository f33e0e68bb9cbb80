"""The first run: a key, a place for downloads, done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.demo import start_demo
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Frame, QuietLabel, heading, shown
from fichier_gui.ui.dialogs.key_entry import rclone_button
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.dialogs.wizard_pages import FolderPage, KeyPage, ReadyPage
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr

LOGO = 48


class FirstRun(Frame):
    """Three short pages. Leaving early is allowed: the window then says that it has no key."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Welcome"))
        self.resize(620, 560)  # one size for all pages, so that nothing jumps
        self._seam = seam
        self._scope = TaskScope("first run", self._on_task_failed)
        self._title = heading("", self)
        self._step = QuietLabel("", self)
        self.stack = QStackedWidget(self)
        self.key_page = KeyPage(seam, self)
        self.folder_page = FolderPage(self)
        self.ready_page = ReadyPage(self)
        self.back = QPushButton(tr("Back"), self)
        self.demo = QPushButton(tr("Try the demo"), self)
        self.rclone = rclone_button(self)
        self.later = QPushButton(tr("Not now"), self)
        self.next = QPushButton(self)
        self._build()
        self._turn_to(0)

    async def run(self) -> bool:
        """True when a key is in use at the end."""
        await shown(self, scope=self._scope)
        return self._seam.program.session.state.signed_in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, as everywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next.isEnabled():
            self._on_next_clicked()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.body.addLayout(self._header())
        for page in (self.key_page, self.folder_page, self.ready_page):
            self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(self.demo)
        row.addWidget(self.rclone)
        row.addStretch(1)
        for button in (self.later, self.back, self.next):
            row.addWidget(button)
        self.body.addLayout(row)
        self.demo.setToolTip(tr("A made-up account on this computer. It needs no key and sends nothing."))
        for button in (self.back, self.demo, self.later):
            button.setAutoDefault(False)
        self.next.setDefault(True)
        self.next.clicked.connect(self._on_next_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.demo.clicked.connect(self._on_demo_clicked)
        self.rclone.clicked.connect(lambda _=False: self._scope.start(self._take(), "rclone's key"))
        self.later.clicked.connect(self.reject)
        self.key_page.entry.changed.connect(self._settle)

    def _header(self) -> QHBoxLayout:
        logo = QLabel(self)
        logo.setPixmap(icons.program_icon().pixmap(QSize(LOGO, LOGO), self.devicePixelRatio()))
        logo.setFixedSize(LOGO, LOGO)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._step)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row

    # Turning the pages

    def _on_next_clicked(self) -> None:
        page = self.stack.currentIndex()
        if page == 0:
            self._scope.start(self._check_key(), "check the key")
        elif page == 1:
            self._scope.start(self._keep_folder(), "keep the download folder")
        else:
            self.accept()

    def _on_back_clicked(self) -> None:
        self._turn_to(max(0, self.stack.currentIndex() - 1))

    def _on_demo_clicked(self) -> None:
        if start_demo():
            self.reject()
        else:
            self.key_page.check.say(tr("The demo could not be started. Start the program with --demo."))

    async def _check_key(self) -> None:
        if self.key_page.entry.is_empty() and self._seam.program.session.state.signed_in:
            self._turn_to(1)
            return
        self.next.setEnabled(False)
        is_in_use = await self.key_page.check.attempt(self.key_page.entry, self.key_page.keep.isChecked())
        self._settle()
        if is_in_use:
            self._turn_to(1)

    async def _take(self) -> None:
        if await RcloneImport(self._seam, self).run():
            self._turn_to(1)

    async def _keep_folder(self) -> None:
        folder = self.folder_page.chosen
        if folder is not None:
            await self._seam.call(lambda p: p.preferences.change("download_folder", folder))
        self._turn_to(2)

    def _turn_to(self, page: int) -> None:
        titles = (
            tr("Connect to your 1fichier account"),
            tr("Where downloads go"),
            tr("Ready"),
        )
        self._title.setText(titles[page])
        self._step.setText(tr("Step {step} of {steps}", step=page + 1, steps=len(titles)))
        self.stack.setCurrentIndex(page)
        if page == 1:
            state = self._seam.program.session.state
            self.folder_page.show_state(state, self._seam.program.preferences.current)
        self._settle()
        (self.key_page.entry.line if page == 0 else self.next).setFocus()

    def _settle(self) -> None:
        page = self.stack.currentIndex()
        is_known = self._seam.program.session.state.signed_in
        self.demo.setVisible(page == 0)
        self.rclone.setVisible(page == 0)
        self.later.setVisible(page == 0)
        self.back.setVisible(page == 1)
        self.next.setText((tr("Check the key"), tr("Continue"), tr("Open the window"))[page])
        if page == 0 and is_known and self.key_page.entry.is_empty():
            self.next.setText(tr("Continue"))
        self.next.setEnabled(page != 0 or is_known or not self.key_page.entry.is_empty())

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        if self.stack.currentIndex() == 0:
            self.key_page.check.say(words)
        else:
            self.folder_page.say(words)
        self._settle()

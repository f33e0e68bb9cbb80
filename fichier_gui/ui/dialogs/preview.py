"""Pictures and texts of the account, looked at one after the other without a download."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.errors import AppError, PasswordNeeded, PasswordWrong, Unexpected
from fichier_gui.domain.preview import PICTURE_LIMIT, PreviewKind, preview_kind, preview_limit, read_text
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import icons, theme
from fichier_gui.ui.dialogs.frame import NEAR, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.password import ask_preview_password
from fichier_gui.ui.dialogs.preview_pages import MessagePage, PicturePage
from fichier_gui.ui.pictures import can_read, read_picture
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import preview as words
from fichier_gui.ui.wording import tr

_SHOWN: Final = (PreviewKind.PICTURE, PreviewKind.TEXT)
_PASSING: Final = 0.25
"""Seconds that a file is stepped on before it is fetched: what is passed over costs no request."""
_PULL_MS: Final = 80
_LONGEST_LINE: Final = 2000
"""Characters of a line of the view: one line of a megabyte would be laid out for seconds."""
_ROOM: Final = (860, 640)


class Preview(Frame):
    """``rows`` are those of the list; those that can be shown here are stepped through."""

    def __init__(self, seam: Seam, parent: QWidget | None, rows: Sequence[Row], at: int) -> None:
        super().__init__(parent, tr("Preview"))
        self._seam = seam
        self._rows = rows
        self._at = at
        self._scope = TaskScope("preview", self._on_task_failed)
        self._threads = ThreadPoolExecutor(1, "decode")
        self._task: asyncio.Task[None] | None = None
        self.wanted: RemoteFile | None = None
        """What the user wants downloaded after all."""
        self.pages = QStackedWidget(self)
        self.picture = PicturePage(self)
        self.text = QPlainTextEdit(self)
        self.message = MessagePage(self)
        self.facts = QuietLabel("", self)
        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull_timeout)
        self._build()
        self._name(self.file.name)
        self.resize(*_ROOM)

    async def run(self) -> RemoteFile | None:
        """Until it is closed. The file that is to be downloaded, if that was asked for."""
        self._show_row(self._at, wait=0.0)
        try:
            await shown(self, scope=self._scope)
        finally:
            self._pull.stop()
            self._threads.shutdown(wait=False, cancel_futures=True)
        return self.wanted

    @property
    def file(self) -> RemoteFile:
        """What is looked at."""
        row = self._rows[self._at]
        assert isinstance(row, RemoteFile)
        return row

    def step(self, by: int) -> None:
        """Go to the next file (1) or the one before (-1) that can be shown."""
        found = self._beside(by)
        if found is not None:
            self._show_row(found, wait=_PASSING)

    # Building

    def _build(self) -> None:
        self.text.setReadOnly(True)
        # The arrow keys lead to the next file; the wheel, the page keys and the bar scroll.
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.document().setDocumentMargin(theme.RELATED)
        for page in (self.picture, self.text, self.message):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.before = self._button("back", tr("Previous"))
        self.next = self._button("forward", tr("Next"))
        self.download = self._button("download", tr("Download"))
        box = self.add_closing()
        box.add(self.download, QDialogButtonBox.ButtonRole.ActionRole)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(self.before)
        row.addWidget(self.next)
        row.addSpacing(NEAR)
        row.addWidget(self.facts, 1)
        row.addWidget(box)
        self.body.addLayout(row)
        self.before.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.download.clicked.connect(self._on_download_clicked)
        self.message.button.clicked.connect(self._on_message_clicked)
        for key, by in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.step(by))

    def _button(self, icon: str, label: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), label, self)
        button.setAutoDefault(False)
        return button

    def _name(self, name: str) -> None:
        self.setWindowTitle(name)
        self.text.setAccessibleName(tr("Text of {name}", name=name))

    # What is shown

    def _beside(self, by: int) -> int | None:
        at = self._at + by
        while 0 <= at < len(self._rows):
            row = self._rows[at]
            if isinstance(row, RemoteFile) and preview_kind(row) in _SHOWN:
                return at
            at += by
        return None

    def _show_row(self, at: int, *, wait: float, again: bool = False) -> None:
        self._at = at
        file = self.file
        self._name(file.name)
        self.facts.setText("")
        self.before.setEnabled(self._beside(-1) is not None)
        self.next.setEnabled(self._beside(1) is not None)
        self._stop()
        self._task = self._scope.start(self._load(file, wait, again=again), "look at a file")

    def _stop(self) -> None:
        self._pull.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _load(self, file: RemoteFile, wait: float, *, again: bool) -> None:
        kind = preview_kind(file) or PreviewKind.TEXT
        if kind is PreviewKind.PICTURE and file.size > PICTURE_LIMIT:
            self._say(
                "kind-image", tr("This picture is too large to look at"), words.too_large_words(file.size)
            )
            return
        if kind is PreviewKind.PICTURE and not can_read(file.name):
            self._say(
                "kind-image", tr("This picture cannot be shown"), tr("This program does not know its kind.")
            )
            return
        self._wait_for(min(file.size, preview_limit(kind)))
        await asyncio.sleep(wait)
        try:
            if again:
                await self._seam.call(lambda p: p.preview.try_again(file))
            data = await self._unlocked(file, kind)
        except AppError as error:
            self._tell(error)
            return
        self._pull.stop()
        await (self._show_picture(file, data) if kind is PreviewKind.PICTURE else self._show_text(file, data))

    async def _unlocked(self, file: RemoteFile, kind: PreviewKind) -> bytes:
        """Asks for the password until it is right. Raises as ``Preview.look`` where none is given."""
        password: Secret | None = None
        while True:
            try:
                return await self._fetch(file, kind, password)
            except (PasswordNeeded, PasswordWrong) as error:
                was_wrong = isinstance(error, PasswordWrong)
                password = await ask_preview_password(self, file.name, was_wrong=was_wrong)
                if password is None:
                    raise

    async def _fetch(self, file: RemoteFile, kind: PreviewKind, password: Secret | None) -> bytes:
        return await self._seam.call(lambda p: p.preview.look(file, kind, password))

    async def _show_picture(self, file: RemoteFile, data: bytes) -> None:
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, read_picture, data)
        if found is not None and found.image.isNull():
            size = words.pixel_words(found.width, found.height)
            self._say("kind-image", tr("This picture is too large to look at"), size)
            return
        if found is None:
            text = tr("It is damaged, or of a kind that this program does not know.")
            self._say("kind-image", tr("This picture cannot be shown"), text)
            return
        self.picture.show_image(found.image, file.name)
        self._show_page(self.picture, words.picture_facts(found.width, found.height, len(data)))

    async def _show_text(self, file: RemoteFile, data: bytes) -> None:
        text = read_text(data)
        if text is None:
            why = tr("Its name is that of a text, but its bytes are not.")
            self._say("kind-file", tr("This is no text"), why)
            return
        self.text.setPlainText(_folded(text))
        self._show_page(self.text, words.text_facts(len(data), file.size))

    def _show_page(self, page: QWidget, facts: str) -> None:
        self.facts.setText(facts)
        self.pages.setCurrentWidget(page)
        page.setFocus()

    def _wait_for(self, total: int) -> None:
        self.message.bar.setRange(0, max(1, total))
        self.message.bar.setValue(0)
        self.message.say("download", tr("Fetching…"), words.loading_words(0, total), tr("Stop"), loads=True)
        self.pages.setCurrentWidget(self.message)
        self._pull.start()

    def _tell(self, error: AppError) -> None:
        is_locked = isinstance(error, PasswordNeeded | PasswordWrong)
        again = tr("Enter the password…") if is_locked else tr("Try again")
        icon = "lock" if is_locked else "alert"
        self._say(icon, tr("There is nothing to see"), words.failed_words(error), again)

    def _say(self, icon: str, title: str, text: str, button: str = "") -> None:
        self._pull.stop()
        self.facts.setText("")
        self.message.say(icon, title, text, button)
        self.pages.setCurrentWidget(self.message)

    # Slots

    def _on_pull_timeout(self) -> None:
        if self._seam.is_open:
            total = self.message.bar.maximum()
            loaded = min(total, self._seam.program.preview_loaded)
            self.message.bar.setValue(loaded)
            self.message.text.setText(words.loading_words(loaded, total))

    def _on_message_clicked(self) -> None:
        """Stop what comes, or try again."""
        if self._task is not None and not self._task.done():
            self._stop()
            self._say("cancel", tr("Stopped"), "", tr("Try again"))
        else:
            self._show_row(self._at, wait=0.0, again=True)

    def _on_download_clicked(self) -> None:
        self.wanted = self.file
        self.accept()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        self._tell(error if isinstance(error, AppError) else Unexpected(type(error).__name__))


def _folded(text: str) -> str:
    """``text`` with its longest lines cut in pieces."""
    if max(map(len, text.split("\n")), default=0) <= _LONGEST_LINE:
        return text
    steps = range(0, 1)
    return "\n".join(
        line[at : at + _LONGEST_LINE]
        for line in text.split("\n")
        for at in (range(0, len(line), _LONGEST_LINE) if line else steps)
    )

"""The key in other programs: a page for each, with a command that is ready but for the key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.elsewhere import Tool, snippet
from fichier_gui.domain.errors import AppError
from fichier_gui.ui import icons, wording
from fichier_gui.ui.clipboard import copy_secret, copy_text
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Fact, Frame, paragraph, shown
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.elsewhere import jdownloader_steps, tool_words


class Snippet(QWidget):
    """What a program is told. The key is never in it: it goes straight to the clipboard, when asked for."""

    def __init__(self, tool: Tool, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tool = tool
        self.text = text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(paragraph(tool_words(tool), self))
        self.with_key = QPushButton(icons.icon("key"), tr("Copy with the key"), self)
        self.plain = QPushButton(icons.icon("copy"), tr("Copy without the key"), self)
        self.code = QPlainTextEdit(self)
        if tool is Tool.JDOWNLOADER:
            self._add_steps()
        else:
            self._add_code()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(NEAR)
        for button in (self.with_key, self.plain):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self._column.addLayout(self.buttons)

    def _add_code(self) -> None:
        self.code.setPlainText(self.text)
        self.code.setReadOnly(True)
        self.code.setTabChangesFocus(True)
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setAccessibleName(tr("Commands for {program}", program=self.tool.value))
        self._column.addWidget(self.code, 1)

    def _add_steps(self) -> None:
        self.code.hide()
        self.plain.hide()
        self.code.setAccessibleName(tr("Commands for {program}", program=self.tool.value))
        self.with_key.setText(tr("Copy the key"))
        for number, step in enumerate(jdownloader_steps(), 1):
            row = QHBoxLayout()
            row.setSpacing(NEAR)
            figure = QLabel(f"{number}.", self)
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(paragraph(step, self), 1)
            self._column.addLayout(row)
        self._column.addStretch(1)


class ElsewhereDialog(Frame):
    """Four programs; nothing of the key is shown."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Use the key elsewhere"))
        self.resize(720, 560)
        self._seam = seam
        self._scope = TaskScope("elsewhere", self._on_task_failed)
        self.add_heading(tr("Your account in other programs"))
        api = seam.options.service.base_url
        self.pages = {tool: Snippet(tool, snippet(tool, api=api), self) for tool in Tool}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)  # a page on the ground of the dialog: its own is too light at night
        for tool, page in self.pages.items():
            self.tabs.addTab(page, tool.value)
            page.with_key.clicked.connect(lambda _=False, tool=tool: self._copy_with_key(tool))
            page.plain.clicked.connect(lambda _=False, tool=tool: self._copy(tool))
        self.tabs.setAccessibleName(tr("Programs"))
        self.take = QPushButton(tr("Take the key from rclone…"), self)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._on_take_clicked)
        self.pages[Tool.RCLONE].buttons.addWidget(self.take)
        self.body.addWidget(self.tabs, 1)
        self.said = Fact("shield", "", self)
        self._warn()
        self.body.addWidget(self.said)
        close, _ = self.add_buttons(accept=tr("Close", "verb"))
        close.setFocus()

    async def run(self) -> None:
        """Show it and wait until it is closed."""
        await shown(self, scope=self._scope)

    def _warn(self) -> None:
        self.said.show_icon("shield", icons.Tint.MUTED)
        self.said.label.setText(tr("Whoever has the key can use your whole account."))

    def _copy(self, tool: Tool) -> None:
        copy_text(self.pages[tool].text)
        self._say(tr("Copied, without the key."))

    def _copy_with_key(self, tool: Tool) -> None:
        async def copy() -> None:
            copy_secret(await self._seam.call(lambda p: p.elsewhere.with_key(tool)))
            self._say(tr("Copied with the key. Clipboard histories are told to leave it out."))

        self._scope.start(copy(), "copy with the key")

    def _on_take_clicked(self) -> None:
        async def take() -> None:
            if await RcloneImport(self._seam, self).run():
                self._say(tr("The key of rclone is in use."))

        self._scope.start(take(), "take the key from rclone")

    def _say(self, text: str) -> None:
        self.said.show_icon("check", icons.Tint.GOOD)
        self.said.label.setText(f"{text} {tr('Whoever has the key can use your whole account.')}")

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).happened if isinstance(error, AppError) else str(error)
        self.said.show_icon("error", icons.Tint.BAD)
        self.said.label.setText(words)

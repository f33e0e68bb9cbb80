"""The diagnostic report: shown whole before a byte of it goes anywhere."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui import theme
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.dialogs.choosing import chosen_target
from fichier_gui.ui.dialogs.frame import ButtonBox, Frame, QuietLabel, shown
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr

_NAME: Final = "fichier-gui-report.txt"


class Report(Frame):
    """A text to read, to copy and to save. Nothing is ever sent by the program itself."""

    def __init__(self, seam: Seam, parent: QWidget | None, tell: Callable[[Exception], None]) -> None:
        super().__init__(parent, tr("Diagnostic report"))
        self.resize(820, 620)
        self._seam = seam
        self._scope = TaskScope("report", lambda _name, error: tell(error))
        self.add_heading(tr("What you copy is exactly what you see here"))
        self.add_text(
            tr("Keys, passwords, tokens and e-mail addresses are taken out. The program sends it to nobody.")
        )
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Diagnostic report"))
        self.text.setPlaceholderText(tr("Put together…"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.names = QCheckBox(tr("With the names of files, folders and links"), self)
        self.told = QuietLabel(tr("It is in English, for whoever reads it."), self)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.names)
        self.body.addWidget(self.told)
        self.body.addWidget(self._buttons())
        self.names.toggled.connect(lambda _is_on: self._begin())

    async def run(self) -> None:
        """Show it until it is closed."""
        self._begin()
        await shown(self, scope=self._scope)

    def _buttons(self) -> ButtonBox:
        box = ButtonBox(self)
        self.copy_button, self.save_button = (QPushButton(text, self) for text in (tr("Copy"), tr("Save…")))
        for button in (self.copy_button, self.save_button):
            button.setAutoDefault(False)
            box.add(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.add(tr("Close", "verb"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(lambda: self._scope.start(self._save(), "save the report"))
        return box

    def _begin(self) -> None:
        for button in (self.copy_button, self.save_button):
            button.setEnabled(False)
        self._scope.start(self._make(with_names=self.names.isChecked()), "make the report")

    async def _make(self, *, with_names: bool) -> None:
        facts = window_facts(self)
        text = await self._seam.call(lambda p: p.diagnosing.report(facts, with_names=with_names))
        if with_names is self.names.isChecked():
            self.text.setPlainText(text)
            for button in (self.copy_button, self.save_button):
                button.setEnabled(True)

    def _on_copy_clicked(self) -> None:
        copy_text(self.text.toPlainText())
        self.told.setText(tr("Copied"))

    async def _save(self) -> None:
        filters = (tr("Texts ({pattern})", pattern="*.txt"),)
        path = await chosen_target(self, tr("Save the report"), _NAME, filters)
        if path is not None:
            text = self.text.toPlainText()
            await self._seam.call(lambda p: p.documents.save(path, text))
            self.told.setText(tr("Written to {name}.", name=path.name))


def window_facts(widget: QWidget) -> Mapping[str, object]:
    """What only Qt knows."""
    screens = ", ".join(
        f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    return {
        "Qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "style": QApplication.style().name(),
        "dark": theme.is_dark(QGuiApplication.palette()),
        "font": f"{QApplication.font().family()}, {QApplication.font().pointSizeF():g} pt",
        "screens": screens,
        "language": widget.locale().name(),
    }

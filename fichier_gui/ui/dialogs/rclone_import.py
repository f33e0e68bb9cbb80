"""The key of one of rclone's remotes for the one in use. It goes from file to key ring, past the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QPushButton, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.elsewhere import RcloneRemotes
from fichier_gui.domain.errors import AppError, KeyProblem
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.choosing import chosen_paths
from fichier_gui.ui.dialogs.frame import NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.elsewhere import rclone_words


class RcloneImport(Frame):
    """Names of remotes are all that is shown."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Take the key from rclone"))
        self.setMinimumWidth(520)
        self._seam = seam
        self._scope = TaskScope("rclone's key", self._on_task_failed)
        self._found: RcloneRemotes | None = None
        self.add_heading(tr("Use the account that rclone uses"))
        self.words = QuietLabel("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Remotes of rclone"))
        self.list.setMaximumHeight(160)
        self.list.hide()
        self.other = QPushButton(tr("Choose another file…"), self)
        self.other.setAutoDefault(False)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(self.words, 1)
        row.addWidget(self.other)
        self.body.addLayout(row)
        self.body.addWidget(self.list)
        self.body.addWidget(self.problem)
        text = tr("The key is tried once and kept in this system's key ring. rclone keeps its own copy.")
        self.body.addWidget(QuietLabel(text, self))
        self.use, _ = self.add_buttons(accept=tr("Use this key"), reject=tr("Cancel"))
        self.other.clicked.connect(self._on_other_clicked)
        self.list.itemSelectionChanged.connect(self._settle)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._settle()

    async def run(self) -> bool:
        """True when the key is in use."""
        self._look(None)
        return bool(await shown(self, scope=self._scope))

    def accept(self) -> None:
        """The service says first whether the key works."""
        if self.use.isEnabled():
            self._scope.start(self._take(), "use rclone's key")

    def _look(self, path: Path | None) -> None:
        async def look() -> None:
            self._show(await self._seam.call(lambda p: p.elsewhere.rclone(path)))

        self._scope.start(look(), "read rclone's configuration")

    def _show(self, found: RcloneRemotes) -> None:
        self._found = found
        self.words.setText(rclone_words(found))
        self.words.setToolTip(found.path)
        self.list.clear()
        self.list.addItems(list(found.names))
        self.list.setVisible(bool(found.names))
        if found.names:
            self.list.setCurrentRow(0)
        self._settle()

    async def _take(self) -> None:
        found, item = self._found, self.list.currentItem()
        if found is None or item is None:
            return
        path, name = Path(found.path), item.text()
        self.problem.hide()
        self.use.setEnabled(False)
        try:
            await self._seam.call(lambda p: p.elsewhere.take_key_of(path, name))
        finally:
            self._settle()
        super().accept()

    def _on_other_clicked(self) -> None:
        async def choose() -> None:
            filters = (
                tr("rclone's configuration ({pattern})", pattern="*.conf"),
                tr("All files ({pattern})", pattern="*"),
            )
            title, mode = tr("rclone's configuration"), QFileDialog.FileMode.ExistingFile
            for path in await chosen_paths(self, title, mode, filters):
                self._look(Path(path))

        self._scope.start(choose(), "choose another file")

    def _settle(self) -> None:
        self.use.setEnabled(bool(self.list.selectedItems()))

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        if isinstance(error, AppError):
            words = wording.error_words(error)
            # What happens to transfers says nothing of a key that is only tried.
            text = words.happened if isinstance(error, KeyProblem) else words.sentence
        else:
            text = str(error)
        self.problem.label.setText(text)
        self.problem.show()

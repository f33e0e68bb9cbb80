"""Links for JDownloader: handed over on this computer, or written to a file that it can load."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.elsewhere import Handed
from fichier_gui.domain.errors import AppError
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.choosing import chosen_target
from fichier_gui.ui.dialogs.frame import Fact, Frame, shown
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.elsewhere import handed_words


class SendLinks(Frame):
    """``package``: what JDownloader shows the links under."""

    def __init__(self, seam: Seam, parent: QWidget | None, links: Sequence[str], package: str) -> None:
        super().__init__(parent, tr("JDownloader"))
        self.setMinimumWidth(560)
        self._seam = seam
        self._links = tuple(links)
        self._package = package
        self._scope = TaskScope("JDownloader", self._on_task_failed)
        self.outcome = ""
        self.add_heading(tr("Send %n link(s) to JDownloader", "", len(self._links)))
        self.add_text(
            tr(
                "It must run on this computer, and asks you whether it may take them. It gets the links "
                "alone: no key and no passwords."
            )
        )
        self.said = Fact("info", "", self)
        self.said.hide()
        self.body.addWidget(self.said)
        self.send, box = self.add_buttons(accept=tr("Send"), reject=tr("Cancel"))
        self.write = QPushButton(tr("Write to a file…"), self)
        self.write.setAutoDefault(False)
        box.add(self.write, QDialogButtonBox.ButtonRole.ActionRole)
        self.write.clicked.connect(self._on_write_clicked)

    async def run(self) -> str:
        """What was done, in words; empty when nothing was."""
        await shown(self, scope=self._scope)
        return self.outcome

    def accept(self) -> None:
        """Hand over first; the dialog closes when they are taken."""
        if self.send.isEnabled():
            self._scope.start(self._send(), "hand links over")

    async def _send(self) -> None:
        self.send.setEnabled(False)
        self._say("clock", icons.Tint.MUTED, tr("Waiting for JDownloader: it may ask you to allow it."))
        try:
            outcome = await self._seam.call(lambda p: p.elsewhere.hand_over(self._links, self._package))
        finally:
            self.send.setEnabled(True)
        if outcome is Handed.TAKEN:
            self._end(handed_words(outcome))
        else:
            self._say("alert", icons.Tint.WARNING, handed_words(outcome))

    def _on_write_clicked(self) -> None:
        async def write() -> None:
            filters = (tr("Links as text ({pattern})", pattern="*.txt"),)
            title = tr("Write the links to a file")
            path = await chosen_target(self, title, "links.txt", filters)
            if path is not None:
                target, text = path, "".join(f"{link}\n" for link in self._links)
                await self._seam.call(lambda p: p.documents.save(target, text))
                self._end(tr("%n link(s) written to {name}.", "", len(self._links), name=path.name))

        self._scope.start(write(), "write links")

    def _end(self, words: str) -> None:
        self.outcome = words
        super().accept()

    def _say(self, icon: str, tint: icons.Tint, text: str) -> None:
        self.said.show_icon(icon, tint)
        self.said.label.setText(text)
        self.said.show()

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        words = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        self._say("error", icons.Tint.BAD, words)

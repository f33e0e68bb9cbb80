"""Before everything leaves this computer: exactly what goes and what stays, and a word to be typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from fichier_gui.domain.desktop import DesktopPart
from fichier_gui.domain.names import folded
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui import icons
from fichier_gui.ui.dialogs.frame import ButtonBox, Fact, Frame, shown
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.wording import part_label, tr


class ForgetEverything(Frame):
    """The button opens when the word stands in the line."""

    is_seen_when_locked = True
    """It counts what goes, and names nothing of it: the last way out of a locked window."""

    def __init__(
        self, parent: QWidget | None, accounts: int, summary: QueueSummary, places: Sequence[DesktopPart]
    ) -> None:
        super().__init__(parent, tr("Forget everything on this computer"))
        self.add_heading(tr("Forget everything on this computer?"))
        self.add_text(tr("The program quits, and this goes:"))
        for text in _going(accounts, summary, places):
            self._add(text, "remove", Tint.BAD)
        self.add_text(tr("This stays:"))
        for text in (
            tr("Everything on 1fichier: files, links and the account itself"),
            tr("Downloaded files, and files half downloaded, where they are"),
            tr("The program, and lists, reports and settings that you wrote to files yourself"),
        ):
            self._add(text, "check-circle", Tint.GOOD)
        self.word = tr("forget", "the word to be typed")
        self.add_text(tr("Type “{word}” to go on:", word=self.word))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("The word “{word}”", word=self.word))
        self.body.addWidget(self.line)
        box = ButtonBox(self)
        self.forget = QPushButton(tr("Forget everything and quit"), self)
        box.add(self.forget, QDialogButtonBox.ButtonRole.DestructiveRole)
        keep = box.add(tr("Keep everything"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setAutoDefault(False)
        self.forget.setEnabled(False)
        self.forget.clicked.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        self.line.textChanged.connect(self._settle)

    async def run(self) -> bool:
        """True: it is wanted."""
        return bool(await shown(self))

    def _add(self, text: str, icon: str, tint: icons.Tint) -> None:
        self.body.addWidget(Fact(icon, text, self, tint))

    def _settle(self, text: str) -> None:
        self.forget.setEnabled(folded(text.strip()) == folded(self.word))


def _going(accounts: int, summary: QueueSummary, places: Sequence[DesktopPart]) -> list[str]:
    counts = summary.counts
    left = counts.active + counts.waiting + counts.attention
    found = [
        tr("%n key(s) in the key ring of this system", "", accounts),
        tr("The lists of files, searches, link rules and small pictures of %n account(s)", "", accounts),
        tr("The transfers, %n of them not done yet", "", left),
        tr("The settings, the log and what crashes left"),
    ]
    if places:
        labels = ", ".join(map(part_label, places))
        found.append(tr("Places on the desktop: {places}", places=labels))
    return found

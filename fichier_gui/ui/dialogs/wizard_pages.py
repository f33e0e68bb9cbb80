"""The pages of the first run."""

import time

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from fichier_gui.app.views import SessionState
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.settings import Settings
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.fields import FolderChooser
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Fact, QuietLabel, paragraph
from fichier_gui.ui.dialogs.key_entry import KeyCheck, KeyEntry, key_page_row
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr


class KeyPage(QWidget):
    """What the key is, where it is made, where it goes, how to treat it."""

    def __init__(self, seam: Seam, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            paragraph(
                tr(
                    "Programs sign in to 1fichier with an API key: a long password that 1fichier makes for "
                    "you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and "
                    "folders work without."
                ),
                self,
            )
        )
        column.addLayout(key_page_row(self))
        self.entry = KeyEntry(self)
        column.addWidget(self.entry)
        self.keep = QCheckBox(tr("Keep it in this system's key ring"), self)
        self.keep.setToolTip(tr("Without this the key is asked for at every start."))
        self.keep.setChecked(True)
        column.addWidget(self.keep)
        self.check = KeyCheck(seam, self)
        column.addWidget(self.check)
        column.addStretch(1)
        column.addWidget(self._advice())

    def _advice(self) -> QWidget:
        box = QFrame(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        for icon, text in (
            ("shield", tr("Never share it: whoever has it can use your whole account.")),
            ("key-off", tr("One press forgets it here: Settings, Account, Forget the key.")),
            ("refresh", tr("If it leaked, reset it on the key page: the old one stops working at once.")),
        ):
            column.addWidget(Fact(icon, text, box))
        return box


class FolderPage(QWidget):
    """Who is signed in, where the key lives, and the download folder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.account = Fact("check", "", self, icons.Tint.GOOD)
        self.storage = Fact("key", "", self)
        column.addWidget(self.account)
        column.addWidget(self.storage)
        column.addSpacing(NEAR)
        label = QLabel(tr("Save downloads in"), self)
        self.chooser = FolderChooser(self)
        self.chooser.widget.setAccessibleName(tr("Download folder"))
        self.chosen: str | None = None
        """What the user picked; None leaves the setting as it is."""
        choice = QVBoxLayout()
        choice.setSpacing(NEAR)
        choice.addWidget(label)
        choice.addWidget(self.chooser.widget)
        choice.addWidget(QuietLabel(tr("It can be changed later, and for every download."), self))
        column.addLayout(choice)
        self._problem = paragraph("", self)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addStretch(1)
        self.chooser.edited.connect(self._on_chooser_edited)

    def show_state(self, state: SessionState, settings: Settings) -> None:
        """Fill the page in."""
        account = state.account
        if account is not None:
            words = f"{account.email} · {wording.plan_words(account, time.time())}"
        else:
            words = tr("The key is in use. 1fichier is busy and will tell about the account later.")
        self.account.label.setText(words)
        self.storage.label.setText(wording.storage_words(state.storage, state.storage_problem))
        is_kept = state.storage is KeyStorage.KEYRING
        self.storage.show_icon("key", icons.Tint.MUTED if is_kept else icons.Tint.WARNING)
        if self.chosen is None:
            self.chooser.put(settings.download_folder)

    def say(self, problem: str) -> None:
        """Why the folder could not be kept."""
        self._problem.setText(problem)
        self._problem.show()

    def _on_chooser_edited(self, path: object) -> None:
        self.chosen = str(path)


class ReadyPage(QWidget):
    """The three things to know."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for icon, text in (
            ("upload", tr("Drop files and folders on the window to upload them. Links are copied for you.")),
            ("download", tr("Double-click a file to download it. Its checksum is compared with 1fichier's.")),
            ("link", tr("Paste 1fichier links to download them: Ctrl+V.")),
            ("pause", tr("Quit whenever you like: transfers go on at the next start.")),
        ):
            column.addWidget(Fact(icon, text, self, icons.Tint.ACCENT))
        column.addStretch(1)

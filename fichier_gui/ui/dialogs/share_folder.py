"""A folder for others: a public page, and the people who may read or write. What was set before is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain import link_rules
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.link_rules import SHORTEST_PASSWORD
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.domain.sharing import FolderShare
from fichier_gui.ui import icons, wording
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Fact, Frame, QuietLabel, shown
from fichier_gui.ui.dialogs.password import PasswordLine
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class ShareFolder(Frame):
    """``folder`` is as the service has just told it: everything is sent back with what changes."""

    def __init__(self, seam: Seam, parent: QWidget | None, folder: RemoteFolder) -> None:
        super().__init__(parent, tr("Share this folder"))
        self._seam = seam
        self._folder = folder
        self._scope = TaskScope("share a folder", self._on_task_failed)
        self.url: str | None = None
        self.is_done = False
        self.add_heading(wording.folder_name(folder))
        self.public = QCheckBox(tr("Public page: anyone with its link sees the files"), self)
        self.has_password = QCheckBox(tr("A password is asked for"), self)
        self.password = PasswordLine(self)
        self.password_label = QLabel(tr("Password"), self)
        self.readers = QLineEdit(self)
        self.writers = QLineEdit(self)
        self.hidden = QLineEdit(self)
        self.problem = Fact("error", "", self, icons.Tint.BAD)
        self._build()
        self._settle()

    async def run(self) -> bool:
        """Whether the service has the new sharing; ``url`` is then the public page."""
        await shown(self, scope=self._scope)
        return self.is_done

    def accept(self) -> None:
        """Share first; the dialog closes when that is done."""
        if self.share_button.isEnabled():
            self._scope.start(self._share(), "share a folder")

    def shares(self) -> tuple[FolderShare, ...]:
        """The people, as they are typed."""
        return (
            *(FolderShare(email) for email in _emails(self.readers)),
            *(FolderShare(email, can_write=True) for email in _emails(self.writers)),
            *(FolderShare(email, hides_links=True) for email in _emails(self.hidden)),
        )

    def _build(self) -> None:
        folder = self._folder
        self.public.setChecked(folder.public_url is not None)
        self.has_password.setChecked(folder.has_password)
        if folder.has_password:
            self.password.setPlaceholderText(tr("Unchanged"))
        for line, wanted in (
            (self.readers, [s.email for s in folder.shares if not s.can_write and not s.hides_links]),
            (self.writers, [s.email for s in folder.shares if s.can_write and not s.hides_links]),
            (self.hidden, [s.email for s in folder.shares if s.hides_links]),
        ):
            line.setText(", ".join(wanted))
            line.setPlaceholderText(tr("E-mails of registered users"))
        form = QGridLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(NEAR)
        for row, (label, line) in enumerate(
            (
                (self.password_label, self.password),
                (QLabel(tr("May read"), self), self.readers),
                (QLabel(tr("May also write"), self), self.writers),
                (QLabel(tr("May read, links hidden"), self), self.hidden),
            )
        ):
            line.setAccessibleName(label.text())
            label.setBuddy(line)
            form.addWidget(label, row, 0)
            form.addWidget(line, row, 1)
        keeps = tr(
            "1fichier does not say whether it keeps a password that is not sent again: enter it to be sure."
        )
        self.body.addWidget(self.public)
        self.body.addWidget(self.has_password)
        self.body.addLayout(form)
        note = QuietLabel(keeps, self)
        note.setVisible(folder.has_password)
        self.body.addWidget(note)
        self.body.addWidget(self.problem)
        self.share_button, _ = self.add_buttons(accept=tr("Share"), reject=tr("Cancel"))
        self.setMinimumWidth(520)
        for edited in (self.password, self.readers, self.writers, self.hidden):
            edited.textChanged.connect(self._settle)
        for box in (self.public, self.has_password):
            box.toggled.connect(self._settle)

    async def _share(self) -> None:
        self.share_button.setEnabled(False)
        is_public, shares, password = self.public.isChecked(), self.shares(), self._new_password()
        folder_id = self._folder.id
        try:
            self.url = await self._seam.call(
                lambda p: p.sharing.share_folder(folder_id, is_public, shares, password)
            )
        finally:
            self.share_button.setEnabled(True)
        self.is_done = True
        super().accept()

    def _new_password(self) -> str | None:
        """None: as it is."""
        if not self.public.isChecked():
            return None
        if self.has_password.isChecked():
            return self.password.text() or None
        return "" if self._folder.has_password else None

    def _settle(self) -> None:
        self.has_password.setEnabled(self.public.isChecked())
        takes_password = self.public.isChecked() and self.has_password.isChecked()
        for widget in (self.password, self.password_label):
            widget.setEnabled(takes_password)
        wrong = self._wrong()
        self.problem.label.setText(wrong)
        self.problem.setVisible(bool(wrong))
        self.share_button.setEnabled(not wrong)

    def _wrong(self) -> str:
        is_new = bool(self.password.text()) or not self._folder.has_password
        if self.password.isEnabled() and is_new and len(self.password.text()) < SHORTEST_PASSWORD:
            return tr("The password needs at least %n character(s).", "", SHORTEST_PASSWORD)
        lines = (self.readers, self.writers, self.hidden)
        bad = [word for line in lines for word in link_rules.emails(line.text()).wrong]
        if bad:
            return tr("Not understood: {words}", words=", ".join(bad))
        emails = [share.email for share in self.shares()]
        twice = [email for email in dict.fromkeys(emails) if emails.count(email) > 1]
        return tr("Named twice: {words}", words=", ".join(twice)) if twice else ""

    def _on_task_failed(self, _name: str, error: Exception) -> None:
        known = wording.error_words(error).sentence if isinstance(error, AppError) else str(error)
        said = error.detail if isinstance(error, AppError) else ""
        self.problem.label.setText(f"{known} ({said})" if said else known)
        self.problem.show()


def _emails(line: QLineEdit) -> tuple[str, ...]:
    return link_rules.emails(line.text()).values

"""All that is known of a file or a folder, to be read and copied."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.link_rules import LinkRules
from fichier_gui.domain.remote import FileDetails, RemoteFile, RemoteFolder
from fichier_gui.domain.sharing import AccessList
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.frame import GAP, NEAR, Frame, shown
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.sharing import open_words


class Properties(Frame):
    """One line a fact; each can be selected, all can be copied."""

    def __init__(
        self, parent: QWidget | None, row: Row, details: FileDetails | None, folder_path: str
    ) -> None:
        super().__init__(parent, tr("Properties"))
        name = wording.folder_name(row) if isinstance(row, RemoteFolder) else row.name
        self.add_heading(name)
        facts = _file_facts(row, details) if isinstance(row, RemoteFile) else _folder_facts(row)
        path = f"/{details.path}" if details is not None and details.path else folder_path
        everything = [(tr("Name"), name), (tr("Folder"), path), *facts]
        self.facts = [(title, value) for title, value in everything if value]
        form = QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(NEAR)
        for title, value in self.facts:
            line = QLineEdit(value, self)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            line.setAccessibleName(title)
            form.addRow(QLabel(title, self), line)
        self.body.addLayout(form)
        self.copy_button, _ = self.add_buttons(accept=tr("Copy all"), reject=tr("Close", "verb"))
        self.setMinimumWidth(560)
        self.copy_button.setFocus()

    async def run(self) -> str:
        """What is to be copied; empty when it was only read."""
        is_wanted = await shown(self) == Frame.DialogCode.Accepted
        return "\n".join(f"{title}: {value}" for title, value in self.facts) if is_wanted else ""


def _file_facts(file: RemoteFile, details: FileDetails | None) -> list[tuple[str, str]]:
    facts = [
        (tr("Kind"), wording.file_kind_words(file)),
        (tr("Content type"), (details.mime if details is not None else "") or file.mime),
        (tr("Size"), wording.exact_size(file.size)),
        (tr("Added"), wording.full_date(file.added_at) if file.added_at is not None else ""),
        (tr("Link"), wording.link_words(file)),
        (tr("Checksum (Whirlpool)"), file.checksum or (details.checksum if details else "") or ""),
    ]
    if details is None:
        return [*facts, (tr("Who can open it"), wording.access_words(file))]
    rules = LinkRules(details.has_password, details.access or AccessList())
    how = [
        words
        for is_so, words in (
            (details.is_inline, tr("Shown in the browser, without the download page")),
            (details.allows_http, tr("Without encryption (http), for old players")),
            (details.is_cdn, tr("Downloads spend CDN credits")),
        )
        if is_so
    ]
    return [
        *facts,
        (tr("Who can open it"), open_words(rules)),
        (tr("How"), "; ".join(how)),
        (tr("Description"), details.description),
    ]


def _folder_facts(folder: RemoteFolder) -> list[tuple[str, str]]:
    return [
        (tr("Kind"), tr("Folder")),
        (tr("Added"), wording.full_date(folder.created_at) if folder.created_at is not None else ""),
        (tr("Number"), str(int(folder.id))),
        (tr("Public link"), folder.public_url or ""),
        (tr("Owner"), folder.owner or ""),
        (tr("Shared with"), ", ".join(share.email for share in folder.shares)),
    ]

"""All that is known of a file or a folder, to be read and copied."""

from PySide6.QtWidgets import QWidget

from fichier_gui.catalogue.order import Row
from fichier_gui.domain.link_rules import LinkRules
from fichier_gui.domain.remote import FileDetails, RemoteFile, RemoteFolder
from fichier_gui.domain.sharing import AccessList
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.fact_list import FactList
from fichier_gui.ui.wording import tr
from fichier_gui.ui.wording.sharing import open_words


class Properties(FactList):
    """Of a row of the file list."""

    def __init__(
        self, parent: QWidget | None, row: Row, details: FileDetails | None, folder_path: str
    ) -> None:
        name = wording.folder_name(row) if isinstance(row, RemoteFolder) else row.name
        facts = _file_facts(row, details) if isinstance(row, RemoteFile) else _folder_facts(row)
        path = f"/{details.path}" if details is not None and details.path else folder_path
        super().__init__(parent, name, [(tr("Name"), name), (tr("Folder"), path), *facts])


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

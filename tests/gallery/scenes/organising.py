"""Dialogs about the account's files and folders."""

from gallery.registry import scene
from gallery.stage import NOON, Stage
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.errors import FolderNotEmpty, NotFound
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.organising import Deleted, EditKind, EditReport
from fichier_gui.domain.remote import RemoteFile, RemoteFolder
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.bulk_rename import BulkRename
from fichier_gui.ui.dialogs.comparison import ComparisonDialog
from fichier_gui.ui.dialogs.duplicates import Duplicates
from fichier_gui.ui.dialogs.edit_failures import EditFailures
from fichier_gui.ui.dialogs.link_rules import LinkRulesDialog
from fichier_gui.ui.dialogs.new_folder import NewFolder
from fichier_gui.ui.dialogs.preview import Preview
from fichier_gui.ui.dialogs.preview_pages import MessagePage, PicturePage
from fichier_gui.ui.dialogs.properties import Properties
from fichier_gui.ui.dialogs.recently_deleted import RecentlyDeleted
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.rename import Rename
from fichier_gui.ui.dialogs.saved_rules import NameRules, SavedRules
from fichier_gui.ui.dialogs.search_words import SaveSearch, SearchHelp
from fichier_gui.ui.dialogs.share_folder import ShareFolder
from fichier_gui.ui.dialogs.table import Table

GONE = '{"status": "KO", "message": "Resource not found #469"}'


@scene(NewFolder)
async def new_folder(stage: Stage) -> QWidget:
    await stage.at("/Films")
    return await stage.opened(NewFolder, ActionId.NEW_FOLDER)


@scene(NewFolder)
async def new_folder_odd_name(stage: Stage) -> QWidget:
    await stage.at("/Films")
    dialog = await stage.opened(NewFolder, ActionId.NEW_FOLDER)
    dialog.line.setText('Was it "2024"?')
    return dialog


@scene(Rename)
async def rename(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    return await stage.opened(Rename, ActionId.RENAME)


@scene(BulkRename)
async def bulk_rename(stage: Stage) -> QWidget:
    await stage.at("/Odd names")
    rows = list(stage.window.files.model.rows)[:8]
    await stage.choose(*(row.name for row in rows))
    dialog = await stage.opened(BulkRename, ActionId.RENAME)
    return dialog


@scene()
async def bulk_rename_numbered(stage: Stage) -> QWidget:
    await stage.at("/Pictures")
    await stage.choose("Lac d’Annecy.png", "Coucher de soleil.png", "portrait.png")
    dialog = await stage.opened(BulkRename, ActionId.RENAME)
    dialog.place.setCurrentIndex(1)
    dialog.text.setText("Summer ")
    return dialog


@scene(RemoteFolderDialog)
async def move_to(stage: Stage) -> QWidget:
    await stage.at("/Films/2024")
    await stage.choose("notes.txt")
    return await stage.opened(RemoteFolderDialog, ActionId.MOVE_TO)


@scene(RemoteFolderDialog)
async def copy_to_searched(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    dialog = await stage.opened(RemoteFolderDialog, ActionId.COPY_TO)
    dialog.line.setText("a")
    return dialog


@scene(EditFailures)
async def edit_failures(stage: Stage) -> QWidget:
    failures = (
        (RemoteFile(FileUrl("https://1fichier.com/?a"), "The long road home.mkv", 300), NotFound()),
        (RemoteFolder(stage.shell.desk.navigation.folder_id, "Summer 2024"), FolderNotEmpty()),
    )
    report = EditReport(1, EditKind.DELETE, 40, 38, 2, is_over=True, failures=failures)
    return await stage.opened(EditFailures, EditFailures(stage.window, report).run())


@scene(RecentlyDeleted, Table)
async def recently_deleted(stage: Stage) -> QWidget:
    entries = [
        Deleted(NOON - 86_400 * n, "/Films/2024", f"Holiday part {n}.mkv", 700_000_000 * n, "ab" * 64, url)
        for n, url in enumerate(map(FileUrl, ("https://1fichier.com/?a", "https://1fichier.com/?b")), 1)
    ]
    entries.append(Deleted(NOON - 900_000, "/Films", "2023"))
    return await stage.opened(RecentlyDeleted, RecentlyDeleted(stage.shell.seam, stage.window, entries).run())


@scene(RecentlyDeleted)
async def recently_deleted_empty(stage: Stage) -> QWidget:
    return await stage.opened(RecentlyDeleted, ActionId.RECENTLY_DELETED)


@scene(Duplicates)
async def duplicates(stage: Stage) -> QWidget:
    await stage.at("/Backups/Copies/Music")
    await stage.at("/Music")
    return await stage.opened(Duplicates, ActionId.DUPLICATES)


@scene(ComparisonDialog)
async def comparison(stage: Stage) -> QWidget:
    place = stage.folder / "copy of Documents"
    place.mkdir(exist_ok=True)
    (place / "budget.csv").write_text(
        "mois;loyer;courses\njanvier;850;312\nfévrier;850;298\n", encoding="utf-8"
    )
    (place / "links.txt").write_text("other words")
    (place / "only here.txt").write_text("mine")
    await stage.at("/Documents")
    folder = stage.shell.desk.navigation.path[-1]
    check = stage.shell.seam.program.verifying.against(place, folder)
    dialog = ComparisonDialog(stage.shell.seam, stage.window, "copy of Documents", check)
    await stage.opened(ComparisonDialog, dialog.run())
    await stage.until(lambda: dialog.found is not None)
    return dialog


@scene(LinkRulesDialog, SavedRules)
async def link_rules(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("pour la famille.txt")
    return await stage.opened(LinkRulesDialog, ActionId.LINK_RULES)


@scene(LinkRulesDialog)
async def link_rules_of_several(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf", "budget.csv")
    return await stage.opened(LinkRulesDialog, ActionId.LINK_RULES)


@scene(NameRules)
async def name_of_rules(stage: Stage) -> QWidget:
    dialog = NameRules(stage.window, ["Friends"], has_password=True)
    return await stage.opened(NameRules, dialog.run())


@scene(ShareFolder)
async def share_folder(stage: Stage) -> QWidget:
    await stage.at("/")
    await stage.choose("Documents")
    return await stage.opened(ShareFolder, ActionId.SHARE_FOLDER)


@scene(Properties)
async def properties(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    return await stage.opened(Properties, ActionId.PROPERTIES)


@scene(Properties)
async def properties_of_folder(stage: Stage) -> QWidget:
    await stage.at("/")
    await stage.choose("Pictures")
    return await stage.opened(Properties, ActionId.PROPERTIES)


@scene(Preview, PicturePage)
async def preview_picture(stage: Stage) -> QWidget:
    await stage.at("/Pictures")
    await stage.choose("Lac d’Annecy.png")
    dialog = await stage.opened(Preview, ActionId.PREVIEW)
    await stage.until(lambda: any(page.isVisible() for page in dialog.findChildren(PicturePage)))
    return dialog


@scene(Preview)
async def preview_text(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Reading list.md")
    dialog = await stage.opened(Preview, ActionId.PREVIEW)
    await stage.until(lambda: not any(page.isVisible() for page in dialog.findChildren(MessagePage)))
    return dialog


@scene(Preview, MessagePage)
async def preview_failed(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    stage.simulator.faults.add(Fault("download/get_token", "answer", "*", status=404, body=GONE))
    await stage.choose("coffre.txt")
    dialog = await stage.opened(Preview, ActionId.PREVIEW)
    await stage.until(lambda: any(page.isVisible() for page in dialog.findChildren(MessagePage)))
    return dialog


@scene(SearchHelp)
async def search_help(stage: Stage) -> QWidget:
    return await stage.opened(SearchHelp, ActionId.SEARCH_HELP)


@scene(SaveSearch)
async def save_search(stage: Stage) -> QWidget:
    return await stage.opened(SaveSearch, SaveSearch(stage.window, "type:video after:2024-01").run())

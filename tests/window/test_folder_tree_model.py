"""The folder tree asks once, says why it has nothing, and keeps what is open when a listing is read again."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fichier_gui.domain import errors
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFolder
from fichier_gui.ui.models.folder_tree import FolderTreeModel, Known, Role

NOW = 1_760_000_000.0


def folder(number: int, name: str) -> RemoteFolder:
    return RemoteFolder(FolderId(number), name)


def listing(of: RemoteFolder, *children: RemoteFolder) -> FolderListing:
    return FolderListing(of, children, (), NOW)


def names(model: FolderTreeModel, parent: QModelIndex) -> list[str]:
    return [str(model.index(row, 0, parent).data()) for row in range(model.rowCount(parent))]


FILMS, MUSIC, BACKUPS = folder(1, "Films"), folder(2, "Music"), folder(3, "Backups")


def test_keeps_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = FolderTreeModel()
    qtmodeltester.check(model)
    model.show(listing(ROOT_FOLDER, FILMS, MUSIC))
    model.fetchMore(model.index_of(FILMS.id))
    model.fail(FILMS.id, errors.NetworkUnavailable())
    model.show(listing(FILMS, folder(10, "2024")))
    model.show(listing(ROOT_FOLDER, MUSIC, BACKUPS, FILMS))
    model.show(listing(ROOT_FOLDER, MUSIC))
    qtmodeltester.check(model)


def test_a_folder_is_asked_for_once(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    asked: list[FolderId] = []
    model.wanted.connect(asked.append)
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    view.expand(model.index_of(ROOT))
    qtbot.waitUntil(lambda: names(model, model.index_of(ROOT)) == ["Loading…"])
    assert asked == [ROOT]
    view.collapse(model.index_of(ROOT))
    view.expand(model.index_of(ROOT))
    model.show(listing(ROOT_FOLDER, FILMS))
    assert asked == [ROOT]


def test_children_are_in_natural_order(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, folder(1, "Part 10"), folder(2, "part 2"), folder(3, "Étude")))
    assert names(model, model.index_of(ROOT)) == ["Étude", "part 2", "Part 10"]


def test_a_folder_that_is_known_from_before_to_hold_no_others_has_no_arrow(qtbot: QtBot) -> None:
    leaves = {FILMS.id}
    model = FolderTreeModel(is_leaf=leaves.__contains__)
    asked: list[FolderId] = []
    model.wanted.connect(asked.append)
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show(listing(ROOT_FOLDER, FILMS, MUSIC))
    films, music = model.index_of(FILMS.id), model.index_of(MUSIC.id)
    assert (model.hasChildren(films), model.hasChildren(music)) == (False, True)
    view.expand(films)
    assert asked == [], "there is nothing to ask for"
    model.show(listing(FILMS, folder(10, "2024")))
    assert model.hasChildren(films) and names(model, films) == ["2024"]


def test_unknown_folders_have_an_arrow_and_empty_ones_have_none(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, FILMS))
    films = model.index_of(FILMS.id)
    assert model.hasChildren(films)
    assert model.canFetchMore(films)
    model.show(listing(FILMS))
    assert not model.hasChildren(films)
    assert not model.canFetchMore(films)


def test_a_failure_is_a_row_that_asks_again(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    asked: list[FolderId] = []
    model.wanted.connect(asked.append)
    root = model.index_of(ROOT)
    model.fetchMore(root)
    model.fail(ROOT, errors.NetworkUnavailable())
    row = model.index(0, 0, root)
    assert row.data() == "No network: try again"
    assert "cannot be reached" in str(row.data(Qt.ItemDataRole.ToolTipRole))
    assert row.data(Role.FOLDER_ID) is None
    assert not model.canFetchMore(root), "an error must not be asked again by every repaint"
    assert model.retry(row)
    assert asked == [ROOT, ROOT]
    assert row.data() == "Loading…"
    model.show(listing(ROOT_FOLDER, FILMS))
    assert names(model, root) == ["Films"]
    assert not model.retry(model.index_of(FILMS.id))


def test_a_failed_refresh_leaves_what_is_known(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, FILMS))
    model.fail(ROOT, errors.TimedOut())
    assert names(model, model.index_of(ROOT)) == ["Films"]


def test_open_folders_stay_open_when_the_parent_is_read_again(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show(listing(ROOT_FOLDER, FILMS, MUSIC))
    model.show(listing(FILMS, folder(10, "2024")))
    films = QPersistentModelIndex(model.index_of(FILMS.id))
    view.expand(model.index_of(ROOT))
    view.expand(model.index_of(FILMS.id))
    model.show(listing(ROOT_FOLDER, BACKUPS, FILMS))
    assert films.isValid()
    assert view.isExpanded(model.index_of(FILMS.id))
    assert names(model, model.index_of(FILMS.id)) == ["2024"]
    assert names(model, model.index_of(ROOT)) == ["Backups", "Films"]
    assert not model.index_of(MUSIC.id).isValid()


def test_a_renamed_folder_keeps_its_children_or_moves(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, FILMS, MUSIC))
    model.show(listing(ROOT_FOLDER, folder(1, "Films and series"), MUSIC))
    assert names(model, model.index_of(ROOT)) == ["Films and series", "Music"]
    assert [part.name for part in model.path(FILMS.id)] == ["", "Films and series"]


def test_the_path_of_an_unknown_folder_is_empty(qtbot: QtBot) -> None:
    assert FolderTreeModel().path(FolderId(77)) == ()


def test_another_account_starts_anew(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, FILMS))
    model.clear()
    assert model.rowCount() == 1
    assert model.index_of(ROOT).data(Role.KNOWN) is Known.UNKNOWN
    assert not model.index_of(FILMS.id).isValid()


def shared(number: int, name: str, owner: str, *, can_write: bool = True) -> RemoteFolder:
    return RemoteFolder(FolderId(number), name, owner=owner, can_write=can_write)


ALBUM, PRESS, NOTES = (
    shared(21, "Album", "zoe@example.org"),
    shared(22, "Press", "zoe@example.org"),
    shared(23, "Notes", "anne@example.org"),
)


def test_what_others_share_has_a_root_of_its_own(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = FolderTreeModel()
    qtmodeltester.check(model)
    model.show(listing(ROOT_FOLDER, FILMS, ALBUM, NOTES, PRESS))
    top = QModelIndex()
    assert names(model, top) == ["Account", "Shared with me"]
    assert names(model, model.index_of(ROOT)) == ["Films"]
    heading = model.index(1, 0)
    assert names(model, heading) == ["anne@example.org", "zoe@example.org"]
    assert names(model, model.index(1, 0, heading)) == ["Album", "Press"]
    # A heading is no folder: it is not chosen and takes no drops. The way to a folder is the service's own.
    assert heading.data(Role.FOLDER_ID) is None
    assert not model.flags(heading) & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled)
    assert model.path(ALBUM.id) == (ROOT_FOLDER, ALBUM)
    stays = QPersistentModelIndex(model.index_of(ALBUM.id))
    model.show(listing(ROOT_FOLDER, FILMS, ALBUM))
    assert names(model, model.index(1, 0)) == ["zoe@example.org"] and stays.isValid()
    model.show(listing(ROOT_FOLDER, FILMS))
    assert names(model, top) == ["Account"] and not model.index_of(ALBUM.id).isValid()
    qtmodeltester.check(model)


def test_the_list_of_a_shared_folder_says_what_may_be_done_there(qtbot: QtBot) -> None:
    model = FolderTreeModel()
    model.show(listing(ROOT_FOLDER, ALBUM))
    index = model.index_of(ALBUM.id)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Album: shared by zoe@example.org"
    model.show(listing(shared(21, "Album", "zoe@example.org", can_write=False)))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Album: shared by zoe@example.org, read only"

"""The known folders in memory."""

from fichier_gui.catalogue.tree import FolderTree
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.remote import RemoteFolder


def folder(n: int, name: str) -> RemoteFolder:
    return RemoteFolder(FolderId(n), name)


def planted() -> FolderTree:
    tree = FolderTree()
    tree.put(ROOT, folder(1, "Films"))
    tree.put(FolderId(1), folder(2, "2024"))
    tree.put(FolderId(2), folder(3, "Extras"))
    return tree


def test_paths() -> None:
    tree = planted()
    assert tree.path_of(ROOT) == "/"
    assert tree.path_of(FolderId(3)) == "/Films/2024/Extras"
    assert [f.name for f in tree.ancestry(FolderId(2))] == ["", "Films", "2024"]
    assert tree.path_of(FolderId(99)) == "/"


def test_rename_move_and_remove() -> None:
    tree = planted()
    tree.put(ROOT, folder(2, "Year 2024"))
    assert tree.path_of(FolderId(3)) == "/Year 2024/Extras"
    assert tree.children(FolderId(1)) == []
    assert tree.remove(FolderId(2)) == (2, 3)
    assert tree.get(FolderId(3)) is None
    assert tree.remove(FolderId(2)) == ()
    assert tree.remove(ROOT) == ()
    assert [f.name for f in tree.children(ROOT)] == ["Films"]


def test_a_folder_of_unknown_place_has_its_name_only() -> None:
    tree = planted()
    tree.put(None, folder(7, "Shared"))
    assert tree.path_of(FolderId(7)) == "/Shared"
    assert tree.parent(FolderId(7)) is None


def test_a_circle_in_wrong_data_ends() -> None:
    tree = FolderTree()
    tree.put(FolderId(2), folder(1, "a"))
    tree.put(FolderId(1), folder(2, "b"))
    assert tree.path_of(FolderId(1)).startswith("/")
    assert set(tree.remove(FolderId(1))) == {1, 2}


def test_folders_are_found_by_words_of_their_path() -> None:
    tree = planted()
    tree.put(FolderId(1), folder(4, "Extra long"))
    tree.put(ROOT, folder(5, "Éxtraits"))
    tree.put(ROOT, folder(6, "An extra"))

    def paths(text: str, limit: int = 10) -> list[str]:
        return [path for _folder, path in tree.named(text, limit)]

    # Names that begin with the word, the nearest first; then those that hold it.
    assert paths("extra") == ["/Éxtraits", "/Films/Extra long", "/Films/2024/Extras", "/An extra"]
    assert paths("extra", 1) == ["/Éxtraits"]
    assert paths("films 20 EXTRA") == ["/Films/2024/Extras"]
    assert paths("films/extra") == ["/Films/Extra long", "/Films/2024/Extras"]
    assert paths("extra films") == [], "the last word is the folder's own"
    assert paths(" / ") == []

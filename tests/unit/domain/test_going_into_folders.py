"""What can be carried into which folder."""

from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.organising import Placed, can_go_into
from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFile, RemoteFolder

HERE, THERE, BELOW = (RemoteFolder(FolderId(n), name) for n, name in enumerate(("here", "there", "below"), 1))
FILE = Placed(HERE.id, RemoteFile(FileUrl("https://1fichier.com/?a"), "a", 1))
FOLDER = Placed(ROOT, THERE)


def test_where_things_can_go():
    def goes(items, target, *line):
        return can_go_into(items, target, line)

    assert goes([FILE], THERE, ROOT)
    assert goes([FILE], ROOT_FOLDER)
    assert not goes([], THERE)
    assert not goes([FILE], HERE, ROOT), "it is there already"
    assert not goes([FOLDER], THERE, ROOT), "a folder into itself"
    assert not goes([FOLDER], BELOW, ROOT, THERE.id), "a folder into what it holds"
    assert not goes([FILE, FOLDER], BELOW, ROOT, THERE.id)
    assert goes([FILE, FOLDER], HERE, ROOT), "one of them is there already, the other one is not"


def test_a_folder_of_others_must_allow_it():
    readable = RemoteFolder(FolderId(9), "shared", owner="camille@example.org", can_write=False)
    writable = RemoteFolder(FolderId(9), "shared", owner="camille@example.org")
    assert not can_go_into([FILE], readable, ())
    assert can_go_into([FILE], writable, ())

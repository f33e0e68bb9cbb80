"""What is handed to the window is done, at once or as soon as there is an account."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMainWindow
from support.fake_seam import FakeSeam, link

from fichier_gui.__main__ import build_parser
from fichier_gui.domain.account import KeyStorage
from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.events import SignedIn, WindowCalled
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.headless.commands import errand_of
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.errands import Errands


class _Window(QMainWindow):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def bring_to_front(self):
        self.calls += 1


class _Handed:
    def __init__(self, qtbot, *, signed_in=True):
        self.done = []
        self.seam, self.window, self.actions = FakeSeam(), _Window(), Actions()
        qtbot.addWidget(self.window)
        self.actions.on(ActionId.UPLOAD_FILES, lambda: self.done.append("choose"))
        self.desk = SimpleNamespace(
            session=SimpleNamespace(signed_in=signed_in),
            navigation=SimpleNamespace(path=(RemoteFolder(ROOT, ""),)),
            notices=SimpleNamespace(tell=lambda text, key: self.done.append(text)),
            sending=SimpleNamespace(send=lambda paths: self.done.append(("send", paths))),
            fetching=SimpleNamespace(fetch_links=lambda text: self.done.append(("fetch", text))),
        )
        self.errands = Errands(self.seam, self.window, self.actions, self.desk)


def test_files_are_sent_links_fetched_and_anything_else_named(qtbot):
    handed = _Handed(qtbot)
    handed.seam.happened.emit(WindowCalled(Errand(("/home/me/a", link(1)), chooses_files=True)))
    told = handed.done.pop(1)
    assert told.startswith("1 item for “") and told.endswith("”, handed over by another program.")
    assert handed.done == ["choose", ("send", ["/home/me/a"]), ("fetch", link(1))]
    handed.seam.happened.emit(WindowCalled(Errand(("https://example.org/x",))))
    assert handed.done[-1] == "That is no 1fichier link: https://example.org/x"
    handed.seam.happened.emit(WindowCalled())
    assert handed.window.calls == 3 and len(handed.done) == 4


def test_without_an_account_it_waits_for_one(qtbot):
    handed = _Handed(qtbot, signed_in=False)
    handed.errands.run(Errand((link(1),)))
    assert handed.done == [] and handed.window.calls == 1
    handed.seam.happened.emit(SignedIn(None, KeyStorage.KEYRING))
    handed.seam.happened.emit(SignedIn(None, KeyStorage.KEYRING))
    assert handed.done == [("fetch", link(1))]


@pytest.mark.parametrize(
    ("words", "handed"),
    [
        (["file:///home/me/%C3%A9%20a"], ("/home/me/é a",)),
        (["file:///home/me/caf%E9"], ("/home/me/caf\udce9",)),
        (["/a", "https://1fichier.com/?abc"], ("/a", "https://1fichier.com/?abc")),
        (["https://example.org/x"], ("https://example.org/x",)),
        ([], ()),
    ],
)
def test_the_command_line_hands_over_paths_and_addresses(words, handed):
    assert errand_of(build_parser().parse_args(["open", *words])) == Errand(handed)


def test_a_path_of_the_command_line_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    errand = errand_of(build_parser().parse_args(["open", "a b", "--choose-files"]))
    assert errand == Errand((str(tmp_path / "a b"),), chooses_files=True)

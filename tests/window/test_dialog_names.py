"""Every control of every dialog has a name that a screen reader can say, and can be reached by Tab."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)
from support.fake_seam import FakeSeam, transfer

from fichier_gui.app.views import DownloadPlan, UploadPlan
from fichier_gui.domain.checking import Progress
from fichier_gui.domain.ids import ROOT, FileUrl
from fichier_gui.domain.link_text import LinkFacts, LinkFormat
from fichier_gui.domain.organising import Deleted, EditKind, EditReport, Placed
from fichier_gui.domain.parts import Part
from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFile
from fichier_gui.domain.settings import Page
from fichier_gui.domain.transfers import Direction
from fichier_gui.ui.actions import Actions
from fichier_gui.ui.dialogs.about import About
from fichier_gui.ui.dialogs.ask import Choice, Question, Weight
from fichier_gui.ui.dialogs.bulk_rename import BulkRename
from fichier_gui.ui.dialogs.comparison import ComparisonDialog
from fichier_gui.ui.dialogs.copy_links import CopyLinks
from fichier_gui.ui.dialogs.download_plan import DownloadReview
from fichier_gui.ui.dialogs.edit_failures import EditFailures
from fichier_gui.ui.dialogs.elsewhere import ElsewhereDialog
from fichier_gui.ui.dialogs.ftp_access import FtpAccess
from fichier_gui.ui.dialogs.import_list import ImportList
from fichier_gui.ui.dialogs.key_entry import KeyDialog
from fichier_gui.ui.dialogs.licences import Licences
from fichier_gui.ui.dialogs.link_rules import LinkRulesDialog
from fichier_gui.ui.dialogs.new_folder import NewFolder
from fichier_gui.ui.dialogs.password import PasswordDialog
from fichier_gui.ui.dialogs.paste_links import PasteLinks
from fichier_gui.ui.dialogs.preview import Preview
from fichier_gui.ui.dialogs.properties import Properties
from fichier_gui.ui.dialogs.qr_code import QrCode
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.dialogs.recently_deleted import RecentlyDeleted
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog
from fichier_gui.ui.dialogs.rename import Rename
from fichier_gui.ui.dialogs.saved_rules import NameRules
from fichier_gui.ui.dialogs.send_links import SendLinks
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.dialogs.share_folder import ShareFolder
from fichier_gui.ui.dialogs.upload_plan import UploadReview
from fichier_gui.ui.dialogs.wizard import FirstRun
from fichier_gui.ui.views.transfers_panel import TransfersPanel


class Waiting:
    """A comparison that has not begun."""

    progress = Progress()


LINK = LinkFacts("https://1fichier.com/?abcde12345", "a.bin", 5)
FILE = RemoteFile(FileUrl(LINK.url), LINK.name, 5)
ENTRY = Entry(Direction.DOWNLOAD, "y", 5, "/tmp", "/")


def whole_settings():
    """With every page, as they are when they are shown."""
    dialog = SettingsDialog(FakeSeam(), None)
    for page in Page:
        dialog.add_page(page)
    return dialog


CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
)
PARTS = {
    "first run": lambda: FirstRun(FakeSeam(), None),
    "settings": whole_settings,
    "key": lambda: KeyDialog(FakeSeam(), None),
    "new folder": lambda: NewFolder(FakeSeam(), None, ROOT, "/"),
    "rename": lambda: Rename(None, FILE, ()),
    "failures": lambda: EditFailures(None, EditReport(1, EditKind.MOVE, 2, 1, 1)),
    "recently deleted": lambda: RecentlyDeleted(
        FakeSeam(), None, [Deleted(0.0, "/", "a", 5, None, LINK.url)]
    ),
    "password": lambda: PasswordDialog(None, transfer(1)),
    "paste links": lambda: PasteLinks(FakeSeam(), None),
    "preview": lambda: Preview(FakeSeam(), None, [FILE], 0),
    "copy links": lambda: CopyLinks(None, "Links", [LINK], (LinkFormat.OWN, ""), picks=True),
    "link rules": lambda: LinkRulesDialog(FakeSeam(), None, [FILE], None),
    "name of rules": lambda: NameRules(None, ["Friends"], has_password=True),
    "properties": lambda: Properties(None, FILE, None, "/Films"),
    "use the key elsewhere": lambda: ElsewhereDialog(FakeSeam(), None),
    "the key of rclone": lambda: RcloneImport(FakeSeam(), None),
    "links to JDownloader": lambda: SendLinks(FakeSeam(), None, [LINK.url], "Films"),
    "share a folder": lambda: ShareFolder(FakeSeam(), None, ROOT_FOLDER),
    "qr code": lambda: QrCode(None, LINK),
    "comparison": lambda: ComparisonDialog(FakeSeam(), None, "Trip", Waiting()),
    "bulk rename": lambda: BulkRename(None, [Placed(ROOT, FILE)], {}),
    "import a list": lambda: ImportList(
        None, "a.json", [Found("x", None, EntryState.UNUSABLE), Found("y", ENTRY, EntryState.NEW)]
    ),
    "remote folder": lambda: RemoteFolderDialog(FakeSeam(), None, "Upload to", "Upload here"),
    "ftp access": lambda: FtpAccess(FakeSeam(), None),
    "remote uploads": lambda: RemoteUploadsDialog(FakeSeam(), None, (), ROOT),
    "upload plan": lambda: UploadReview(None, UploadPlan(ROOT, "/", (), ())),
    "download plan": lambda: DownloadReview(None, DownloadPlan(Path("/tmp"), ())),
    "about": lambda: About(None),
    "licences": lambda: Licences(None, [Part("Part", "1", "MIT", "https://example.org/", "Text")]),
    "question": lambda: Question(None, "Title", "Text", [Choice("", "Back", Weight.BACK)]),
    "transfers": lambda: TransfersPanel(FakeSeam([transfer(1)]), Actions()),
}


def controls(root):
    """What a user can act on, without the inner parts of Qt's own controls."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not is_inner(widget, root):
            yield widget


def is_inner(widget, root):
    above = widget.parent()
    while above is not None and above is not root:
        if isinstance(above, QAbstractSpinBox | QComboBox | QAbstractItemView | QLineEdit):
            return True
        above = above.parent()
    return widget.objectName().startswith("qt_")


def described(widget):
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("part", PARTS)
async def test_no_control_is_nameless(qtbot, part):
    root = PARTS[part]()
    qtbot.addWidget(root)
    found = list(controls(root))
    assert found
    nameless = []
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        hidden_empty = isinstance(widget, QAbstractButton) and not widget.isVisibleTo(root)
        if not interface.text(QAccessible.Text.Name) and not hidden_empty:
            nameless.append(described(widget))
    assert not nameless


@pytest.mark.parametrize("part", PARTS)
async def test_all_is_reached_by_tab(qtbot, part):
    root = PARTS[part]()
    qtbot.addWidget(root)
    root.show()
    reachable, widget = set(), root.nextInFocusChain()
    while widget is not root:
        reachable.add(widget)
        widget = widget.nextInFocusChain()
    for control in controls(root):
        if control.isVisibleTo(root) and control.isEnabled() and not isinstance(control, QProgressBar):
            target = control.focusProxy() or control
            assert target in reachable, described(control)
            assert target.focusPolicy() & Qt.FocusPolicy.TabFocus, described(control)

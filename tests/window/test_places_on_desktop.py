"""The settings' desktop page: places as they stand on the disk; and the watch over the clipboard."""

from types import SimpleNamespace

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from support.fake_seam import FakeSeam, link
from support.waiting import until

from fichier_gui.domain.desktop import DesktopPart
from fichier_gui.domain.errors import DiskFull
from fichier_gui.domain.events import SettingsChanged
from fichier_gui.domain.settings import Page, Settings
from fichier_gui.ui.clipboard_watch import CLIPBOARD, ClipboardWatch
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog


async def opened(qtbot, seam):
    dialog = SettingsDialog(seam, None, Page.DESKTOP)
    qtbot.addWidget(dialog)
    dialog.show()
    await until(dialog._place.isVisible)
    return dialog, dialog._place.boxes


async def test_boxes_show_what_is_there_and_change_it(qtbot):
    seam = FakeSeam()
    there = seam.program.integrating
    there.present.add(DesktopPart.SEND_TO)
    dialog, boxes = await opened(qtbot, seam)
    assert [part for part, box in boxes.items() if box.isChecked()] == [DesktopPart.SEND_TO]
    boxes[DesktopPart.LOGIN].click()
    await until(lambda: there.present == {DesktopPart.SEND_TO, DesktopPart.LOGIN})
    boxes[DesktopPart.SEND_TO].click()
    await until(lambda: there.present == {DesktopPart.LOGIN})
    there.present.clear()
    dialog.open_page(Page.GENERAL)
    dialog.open_page(Page.DESKTOP)
    await until(lambda: not boxes[DesktopPart.LOGIN].isChecked())
    await dialog._scope.close()


async def test_what_fails_is_said_and_the_box_goes_back(qtbot):
    seam = FakeSeam()
    dialog, boxes = await opened(qtbot, seam)
    seam.program.integrating.problem = DiskFull(path="/home/me/.config")
    boxes[DesktopPart.LOGIN].click()
    await until(dialog._problem.isVisible)
    assert not boxes[DesktopPart.LOGIN].isChecked()
    await dialog._scope.close()


async def test_what_cannot_be_is_closed_and_says_why_but_can_be_taken_away(qtbot):
    seam = FakeSeam()
    seam.program.integrating.blocked = frozenset({DesktopPart.LINKS})
    dialog, boxes = await opened(qtbot, seam)
    links = boxes[DesktopPart.LINKS]
    assert not links.isEnabled() and "default browser" in links.accessibleDescription()
    seam.program.integrating.present.add(DesktopPart.LINKS)
    dialog.open_page(Page.GENERAL)
    dialog.open_page(Page.DESKTOP)
    await until(links.isChecked)
    assert links.isEnabled()
    await dialog._scope.close()


class _Watched:
    def __init__(self, monkeypatch):
        self.told, self.fetched = [], []
        monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: self.is_own)
        self.is_own = False
        self.desk = QObject()
        self.desk.session = SimpleNamespace(signed_in=True)
        self.desk.notices = SimpleNamespace(
            tell=lambda text, button, key: self.told.append((text, button)),
            withdraw=lambda key: self.told.append(key),
        )
        self.desk.fetching = SimpleNamespace(fetch_links=self.fetched.append)
        self.seam = FakeSeam()
        self.watch = ClipboardWatch(self.seam, self.desk)

    def copy(self, text):
        QGuiApplication.clipboard().setText(text)


def test_copied_links_are_offered_once_and_only_on_wish(qtbot, monkeypatch):
    watched = _Watched(monkeypatch)
    watched.watch.start(is_wanted=False)
    watched.copy(link(1))
    assert not watched.told, "off until asked for"
    watched.seam.happened.emit(SettingsChanged(Settings(watch_clipboard=True)))
    watched.copy("nothing of ours")
    assert not watched.told
    watched.copy(f"look: {link(1)} and {link(2)}")
    watched.copy(f"again {link(1)} {link(2)}")
    ((text, button),) = watched.told
    assert text == "You copied 2 1fichier links."
    button.press()
    assert watched.fetched == [f"look: {link(1)} and {link(2)}"] and watched.told[-1] == CLIPBOARD
    watched.is_own = True
    watched.copy(link(3))
    assert len(watched.told) == 2, "what the program copied itself"
    watched.is_own = False
    watched.seam.happened.emit(SettingsChanged(Settings(watch_clipboard=False)))
    watched.copy(link(4))
    assert watched.told[-1] == CLIPBOARD and len(watched.told) == 3

"""Notices 1fichier links that are copied in other programs, and offers them in one quiet bar."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.events import Event, SettingsChanged
from fichier_gui.domain.links import find
from fichier_gui.ui.desk import Desk
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

CLIPBOARD: Final = "clipboard"
MOST: Final = 200_000
"""Letters; a longer text is no list of links that somebody has just copied."""


class ClipboardWatch(QObject):
    """Off until the settings want it. What this program copied itself is none of its business."""

    def __init__(self, seam: Seam, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._is_on = False
        self._offered = ""
        seam.happened.connect(self._on_seam_happened)

    def start(self, *, is_wanted: bool) -> None:
        """Watch from now on, or no more."""
        clipboard = QGuiApplication.clipboard()
        if is_wanted and not self._is_on:
            clipboard.dataChanged.connect(self._on_clipboard_changed)
        elif self._is_on and not is_wanted:
            clipboard.dataChanged.disconnect(self._on_clipboard_changed)
            self._desk.notices.withdraw(CLIPBOARD)
        self._is_on = is_wanted

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, SettingsChanged):
            self.start(is_wanted=event.settings.watch_clipboard)

    def _on_clipboard_changed(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or not self._desk.session.signed_in:
            return
        text = clipboard.text()
        links = find(text) if len(text) <= MOST else ()
        offered = "\n".join(str(link) for link in links)
        if links and offered != self._offered:
            self._offered = offered
            self._offer(text, len(links))

    def _offer(self, text: str, count: int) -> None:
        def fetch() -> None:
            self._desk.notices.withdraw(CLIPBOARD)
            self._desk.fetching.fetch_links(text)

        button = NoticeButton(tr("Download…"), fetch)
        self._desk.notices.tell(tr("You copied %n 1fichier link(s).", "", count), button, key=CLIPBOARD)

"""What other programs and other instances of this one hand to the window: files, links, a command."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QObject

from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.events import Event, SignedIn, WindowCalled
from fichier_gui.domain.links import find
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.desk import Desk
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

HANDED = "handed"


class Errands(QObject):
    """Shows the window and sets to work. Without an account they wait until there is one."""

    def __init__(self, seam: Seam, window: MainWindow, actions: Actions, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self._waiting: list[Errand] = []
        self._is_held = False
        seam.happened.connect(self._on_seam_happened)

    def run(self, errand: Errand) -> None:
        """Do it, now or as soon as there is an account."""
        self._window.bring_to_front()
        if self._may_do:
            self._do(errand)
        elif errand.words or errand.chooses_files:
            self._waiting.append(errand)

    def hold(self, is_held: bool) -> None:
        """While the window is locked, what is handed to it waits."""
        self._is_held = is_held
        self._do_waiting()

    def take_over(self, other: "Errands") -> None:
        """What waits for an account in another window."""
        self._waiting += other._waiting

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, WindowCalled):
            self.run(event.errand)
        elif isinstance(event, SignedIn):
            self._do_waiting(signed_in=True)

    @property
    def _may_do(self) -> bool:
        return self._desk.session.signed_in and not self._is_held

    def _do_waiting(self, *, signed_in: bool = False) -> None:
        if self._may_do or (signed_in and not self._is_held):
            waiting, self._waiting = self._waiting, []
            for errand in waiting:
                self._do(errand)

    def _do(self, errand: Errand) -> None:
        if errand.chooses_files:
            self._actions[ActionId.UPLOAD_FILES].trigger()
        paths = [word for word in errand.words if PurePath(word).is_absolute()]
        if paths:
            self._send(paths)
        text = "\n".join(word for word in errand.words if word not in paths)
        if text and find(text):
            self._desk.fetching.fetch_links(text)
        elif text:
            self._desk.notices.tell(tr("That is no 1fichier link: {text}", text=text), key=HANDED)

    def _send(self, paths: Sequence[str]) -> None:
        folder = wording.folder_name(self._desk.navigation.path[-1])
        text = tr("%n item(s) for “{folder}”, handed over by another program.", "", len(paths), folder=folder)
        self._desk.notices.tell(text, key=HANDED)
        self._desk.sending.send(paths)

"""Files in parts, in the window: what was joined by itself, and what is joined on request."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.events import Event, FileJoined, JoinFailed
from fichier_gui.domain.manifest import SUFFIX
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.dialogs.choosing import chosen_paths
from fichier_gui.ui.file_manager import show_file
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

JOINING = "joining"


class PartsJoined(QObject):
    """Tells of files that were joined; joins parts that lie on this computer."""

    def __init__(
        self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope, notices: Notices
    ) -> None:
        super().__init__(window)
        self._seam = seam
        self._window = window
        self._scope = scope
        self._notices = notices
        actions.on(ActionId.JOIN_PARTS, lambda: scope.start(self._join(), "join parts"))
        seam.happened.connect(self.on_seam_happened)

    def on_seam_happened(self, event: Event) -> None:
        """A file is whole, or is not."""
        if isinstance(event, FileJoined):
            self._tell(Path(event.path))
        elif isinstance(event, JoinFailed):
            self._notices.tell_error(event.error, JOINING)

    async def _join(self) -> None:
        title = tr("Choose the list of the parts")
        filters = (tr("Lists of parts ({pattern})", pattern=f"*{SUFFIX}"),)
        mode = QFileDialog.FileMode.ExistingFile
        paths = await chosen_paths(self._window, title, mode, filters)
        if not paths:
            return
        path = Path(paths[0])
        self._notices.tell_soon(tr("Joining the parts of {name}…", name=path.name), JOINING)
        try:
            final = await self._seam.call(lambda p: p.joins.join(path))
        except AppError as error:
            self._notices.withdraw(JOINING)
            self._notices.tell_error(error, JOINING)
        else:
            self._tell(final)

    def _show(self, final: Path) -> None:
        self._scope.start(show_file(self._seam, str(final)), "show the joined file")

    def _tell(self, final: Path) -> None:
        self._notices.withdraw(JOINING)
        show = NoticeButton(tr("Show in the file manager"), lambda: self._show(final))
        self._notices.tell(tr("{name} is whole: its parts were joined.", name=final.name), show)

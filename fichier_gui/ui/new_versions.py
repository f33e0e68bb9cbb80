"""New versions: asked for by the user, told in one line, with the way to their page."""

from PySide6.QtCore import QObject

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.events import Event, NewVersionFound
from fichier_gui.domain.new_version import NewVersion
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.remedies import open_page
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import tr

VERSION = "version"
_NAME = "ask for the newest version"


class VersionDesk(QObject):
    """Made only where there is an address that tells."""

    def __init__(
        self, seam: Seam, actions: Actions, scope: TaskScope, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._seam, self._scope, self._notices = seam, scope, notices
        actions.on(ActionId.CHECK_VERSION, lambda: scope.start(self._look(), _NAME))
        seam.happened.connect(self._on_seam_happened)

    def start(self) -> None:
        """The core is open: it may look by itself, if the settings want that."""
        self._scope.start(self._seam.call(lambda p: p.new_versions.watch()), "watch for new versions")

    async def _look(self) -> None:
        found = await self._seam.call(lambda p: p.new_versions.look())
        if found is None:
            self._notices.tell(tr("This is the newest version."), key=VERSION)
        else:
            self._tell(found)

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, NewVersionFound):
            self._tell(event.found)

    def _tell(self, found: NewVersion) -> None:
        words = tr("Version {version} is there.", version=found.version)
        buttons = [NoticeButton(tr("Open its page"), lambda: open_page(found.page))] if found.page else []
        self._notices.tell(words, *buttons, key=VERSION, stays=True)

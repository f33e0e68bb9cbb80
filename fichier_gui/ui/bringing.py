"""What other programs bring, dropped on a part of the window or pasted: each kind goes its way."""

import asyncio
import os

from PySide6.QtGui import QImage

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.names import local_name
from fichier_gui.transfers.worker_pool import WorkerPool
from fichier_gui.ui import wording
from fichier_gui.ui.brought import Brought, Kind
from fichier_gui.ui.fetching import Fetching
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.remote_uploads import RemoteDesk
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.sending import Sending
from fichier_gui.ui.views.drop_target import DropTarget
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr


class Bringing:
    """Files and pictures are sent, links looked into; other addresses are for 1fichier to fetch."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        scope: TaskScope,
        navigation: Navigation,
        notices: Notices,
        sending: Sending,
        fetching: Fetching,
        remote: RemoteDesk,
    ) -> None:
        self._seam = seam
        self._window = window
        self._scope = scope
        self._here = navigation
        self._notices = notices
        self._sending = sending
        self._fetching = fetching
        self._remote = remote
        self._threads = WorkerPool(1, "pictures", idle_seconds=0)
        table, places = window.files.table, window.places
        for target in (
            DropTarget(table, self.folder_name, folder_under=table.folder_under, light=table.light),
            DropTarget(places, self.folder_name, folder_under=places.folder_under, light=places.light),
            DropTarget(window.files.message, self.folder_name),
            DropTarget(window.transfers, self.folder_name),
        ):
            target.dropped.connect(self.take)

    def take(self, brought: Brought, folder_id: FolderId | None = None) -> None:
        """Into a folder, by default the one that is shown."""
        if brought.kind is Kind.FILES:
            self._sending.send(brought.texts, folder_id)
        elif brought.kind is Kind.LINKS:
            self._fetching.fetch_links("\n".join(brought.texts))
        elif brought.kind is Kind.ADDRESSES:
            self._remote.open(brought.texts, folder_id)
        elif brought.picture is not None:
            target = self._here.folder_id if folder_id is None else folder_id
            if self._sending.may_send(target):
                self._scope.start(self._send_picture(brought.picture, target), "send a picture")

    def folder_name(self) -> str:
        """Of the folder that is shown."""
        return wording.folder_name(self._here.path[-1])

    async def _send_picture(self, image: QImage, target: FolderId) -> None:
        from fichier_gui.ui.dialogs.send_picture import SendPicture

        folder = self._seam.program.browse.path_of(target)
        name = await SendPicture(self._window, image, folder).run()
        if not name:
            return
        stored = local_name(name, windows=os.name == "nt")
        path = await self._seam.call(lambda p: p.exchange.pictures.place(stored))
        loop = asyncio.get_running_loop()
        if await loop.run_in_executor(self._threads, _saved, image, str(path)):
            self._sending.send((str(path),), target)
        else:
            self._notices.tell(tr("The picture could not be saved: is there room on the disk?"))


def _saved(image: QImage, path: str) -> bool:
    return image.save(path)

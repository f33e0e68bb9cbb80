"""The key and the links in other programs, as the window offers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow


class ElsewhereDesk:
    """``links``: those of the files that are chosen."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        links: Callable[[], Sequence[LinkFacts]],
        notices: Notices,
    ) -> None:
        self._seam = seam
        self._window = window
        self._links = links
        self._notices = notices
        actions.on(ActionId.ELSEWHERE, lambda: scope.start(self._show(), "use the key elsewhere"))
        actions.on(ActionId.TO_JDOWNLOADER, lambda: scope.start(self._send(), "links to JDownloader"))

    async def _show(self) -> None:
        from fichier_gui.ui.dialogs.elsewhere import ElsewhereDialog

        await ElsewhereDialog(self._seam, self._window).run()

    async def _send(self) -> None:
        from fichier_gui.ui.dialogs.send_links import SendLinks

        links = self._links()
        if not links:
            return
        folder = links[0].folder.rstrip("/").rpartition("/")[2]
        package = links[0].name if len(links) == 1 or not folder else folder
        done = await SendLinks(self._seam, self._window, [link.url for link in links], package).run()
        if done:
            self._notices.tell(done)

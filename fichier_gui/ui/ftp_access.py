"""FTP sub-accounts and the taking in of what they send, as the window shows them."""

from fichier_gui.app.tasks import TaskScope
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow


class FtpDesk:
    """Opens the dialog."""

    def __init__(self, seam: Seam, window: MainWindow, actions: Actions, scope: TaskScope) -> None:
        async def show() -> None:
            from fichier_gui.ui.dialogs.ftp_access import FtpAccess

            await FtpAccess(seam, window).run()

        actions.on(ActionId.FTP_ACCESS, lambda: scope.start(show(), "ftp access"))

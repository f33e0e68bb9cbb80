"""One more account: its key is entered as the first one's was."""

from PySide6.QtWidgets import QWidget

from fichier_gui.app.accounts import Added
from fichier_gui.domain.secret import Secret
from fichier_gui.ui.dialogs.frame import QuietLabel
from fichier_gui.ui.dialogs.key_entry import KeyDialog
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording import tr


class AddAccount(KeyDialog):
    """The account on show stays as it is."""

    def __init__(self, seam: Seam, parent: QWidget | None) -> None:
        super().__init__(
            seam,
            parent,
            title=tr("Add an account"),
            text=tr("Enter the key of another 1fichier account"),
            accept=tr("Add the account"),
            use=self._use,
        )
        self._core = seam
        self._added: Added | None = None
        self.rclone.hide()
        note = QuietLabel(
            tr(
                "It gets a list, a queue and a colour of its own. Checking may take a minute: 1fichier says "
                "whose key it is once a minute."
            ),
            self,
        )
        self.body.insertWidget(self.body.indexOf(self.check), note)

    async def added(self) -> Added | None:
        """The account of the key, which may have been there before; None when none was entered."""
        await self.run()
        return self._added

    async def _use(self, key: Secret, keep: bool) -> None:
        self._added = await self._core.call(lambda core: core.accounts.add(key, keep=keep))

"""Shows files in the desktop's file manager."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from fichier_gui.ui.seam import Seam


async def show_files(seam: Seam, paths: Sequence[str]) -> None:
    """Chosen in their folders; where nobody can do that, the folder of the first."""
    found = [Path(path) for path in paths]
    if found and not await seam.call(lambda p: p.desktop.show_files(found)):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(found[0].parent)))

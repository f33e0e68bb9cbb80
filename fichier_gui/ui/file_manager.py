"""Shows a file in the desktop's file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from fichier_gui.ui.seam import Seam


async def show_file(seam: Seam, path: str) -> None:
    """Chosen in its folder; where nobody can do that, the folder."""
    found = Path(path)
    if not await seam.call(lambda p: p.desktop.show_file(found)):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(found.parent)))

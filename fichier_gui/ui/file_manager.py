"""Opens files with other programs, and shows them in the desktop's file manager."""

from pathlib import Path

from PySide6.QtGui import QDesktopServices

from fichier_gui.ui.carried_paths import local_url
from fichier_gui.ui.seam import Seam


def open_file(path: str) -> bool:
    """With the program that the desktop has for it; False where there is none."""
    return QDesktopServices.openUrl(local_url(path))


async def show_file(seam: Seam, path: str) -> None:
    """Chosen in its folder; where nobody can do that, the folder."""
    found = Path(path)
    if not await seam.call(lambda p: p.desktop.show_file(found)):
        open_file(str(found.parent))

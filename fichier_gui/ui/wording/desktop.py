"""The program's places on the desktop in words."""

import sys
from typing import Final

from fichier_gui.domain.desktop import DesktopPart, PartWords
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_LABELS: Final = {
    DesktopPart.MENU: QT_TR_NOOP("Show the program in the menu"),
    DesktopPart.LOGIN: QT_TR_NOOP("Start when you log in"),
    DesktopPart.SEND_TO: QT_TR_NOOP("Offer “Send to 1fichier” in file managers"),
    DesktopPart.LINKS: QT_TR_NOOP("Offer the program for 1fichier links"),
}
_HELPS: Final = {
    DesktopPart.MENU: QT_TR_NOOP("With the commands “Upload files…” and “Pause all”."),
    DesktopPart.LOGIN: QT_TR_NOOP("In the tray, without a window."),
    DesktopPart.SEND_TO: QT_TR_NOOP("In the “Send to” menu of files and folders."),
    DesktopPart.LINKS: QT_TR_NOOP("Beside your browser, which stays the default."),
}


def part_label(part: DesktopPart) -> str:
    """What the box says that puts it there."""
    return tr(_LABELS[part])


def part_help(part: DesktopPart, *, is_blocked: bool = False) -> str:
    """What it means, or why it cannot be."""
    if is_blocked:
        return tr("Choose a default browser first: else the system might take this program for one.")
    if part is DesktopPart.SEND_TO and sys.platform == "linux":
        return tr("Dolphin, Thunar and PCManFM-Qt; in Nautilus, Nemo and Caja under “Scripts”.")
    return tr(_HELPS[part])


def part_words(icon: str) -> PartWords:
    """What the system's menus are to say; ``icon`` is the path of the program's drawing."""
    return PartWords(
        icon=icon,
        about=tr("Upload, download and share files on 1fichier.com"),
        upload_files=tr("Upload files…"),
        pause_all=tr("Pause all"),
        send_to=tr("Send to 1fichier"),
        keywords=tr("upload, download, share, storage, cloud"),
    )

"""The clipboard: links go on it once they exist, and a key on it is noticed only when a key is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.link_text import LinkFacts, LinkFormat, link_text
from fichier_gui.domain.secret import Secret, looks_like_key
from fichier_gui.domain.settings import Settings
from fichier_gui.ui import wording
from fichier_gui.ui.brought import Brought, Kind, brought_by, picture_in

_WINDOWS_HINTS: Final = {
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}
"""https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats: a number of 0 says no."""


def copy_text(text: str) -> None:
    """Put plain text on the clipboard; where the system has a selection clipboard it is left alone."""
    QGuiApplication.clipboard().setText(text)


def copy_secret(secret: Secret) -> None:
    """Put a secret on the clipboard, with what tells clipboard histories and clouds to leave it out."""
    data = QMimeData()
    data.setText(secret.reveal())
    data.setData("x-kde-passwordManagerHint", b"secret")
    for name, value in _WINDOWS_HINTS.items():
        data.setData(f'application/x-qt-windows-mime;value="{name}"', value)
    QGuiApplication.clipboard().setMimeData(data)


def copy_links(links: Sequence[str]) -> None:
    """One link a line, each line ended: pastes well into a mail, a shell and a spreadsheet."""
    if links:
        copy_text("".join(f"{link}\n" for link in links) if len(links) > 1 else links[0])


def facts_text(links: Sequence[LinkFacts], settings: Settings, written: LinkFormat | None = None) -> str:
    """Links as the settings want them written, or as ``written``. Any thread."""
    return link_text(written or settings.link_format, links, wording.size, settings.link_template)


def copy_facts(links: Sequence[LinkFacts], settings: Settings) -> None:
    """Put links on the clipboard as the settings want them written."""
    if links:
        copy_text(facts_text(links, settings))


def clipboard_text() -> str:
    """What is on the clipboard as text; empty for anything else."""
    return QGuiApplication.clipboard().text()


def brought_by_clipboard() -> Brought | None:
    """What is on the clipboard, a picture with its pixels; None for what the program has no use for."""
    data = QGuiApplication.clipboard().mimeData()
    brought = brought_by(data)
    if brought is not None and brought.kind is Kind.PICTURE:
        picture = picture_in(data)
        return None if picture is None else replace(brought, picture=picture)
    return brought


def clipboard_holds_key() -> bool:
    """True when the clipboard's text has the shape of an API key. The text itself is not handed out."""
    return looks_like_key(clipboard_text())

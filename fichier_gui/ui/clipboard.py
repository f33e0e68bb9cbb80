"""The clipboard: links go on it once they exist, and a key on it is noticed only when a key is asked for."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.link_text import LinkFacts, LinkFormat, link_text
from fichier_gui.domain.secret import looks_like_key
from fichier_gui.domain.settings import Settings
from fichier_gui.ui import wording


def copy_text(text: str) -> None:
    """Put plain text on the clipboard; where the system has a selection clipboard it is left alone."""
    QGuiApplication.clipboard().setText(text)


def copy_links(links: Sequence[str]) -> None:
    """One link a line, each line ended: pastes well into a mail, a shell and a spreadsheet."""
    if links:
        copy_text("".join(f"{link}\n" for link in links) if len(links) > 1 else links[0])


def copy_facts(links: Sequence[LinkFacts], settings: Settings, written: LinkFormat | None = None) -> None:
    """Links as the settings want them written, or as ``written``."""
    if links:
        copy_text(link_text(written or settings.link_format, links, wording.size, settings.link_template))


def clipboard_text() -> str:
    """What is on the clipboard as text; empty for anything else."""
    return QGuiApplication.clipboard().text()


def clipboard_holds_key() -> bool:
    """True when the clipboard's text has the shape of an API key. The text itself is not handed out."""
    return looks_like_key(clipboard_text())

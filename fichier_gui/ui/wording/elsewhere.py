"""The key in other programs, in words."""

from typing import Final

from fichier_gui.domain.elsewhere import Handed, RcloneRemotes, Tool
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_ABOUT: Final = {
    Tool.RCLONE: QT_TR_NOOP(
        "In a terminal: the first line makes the account a remote of rclone, under the name 1fichier; the "
        "others list it and send a file to it. rclone then keeps the key in its own file, in plain text."
    ),
    Tool.CURL: QT_TR_NOOP(
        "In a terminal with a POSIX shell: what is in the account, a download and an upload. Take the parts "
        "that you need."
    ),
    Tool.PYTHON: QT_TR_NOOP("In a file: what is in the account and a download, with Python alone."),
    Tool.JDOWNLOADER: QT_TR_NOOP("JDownloader downloads with your account once it has the key:"),
}

_STEPS: Final = (
    QT_TR_NOOP("Open Settings, Account Manager, and press Add."),
    QT_TR_NOOP("Look for 1fichier.com, and choose the kind of account that has “API” in its name."),
    QT_TR_NOOP("Copy the key here, paste it into the field “API Key”, and press Save."),
    QT_TR_NOOP(
        "To hand links over, choose files in this program, then Copy link as, Send links to JDownloader."
    ),
)

_HANDED: Final = {
    Handed.TAKEN: QT_TR_NOOP("JDownloader has taken the links."),
    Handed.ABSENT: QT_TR_NOOP(
        "JDownloader does not answer on this computer. Start it, or write the links to a file."
    ),
    Handed.REFUSED: QT_TR_NOOP("JDownloader did not take the links. It asks whether it may: answer Allow."),
    Handed.SILENT: QT_TR_NOOP("JDownloader has not answered. It asks whether it may take links: look there."),
}


def tool_words(tool: Tool) -> str:
    """What a snippet is for and where it goes."""
    return tr(_ABOUT[tool])


def jdownloader_steps() -> tuple[str, ...]:
    """How JDownloader gets the account, one sentence a step."""
    return tuple(tr(step) for step in _STEPS)


def handed_words(outcome: Handed) -> str:
    """What became of links that were handed over."""
    return tr(_HANDED[outcome])


def rclone_words(found: RcloneRemotes) -> str:
    """What was found in rclone's configuration."""
    if not found.is_there:
        return tr("rclone has no configuration here: {path}", path=found.path)
    if found.is_encrypted:
        return tr(
            "rclone's configuration is protected by a password. “rclone config show” tells the key: copy it "
            "from there."
        )
    if not found.names:
        return tr("No 1fichier account in rclone's configuration: {path}", path=found.path)
    return tr("%n 1fichier account(s) in rclone's configuration.", "", len(found.names))

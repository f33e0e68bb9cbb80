"""What an error offers to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fichier_gui.ui.wording.language import QT_TR_NOOP


class ErrorAction(StrEnum):
    """One way out. ``ui`` knows how to carry each one out."""

    NONE = "none"
    ENTER_KEY = "enter_key"
    OPEN_KEY_PAGE = "open_key_page"
    OPEN_NETWORK_PAGE = "open_network_page"
    RETRY = "retry"
    EXPLAIN_ADDRESS = "explain_address"
    OPEN_ADDRESS_PAGE = "open_address_page"
    EXPLAIN_LIMITS = "explain_limits"
    EXPLAIN_PAUSE = "explain_pause"
    EXPLAIN_LOCATION = "explain_location"
    SEND_AGAIN = "send_again"
    DOWNLOAD_AGAIN = "download_again"
    KEEP_ANYWAY = "keep_anyway"
    CHOOSE_FOLDER = "choose_folder"
    ENTER_PASSWORD = "enter_password"
    USE_CREDITS = "use_credits"
    PAY_HERE = "pay_here"
    NOT_FROM_HERE = "not_from_here"
    STOP_PAYING = "stop_paying"
    OPEN_SETTINGS_NETWORK = "open_settings_network"
    COPY_DETAILS = "copy_details"
    RESOLVE_CONFLICT = "resolve_conflict"
    SHOW_REMOTE = "show_remote"


def as_title(sentence: str) -> str:
    """A sentence as a heading: without its full stop."""
    return sentence.rstrip(".。")


@dataclass(frozen=True, slots=True)
class Words:
    """What the user reads of one error, translated and filled in."""

    brief: str
    """Two to five words for a table row: "key refused"."""
    happened: str
    """What happened: one sentence."""
    follows: str
    """What follows by itself: one sentence, or empty."""
    action_label: str = ""
    action: ErrorAction = ErrorAction.NONE
    second_label: str = ""
    second: ErrorAction = ErrorAction.NONE

    @property
    def title(self) -> str:
        """What happened, as a heading."""
        return as_title(self.happened)

    @property
    def sentence(self) -> str:
        """Both sentences, for a bar or a tooltip."""
        return f"{self.happened} {self.follows}".strip()


LABELS: Final = {
    ErrorAction.NONE: "",
    ErrorAction.ENTER_KEY: QT_TR_NOOP("Enter a new key"),
    ErrorAction.OPEN_KEY_PAGE: QT_TR_NOOP("Open the key page"),
    ErrorAction.OPEN_NETWORK_PAGE: QT_TR_NOOP("Check my network"),
    ErrorAction.RETRY: QT_TR_NOOP("Try again"),
    ErrorAction.EXPLAIN_ADDRESS: QT_TR_NOOP("What is this?"),
    ErrorAction.OPEN_ADDRESS_PAGE: QT_TR_NOOP("Open the restrictions page"),
    ErrorAction.EXPLAIN_LIMITS: QT_TR_NOOP("Explain limits and splitting"),
    ErrorAction.EXPLAIN_PAUSE: QT_TR_NOOP("Why?"),
    ErrorAction.EXPLAIN_LOCATION: QT_TR_NOOP("What is this?"),
    ErrorAction.SEND_AGAIN: QT_TR_NOOP("Send again"),
    ErrorAction.DOWNLOAD_AGAIN: QT_TR_NOOP("Download again"),
    ErrorAction.KEEP_ANYWAY: QT_TR_NOOP("Keep anyway"),
    ErrorAction.CHOOSE_FOLDER: QT_TR_NOOP("Choose another folder"),
    ErrorAction.ENTER_PASSWORD: QT_TR_NOOP("Enter the password"),
    ErrorAction.USE_CREDITS: QT_TR_NOOP("Use CDN credits this time"),
    ErrorAction.PAY_HERE: QT_TR_NOOP("Use credits on this network"),
    ErrorAction.NOT_FROM_HERE: QT_TR_NOOP("Not from this network"),
    ErrorAction.STOP_PAYING: QT_TR_NOOP("Stop using credits"),
    ErrorAction.OPEN_SETTINGS_NETWORK: QT_TR_NOOP("Open the network settings"),
    ErrorAction.COPY_DETAILS: QT_TR_NOOP("Copy details"),
    ErrorAction.RESOLVE_CONFLICT: QT_TR_NOOP("Decide"),
    ErrorAction.SHOW_REMOTE: QT_TR_NOOP("Show on 1fichier"),
}
"""The words on the buttons."""

KEY_PAGE: Final = "https://1fichier.com/console/params.pl"
NETWORK_PAGE: Final = "https://1fichier.com/network.html"
ADDRESS_PAGE: Final = "https://1fichier.com/console/acl.pl"

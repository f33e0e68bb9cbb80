"""Longer answers behind the buttons "What is this?" and "Explain limits and splitting"."""

from dataclasses import dataclass
from typing import Final

from fichier_gui.ui.wording.actions import ADDRESS_PAGE, ErrorAction
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr


@dataclass(frozen=True, slots=True)
class Explanation:
    """A heading, a few sentences, and a page of 1fichier that goes further."""

    title: str
    text: str
    page_label: str
    page: str


_ROWS: Final = {
    ErrorAction.EXPLAIN_ADDRESS: (
        QT_TR_NOOP("Address not allowed"),
        QT_TR_NOOP(
            "An account or a file on 1fichier can be limited to some internet addresses or countries. "
            "The address you use now is not among them.\n\n"
            "If the restriction is yours, add this address or country on the restrictions page, or lift the "
            "restriction. If it belongs to someone else's file, ask its owner. A phone's connection or a VPN "
            "gives you another address, and may be the reason too."
        ),
        QT_TR_NOOP("Open the restrictions page"),
        ADDRESS_PAGE,
    ),
    ErrorAction.EXPLAIN_LOCATION: (
        QT_TR_NOOP("One internet address at a time"),
        QT_TR_NOOP(
            "1fichier lets one internet address at a time fetch files for an account, and needs about five "
            "minutes to accept another one. The address changes when you go from home to a phone, switch a "
            "VPN on or off, or when a second machine downloads with the same account.\n\n"
            "Let the other machine finish, or wait: it goes on by itself. If it happens again and again on "
            "one machine, that machine uses IPv4 and IPv6 in turn; choose one of them in the network "
            "settings."
        ),
        "",
        "",
    ),
    ErrorAction.EXPLAIN_LIMITS: (
        QT_TR_NOOP("How large a file may be"),
        QT_TR_NOOP(
            "1fichier takes one file of up to 300 GB with Premium, Access or Gold, of up to 50 GB with a "
            "free account, and of up to 5 GB without an account. It cuts an upload that is not through after "
            "4 hours. Empty files are not taken.\n\n"
            "Upload a larger file again, and this program offers to send it in parts: film.mkv.001, "
            "film.mkv.002 and so on, with a list of them, film.mkv.parts.json. Download that list, and this "
            "program fetches the parts, checks them and makes them one file again; without it too they are "
            "the file when put in order, and the list says how."
        ),
        QT_TR_NOOP("Compare the plans"),
        "https://1fichier.com/tarifs.html",
    ),
    ErrorAction.EXPLAIN_PAUSE: (
        QT_TR_NOOP("Why the program waits"),
        QT_TR_NOOP(
            "1fichier limits how often its API may be asked, and locks an address or an account that asks "
            "too often. This program paces itself; others on the same account or connection count too.\n\n"
            "Nothing is lost: everything goes on by itself when the pause is over. Files that are already on "
            "their way keep moving."
        ),
        "",
        "",
    ),
}


def explanation(action: ErrorAction) -> Explanation:
    """What is behind a button that explains. Raises ``KeyError`` for one that does not."""
    title, text, label, page = _ROWS[action]
    return Explanation(tr(title), tr(text), tr(label) if label else "", page)

"""What the service fetches by itself, in words."""

import re
from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.errors import AddressNotAllowed, AppError, NotFound, RequestRejected
from fichier_gui.domain.jobs import Fetch, RemoteItem
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_BRIEF: Final = {
    Fetch.UNSENT: QT_TR_NOOP("Not asked for yet"),
    Fetch.REFUSED: QT_TR_NOOP("Not taken"),
    Fetch.CANCELLED: QT_TR_NOOP("Taken back"),
    Fetch.PENDING: QT_TR_NOOP("Waits at 1fichier"),
    Fetch.RUNNING: QT_TR_NOOP("Being fetched"),
    Fetch.DONE: QT_TR_NOOP("Fetched"),
    Fetch.FAILED: QT_TR_NOOP("Failed"),
    Fetch.UNREAD: QT_TR_NOOP("Not read yet"),
}
_SENTENCES: Final = {
    Fetch.UNSENT: QT_TR_NOOP("It is sent to 1fichier in its turn, and can still be taken back."),
    Fetch.CANCELLED: QT_TR_NOOP("1fichier has never been asked for it."),
    Fetch.PENDING: QT_TR_NOOP("1fichier has taken it and fetches it in its turn."),
    Fetch.RUNNING: QT_TR_NOOP("1fichier has begun; it does not say how far it is."),
    Fetch.DONE: QT_TR_NOOP("The file is in the account."),
    Fetch.UNREAD: QT_TR_NOOP("An older request: choose it to ask 1fichier what became of it."),
}
_REASONS: Final = (
    (r"\b(404|410)\b|not found", QT_TR_NOOP("Nothing is at this address any more.")),
    (
        r"\b(401|403|407)\b|forbidden|unauthori[sz]ed|denied|login",
        QT_TR_NOOP("The server there does not let 1fichier in. It may want a cookie or a header."),
    ),
    (
        r"time.?d?.?out|timeout|connect|resolve|unreachable|\bdns\b|name or service",
        QT_TR_NOOP("1fichier cannot reach the server there."),
    ),
    (r"\b5\d\d\b", QT_TR_NOOP("The server there has a problem of its own. It may go later.")),
    (r"too (large|big)|size|quota|space", QT_TR_NOOP("The file is larger than the account may hold.")),
    (r"invalid url|unsupported|protocol|scheme", QT_TR_NOOP("1fichier does not understand this address.")),
)
_NUMBER: Final = re.compile(r"\s*#\d+\s*$")
_PASSWORD: Final = re.compile(r"(?<=://)([^/@\s:]*):[^/@\s]*@")


def fetch_words(state: Fetch) -> str:
    """The state column: "Waits at 1fichier"."""
    return tr(_BRIEF[state])


def fetch_sentence(item: RemoteItem) -> str:
    """What that means; of a failure its reason, with the service's own words."""
    if item.state is Fetch.REFUSED and item.error is not None:
        return refusal_words(item.error)
    if item.state is Fetch.FAILED:
        return _failure(item.message)
    return tr(_SENTENCES.get(item.state, ""))


def source_words(item: RemoteItem) -> str:
    """The address, its password hidden; of a request that was not read, that it is one."""
    if not item.source:
        return tr("Request {number}", number=str(item.job_id or ""))
    return _PASSWORD.sub(r"\1:•••@", item.source)


def count_words(items: Sequence[RemoteItem]) -> str:
    """ "3 waiting, 1 being fetched"; empty when nothing is under way."""
    waiting = sum(item.state in (Fetch.UNSENT, Fetch.PENDING) for item in items)
    running = sum(item.state is Fetch.RUNNING for item in items)
    parts = (
        tr("%n waiting", "", waiting) if waiting else "",
        tr("%n being fetched", "", running) if running else "",
    )
    return ", ".join(filter(None, parts))


def landed_words(names: Sequence[str], failed: int) -> str:
    """For the notice bar: what the service has fetched lately."""
    missing = tr("1fichier could not fetch %n file(s).", "", failed) if failed else ""
    if not names:
        return missing
    got = tr("1fichier has fetched %n file(s).", "", len(names))
    if len(names) == 1:
        got = tr("1fichier has fetched {name}.", name=names[0])
    return f"{got} {missing}".strip()


def refusal_words(error: AppError) -> str:
    """Why a request was not taken. Where only the service knows, its own words."""
    said = _NUMBER.sub("", error.detail)
    if isinstance(error, NotFound):
        return tr("The folder it was to go to is not there any more.")
    if isinstance(error, RequestRejected | AddressNotAllowed) and said:
        return tr("1fichier refused it: {reason}", reason=said)
    return error_words(error).sentence


def _failure(message: str) -> str:
    said = _NUMBER.sub("", message).strip()
    if not said:
        return tr("1fichier could not fetch it, and does not say why.")
    for pattern, reason in _REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            return f"{tr(reason)} ({said})"
    return tr("1fichier could not fetch it: {reason}", reason=said)

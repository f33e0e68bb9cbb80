"""The sentences for the service's errors and the network's: one row for each leaf of ``domain.errors``.

A row says what happened, what follows by itself, and offers one way out, at most two. ``{countdown}`` is
the time that is left, ``{name}`` a file's name, ``{size}`` and ``{limit}`` sizes, ``{stored}`` and ``{kept}``
names.
"""

from dataclasses import dataclass
from typing import Final

from fichier_gui.domain import errors
from fichier_gui.ui.wording.actions import ErrorAction
from fichier_gui.ui.wording.language import QT_TR_NOOP


@dataclass(frozen=True, slots=True)
class Row:
    """English sources of one leaf's words."""

    brief: str
    happened: str
    follows: str = ""
    action: ErrorAction = ErrorAction.NONE
    second: ErrorAction = ErrorAction.NONE


GOES_ON: Final = QT_TR_NOOP("It goes on by itself in {countdown}; nothing is lost.")
TRIES_AGAIN: Final = QT_TR_NOOP("It is tried again by itself.")
GAVE_UP: Final = QT_TR_NOOP("It was tried several times. The other transfers go on.")
OTHERS_GO_ON: Final = QT_TR_NOOP("The other transfers go on.")
NOTHING_CHANGED: Final = QT_TR_NOOP("Nothing was changed.")
QUEUE_HELD: Final = QT_TR_NOOP("Transfers wait and keep what they have.")

KEY_AND_SERVICE: Final[dict[type[errors.AppError], Row]] = {
    errors.NoKey: Row(
        QT_TR_NOOP("no key"),
        QT_TR_NOOP("There is no API key yet."),
        QUEUE_HELD,
        ErrorAction.ENTER_KEY,
        ErrorAction.OPEN_KEY_PAGE,
    ),
    errors.KeyRefused: Row(
        QT_TR_NOOP("key refused"),
        QT_TR_NOOP("1fichier refused your API key: it was reset, disabled or mistyped."),
        QUEUE_HELD,
        ErrorAction.ENTER_KEY,
        ErrorAction.OPEN_KEY_PAGE,
    ),
    errors.KeyOfAnother: Row(
        QT_TR_NOOP("key of another account"),
        QT_TR_NOOP("This key belongs to another of your accounts here: {name}."),
        QT_TR_NOOP("Nothing was changed."),
    ),
    errors.TooManyRequests: Row(
        QT_TR_NOOP("slowed down"),
        QT_TR_NOOP("1fichier asks us to slow down."),
        GOES_ON,
    ),
    errors.FloodLocked: Row(
        QT_TR_NOOP("cooling down"),
        QT_TR_NOOP("1fichier counted too many requests and asks for a pause."),
        GOES_ON,
    ),
    errors.AddressLocked: Row(
        QT_TR_NOOP("address locked"),
        QT_TR_NOOP("1fichier has locked this internet address for up to an hour."),
        GOES_ON,
    ),
    errors.ServiceOverloaded: Row(
        QT_TR_NOOP("server busy"),
        QT_TR_NOOP("A 1fichier server is overloaded."),
        QT_TR_NOOP("It is tried again by itself, with longer and longer pauses."),
    ),
    errors.Maintenance: Row(
        QT_TR_NOOP("maintenance"),
        QT_TR_NOOP("1fichier is closed for maintenance."),
        GOES_ON,
    ),
    errors.RequestRejected: Row(
        QT_TR_NOOP("refused"),
        QT_TR_NOOP("1fichier refused this request."),
        OTHERS_GO_ON,
        ErrorAction.RETRY,
        ErrorAction.COPY_DETAILS,
    ),
    errors.UnexpectedAnswer: Row(
        QT_TR_NOOP("odd answer"),
        QT_TR_NOOP("1fichier sent an answer that this program does not understand."),
        TRIES_AGAIN,
        ErrorAction.COPY_DETAILS,
    ),
    errors.VersionUntold: Row(
        QT_TR_NOOP("version unknown"),
        QT_TR_NOOP("The web page that should name the newest version sent something else."),
        "",
        ErrorAction.COPY_DETAILS,
    ),
    errors.LinkExpired: Row(
        QT_TR_NOOP("link expired"),
        QT_TR_NOOP("The download address expired."),
        QT_TR_NOOP("A new one is asked for, and the download goes on where it was."),
    ),
}

WAITS_FOR_YES: Final = QT_TR_NOOP("Nothing has been spent; they wait for your yes.")

CREDITS_UNSURE: Final = Row(
    QT_TR_NOOP("CDN credits?"),
    QT_TR_NOOP(
        "1fichier does not say whether downloads from this network are paid with CDN credits: "
        "up to {cost} of {credits}."
    ),
    WAITS_FOR_YES,
    ErrorAction.PAY_HERE,
    ErrorAction.OPEN_NETWORK_PAGE,
)

OTHERS_FOLDER: Final = Row(
    QT_TR_NOOP("read only"),
    QT_TR_NOOP("Only {owner} can change “{name}”: it is shared with you for reading."),
    NOTHING_CHANGED,
)
OTHERS_TOP: Final = Row(
    QT_TR_NOOP("read only"),
    QT_TR_NOOP("Only {owner} can rename, move or delete “{name}”."),
    NOTHING_CHANGED,
)
"""Of a folder that is shared, when something is asked of it that the service would refuse."""
"""Of ``CreditsNeeded`` where the service's own page tells nothing."""

ACCESS: Final[dict[type[errors.AppError], Row]] = {
    errors.AddressNotAllowed: Row(
        QT_TR_NOOP("address not allowed"),
        QT_TR_NOOP("1fichier does not accept requests from your present internet address or country."),
        QT_TR_NOOP("An IP or country restriction of the account or of the file keeps it out."),
        ErrorAction.EXPLAIN_ADDRESS,
        ErrorAction.OPEN_ADDRESS_PAGE,
    ),
    errors.NetworkRefused: Row(
        QT_TR_NOOP("VPN or data centre"),
        QT_TR_NOOP("This connection looks like a VPN to 1fichier, and premium downloads are refused there."),
        QT_TR_NOOP("It waits for you: leave the VPN or proxy and retry, or pay with CDN credits."),
        ErrorAction.OPEN_NETWORK_PAGE,
        ErrorAction.USE_CREDITS,
    ),
    errors.CreditsNeeded: Row(
        QT_TR_NOOP("CDN credits"),
        QT_TR_NOOP("Downloads from this network are paid with CDN credits: about {cost} of {credits}."),
        WAITS_FOR_YES,
        ErrorAction.PAY_HERE,
        ErrorAction.OPEN_NETWORK_PAGE,
    ),
    errors.OneLocation: Row(
        QT_TR_NOOP("used elsewhere"),
        QT_TR_NOOP("Your account was used from another internet address a moment ago."),
        QT_TR_NOOP("1fichier allows one at a time. It goes on by itself in {countdown}."),
        ErrorAction.EXPLAIN_LOCATION,
        ErrorAction.OPEN_SETTINGS_NETWORK,
    ),
    errors.OwnerLocked: Row(
        QT_TR_NOOP("owner locked"),
        QT_TR_NOOP("1fichier has locked the account that owns this file."),
        QT_TR_NOOP("Nothing is deleted here; only its owner can settle it with 1fichier."),
        ErrorAction.RETRY,
    ),
    errors.PremiumRequired: Row(
        QT_TR_NOOP("premium needed"),
        QT_TR_NOOP("Downloads through the API need Premium, Access or CDN credits."),
        QT_TR_NOOP("Uploads and folders work without."),
        ErrorAction.RETRY,
        ErrorAction.USE_CREDITS,
    ),
    errors.PasswordNeeded: Row(
        QT_TR_NOOP("password needed"),
        QT_TR_NOOP("This file is protected by a password."),
        QT_TR_NOOP("It waits for you."),
        ErrorAction.ENTER_PASSWORD,
    ),
    errors.PasswordWrong: Row(
        QT_TR_NOOP("wrong password"),
        QT_TR_NOOP("This password does not open the file."),
        QT_TR_NOOP("It waits for you."),
        ErrorAction.ENTER_PASSWORD,
    ),
    errors.AccessDenied: Row(
        QT_TR_NOOP("not shared with you"),
        QT_TR_NOOP("The file exists, but its owner's rules keep you out."),
        OTHERS_GO_ON,
        ErrorAction.RETRY,
    ),
    errors.NotFound: Row(
        QT_TR_NOOP("not found"),
        QT_TR_NOOP("This is no longer on 1fichier: it was deleted or it expired."),
        OTHERS_GO_ON,
    ),
    errors.NoChange: Row(
        QT_TR_NOOP("already so"),
        QT_TR_NOOP("Nothing had to be changed."),
    ),
    errors.FolderExists: Row(
        QT_TR_NOOP("name taken"),
        QT_TR_NOOP("A folder of that name is already there."),
        QT_TR_NOOP("It is used as it is."),
    ),
    errors.FolderNotEmpty: Row(
        QT_TR_NOOP("folder not empty"),
        QT_TR_NOOP("The folder still holds something, and 1fichier deletes empty folders only."),
    ),
    errors.InsideItself: Row(
        QT_TR_NOOP("into itself"),
        QT_TR_NOOP("A folder cannot go into itself, nor into a folder inside it."),
        QT_TR_NOOP("Nothing was changed."),
    ),
}

NETWORK: Final[dict[type[errors.AppError], Row]] = {
    errors.NetworkUnavailable: Row(
        QT_TR_NOOP("no network"),
        QT_TR_NOOP("1fichier cannot be reached."),
        QT_TR_NOOP("It goes on by itself as soon as the network is back."),
        ErrorAction.RETRY,
        ErrorAction.OPEN_SETTINGS_NETWORK,
    ),
    errors.ConnectionLost: Row(
        QT_TR_NOOP("connection lost"),
        QT_TR_NOOP("The connection broke off."),
        QT_TR_NOOP("It goes on by itself from where it was."),
    ),
    errors.TimedOut: Row(
        QT_TR_NOOP("no answer"),
        QT_TR_NOOP("1fichier did not answer in time."),
        TRIES_AGAIN,
        ErrorAction.OPEN_SETTINGS_NETWORK,
    ),
    errors.TlsFailed: Row(
        QT_TR_NOOP("not secure"),
        QT_TR_NOOP("No secure connection: this computer's date is wrong, or something inspects its traffic."),
        TRIES_AGAIN,
        ErrorAction.COPY_DETAILS,
    ),
    errors.ProxyFailed: Row(
        QT_TR_NOOP("proxy failed"),
        QT_TR_NOOP("The proxy of your settings does not answer or refuses."),
        TRIES_AGAIN,
        ErrorAction.OPEN_SETTINGS_NETWORK,
    ),
}

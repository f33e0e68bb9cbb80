"""What is said of a file that is looked at."""

from fichier_gui.domain.errors import AccessProblem, AppError, CreditsNeeded, PasswordNeeded, PasswordWrong
from fichier_gui.domain.preview import PICTURE_LIMIT
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import tr


def failed_words(error: AppError) -> str:
    """Why there is nothing to see."""
    if isinstance(error, CreditsNeeded):
        return tr("From this network 1fichier may take CDN credits for it. Nothing was fetched.")
    if isinstance(error, PasswordNeeded | PasswordWrong):
        return tr("It is protected with a password.")
    words = error_words(error)
    # What follows for transfers is nothing to who looks at one file.
    follows = "" if isinstance(error, AccessProblem) else words.follows
    return f"{words.happened} {follows}".strip()


def playing_words(name: str, player: str | None, *, is_in_browser: bool) -> str:
    """Who plays a film or a sound. ``player``: its name, empty where nobody knows it, None without one."""
    if player:
        return tr("{player} plays {name} as it comes; nothing is saved.", player=player, name=name)
    if player is not None:
        return tr("The system’s player plays {name} as it comes; nothing is saved.", name=name)
    if is_in_browser:
        return tr(
            "No player is set up on this computer: the browser plays {name} as it comes. "
            "A player such as VLC plays more kinds.",
            name=name,
        )
    return tr(
        "No player for {name} on this computer. Install one, such as VLC, and play it again; "
        "or give the address to a player.",
        name=name,
    )


def too_large_words(size: int) -> str:
    """A picture that is not fetched."""
    return tr(
        "It has {size}; pictures of up to {limit} are shown.",
        size=numbers.size(size),
        limit=numbers.size(PICTURE_LIMIT),
    )


def pixel_words(width: int, height: int) -> str:
    """A picture that is not decoded."""
    return tr(
        "It has {width} × {height} pixels: too many for the memory.",
        width=numbers.count(width),
        height=numbers.count(height),
    )


def thumbnails_question(count: int, octets: int) -> str:
    """Before many pictures, or large ones, are fetched."""
    return tr("Fetch %n picture(s) ({size}) for thumbnails?", "", count, size=numbers.size(octets))


def thumbnails_words() -> str:
    """What that means."""
    return tr(
        "1fichier has no small pictures: each one is fetched whole, with a request of its own. "
        "The thumbnails stay on this computer."
    )


def thumbnailing_words(at: int, count: int, octets: int) -> str:
    """While they are fetched."""
    return tr(
        "Thumbnails: fetching picture {at} of {count}, {size} in all.",
        at=numbers.count(at),
        count=numbers.count(count),
        size=numbers.size(octets),
    )


def loading_words(loaded: int, total: int) -> str:
    """How far it has come."""
    return tr("{done} of {total}", done=numbers.size(loaded), total=numbers.size(total))


def picture_facts(width: int, height: int, size: int) -> str:
    """Under a picture: its pixels and its bytes."""
    return f"{numbers.count(width)} × {numbers.count(height)} · {numbers.size(size)}"


def text_facts(shown: int, size: int) -> str:
    """Under a text: its bytes, or how much of it is there."""
    if shown < size:
        return tr(
            "The beginning of it: {done} of {total}", done=numbers.size(shown), total=numbers.size(size)
        )
    return numbers.size(size)

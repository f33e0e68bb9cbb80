"""What is said of a file that is looked at."""

from fichier_gui.domain.errors import AppError, CreditsNeeded, PasswordNeeded, PasswordWrong
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
    return f"{words.happened} {words.follows}".strip()


def too_large_words(size: int) -> str:
    """A picture that is not fetched."""
    return tr(
        "It has {size}; pictures of up to {limit} are shown.",
        size=numbers.size(size),
        limit=numbers.size(PICTURE_LIMIT),
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

"""The service's four hours for one upload, in words."""

from fichier_gui.domain.upload_window import WINDOW
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import tr

_GB = 1_000_000_000
_HOUR = 3600
_MINUTE = 60
_WHOLE_ABOVE = 10 * _GB


def hours(seconds: float) -> str:
    """ "6 h 40", rounded to minutes; "4 h"."""
    minutes = round(seconds / _MINUTE)
    whole, rest = divmod(minutes, 60)
    if not rest:
        return tr("{hours} h", hours=numbers.count(whole))
    return tr("{hours} h {minutes}", hours=numbers.count(whole), minutes=f"{rest:02d}")


def too_slow_words(size: int, seconds: float) -> str:
    """ "60 GB needs about 6 h 40 at your speed; 1fichier cuts an upload at 4 h." """
    return tr(
        "{size} needs about {time} at your speed; 1fichier cuts an upload at {limit}.",
        size=_about(size),
        time=hours(seconds),
        limit=hours(WINDOW),
    )


def halted_words() -> str:
    """Folders are no longer looked at, for the queue is paused."""
    return tr("Paused: the rest of the folders is looked at when you resume.")


def starts_at_words(moment: float) -> str:
    """ "Starts at 01:00": an upload that was put off."""
    return tr("Starts at {time}", time=numbers.clock_time(moment))


def _about(size: int) -> str:
    if size < _WHOLE_ABOVE:
        return numbers.size(size)
    return tr("{number} GB", number=numbers.count(round(size / _GB)))

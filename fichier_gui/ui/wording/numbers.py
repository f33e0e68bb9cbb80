"""Sizes, speeds, durations and dates as words: the one place that writes them.

What depends on the locale (digits, decimal mark, month names) comes from a :class:`Locale`; the window
installs Qt's, headless commands use the plain one. The words of ages are humanize's.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

import humanize

from fichier_gui.ui.wording.language import QT_TR_NOOP, install_digits, tr

NOTHING: Final = "–"
"""Shown where there is no value."""

_SIZE_UNITS: Final = (
    QT_TR_NOOP("{number} B"),
    QT_TR_NOOP("{number} kB"),
    QT_TR_NOOP("{number} MB"),
    QT_TR_NOOP("{number} GB"),
    QT_TR_NOOP("{number} TB"),
    QT_TR_NOOP("{number} PB"),
    QT_TR_NOOP("{number} EB"),
)
"""By powers of 1000. Ours, for humanize translates its own ("Go") and cannot be asked what it meant."""
_MINUTE: Final = 60
_HOUR: Final = 3600
_DAY: Final = 86400
_MONTH: Final = 30 * _DAY
_YEAR: Final = 365 * _DAY
_WHOLE_KILOBYTES: Final = 10
_WHOLE_ABOVE: Final = 100


class Locale(Protocol):
    """How one locale writes numbers and dates."""

    def whole(self, number: int) -> str:
        """``1204`` as "1,204"."""
        ...

    def decimal(self, number: float, digits: int) -> str:
        """``4.2`` with so many digits after the mark."""
        ...

    def day(self, moment: datetime, *, with_year: bool) -> str:
        """ "12 Nov" or "12 Nov 2025"."""
        ...

    def clock(self, moment: datetime) -> str:
        """ "14:05"."""
        ...

    def full(self, moment: datetime) -> str:
        """Day and time in full."""
        ...

    def weekday(self, moment: datetime) -> str:
        """ "Monday"."""
        ...


class PlainLocale:
    """English without Qt."""

    def whole(self, number: int) -> str:
        """See :class:`Locale`."""
        return f"{number:,}"

    def decimal(self, number: float, digits: int) -> str:
        """See :class:`Locale`."""
        return f"{number:,.{digits}f}"

    def day(self, moment: datetime, *, with_year: bool) -> str:
        """See :class:`Locale`."""
        return f"{moment.day} {moment:%b %Y}" if with_year else f"{moment.day} {moment:%b}"

    def clock(self, moment: datetime) -> str:
        """See :class:`Locale`."""
        return f"{moment:%H:%M}"

    def full(self, moment: datetime) -> str:
        """See :class:`Locale`."""
        return f"{moment.day} {moment:%B %Y, %H:%M}"

    def weekday(self, moment: datetime) -> str:
        """See :class:`Locale`."""
        return f"{moment:%A}"


class _Writing:
    """The one mutable place: the locale in use."""

    locale: Locale = PlainLocale()


def install_locale(locale: Locale) -> None:
    """Write numbers and dates as this locale does from now on."""
    _Writing.locale = locale
    install_digits(locale.whole)


def count(number: int) -> str:
    """A whole number with the locale's groups."""
    return _Writing.locale.whole(number)


def size(octets: int | float | None) -> str:
    """ "4.2 GB": decimal units as the service counts them; never more than three or four digits."""
    if octets is None or octets < 0:
        return NOTHING
    exact = int(octets)
    power = min((len(str(exact)) - 1) // 3, len(_SIZE_UNITS) - 1)
    # 999.5 MB would be written as 1000: it is a gigabyte then.
    if power and exact >= 999.5 * 1000**power and power + 1 < len(_SIZE_UNITS):
        exact, power = 1000 ** (power + 1), power + 1
    value = exact / 1000**power
    whole = not power or value >= _WHOLE_ABOVE or (power == 1 and value >= _WHOLE_KILOBYTES)
    return tr(_SIZE_UNITS[power], number=_Writing.locale.decimal(value, 0 if whole else 1))


def exact_size(octets: int) -> str:
    """ "4.2 GB (4,203,114,880 bytes)"; "34 bytes"."""
    if octets < 1000:
        return tr("%n byte(s)", "", octets)
    return tr("{size} ({bytes} bytes)", size=size(octets), bytes=count(octets))


def speed(octets_per_second: float | None) -> str:
    """ "12.1 MB/s"; a dash when nothing moves."""
    if not octets_per_second or octets_per_second < 1:
        return NOTHING
    return tr("{size}/s", size=size(octets_per_second))


def percent(fraction: float) -> str:
    """ "62 %"; 100 is written only when it is really all."""
    whole = 100 if fraction >= 1 else min(int(max(fraction, 0.0) * 100), 99)
    return tr("{number} %", number=count(whole))


def duration(seconds: float | None) -> str:
    """ "1 min 20 s": two units at most, so that it does not jump."""
    if seconds is None:
        return NOTHING
    left = max(0, round(seconds))
    if left < _MINUTE:
        return tr("{seconds} s", seconds=left)
    if left < _HOUR:
        return tr("{minutes} min {seconds} s", minutes=left // _MINUTE, seconds=left % _MINUTE)
    if left < _DAY:
        return tr("{hours} h {minutes} min", hours=left // _HOUR, minutes=left % _HOUR // _MINUTE)
    return tr("{days} d {hours} h", days=left // _DAY, hours=left % _DAY // _HOUR)


def time_left(seconds: float | None) -> str:
    """ "1 min 20 s left", or a dash."""
    return NOTHING if seconds is None else tr("{duration} left", duration=duration(seconds))


def done_about(seconds: float, now: float) -> str:
    """ "done about 02:40", with the day when it is not today's. ``now``: since 1970.

    To the minute within the hour, to five minutes beyond it: the figure holds still while the speed varies.
    """
    step = _MINUTE if seconds < _HOUR else 5 * _MINUTE
    end = round((now + max(0.0, seconds)) / step) * step
    moment, today = _local(end), _local(now)
    clock = _Writing.locale.clock(moment)
    if moment.date() == today.date():
        return tr("done about {time}", time=clock)
    day = _Writing.locale.day(moment, with_year=moment.year != today.year)
    return tr("done about {day}, {time}", day=day, time=clock)


def countdown(seconds: float) -> str:
    """ "0:42" or "1:02:05"."""
    left = max(0, round(seconds))
    if left < _HOUR:
        return f"{left // _MINUTE}:{left % _MINUTE:02d}"
    return f"{left // _HOUR}:{left % _HOUR // _MINUTE:02d}:{left % _MINUTE:02d}"


def _local(stamp: float) -> datetime:
    return datetime.fromtimestamp(stamp, UTC).astimezone()


def date(stamp: float | None, now: float | None = None) -> str:
    """For a column: "14:05" today, "12 Nov" this year, "12 Nov 2024" before."""
    if stamp is None:
        return NOTHING
    moment, today = _local(stamp), _local(time.time() if now is None else now)
    if moment.date() == today.date():
        return tr("Today {time}", time=_Writing.locale.clock(moment))
    return _Writing.locale.day(moment, with_year=moment.year != today.year)


def longest_dates() -> tuple[str, ...]:
    """What :func:`date` may say: this minute, and each month of last year, whose names differ in length."""
    now = time.time()
    return (date(now), *(date(now - _YEAR - month * _MONTH) for month in range(12)))


def full_date(stamp: float | None) -> str:
    """Day and time in full, for details."""
    return NOTHING if stamp is None else _Writing.locale.full(_local(stamp))


def clock_time(stamp: float) -> str:
    """ "14:05"."""
    return _Writing.locale.clock(_local(stamp))


def moment(stamp: float, now: float) -> str:
    """ "14:05" within a day, else "Monday 14:05"."""
    local = _local(stamp)
    clock = _Writing.locale.clock(local)
    if stamp - now < _DAY:
        return clock
    return tr("{day} {time}", day=_Writing.locale.weekday(local), time=clock)


def age(seconds: float) -> str:
    """ "just now", "5 minutes ago", "a day ago"."""
    if seconds < _MINUTE:
        return tr("just now")
    return humanize.naturaltime(timedelta(seconds=int(seconds)))


def install_ages(name: str) -> None:
    """Write ages in this locale's language ("fr_FR"); English where humanize does not speak it."""
    try:
        humanize.i18n.activate(name)
    except FileNotFoundError:
        humanize.i18n.deactivate()

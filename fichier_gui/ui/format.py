"""Numbers and dates as the user's locale writes them, for ``ui.wording``."""

import re
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTime

_YEAR_FIRST: Final = re.compile(r"^y+[^Md]*")


class QtLocale:
    """A ``wording.numbers.Locale`` over Qt's."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale

    def whole(self, number: int) -> str:
        """ "1,204", "1 204" or "1.204"."""
        return self._locale.toString(number)

    def decimal(self, number: float, digits: int) -> str:
        """ "4.2" or "4,2"."""
        return self._locale.toString(number, "f", digits)

    def day(self, moment: datetime, *, with_year: bool) -> str:
        """ "12 Nov", "12. Nov", "Nov 12" or "11/12"; with the year when it is another one."""
        short = self._locale.dateFormat(QLocale.FormatType.ShortFormat).lstrip()
        if short.startswith("y"):
            pattern = short if with_year else _YEAR_FIRST.sub("", short)
        elif short.lower().startswith("d"):
            is_ordinal = "d." in self._locale.dateFormat(QLocale.FormatType.LongFormat)
            pattern = ("d. MMM" if is_ordinal else "d MMM") + (" yyyy" if with_year else "")
        else:
            pattern = "MMM d, yyyy" if with_year else "MMM d"
        return self._locale.toString(_date(moment), pattern)

    def clock(self, moment: datetime) -> str:
        """ "14:05" or "2:05 PM"."""
        return self._locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

    def full(self, moment: datetime) -> str:
        """ "12 November 2025, 14:05"."""
        day = self._locale.toString(_date(moment), QLocale.FormatType.LongFormat)
        return f"{day}, {self.clock(moment)}"

    def weekday(self, moment: datetime) -> str:
        """ "Monday", "lundi"."""
        return self._locale.dayName(moment.isoweekday())


def _date(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)

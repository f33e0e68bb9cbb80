"""Numbers and dates as the user's locale writes them, for ``ui.wording``."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime


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
        """ "12 Nov", "Nov 12" where the month comes first; with the year when it is another one."""
        day_first = self._locale.dateFormat(QLocale.FormatType.ShortFormat).lstrip().lower().startswith("d")
        pattern = "d MMM" if day_first else "MMM d"
        if with_year:
            pattern = "d MMM yyyy" if day_first else "MMM d, yyyy"
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

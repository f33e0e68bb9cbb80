"""The value of a setting in words, and what a list of changes says."""

from enum import StrEnum

from fichier_gui.domain.settings import Description, Unit, describe
from fichier_gui.domain.settings_list import FoundSettings, without_login
from fichier_gui.domain.week import Pace, Week
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.settings import choice_words, language_words, setting_words


def value_words(name: str, value: object) -> str:
    """As short as a cell of a table; the password of an address is left out.

    Raises ``KeyError`` for an unknown setting.
    """
    setting = {each.name: each for each in describe()}[name]
    if isinstance(value, bool):
        return tr("On", "setting") if value else tr("Off", "setting")
    if isinstance(value, int):
        return _number_words(setting, value)
    if isinstance(value, StrEnum):
        return choice_words(value)
    return _text_words(setting, str(value))


def _number_words(setting: Description, value: int) -> str:
    if setting.unit is Unit.BYTES_PER_SECOND:
        return numbers.speed(value) if value else tr("No limit")
    return f"{numbers.count(value)} {setting_words(setting.name).suffix}".strip()


def _text_words(setting: Description, value: str) -> str:
    if setting.name == "language":
        return language_words(value)
    match setting.unit:
        case Unit.WEEK:
            return _week_words(Week.parse(value))
        case Unit.KEYS:
            return tr("Your own") if value else tr("Those of the program")
        case Unit.PATH:
            return value or tr("Your system's own")
        case Unit.URL:
            return without_login(value) or tr("None", "address")
        case _:
            return value


def _week_words(week: Week) -> str:
    slow, off = (week.hours.count(pace) for pace in (Pace.LIMITED, Pace.OFF))
    if not slow and not off:
        return tr("Full speed all week")
    return tr("{slow} h slow, {off} h off", slow=slow, off=off)


def left_out_words(found: FoundSettings) -> str:
    """What of a file cannot be taken, by name; empty when all of it can."""
    parts = []
    if found.wrong:
        labels = ", ".join(setting_words(name).label for name in found.wrong)
        parts.append(tr("The value in the file cannot be used for: {settings}.", settings=labels))
    if found.unknown:
        parts.append(tr("Not known to this version: {names}.", names=", ".join(found.unknown)))
    return " ".join(parts)

"""Speed limits and the week in words."""

from typing import Final

from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.domain.week import Pace
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr
from fichier_gui.ui.wording.states import cooling_words

_PACES: Final = {
    Pace.FULL: QT_TR_NOOP("Full speed"),
    Pace.LIMITED: QT_TR_NOOP("Slow limits"),
    Pace.OFF: QT_TR_NOOP("Off"),
}
_PACES_HELP: Final = {
    Pace.FULL: QT_TR_NOOP("The usual limits hold, if there are any."),
    Pace.LIMITED: QT_TR_NOOP("The slow limits hold."),
    Pace.OFF: QT_TR_NOOP(
        "Nothing starts, and what moves waits. An upload that is under way begins again afterwards."
    ),
}


def pace_words(pace: Pace) -> str:
    """What an hour of the week says."""
    return tr(_PACES[pace])


def pace_help(pace: Pace) -> str:
    """What follows from it."""
    return tr(_PACES_HELP[pace])


def limit_words(rate: int) -> str:
    """ "2.0 MB/s", or "none"."""
    return numbers.speed(rate) if rate else tr("none")


def limits_label(limits: LimitsInForce, now: float) -> str:
    """The status bar's word: "Limits off", "Slow limits", "Off until 07:00"."""
    if limits.pace is Pace.OFF:
        return off_words(limits.until, now)
    if limits.pace is Pace.LIMITED:
        return pace_words(Pace.LIMITED)
    return tr("Limits on") if limits.download or limits.upload else tr("Limits off")


def limits_tip(limits: LimitsInForce, settings: Settings, now: float) -> str:
    """What is in force, why and until when, and what a click does; a line each."""
    lines = (_in_force(limits), _why(limits, now), _click(limits, settings))
    return "\n".join(line for line in lines if line)


def off_words(until: float | None, now: float) -> str:
    """ "Off until 07:00"."""
    return tr("Off until {time}", time=numbers.moment(until, now)) if until else pace_words(Pace.OFF)


def off_sentence(until: float | None, now: float) -> str:
    """For who waits without a window: "The schedule lets nothing move until 07:00." """
    if until is None:
        return tr("The schedule lets nothing move.")
    return tr("The schedule lets nothing move until {time}.", time=numbers.moment(until, now))


def waits_words(summary: QueueSummary, now: float) -> str:
    """Why rows wait that could start: a pause of all, the schedule, the service; nothing if none of these."""
    if summary.is_paused:
        return tr("Waits: all transfers are paused")
    if not summary.is_off:
        until = summary.paused_until
        return cooling_words(until) if until is not None and until > now else ""
    if summary.off_until is None:
        return tr("Waits: the schedule says off")
    return tr("Waits until {time}", time=numbers.moment(summary.off_until, now))


def _in_force(limits: LimitsInForce) -> str:
    if limits.pace is Pace.OFF:
        return tr("Speed limits: nothing moves")
    rates = {"down": limit_words(limits.download), "up": limit_words(limits.upload)}
    if limits.pace is Pace.LIMITED:
        return tr("Slow limits: download {down}, upload {up}", **rates)
    if limits.download or limits.upload:
        return tr("Speed limits: download {down}, upload {up}", **rates)
    return tr("Speed limits: off")


def _why(limits: LimitsInForce, now: float) -> str:
    if not limits.is_scheduled:
        return ""
    if limits.until is None:
        return tr("Your choice over the schedule") if limits.is_by_hand else tr("By the schedule")
    time = numbers.moment(limits.until, now)
    if limits.is_by_hand:
        return tr("Your choice, until the schedule changes: {time}", time=time)
    return tr("By the schedule, until {time}", time=time)


def _click(limits: LimitsInForce, settings: Settings) -> str:
    rates = {
        "down": limit_words(settings.slow_limit_download),
        "up": limit_words(settings.slow_limit_upload),
    }
    to_slow = limits.other_pace is Pace.LIMITED
    if limits.is_scheduled and limits.until is not None:
        if to_slow:
            return tr(
                "Click for the slow limits until the schedule changes: download {down}, upload {up}", **rates
            )
        return tr("Click for full speed until the schedule changes")
    if to_slow:
        return tr("Click for the slow limits: download {down}, upload {up}", **rates)
    return tr("Click for full speed")

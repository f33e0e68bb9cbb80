"""Which speed limits are in force: the user's two sets, the week, and what the user said in between."""

import time

from fichier_gui.domain.settings import Settings
from fichier_gui.domain.values import value
from fichier_gui.domain.week import Calendar, Pace, Week


@value
class Override:
    """What the user chose while a schedule was in use. It holds until the schedule's next change."""

    pace: Pace
    until: float | None
    """Seconds since 1970; None: the schedule never changes."""


@value
class LimitsInForce:
    """Rates are bytes a second, 0 for none."""

    pace: Pace = Pace.FULL
    download: int = 0
    upload: int = 0
    is_scheduled: bool = False
    """A schedule is in use."""
    is_by_hand: bool = False
    """The user chose this over the schedule."""
    until: float | None = None
    """When the schedule changes it, seconds since 1970; None: it does not."""

    @property
    def other_pace(self) -> Pace:
        """What the switch for the slow limits leads to."""
        return Pace.FULL if self.pace is Pace.LIMITED else Pace.LIMITED


def in_force(
    settings: Settings, override: Override | None, now: float, calendar: Calendar = time.localtime
) -> LimitsInForce:
    """The limits at ``now`` (seconds since 1970)."""
    if not settings.use_schedule:
        return _with_rates(settings, Pace.LIMITED if settings.slow_limits else Pace.FULL)
    if override is not None and (override.until is None or now < override.until):
        return _with_rates(settings, override.pace, is_scheduled=True, is_by_hand=True, until=override.until)
    week = Week.parse(settings.schedule)
    until = week.next_change(now, calendar)
    return _with_rates(settings, week.pace_at(now, calendar), is_scheduled=True, until=until)


def override_from(
    settings: Settings, current: LimitsInForce, now: float, calendar: Calendar = time.localtime
) -> Override:
    """The other pace, until the schedule's next change."""
    return Override(current.other_pace, Week.parse(settings.schedule).next_change(now, calendar))


def _with_rates(
    settings: Settings,
    pace: Pace,
    *,
    is_scheduled: bool = False,
    is_by_hand: bool = False,
    until: float | None = None,
) -> LimitsInForce:
    is_slow = pace is Pace.LIMITED
    return LimitsInForce(
        pace=pace,
        download=settings.slow_limit_download if is_slow else settings.limit_download,
        upload=settings.slow_limit_upload if is_slow else settings.limit_upload,
        is_scheduled=is_scheduled,
        is_by_hand=is_by_hand,
        until=until,
    )

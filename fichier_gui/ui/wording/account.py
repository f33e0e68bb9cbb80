"""The account, the key and the queue in words."""

import time
from typing import Final

from fichier_gui.domain.account import Account, KeyStorage, Plan
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_PLANS: Final = {
    Plan.FREE: QT_TR_NOOP("Free"),
    Plan.PREMIUM: QT_TR_NOOP("Premium"),
    Plan.ACCESS: QT_TR_NOOP("Access"),
    Plan.GOLD: QT_TR_NOOP("Gold"),
}
_DAY: Final = 86400
_STORAGE: Final = {
    KeyStorage.NONE: QT_TR_NOOP("No key is in use."),
    KeyStorage.KEYRING: QT_TR_NOOP("The key is kept in this system's key ring."),
    KeyStorage.RUN_ONLY: QT_TR_NOOP("The key is kept until the program ends."),
    KeyStorage.ENVIRONMENT: QT_TR_NOOP("The key was given for this run."),
}


def plan_words(account: Account, now: float) -> str:
    """ "Premium, 212 days" or "Free"."""
    plan = tr(_PLANS[account.plan])
    if account.subscription_end is None or account.subscription_end <= now:
        return plan
    days = int((account.subscription_end - now) // _DAY)
    return tr("{plan}, {days}", plan=plan, days=tr("%n day(s)", "", days))


def account_words(account: Account | None, *, signed_in: bool, now: float) -> str:
    """The status bar's first words: "me@example.org · Premium, 212 days"."""
    if not signed_in:
        return tr("No key entered")
    if account is None:
        return tr("Key in use, account not read yet")
    return f"{account.email} · {plan_words(account, now)}"


def storage_words(storage: KeyStorage, problem: AppError | None = None) -> str:
    """Where the key lives, with the reason when it lives for this run only."""
    if storage is KeyStorage.RUN_ONLY and problem is not None:
        return error_words(problem).sentence
    return tr(_STORAGE[storage])


def queue_end_words(summary: QueueSummary, now: float) -> str:
    """ "done about 02:40" while something moves and nothing holds the queue up, else nothing."""
    is_cooling = summary.paused_until is not None and summary.paused_until > now
    if (
        summary.is_paused
        or summary.is_off
        or is_cooling
        or not summary.counts.active
        or summary.seconds_left is None
    ):
        return ""
    return numbers.done_about(summary.seconds_left, now)


def queue_words(summary: QueueSummary) -> str:
    """ "looking at folders, 3 running, 214 waiting, 1 needs you", or "Nothing to transfer"."""
    counts = summary.counts
    parts = [
        tr("looking at folders") if summary.scans else "",
        tr("{count} running", count=numbers.count(counts.active)) if counts.active else "",
        _waiting_words(summary) if counts.waiting else "",
        tr("{count} need you", count=numbers.count(counts.attention)) if counts.attention > 1 else "",
        tr("1 needs you") if counts.attention == 1 else "",
        tr("{count} failed", count=numbers.count(counts.failed)) if counts.failed else "",
    ]
    return ", ".join(part for part in parts if part) or tr("Nothing to transfer")


def _waiting_words(summary: QueueSummary) -> str:
    waiting = numbers.count(summary.counts.waiting)
    if summary.is_off and summary.off_until is not None:
        until = numbers.moment(summary.off_until, time.time())
        return tr("{count} waiting until {time}", count=waiting, time=until)
    return tr("{count} waiting", count=waiting)

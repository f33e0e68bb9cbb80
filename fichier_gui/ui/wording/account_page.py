"""The account page in words: storage, credits, the settings that the service keeps, and their changes."""

from typing import Final

from fichier_gui.domain.account import Account, AccountChanges, ChangesReport
from fichier_gui.domain.errors import AppError
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.account import plan_words
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr
from fichier_gui.ui.wording.settings import SettingWords

ALLOWED_EVERY: Final = 300.0
"""Seconds between two readings of the account."""

_SETTINGS: Final[dict[str, tuple[str, str]]] = {
    "spends_cdn": (
        QT_TR_NOOP("Spend CDN credits on all downloads"),
        QT_TR_NOOP("1fichier then pays each of your downloads from the credits, with any program, unasked."),
    ),
    "default_domain": (
        QT_TR_NOOP("Domain of new links"),
        QT_TR_NOOP("Links of files that are uploaded from now on begin with it."),
    ),
    "files_use_http": (
        QT_TR_NOOP("Links of my files without encryption (http)"),
        QT_TR_NOOP("For old players and devices only: anybody on the way can read what is downloaded."),
    ),
    "uses_http": (
        QT_TR_NOOP("My downloads without encryption (http)"),
        QT_TR_NOOP("Direct links begin with http where nothing else is asked for."),
    ),
    "shows_download_menu": (
        QT_TR_NOOP("Show the download menu on the web site"),
        QT_TR_NOOP("1fichier's pages then offer ways to download before they begin."),
    ),
    "page_limit": (
        QT_TR_NOOP("Files on a page of the web site"),
        QT_TR_NOOP("How many files 1fichier's own file manager lists at once."),
    ),
    "ftp_is_manual": (
        QT_TR_NOOP("Take in files sent by FTP"),
        QT_TR_NOOP("By itself, or only when you start it."),
    ),
    "ftp_folder": (
        QT_TR_NOOP("Folder for files sent by FTP"),
        QT_TR_NOOP("Where they are put once they are taken in."),
    ),
    "ftp_reports": (
        QT_TR_NOOP("E-mail after files were taken in by FTP"),
        QT_TR_NOOP("1fichier writes to the address of the account what was taken in."),
    ),
    "remote_reports": (
        QT_TR_NOOP("E-mail after a remote upload"),
        QT_TR_NOOP("1fichier writes to the address of the account when it has fetched what you asked for."),
    ),
}


def account_setting_words(name: str) -> SettingWords:
    """The label and the sentence of one setting of ``AccountChanges``."""
    label, help_text = _SETTINGS[name]
    return SettingWords(tr(label), tr(help_text))


def plan_sentence(account: Account, now: float) -> str:
    """ "Premium, 212 days left, until 1 July 2027, 00:00"; what has run out says so."""
    end = account.subscription_end
    if end is None:
        return tr("{plan} plan", plan=plan_words(account, now))
    if end <= now:
        return tr("{plan} plan, ended on {date}", plan=plan_words(account, now), date=numbers.full_date(end))
    return tr("{plan} left, until {date}", plan=plan_words(account, now), date=numbers.full_date(end))


def alarms(account: Account) -> list[str]:
    """What keeps the user from sending files, said loudly."""
    found = []
    if account.upload_forbidden:
        reason = account.upload_forbidden
        sentence = tr("1fichier takes no uploads for this account.")
        # A bare 1 is a yes and no reason.
        said = tr("It says: {reason}", reason=reason) if not reason.strip().isdigit() else ""
        found.append(f"{sentence} {said}".strip())
    over = -(account.available_storage or 0)
    if account.is_over_quota or over > 0:
        much = tr("The storage is over its limit by {size}.", size=numbers.size(over)) if over > 0 else ""
        found.append(much or tr("The storage is over its limit."))
    return found


def credit_words(account: Account) -> str:
    """How many CDN credits there are and whether they are being spent."""
    if not account.cdn_credits:
        return tr("No CDN credits.")
    size = numbers.size(account.cdn_credits)
    if account.spends_cdn:
        return tr("CDN credits for {size}. They are being spent: every download costs some.", size=size)
    return tr("CDN credits for {size}. They are not spent unless you agree to it.", size=size)


def cold_words(account: Account) -> str:
    """ "300 GB of 1 TB"."""
    cold = numbers.size(account.cold_storage)
    if account.allowed_cold_storage is None:
        return cold
    return tr("{size} of {total}", size=cold, total=numbers.size(account.allowed_cold_storage))


def read_words(account: Account | None, now: float, next_at: float | None, *, is_reading: bool) -> str:
    """How old the page is, and when it may be read again."""
    if is_reading and next_at is not None and next_at > now:
        return tr("1fichier lets it be read in {time}.", time=numbers.countdown(next_at - now))
    if is_reading:
        return tr("Reading…")
    if account is None:
        return tr("Not read yet")
    read = tr("Read {age}.", age=numbers.age(now - account.fetched_at))
    ready = max(next_at or 0.0, account.fetched_at + ALLOWED_EVERY)
    if ready <= now:
        return read
    return f"{read} {tr('Again in {time}.', time=numbers.countdown(ready - now))}"


def changes_words(report: ChangesReport, now: float) -> str:
    """What has become of changes; empty when there is nothing to say."""
    lines = [
        refused_words(report) if report.refused else "",
        _waiting_words(report, now) if report.waiting else "",
    ]
    if not report.waiting and not report.refused and report.confirmed:
        lines.append(confirmed_words(report))
    return "\n".join(line for line in lines if line)


def refused_words(report: ChangesReport) -> str:
    """What the service did not take, and why."""
    names = setting_names(report.refused)
    if report.refusal is None:
        return tr("1fichier left as it was: {names}", names=names)
    return tr("1fichier did not take {names}: {reason}", names=names, reason=_reason(report.refusal))


def confirmed_words(report: ChangesReport) -> str:
    """What the service has taken."""
    return tr("1fichier has taken: {names}", names=setting_names(report.confirmed))


def setting_names(changes: AccountChanges) -> str:
    """The labels, quoted."""
    return ", ".join(tr("“{name}”", name=account_setting_words(name).label) for name in changes.values)


def _waiting_words(report: ChangesReport, now: float) -> str:
    count = len(report.waiting.values)
    if report.problem is not None:
        what = tr("%n change(s) wait.", "", count)
        return f"{what} {error_words(report.problem).happened}"
    if report.due is not None and report.due > now:
        time = numbers.countdown(report.due - now)
        why = tr("1fichier takes changes every five minutes.")
        return f"{tr('%n change(s) will be sent in {time}.', '', count, time=time)} {why}"
    return tr("%n change(s) are being sent…", "", count)


def _reason(error: AppError) -> str:
    return error.detail or error_words(error).happened

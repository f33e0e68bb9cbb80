"""``user/info``: from the wire to ``domain.account`` and back. Pure; the quirks of reference §4.20."""

from typing import Final

from fichier_gui.api.wire import Json, flag, integer, mapping, moment, number, text
from fichier_gui.domain.account import Account, AccountChanges, Plan

_DAY: Final = 86400.0

_PLAN_WORDS: Final = {"free": Plan.FREE, "premium": Plan.PREMIUM, "access": Plan.ACCESS, "gold": Plan.GOLD}

_FLAGS: Final = {
    "spends_cdn": "use_cdn",
    "ftp_is_manual": "ftp_mode",
    "ftp_reports": "ftp_report",
    "remote_reports": "ru_report",
    "shows_download_menu": "download_menu",
    "uses_http": "default_port",
    "files_use_http": "default_port_files",
}
_NUMBERS: Final = {"default_domain": "default_domain", "ftp_folder": "ftp_did", "page_limit": "page_limit"}


def read_account(answer: object, now: float) -> Account:
    """The account as it is at ``now``."""
    source = mapping(answer)
    return Account(
        email=text(source, "email"),
        plan=_plan(source),
        fetched_at=now,
        subscription_end=_subscription_end(source, now),
        cdn_credit_gb=number(source, "cdn") or 0.0,
        spends_cdn=flag(source, "use_cdn"),
        hot_storage=integer(source, "hot_storage") or 0,
        cold_storage=integer(source, "cold_storage") or 0,
        allowed_cold_storage=integer(source, "allowed_cold_storage"),
        available_storage=integer(source, "available_storage", "available_cold_storage"),
        is_over_quota=flag(source, "overquota"),
        upload_forbidden=_forbidden(source),
        default_domain=integer(source, "default_domain") or 0,
        ftp_is_manual=flag(source, "ftp_mode"),
        ftp_folder=integer(source, "ftp_did") or 0,
        ftp_reports=flag(source, "ftp_report"),
        remote_reports=flag(source, "ru_report"),
        shows_download_menu=flag(source, "download_menu"),
        uses_http=flag(source, "default_port"),
        files_use_http=flag(source, "default_port_files"),
        page_limit=integer(source, "page_limit") or 0,
        stats_at=moment(source, "stats_date", now=now),
    )


def changes_json(changes: AccountChanges) -> dict[str, int]:
    """The fields that set something, as numbers."""
    names = _FLAGS | _NUMBERS
    values = ((wire, getattr(changes, name)) for name, wire in names.items())
    return {wire: int(value) for wire, value in values if value is not None}


def _plan(source: Json) -> Plan:
    offer = integer(source, "offer")
    if offer is None:
        words = text(source, "offer").lower()
        return next((plan for word, plan in reversed(_PLAN_WORDS.items()) if word in words), Plan.FREE)
    # An offer that is newer than this program is a paid one.
    return Plan(offer) if offer in list(Plan) else Plan.PREMIUM


def _subscription_end(source: Json, now: float) -> float | None:
    end = moment(source, "subscription_end", now=now)
    dated = text(source, "subscription_end")
    # A date alone is valid for its whole day.
    return end + _DAY if end is not None and ":" not in dated else end


def _forbidden(source: Json) -> str:
    value = text(source, "upload_forbidden")
    return "" if value.strip().lower() in ("0", "no", "false") else value

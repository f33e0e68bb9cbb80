"""`user/info` (§4.20): flags come as strings, as the real service sends them."""

from __future__ import annotations

from .. import paris
from ..answers import Json, bad_field
from ..call import Call
from ..links import DOMAINS
from ..model import User

COLD_AFTER = 60 * 86400.0
TERABYTE = 1024**4
_FLAGS = (
    "ftp_mode",
    "ftp_report",
    "ru_report",
    "default_port",
    "default_port_files",
    "use_cdn",
    "download_menu",
)
_NUMBERS = ("ftp_did", "default_domain", "page_limit")
_DEFAULTS = {"page_limit": 100, "ru_report": 1}


def info(call: Call) -> Json:
    """Show the account; set what the request holds first."""
    call.limits.user_asked(call.context.ip, call.user.email, call.now)
    _set(call)
    user = call.user
    settings = {name: user.settings.get(name, _DEFAULTS.get(name, 0)) for name in _FLAGS + _NUMBERS}
    return (
        {
            "status": "OK",
            "email": user.email,
            "offer": str(user.offer),
            "subscription_end": paris.stamp(user.subscription_end) if user.subscription_end else "",
            "cdn": f"{user.cdn_credits:.2f}",
            "2fa": "0",
            "mail_rm": "0",
            "upload_forbidden": str(user.upload_forbidden),
        }
        | {name: str(settings[name]) for name in _FLAGS}
        | {name: settings[name] for name in _NUMBERS}
        | _storage(call, user)
    )


def _set(call: Call) -> None:
    changes = {name: call.payload.flag(name) for name in _FLAGS if name in call.payload}
    changes |= {name: call.payload.integer(name) for name in _NUMBERS if name in call.payload}
    if not 0 <= changes.get("default_domain", 0) < len(DOMAINS):
        raise bad_field("default_domain")
    call.user.settings.update(changes)


def _storage(call: Call, user: User) -> Json:
    hot = cold = 0
    for folder in user.folders.values():
        for file in call.state.live_files(folder):
            if file.created < call.now - COLD_AFTER:
                cold += file.size
            else:
                hot += file.size
    available = user.allowed_storage - cold
    return {
        "hot_storage": hot,
        "cold_storage": cold,
        "allowed_cold_storage": user.allowed_storage,
        "available_cold_storage": available,
        "available_storage": available,
        "default_quota": user.allowed_storage,
        "default_cold_storage_quota": user.allowed_storage,
        "extended_quota": 0,
        "extended_quota_end": "",
        "overquota": int(available < 0),
        "stats_date": paris.stamp(call.now),
    }

"""Vouchers (§4.22)."""

from __future__ import annotations

from ..answers import NOT_FOUND, Json, Refusal
from ..call import Call
from ..model import Voucher


def list_unused(call: Call) -> Json:
    """Vouchers of the account that nobody used."""
    unused = [voucher for voucher in call.user.vouchers if not voucher.used_by]
    data: list[Json] = [{"voucher": voucher.code, "service": voucher.service} for voucher in unused]
    return {"status": "OK", "count": len(data)} | ({"data": data} if data else {})


def check(call: Call) -> Json:
    """Whether a voucher is good, and for what."""
    return {"status": "OK", "service": _find(call).service}


def use(call: Call) -> Json:
    """Spend a voucher on a user."""
    voucher = _find(call)
    email = call.payload.text("user_email") or call.user.email
    if email not in call.state.users:
        raise Refusal(NOT_FOUND)
    voucher.used_by = email
    return {"status": "OK", "message": voucher.service}


def _find(call: Call) -> Voucher:
    code = call.payload.required_text("voucher")
    for user in call.state.users.values():
        for voucher in user.vouchers:
            if voucher.code == code and not voucher.used_by:
                return voucher
    raise Refusal(NOT_FOUND)

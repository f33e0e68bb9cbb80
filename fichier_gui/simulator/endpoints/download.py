"""`download/get_token` (§4.1) and the opening of a direct link (§6)."""

from __future__ import annotations

from dataclasses import dataclass

from ..access import requested_file
from ..answers import NOT_CUSTOMER, Answer, Json, Refusal, html, premium_refused
from ..call import Call
from ..model import File, Token, User

GIGABYTE = 10**9
DEAD = html(404, "1fichier.com", "The requested file could not be found. The link has expired.")


@dataclass(frozen=True)
class Grant:
    """A direct link that may be served."""

    token: Token
    file: File


def get_token(call: Call) -> Json:
    """Issue a direct link."""
    file = requested_file(call)
    cdn = _pays_with_cdn(call, file)
    if not call.user.is_customer and not cdn:
        raise Refusal(NOT_CUSTOMER)
    if not cdn:
        call.limits.located(call.user.email, call.context.ip, call.now)
    payload = call.payload
    while (number := str(call.state.rng.randint(10**9, 10**10 - 1))) in call.state.tokens:
        pass
    call.state.tokens[number] = Token(
        number,
        file.id,
        call.user.email,
        call.context.ip,
        call.now,
        single=payload.flag("single"),
        inline=payload.flag("inline") or file.inline,
        cdn=cdn,
        restrict_ip=payload.integer("restrict_ip"),
    )
    plain = payload.flag("no_ssl") and call.node.host.endswith("1fichier.com")
    scheme = "http" if plain else call.node.scheme
    return {"status": "OK", "url": f"{scheme}://{_host(call)}/p{number}"}


def open_link(call: Call, number: str, ranged: bool) -> Grant | Answer:
    """Spend one use of a direct link: the file to serve, or the page that says no."""
    token = call.state.tokens.get(number)
    file = call.state.live_file(token.file_id) if token else None
    if token is None or file is None or not _alive(call, token, ranged):
        return DEAD
    owner = call.state.users[token.email]
    if not _same_place(call, token):
        text = "You are using simultaneously your IPv4 and IPv6, or several addresses. Only 1 location"
        return html(403, "1fichier.com", text)
    if token.uses == 0:
        token.first_used = call.now
        _charge(owner, file, token)
    token.uses += 1
    return Grant(token, file)


def _host(call: Call) -> str:
    host = call.node.host
    if "{n}" in host and host.startswith("up"):
        host = "a-" + host.removeprefix("up")
    return host.replace("{n}", str(call.state.rng.randint(1, 30)))


def _pays_with_cdn(call: Call, file: File) -> int:
    user: User = call.user
    server = call.context.ip in call.switches.vpn_addresses
    wanted = call.payload.flag("cdn", user.settings.get("use_cdn", 0)) or server or file.cdn
    has_credit = user.cdn_credits * GIGABYTE >= file.size and user.cdn_credits > 0
    if server and not has_credit:
        raise premium_refused(call.context.ip)
    return int(bool(wanted) and has_credit)


def _alive(call: Call, token: Token, ranged: bool) -> bool:
    switches = call.switches
    if token.first_used is None:
        return call.now < token.issued + switches.token_first_use_seconds
    if token.single and switches.single_token == "one-request":
        return False
    if token.cdn and token.restrict_ip == 2:
        return False
    start = token.first_used if switches.token_recovery_from == "first-use" else token.issued
    allowed = {"ranges": ranged, "any": True, "never": False}[switches.token_second_use]
    return allowed and call.now < start + switches.token_recovery_seconds


def _same_place(call: Call, token: Token) -> bool:
    if token.cdn:
        return token.restrict_ip == 0 or token.ip == call.context.ip
    try:
        call.limits.located(token.email, call.context.ip, call.now)
    except Refusal:
        return False
    return True


def _charge(user: User, file: File, token: Token) -> None:
    if token.cdn:
        user.cdn_credits = max(0.0, user.cdn_credits - file.size / GIGABYTE)

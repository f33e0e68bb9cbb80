"""Every message of reference §2.3 and every foreign exception ends in the right leaf."""

import asyncio
import errno
import http.client
import socket
import ssl
import sys
import types

import httpx
import pytest
from python_socks import ProxyConnectionError, ProxyError

from fichier_gui.api.faults import Place, foreign, from_answer, from_exception, translated
from fichier_gui.domain import errors
from fichier_gui.domain.waiting import HARD_LOCK_WAIT

VPN = (
    "Premium status is only allowed to be used on residential private and dedicated - internet connexion"
    " - 192.0.2.1 -. Use CDN credits or a GOLD plan"
)

MESSAGES = [
    ("Flood detected: IP Locked #38", 403, errors.FloodLocked),
    ("Flood detected: IP Locked #374", 429, errors.FloodLocked),
    ("Flood detected: IP Locked #412", 200, errors.FloodLocked),
    ("Flood detected: User Locked #223", 403, errors.FloodLocked),
    ("Flood detected: User APK Locked", 403, errors.FloodLocked),
    ("FLOOD DETECTED: SOMETHING NEW", 403, errors.FloodLocked),
    ("IP Locked", 403, errors.AddressLocked),
    ("IP Locked #77", 403, errors.AddressLocked),
    ("Not authenticated #247", 401, errors.KeyRefused),
    ("No such user #93", 403, errors.KeyRefused),
    ("Something nobody has seen #186", 403, errors.AddressNotAllowed),
    ("Owner locked #620", 403, errors.OwnerLocked),
    ("Owner locked #649", 200, errors.OwnerLocked),
    ("Must be a customer (Premium, Access) #200", 403, errors.PremiumRequired),
    ("Must be a customer (Premium, Access) #236", 403, errors.PremiumRequired),
    ("Resource not found #469", 404, errors.NotFound),
    ("Resource not allowed #631", 403, errors.AccessDenied),
    ("Password not provided. Resource not allowed #1", 403, errors.PasswordNeeded),
    ("Invalid password. Resource not allowed #2", 403, errors.PasswordWrong),
    ("Only 1 location allowed at a time #887", 403, errors.OneLocation),
    (f"{VPN} #913", 403, errors.NetworkRefused),
    ("This is professional equipment, must have CDN credits", 403, errors.NetworkRefused),
    ("Content-Type not JSON #24", 403, errors.Unexpected),
    ("No file has been renamed #312", 403, errors.NoChange),
    ("No file has been renamed #312", 200, errors.NoChange),
    ("No folder has been renamed #279", 403, errors.NoChange),
    ("No changes requested #5", 200, errors.NoChange),
    ("No file has been moved", 403, errors.NoChange),
    ("Folder already exists", 403, errors.FolderExists),
    ("Folder is not empty", 403, errors.FolderNotEmpty),
    ("A text of tomorrow #1", 200, errors.RequestRejected),
    ("A text of tomorrow #1", 400, errors.RequestRejected),
]


@pytest.mark.parametrize(("text", "status", "leaf"), MESSAGES)
def test_a_message_means_its_leaf(text: str, status: int, leaf: type[errors.AppError]) -> None:
    error = from_answer(status, text)
    assert type(error) is leaf
    assert error.detail == text


@pytest.mark.parametrize("number", ["", " #1", " #38", " #9999"])
def test_the_number_never_decides(number: str) -> None:
    assert isinstance(from_answer(403, f"Flood detected: User Locked{number}"), errors.FloodLocked)
    assert isinstance(from_answer(403, f"Only 1 location allowed at a time{number}"), errors.OneLocation)


def test_the_three_scopes_of_a_flood() -> None:
    scopes = [
        from_answer(403, f"Flood detected: {who} Locked").facts["scope"] for who in ("IP", "User", "User APK")
    ]
    assert scopes == ["address", "account", "key"]


def test_a_hard_lock_lasts_an_hour() -> None:
    assert from_answer(403, "IP Locked").facts["wait"] == HARD_LOCK_WAIT


@pytest.mark.parametrize("place", list(Place))
def test_a_message_that_comes_as_json_is_read(place: Place) -> None:
    error = from_answer(403, '{"status": "KO", "message": "IP Locked #77"}', place)
    assert isinstance(error, errors.AddressLocked)
    assert error.detail == "IP Locked #77"
    assert isinstance(from_answer(403, '{"message": ', place), errors.AddressNotAllowed)


STATUSES = [
    (401, Place.API, errors.KeyRefused),
    (403, Place.API, errors.AddressNotAllowed),
    (404, Place.API, errors.NotFound),
    (410, Place.API, errors.NotFound),
    (413, Place.API, errors.TooLarge),
    (413, Place.NODE, errors.TooLarge),
    (429, Place.API, errors.TooManyRequests),
    (500, Place.API, errors.ServiceOverloaded),
    (502, Place.API, errors.ServiceOverloaded),
    (503, Place.API, errors.ServiceOverloaded),
    (504, Place.NODE, errors.ServiceOverloaded),
    (509, Place.DIRECT, errors.ServiceOverloaded),
    (404, Place.NODE, errors.ServiceOverloaded),
    (410, Place.NODE, errors.ServiceOverloaded),
    (404, Place.DIRECT, errors.LinkExpired),
    (410, Place.DIRECT, errors.LinkExpired),
    (403, Place.DIRECT, errors.AddressNotAllowed),
    (416, Place.DIRECT, errors.RemoteChanged),
    (407, Place.API, errors.ProxyFailed),
    (418, Place.API, errors.RequestRejected),
]


@pytest.mark.parametrize(("status", "place", "leaf"), STATUSES)
@pytest.mark.parametrize("text", ["", "no words that we know", "<html><body>Oops</body></html>"])
def test_a_bare_status_means_its_leaf(
    status: int, place: Place, leaf: type[errors.AppError], text: str
) -> None:
    assert type(from_answer(status, text, place)) is leaf


def test_retry_after_is_believed() -> None:
    assert from_answer(429, "", retry_after=17.0).facts["wait"] == 17.0


PAGES = [
    ("Our services are in maintenance", 503, errors.Maintenance),
    ("Your requests are too fast", 403, errors.FloodLocked),
    ("Your account will be unlock in 5 minutes", 403, errors.FloodLocked),
    ("This account is temporarily locked", 403, errors.FloodLocked),
    ("More than 3 login try per 5 minutes is not allowed", 403, errors.FloodLocked),
    ("Software error:", 200, errors.ServiceOverloaded),
    ("Can't connect DB", 500, errors.ServiceOverloaded),
    ("You are using simultaneously your IPv4 and IPv6", 403, errors.OneLocation),
    ("You use a massively shared internet access", 403, errors.NetworkRefused),
    ("VPN detected", 403, errors.NetworkRefused),
    ("Requires the use of CDN credits or a GOLD plan", 403, errors.NetworkRefused),
    ("Pas de fichier trouvé dans l'envoi", 200, errors.UploadRefused),
    ("Pas de fichier trouvé dans l&#39;envoi", 200, errors.UploadRefused),
    ("Ne peut ouvrir le fichier destination", 200, errors.ServiceOverloaded),
]


@pytest.mark.parametrize(("text", "status", "leaf"), PAGES)
def test_a_page_means_its_leaf(text: str, status: int, leaf: type[errors.AppError]) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>1fichier.com</title><style>b{}</style></head><body>"
        f'<div class="bloc2"> </div><div class="bloc2">{text}</div></body></html>'
    )
    error = from_answer(status, page, Place.NODE)
    assert type(error) is leaf
    assert "<" not in error.detail
    assert "b{}" not in error.detail


def _caused(outer: BaseException, inner: BaseException) -> BaseException:
    outer.__cause__ = inner
    return outer


EXCEPTIONS = [
    (httpx.ConnectTimeout("x"), errors.TimedOut),
    (httpx.ReadTimeout("x"), errors.TimedOut),
    (httpx.PoolTimeout("x"), errors.TimedOut),
    (httpx.ConnectError("x"), errors.NetworkUnavailable),
    (
        _caused(httpx.ConnectError("x"), ConnectionRefusedError(errno.ECONNREFUSED, "refused")),
        errors.NetworkUnavailable,
    ),
    (
        _caused(httpx.ConnectError("x"), socket.gaierror(-2, "Name or service not known")),
        errors.NetworkUnavailable,
    ),
    (_caused(httpx.ConnectError("x"), ssl.SSLCertVerificationError("bad certificate")), errors.TlsFailed),
    (httpx.ReadError("x"), errors.ConnectionLost),
    (httpx.RemoteProtocolError("Server disconnected"), errors.ConnectionLost),
    (httpx.ProxyError("x"), errors.ProxyFailed),
    (httpx.UnsupportedProtocol("x"), errors.ProxyFailed),
    (httpx.DecodingError("x"), errors.UnexpectedAnswer),
    (ProxyError("x"), errors.ProxyFailed),
    (ProxyConnectionError(errno.ECONNREFUSED, "x"), errors.NetworkUnavailable),
    (TimeoutError(), errors.TimedOut),
    (OSError(errno.ETIMEDOUT, "timed out"), errors.TimedOut),
    (OSError(errno.ENETUNREACH, "no route"), errors.NetworkUnavailable),
    (OSError(errno.EADDRNOTAVAIL, "no such address"), errors.NetworkUnavailable),
    (ConnectionResetError(errno.ECONNRESET, "reset"), errors.ConnectionLost),
    (BrokenPipeError(errno.EPIPE, "pipe"), errors.ConnectionLost),
    (ssl.SSLEOFError(8, "EOF"), errors.ConnectionLost),
    (http.client.RemoteDisconnected("gone"), errors.ConnectionLost),
    (http.client.BadStatusLine("x"), errors.UnexpectedAnswer),
    (ZeroDivisionError("secret"), errors.Unexpected),
]


@pytest.mark.parametrize(("exception", "leaf"), EXCEPTIONS)
def test_an_exception_means_its_leaf(exception: BaseException, leaf: type[errors.AppError]) -> None:
    assert type(from_exception(exception, connecting=True)) is leaf


def test_a_tls_error_depends_on_the_moment() -> None:
    broken = ssl.SSLError(1, "wrong version number")
    assert isinstance(from_exception(broken, connecting=True), errors.TlsFailed)
    assert isinstance(from_exception(broken), errors.ConnectionLost)


def test_what_cannot_be_reached_through_a_proxy_is_the_proxy() -> None:
    refused = ConnectionRefusedError(errno.ECONNREFUSED, "refused")
    assert isinstance(from_exception(refused, proxied=True), errors.ProxyFailed)


def test_waiting_for_tls_bytes_is_no_failure() -> None:
    timeout = TimeoutError()
    timeout.__context__ = ssl.SSLWantReadError()
    assert isinstance(from_exception(timeout), errors.TimedOut)


def test_a_bug_of_ours_tells_its_name_and_nothing_else() -> None:
    assert from_exception(ValueError("the key is abc")).detail == "ValueError"


def test_only_errors_of_ours_leave_the_door() -> None:
    with pytest.raises(errors.ConnectionLost), translated():
        raise ConnectionResetError(errno.ECONNRESET, "reset")
    with pytest.raises(errors.NotFound), translated():
        raise errors.NotFound
    with pytest.raises(ZeroDivisionError), translated():
        raise ZeroDivisionError
    assert httpx.HTTPError in foreign()


def test_a_library_that_is_being_imported_elsewhere_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cancellation may pass while a thread imports httpx for the first request."""
    monkeypatch.setitem(sys.modules, "httpx", types.ModuleType("httpx"))
    assert OSError in foreign()
    with pytest.raises(asyncio.CancelledError), translated():
        raise asyncio.CancelledError

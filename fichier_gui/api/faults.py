"""The one door: every foreign error becomes one of ours here.

Answers come in as status and text, exceptions as they are. An answer has failed if its HTTP status is 400 or
more *or* its JSON says KO: the service uses both.
"""

import errno
import json
import socket
import ssl
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum
from http.client import HTTPException
from typing import Final

from fichier_gui.api.messages import understand
from fichier_gui.api.pages import DETAIL_LENGTH, looks_like_page, page_text
from fichier_gui.domain import errors
from fichier_gui.domain.errors import AppError


class Place(Enum):
    """Who answered: the same status means different things."""

    API = "api"
    NODE = "node"
    DIRECT = "direct"
    """A direct link on a download host."""
    SITE = "site"


OVERLOADED: Final = frozenset({500, 502, 503, 504, 509, 520, 521, 522, 523, 524})

_BY_STATUS: Final[Mapping[int, type[AppError]]] = {
    401: errors.KeyRefused,
    403: errors.AddressNotAllowed,
    404: errors.NotFound,
    407: errors.ProxyFailed,
    408: errors.TimedOut,
    410: errors.NotFound,
    413: errors.TooLarge,
    429: errors.TooManyRequests,
}
_ROUTE_NAMES: Final = (
    "CONNREFUSED",
    "NETUNREACH",
    "NETDOWN",
    "HOSTUNREACH",
    "HOSTDOWN",
    "ADDRNOTAVAIL",
    "AFNOSUPPORT",
)
_NO_ROUTE: Final = frozenset(
    code
    for name in _ROUTE_NAMES
    for prefix in ("E", "WSAE")
    if (code := getattr(errno, prefix + name, None)) is not None
)


def from_answer(
    status: int, text: str, place: Place = Place.API, retry_after: float | None = None
) -> AppError:
    """The error behind a failed answer. ``text`` is the KO message or its JSON, a page, or anything else."""
    text = _message(text)
    said = page_text(text) if looks_like_page(text) else text.strip()[:DETAIL_LENGTH]
    # A word of a page hides anywhere in it; the block that is shown may be cut short.
    error = understand(said) or (understand(text) if looks_like_page(text) else None)
    if error is None:
        error = _by_status(status, said or f"HTTP {status}", place)
    elif error.detail != said:
        error = type(error)(said, **error.facts)
    if retry_after is not None and isinstance(error, errors.ServiceBusy):
        error = type(error)(error.detail, **{**error.facts, "wait": retry_after})
    return error


def from_exception(exception: BaseException, *, connecting: bool = False, proxied: bool = False) -> AppError:
    """The error behind a failed connection.

    ``connecting``: nothing had been sent yet. ``proxied``: what cannot be reached is then the proxy itself.
    An exception's own text may hold addresses or header values, so only classes known to be harmless keep it.
    """
    error = _translate(exception, connecting)
    if proxied and isinstance(error, errors.NetworkUnavailable):
        return errors.ProxyFailed(error.detail)
    return error


def foreign() -> tuple[type[Exception], ...]:
    """The exceptions that connections raise.

    Asks only modules that are loaded: httpx is costly to import. One that another thread is about to import
    may not have all its names yet, and has raised nothing so far.
    """
    found: list[type[Exception]] = [OSError, HTTPException]
    for module, names in _LIBRARIES.items():
        if (loaded := sys.modules.get(module)) is not None:
            found.extend(getattr(loaded, name) for name in names if hasattr(loaded, name))
    return tuple(found)


@contextmanager
def translated(*, connecting: bool = False, proxied: bool = False) -> Iterator[None]:
    """Within this block only errors of ours leave."""
    try:
        yield
    except foreign() as exception:
        raise from_exception(exception, connecting=connecting, proxied=proxied) from None


_LIBRARIES: Final = {
    "httpx": ("HTTPError", "InvalidURL", "StreamError"),
    "socksio": ("SOCKSError",),
    "python_socks": ("ProxyError", "ProxyTimeoutError", "ProxyConnectionError"),
}


def _translate(exception: BaseException, connecting: bool) -> AppError:
    if isinstance(exception, AppError):
        return exception
    for cause in _causes(exception):
        if (error := _from_system(cause, connecting)) is not None:
            return error
    return _from_library(exception)


def _message(text: str) -> str:
    """The message of a KO that came whole: nodes and download hosts answer so too."""
    if text.lstrip().startswith("{"):
        with suppress(ValueError):
            return str(json.loads(text).get("message") or text)
    return text


def _by_status(status: int, detail: str, place: Place) -> AppError:
    if status in OVERLOADED:
        return errors.ServiceOverloaded(detail, status=status)
    if place is Place.DIRECT and status in (401, 404, 410):
        return errors.LinkExpired(detail)
    if place is Place.DIRECT and status == 416:
        return errors.RemoteChanged(detail)
    if place is Place.NODE and status in (404, 410):
        # It is the upload's address that is gone, no file; the next attempt is given another node.
        return errors.ServiceOverloaded(detail, status=status)
    leaf = _BY_STATUS.get(status)
    if leaf is not None:
        return leaf(detail)
    return errors.RequestRejected(detail, status=status)


def _causes(exception: BaseException) -> Iterator[BaseException]:
    """The innermost cause first: libraries wrap the system's error, and that one says most."""
    chain: list[BaseException] = []
    current: BaseException | None = exception
    while current is not None and current not in chain:
        chain.append(current)
        # Also a hidden context: httpcore raises its own error once more "from None".
        current = current.__cause__ or current.__context__
    return reversed(chain)


def _from_system(exception: BaseException, connecting: bool) -> AppError | None:
    if isinstance(exception, ssl.SSLError):
        return _from_tls(exception, connecting)
    if isinstance(exception, TimeoutError):
        return errors.TimedOut("no answer in time")
    if isinstance(exception, socket.gaierror):
        return errors.NetworkUnavailable(exception.strerror or "name resolution failed")
    if isinstance(exception, OSError):
        return _from_os(exception)
    return None


def _from_tls(exception: ssl.SSLError, connecting: bool) -> AppError | None:
    if isinstance(exception, ssl.SSLWantReadError | ssl.SSLWantWriteError):
        # Not a failure: it stands in the chain of whatever happened while TLS waited for bytes.
        return None
    if isinstance(exception, ssl.SSLCertVerificationError):
        return errors.TlsFailed(getattr(exception, "verify_message", ""))
    detail = getattr(exception, "reason", None) or type(exception).__name__
    ended = isinstance(exception, ssl.SSLEOFError | ssl.SSLZeroReturnError)
    return errors.ConnectionLost(detail) if ended or not connecting else errors.TlsFailed(detail)


def _from_os(exception: OSError) -> AppError | None:
    if exception.errno in _NO_ROUTE:
        return errors.NetworkUnavailable(exception.strerror or "no route")
    if exception.errno == errno.ETIMEDOUT:
        return errors.TimedOut(exception.strerror or "timed out")
    if isinstance(exception, ConnectionError) or (type(exception) is OSError and exception.errno):
        return errors.ConnectionLost(exception.strerror or type(exception).__name__)
    return None


_BY_NAME: Final[Mapping[str, type[AppError]]] = {
    # httpx
    "ConnectTimeout": errors.TimedOut,
    "ReadTimeout": errors.TimedOut,
    "WriteTimeout": errors.TimedOut,
    "PoolTimeout": errors.TimedOut,
    "ConnectError": errors.NetworkUnavailable,
    "ReadError": errors.ConnectionLost,
    "WriteError": errors.ConnectionLost,
    "CloseError": errors.ConnectionLost,
    "RemoteProtocolError": errors.ConnectionLost,
    "ProxyError": errors.ProxyFailed,
    "UnsupportedProtocol": errors.ProxyFailed,
    "InvalidURL": errors.ProxyFailed,
    "DecodingError": errors.UnexpectedAnswer,
    "TooManyRedirects": errors.UnexpectedAnswer,
    # python-socks, socksio
    "ProxyConnectionError": errors.ProxyFailed,
    "ProxyTimeoutError": errors.ProxyFailed,
    "SOCKSError": errors.ProxyFailed,
    "ProtocolError": errors.ProxyFailed,
    # http.client
    "RemoteDisconnected": errors.ConnectionLost,
    "IncompleteRead": errors.ConnectionLost,
    "BadStatusLine": errors.UnexpectedAnswer,
    "LineTooLong": errors.UnexpectedAnswer,
}


def _from_library(exception: BaseException) -> AppError:
    for kind in type(exception).__mro__:
        if (leaf := _BY_NAME.get(kind.__name__)) is not None:
            return leaf(type(exception).__name__)
    return errors.Unexpected(type(exception).__name__)

"""A connection through a proxy, for the bodies of transfers. Blocking."""

import base64
import socket
from http.client import HTTPConnection
from urllib.parse import unquote, urlsplit

from fichier_gui.api.options import check_proxy
from fichier_gui.domain import errors

HTTP_PORT = 80


def connect_through(proxy: str, host: str, port: int, timeout: float) -> socket.socket:
    """A socket whose other end is ``host``, which the proxy resolves. ``timeout`` in seconds.

    Raises ``ProxyFailed``, and what sockets and python-socks raise.
    """
    if urlsplit(check_proxy(proxy)).scheme.lower() == "http":
        return _through_http(proxy, host, port, timeout)
    return _through_socks(proxy, host, port, timeout)


def _through_http(proxy: str, host: str, port: int, timeout: float) -> socket.socket:
    """CONNECT by Python's own client: importing python-socks takes as long as a small request."""
    try:
        parts = urlsplit(proxy)
        connection = HTTPConnection(parts.hostname or "", parts.port or HTTP_PORT, timeout=timeout)
    except ValueError:
        raise errors.ProxyFailed("not a proxy address") from None
    connection.set_tunnel(host, port, _credentials(parts.username, parts.password))
    try:
        connection.connect()
    except BaseException as error:
        connection.close()
        if type(error) is OSError and not error.errno:
            # The proxy's refusal has no class of its own: "Tunnel connection failed: 407 …".
            raise errors.ProxyFailed(str(error)) from None
        raise
    return connection.sock


def _credentials(user: str | None, password: str | None) -> dict[str, str]:
    if user is None:
        return {}
    pair = f"{unquote(user)}:{unquote(password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _through_socks(proxy: str, host: str, port: int, timeout: float) -> socket.socket:
    from python_socks.sync import Proxy

    # The proxy resolves the host under both spellings, as it does for httpx.
    scheme, _, rest = proxy.partition("://")
    try:
        connector = Proxy.from_url(f"{scheme.lower().removesuffix('h')}://{rest}", rdns=True)
    except ValueError:
        raise errors.ProxyFailed("not a proxy address") from None
    return connector.connect(host, port, timeout=timeout)

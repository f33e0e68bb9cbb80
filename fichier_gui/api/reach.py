"""Whether the service can be reached at all: a connection is opened and closed again, nothing is asked."""

import asyncio
import socket
from typing import Final
from urllib.parse import urlsplit

from fichier_gui.api.faults import translated
from fichier_gui.api.options import NetworkOptions, check_proxy, split_host
from fichier_gui.domain.settings import AddressFamily

REACH_LIMIT: Final = 4.0
"""Seconds: a packet that was lost is asked for again soon enough."""

_FAMILIES: Final = {AddressFamily.IPV4: socket.AF_INET, AddressFamily.IPV6: socket.AF_INET6}
_PROXY_PORTS: Final = {"http": 80, "socks5": 1080, "socks5h": 1080}


async def reach(options: NetworkOptions, url: str) -> None:
    """Connect to the host of ``url``, or to the proxy that leads there.

    Raises ``NetworkUnavailable``, ``TimedOut``, ``ProxyFailed``, ``ConnectionLost``.
    """
    scheme, host, port = split_host(url)
    proxy = options.proxy_for(scheme, host)
    family = _FAMILIES.get(options.family, socket.AF_UNSPEC)
    if proxy is not None:
        host, port = _proxy_place(proxy)
        family = socket.AF_UNSPEC
    with translated(connecting=True, proxied=proxy is not None):
        async with asyncio.timeout(REACH_LIMIT):
            _, writer = await asyncio.open_connection(host, port, family=family)
        writer.transport.abort()


def _proxy_place(proxy: str) -> tuple[str, int]:
    parts = urlsplit(check_proxy(proxy))
    return parts.hostname or "", parts.port or _PROXY_PORTS[parts.scheme.lower()]

"""Opening a blocking connection for a body: address family pinned, through the proxy, timed.

Bodies do not go through httpx: it hands TLS data over in 16 KiB pieces through several layers of its own, at
three to five times the CPU of this path.
"""

import contextlib
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fichier_gui.api.faults import translated
from fichier_gui.api.options import NetworkOptions, split_host
from fichier_gui.api.proxies import connect_through
from fichier_gui.api.streams import PlainStream, Stream, TlsStream
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain import errors
from fichier_gui.domain.settings import AddressFamily

CONNECT_LIMIT: Final = 20.0
"""Seconds for one address to answer: a second address may do better."""

_AT_ONCE: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""A ``linger``, switched on, of no seconds."""

_FAMILIES: Final = {AddressFamily.IPV4: socket.AF_INET, AddressFamily.IPV6: socket.AF_INET6}


class Line:
    """What can be broken from any thread, from the first packet of the connection on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._aborted = False

    def hold(self, opened: socket.socket) -> None:
        """Use this socket from now on. Raises ``ConnectionLost`` after :meth:`abort`."""
        with self._lock:
            self._socket = opened
            if self._aborted:
                raise errors.ConnectionLost("given up")

    def abort(self) -> None:
        """Wake every blocked call on the socket. Closing it is left to the thread that uses it."""
        with self._lock:
            self._aborted = True
            if self._socket is not None:
                try:
                    self._socket.shutdown(socket.SHUT_RDWR)
                except OSError:
                    return

    def cut_short(self) -> None:
        """Let the close that follows reset the connection.

        Without it a peer that still has bytes to send waits, a minute and longer, for room in a window that
        nobody empties any more.
        """
        with self._lock:
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)

    @property
    def aborted(self) -> bool:
        """True after :meth:`abort`."""
        return self._aborted


@dataclass(frozen=True, slots=True)
class Dialer:
    """Opens streams with one set of options."""

    options: NetworkOptions
    tls: TlsContexts

    def open(self, url: str, line: Line) -> Stream:
        """A connected stream to the host of ``url``.

        Raises ``NetworkUnavailable``, ``TimedOut``, ``TlsFailed``, ``ProxyFailed``, ``ConnectionLost``.
        """
        try:
            scheme, host, port = split_host(url)
        except ValueError:
            raise errors.UnexpectedAnswer("not an address") from None
        proxy = self.options.proxy_for(scheme, host)
        with translated(connecting=True, proxied=proxy is not None):
            opened = self._through_proxy(proxy, host, port, line) if proxy else self._direct(host, port, line)
            try:
                opened.settimeout(self.options.timeout)
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if scheme == "http":
                    return PlainStream(opened)
                return TlsStream(opened, self.tls.get(self.options), host)
            except BaseException:
                opened.close()
                raise

    def _direct(self, host: str, port: int, line: Line) -> socket.socket:
        problem: OSError = OSError("no address")
        for family, address in self._addresses(host, port):
            opened = socket.socket(family, socket.SOCK_STREAM)
            try:
                line.hold(opened)
                opened.settimeout(min(self.options.timeout, CONNECT_LIMIT))
                opened.connect(address)
            except OSError as error:
                opened.close()
                problem = error
            except errors.ConnectionLost:
                opened.close()
                raise
            else:
                return opened
        raise problem

    def _addresses(self, host: str, port: int) -> Iterator[tuple[int, tuple[str, int]]]:
        family = _FAMILIES.get(self.options.family, socket.AF_UNSPEC)
        for found, _, _, _, address in socket.getaddrinfo(host, port, family, socket.SOCK_STREAM):
            yield found, (str(address[0]), int(address[1]))

    def _through_proxy(self, proxy: str, host: str, port: int, line: Line) -> socket.socket:
        opened = connect_through(proxy, host, port, min(self.options.timeout, CONNECT_LIMIT))
        try:
            line.hold(opened)
        except errors.ConnectionLost:
            opened.close()
            raise
        return opened

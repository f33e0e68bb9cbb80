"""Blocking byte streams over a connected socket, plain or TLS, made for large bodies."""

import select
import socket
import ssl
import time
from collections.abc import Callable
from typing import Final, Protocol, cast

from fichier_gui.domain.buffers import make_buffer

RECEIVE_SIZE: Final = 512 * 1024
"""Encrypted bytes taken from the system in one call."""

SEND_SIZE: Final = 64 * 1024
"""Bytes encrypted at a time: what is copied from buffer to buffer stays in the processor's cache."""

PATIENCE: Final = 0.1
"""Seconds to go on filling a caller's buffer once it holds something: progress stays smooth on slow lines."""


class Stream(Protocol):
    """One connection. All calls but ``close`` block, and raise what sockets and TLS raise."""

    def send(self, data: bytes | memoryview) -> None:
        """Send everything."""
        ...

    def readinto(self, buffer: memoryview) -> int:
        """Fill ``buffer`` as far as it goes within a moment; at least one byte, 0 at the end."""
        ...

    def receive_now(self) -> bytes:
        """What has already arrived, without waiting; empty if nothing."""
        ...

    def set_timeout(self, seconds: float) -> None:
        """How long a call may go without a byte."""
        ...

    def close(self) -> None:
        """Release the socket. Idempotent."""
        ...


class PlainStream:
    """No encryption: tests, the demo, and files that their owner serves without it."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected

    def send(self, data: bytes | memoryview) -> None:
        """See :class:`Stream`."""
        view = memoryview(data)
        # sendall() would apply the time limit to the whole of it, not to a stall.
        while view.nbytes:
            view = view[self._socket.send(view) :]

    def readinto(self, buffer: memoryview) -> int:
        """See :class:`Stream`."""
        return self._socket.recv_into(buffer)

    def receive_now(self) -> bytes:
        """See :class:`Stream`."""
        return self._socket.recv(65536) if _is_readable(self._socket) else b""

    def set_timeout(self, seconds: float) -> None:
        """See :class:`Stream`."""
        self._socket.settimeout(seconds)

    def close(self) -> None:
        """See :class:`Stream`."""
        self._socket.close()


class TlsStream:
    """TLS through memory: one system call for half a mebibyte instead of two for each 16 KiB record."""

    def __init__(self, connected: socket.socket, context: ssl.SSLContext, host: str) -> None:
        self._socket = connected
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._encrypted = make_buffer(RECEIVE_SIZE)
        # With a buffer it gives the number of bytes; its published type knows only the other way to call it.
        self._read = cast("Callable[[int, memoryview], int]", self._tls.read)
        self._shake_hands()

    @property
    def cipher(self) -> str:
        """The name of the negotiated cipher."""
        negotiated = self._tls.cipher()
        return negotiated[0] if negotiated else ""

    def send(self, data: bytes | memoryview) -> None:
        """See :class:`Stream`."""
        view = memoryview(data)
        while view.nbytes:
            self._tls.write(view[:SEND_SIZE])
            view = view[SEND_SIZE:]
            self._flush()

    def readinto(self, buffer: memoryview) -> int:
        """See :class:`Stream`."""
        read, size, got = self._read, len(buffer), 0
        deadline = time.monotonic() + PATIENCE
        while got < size:
            try:
                count = read(size - got, buffer[got:])
            except ssl.SSLWantReadError:
                if got and not _is_readable(self._socket, deadline - time.monotonic()):
                    break
                self._receive()
                continue
            except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                # Whether all has come is judged by the announced length.
                break
            if not count:
                break
            got += count
        return got

    def receive_now(self) -> bytes:
        """See :class:`Stream`."""
        if not _is_readable(self._socket):
            return b""
        self._receive()
        try:
            return self._tls.read(65536)
        except ssl.SSLWantReadError:
            # Session tickets and the like.
            self._flush()
            return b""

    def set_timeout(self, seconds: float) -> None:
        """See :class:`Stream`."""
        self._socket.settimeout(seconds)

    def close(self) -> None:
        """See :class:`Stream`."""
        self._socket.close()

    def _shake_hands(self) -> None:
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                self._flush()
                self._receive()
            else:
                self._flush()
                return

    def _receive(self) -> None:
        count = self._socket.recv_into(self._encrypted)
        if count:
            self._incoming.write(self._encrypted[:count])
        else:
            self._incoming.write_eof()

    def _flush(self) -> None:
        if self._outgoing.pending:
            view = memoryview(self._outgoing.read())
            while view.nbytes:
                view = view[self._socket.send(view) :]


def _is_readable(connected: socket.socket, seconds: float = 0.0) -> bool:
    wait = max(0.0, seconds)
    if hasattr(select, "poll"):
        # select() refuses descriptors above 1023.
        poll = select.poll()
        poll.register(connected, select.POLLIN)
        return bool(poll.poll(wait * 1000))
    return bool(select.select([connected], [], [], wait)[0])

"""A server that says exactly the bytes a test gives it, and keeps exactly the bytes it got."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Talk = Callable[[socket.socket], None]


@dataclass
class RawServer:
    """Listens on loopback; ``got`` is what the clients sent, one entry a connection."""

    port: int
    scheme: str = "http"
    got: list[bytearray] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)
    """Set at the end of the test: a talk that stalls waits for it."""

    @property
    def url(self) -> str:
        return f"{self.scheme}://localhost:{self.port}"

    def read_request(self, connection: socket.socket) -> bytes:
        """Head and announced body."""
        data = self.got[-1]
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                raise ConnectionError("closed before it asked anything")
            data += piece
        head, _, rest = bytes(data).partition(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        while len(rest) < length:
            piece = connection.recv(1 << 20)
            if not piece:
                break
            rest += piece
            data += piece
        return bytes(data)


@contextlib.contextmanager
def raw_server(
    talk: Callable[[RawServer, socket.socket], None],
    *,
    tls: ssl.SSLContext | None = None,
    host: str = "127.0.0.1",
) -> Iterator[RawServer]:
    """Serve every connection with ``talk`` until the test is over."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, 0), family=family)
    server = RawServer(listener.getsockname()[1], "https" if tls else "http")
    workers: list[threading.Thread] = []

    def serve(accepted: socket.socket) -> None:
        with contextlib.suppress(OSError), accepted:
            connection = tls.wrap_socket(accepted, server_side=True) if tls else accepted
            with connection:
                server.got.append(bytearray())
                talk(server, connection)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                accepted, _ = listener.accept()
                worker = threading.Thread(target=serve, args=(accepted,))
                workers.append(worker)
                worker.start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        yield server
    finally:
        server.hold.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join()
        for worker in workers:
            worker.join()


def answer(head: str, body: bytes = b"") -> Callable[[RawServer, socket.socket], None]:
    """A talk that reads the request and says this (``head`` with plain line ends)."""

    def talk(server: RawServer, connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)

    return talk

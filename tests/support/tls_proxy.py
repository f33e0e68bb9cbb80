"""Foreign clients against a local service: a throw-away CA, and a proxy that sends every host here.

    authority = ThrowAwayAuthority(folder)
    options = ServerOptions(tls=authority.server_context(), node_host="up{n}.1fichier.com")
    with simulator(options=options) as running, ConnectProxy(("127.0.0.1", running.port)) as proxy:
        subprocess.run(["rclone", ...], env=proxy.environment(authority))

or, all in one, for a simulator in this process:

    with foreign_world(folder, service) as world:
        subprocess.run(["rclone", "lsd", "onef:"], env=world.environment | rclone_settings(folder))

The proxy is a plain pipe of bytes (`splice` where the kernel has it), so it is not what a benchmark measures.
Nothing can leave the machine through it: whatever host a client names, it gets the local service.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import trustme
from support.simulator import DEFAULT_KEY, ServerOptions, Service, ThreadedSimulator, simulator

HOSTS = ("*.1fichier.com", "1fichier.com", "localhost", "127.0.0.1", "::1")
PIPE_BYTES = 1 << 20
CONNECT_SECONDS = 10.0


class ThrowAwayAuthority:
    """A CA that signed one certificate for all of 1fichier.com; its PEM files are in `folder`."""

    def __init__(self, folder: Path, hosts: tuple[str, ...] = HOSTS) -> None:
        authority = trustme.CA()
        self._certificate = authority.issue_cert(*hosts)
        self.ca_file = folder / "ca.pem"
        self.certificate_file = folder / "server.pem"
        self.key_file = folder / "server.key"
        authority.cert_pem.write_to_path(self.ca_file)
        self._certificate.private_key_pem.write_to_path(self.key_file)
        self.certificate_file.write_bytes(
            b"".join(blob.bytes() for blob in self._certificate.cert_chain_pems)
        )

    def server_context(self) -> ssl.SSLContext:
        """For a server in this process."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate_file, self.key_file)
        return context

    def client_context(self) -> ssl.SSLContext:
        """For a client in this process."""
        return ssl.create_default_context(cafile=self.ca_file)

    def environment(self) -> dict[str, str]:
        """Environment variables that make curl, rclone and httpx trust it."""
        path = str(self.ca_file)
        return {"SSL_CERT_FILE": path, "CURL_CA_BUNDLE": path}


class ConnectProxy:
    """Answers CONNECT for any host with a pipe to `target`. `hosts` lists what was asked for."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self.hosts: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def environment(self, authority: ThrowAwayAuthority) -> dict[str, str]:
        """This process's environment, with the proxy and the CA in it and no other proxy."""
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return kept | {"HTTPS_PROXY": self.url, "https_proxy": self.url} | authority.environment()

    def __enter__(self) -> ConnectProxy:
        self._spawn(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _shut(self._listener)
        self._listener.close()
        with self._lock:
            for connection in self._sockets:
                _shut(connection)
            threads = list(self._threads)
        for thread in threads:
            thread.join()

    def _spawn(self, act: object, *arguments: object) -> None:
        assert callable(act)
        thread = threading.Thread(target=act, args=arguments, name="connect-proxy", daemon=True)
        with self._lock:
            self._threads = [known for known in self._threads if known.is_alive()] + [thread]
            thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._spawn(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            with self._lock:
                self._sockets.add(client)
            host = _read_connect(client)
            if host is None:
                client.sendall(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n")
                return
            self.hosts.append(host)
            with socket.create_connection(self._target, CONNECT_SECONDS) as server:
                server.settimeout(None)
                with self._lock:
                    self._sockets.add(server)
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=_pipe, args=(server, client), name="connect-proxy-back")
                back.start()
                _pipe(client, server)
                back.join()
                with self._lock:
                    self._sockets.discard(server)
        with self._lock:
            self._sockets.discard(client)


@dataclass(frozen=True)
class ForeignWorld:
    """A simulator, the proxy that leads every host to it, and the environment for a client."""

    running: ThreadedSimulator
    proxy: ConnectProxy
    environment: dict[str, str]


@contextlib.contextmanager
def foreign_world(folder: Path, service: Service) -> Iterator[ForeignWorld]:
    """A simulator behind 1fichier's own names, over TLS."""
    authority = ThrowAwayAuthority(folder)
    options = ServerOptions(tls=authority.server_context(), node_host="up{n}.1fichier.com")
    with (
        simulator(service, options=options) as running,
        ConnectProxy(("127.0.0.1", running.port)) as proxy,
    ):
        yield ForeignWorld(running, proxy, proxy.environment(authority))


def rclone_settings(home: Path, key: str = DEFAULT_KEY) -> dict[str, str]:
    """Environment variables that make rclone's `onef:` the simulated account."""
    return {
        "HOME": str(home),
        "RCLONE_CONFIG": str(home / "none.conf"),
        "RCLONE_CONFIG_ONEF_TYPE": "fichier",
        "RCLONE_CONFIG_ONEF_API_KEY": key,
    }


def _read_connect(client: socket.socket) -> str | None:
    """The host of a CONNECT request."""
    client.settimeout(CONNECT_SECONDS)
    head = b""
    while b"\r\n\r\n" not in head:
        piece = client.recv(4096)
        if not piece:
            return None
        head += piece
    client.settimeout(None)
    method, _, rest = head.partition(b" ")
    return rest.split(b" ", 1)[0].decode() if method == b"CONNECT" else None


def _pipe(source: socket.socket, target: socket.socket) -> None:
    """Move bytes until one side ends; then no more are sent to the other."""
    with contextlib.suppress(OSError):
        (_splice if hasattr(os, "splice") else _copy)(source, target)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def _copy(source: socket.socket, target: socket.socket) -> None:
    buffer = memoryview(bytearray(PIPE_BYTES))
    while count := source.recv_into(buffer):
        target.sendall(buffer[:count])


def _splice(source: socket.socket, target: socket.socket) -> None:
    reader, writer = os.pipe()
    try:
        fcntl = importlib.import_module("fcntl")  # Where there is splice, there is fcntl.
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        while count := os.splice(source.fileno(), writer, PIPE_BYTES):
            while count:
                count -= os.splice(reader, target.fileno(), count)
    finally:
        os.close(reader)
        os.close(writer)


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)

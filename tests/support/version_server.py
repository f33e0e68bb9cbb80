"""A web server on loopback that tells of a version, over TLS with a certificate authority of its own."""

import contextlib
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme

PIECE = 1 << 16


@dataclass
class VersionServer:
    """What it answers, and the heads of what it was asked."""

    ca_file: Path
    address: str = ""
    body: bytes = b""
    status: int = 200
    encoding: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    """Of each answer that has ended: how many bytes of the body were on their way by then."""


@contextlib.contextmanager
def version_server(folder: Path) -> Iterator[VersionServer]:
    """Until this is left."""
    authority, told = trustme.CA(), VersionServer(folder / "ca.pem")
    authority.cert_pem.write_to_path(str(told.ca_file))

    class Handler(BaseHTTPRequestHandler):
        timeout = 2.0
        """Seconds: one who gave up while it connected says nothing more."""

        def do_GET(self) -> None:
            told.asked.append(
                {"path": self.path} | {name.lower(): value for name, value in self.headers.items()}
            )
            self.send_response(told.status)
            self.send_header("Content-Length", str(len(told.body)))
            if told.encoding:
                self.send_header("Content-Encoding", told.encoding)
            self.end_headers()
            taken = 0
            with contextlib.suppress(OSError):  # they may have heard enough
                for start in range(0, len(told.body), PIECE):
                    self.wfile.write(told.body[start : start + PIECE])
                    taken += len(told.body[start : start + PIECE])
            told.taken.append(taken)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        # Hands are shaken in the thread of a request: whoever gave up before must not hold up the end.
        server.daemon_threads = False  # the end waits for them
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        told.address = f"https://127.0.0.1:{server.server_address[1]}/release.json"
        thread = threading.Thread(target=server.serve_forever, name="version server")
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()

"""A web server on loopback that tells of a version, over TLS with a certificate authority of its own."""

import contextlib
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme


@dataclass
class VersionServer:
    """What it answers, and the heads of what it was asked."""

    ca_file: Path
    address: str = ""
    body: bytes = b""
    status: int = 200
    asked: list[dict[str, str]] = field(default_factory=list)


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
            self.end_headers()
            self.wfile.write(told.body)

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

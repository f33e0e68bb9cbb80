"""A program that listens for Click'n'Load as JDownloader does: a real server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


@dataclass
class Peer:
    """What it says and what it was told."""

    port: int = 0
    answer: str = "success\r\n"
    status: int = 200
    is_chunked: bool = False
    is_jdownloader: bool = True
    forms: list[dict[str, list[str]]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    asks: threading.Event = field(default_factory=threading.Event)
    """A request has come."""
    consent: threading.Event = field(default_factory=threading.Event)
    """Its user has answered; set unless a test clears it."""


@contextmanager
def listening() -> Iterator[Peer]:
    """One on a free port."""
    peer = Peer()
    peer.consent.set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(peer))
    server.daemon_threads = False
    peer.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield peer
    finally:
        peer.consent.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(peer: Peer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = self.path == "/jdcheck.js" and peer.is_jdownloader
            self._say(200 if found else 404, "jdownloader=true;\r\nvar version='1';\r\n" if found else "")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            peer.agents.append(self.headers["User-Agent"])
            peer.forms.append(parse_qs(body))
            peer.asks.set()
            peer.consent.wait(60)
            self._say(peer.status, peer.answer if self.path == "/flash/add" else "")

        def _say(self, status: int, text: str) -> None:
            data = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            if peer.is_chunked:
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                pieces = [data[:4], data[4:]]
                for piece in [p for p in pieces if p]:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                self.wfile.write(b"0\r\n\r\n")
            else:
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    return Handler

"""Bodies through an HTTP proxy: what it is asked, and what its refusal means."""

from __future__ import annotations

import base64
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest
from raw_server import RawServer, raw_server

from fichier_gui.api.dialing import Dialer, Line
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.proxies import connect_through
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain import errors


def _opens(server: RawServer, connection: socket.socket) -> None:
    server.read_request(connection)
    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    connection.sendall(connection.recv(16).upper())


def _refuses(server: RawServer, connection: socket.socket) -> None:
    server.read_request(connection)
    connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


def _hangs_up(server: RawServer, connection: socket.socket) -> None:
    server.read_request(connection)


def test_a_tunnel_begins_where_the_proxy_ends() -> None:
    with (
        raw_server(_opens) as proxy,
        connect_through(f"http://127.0.0.1:{proxy.port}", "up1.example", 443, 5.0) as tunnel,
    ):
        tunnel.sendall(b"hello")
        assert tunnel.recv(16) == b"HELLO"
    assert proxy.got[0].startswith(b"CONNECT up1.example:443 HTTP/1.")
    assert b"Proxy-Authorization" not in proxy.got[0]


def test_the_proxy_gets_its_own_credentials() -> None:
    with raw_server(_opens) as proxy:
        connect_through(f"http://me%40home:p%3Ass@127.0.0.1:{proxy.port}", "up1.example", 443, 5.0).close()
    said = base64.b64encode(b"me@home:p:ss")
    assert b"Proxy-Authorization: Basic " + said in proxy.got[0]


@pytest.mark.parametrize(
    ("talk", "leaf"), [(_refuses, errors.ProxyFailed), (_hangs_up, errors.ConnectionLost)]
)
def test_a_proxy_that_opens_nothing(
    talk: Callable[[RawServer, socket.socket], None], leaf: type[errors.AppError]
) -> None:
    with raw_server(talk) as proxy:
        options = NetworkOptions(timeout=5, proxy_url=f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(leaf):
            Dialer(options, TlsContexts()).open("https://up1.example/upload.cgi", Line())


@pytest.mark.parametrize("proxy", ["http://p.example:port", "gopher://p.example", "http://"])
def test_what_is_no_proxy_address(proxy: str) -> None:
    with pytest.raises(errors.ProxyFailed):
        connect_through(proxy, "up1.example", 443, 5.0)


def test_an_http_proxy_needs_no_socks_library() -> None:
    code = (
        "import sys\n"
        "from fichier_gui.api.proxies import connect_through\n"
        "try:\n    connect_through('http://127.0.0.1:9', 'up1.example', 443, 5.0)\n"
        "except OSError:\n    pass\n"
        "sys.exit('python_socks' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

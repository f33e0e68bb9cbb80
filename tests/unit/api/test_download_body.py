"""What a direct link may answer, and what each answer means."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time

import pytest
import trustme
from raw_server import RawServer, answer, raw_server
from support.waiting import PATIENCE

from fichier_gui.api.dialing import Dialer
from fichier_gui.api.download_body import DirectDownload, DownloadRequest, open_download, sent_name
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.tls import TlsContexts
from fichier_gui.domain import errors
from fichier_gui.domain.bodies import BodyInfo

GOOD = 'HTTP/1.1 200 OK\nContent-Disposition: attachment; filename="x"\nETag: "v1"\nContent-Length: 10'
PART = (
    'HTTP/1.1 206 Partial Content\nContent-Disposition: attachment\nETag: "v1"\nContent-Length: 6\n'
    "Content-Range: bytes 4-9/10"
)


def _open(
    server: RawServer, start: int = 0, etag: str | None = None, ca_file: str | None = None
) -> DirectDownload:
    network = NetworkOptions(timeout=5.0, ca_file=ca_file)
    request = DownloadRequest(f"{server.url}/p123", start, etag, "test/1")
    return open_download(request, Dialer(network, TlsContexts()))


def _read(body: DirectDownload) -> bytes:
    buffer, found = memoryview(bytearray(4096)), b""
    while count := body.readinto(buffer):
        found += bytes(buffer[:count])
    body.close()
    return found


def test_a_whole_file() -> None:
    with raw_server(answer(GOOD, b"0123456789")) as server:
        body = _open(server)
        assert body.info == BodyInfo(0, 10, '"v1"', "x")
        assert _read(body) == b"0123456789"
    request = bytes(server.got[0]).decode()
    assert request.startswith("GET /p123 HTTP/1.1\r\n")
    assert "Authorization" not in request
    assert "Range" not in request
    assert "Accept-Encoding: identity" in request


def test_bytes_behind_the_announced_end_are_not_read() -> None:
    with raw_server(answer(GOOD, b"0123456789and more")) as server:
        assert _read(_open(server)) == b"0123456789"


def test_a_rest() -> None:
    with raw_server(answer(PART, b"456789")) as server:
        body = _open(server, 4, '"v1"')
        assert body.info == BodyInfo(4, 10, '"v1"')
        assert _read(body) == b"456789"
    assert b"Range: bytes=4-\r\n" in server.got[0]


def test_200_in_place_of_206_starts_at_zero() -> None:
    with raw_server(answer(GOOD, b"0123456789")) as server:
        body = _open(server, 4, '"v1"')
        assert body.info.start == 0
        assert _read(body) == b"0123456789"


def test_an_html_file_is_a_file() -> None:
    head = "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Disposition: inline\nContent-Length: 6"
    with raw_server(answer(head, b"<html>")) as server:
        assert _read(_open(server)) == b"<html>"


def test_interim_answers_are_passed_over() -> None:
    with raw_server(answer("HTTP/1.1 103 Early Hints\n\n" + GOOD, b"0123456789")) as server:
        assert _read(_open(server)) == b"0123456789"


@pytest.mark.parametrize(
    ("head", "body", "leaf"),
    [
        (GOOD.replace('"v1"', '"v2"'), b"", errors.RemoteChanged),
        (PART.replace('"v1"', '"v2"'), b"", errors.RemoteChanged),
        (PART.replace("4-9/10", "5-9/10"), b"", errors.UnexpectedAnswer),
        (PART.replace("4-9/10", "4-8/10"), b"", errors.UnexpectedAnswer),
        (PART.replace("Content-Range", "X"), b"", errors.UnexpectedAnswer),
        (GOOD.replace("Content-Length: 10", "Transfer-Encoding: chunked"), b"", errors.UnexpectedAnswer),
        ("HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */3", b"", errors.RemoteChanged),
        ("HTTP/1.1 404 Not Found", b"<html>gone</html>", errors.LinkExpired),
        ("HTTP/1.1 200 OK\nContent-Type: text/html", b"<html>wait a minute</html>", errors.UnexpectedAnswer),
        ("HTTP/1.1 200 OK", b"<html>Your requests are too fast</html>", errors.FloodLocked),
        ("HTTP/1.1 403 Forbidden", b"<html>Only 1 location allowed at a time</html>", errors.OneLocation),
        ("HTTP/1.1 403 Forbidden", b"<html>VPN detected</html>", errors.NetworkRefused),
        (
            "HTTP/1.1 503 Service Unavailable",
            b"<html>Our services are in maintenance</html>",
            errors.Maintenance,
        ),
        ("HTTP/1.1 502 Bad Gateway", b"", errors.ServiceOverloaded),
        (
            "HTTP/1.1 302 Found\nLocation: https://1fichier.com/?abcdefghij&c=SCAN",
            b"",
            errors.ServiceOverloaded,
        ),
        ("HTTP/1.1 302 Found\nLocation: https://1fichier.com/?abcdefghij", b"", errors.LinkExpired),
        ("SSH-2.0-OpenSSH", b"", errors.UnexpectedAnswer),
        (
            "HTTP/1.1 429 Too Many\nRetry-After: 9\nTransfer-Encoding: chunked",
            b"5\r\nhello\r\n0\r\n\r\n",
            errors.TooManyRequests,
        ),
    ],
)
def test_other_answers(head: str, body: bytes, leaf: type[errors.AppError]) -> None:
    with raw_server(answer(head, body)) as server, pytest.raises(errors.AppError) as caught:
        _open(server, 4, '"v1"')
    assert type(caught.value) is leaf
    if leaf is errors.TooManyRequests:
        assert caught.value.facts["wait"] == 9.0
        assert caught.value.detail == "hello"


def test_416_at_the_very_end_is_an_end() -> None:
    with raw_server(answer("HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */10")) as server:
        body = _open(server, 10, '"v1"')
        assert body.info == BodyInfo(10, 10, '"v1"')
        assert _read(body) == b""


def test_a_connection_that_ends_early() -> None:
    with raw_server(answer(GOOD, b"0123")) as server:
        body = _open(server)
        with pytest.raises(errors.ConnectionLost):
            _read(body)
        body.close()


def test_a_connection_that_ends_before_an_answer() -> None:
    with raw_server(lambda server, connection: None) as server, pytest.raises(errors.ConnectionLost):
        _open(server)


def test_silence_is_noticed() -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        answer(GOOD, b"01")(server, connection)
        server.hold.wait(20)

    with raw_server(talk) as server:
        body = open_download(
            DownloadRequest(f"{server.url}/p1", 0, None, "t"),
            Dialer(NetworkOptions(timeout=0.3), TlsContexts()),
        )
        with pytest.raises(errors.TimedOut):
            _read(body)
        body.close()


def _stalling(server: RawServer, connection: socket.socket) -> None:
    answer(GOOD, b"01")(server, connection)
    server.hold.wait(20)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("localhost").configure_cert(context)
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return context, str(path)


@pytest.mark.parametrize("encrypted", [False, True])
def test_abort_wakes_a_blocked_read(encrypted: bool, authority: tuple[ssl.SSLContext, str]) -> None:
    context, ca_file = authority
    with raw_server(_stalling, tls=context if encrypted else None) as server:
        body = _open(server, ca_file=ca_file)
        caught: list[BaseException] = []
        started = threading.Event()

        def read() -> None:
            buffer = memoryview(bytearray(100))
            body.readinto(buffer)
            started.set()
            try:
                body.readinto(buffer)
            except errors.ConnectionLost as error:
                caught.append(error)

        reader = threading.Thread(target=read)
        reader.start()
        assert started.wait(5)
        began = time.monotonic()
        body.abort()
        reader.join(5)
        body.close()
    assert len(caught) == 1
    assert time.monotonic() - began < 3


def test_a_server_with_more_to_send_learns_that_the_download_was_given_up() -> None:
    full, ended = threading.Event(), threading.Event()

    def talk(server: RawServer, connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(GOOD.replace("10", str(1 << 30)).replace("\n", "\r\n").encode() + b"\r\n\r\n")
        connection.settimeout(0.2)
        try:
            while not server.hold.is_set():
                with contextlib.suppress(TimeoutError):
                    connection.send(bytes(1 << 20))
                    continue
                full.set()
        except OSError:
            ended.set()

    with raw_server(talk) as server:
        body = _open(server)
        assert full.wait(PATIENCE)
        body.abort()
        # What lies in the system's buffer is taken out: it would have reset the connection by itself.
        with pytest.raises(errors.ConnectionLost):
            while body.readinto(memoryview(bytearray(1 << 26))):
                pass
        body.close()
        assert ended.wait(PATIENCE / 3)


def test_over_tls(authority: tuple[ssl.SSLContext, str]) -> None:
    context, ca_file = authority
    data = bytes(range(256)) * 20_000
    head = GOOD.replace("Content-Length: 10", f"Content-Length: {len(data)}")
    with raw_server(answer(head, data), tls=context) as server:
        assert _read(_open(server, ca_file=ca_file)) == data


def test_tls_cut_off_in_the_middle(authority: tuple[ssl.SSLContext, str]) -> None:
    context, ca_file = authority
    with raw_server(answer(GOOD, b"0123"), tls=context) as server:
        body = _open(server, ca_file=ca_file)
        with pytest.raises(errors.ConnectionLost):
            _read(body)
        body.close()


def test_a_certificate_nobody_trusts(authority: tuple[ssl.SSLContext, str]) -> None:
    with raw_server(answer(GOOD), tls=authority[0]) as server, pytest.raises(errors.TlsFailed):
        _open(server)


def test_tls_to_a_plain_server(authority: tuple[ssl.SSLContext, str]) -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with raw_server(talk) as server:
        server.scheme = "https"
        with pytest.raises(errors.TlsFailed):
            _open(server, ca_file=authority[1])


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(errors.NetworkUnavailable):
        _open(RawServer(port))


@pytest.mark.parametrize("link", ["", "not a link", "ftp://x/y", "https:///p1", "http://x/p1\r\nX: y"])
def test_no_address_at_all(link: str) -> None:
    with pytest.raises((errors.UnexpectedAnswer, errors.NetworkUnavailable)):
        open_download(DownloadRequest(link, 0, None, "t"), Dialer(NetworkOptions(), TlsContexts()))


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename=\"_t_.txt\"; filename*=UTF-8''%C3%89t%C3%A9.txt", "Été.txt"),
        ("attachment; filename*=UTF-8''a%20%3B.txt", "a ;.txt"),
        ('attachment; filename="a \\"b\\".txt"', 'a "b".txt'),
        ("attachment; filename=plain.bin", "plain.bin"),
        ('attachment; filename="é.bin"', "é.bin"),
        ("attachment", None),
        ('inline; filename=""', None),
        ("attachment; filename*=nonsense''a%41", "aA"),
    ],
)
def test_the_name_comes_with_the_bytes(disposition: str, name: str | None) -> None:
    assert sent_name(disposition) == name

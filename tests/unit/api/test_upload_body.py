"""Upload requests to the byte, and what a node may say to them."""

from __future__ import annotations

import re
import socket
import threading
import time
from dataclasses import dataclass, field

import pytest
from raw_server import RawServer, answer, raw_server

from fichier_gui.api import dialing
from fichier_gui.api.dialing import Dialer
from fichier_gui.api.multipart import make_form
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.tls import TlsContexts
from fichier_gui.api.upload_body import NodeUpload, UploadRequest
from fichier_gui.domain import errors
from fichier_gui.domain.secret import Secret

KEY = "k" * 31 + "="
MOVED = "HTTP/1.1 302 Found\nLocation: /end.pl?xid=abc123\nContent-Length: 0"


@dataclass
class Outgoing:
    name: str
    data: bytes
    size: int = -1
    at: int = 0

    def __post_init__(self) -> None:
        self.size = len(self.data) if self.size < 0 else self.size

    def readinto(self, buffer: memoryview) -> int:
        count = min(len(buffer), len(self.data) - self.at)
        buffer[:count] = self.data[self.at : self.at + count]
        self.at += count
        return count


@dataclass
class Endless:
    """A file that never ends, for what happens half way."""

    name: str = "big.bin"
    size: int = 1 << 40
    given: int = 0
    started: threading.Event = field(default_factory=threading.Event)

    def readinto(self, buffer: memoryview) -> int:
        self.given += len(buffer)
        self.started.set()
        return len(buffer)


def _upload(server: RawServer, *files: Outgoing | Endless, sent: list[str] | None = None) -> NodeUpload:
    request = UploadRequest(
        f"{server.url}/upload.cgi?id=abc123", "abc123", Secret(KEY), "test/1", {"did": "7"}, files
    )
    events = [] if sent is None else sent
    return NodeUpload(
        request, Dialer(NetworkOptions(timeout=5), TlsContexts()), lambda: events.append("sent")
    )


def test_the_request_to_the_byte() -> None:
    sent: list[str] = []
    with raw_server(answer(MOVED)) as server:
        files = Outgoing("é “x”.txt", b"hello"), Outgoing('a"b\n.bin', b"\x00\xff" * 10)
        assert _upload(server, *files, sent=sent).send() == "abc123"
    head, _, body = bytes(server.got[0]).partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /upload.cgi?id=abc123 HTTP/1.1"
    headers = dict(line.split(": ", 1) for line in lines[1:])
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert headers["Connection"] == "close"
    assert headers["Host"] == f"localhost:{server.port}"
    assert headers["Content-Length"] == str(len(body))
    assert "Transfer-Encoding" not in headers
    found = re.fullmatch(r"multipart/form-data; boundary=([-a-z0-9]+)", headers["Content-Type"])
    assert found is not None
    mark = found[1].encode()
    assert body == (
        b"--" + mark + b'\r\nContent-Disposition: form-data; name="did"\r\n\r\n7\r\n'
        b"--"
        + mark
        + b'\r\nContent-Disposition: form-data; name="file[]"; filename="'
        + "é “x”.txt".encode()
        + b'"\r\nContent-Type: application/octet-stream\r\n\r\nhello\r\n'
        b"--" + mark + b'\r\nContent-Disposition: form-data; name="file[]"; filename="a%22b%0A.bin"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n" + b"\x00\xff" * 10 + b"\r\n--" + mark + b"--\r\n"
    )
    assert sent == ["sent"]


def test_the_announced_length_is_right_for_any_files() -> None:
    form = make_form("mark", {"did": "0", "domain": "4"}, [("a", 3), ("b" * 200, 70_000), ("c", 1)])
    assert form.length == sum(map(len, form.heads)) + 70_004 + len(form.tail)
    assert len(form.heads) == 3


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("HTTP/1.1 302 Found\nLocation: https://up1.1fichier.com/end.pl?xid=zzz9", b"", "zzz9"),
        ("HTTP/1.1 200 OK", b'<html><a href="/end.pl?xid=qq1">report</a></html>', "qq1"),
        ("HTTP/1.1 200 OK", b'<html>done: <a href="https://1fichier.com/?abcdefghij">x</a></html>', "abc123"),
    ],
)
def test_ways_to_the_report(head: str, body: bytes, expected: str) -> None:
    with raw_server(answer(head, body)) as server:
        assert _upload(server, Outgoing("a", b"x")).send() == expected


NO_FILE = '<html><div class="bloc2"></div><div class="bloc2">Pas de fichier trouvé dans l\'envoi</div></html>'


@pytest.mark.parametrize(
    ("head", "body", "leaf"),
    [
        ("HTTP/1.1 200 OK", NO_FILE.encode(), errors.UploadRefused),
        (
            "HTTP/1.1 200 OK",
            b'<html><div class="bloc2">Ne peut ouvrir le fichier destination</div></html>',
            errors.ServiceOverloaded,
        ),
        ("HTTP/1.1 200 OK", b'<html><div class="bloc2">Envoi interdit</div></html>', errors.UploadRefused),
        ("HTTP/1.1 302 Found\nLocation: https://1fichier.com/", b"", errors.UnexpectedAnswer),
        ("HTTP/1.1 413 Too Large", b"", errors.TooLarge),
        ("HTTP/1.1 503 Busy", b"", errors.ServiceOverloaded),
        ("HTTP/1.1 403 No", b'{"status":"KO","message":"Not authenticated #247"}', errors.KeyRefused),
        ("HTTP/1.1 403 No", b"Flood detected: IP Locked", errors.FloodLocked),
    ],
)
def test_other_answers(head: str, body: bytes, leaf: type[errors.AppError]) -> None:
    with raw_server(answer(head, body)) as server, pytest.raises(errors.AppError) as caught:
        _upload(server, Outgoing("a", b"x")).send()
    assert type(caught.value) is leaf


def test_an_answer_half_way_is_heard() -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1 << 20) and not server.hold.is_set():
            pass

    sent: list[str] = []
    with raw_server(talk) as server:
        with pytest.raises(errors.TooLarge):
            _upload(server, Endless(), sent=sent).send()
        server.hold.set()
    assert sent == []


def test_a_node_that_hangs_up_half_way() -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        connection.recv(1000)

    sent: list[str] = []
    with raw_server(talk) as server, pytest.raises(errors.ConnectionLost):
        _upload(server, Endless(), sent=sent).send()
    assert sent == []


def test_a_node_that_hangs_up_after_the_body() -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        server.read_request(connection)

    sent: list[str] = []
    with raw_server(talk) as server, pytest.raises(errors.ConnectionLost):
        _upload(server, Outgoing("a", b"x" * 100_000), sent=sent).send()
    # The node may have stored it: the caller must know that everything had gone.
    assert sent == ["sent"]


def test_abort_wakes_a_blocked_send() -> None:
    def talk(server: RawServer, connection: socket.socket) -> None:
        connection.recv(1000)
        server.hold.wait(20)

    with raw_server(talk) as server:
        file = Endless()
        upload = _upload(server, file)
        caught: list[BaseException] = []

        def send() -> None:
            try:
                upload.send()
            except errors.AppError as error:
                caught.append(error)

        sender = threading.Thread(target=send)
        sender.start()
        assert file.started.wait(5)
        began = time.monotonic()
        upload.abort()
        sender.join(5)
        assert time.monotonic() - began < 3
    assert [type(error) for error in caught] == [errors.ConnectionLost]


def test_abort_before_the_start() -> None:
    with raw_server(answer(MOVED)) as server:
        upload = _upload(server, Outgoing("a", b"x"))
        upload.abort()
        with pytest.raises(errors.ConnectionLost):
            upload.send()
    assert server.got == []


def test_a_file_that_became_shorter() -> None:
    with raw_server(answer(MOVED)) as server, pytest.raises(errors.SourceChanged):
        _upload(server, Outgoing("a", b"x", size=50)).send()


def test_a_reader_that_fails_keeps_its_error() -> None:
    class Broken(Outgoing):
        def readinto(self, buffer: memoryview) -> int:
            raise errors.SourceMissing("a", path="/a")

    with raw_server(answer(MOVED)) as server, pytest.raises(errors.SourceMissing):
        _upload(server, Broken("a", b"x")).send()


def test_an_empty_file_is_not_sent() -> None:
    with raw_server(answer(MOVED)) as server, pytest.raises(errors.EmptyFile):
        _upload(server, Outgoing("a", b"x"), Outgoing("b", b"")).send()
    assert server.got == []


def test_the_key_shows_nowhere() -> None:
    with raw_server(answer(MOVED)) as server:
        upload = _upload(server, Outgoing("a", b"x"))
        assert KEY not in repr(upload)
        assert KEY not in str(upload.request)
        upload.send()


def test_a_connection_may_be_opened_first_and_left_unused() -> None:
    with raw_server(answer(MOVED)) as server:
        upload = _upload(server, Outgoing("a", b"x"))
        upload.connect()
        upload.connect()
        assert upload.send() == "abc123"
        unused = _upload(server, Outgoing("a", b"x"))
        unused.connect()
        unused.close()
        unused.close()
    assert [bytes(got[:4]) for got in server.got if got] == [b"POST"]


def test_a_proxy_that_answers_after_the_abort_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = socket.socketpair()
    monkeypatch.setattr(dialing, "connect_through", lambda *_args: near)
    request = UploadRequest("http://up1.example/upload.cgi?id=a", "a", None, "test/1", {}, ())
    options = NetworkOptions(timeout=5, proxy_url="http://proxy.example:3128")
    upload = NodeUpload(request, Dialer(options, TlsContexts()), lambda: None)
    upload.abort()
    with far, pytest.raises(errors.ConnectionLost):
        upload.connect()
    assert near.fileno() == -1

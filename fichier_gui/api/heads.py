"""The heads of HTTP/1.1 messages, and small bodies: just what bodies of transfers need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fichier_gui.api.streams import Stream
from fichier_gui.domain.errors import ConnectionLost, UnexpectedAnswer

_LONGEST_HEAD: Final = 64 * 1024
_LONGEST_PAGE: Final = 256 * 1024
_END: Final = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """Status and headers (names in lower case); ``rest`` are the body bytes that came along."""

    status: int
    headers: Mapping[str, str]
    rest: bytes = b""

    @property
    def length(self) -> int | None:
        """Content-Length, or None where the body has no announced end."""
        value = self.headers.get("content-length", "")
        return int(value) if value.isdecimal() else None


def request_head(method: str, target: str, host: str, headers: Mapping[str, str]) -> bytes:
    """The head of a request on a connection of its own. Raises ``UnexpectedAnswer`` for a line break in any
    value, for values come from the service too."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines.append("Connection: close")
    if any("\r" in line or "\n" in line for line in lines) or " " in target:
        raise UnexpectedAnswer("a line break or space in an address")
    return "\r\n".join([*lines, "", ""]).encode()


def read_head(stream: Stream, already: bytes = b"") -> AnswerHead:
    """The head of the next final answer; interim ones (1xx) are passed over.

    Raises ``ConnectionLost`` when the peer ends before, ``UnexpectedAnswer`` when it is no HTTP.
    """
    data = already
    while True:
        while _END not in data:
            if len(data) > _LONGEST_HEAD:
                raise UnexpectedAnswer("an endless HTTP head")
            piece = _read_some(stream)
            if not piece:
                raise ConnectionLost("the connection ended before an answer")
            data += piece
        head, _, rest = data.partition(_END)
        answer = _parse(head, rest)
        if answer.status >= 200:
            return answer
        data = rest


def read_page(stream: Stream, head: AnswerHead) -> str:
    """A small body as text: error pages, upload verdicts. Cut at 256 KiB; a broken end does not matter."""
    data = head.rest
    wanted = min(head.length if head.length is not None else _LONGEST_PAGE, _LONGEST_PAGE)
    chunked = "chunked" in head.headers.get("transfer-encoding", "").lower()
    while len(data) < wanted and not (chunked and data.endswith(b"0\r\n\r\n")):
        try:
            piece = _read_some(stream)
        except OSError:
            break
        if not piece:
            break
        data += piece
    return (_unchunked(data) if chunked else data[:wanted]).decode("utf-8", "replace")


def _read_some(stream: Stream) -> bytes:
    buffer = bytearray(16 * 1024)
    return bytes(buffer[: stream.readinto(memoryview(buffer))])


def _parse(head: bytes, rest: bytes) -> AnswerHead:
    lines = head.decode("utf-8", "replace").split("\r\n")
    protocol, _, after = lines[0].partition(" ")
    code = after[:3]
    if not protocol.startswith("HTTP/1.") or not code.isdecimal():
        raise UnexpectedAnswer("not an HTTP answer")
    pairs = (line.partition(":") for line in lines[1:])
    return AnswerHead(int(code), {name.strip().lower(): value.strip() for name, _, value in pairs}, rest)


def _unchunked(data: bytes) -> bytes:
    found = b""
    while data:
        line, _, data = data.partition(b"\r\n")
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError:
            break
        if not size:
            break
        found, data = found + data[:size], data[size + 2 :]
    return found

"""One upload request: a fresh connection, a streamed form, and the node's verdict. Blocking."""

import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol
from urllib.parse import parse_qs, urlsplit

from fichier_gui.api.dialing import Dialer, Line
from fichier_gui.api.faults import Place, foreign, from_answer, from_exception
from fichier_gui.api.heads import AnswerHead, read_head, read_page, request_head
from fichier_gui.api.messages import understand
from fichier_gui.api.multipart import Form, make_form
from fichier_gui.api.pages import block_text, page_text
from fichier_gui.api.streams import Stream
from fichier_gui.domain import errors, links
from fichier_gui.domain.buffers import make_buffer
from fichier_gui.domain.secret import Secret

LARGEST_PIECE: Final = 1024 * 1024
_SMALLEST_PIECE: Final = 16 * 1024
_QUICK, _SLOW = 0.2, 1.0
"""Seconds for one piece: quicker pieces grow, slower ones shrink, so that a stall and a slow line differ."""

_STORING_LIMIT: Final = 600.0
"""Seconds from the last byte to the answer: a node may take its time to store a large body."""

_REPORT: Final = re.compile(r"/end\.pl\?xid=([A-Za-z0-9]+)")


class OutgoingFile(Protocol):
    """One file of the form (``transfers.ports.UploadFile``)."""

    @property
    def name(self) -> str:
        """The name as it goes over the wire."""
        ...

    @property
    def size(self) -> int:
        """Exact length in bytes."""
        ...

    def readinto(self, buffer: memoryview) -> int:
        """Fill ``buffer`` as far as possible; 0 at the end."""
        ...


@dataclass(frozen=True, slots=True)
class UploadRequest:
    """Where a form goes and what it holds. ``key`` is None for a guest's upload."""

    url: str
    node_id: str
    key: Secret | None
    user_agent: str
    fields: Mapping[str, str]
    files: tuple[OutgoingFile, ...]


@dataclass
class NodeUpload:
    """One running upload request. ``send`` is called once, on a worker thread."""

    request: UploadRequest
    dialer: Dialer
    body_sent: Callable[[], None]
    busy: Callable[[errors.ServiceBusy], None] = lambda _error: None
    """Called on the sending thread when the node asks for patience."""
    _line: Line = field(default_factory=Line)
    _piece: int = 64 * 1024
    _stream: Stream | None = None

    def connect(self) -> None:
        """Open the connection, unless it is open. Sends nothing. Raises what ``Dialer.open`` raises."""
        self._connected()

    def close(self) -> None:
        """Release the connection. Idempotent."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def send(self) -> str:
        """Send everything and read the answer; return the report id (``xid``).

        Raises ``EmptyFile`` before anything is sent, ``UploadRefused``, ``SourceChanged``,
        ``ConnectionLost``, ``TimedOut``, ``ServiceOverloaded`` and the other leaves of ``faults``. Never
        repeats the request.
        """
        try:
            form = self._form()
            return self._exchange(self._connected(), form)
        except errors.ServiceBusy as error:
            self.busy(error)
            raise
        except foreign() as exception:
            raise self._broken(from_exception(exception)) from None
        finally:
            self.close()

    def abort(self) -> None:
        """Break the connection. Safe from any thread."""
        self._line.abort()

    def _connected(self) -> Stream:
        if self._stream is None:
            self._stream = self.dialer.open(self.request.url, self._line)
        return self._stream

    def _form(self) -> Form:
        files = self.request.files
        if any(not file.size for file in files):
            raise errors.EmptyFile(", ".join(file.name for file in files if not file.size))
        return make_form(
            f"----fichier{secrets.token_hex(12)}",
            self.request.fields,
            [(file.name, file.size) for file in files],
        )

    def _exchange(self, stream: Stream, form: Form) -> str:
        early = self._send_all(stream, form)
        if not early:
            self.body_sent()
            stream.set_timeout(_STORING_LIMIT)
        head = read_head(stream, early)
        stream.set_timeout(self.dialer.options.timeout)
        return self._verdict(head, read_page(stream, head))

    def _send_all(self, stream: Stream, form: Form) -> bytes:
        """Send head and body. Returns the first bytes of an answer that came before the end, or nothing."""
        stream.send(self._head(form))
        buffer = make_buffer(LARGEST_PIECE)
        try:
            for part, file in zip(form.heads, self.request.files, strict=True):
                stream.send(part)
                for piece in _pieces(file, buffer):
                    if early := stream.receive_now():
                        return early
                    self._send_piece(stream, piece)
            stream.send(form.tail)
        except foreign() as exception:
            return self._last_words(stream, exception)
        return b""

    def _send_piece(self, stream: Stream, piece: memoryview) -> None:
        while piece.nbytes:
            began = time.monotonic()
            stream.send(piece[: self._piece])
            taken, piece = time.monotonic() - began, piece[self._piece :]
            if taken < _QUICK:
                self._piece = min(self._piece * 2, LARGEST_PIECE)
            elif taken > _SLOW:
                self._piece = max(self._piece // 2, _SMALLEST_PIECE)

    def _last_words(self, stream: Stream, exception: Exception) -> bytes:
        """A node that refuses half way answers and hangs up: its answer says more than the broken pipe."""
        broken = self._broken(from_exception(exception))
        if not self._line.aborted and isinstance(broken, errors.ConnectionLost):
            stream.set_timeout(2.0)
            buffer = bytearray(16 * 1024)
            try:
                if count := stream.readinto(memoryview(buffer)):
                    return bytes(buffer[:count])
            except foreign():
                raise broken from None
        raise broken from None

    def _broken(self, error: errors.AppError) -> errors.AppError:
        return errors.ConnectionLost("given up") if self._line.aborted else error

    def _head(self, form: Form) -> bytes:
        request = self.request
        parts = urlsplit(request.url)
        headers = {
            "User-Agent": request.user_agent,
            "Accept": "*/*",
            "Content-Type": form.content_type,
            "Content-Length": str(form.length),
        }
        if request.key is not None:
            headers["Authorization"] = f"Bearer {request.key.reveal()}"
        return request_head("POST", f"{parts.path}?{parts.query}", parts.netloc, headers)

    def _verdict(self, head: AnswerHead, page: str) -> str:
        location = head.headers.get("location", "")
        if head.status in (301, 302, 303, 307):
            identifiers = parse_qs(urlsplit(location).query).get("xid")
            if identifiers:
                return identifiers[0]
            raise errors.UnexpectedAnswer("an upload node redirected elsewhere")
        if head.status >= 400:
            raise from_answer(head.status, page, Place.NODE)
        # Some nodes answer 200 with the report, or a way to it, in the page.
        if found := _REPORT.search(page):
            return found[1]
        said = block_text(page) or page_text(page)
        error = understand(said)
        if error is None and links.find(page):
            return self.request.node_id
        raise error or errors.UploadRefused(said)


def _pieces(file: OutgoingFile, buffer: memoryview) -> Iterator[memoryview]:
    left = file.size
    while left:
        count = file.readinto(buffer[: min(left, len(buffer))])
        if not count:
            raise errors.SourceChanged(f"{file.name} is shorter than it was")
        left -= count
        yield buffer[:count]

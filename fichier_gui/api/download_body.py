"""One open direct link: what its first answer says, then its bytes. Blocking; the key is never sent."""

import re
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Final
from urllib.parse import quote, urlsplit

from fichier_gui.api.dialing import Dialer, Line
from fichier_gui.api.faults import Place, foreign, from_answer, from_exception
from fichier_gui.api.heads import AnswerHead, read_head, read_page, request_head
from fichier_gui.api.streams import Stream
from fichier_gui.domain import errors
from fichier_gui.domain.bodies import BodyInfo

_CONTENT_RANGE: Final = re.compile(r"bytes\s+(\d+)-(\d+)/(\d+|\*)")
_WHOLE_RANGE: Final = re.compile(r"bytes\s+\*/(\d+)")


@dataclass(frozen=True, slots=True)
class DownloadRequest:
    """What is asked. ``etag`` is that of an earlier part, if there is one.

    ``is_range``: a link that was opened before may only be opened again with a range.
    """

    link: str
    start: int
    etag: str | None
    user_agent: str
    is_range: bool = False

    def head(self) -> bytes:
        """The request as it goes out."""
        parts = urlsplit(self.link)
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{parts.query}" if parts.query else ""
        )
        headers = {"User-Agent": self.user_agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        if self.start or self.is_range:
            headers["Range"] = f"bytes={self.start}-"
        return request_head("GET", target, parts.netloc.rpartition("@")[2], headers)


class DirectDownload:
    """The bytes of one open direct link. Made by :func:`open_download`."""

    def __init__(self, stream: Stream, line: Line, info: BodyInfo, rest: bytes) -> None:
        self._stream = stream
        self._line = line
        self._info = info
        self._rest = memoryview(rest)
        self._left = info.total - info.start

    @property
    def info(self) -> BodyInfo:
        """Where the bytes begin, how many the file has, and its version."""
        return self._info

    def readinto(self, buffer: memoryview) -> int:
        """Fill ``buffer`` as far as one go allows; 0 at the end. Raises ``ConnectionLost``, ``TimedOut``."""
        wanted = min(len(buffer), self._left)
        if not wanted:
            return 0
        if self._rest.nbytes:
            count = min(wanted, self._rest.nbytes)
            buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        else:
            count = self._receive(buffer[:wanted])
        self._left -= count
        return count

    def abort(self) -> None:
        """Make a blocked ``readinto`` fail with ``ConnectionLost``. Safe from any thread."""
        self._line.abort()

    def close(self) -> None:
        """Release the connection; the service stops at once what it has not sent yet."""
        if self._left:
            self._line.cut_short()
        self._stream.close()

    def _receive(self, buffer: memoryview) -> int:
        try:
            count = self._stream.readinto(buffer)
        except foreign() as exception:
            raise _broken(self._line, from_exception(exception)) from None
        if not count or self._line.aborted:
            raise errors.ConnectionLost("given up" if self._line.aborted else "the connection ended early")
        return count


def open_download(request: DownloadRequest, dialer: Dialer, line: Line | None = None) -> DirectDownload:
    """Open a direct link.

    The answer is looked at before a byte counts: status, ``Content-Disposition`` (a page has none, whatever
    its type), ``Content-Range`` and the version. Raises what ``transfers.ports`` says of ``open_download``.
    """
    line = Line() if line is None else line
    stream = dialer.open(request.link, line)
    try:
        stream.send(request.head())
        head = read_head(stream)
        info = _examine(head, request) or _refuse(head, read_page(stream, head))
        return DirectDownload(stream, line, info, head.rest)
    except foreign() as exception:
        stream.close()
        raise _broken(line, from_exception(exception)) from None
    except errors.AppError:
        stream.close()
        raise


def _examine(head: AnswerHead, request: DownloadRequest) -> BodyInfo | None:
    """What a good answer says; None for an answer that holds a page."""
    etag = head.headers.get("etag")
    if head.status == 416:
        return _at_end(head, request)
    if head.status not in (200, 206) or "content-disposition" not in head.headers:
        return None
    if request.etag is not None and etag is not None and etag != request.etag:
        raise errors.RemoteChanged("another ETag")
    if head.status == 200:
        return BodyInfo(0, _length(head), etag, sent_name(head.headers["content-disposition"]))
    return _partial(head, request, etag)


def _partial(head: AnswerHead, request: DownloadRequest, etag: str | None) -> BodyInfo:
    found = _CONTENT_RANGE.fullmatch(head.headers.get("content-range", ""))
    if found is None:
        raise errors.UnexpectedAnswer("206 without a range")
    first, last = int(found[1]), int(found[2])
    total = last + 1 if found[3] == "*" else int(found[3])
    if first != request.start or last + 1 != total or _length(head) != total - first:
        raise errors.UnexpectedAnswer("another range than the one asked for")
    return BodyInfo(first, total, etag, sent_name(head.headers["content-disposition"]))


def _at_end(head: AnswerHead, request: DownloadRequest) -> BodyInfo:
    """416: nothing lies at ``start``. Either all of the file is here already, or it shrank."""
    found = _WHOLE_RANGE.fullmatch(head.headers.get("content-range", ""))
    if found is None or int(found[1]) != request.start:
        raise errors.RemoteChanged("the range lies behind the end", start=request.start)
    return BodyInfo(request.start, request.start, request.etag)


def sent_name(disposition: str) -> str | None:
    """The file name of a ``Content-Disposition`` (RFC 6266); None where it has none."""
    message = Message()
    message["Content-Disposition"] = disposition
    found = message.get_params(header="Content-Disposition", failobj=[]) or []
    names = [value for name, value in found if name.lower() == "filename"]
    # The extended form (``filename*``) comes as a tuple. It says the same, and says it whole.
    names.sort(key=lambda value: isinstance(value, str))
    return collapse_rfc2231_value(names[0]) or None if names else None


def _length(head: AnswerHead) -> int:
    if head.length is None or "chunked" in head.headers.get("transfer-encoding", "").lower():
        raise errors.UnexpectedAnswer("a file without a length")
    return head.length


def _refuse(head: AnswerHead, page: str) -> BodyInfo:
    """Raise what a page in place of the file means."""
    location = head.headers.get("location", "")
    if 300 <= head.status < 400:
        if "c=SCAN" in location or "c=DB" in location:
            raise errors.ServiceOverloaded("the file is still being scanned or stored")
        raise errors.LinkExpired("redirected to a page")
    error = from_answer(head.status, page, Place.DIRECT, retry_after(head))
    if head.status < 400 and isinstance(error, errors.RequestRejected):
        raise errors.UnexpectedAnswer(error.detail)
    raise error


def retry_after(head: AnswerHead) -> float | None:
    """``Retry-After`` in seconds; dates are not read, for nobody has ever seen one here."""
    value = head.headers.get("retry-after", "")
    return float(value) if value.isdecimal() else None


def _broken(line: Line, error: errors.AppError) -> errors.AppError:
    return errors.ConnectionLost("given up") if line.aborted else error

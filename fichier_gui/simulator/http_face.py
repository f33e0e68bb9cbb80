"""The HTTP face: every path of the API, of the upload nodes and of the web site, on one port."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, Future

from aiohttp import web

from . import http_download
from .answers import Answer, RequestContext, html
from .content import checksum
from .delivery import TRANSPORT_FAULTS, Body, Head, deliver
from .endpoints.download import DEAD
from .endpoints.upload import LARGEST_REQUEST, NO_FILE, refused
from .faults import Fault
from .http_upload import BodyReader, FormWriter, UploadBroken
from .model import File
from .multipart import MultipartParser, boundary_of
from .request_log import RequestLog, RequestRecord, redacted
from .service import NO_SUCH_PAGE, Service

LARGEST_JSON = 8 << 20
ZEROS = "0" * 128
_LOGGED_HEADERS = (
    "JSON",
    "EXPORT",
    "Content-Length",
    "Transfer-Encoding",
    "Host",
    "Connection",
    "Accept-Encoding",
)

Handler = Callable[[web.BaseRequest, RequestRecord], Awaitable[web.StreamResponse]]


class HttpFace:
    """Turns HTTP requests into calls of a service. `stopping` ends hashing early."""

    def __init__(self, service: Service, log: RequestLog, executor: Executor) -> None:
        self._service = service
        self._log = log
        self._executor = executor
        self._stopping = threading.Event()
        self._routes: list[tuple[str, str, Handler]] = [
            ("/v1/", "", self._api),
            ("/upload.cgi", "upload.cgi", self._upload),
            ("/end.pl", "end.pl", self._end),
            ("/p", "download", self._download),
            ("/dir/", "dir", self._directory),
            ("/check_links.pl", "check_links.pl", self._check_links),
            ("/network.html", "network.html", self._network),
            ("/remove/", "remove", self._remove),
            ("/", "page", self._page),
        ]

    def stop(self) -> None:
        """Give up sums that are being computed."""
        self._stopping.set()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        endpoint, handler = self._route(request.path)
        record = _record(request, endpoint, self._service.clock())
        self._log.begin(record)
        try:
            return await handler(request, record)
        except (ConnectionError, UploadBroken):
            record.status = 0
            return web.Response(status=400)  # Nobody is there to read it.
        finally:
            self._log.end(record)

    def _route(self, path: str) -> tuple[str, Handler]:
        for prefix, endpoint, handler in self._routes:
            if path.startswith(prefix):
                return endpoint or path.removeprefix(prefix).removesuffix(".cgi"), handler
        return "page", self._page

    # The API --------------------------------------------------------------

    async def _api(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        body = await request.content.read(LARGEST_JSON)
        while piece := await request.content.read(LARGEST_JSON):
            body += piece
        record.bytes_in = len(body)
        record.payload = _readable(body)
        context = _context(request)
        answer = self._service.handle(record.endpoint, body, context, method=request.method)
        return await self._reply(request, answer, record)

    # Upload nodes ---------------------------------------------------------

    async def _upload(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        keep = self._service.switches.upload_keep_alive
        fault, instead = self._service.page_fault("upload.cgi", request.query_string, _context(request))
        refusal = _unacceptable(request) or (instead if fault is not None and not fault.done else None)
        if refusal is not None:
            return await self._reply(request, refusal, record, fault, keep_alive=False)
        if request.headers.get("Expect", "").lower() == "100-continue":
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.writer.output_size = 0
        answer = await self._take_form(request, record, fault)
        return await self._reply(request, instead or answer, record, fault, keep_alive=keep)

    async def _take_form(
        self, request: web.BaseRequest, record: RequestRecord, fault: Fault | None
    ) -> Answer:
        boundary = boundary_of(request.headers.get("Content-Type", ""))
        parser = MultipartParser(boundary or b"no boundary")
        writer = FormWriter(self._service.state.store)
        taken = False
        try:
            await BodyReader(request, self._executor, record, fault).read(parser, writer)
            form = writer.form()
            record.payload = redacted(form.fields | {"files": [received.name for received in form.files]})
            if not parser.finished:
                return refused(NO_FILE)
            identifier = request.query.get("id", "")
            for name, value in _basic(request).items():
                form.fields.setdefault(name, value)
            answer, files = self._service.receive(_context(request), identifier, form)
            taken = bool(files)
        finally:
            if not taken:
                writer.discard()
        for file in files:
            self._hash(identifier, file)
        return answer

    def _hash(self, identifier: str, file: File) -> None:
        if not self._service.switches.hash_uploads:
            self._service.hashed(identifier, file, ZEROS)
            return
        loop = asyncio.get_running_loop()
        going = self._executor.submit(checksum, file.content, lambda: not self._stopping.is_set())

        def done(finished: Future[str]) -> None:
            if not finished.cancelled() and not self._stopping.is_set():
                loop.call_soon_threadsafe(self._service.hashed, identifier, file, finished.result())

        going.add_done_callback(done)

    async def _end(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        level, export = request.headers.get("JSON", ""), request.headers.get("EXPORT", "") == "1"
        if self._service.switches.end_pl_query:
            level = level or request.query.get("JSON", "")
            export = export or request.query.get("EXPORT", request.query.get("Export", "")) == "1"
        answer = self._service.end(request.query.get("xid", ""), level, export)
        return await self._reply(request, answer, record)

    # Direct links ---------------------------------------------------------

    async def _download(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        number = request.path.removeprefix("/p")
        context, name = _context(request), self._service.name_behind(number)
        fault, instead = self._service.page_fault("download", name, context)
        if fault is not None and fault.action == "token-dead":
            instead = DEAD
        if instead is not None:
            return await self._reply(request, instead, record, fault, keep_alive=False)
        opened = self._service.open_link(context, number, "Range" in request.headers)
        if isinstance(opened, Answer):
            return await self._reply(request, opened, record, fault, keep_alive=False)
        record.fault = fault.action if fault else ""
        try:
            return await http_download.serve(request, opened, fault, record)
        finally:
            self._service.link_closed(opened)

    # The web site ---------------------------------------------------------

    async def _directory(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        public_id = request.path.removeprefix("/dir/").strip("/")
        form = await request.post() if request.method == "POST" else {}
        as_json = "1" in (str(form.get("json", "")), request.query.get("json", ""))
        password = str(form.get("pass", ""))
        return await self._site(
            request, record, lambda: self._service.public_folder(public_id, password, as_json)
        )

    async def _check_links(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        form = await request.post()
        urls = [str(url) for url in form.getall("links[]", [])]
        record.payload = {"links": urls}
        return await self._site(request, record, lambda: self._service.check_links(_context(request), urls))

    async def _network(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        return await self._site(request, record, lambda: self._service.network(_context(request)))

    async def _remove(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        identifier, _, code = request.path.removeprefix("/remove/").partition("/")
        form = await request.post() if request.method == "POST" else {}
        confirmed = str(form.get("force", "")) == "1"
        return await self._site(
            request, record, lambda: self._service.remove_by_code(identifier, code, confirmed)
        )

    async def _page(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        if request.path != "/" or not request.query_string:
            return await self._reply(request, NO_SUCH_PAGE, record)
        identifier = request.query_string.partition("&")[0].removesuffix("=")
        return await self._site(request, record, lambda: self._service.file_page(identifier))

    async def _site(
        self, request: web.BaseRequest, record: RequestRecord, act: Callable[[], Answer]
    ) -> web.StreamResponse:
        fault, instead = self._service.page_fault(record.endpoint, str(request.rel_url), _context(request))
        return await self._reply(request, instead or act(), record, fault)

    # Answers --------------------------------------------------------------

    async def _reply(
        self,
        request: web.BaseRequest,
        answer: Answer,
        record: RequestRecord,
        fault: Fault | None = None,
        keep_alive: bool = True,
    ) -> web.StreamResponse:
        struck = answer.fault or fault
        record.fault = struck.action if struck else ""
        record.status = answer.status
        if isinstance(answer.body, dict):
            record.message = str(answer.body.get("message", ""))
        body = _encode(answer)
        headers = {"Content-Type": f"{answer.content_type}; charset=utf-8", **answer.headers}
        late = struck is not None and struck.action in TRANSPORT_FAULTS | {"delay"}
        spent = record.endpoint == "upload.cgi" and struck is not None and struck.action != "delay"
        if late and not spent:
            return await deliver(
                request, Head(answer.status, headers), Body([body], len(body)), struck, record
            )
        response = web.Response(status=answer.status, body=body, headers=headers)
        record.bytes_out = len(body)
        if not keep_alive:
            response.force_close()
        return response


def _encode(answer: Answer) -> bytes:
    if isinstance(answer.body, str):
        return answer.body.encode()
    return json.dumps(answer.body, ensure_ascii=False, indent=2 if answer.pretty else None).encode()


def _unacceptable(request: web.BaseRequest) -> Answer | None:
    if request.method != "POST":
        return html(405, "405 Not Allowed", "405 Not Allowed")
    if "Transfer-Encoding" in request.headers or request.content_length is None:
        return html(411, "411 Length Required", "411 Length Required")
    if request.content_length > LARGEST_REQUEST:
        return html(413, "413 Request Entity Too Large", "413 Request Entity Too Large")
    return None


def _context(request: web.BaseRequest) -> RequestContext:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    bearer = key.strip() if scheme.lower() == "bearer" else None
    return RequestContext(bearer, request.remote or "", request.headers.get("Content-Type", ""))


def _basic(request: web.BaseRequest) -> dict[str, str]:
    scheme, _, code = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return {}
    try:
        user, _, password = base64.b64decode(code).decode("utf-8").partition(":")
    except ValueError:
        return {}
    return {"user": user, "pass": password}


def _readable(body: bytes) -> object:
    try:
        return redacted(json.loads(body)) if body.strip() else None
    except ValueError:
        return None


def _record(request: web.BaseRequest, endpoint: str, now: float) -> RequestRecord:
    headers = request.headers
    return RequestRecord(
        0,
        now,
        request.method,
        request.path,
        endpoint,
        request.remote or "",
        query=dict(request.query),
        authorization="Authorization" in headers,
        content_type=headers.get("Content-Type", ""),
        user_agent=headers.get("User-Agent", ""),
        range=headers.get("Range", ""),
        headers={name.lower(): headers[name] for name in _LOGGED_HEADERS if name in headers},
    )

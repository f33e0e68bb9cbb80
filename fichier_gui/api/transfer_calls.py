"""What transfers need: nodes, reports, direct links and bodies (reference §4.1, §4.16 to §4.18, §5, §6)."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Final

from fichier_gui.api.calls import Ask, Caller
from fichier_gui.api.cooldown import PAUSING
from fichier_gui.api.dialing import Dialer
from fichier_gui.api.download_body import DirectDownload, DownloadRequest, open_download
from fichier_gui.api.entries import read_stored
from fichier_gui.api.exchange import Reply
from fichier_gui.api.faults import Place, from_answer
from fichier_gui.api.file_calls import named
from fichier_gui.api.messages import understand
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.api.pages import looks_like_page, page_text
from fichier_gui.api.tls import TlsContexts
from fichier_gui.api.upload_body import NodeUpload, OutgoingFile, UploadRequest
from fichier_gui.api.wire import mapping, text
from fichier_gui.domain import errors
from fichier_gui.domain.credits import NetworkClass
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import ReportState, UploadNode, UploadReport

_PAID_NETWORK: Final = re.compile(
    r"vpn detected|requires the use of cdn credits|professional equipment|massively shared internet access",
    re.IGNORECASE,
)
"""What ``network.html`` says of an address from which the plan alone does not count (reference §6.5)."""


class TransferCalls(Caller):
    """Implements ``transfers.ports.TransferService``."""

    _tls: TlsContexts
    _loop: asyncio.AbstractEventLoop | None = None

    async def upload_node(self) -> UploadNode:
        """``upload/get_upload_server``: a node and an id for one upload."""

        def parse(answer: object) -> UploadNode:
            source = mapping(answer)
            return self._address.check_node(UploadNode(text(source, "url"), text(source, "id")))

        self._loop = asyncio.get_running_loop()
        ask = Ask(Priority.TRANSFER, is_repeatable=True)
        return await self._call("upload/get_upload_server", {}, ask, parse)

    def open_upload(
        self,
        node: UploadNode,
        folder_id: FolderId,
        files: tuple[OutgoingFile, ...],
        body_sent: Callable[[], None],
    ) -> NodeUpload:
        """Prepare ``upload.cgi`` for one to 500 files. Nothing is sent before ``send``.

        A flood answer starts the cool-down of the whole program, like any other.
        """
        self._address.check_node(node)
        request = UploadRequest(
            url=f"{self._address.node_url(node.host)}/upload.cgi?id={node.id}",
            node_id=node.id,
            key=self._required_key(),
            user_agent=self._exchange.options.user_agent,
            fields={"did": str(int(folder_id))},
            files=files,
        )
        return NodeUpload(request, self._dialer(), body_sent, self._report_busy)

    async def upload_report(self, node: UploadNode) -> UploadReport:
        """``end.pl``, asked once."""
        self._address.check_node(node)
        url = f"{self._address.node_url(node.host)}/end.pl?xid={node.id}"

        async def send() -> UploadReport:
            key = self._required_key()
            return _read_report(await self._exchange.get(url, key, {"JSON": "1"}))

        return await self._repeated(Ask(Priority.TRANSFER, Kind.NODE, is_repeatable=True), send)

    async def download_link(self, url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        """``download/get_token``: a direct link that must be opened within five minutes.

        ``cdn`` is always said, so that credits are never spent unasked; ``single`` stays 0, so that the link
        can be resumed.
        """
        payload = named(url) | {"cdn": int(cdn), "single": 0}
        if password:
            payload["pass"] = password

        def parse(answer: object) -> str:
            link = text(mapping(answer), "url")
            if not link.startswith(("https://", "http://")):
                raise errors.UnexpectedAnswer("get_token gave no link")
            return link

        self._loop = asyncio.get_running_loop()
        ask = Ask(Priority.TRANSFER, is_repeatable=True)
        return await self._call("download/get_token", payload, ask, parse)

    async def network_class(self) -> NetworkClass:
        """``network.html``: what the service takes our address for. One page of the site, without the key."""

        async def send() -> NetworkClass:
            reply = await self._exchange.get(self._address.site_url("/network.html"), None, {})
            if _PAID_NETWORK.search(reply.text):
                return NetworkClass.PAID
            if reply.status == 200 and looks_like_page(reply.text):
                return NetworkClass.PRIVATE
            error = from_answer(reply.status, reply.text, Place.SITE, reply.retry_after)
            if isinstance(error, PAUSING):
                raise error
            return NetworkClass.UNKNOWN

        return await self._repeated(Ask(Priority.TRANSFER, Kind.SITE, is_repeatable=True), send)

    def open_download(self, link: str, start: int, etag: str | None) -> DirectDownload:
        """Open a direct link at byte ``start``. Blocking: call from a worker thread. The key is not sent.

        A flood page starts the cool-down of the whole program, like any other flood answer.
        """
        return self._open(DownloadRequest(link, start, etag, self._exchange.options.user_agent))

    def open_range(self, link: str, start: int, etag: str | None) -> DirectDownload:
        """As :meth:`open_download`, for a link that is opened many times, at its beginning too."""
        agent = self._exchange.options.user_agent
        return self._open(DownloadRequest(link, start, etag, agent, is_range=True))

    def _open(self, request: DownloadRequest) -> DirectDownload:
        try:
            return open_download(request, self._dialer())
        except errors.ServiceBusy as error:
            self._report_busy(error)
            raise

    def _report_busy(self, error: errors.ServiceBusy) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._budget.report, error)

    def _dialer(self) -> Dialer:
        return Dialer(self._exchange.options, self._tls)


def _read_report(reply: Reply) -> UploadReport:
    try:
        answer = json.loads(reply.body)
    except ValueError:
        return _read_page(reply)
    source = mapping(answer)
    if text(source, "status").upper() == "KO" or reply.status >= 400:
        raise from_answer(reply.status, text(source, "message"), Place.NODE, reply.retry_after)
    files = read_stored(source)
    return UploadReport(ReportState.READY if files else ReportState.EMPTY, files)


def _read_page(reply: Reply) -> UploadReport:
    """HTML despite the JSON header: the scan is not over, or the node no longer knows the upload."""
    if reply.status in (404, 410):
        return UploadReport(ReportState.UNKNOWN)
    if reply.status >= 400:
        raise from_answer(reply.status, reply.text, Place.NODE, reply.retry_after)
    if (error := understand(page_text(reply.text))) is not None:
        raise error
    return UploadReport(ReportState.PENDING)

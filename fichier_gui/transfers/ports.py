"""What the transfers need of the rest of the program, as protocols.

``api`` implements :class:`TransferService`, ``catalogue`` implements :class:`KnownFolders`;
``app.container`` joins them. Bodies move on worker threads (blocking calls), all else on the core's loop.
"""

from collections.abc import Callable
from typing import Protocol

from fichier_gui.domain.bodies import BodyInfo as BodyInfo
from fichier_gui.domain.credits import NetworkClass
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import FolderListing, RemoteFile, UploadNode, UploadReport


class DownloadBody(Protocol):
    """The bytes of one open direct link. Blocking: call from a worker thread."""

    @property
    def info(self) -> BodyInfo:
        """Known from the moment the body is open."""
        ...

    def readinto(self, buffer: memoryview) -> int:
        """Fill ``buffer`` as far as one go allows; 0 at the end.

        Raises ``ConnectionLost`` when the peer ends before ``total``, ``TimedOut``.
        """
        ...

    def abort(self) -> None:
        """Make a blocked ``readinto`` fail with ``ConnectionLost``. Safe from any thread."""
        ...

    def close(self) -> None:
        """Release the connection."""
        ...


class UploadFile(Protocol):
    """One part of an upload request: its name, its size and a blocking reader."""

    @property
    def name(self) -> str:
        """The name as it goes over the wire (already encoded for the service)."""
        ...

    @property
    def size(self) -> int:
        """Exact length in bytes."""
        ...

    def readinto(self, buffer: memoryview) -> int:
        """Fill ``buffer`` as far as possible; 0 at the end. May raise ``SourceChanged``."""
        ...


class UploadBody(Protocol):
    """One running upload request. Blocking: call from a worker thread."""

    def connect(self) -> None:
        """Open the connection; nothing is sent. May outlast ``abort``: the name is resolved by the system.

        Raises ``NetworkUnavailable``, ``TimedOut``, ``TlsFailed``, ``ProxyFailed``, ``ConnectionLost``.
        """
        ...

    def send(self) -> str:
        """Send everything and read the answer; return the report id (``xid``) of the redirect.

        Raises ``UploadRefused``, ``ConnectionLost``, ``TimedOut``, ``ServiceOverloaded`` and whatever the
        ``readinto`` of a file raises. Never repeats the request.
        """
        ...

    def abort(self) -> None:
        """Break the connection; a blocked ``send`` fails with ``ConnectionLost``. Safe from any thread."""
        ...

    def close(self) -> None:
        """Release a connection over which nothing will be sent. Idempotent; ``send`` does so by itself."""
        ...


class TransferService(Protocol):
    """The service, as far as transfers need it. Coroutines pass the request budget."""

    async def upload_node(self) -> UploadNode:
        """``upload/get_upload_server``."""
        ...

    def open_upload(
        self,
        node: UploadNode,
        folder_id: FolderId,
        files: tuple[UploadFile, ...],
        body_sent: Callable[[], None],
    ) -> UploadBody:
        """Prepare ``upload.cgi``. ``body_sent`` is called on the sending thread after the last byte was
        handed to the system and before the answer is read."""
        ...

    async def upload_report(self, node: UploadNode) -> UploadReport:
        """``end.pl``, asked once."""
        ...

    async def download_link(self, url: FileUrl, *, cdn: bool, password: str | None = None) -> str:
        """``download/get_token``: a direct link that must be opened within five minutes."""
        ...

    async def network_class(self) -> NetworkClass:
        """What downloads cost over the present connection; costs one request."""
        ...

    def open_download(self, link: str, start: int, etag: str | None) -> DownloadBody:
        """Open a direct link at byte ``start``. Blocking: call from a worker thread. The key is not sent.

        With ``etag`` of an earlier part a changed file raises ``RemoteChanged``. Raises ``LinkExpired`` for a
        dead link, ``NetworkRefused``, ``OneLocation``, ``UnexpectedAnswer`` (a page instead of the file),
        ``NetworkUnavailable``, ``TimedOut``, ``TlsFailed``, ``ProxyFailed``, ``ServiceOverloaded``.
        """
        ...


class KnownFolders(Protocol):
    """What is known of remote folders; used to claim uploads and to show what arrived."""

    async def listing(self, folder_id: FolderId, *, not_older_than: float) -> FolderListing:
        """The folder as the service showed it at or after ``not_older_than`` (seconds since 1970).

        Waits for the service's 30 s per folder when it must ask.
        """
        ...

    async def stored(self, folder_id: FolderId, file: RemoteFile) -> None:
        """An upload arrived: the listing is updated locally, without a request."""
        ...


class HashState(Protocol):
    """A running Whirlpool digest."""

    def update(self, data: memoryview) -> None:
        """Add bytes. Releases the GIL for large pieces where the provider can."""
        ...

    def hexdigest(self) -> str:
        """128 lower-case hexadecimal digits."""
        ...


class Checksums(Protocol):
    """The Whirlpool provider chosen at run time."""

    @property
    def provider(self) -> str | None:
        """Its name, or None where this machine has none: transfers then end "not verified"."""
        ...

    def new(self) -> HashState:
        """A new digest. Call only when ``provider`` is not None."""
        ...

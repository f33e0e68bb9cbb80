"""What the service holds, in our own types. Times are seconds since 1970, sizes are bytes."""

from enum import StrEnum

from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.sharing import AccessList, FolderShare
from fichier_gui.domain.values import value


@value
class RemoteFile:
    """One file of a listing. ``url`` is its identity: two files of one name in a folder are normal."""

    url: FileUrl
    name: str
    size: int
    added_at: float | None = None
    checksum: str | None = None
    """Whirlpool, 128 lower-case hexadecimal digits."""
    mime: str = ""
    has_password: bool = False
    has_acl: bool = False
    is_cdn: bool = False


@value
class RemoteFolder:
    """One folder. ``owner`` is the sharer's e-mail for a folder of another account."""

    id: FolderId
    name: str
    created_at: float | None = None
    has_password: bool = False
    public_url: str | None = None
    owner: str | None = None
    can_write: bool = True
    hides_links: bool = False
    shares: tuple[FolderShare, ...] = ()
    """With whom the account shares it; known only from the folder's own listing."""

    @property
    def is_writable(self) -> bool:
        """The account may change what is in it: its own folder, or one that is shared for writing."""
        return self.owner is None or self.can_write


ROOT_FOLDER = RemoteFolder(id=ROOT, name="")


@value
class FolderListing:
    """A folder with its children as the service answered at ``fetched_at``."""

    folder: RemoteFolder
    folders: tuple[RemoteFolder, ...]
    files: tuple[RemoteFile, ...]
    fetched_at: float
    is_complete: bool = True
    """False when the service cut the list (5,000 entries): counts are then "at least"."""


@value
class FileDetails:
    """Answer of ``file/info``."""

    url: FileUrl
    name: str
    size: int
    checksum: str | None = None
    added_at: float | None = None
    mime: str = ""
    description: str = ""
    has_password: bool = False
    folder_id: FolderId | None = None
    path: str | None = None
    access: AccessList | None = None
    is_inline: bool = False
    """Served to browsers for display, without the download page."""
    allows_http: bool = False
    is_cdn: bool = False


@value
class PublicFile:
    """One entry of a public ``/dir/…`` folder."""

    url: FileUrl
    name: str
    size: int
    has_password: bool = False
    has_acl: bool = False


@value
class UploadNode:
    """One upload server and session id: used for one upload, never cached (``get_upload_server``)."""

    host: str
    id: str


@value
class StoredFile:
    """One line of the upload report (``end.pl``)."""

    url: FileUrl
    name: str
    size: int
    checksum: str | None
    remove_code: str | None = None


class ReportState(StrEnum):
    """What ``end.pl`` said."""

    PENDING = "pending"
    """An HTML wait page: the service is still storing or scanning."""
    EMPTY = "empty"
    """Valid, with no link."""
    READY = "ready"
    UNKNOWN = "unknown"
    """The service does not know this upload (any more)."""


@value
class UploadReport:
    """Answer of ``end.pl``: match ``files`` by name and size, never by index."""

    state: ReportState
    files: tuple[StoredFile, ...] = ()


@value
class LinkState:
    """One line of ``check_links.pl``. Name and size are withheld for protected files."""

    exists: bool
    name: str | None = None
    size: int | None = None

"""What the service keeps: users, folders, files, tokens, upload reports, remote jobs."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field

from .content import Content

FREE, PREMIUM, ACCESS, GOLD = 0, 1, 2, 3
ROOT_ID = 0

mimetypes.add_type("video/x-matroska", ".mkv")
mimetypes.add_type("application/zip", ".zip")


def content_type(name: str) -> str:
    """The MIME type that the service tells for a name."""
    guessed, encoding = mimetypes.guess_type(name)
    if encoding == "gzip":
        return "application/gzip"
    return guessed or "application/octet-stream"


@dataclass
class Acl:
    """An access list. Every list that is set has to let the caller through."""

    ip: list[str] = field(default_factory=list)
    country: list[str] = field(default_factory=list)
    email: list[str] = field(default_factory=list)
    premium: int = 0

    def __bool__(self) -> bool:
        return bool(self.ip or self.country or self.email or self.premium)


@dataclass
class File:
    """A stored file. `owner` is an e-mail address, None for a guest's upload. `created` in wall seconds."""

    id: str
    owner: str | None
    folder_id: int
    name: str
    content: Content
    created: float
    checksum: str = ""
    password: str = ""
    description: str = ""
    no_ssl: int = 0
    inline: int = 0
    cdn: int = 0
    acl: Acl = field(default_factory=Acl)
    domain: int = 0
    bound: bool = False
    removal_code: str = ""
    infected: bool = False
    scanned_at: float | None = None
    deleted_at: float | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return self.content.size


@dataclass
class Share:
    """A group share of a folder with one registered user."""

    email: str
    rw: int = 0
    hide_links: int = 0


@dataclass
class Folder:
    """A folder of one user. `files` holds the ids of its files, just deleted ones included."""

    id: int
    parent: int
    name: str
    created: float
    public_id: str = ""
    password: str = ""
    shares: list[Share] = field(default_factory=list)
    files: dict[str, None] = field(default_factory=dict)
    children: dict[int, None] = field(default_factory=dict)


@dataclass
class Voucher:
    """A voucher code of 32 characters."""

    code: str
    service: str
    used_by: str = ""


@dataclass
class RemoteJob:
    """A remote upload. `results` is filled when it is executed."""

    id: int
    folder_id: int
    urls: list[str]
    headers: dict[str, str]
    requested: float
    executed: float | None = None
    results: list[dict[str, str]] = field(default_factory=list)


@dataclass
class User:
    """An account."""

    email: str
    offer: int = PREMIUM
    cdn_credits: float = 0.0
    subscription_end: float = 0.0
    web_password: str = ""
    locked: bool = False
    upload_forbidden: int = 0
    allowed_storage: int = 100 * 1024**4
    settings: dict[str, int] = field(default_factory=dict)
    folders: dict[int, Folder] = field(default_factory=dict)
    ftp_users: dict[str, int] = field(default_factory=dict)
    jobs: dict[int, RemoteJob] = field(default_factory=dict)
    vouchers: list[Voucher] = field(default_factory=list)

    @property
    def root(self) -> Folder:
        """The account's root folder."""
        return self.folders[ROOT_ID]

    @property
    def is_customer(self) -> bool:
        """Whether downloads by API are allowed without CDN credits."""
        return self.offer != FREE


@dataclass
class Token:
    """A direct link `/p<digits>` (§4.1, §6). Times in wall seconds."""

    number: str
    file_id: str
    email: str
    ip: str
    issued: float
    single: int = 0
    inline: int = 0
    cdn: int = 0
    restrict_ip: int = 0
    first_used: float | None = None
    uses: int = 0


@dataclass
class Report:
    """One upload, from the node's address to the report that end.pl gives (§5)."""

    id: str
    issued: float
    used: bool = False
    files: list[File] = field(default_factory=list)
    incoming: int = 0
    polls: int = 0
    asked: bool = False
    stored: bool = False
    finished: float | None = None

"""What the use cases hand out: frozen values for the window, the command line and tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fichier_gui.domain.account import Account, KeyStorage
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.upload_window import Verdict


@dataclass(frozen=True, slots=True)
class SessionState:
    """Whether there is a key in use, and what is known of its account."""

    signed_in: bool = False
    account: Account | None = None
    """None while unknown: signed out, or signed in while the service did not say (flood)."""
    storage: KeyStorage = KeyStorage.NONE
    storage_problem: AppError | None = None
    """Why the key lives for this run only, or why the key ring gave none."""
    refused: AppError | None = None
    """The service refused the key in use; the queue is held until another one is entered."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that will not be transferred, and why. ``name`` is a local path, a remote path or a link."""

    name: str
    reason: AppError


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name that cannot be kept as it is: ``stored`` is what will be used."""

    name: str
    stored: str


@dataclass(frozen=True, slots=True)
class PlannedUpload:
    """One file to send. ``folder`` is relative to the plan's folder: "" or such as ``Trip/Day 1``."""

    path: str
    name: str
    size: int
    folder: str
    mtime_ns: int
    start_at: float | None = None
    """Not before then, seconds since 1970."""
    part_offset: int | None = None
    """Of a part: where it begins; ``size`` is its length. None: the whole file."""
    source_size: int | None = None
    """Of a part: bytes of the whole file."""


@dataclass(frozen=True, slots=True)
class LargeUpload:
    """A file that does not go up in one piece, and why."""

    file: PlannedUpload
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A file to send whose content the account has."""

    file: PlannedUpload
    found: RemoteFile
    path: str
    """Of the folder it is in: ``/Films/2024``; empty where it is not known."""
    is_in_place: bool = False
    """Its link will do, as where it has this name and is where it was to go to: nothing is left to do."""


@dataclass(frozen=True, slots=True)
class UploadPlan:
    """What dropping these paths on this folder would do. Nothing has happened yet. Sizes in bytes."""

    folder_id: FolderId
    folder_path: str
    """Of the target, such as ``/Films/2024``; ``/`` for the root."""
    folders: tuple[str, ...]
    """Remote folders the files need, relative, parents before children; those that exist are reused."""
    files: tuple[PlannedUpload, ...]
    skipped: tuple[Skipped, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    """File and folder names the service would refuse: they are encoded, and decoded where shown."""
    twins: tuple[PlannedUpload, ...] = ()
    """Files whose name the target folder is known to hold already. Both would exist."""
    older: Mapping[str, tuple[FileUrl, ...]] = field(default_factory=dict)
    """The links that the target folder is known to hold under the name of a twin."""
    replaces: bool = False
    """What is ``older`` goes once its twin is there and verified."""
    slow: tuple[LargeUpload, ...] = ()
    """Those of ``files`` that the service would cut, at the speed that uploads have had."""
    too_large: tuple[LargeUpload, ...] = ()
    """Files over the account's limit. They are in ``skipped``, unless they are split."""
    part_size: int = 0
    """Bytes that a part may have."""
    there: tuple[AlreadyThere, ...] = ()
    """Those of ``files`` whose content the account is known to have."""
    copies: tuple[AlreadyThere, ...] = ()
    """What is copied on the server instead of being sent. They are not in ``files``."""

    @property
    def total_size(self) -> int:
        """Bytes to send."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class PlannedDownload:
    """One file to fetch. ``folder`` is absolute; ``name`` is safe on this system."""

    url: FileUrl
    name: str
    size: int
    folder: str
    remote_folder_path: str = ""
    checksum: str | None = None
    has_password: bool = False
    password: Secret | None = None
    """Goes with the download; without it a protected file asks when its turn comes."""


@dataclass(frozen=True, slots=True)
class DownloadPlan:
    """What fetching these items into ``folder`` would do. Nothing has happened yet. Sizes in bytes."""

    folder: Path
    files: tuple[PlannedDownload, ...]
    skipped: tuple[Skipped, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    locked: tuple[Skipped, ...] = ()
    """Links of which nothing is known without their password, or with a wrong one."""

    @property
    def total_size(self) -> int:
        """Bytes to fetch."""
        return sum(file.size for file in self.files)


def whole_name(plan: UploadPlan | DownloadPlan) -> str:
    """What all files of a plan are called together: their folder, or the file they are parts of; or ""."""
    if isinstance(plan, UploadPlan):
        paths = {file.path for file in plan.files}
        if len(paths) == 1 and len(plan.files) > 1:
            return Path(paths.pop()).name
        tops = {file.folder.partition("/")[0] for file in plan.files}
    else:
        folders = {Path(file.folder) for file in plan.files}
        inside = [
            f.relative_to(plan.folder).parts[:1] if f.is_relative_to(plan.folder) else () for f in folders
        ]
        tops = {"".join(part) for part in inside}
    return tops.pop() if len(tops) == 1 else ""

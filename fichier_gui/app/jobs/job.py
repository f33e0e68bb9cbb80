"""A job, its reports and its ending, in a form that travels between processes as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, Final

from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.errors import (
    AppError,
    CreditsNeeded,
    KeyProblem,
    KeyringProblem,
    ServiceBusy,
)
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Transfer

if TYPE_CHECKING:
    from fichier_gui.domain.organising import Amount


class Ending(IntEnum):
    """How a job ended; also the exit code of the command."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    KEY_REFUSED = 3
    SERVICE_PAUSED = 4
    CREDITS_NEEDED = 5
    """Downloads would cost CDN credits, and the job did not say yes."""


class Verb(StrEnum):
    """What can be asked for."""

    LS = "ls"
    UPLOAD = "upload"
    DOWNLOAD = "download"
    ACCOUNT = "account"
    QUEUE = "queue"
    KEY = "key"
    EXPORT = "export"
    VERIFY = "verify"
    SUMS = "sums"
    MKDIR = "mkdir"
    MV = "mv"
    CP = "cp"
    RM = "rm"
    RENAME = "rename"
    WHO = "who"
    """Whether the owner has a window."""
    SHOW = "show"
    """Bring the window of the owner to the front."""


CHOOSE_FILES: Final = "choose_files"
"""The action of ``show`` that asks which files to upload."""

CHANGES: Final = frozenset({Verb.MKDIR, Verb.MV, Verb.CP, Verb.RM, Verb.RENAME})
"""They change the account's files and folders."""


@dataclass(frozen=True, slots=True)
class Job:
    """One request. ``words`` are the paths, links or ids; local paths are absolute."""

    verb: Verb
    words: tuple[str, ...] = ()
    action: str = ""
    """Of ``queue``, ``key`` and ``show``."""
    to: str = ""
    """Upload: the remote folder. Download: the local one; empty means the one of the settings.
    Verify: what to compare with. Sums: the file to write; empty means to tell them.
    Export: the file to write. Mv, cp: the remote folder."""
    cached: bool = False
    """Show what is known and ask the service nothing."""
    max_pause: float = 60.0
    """Seconds that a pause of the service, or of the network, may last before the job gives up."""
    wants_progress: bool = False
    splits: bool = False
    """Upload: files that do not go up in one piece go in parts."""
    uses_credits: bool = False
    """CDN credits may be spent where this network costs some: a yes for the run that does the job."""
    parents: bool = False
    """Mkdir: make what is missing above the folder too."""
    dry_run: bool = False
    """Changes of the account: tell what would be done, and do nothing."""
    yes: bool = False
    """Rm: nobody need be asked."""
    agreed: str = ""
    """Rm: what the person said yes to, as :func:`amount_wire` writes it."""
    password: Secret | None = None
    """Of protected links. It travels through the profile's door, which only its user opens."""

    def to_wire(self) -> dict[str, Any]:
        """As JSON values."""
        wire = {each.name: getattr(self, each.name) for each in fields(self)}
        wire |= {"verb": str(self.verb), "words": list(self.words)}
        return wire | {"password": self.password.reveal() if self.password else ""}

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any]) -> "Job":
        """The opposite of :meth:`to_wire`. Raises ``ValueError`` for anything else."""
        try:
            return cls(
                verb=Verb(wire["verb"]),
                words=tuple(str(word) for word in wire.get("words", ())),
                action=str(wire.get("action", "")),
                to=str(wire.get("to", "")),
                cached=bool(wire.get("cached", False)),
                max_pause=float(wire.get("max_pause", 60.0)),
                wants_progress=bool(wire.get("wants_progress", False)),
                splits=bool(wire.get("splits", False)),
                uses_credits=bool(wire.get("uses_credits", False)),
                parents=bool(wire.get("parents", False)),
                dry_run=bool(wire.get("dry_run", False)),
                yes=bool(wire.get("yes", False)),
                agreed=str(wire.get("agreed", "")),
                password=Secret(str(wire["password"])) if wire.get("password") else None,
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not a job") from error


class Kind(StrEnum):
    """What a report is about."""

    FOLDER = "folder"
    FILE = "file"
    ACCOUNT = "account"
    PLANNED = "planned"
    SKIPPED = "skipped"
    RENAMED = "renamed"
    SLOW = "slow"
    """An upload that the service would cut: facts ``name``, ``size``, ``seconds``, ``parts``."""
    UPLOADED = "uploaded"
    DOWNLOADED = "downloaded"
    JOINED = "joined"
    CHECKED = "checked"
    """One file that was compared: facts ``path``, ``verdict``, sizes and checksums."""
    COMPARED = "compared"
    """The end of a comparison: how many of each verdict, and ``unread``."""
    EXPORTED = "exported"
    """A list was written: facts ``local_path``, ``rows``; of files also ``listed`` of ``folders``."""
    IMPORTED = "imported"
    """A list was taken in: facts ``added``, ``listed``, ``unusable``."""
    SUM = "sum"
    """One line of a sum file: facts ``digest``, ``path``."""
    MADE = "made"
    """A new folder: fact ``path``. This kind and the next three have ``dry_run``: it would be done."""
    MOVED = "moved"
    """Moved or renamed: facts ``from``, ``path``, ``name``; of a file also ``link``, ``size``."""
    COPIED = "copied"
    """As ``moved``; ``link`` is that of the copy."""
    DELETED = "deleted"
    """Facts ``path``, ``name``; of a file also ``link``, ``size``."""
    DELETES = "deletes"
    """What a deletion comes to: facts ``files``, ``folders``, ``size``, ``is_complete``; ``needs_yes``: it
    was not done, because nobody has ``agreed`` to that."""
    FAILED = "failed"
    PROGRESS = "progress"
    PAUSED = "paused"
    OFF = "off"
    """The schedule lets nothing move: fact ``until``, seconds since 1970 or None."""
    HALTED = "halted"
    """The queue was paused, and with it the reading of folders."""
    TRANSFER = "transfer"
    QUEUE = "queue"
    KEY = "key"
    OWNER = "owner"
    ENDED = "ended"
    """The last one: facts ``code`` and, if it ended early, ``error``."""


@dataclass(frozen=True, slots=True)
class Report:
    """One thing a job has to tell. ``facts`` are JSON values; an error is in ``error``."""

    kind: Kind
    facts: Mapping[str, Any] = field(default_factory=dict)
    error: AppError | None = None

    def to_wire(self) -> dict[str, Any]:
        """As JSON values."""
        wire: dict[str, Any] = {"kind": str(self.kind), **self.facts}
        if self.error is not None:
            wire["error"] = error_to_wire(self.error)
        return wire

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any]) -> "Report":
        """The opposite of :meth:`to_wire`. Raises ``ValueError`` for anything else."""
        facts = dict(wire)
        error = facts.pop("error", None)
        kind = Kind(str(facts.pop("kind", "")))
        return cls(kind, facts, error_from_wire(error) if isinstance(error, Mapping) else None)


Tell = Callable[[Report], None]


def error_to_wire(error: AppError) -> dict[str, Any]:
    """Code, detail and facts."""
    return {"code": error.code, "detail": error.detail, "facts": dict(error.facts)}


def error_from_wire(wire: Mapping[str, Any]) -> AppError:
    """The error that another process told of."""
    return restore(str(wire.get("code")), str(wire.get("detail", "")), dict(wire.get("facts") or {}))


def ending_of(error: AppError) -> Ending:
    """The ending of a job that this error broke off."""
    if isinstance(error, KeyProblem | KeyringProblem):
        return Ending.KEY_REFUSED
    if isinstance(error, ServiceBusy):
        return Ending.SERVICE_PAUSED
    if isinstance(error, CreditsNeeded):
        return Ending.CREDITS_NEEDED
    return Ending.SOME_FAILED


def amount_wire(amount: "Amount") -> str:
    """What a deletion comes to, as ``Job.agreed`` names it."""
    return f"{amount.files} {amount.folders} {amount.size} {int(amount.is_complete)}"


def transfer_facts(transfer: Transfer) -> dict[str, Any]:
    """A row of the queue as JSON values."""
    return {
        "id": transfer.id,
        "direction": str(transfer.direction),
        "state": str(transfer.state),
        "name": transfer.stored_name or transfer.name,
        "size": transfer.size,
        "done": transfer.done,
        "local_path": transfer.local_path,
        "remote_folder": transfer.remote_folder_path,
        "link": transfer.url,
        "checksum": transfer.checksum,
        "verification": str(transfer.verification),
        "unfetched": str(transfer.unfetched) if transfer.unfetched is not None else None,
        "attempts": transfer.attempts,
        "retry_at": transfer.retry_at,
    }

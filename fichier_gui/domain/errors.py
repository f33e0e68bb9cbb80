"""The error tree: one leaf for each thing the user must be told differently.

    AppError
    ├── KeyProblem            NoKey, KeyRefused, KeyOfAnother
    ├── ServiceBusy           TooManyRequests, FloodLocked, AddressLocked, ServiceOverloaded, Maintenance
    ├── AccessProblem         AddressNotAllowed, NetworkRefused, CreditsNeeded, OneLocation, OwnerLocked,
    │                         PremiumRequired, PasswordNeeded, PasswordWrong, AccessDenied, NotFound
    ├── RequestProblem        TooLarge, NoChange, FolderExists, FolderNotEmpty, RequestRejected,
    │                         UnexpectedAnswer, LinkExpired, VersionUntold
    ├── UploadProblem         UploadRefused, UploadUnconfirmed, NameAltered, EmptyFile, NotAFile,
    │                         SourceMissing, SourceChanged, SplitSourceChanged, RemoteFolderGone
    ├── DownloadProblem       ChecksumMismatch, SizeMismatch, RemoteChanged, TargetExists
    ├── JoinProblem           ManifestBroken, PartMissing, PartDiffers
    ├── CheckProblem          SumsBroken, ListBroken
    ├── NetworkProblem        NetworkUnavailable, ConnectionLost, TimedOut, TlsFailed, ProxyFailed
    ├── DiskProblem           DiskFull, DiskDenied, PathTooLong, NameRefused, TargetFolderGone, DiskFault
    ├── KeyringProblem        KeyringMissing, KeyringLocked, KeyringDenied
    ├── StoreProblem          JournalDamaged, JournalNewer, SettingsDamaged, AccountsDamaged, ProfileInUse
    └── Unexpected            anything we did not foresee: a bug of ours

An error holds facts, never sentences: ``ui.wording`` has one row for each leaf. ``detail`` is the service's
or the system's own text, shown behind "Show details". Facts are JSON scalars, so an error can be kept in the
journal and restored (``domain.error_leaves``).
"""

from collections.abc import Mapping
from typing import ClassVar

from fichier_gui.domain.error_reaction import Reaction

Fact = str | int | float | bool | None


class AppError(Exception):
    """The base of every error the program shows. Raise leaves only."""

    reaction: ClassVar[Reaction] = Reaction.FAIL_ITEM

    def __init__(self, detail: str = "", **facts: Fact) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts: Mapping[str, Fact] = facts

    @property
    def code(self) -> str:
        """The leaf's name: what the journal stores and ``ui.wording`` looks up."""
        return type(self).__name__


class KeyProblem(AppError):
    """Nothing can be asked of the service."""

    reaction = Reaction.NEED_KEY


class NoKey(KeyProblem):
    """No key has been entered, or the key ring did not give it."""


class KeyRefused(KeyProblem):
    """HTTP 401, "Not authenticated" or "No such user": the key is unknown, disabled or was reset."""


class KeyOfAnother(KeyProblem):
    """The key opens another account of the profile than the one it was given for. Fact ``name``."""


class ServiceBusy(AppError):
    """The service asks for patience."""

    reaction = Reaction.PAUSE_SERVICE


class TooManyRequests(ServiceBusy):
    """HTTP 429. Fact ``wait``: seconds until the next request."""


class FloodLocked(ServiceBusy):
    """ "Flood detected": a soft lock by address, account or key. Facts ``scope``, ``wait``."""


class AddressLocked(ServiceBusy):
    """ "IP Locked" alone: a hard lock of up to an hour. Fact ``wait``."""


class ServiceOverloaded(ServiceBusy):
    """HTTP 500, 502, 503, 504 or 509 from one server: back off with jitter."""

    reaction = Reaction.RETRY


class Maintenance(ServiceBusy):
    """The maintenance page. Fact ``wait``."""


class AccessProblem(AppError):
    """The service understood and says no."""


class AddressNotAllowed(AccessProblem):
    """HTTP 403 with no known text: an address or country restriction of the account or the file."""


class NetworkRefused(AccessProblem):
    """#913, "professional equipment": the address looks like a VPN, proxy or data centre."""

    reaction = Reaction.NEED_ANSWER


class CreditsNeeded(AccessProblem):
    """Downloads from this network cost CDN credits, and nobody has said yes. Facts ``cost``, ``credits``
    (bytes), ``is_sure``: the service says so; else it says nothing."""

    reaction = Reaction.NEED_ANSWER


class OneLocation(AccessProblem):
    """ "Only 1 location allowed at a time": another address used the account moments ago."""

    reaction = Reaction.RETRY


class OwnerLocked(AccessProblem):
    """ "Owner locked": the uploader's account (or one's own) is locked by the service."""


class PremiumRequired(AccessProblem):
    """ "Must be a customer": downloads through the API need Premium, Access or CDN credits."""


class PasswordNeeded(AccessProblem):
    """ "Password not provided"."""

    reaction = Reaction.NEED_ANSWER


class PasswordWrong(AccessProblem):
    """ "Invalid password". Asked once, never in a loop."""

    reaction = Reaction.NEED_ANSWER


class AccessDenied(AccessProblem):
    """ "Resource not allowed": an access list, a private file or a password keeps us out."""


class NotFound(AccessProblem):
    """HTTP 404 or 410, "Resource not found": a dead link. Never asked again."""


class RequestProblem(AppError):
    """This request cannot succeed as it is."""


class TooLarge(RequestProblem):
    """HTTP 413, or over the plan's limit before sending. Facts ``size``, ``limit``."""


class NoChange(RequestProblem):
    """ "No file has been renamed", "No changes requested": callers count it as success."""


class FolderExists(RequestProblem):
    """``folder/mkdir`` with a name that is taken: read the parent again and use that folder."""


class FolderNotEmpty(RequestProblem):
    """``folder/rm`` on a folder that still holds something."""


class InsideItself(RequestProblem):
    """A folder cannot go into itself or a folder inside it. Fact ``name``."""


class RequestRejected(RequestProblem):
    """A KO with a text that we do not know; ``detail`` has it."""


class UnexpectedAnswer(RequestProblem):
    """Not JSON, or not of the documented shape."""

    reaction = Reaction.RETRY


class LinkExpired(RequestProblem):
    """A direct link died (404/410 page on a download host): ask a new token, resume."""

    reaction = Reaction.RETRY


class VersionUntold(RequestProblem):
    """The address that tells of the newest version answers, and does not tell it."""


class UploadProblem(AppError):
    """An upload did not become a link."""


class UploadRefused(UploadProblem):
    """The node answered 200 with a refusal; ``detail`` has its text."""


class UploadUnconfirmed(UploadProblem):
    """The body was sent and neither the report nor the folder shows the file."""

    reaction = Reaction.NEED_ANSWER


class NameAltered(UploadProblem):
    """The service stored another name. Facts ``sent``, ``stored``. Told, not fatal."""


class EmptyFile(UploadProblem):
    """The service refuses files of zero bytes."""


class NotAFile(UploadProblem):
    """Nothing that can be sent. Facts ``path``, ``what``: "pipe", "socket", "device" or "loop" (a link that
    leads back to where it came from)."""


class SourceMissing(UploadProblem):
    """The local file is gone. Fact ``path``."""


class SourceChanged(UploadProblem):
    """The local file changed while it was sent. Fact ``path``."""

    reaction = Reaction.RETRY


class SplitSourceChanged(UploadProblem):
    """The local file changed after parts of it were sent: they belong to no one file. Fact ``path``."""


class RemoteFolderGone(UploadProblem):
    """The target folder no longer exists on the service. Fact ``folder``."""

    reaction = Reaction.NEED_ANSWER


class DownloadProblem(AppError):
    """A download cannot take its final name."""


class ChecksumMismatch(DownloadProblem):
    """Whirlpool differs. The bytes are kept aside. Facts ``path``, ``expected``, ``actual``."""

    reaction = Reaction.NEED_ANSWER


class SizeMismatch(DownloadProblem):
    """Fewer or more bytes than the service announced. Facts ``expected``, ``actual``."""

    reaction = Reaction.RETRY


class RemoteChanged(DownloadProblem):
    """The file on the service changed between two parts of a download: start again from zero."""

    reaction = Reaction.RETRY


class TargetExists(DownloadProblem):
    """A local file of that name is there. Fact ``path``."""

    reaction = Reaction.NEED_ANSWER


class JoinProblem(AppError):
    """Parts cannot be made one file again."""


class ManifestBroken(JoinProblem):
    """It does not say what parts there are. Fact ``path``."""


class PartMissing(JoinProblem):
    """A part is not beside its manifest. Facts ``name``, ``path``."""


class PartDiffers(JoinProblem):
    """A part is not what its manifest says. Facts ``name``, ``path``."""


class CheckProblem(AppError):
    """A file that was given to be read is not what it should be."""


class SumsBroken(CheckProblem):
    """No sum file, or one without a single Whirlpool sum. Fact ``path``."""


class ListBroken(CheckProblem):
    """No list of transfers, or one of a newer version. Fact ``path``."""


class NetworkProblem(AppError):
    """Nothing reached the service; nothing is wrong with the account."""

    reaction = Reaction.RETRY


class NetworkUnavailable(NetworkProblem):
    """No route, no name resolution, connection refused."""


class ConnectionLost(NetworkProblem):
    """The connection broke off half way."""


class TimedOut(NetworkProblem):
    """No byte for longer than the limit."""


class TlsFailed(NetworkProblem):
    """The certificate was not accepted: wrong clock, or something intercepts the connection."""


class ProxyFailed(NetworkProblem):
    """The proxy of the settings does not answer or refuses."""


class DiskProblem(AppError):
    """The local disk says no. Fact ``path``."""


class DiskFull(DiskProblem):
    """Not enough space for what is left. Facts ``path``, ``needed``, ``free``."""

    reaction = Reaction.RETRY


class DiskDenied(DiskProblem):
    """Read-only, or no permission."""


class PathTooLong(DiskProblem):
    """The file system refuses a name of this length."""


class NameRefused(DiskProblem):
    """The file system takes no such name, not even written so that most would take it."""


class TargetFolderGone(DiskProblem):
    """The download folder no longer exists."""

    reaction = Reaction.NEED_ANSWER


class DiskFault(DiskProblem):
    """Any other OSError; ``detail`` has the system's text."""


class KeyringProblem(AppError):
    """The key cannot be kept; it lives for this run only."""


class KeyringMissing(KeyringProblem):
    """This system has no key ring service."""


class KeyringLocked(KeyringProblem):
    """The key ring is locked, or its question was dismissed."""


class KeyringDenied(KeyringProblem):
    """The key ring refused; ``detail`` has its text."""


class StoreProblem(AppError):
    """A file of the profile cannot be used. Fact ``path``."""


class JournalDamaged(StoreProblem):
    """The queue's database is damaged. Facts, once it was replaced: ``kept``: where the damaged file is,
    ``copy_from``: when the copy in its place was made (seconds since 1970); without it the queue is empty."""


class JournalNewer(StoreProblem):
    """The queue's database was written by a newer version of the program."""


class SettingsDamaged(StoreProblem):
    """The settings file cannot be read. Fact ``kept``: where it was put aside; defaults are in use."""


class AccountsDamaged(StoreProblem):
    """The list of accounts cannot be read. Fact ``kept``: where it was put aside; their folders say which
    there are."""


class ProfileInUse(StoreProblem):
    """Another instance owns this profile and did not take the job over."""


class Unexpected(AppError):
    """A bug of ours: ``detail`` names the exception, never its arguments."""

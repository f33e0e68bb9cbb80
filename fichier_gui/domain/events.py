"""What has happened, in the past tense. Events are few; progress is pulled, never pushed."""

from dataclasses import field
from typing import TYPE_CHECKING

from fichier_gui.domain.account import Account, ChangesReport, KeyStorage
from fichier_gui.domain.account_list import AccountList
from fichier_gui.domain.desktop import Button, Errand
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import BatchId, FolderId
from fichier_gui.domain.remote import FolderListing
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce
from fichier_gui.domain.transfers import Transfer
from fichier_gui.domain.values import value

if TYPE_CHECKING:
    from fichier_gui.domain.jobs import LandedFile, RemoteTable
    from fichier_gui.domain.new_version import NewVersion
    from fichier_gui.domain.organising import EditReport


@value
class Event:
    """The base of all events."""


@value
class SignedIn(Event):
    """A key is in use. ``account`` is None when the service did not say (flood): the key is kept."""

    account: Account | None
    storage: KeyStorage
    storage_problem: AppError | None = None
    """Why the key lives for this run only."""


@value
class SignedOut(Event):
    """The key was forgotten, or there is none. ``problem``: why the key ring gave none, if it failed."""

    problem: AppError | None = None


@value
class KeyWasRefused(Event):
    """The service refused the key in use. The queue is held."""

    error: AppError


@value
class AccountUpdated(Event):
    """A fresh ``user/info``."""

    account: Account


@value
class AccountChangesMoved(Event):
    """Changes of the account's settings wait, were taken or were refused."""

    report: ChangesReport


@value
class LimitsChanged(Event):
    """Other speed limits are in force, or for another time."""

    limits: LimitsInForce


@value
class ServicePaused(Event):
    """Every request waits until ``until`` (seconds since 1970)."""

    until: float
    error: AppError


@value
class ServiceResumed(Event):
    """The cool-down is over."""


@value
class NetworkLost(Event):
    """Requests fail for want of a network."""

    error: AppError


@value
class NetworkFound(Event):
    """A request got through again."""


@value
class FolderRefreshed(Event):
    """A listing arrived or was changed locally by an act of ours."""

    listing: FolderListing


@value
class FolderFailed(Event):
    """A background refresh failed; the cached listing, if any, stays."""

    folder_id: FolderId
    error: AppError


@value
class TransfersAdded(Event):
    """Rows were committed to the journal."""

    batch_id: BatchId
    count: int


@value
class ScanningChanged(Event):
    """Folders are looked at for what is to be transferred, or no longer."""

    running: int
    """How many looks are under way."""
    halted: int
    """How many of them wait for the queue to be resumed."""


@value
class AccountsChanged(Event):
    """An account was added to the profile, removed, named, coloured, or another one is shown."""

    accounts: AccountList


@value
class AccountAsked(Event):
    """Another start of the program wants to see this account."""

    account: str


@value
class TransferChanged(Event):
    """A row changed its state or its facts."""

    transfer: Transfer


@value
class QueueReordered(Event):
    """Rows were removed, moved, or changed in bulk: ask for the order again."""


@value
class FileJoined(Event):
    """The parts of a split file are one file again."""

    path: str


@value
class JoinFailed(Event):
    """Parts could not be joined; what is there is kept. ``DiskFull`` goes on by itself."""

    error: AppError


@value
class UploadFinished(Event):
    """The link exists; ``transfer.url`` has it."""

    transfer: Transfer


@value
class OlderKept(Event):
    """What an upload was to replace stays: the new file could not be verified, or was not found."""

    name: str


@value
class DownloadFinished(Event):
    """The file has its final name."""

    transfer: Transfer


@value
class TransferHalted(Event):
    """A transfer failed or needs an answer; ``transfer.error`` says why."""

    transfer: Transfer


@value
class CreditsAsked(Event):
    """Downloads would cost CDN credits and wait for a yes: ``error`` is a ``CreditsNeeded`` over all rows."""

    error: AppError


@value
class CreditsAnswered(Event):
    """What holds from now on: the user's yes or no for this run, or None, nothing is asked any more."""

    answer: bool | None


@value
class BatchFinished(Event):
    """No row of the batch is active or waiting any more. ``links``: (link, name) of its uploads, in order."""

    batch_id: BatchId
    done: int
    failed: int
    links: tuple[tuple[str, str], ...] = ()


@value
class JournalRecovered(Event):
    """Something about the stored queue must be told at start (a damaged file put aside, a copy in use)."""

    error: AppError


@value
class SettingsChanged(Event):
    """New settings are in force."""

    settings: Settings


@value
class NewVersionFound(Event):
    """There is a newer version of the program."""

    found: "NewVersion"


@value
class LockChanged(Event):
    """A passphrase for the window was set, or another one in its place, or it was removed."""

    is_set: bool


@value
class ScreenLocked(Event):
    """The system has locked the screen."""


@value
class NotificationPressed(Event):
    """A button of a notification that the desktop shows for this program."""

    number: int
    button: Button
    token: str = ""
    """Lets a window of ours come to the front, where the desktop asks for that (Wayland)."""


@value
class WindowCalled(Event):
    """Another instance of the program was started: show the window of this one, and do what it came for."""

    errand: Errand = field(default_factory=Errand)


@value
class EditChanged(Event):
    """An edit (renames, moves, copies, deletions) began, went on or is over."""

    report: "EditReport"


@value
class RemoteUploadsChanged(Event):
    """Files that the service fetches by itself: this is what is known of them now."""

    table: "RemoteTable"


@value
class RemoteFilesLanded(Event):
    """The service has fetched these; where their folder is known, its listing shows them."""

    files: tuple["LandedFile", ...]
    failed: int = 0
    """Addresses of the same request that it could not fetch."""


@value
class UnexpectedHappened(Event):
    """A task of ours ended with an error nobody foresaw: told in the notice bar, details in the log."""

    error: AppError

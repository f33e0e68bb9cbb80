"""The sentences for errors of transfers, of this computer and of this program."""

from typing import Final

from fichier_gui.domain import errors
from fichier_gui.ui.wording.actions import ErrorAction
from fichier_gui.ui.wording.error_rows import OTHERS_GO_ON, TRIES_AGAIN, Row
from fichier_gui.ui.wording.language import QT_TR_NOOP

_RUN_ONLY: Final = QT_TR_NOOP("The key is kept until the program ends and has to be entered again next time.")

TRANSFERS: Final[dict[type[errors.AppError], Row]] = {
    errors.TooLarge: Row(
        QT_TR_NOOP("too large"),
        QT_TR_NOOP("{name} has {size}; 1fichier takes files of up to {limit} on your plan."),
        QT_TR_NOOP("Upload it again to send it in parts. The other transfers go on."),
        ErrorAction.EXPLAIN_LIMITS,
    ),
    errors.UploadRefused: Row(
        QT_TR_NOOP("upload refused"),
        QT_TR_NOOP("The upload server refused the file."),
        OTHERS_GO_ON,
        ErrorAction.SEND_AGAIN,
        ErrorAction.COPY_DETAILS,
    ),
    errors.UploadUnconfirmed: Row(
        QT_TR_NOOP("not confirmed"),
        QT_TR_NOOP("The file was sent in full, but 1fichier does not show it."),
        QT_TR_NOOP("It may still appear; nothing is sent twice without you."),
        ErrorAction.SEND_AGAIN,
    ),
    errors.NameAltered: Row(
        QT_TR_NOOP("name changed"),
        QT_TR_NOOP("1fichier stored the file under another name: {stored}."),
        QT_TR_NOOP("Its content and its link are as they should be."),
        ErrorAction.SHOW_REMOTE,
    ),
    errors.EmptyFile: Row(
        QT_TR_NOOP("empty file"),
        QT_TR_NOOP("{name} is empty, and 1fichier takes no empty files."),
        OTHERS_GO_ON,
    ),
    errors.NotAFile: Row(
        QT_TR_NOOP("not a file"),
        QT_TR_NOOP("{name} is not a file that can be sent: it is a {what}."),
        OTHERS_GO_ON,
    ),
    errors.SourceMissing: Row(
        QT_TR_NOOP("file is gone"),
        QT_TR_NOOP("{name} is no longer on this computer."),
        OTHERS_GO_ON,
        ErrorAction.RETRY,
    ),
    errors.SourceChanged: Row(
        QT_TR_NOOP("file changed"),
        QT_TR_NOOP("{name} changed while it was sent."),
        QT_TR_NOOP("It is sent again by itself from the start."),
    ),
    errors.SplitSourceChanged: Row(
        QT_TR_NOOP("file changed"),
        QT_TR_NOOP("{name} changed after parts of it were sent."),
        QT_TR_NOOP(
            "The parts on 1fichier stay as they are, but no longer belong to one file. "
            "Upload the file again to send all of it, or put it back as it was and try again."
        ),
        ErrorAction.RETRY,
    ),
    errors.RemoteFolderGone: Row(
        QT_TR_NOOP("folder is gone"),
        QT_TR_NOOP("The target folder no longer exists on 1fichier."),
        QT_TR_NOOP("It waits for you."),
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.ChecksumMismatch: Row(
        QT_TR_NOOP("checksum differs"),
        QT_TR_NOOP("The checksum differs from 1fichier's: the copy is damaged."),
        QT_TR_NOOP("It was kept aside as {kept}."),
        ErrorAction.DOWNLOAD_AGAIN,
        ErrorAction.KEEP_ANYWAY,
    ),
    errors.SizeMismatch: Row(
        QT_TR_NOOP("wrong size"),
        QT_TR_NOOP("The size differs from what 1fichier announced."),
        TRIES_AGAIN,
    ),
    errors.RemoteChanged: Row(
        QT_TR_NOOP("file replaced"),
        QT_TR_NOOP("The file on 1fichier was replaced during the download."),
        QT_TR_NOOP("It starts again by itself with the new one."),
    ),
    errors.TargetExists: Row(
        QT_TR_NOOP("already there"),
        QT_TR_NOOP("The download folder already holds another file named {name}."),
        QT_TR_NOOP("It waits for you."),
        ErrorAction.RESOLVE_CONFLICT,
    ),
    errors.ManifestBroken: Row(
        QT_TR_NOOP("no list of parts"),
        QT_TR_NOOP("{name} does not say which parts make a file."),
        QT_TR_NOOP("Nothing was changed. Download it again, or join the parts by hand in order."),
    ),
    errors.PartMissing: Row(
        QT_TR_NOOP("part missing"),
        QT_TR_NOOP("The part {name} is not there."),
        QT_TR_NOOP("What is joined so far is kept. Put it beside the others and join again."),
    ),
    errors.SumsBroken: Row(
        QT_TR_NOOP("no sum file"),
        QT_TR_NOOP("{name} holds no Whirlpool sums."),
        QT_TR_NOOP("Nothing was checked. Choose a file as whirlpooldeep or rhash --whirlpool write it."),
    ),
    errors.ListBroken: Row(
        QT_TR_NOOP("no list"),
        QT_TR_NOOP("{name} is no list of transfers that this program understands."),
        QT_TR_NOOP("Nothing was added. Choose a file that “Export the list” wrote, or a text with links."),
    ),
    errors.PartDiffers: Row(
        QT_TR_NOOP("part damaged"),
        QT_TR_NOOP("The part {name} is not what was sent."),
        QT_TR_NOOP("What is joined so far is kept. Download that part again and join again."),
    ),
}

DISK: Final[dict[type[errors.AppError], Row]] = {
    errors.DiskFull: Row(
        QT_TR_NOOP("disk full"),
        QT_TR_NOOP("The disk is full: {needed} needed, {free} free."),
        QT_TR_NOOP("It goes on by itself once there is space."),
        ErrorAction.RETRY,
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.DiskDenied: Row(
        QT_TR_NOOP("no permission"),
        QT_TR_NOOP("This computer does not let the program use {path}."),
        OTHERS_GO_ON,
        ErrorAction.RETRY,
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.PathTooLong: Row(
        QT_TR_NOOP("name too long"),
        QT_TR_NOOP("The name is too long for this disk."),
        OTHERS_GO_ON,
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.NameRefused: Row(
        QT_TR_NOOP("name refused"),
        QT_TR_NOOP("The disk takes no file or folder named {name}."),
        OTHERS_GO_ON,
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.TargetFolderGone: Row(
        QT_TR_NOOP("folder is gone"),
        QT_TR_NOOP("The download folder no longer exists: {path}."),
        QT_TR_NOOP("It waits for you."),
        ErrorAction.CHOOSE_FOLDER,
    ),
    errors.DiskFault: Row(
        QT_TR_NOOP("disk problem"),
        QT_TR_NOOP("This computer could not read or write {path}."),
        OTHERS_GO_ON,
        ErrorAction.RETRY,
        ErrorAction.COPY_DETAILS,
    ),
}

PROFILE: Final[dict[type[errors.AppError], Row]] = {
    errors.KeyringMissing: Row(
        QT_TR_NOOP("no key ring"),
        QT_TR_NOOP("This system has no key ring to keep the key in."),
        _RUN_ONLY,
    ),
    errors.KeyringLocked: Row(
        QT_TR_NOOP("key ring locked"),
        QT_TR_NOOP("The key ring is locked."),
        _RUN_ONLY,
        ErrorAction.RETRY,
    ),
    errors.KeyringDenied: Row(
        QT_TR_NOOP("key ring refused"),
        QT_TR_NOOP("The key ring did not let the program in."),
        _RUN_ONLY,
        ErrorAction.RETRY,
    ),
    errors.JournalDamaged: Row(
        QT_TR_NOOP("queue damaged"),
        QT_TR_NOOP("The list of transfers is damaged on the disk and cannot be written."),
        QT_TR_NOOP("When the program starts again, the newest sound copy takes its place."),
        ErrorAction.COPY_DETAILS,
    ),
    errors.JournalNewer: Row(
        QT_TR_NOOP("newer version"),
        QT_TR_NOOP("The list of transfers was written by a newer version of this program."),
        QT_TR_NOOP("Use that version, or start this one with another profile."),
    ),
    errors.SettingsDamaged: Row(
        QT_TR_NOOP("settings damaged"),
        QT_TR_NOOP("The settings could not be read; the defaults are in use."),
        QT_TR_NOOP("The damaged file was kept as {kept}."),
    ),
    errors.AccountsDamaged: Row(
        QT_TR_NOOP("accounts damaged"),
        QT_TR_NOOP("The list of accounts could not be read; they are all there, without the names you gave."),
        QT_TR_NOOP("The damaged file was kept as {kept}."),
    ),
    errors.ProfileInUse: Row(
        QT_TR_NOOP("already running"),
        QT_TR_NOOP("The program is already running with this profile and does not answer."),
        QT_TR_NOOP("End it, or start this one with another profile."),
    ),
    errors.Unexpected: Row(
        QT_TR_NOOP("unexpected problem"),
        QT_TR_NOOP("Something went wrong inside this program."),
        QT_TR_NOOP("It goes on; the details are in the log."),
        ErrorAction.COPY_DETAILS,
    ),
}

QUEUE_RESTORED: Final = Row(
    QT_TR_NOOP("queue damaged"),
    QT_TR_NOOP("The list of transfers was damaged; its copy of {copy_from} is in use."),
    QT_TR_NOOP(
        "What was added later is missing; what was sent since is not sent again. "
        "The damaged list was kept as {kept}."
    ),
    ErrorAction.COPY_DETAILS,
)
QUEUE_EMPTIED: Final = Row(
    QT_TR_NOOP("queue damaged"),
    QT_TR_NOOP("The list of transfers was damaged and starts empty: there was no sound copy."),
    QT_TR_NOOP("The damaged list was kept as {kept}; your files are untouched."),
    ErrorAction.COPY_DETAILS,
)

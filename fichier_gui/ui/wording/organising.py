"""Renaming, moving, copying and deleting in words."""

from collections.abc import Sequence
from typing import Final

from fichier_gui.domain.organising import Amount, EditKind, EditReport, Item
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_PROGRESS: Final = {
    EditKind.RENAME: QT_TR_NOOP("Renaming: {done} of {total}"),
    EditKind.MOVE: QT_TR_NOOP("Moving: {done} of {total}"),
    EditKind.COPY: QT_TR_NOOP("Copying: {done} of {total}"),
    EditKind.DELETE: QT_TR_NOOP("Deleting: {done} of {total}"),
}
_DONE: Final = {
    EditKind.RENAME: QT_TR_NOOP("%n item(s) renamed"),
    EditKind.MOVE: QT_TR_NOOP("%n item(s) moved"),
    EditKind.COPY: QT_TR_NOOP("%n item(s) copied"),
    EditKind.DELETE: QT_TR_NOOP("%n item(s) deleted"),
}
_FAILED: Final = {
    EditKind.RENAME: QT_TR_NOOP("%n item(s) of {total} could not be renamed."),
    EditKind.MOVE: QT_TR_NOOP("%n item(s) of {total} could not be moved."),
    EditKind.COPY: QT_TR_NOOP("%n item(s) of {total} could not be copied."),
    EditKind.DELETE: QT_TR_NOOP("%n item(s) of {total} could not be deleted."),
}


def progress_words(report: EditReport) -> str:
    """ "Moving: 300 of 5,000"."""
    over = report.done + report.failed + report.cancelled
    return tr(_PROGRESS[report.kind], done=numbers.count(over), total=numbers.count(report.total))


def done_words(report: EditReport) -> str:
    """What came of it, when nothing failed."""
    words = tr(_DONE[report.kind], "", report.done)
    if report.cancelled:
        return tr("Stopped: {done} of {total}.", done=words, total=numbers.count(report.total))
    if report.takes_back:
        return tr("Taken back: {done}.", done=words)
    return f"{words}."


def failed_words(report: EditReport) -> str:
    """How many of how many were not done."""
    return tr(_FAILED[report.kind], "", report.failed, total=numbers.count(report.total))


def items_named(items: Sequence[Item]) -> str:
    """ "“one.mkv”", "3 files", "2 folders", "3 files and 2 folders"."""
    if len(items) == 1:
        return tr("“{name}”", name=items[0].name)
    files = sum(isinstance(item, RemoteFile) for item in items)
    return things_words(files, len(items) - files)


def things_words(files: int, folders: int) -> str:
    """ "12 files and 3 folders"."""
    if not folders:
        return tr("%n file(s)", "", files)
    counted = tr("%n folder(s)", "", folders)
    if not files:
        return counted
    return tr("{files} and {folders}", files=tr("%n file(s)", "", files), folders=counted)


def renamed_words(old: str, new: str) -> str:
    """Of one item."""
    return tr("“{old}” is now “{new}”.", old=old, new=new)


def moved_words(items: Sequence[Item], folder: str) -> str:
    """ "3 files moved to Films."."""
    return tr("{things} moved to {folder}.", things=items_named(items), folder=folder)


def copied_words(items: Sequence[Item], folder: str) -> str:
    """ "3 files copied to Films."."""
    return tr("{things} copied to {folder}.", things=items_named(items), folder=folder)


def amount_words(amount: Amount) -> str:
    """ "12 files and 3 folders, 3.4 GB"."""
    things = things_words(amount.files, amount.folders)
    if amount.files:
        things = tr("{things}, {size}", things=things, size=numbers.size(amount.size))
    return things if amount.is_complete else tr("at least {things}", things=things)


def delete_question(items: Sequence[Item], amount: Amount) -> str:
    """What is to be deleted, to the last file and byte."""
    if len(items) != 1:
        return tr("Delete {things}?", things=amount_words(amount))
    name = items[0].name
    if isinstance(items[0], RemoteFile):
        return tr("Delete the file “{name}”, {size}?", name=name, size=numbers.size(amount.size))
    if amount.files + amount.folders == 1 and amount.is_complete:
        return tr("Delete the empty folder “{name}”?", name=name)
    inside = amount_words(Amount(amount.files, amount.folders - 1, amount.size, amount.is_complete))
    return tr("Delete the folder “{name}” with {things}?", name=name, things=inside)


def delete_verb(amount: Amount) -> str:
    """On the button that does it."""
    return tr("Delete {things}", things=things_words(amount.files, amount.folders))


def countdown_words(things: str, seconds: int) -> str:
    """While it can still be taken back."""
    return tr("{things}: deleted for good in %n second(s)", "", seconds, things=things)

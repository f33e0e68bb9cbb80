"""Files and folders of this computer in words."""

from pathlib import PurePath

from fichier_gui.domain.errors import AppError, DiskDenied, DiskProblem, TargetFolderGone
from fichier_gui.domain.kinds import FileKind, kind_of
from fichier_gui.domain.local_files import LocalEntry, shown_text
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.remote import kind_words


def local_kind(entry: LocalEntry) -> FileKind:
    """By its name."""
    return FileKind.FOLDER if entry.is_folder else kind_of(entry.name, "")


def local_name(path: str) -> str:
    """The last part of a path; of the top folder all of it."""
    return shown_text(PurePath(path).name or path)


def spoken_entry(entry: LocalEntry) -> str:
    """A row as one sentence, for screen readers."""
    if entry.is_folder:
        return tr("Folder {name}", name=shown_text(entry.name))
    return tr(
        "{kind} {name}, {size}, modified {date}",
        kind=kind_words(local_kind(entry)),
        name=shown_text(entry.name),
        size=numbers.size(entry.size),
        date=numbers.date(entry.changed_at),
    )


def local_facts(entry: LocalEntry) -> list[tuple[str, str]]:
    """What is known of one entry, by title."""
    return [
        (tr("Name"), shown_text(entry.name)),
        (tr("Folder"), shown_text(str(PurePath(entry.path).parent))),
        (tr("Kind"), kind_words(local_kind(entry))),
        (tr("Size"), "" if entry.is_folder else numbers.exact_size(entry.size)),
        (tr("Modified"), numbers.full_date(entry.changed_at)),
        (tr("Leads to"), shown_text(entry.link)),
    ]


def folder_problem(folder: str, error: AppError) -> tuple[str, str]:
    """Why a folder of this computer cannot be shown: a title and a sentence."""
    name = local_name(folder)
    if isinstance(error, TargetFolderGone):
        text = tr("It was moved, renamed or deleted, or its drive is not there.")
        return tr("“{folder}” is gone", folder=name), text
    if isinstance(error, DiskDenied):
        text = tr("This computer does not let you look into it.")
        return tr("No permission for “{folder}”", folder=name), text
    return tr("“{folder}” cannot be read", folder=name), tr("The system says: {text}", text=error.detail)


def change_problem(name: str, error: AppError) -> str:
    """Why something could not be renamed or made."""
    shown = shown_text(name)
    if isinstance(error, DiskDenied):
        return tr("This computer does not let you change “{name}”.", name=shown)
    if isinstance(error, TargetFolderGone):
        return tr("“{name}” is no longer there.", name=shown)
    text = error.detail if isinstance(error, DiskProblem) else type(error).__name__
    return tr("“{name}” could not be changed. The system says: {text}", name=shown, text=text)


def trashed_words(gone: list[str], kept: list[str]) -> str:
    """What became of names that were to go to the trash."""
    said = []
    if len(gone) == 1:
        said.append(tr("“{name}” is in the trash of this computer.", name=shown_text(gone[0])))
    elif gone:
        said.append(tr("%n item(s) moved to the trash of this computer.", "", len(gone)))
    if len(kept) == 1:
        name = shown_text(kept[0])
        said.append(tr("“{name}” stays: it could not be moved to the trash.", name=name))
    elif kept:
        said.append(tr("%n item(s) stay: they could not be moved to the trash.", "", len(kept)))
    return " ".join(said)

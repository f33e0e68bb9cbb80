"""The platform's own file chooser, awaited."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from fichier_gui.ui.dialogs.frame import shown


async def chosen_paths(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, filters: Sequence[str] = ()
) -> list[str]:
    """Files or a folder of this computer; empty when nothing was chosen. ``filters``: "Lists (*.json)"."""
    dialog = QFileDialog(parent, title, _home())
    dialog.setFileMode(mode)
    if filters:
        dialog.setNameFilters(list(filters))
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    accepted = await shown(dialog) == QFileDialog.DialogCode.Accepted
    return dialog.selectedFiles() if accepted else []


async def chosen_target(
    parent: QWidget, title: str, name: str, filters: Sequence[str] = (), folder: str = ""
) -> Path | None:
    """Where a file is to be written; the chooser asks before one is replaced. None: nowhere."""
    dialog = QFileDialog(parent, title, folder or _home())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    if filters:
        dialog.setNameFilters(list(filters))
    dialog.selectFile(name)
    dialog.filterSelected.connect(lambda chosen: _follow_filter(dialog, chosen))
    accepted = await shown(dialog) == QFileDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None


def default_downloads() -> str:
    """The system's own download folder."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)


def choose_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], None]) -> None:
    """Let the user pick a folder of this computer; ``chosen`` is called with it, or never."""
    dialog = QFileDialog(parent, title, start or default_downloads() or str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _follow_filter(dialog: QFileDialog, chosen: str) -> None:
    """Another kind of file was chosen: the name ends as files of that kind do."""
    ends = re.search(r"\*\.(\w+)", chosen)
    if ends is None:
        return
    dialog.setDefaultSuffix(ends[1])
    for path in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(path).with_suffix(f".{ends[1]}").name)


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)

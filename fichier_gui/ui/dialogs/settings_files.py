"""The settings to a file and back, by the platform's own chooser."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from fichier_gui import __version__
from fichier_gui.domain.settings_list import MOST_BYTES, FoundSettings, read, write
from fichier_gui.ui.dialogs.choosing import chosen_paths, chosen_target
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.wording.language import tr

_NAME: Final = "fichier-gui-settings.json"
_PATTERN: Final = "*.json"


async def export_settings(seam: Seam, parent: QWidget) -> Path | None:
    """Where they were written to, if anywhere. Raises ``DiskProblem`` leaves."""
    filters = (tr("Settings ({pattern})", pattern=_PATTERN),)
    path = await chosen_target(parent, tr("Export settings"), _NAME, filters)
    if path is not None:
        text = write(seam.program.preferences.current, __version__)
        await seam.call(lambda p: p.documents.save(path, text))
    return path


async def read_settings(seam: Seam, parent: QWidget) -> tuple[Path, FoundSettings] | None:
    """The file and what it holds; None when none was chosen.

    Raises ``DiskProblem`` leaves, and ``ValueError`` with words to be shown when it holds no settings.
    """
    filters = (tr("Settings ({pattern})", pattern=_PATTERN), tr("All files ({pattern})", pattern="*"))
    mode = QFileDialog.FileMode.ExistingFile
    paths = await chosen_paths(parent, tr("Import settings"), mode, filters)
    if not paths:
        return None
    path = Path(paths[0])
    try:
        return path, read(await seam.call(lambda p: p.documents.load(path, MOST_BYTES)))
    except ValueError as error:
        raise ValueError(tr("{name} holds no settings of this program.", name=path.name)) from error

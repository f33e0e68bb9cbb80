"""The platform's own file chooser, awaited."""

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from fichier_gui.ui.dialogs.frame import shown


async def chosen_paths(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> list[str]:
    """Files or a folder of this computer; empty when nothing was chosen."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    dialog = QFileDialog(parent, title, home)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    accepted = await shown(dialog) == QFileDialog.DialogCode.Accepted
    return dialog.selectedFiles() if accepted else []

"""Answers the platform's file chooser in window tests."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit


async def choose(path: Path) -> None:
    """Wait for the chooser, and choose ``path`` in it."""
    async with asyncio.timeout(20):
        while not (found := _open()):
            await asyncio.sleep(0.01)
    (dialog,) = found
    if dialog.fileMode() is QFileDialog.FileMode.Directory:
        dialog.setDirectory(str(path))
    else:
        # Its list of files is read in the background; the line is there at once.
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
    dialog.done(QFileDialog.DialogCode.Accepted)


def _open() -> list[QFileDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]

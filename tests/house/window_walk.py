"""Walks the real window and every dialog a command opens; run by ``test_window_walk.py`` on its own.

Prints one JSON object: controls without a name, commands without words, and what was walked.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from fichier_gui.app.options import options_for
from fichier_gui.domain.secret import Secret
from fichier_gui.ui import boot
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.wizard import FirstRun

if TYPE_CHECKING:
    from fichier_gui.ui.shell import Shell

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
DIALOGS = (
    ActionId.PREFERENCES,
    ActionId.SHORTCUTS,
    ActionId.LOG,
    ActionId.REPORT,
    ActionId.ABOUT,
    ActionId.NEW_FOLDER,
    ActionId.SEARCH_HELP,
    ActionId.DUPLICATES,
    ActionId.ACCOUNT,
    ActionId.ELSEWHERE,
    ActionId.REMOTE_UPLOADS,
    ActionId.FTP_ACCESS,
    ActionId.ENTER_KEY,
)


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def is_unfilled(widget: QWidget) -> bool:
    """A hidden text button, such as that of a notice: it gets its words when there is something to say."""
    return isinstance(widget, QAbstractButton) and widget.icon().isNull() and not widget.isVisible()


def controls(root: QWidget) -> list[QWidget]:
    """Everything under ``root`` that a person operates. What Qt puts inside a control belongs to that one."""
    made_of_parts = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QHeaderView)
        and not any(isinstance(ancestor, made_of_parts) for ancestor in ancestors(widget, root))
        and not widget.objectName().startswith("qt_")
    ]


def ancestors(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    """The widgets around ``widget``, up to ``root``."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        yield parent
        parent = parent.parentWidget()


class Walk:
    """What was seen."""

    def __init__(self) -> None:
        self.nameless: list[str] = []
        self.walked: dict[str, int] = {}

    def take(self, title: str, root: QWidget) -> None:
        """Look at everything under one window."""
        seen = controls(root)
        self.walked[title] = len(seen)
        for widget in seen:
            if not name_of(widget) and not is_unfilled(widget):
                place = " in ".join(type(w).__name__ for w in (widget, *ancestors(widget, root)))
                self.nameless.append(f"{title}: {place}")


async def opened() -> QDialog:
    """The dialog that appears."""
    while True:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        if found:
            return found[-1]
        await asyncio.sleep(0.01)


async def closed(dialog: QDialog) -> None:
    """It is gone."""
    dialog.reject()
    while dialog.isVisible():
        await asyncio.sleep(0.01)


async def walk(shell: "Shell") -> int:
    """The window, then one dialog after the other."""
    walk = Walk()
    walk.take("main window", shell.window)
    for action in DIALOGS:
        shell.actions[action].trigger()
        async with asyncio.timeout(60):
            dialog = await opened()
            walk.take(action.value, dialog)
            await closed(dialog)
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        tasks.create_task(FirstRun(shell.seam, shell.window).run())
        dialog = await opened()
        walk.take("first run", dialog)
        await closed(dialog)
    keys = {
        action.value: [
            key.toString(QKeySequence.SequenceFormat.PortableText)
            for key in shell.actions[action].shortcuts()
        ]
        for action in shell.actions
    }
    wordless = [action.value for action in shell.actions if not shell.actions[action].text().strip()]
    print(json.dumps({"nameless": walk.nameless, "walked": walk.walked, "keys": keys, "wordless": wordless}))
    return 0


def main() -> int:
    """Arguments: base URL, key, folder."""
    url, key, folder = sys.argv[1:]
    options = options_for(Path(folder), url, key=Secret(key), keychain=False)
    return boot.run(options, during=walk)


if __name__ == "__main__":
    sys.exit(main())

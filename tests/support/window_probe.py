"""Runs the window as a user would, and writes down what is on it: for stories that drive it from outside.

``python window_probe.py SETUP.json`` with ``profile``, ``service``, ``state`` (the file to write) and
``settings`` (name to value). The key comes from ``FICHIER_API_KEY``. Nothing here acts on the window.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fichier_gui.app.container import Program
from fichier_gui.app.options import key_from, options_for
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.ui import boot
from fichier_gui.ui.models.transfer_columns import NAME, STATUS
from fichier_gui.ui.shell import Shell

PULSE = 0.1


def _on_screen(widget: QWidget, point: QPoint) -> list[int]:
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]


def _rect(rect: QRect) -> list[int]:
    return [rect.x(), rect.y(), rect.width(), rect.height()]


def _middle(widget: QWidget) -> list[int]:
    return _on_screen(widget, widget.rect().center())


def _rows(shell: Shell) -> dict[str, list[int]]:
    table = shell.window.files.table
    rows = {}
    for number, row in enumerate(shell.window.files.model.rows):
        rect = table.visualRect(shell.window.files.model.index(number, 0))
        rows[row.name] = _on_screen(table.viewport(), QPoint(rect.left() + 60, rect.center().y()))
    return rows


def _local_rows(shell: Shell) -> dict[str, list[int]]:
    pane = shell.window.local
    if pane is None or not pane.isVisible():
        return {}
    places = {}
    for number, entry in enumerate(pane.model.rows):
        rect = pane.table.visualRect(pane.model.index(number, 0))
        places[entry.name] = _on_screen(pane.table.viewport(), QPoint(rect.left() + 40, rect.center().y()))
    return places


def _folder_rows(shell: Shell) -> dict[str, list[int]]:
    folders = {row.name for row in shell.window.files.model.rows if isinstance(row, RemoteFolder)}
    return {name: place for name, place in _rows(shell).items() if name in folders}


def _transfers(shell: Shell) -> list[list[str]]:
    model = shell.window.transfers.model
    return [
        [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole)) for column in (NAME, STATUS)]
        for row in range(model.rowCount())
    ]


def _dialogs() -> list[dict[str, Any]]:
    return [
        {
            "title": widget.windowTitle(),
            "buttons": {b.text(): _middle(b) for b in widget.findChildren(QPushButton) if b.isVisible()},
        }
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget.isModal()
    ]


def _pointed_at() -> str:
    widget = QApplication.widgetAt(QCursor.pos())
    return widget.text() if isinstance(widget, QPushButton) else ""


def _floating(shell: Shell) -> list[int] | None:
    """The middle of the drop target, where there is one."""
    target = None if shell.stage.floating is None else shell.stage.floating.target
    return None if target is None or not target.isVisible() else _middle(target)


def observed(shell: Shell) -> dict[str, Any]:
    """What a person would see."""
    window, tray = shell.window, shell.tray
    icon = tray.icon.geometry() if tray is not None and tray.icon is not None else None
    return {
        "window": [int(window.winId()), *_rect(window.geometry())],
        "is_visible": window.isVisible(),
        "is_active": window.isActiveWindow(),
        "list": _middle(window.files),
        "panel": _middle(window.transfers),
        "folders": _folder_rows(shell),
        "rows": _rows(shell),
        "local": _local_rows(shell),
        "files": [row.name for row in window.files.model.rows],
        "transfers": _transfers(shell),
        "floating": _floating(shell),
        "dialogs": _dialogs(),
        "pointed_at": _pointed_at(),
        "notice": window.notice_bar.accessibleName(),
        "clipboard": QGuiApplication.clipboard().text(),
        "tray": None if icon is None else _rect(icon),
        "tray_state": None if tray is None else str(tray.state()),
        "tool_tip": None if tray is None else tray.tool_tip(),
        "ratio": window.devicePixelRatioF(),
    }


async def watch(shell: Shell, setup: dict[str, Any]) -> int:
    """Write the state down until the window is closed."""

    async def prepare(program: Program) -> None:
        for name, value in setup.get("settings", {}).items():
            await program.preferences.change(name, value)

    await shell.seam.call(prepare)
    state = Path(setup["state"])
    while not shell._leave.is_set():
        fresh = state.with_suffix(".new")
        fresh.write_text(json.dumps(observed(shell)), encoding="utf-8")
        fresh.replace(state)
        try:
            async with asyncio.timeout(PULSE):
                await shell._leave.wait()
        except TimeoutError:
            continue
    return 0


def main() -> int:
    """Run until the window is closed."""
    setup = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    options = options_for(Path(setup["profile"]), setup["service"], key=key_from(os.environ), keychain=False)
    return boot.run(options, during=lambda shell: watch(shell, setup))


if __name__ == "__main__":
    sys.exit(main())

"""A person's hands: mouse and keyboard of an X display."""

import asyncio
import contextlib
import shlex
import subprocess
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.actions import Actions

BETWEEN: Final = 0.06
"""Seconds from one press to the next."""
_LETTER_MS: Final = 110
_KEYS: Final = {
    "Space": "space",
    "Del": "Delete",
    ",": "comma",
    "?": "question",
    "PgDown": "Next",
    "PgUp": "Prior",
}


class Hands:
    """xdotool in a process of its own, fed line by line: it costs the window's thread next to nothing."""

    def __init__(self) -> None:
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True, bufsize=1)

    def close(self) -> None:
        """Let go."""
        assert self._tool.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._tool.stdin.close()
        self._tool.wait(10)

    def _do(self, *words: object) -> None:
        assert self._tool.stdin is not None
        self._tool.stdin.write(shlex.join(map(str, words)) + "\n")

    async def press(self, *keys: str, times: int = 1, pause: float = BETWEEN) -> None:
        """Keys by their X names, such as ``ctrl+k``, one after the other."""
        for _ in range(times):
            for key in keys:
                self._do("key", "--clearmodifiers", key)
                await asyncio.sleep(pause)

    async def write(self, text: str) -> None:
        """Letter by letter."""
        self._do("type", "--delay", _LETTER_MS, text)
        await asyncio.sleep(len(text) * _LETTER_MS / 1000 + BETWEEN)

    async def command(self, actions: Actions, action: ActionId) -> None:
        """The keys of a command, which has to be possible; what has none is taken from its menu."""
        command: QAction = actions[action]
        assert command.isEnabled(), f"{action} is not possible"
        keys = command.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        if not keys:
            command.trigger()
            return
        *held, last = keys.replace("++", "+plus").split("+")
        if held and last.isalpha() and len(last) == 1:
            last = last.lower()
        await self.press("+".join([*map(str.lower, held), _KEYS.get(last, last)]))

    async def point(self, at: QPoint) -> None:
        """Move the pointer there."""
        self._do("mousemove", at.x(), at.y())
        await asyncio.sleep(BETWEEN)

    async def click(self, at: QPoint, *, times: int = 1, button: int = 1) -> None:
        """Once, or twice for a double click."""
        await self.point(at)
        self._do("click", "--repeat", times, "--delay", 80, button)
        await asyncio.sleep(BETWEEN + times * 0.08)

    async def wheel(self, at: QPoint, notches: int, *, pause: float = 0.03) -> None:
        """Down, or up below zero."""
        await self.point(at)
        for _ in range(abs(notches)):
            self._do("click", 5 if notches > 0 else 4)
            await asyncio.sleep(pause)

    async def drag(self, start: QPoint, end: QPoint, *, steps: int = 20) -> None:
        """With the left button held."""
        await self.point(start)
        self._do("mousedown", 1)
        for step in range(1, steps + 1):
            await self.point(start + (end - start) * step / steps)
        self._do("mouseup", 1)
        await asyncio.sleep(BETWEEN)

    async def resize(self, window: QWidget, width: int, height: int) -> None:
        """By the window manager."""
        self._do("windowsize", int(window.winId()), width, height)
        await asyncio.sleep(BETWEEN)


def middle(widget: QWidget) -> QPoint:
    """On the screen."""
    return widget.mapToGlobal(widget.rect().center())


def place_of_row(view: QAbstractItemView, row: int) -> QPoint:
    """On the screen, over the words of a row that is in sight."""
    rect: QRect = view.visualRect(view.model().index(row, 0))
    return view.viewport().mapToGlobal(QPoint(rect.left() + 60, rect.center().y()))

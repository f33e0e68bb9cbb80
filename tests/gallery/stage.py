"""The running window, the simulated service behind it, and how a scene comes and goes."""

import asyncio
import traceback
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from gallery.cut_texts import cut_texts
from gallery.registry import Scene
from gallery.shortened_cells import shortened_cells
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.simulator.threaded import ThreadedSimulator
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.main_window import MainWindow

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

NOON = 1_763_463_600.0
"""18 November 2025, noon in Paris: what the pictures take for now."""
PATIENCE = 8.0
SETTLED = 0.12
"""Seconds after which what was shown has taken its place and been painted."""
NOWHERE = QPoint(1590, 990)


@dataclass
class Taken:
    """One picture that was taken, or why it was not."""

    scene: str
    problem: str = ""
    cut: list[str] = field(default_factory=list)


@dataclass
class Stage:
    """What scenes act on."""

    shell: Shell
    simulator: ThreadedSimulator
    folder: Path
    """Of this computer, for the files that scenes need."""
    _after: list[Callable[[], Any]] = field(default_factory=list)

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.shell.window

    def act(self, action: ActionId) -> None:
        """Do a command."""
        assert self.shell.actions[action].isEnabled(), f"{action} is disabled"
        self.shell.actions[action].trigger()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Let a dialog or another flow run beside the scene."""
        self.shell.scope.start(work, "scene")

    async def call(self, work: Callable[[Program], Any]) -> Any:
        """Ask the core."""
        return await self.shell.seam.call(work)

    async def prefer(self, **settings: object) -> None:
        """Change settings."""

        async def change(program: Program) -> None:
            for name, value in settings.items():
                await program.preferences.change(name, value)

        await self.call(change)

    async def until(self, holds: Callable[[], Any]) -> Any:
        """Wait for a true answer."""
        return await until(holds, PATIENCE)

    async def at(self, path: str) -> None:
        """Show a folder."""
        here = self.shell.desk.navigation
        here.go_to_path(path)
        await self.until(lambda: here.remote_path == path and here.listing is not None)

    async def choose(self, *names: str) -> Sequence[Row]:
        """Select rows of the list by their names."""
        await self.until(lambda: set(names) <= {row.name for row in self.window.files.model.rows})
        rows = [row for row in self.window.files.model.rows if row.name in names]
        self.window.files.table.select([_id(row) for row in rows])
        return rows

    async def files(self, path: str) -> list[RemoteFile]:
        """The files of a folder."""
        await self.at(path)
        listing = self.shell.desk.navigation.listing
        return list(listing.files) if listing is not None else []

    async def opened(self, kind: type[W], work: Coroutine[Any, Any, Any] | ActionId | None = None) -> W:
        """The window of a class, once it is there; ``work`` opens it."""
        if isinstance(work, ActionId):
            self.act(work)
        elif work is not None:
            self.start(work)
        found: W = await self.until(lambda: next(_visible(kind), None))
        return found

    async def menu(self) -> QMenu:
        """The menu that is open."""
        return await self.opened(QMenu)

    def later(self, put_back: Callable[[], Any]) -> None:
        """Do this once the picture is taken; what it returns is awaited if it can be."""
        self._after.append(put_back)

    async def take(self, scene: Scene, path: Path) -> Taken:
        """Pose a scene, save its picture, clear the stage."""

        def keep(seen: QWidget, taken: Taken) -> None:
            assert seen.grab().save(str(path)), f"{path} cannot be written"
            taken.cut = cut_texts(seen) + shortened_cells(seen)

        return await self.visit(scene, keep)

    async def visit(self, scene: Scene, look: Callable[[QWidget, Taken], None]) -> Taken:
        """Pose a scene, look at it, clear the stage."""
        taken = Taken(scene.name)
        try:
            async with asyncio.timeout(PATIENCE * 2):
                seen = await scene.pose(self)
                await asyncio.sleep(SETTLED)
            # What changed this very moment, such as a speed, has not pushed its neighbours yet.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            look(seen, taken)
            taken.problem = ", ".join(f"{kind.__name__} is not seen" for kind in _missing(scene, seen))
        except Exception as error:  # noqa: BLE001 - one scene that fails must not hide the others
            told = self.window.notice_bar.sentence
            taken.problem = f"{type(error).__name__} in line {_line(error)}: {error} {told}"
        await self._clear()
        return taken

    async def _clear(self) -> None:
        """Away with menus, dialogs, words and faults; the window stays where it is."""
        self.simulator.faults.clear()
        QCursor.setPos(NOWHERE)
        for _ in range(20):
            for widget in _tops():
                if isinstance(widget, QDialog):
                    widget.reject()
                elif widget is not self.window:
                    widget.close()
            if not any(isinstance(widget, QDialog) for widget in _tops()):
                break
            await asyncio.sleep(0.02)
        await asyncio.sleep(SETTLED)
        for put_back in reversed(self._after):
            done = put_back()
            if isinstance(done, Coroutine):
                await done
        self._after.clear()
        self.window.commands.close_up()
        bar = self.window.notice_bar
        while bar.shown is not None:
            bar.withdraw(bar.shown.key)


def _line(error: Exception) -> int:
    """Of the scene that failed."""
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if "scenes" in f.filename]
    return lines[-1] or 0 if lines else 0


def _id(row: Row) -> Any:
    return row.url if isinstance(row, RemoteFile) else row.id


def _tops() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def _visible(kind: type[W]) -> Iterator[W]:
    for top in _tops():
        if isinstance(top, kind):
            yield top


def _missing(scene: Scene, seen: QWidget) -> Iterator[Any]:
    """Classes that the scene says it shows and that are not in the picture."""
    for kind in scene.shows:
        if not isinstance(kind, type) or not issubclass(kind, QWidget) or isinstance(seen, kind):
            continue
        if not any(widget.isVisibleTo(seen) for widget in seen.findChildren(kind)):
            yield kind

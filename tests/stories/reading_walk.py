"""Poses every scene of the gallery for a screen reader; run by ``test_reading_walk_story.py``.

``reading_walk.py LANGUAGE [SCENE…]`` prints a JSON line for each scene that stands, and one more after each
line that it is sent, which says how many times Tab was pressed: see :class:`Standing` and :class:`Walked`.
"""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from gallery import stage as gallery_stage
from gallery.mnemonics import twice
from gallery.pose import play
from gallery.registry import Scene
from gallery.stage import Stage, Taken
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
)
MADE_OF_PARTS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)


@dataclass(frozen=True)
class Standing:
    """A scene that can be read. ``stops``: so often Tab is to be pressed to come round."""

    scene: str
    path: str
    """Of what is seen, on the bus."""
    title: str
    kind: str
    """Of what is to be read: a ``menu``, a ``dialog``, or the ``window`` with what stands before it."""
    faults: list[str]
    stops: int
    lines: int
    """Of a menu."""


@dataclass(frozen=True)
class Walked:
    """What of the controls Tab did not come to."""

    unreached: list[str]


class Feet(QObject):
    """Counts the presses of Tab that reach what has the focus, and keeps where each one led.

    What reaches the window says nothing: for a screen reader Qt takes it away, asks, and sends it again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps = 0
        self.reached: set[QWidget] = set()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes nothing away."""
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            assert isinstance(event, QKeyEvent)
            self.steps += event.key() == Qt.Key.Key_Tab
            self.note()
        return False

    def note(self) -> None:
        """Where the focus is now."""
        if (there := QApplication.focusWidget()) is not None:
            self.reached.add(there)


def controls(dialog: QDialog) -> Iterator[QWidget]:
    """What a person operates and can operate now. What Qt puts inside a control belongs to that one."""
    for widget in dialog.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or isinstance(widget, QHeaderView):
            continue
        if widget.window() is dialog and widget.isVisible() and widget.isEnabled() and not is_part(widget):
            yield widget


def takes_tab(widget: QWidget, dialog: QDialog) -> bool:
    """Whether Tab may halt there, now or once it is enabled."""
    is_there = widget.window() is dialog and widget.isVisible()
    return is_there and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_part(widget: QWidget) -> bool:
    """Whether it is in another control."""
    if widget.objectName().startswith("qt_"):
        return True
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, MADE_OF_PARTS):
            return True
        above = above.parentWidget()
    return False


def unreached(dialog: QDialog, reached: set[QWidget]) -> Iterator[str]:
    """Controls that had no turn. One is enough of buttons that exclude each other: arrows go on from it."""
    for widget in controls(dialog):
        if not reached & {widget, widget.focusProxy(), *alternatives(widget)}:
            text = getattr(widget, "text", lambda: "")()
            yield f"Tab misses {type(widget).__name__} {widget.accessibleName() or text!r}"


def alternatives(widget: QWidget) -> list[QAbstractButton]:
    """The buttons of which one alone can be down."""
    if not isinstance(widget, QAbstractButton):
        return []
    if (group := widget.group()) is not None:
        return group.buttons() if group.exclusive() else []
    beside = widget.parentWidget().findChildren(QAbstractButton) if widget.autoExclusive() else []
    return [button for button in beside if button.autoExclusive()]


def lines_of(seen: QWidget) -> int:
    """How many lines of a menu are to be read."""
    actions = seen.actions() if isinstance(seen, QMenu) else []
    return sum(1 for action in actions if action.isVisible() and not action.isSeparator())


def path_of(seen: QWidget) -> str:
    """Where a screen reader finds it."""
    return f"/org/a11y/atspi/accessible/{QAccessible.uniqueId(QAccessible.queryAccessibleInterface(seen))}"


def kind_of(seen: QWidget) -> str:
    """What the scene shows."""
    if isinstance(seen, QMenu):
        return "menu"
    return "dialog" if isinstance(seen.window(), QDialog) else "window"


async def stand(stage: Stage, scene: Scene, feet: Feet) -> QWidget:
    """Bring it up, let it be read, then say where Tab led."""
    seen = await scene.pose(stage)
    dialog = seen.window()
    kind, stops = kind_of(seen), 0
    if isinstance(dialog, QDialog):
        below = dialog.parentWidget()
        # Of two dialogs that open at once the window manager decides which one has the keys, and when.
        if below is None or not isinstance(below.window(), QDialog):
            dialog.activateWindow()
            await stage.until(dialog.isActiveWindow)
            stops = sum(1 for widget in dialog.findChildren(QWidget) if takes_tab(widget, dialog))
    await asyncio.sleep(gallery_stage.SETTLED)
    feet.steps, feet.reached = 0, set()
    feet.note()
    say(Standing(scene.name, path_of(seen), dialog.windowTitle(), kind, twice(seen), stops, lines_of(seen)))
    pressed = int(await asyncio.to_thread(sys.stdin.readline))
    await stage.until(lambda: feet.steps >= pressed)
    feet.note()
    say(Walked(list(unreached(dialog, feet.reached)) if isinstance(dialog, QDialog) and pressed else []))
    return seen


def say(words: Standing | Walked) -> None:
    """One line."""
    print(json.dumps(asdict(words)), flush=True)


def main(language: str, *names: str) -> int:
    """Pose all scenes, or those that are named."""
    found: list[Feet] = []

    async def visit(stage: Stage, scene: Scene) -> Taken:
        if not found:
            found.append(Feet())
        return await stage.visit(replace(scene, pose=lambda stage: stand(stage, scene, found[0])), look)

    return play("light", language, names, visit)


def look(_seen: QWidget, _taken: Taken) -> None:
    """It was looked at from outside."""


if __name__ == "__main__":
    os.environ.pop("FICHIER_API_KEY", None)
    gallery_stage.SETTLED = 0.03
    sys.exit(main(*sys.argv[1:]))

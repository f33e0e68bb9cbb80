"""Looks at every scene of the gallery for what keeps people out; run by ``test_usability_story.py``.

``usability_walk.py LANGUAGE POINTS [SCENE…]`` prints a JSON line for each scene; ``cut`` holds what was
found. Scale and platform come from the environment.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace

from gallery.mnemonics import twice
from gallery.pose import play
from gallery.registry import Scene
from gallery.stage import Stage, Taken
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QScrollArea, QWidget

from fichier_gui.ui import boot

TITLE_BAR = 32
_MOST_STOPS = 120
_AROUND = 4
"""Pixels around a control that its frame may take."""


def judge(seen: QWidget, taken: Taken) -> None:
    """What is wrong with a dialog, and which keys of it, or of the window or a menu, mean two things."""
    taken.cut += twice(seen)
    dialog = seen.window()
    if isinstance(dialog, QDialog):
        taken.cut += [*too_large(dialog), *out_of_reach(dialog)]
        below = dialog.parentWidget()
        # Of two dialogs that open at once the window manager decides which one has the keys, and when.
        if below is None or not isinstance(below.window(), QDialog):
            taken.cut += unseen_focus(dialog)


def too_large(dialog: QDialog) -> Iterator[str]:
    """Windows larger than the screen."""
    room = dialog.screen().availableSize() - QSize(0, TITLE_BAR)
    for what, size in (("is", dialog.size()), ("cannot be smaller than", dialog.minimumSizeHint())):
        if size.width() > room.width() or size.height() > room.height():
            yield f"{what} {size.width()} x {size.height()} on {room.width()} x {room.height()}"


def out_of_reach(dialog: QDialog) -> Iterator[str]:
    """Controls that lie outside of the window, and in nothing that scrolls."""
    for control in dialog.findChildren(QWidget):
        if not control.isVisible() or not control.focusPolicy() & Qt.FocusPolicy.TabFocus or scrolls(control):
            continue
        place = QRect(control.mapTo(dialog, control.rect().topLeft()), control.size())
        if not dialog.rect().contains(place):
            yield f"{named(control)} lies outside of the window"


def scrolls(control: QWidget) -> bool:
    """Whether it is in an area that scrolls to it."""
    above = control.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def unseen_focus(dialog: QDialog) -> Iterator[str]:
    """Stops of Tab at which nothing looks different."""
    stops: list[QWidget] = []
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    while (stop := QApplication.focusWidget()) is not None and stop not in stops and len(stops) < _MOST_STOPS:
        stops.append(stop)
        with_focus = picture(dialog, stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not stop and with_focus == picture(dialog, stop):
            yield f"the focus on {named(stop)} cannot be seen"


def picture(dialog: QDialog, control: QWidget) -> QImage:
    """The control and what is just around it."""
    if isinstance(control, QAbstractScrollArea):
        control.viewport().repaint()
    place = QRect(control.mapTo(dialog, control.rect().topLeft()), control.size())
    around = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return dialog.grab(around.intersected(dialog.rect())).toImage()


def named(control: QWidget) -> str:
    """As a report calls it."""
    text = getattr(control, "text", lambda: "")()
    return f"{type(control).__name__} {control.accessibleName() or text!r}"


async def visit(stage: Stage, scene: Scene) -> Taken:
    """Pose it and look; a fault is one that is there a second time, when the window manager has settled."""

    async def pose(stage: Stage) -> QWidget:
        seen = await scene.pose(stage)
        if isinstance(dialog := seen.window(), QDialog):
            dialog.activateWindow()
            await stage.until(dialog.isActiveWindow)  # no other window shows where its focus is
        return seen

    active = replace(scene, pose=pose)
    taken = await stage.visit(active, judge)
    return await stage.visit(active, judge) if taken.cut else taken


def enlarge(points: float) -> None:
    """Let the system's font have this size."""
    make = boot.make_application

    def make_larger() -> boot.Application:
        app = make()
        font = app.font()
        font.setPointSizeF(points)
        app.setFont(font)
        return app

    boot.make_application = make_larger


if __name__ == "__main__":
    os.environ.pop("FICHIER_API_KEY", None)
    language, size, *names = sys.argv[1:]
    enlarge(float(size))
    sys.exit(play("light", language, names, visit))

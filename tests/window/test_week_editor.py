"""The painted week: mouse, keyboard, words, and both colour schemes."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fichier_gui.domain.week import DAYS, HOURS, Cell, Pace, Week
from fichier_gui.ui import theme
from fichier_gui.ui.dialogs.week_editor import WeekEditor, WeekGrid, day_name

LEFT = Qt.MouseButton.LeftButton


class Editor:
    def __init__(self, qtbot: QtBot) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.editor = WeekEditor(self.parent)
        self.editor.resize(640, 260)
        self.parent.resize(640, 260)
        self.parent.show()
        qtbot.waitExposed(self.parent)
        self.painted: list[Week] = []
        self.grid.painted.connect(self.painted.append)

    @property
    def grid(self) -> WeekGrid:
        return self.editor.grid

    def middle(self, cell: Cell) -> QPoint:
        return self.grid.rect_of(cell).center().toPoint()

    def press(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.grid, key, modifier)


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    return Editor(qtbot)


def test_a_drag_paints_all_hours_between(editor: Editor) -> None:
    editor.editor.brushes[Pace.OFF].click()
    grid = editor.grid
    QTest.mousePress(grid, LEFT, pos=editor.middle((0, 8)))
    QTest.mouseMove(grid, editor.middle((4, 20)))
    QTest.mouseMove(grid, editor.middle((4, 17)))
    assert not editor.painted, "told once, when the stroke is over"
    QTest.mouseRelease(grid, LEFT, pos=editor.middle((4, 17)))
    wanted = Week().painted([(d, h) for d in range(5) for h in range(8, 18)], Pace.OFF)
    assert editor.painted == [wanted]
    assert grid.week == wanted


def test_a_click_paints_an_hour_a_day_or_an_hour_of_all_days(editor: Editor) -> None:
    grid = editor.grid
    QTest.mouseClick(grid, LEFT, pos=editor.middle((2, 5)))
    assert editor.painted[-1] == Week().painted([(2, 5)], Pace.LIMITED)
    QTest.mouseClick(grid, LEFT, pos=QPoint(2, editor.middle((6, 0)).y()))
    assert all(grid.week.at((6, hour)) is Pace.LIMITED for hour in range(HOURS))
    QTest.mouseClick(grid, LEFT, pos=QPoint(editor.middle((0, 23)).x(), 2))
    assert all(grid.week.at((day, 23)) is Pace.LIMITED for day in range(DAYS))
    count = len(editor.painted)
    QTest.mouseClick(grid, LEFT, pos=QPoint(2, 2))
    QTest.mouseClick(grid, LEFT, pos=editor.middle((2, 5)))
    assert len(editor.painted) == count, "nothing new is nothing to tell"


def test_a_drag_beyond_the_edge_ends_at_it(editor: Editor) -> None:
    grid = editor.grid
    QTest.mousePress(grid, LEFT, pos=editor.middle((5, 22)))
    QTest.mouseMove(grid, QPoint(5000, 5000))
    QTest.mouseRelease(grid, LEFT, pos=QPoint(5000, 5000))
    assert grid.week == Week().painted([(d, h) for d in (5, 6) for h in (22, 23)], Pace.LIMITED)


def test_the_keyboard_does_all_of_it(editor: Editor) -> None:
    grid = editor.grid
    editor.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_3)
    assert grid.week == Week().painted([(1, 2)], Pace.OFF)
    assert editor.editor.brushes[Pace.OFF].isChecked(), "the legend follows"
    editor.press(Qt.Key.Key_Right, Qt.Key.Key_Down, shift=True)
    assert grid.week == Week().painted([(1, 2), (1, 3), (2, 3)], Pace.OFF)
    editor.press(Qt.Key.Key_1)
    assert grid.week.at((2, 3)) is Pace.FULL
    editor.press(Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_2)
    assert grid.week.at((2, 23)) is Pace.LIMITED
    editor.press(Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert grid.week.at((1, 0)) is Pace.LIMITED


def test_a_screen_reader_and_the_eye_are_told_of_the_hour(editor: Editor, qtbot: QtBot) -> None:
    grid = editor.grid
    grid.show_week(Week().painted([(0, 13)], Pace.OFF))
    for _ in range(13):
        editor.press(Qt.Key.Key_Right)
    words = grid.accessibleDescription()
    assert words.startswith(f"{day_name(0)}, ") and words.endswith(": off")
    assert editor.editor.hour.text() == words
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Weekly schedule"
    assert interface.text(QAccessible.Text.Description) == words

    def is_told() -> bool:
        # Told to the window itself: a widget's form of this moves the real pointer, which others may cover.
        # Again and again: what the display has to say of the real one may come in between.
        for cell in ((2, 4), (3, 4)):
            QTest.mouseMove(grid.window().windowHandle(), grid.mapTo(grid.window(), editor.middle(cell)))
        return editor.editor.hour.text().startswith(day_name(3))

    qtbot.waitUntil(is_told)
    assert all(b.accessibleName() and b.toolTip() for b in editor.editor.brushes.values())


def test_days_have_the_names_of_the_user_s_language(editor: Editor) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("fr_FR"))
        assert [day_name(0), day_name(6)] == ["Lundi", "Dimanche"]
        assert day_name(0, short=True) == "Lun."
    finally:
        QLocale.setDefault(before)


def test_what_is_shown_from_outside_does_not_disturb_a_stroke(editor: Editor) -> None:
    grid = editor.grid
    QTest.mousePress(grid, LEFT, pos=editor.middle((0, 0)))
    grid.show_week(Week().painted([(6, 6)], Pace.OFF))
    QTest.mouseRelease(grid, LEFT, pos=editor.middle((0, 0)))
    assert grid.week == Week().painted([(0, 0)], Pace.LIMITED)


@pytest.mark.parametrize("is_dark", [False, True])
def test_paces_differ_by_height_and_can_be_seen(editor: Editor, is_dark: bool) -> None:
    grid = editor.grid
    palette = theme.stand_in_palette(dark=is_dark)
    grid.setPalette(palette)
    grid.show_week(Week().painted([(0, 1)], Pace.LIMITED).painted([(0, 2)], Pace.OFF))
    picture = grid.grab().toImage()
    ground = palette.color(QPalette.ColorRole.Base)

    def filled(hour: int, share: float) -> bool:
        area = grid.rect_of((0, hour))
        point = QPoint(round(area.center().x()), round(area.top() + area.height() * share))
        return theme.contrast(picture.pixelColor(point), ground) >= 3.0

    assert [(filled(hour, 0.2), filled(hour, 0.8)) for hour in range(3)] == [
        (True, True),
        (False, True),
        (False, False),
    ]

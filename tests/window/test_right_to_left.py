"""A window that reads from right to left: what is painted by hand is mirrored, and stays in its place."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
)
from support.core_window import CoreWindow, alone
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.account_list import AccountColor
from fichier_gui.domain.ids import ROOT
from fichier_gui.ui import icons
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.mirrored import isolated
from fichier_gui.ui.models.cell_answers import Role
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.account_button import AccountButton
from fichier_gui.ui.views.request_gauge import RequestGauge

MARGIN = 60
"""Pixels around a cell that nothing may be painted in."""
GROUND = QColor("#ff00ff")
RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
NAME = "a holiday film with quite a long name, the second part (2024).mkv"


@pytest.fixture(autouse=True)
def direction(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(LEFT)


@dataclass
class Cell:
    """One cell of a view, painted in the middle of a larger picture."""

    view: QAbstractItemView
    row: int
    column: int

    def picture(self, direction: Qt.LayoutDirection) -> QImage:
        """As the view's delegate paints it."""
        index = self.view.model().index(self.row, self.column)
        option = QStyleOptionViewItem()
        self.view.initViewItemOption(option)
        size = QSize(self.view.columnWidth(self.column) if hasattr(self.view, "columnWidth") else 400, 28)
        option.rect = QRect(QPoint(MARGIN, MARGIN), size)
        option.direction = direction
        # Without the state of a selected or hovered row the cell has no ground of its own.
        option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
        option.palette.setColor(QPalette.ColorRole.Base, GROUND)
        image = QImage(size + QSize(2 * MARGIN, 2 * MARGIN), QImage.Format.Format_RGB32)
        image.fill(GROUND)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        self.view.itemDelegateForIndex(index).paint(painter, option, index)
        painter.end()
        return image


def inked(image: QImage) -> QRect:
    """The part of a picture that is not ground."""
    points = [
        QPoint(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != GROUND
    ]
    if not points:
        return QRect()
    left, right = min(point.x() for point in points), max(point.x() for point in points)
    top, bottom = min(point.y() for point in points), max(point.y() for point in points)
    return QRect(QPoint(left, top), QPoint(right, bottom))


def cells(view: QAbstractItemView) -> Iterator[Cell]:
    """Those of its first rows."""
    count = 1 if isinstance(view, QListView) else view.model().columnCount()
    for row in range(min(3, view.model().rowCount())):
        yield from (Cell(view, row, column) for column in range(count))


def check(view: QAbstractItemView) -> None:
    """Every cell is painted inside its rectangle, and as far from both ends as the other way round."""
    painted = 0
    for cell in cells(view):
        image = cell.picture(RIGHT)
        ink, other = inked(image), inked(cell.picture(LEFT))
        room = image.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        assert room.contains(ink) or ink.isEmpty(), f"{type(view).__name__}, column {cell.column}"
        seen = (room.right() - ink.right(), ink.left() - room.left())
        wanted = (other.left() - room.left(), room.right() - other.right())
        is_mirrored = all(abs(one - two) <= 4 for one, two in zip(seen, wanted, strict=True))
        assert is_mirrored or ink.isEmpty(), f"{type(view).__name__}, column {cell.column}: not mirrored"
        painted += not ink.isEmpty()
    assert painted


async def upload(shell: Shell, folder: Path) -> None:
    files = [folder / NAME, folder / "short.bin"]
    for file in files:
        file.write_bytes(os.urandom(400_000))
    await shell.seam.call(lambda core: core.preferences.change("limit_upload", 50_000))
    plan = await shell.seam.call(lambda core: core.transfers.plan_upload(files, ROOT))
    await shell.seam.call(lambda core: core.transfers.start_upload(plan))
    await until(lambda: shell.seam.summary.counts.active and shell.window.transfers.model.rowCount())


async def test_the_cells_of_all_lists_are_mirrored(
    core_window: CoreWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # the local folder that is shown first
    service = Service(limits=False, switches=quiet_switches())
    service.add_file(f"/{NAME}", b"1" * 70_000, password="secret")
    service.add_folder("/Films")
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / NAME).write_bytes(b"1" * 70_000)

    async def play(shell: Shell) -> None:
        window = shell.window
        window.resize(1400, 900)
        check(window.files.table)
        await upload(shell, tmp_path)
        shell.actions[ActionId.GROUP_BATCHES].setChecked(False)
        await until(lambda: window.transfers.model.rowCount() == 2)
        await until(lambda: window.transfers.model.index(0, 0).data(Role.SHOWN))
        check(window.transfers.view)
        shell.actions[ActionId.TOGGLE_LOCAL].trigger()
        await until(lambda: window.local is not None and window.local.table.model().rowCount())
        assert window.local is not None
        check(window.local.table)
        shell.actions[ActionId.FIND_COMMAND].trigger()
        await until(lambda: window.commands.list.model().rowCount())
        check(window.commands.list)

    await core_window.open(service, alone(play), budget_rules=QUICK)


def columns(widget: QToolButton) -> list[bool]:
    """Which columns of a widget have ink, from left to right."""
    widget.resize(widget.sizeHint())
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 0)
    return [
        any(image.pixelColor(x, y) != ground for y in range(2, image.height() - 2))
        for x in range(image.width())
    ]


def test_the_bars_of_the_gauge_come_after_its_word(qapp: QApplication) -> None:
    mirrored = RequestGauge(None)
    mirrored.setLayoutDirection(RIGHT)
    plain = RequestGauge(None)
    plain.setLayoutDirection(LEFT)
    bars = 5 * 4 + 4 * 2
    assert columns(mirrored)[4 : 4 + bars + 4] == columns(plain)[::-1][4 : 4 + bars + 4]
    for gauge in (mirrored, plain):
        gauge.popover.deleteLater()
        gauge.deleteLater()


def test_the_dot_of_an_account_comes_before_its_name(qapp: QApplication) -> None:
    seen = []
    for way in (LEFT, RIGHT):
        button = AccountButton(None)
        button.setLayoutDirection(way)
        button.say("me@example.org")
        button.show_color(AccountColor.PINK)
        seen.append(columns(button))
        button.deleteLater()
    first, mirrored = seen[0].index(True), seen[1][::-1].index(True)
    assert abs(first - mirrored) <= 1


def test_back_points_to_where_one_came_from(qapp: QApplication) -> None:
    tint = QColor("black")
    right = icons.pixmap("back", 16, tint, 1.0).toImage()
    qapp.setLayoutDirection(LEFT)
    assert right == icons.pixmap("forward", 16, tint, 1.0).toImage()
    assert right != icons.pixmap("back", 16, tint, 1.0).toImage()


def test_figures_keep_their_own_direction() -> None:
    assert isolated("67.1 MB", LEFT) == "67.1 MB"
    assert isolated("67.1 MB", RIGHT) == "\u206867.1 MB\u2069"
    assert isolated("", RIGHT) == ""

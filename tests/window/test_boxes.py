"""Boxes are seen on every ground, in each state."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fichier_gui.ui import boxes, theme

AA_FOR_CONTROLS = 3.0
"""WCAG 1.4.11: the outline of a control against what is beside it."""


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def root(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    if QApplication.style().name() != "fusion":
        pytest.skip("a desktop's own style draws its own boxes")
    root = QWidget()
    root.setPalette(theme.stand_in_palette(dark=request.param))
    root.resize(300, 200)
    qtbot.addWidget(root)
    return root


def strongest(image: QImage, ground: QColor, width: int = 24) -> float:
    """The best contrast of any pixel in the box's column against the ground."""
    pixels = (image.pixelColor(x, y) for x in range(width) for y in range(image.height()))
    return max(theme.contrast(pixel, ground) for pixel in pixels)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("is_on", [False, True])
def test_a_box_stands_out_from_the_window(root: QWidget, kind: type[QCheckBox], is_on: bool) -> None:
    box = kind("", root)
    box.setChecked(is_on)
    box.resize(24, 24)
    boxes.make_visible(root)
    root.show()
    ground = root.palette().color(QPalette.ColorRole.Window)
    assert strongest(root.grab(box.geometry()).toImage(), ground) >= AA_FOR_CONTROLS


@pytest.mark.parametrize("state", list(Qt.CheckState))
def test_a_box_in_a_list_stands_out_from_the_list(root: QWidget, state: Qt.CheckState) -> None:
    listing = QListWidget(root)
    item = QListWidgetItem("", listing)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(state)
    boxes.make_visible(root)
    root.show()
    ground = root.palette().color(QPalette.ColorRole.Base)
    place = listing.visualItemRect(item)
    image = listing.viewport().grab(place).toImage()
    assert strongest(image, ground) >= AA_FOR_CONTROLS


def test_states_differ_and_a_disabled_box_is_fainter(root: QWidget) -> None:
    box = QCheckBox("", root)
    box.setTristate(True)
    box.resize(24, 24)
    boxes.make_visible(root)
    root.show()
    pictures = []
    for state in Qt.CheckState:
        box.setCheckState(state)
        pictures.append(box.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    ground = root.palette().color(QPalette.ColorRole.Window)
    box.setCheckState(Qt.CheckState.Unchecked)
    enabled = strongest(box.grab().toImage(), ground)
    box.setEnabled(False)
    assert strongest(box.grab().toImage(), ground) < enabled


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QPlainTextEdit])
def test_what_is_typed_into_has_an_edge_on_a_dark_window(root: QWidget, kind: type[QWidget]) -> None:
    line = kind(root)
    line.resize(80, 34)
    boxes.make_visible(root)
    root.show()
    if not theme.is_dark(root.palette()):
        pytest.skip("on a light one the style's own is seen")
    ground = root.palette().color(QPalette.ColorRole.Window)
    assert strongest(line.grab(QRect(0, 0, 2, 34)).toImage(), ground, 2) >= AA_FOR_CONTROLS

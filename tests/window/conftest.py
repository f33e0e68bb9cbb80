"""The window's tests run where there is no display too."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.core_window import CoreWindow

# Before the first application object of the session: these tests must never appear on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OFFSCREEN_SAYS = (
    r"This plugin does not support (propagateSizeHints|raise)\(\)",
    r"This plugin does not support grabbing the keyboard",
    r"No such signal QPlatformNativeInterface::systemTrayWindowChanged",
)
"""What Qt's offscreen platform says of every window, popup and tray icon: no fault of the program."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All other Qt warnings fail a test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN_SAYS, extend=True))


@pytest.fixture
def core_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[CoreWindow]:
    """The window as a user has it, for the length of a play."""
    before = QPalette(qapp.palette())
    made = CoreWindow(qapp, tmp_path)
    yield made
    made.close()
    qapp.setPalette(before)


@pytest.fixture(scope="session", autouse=True)
def _clipboard_is_left_empty() -> Iterator[None]:
    """Offscreen it ends after the interpreter, with what Python put on it: the process would crash."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


FAR_AWAY = (20_000, 20_000)


@pytest.fixture(autouse=True)
def _pointer_is_nowhere() -> Iterator[None]:
    """A test that moves the pointer leaves it over the windows of the next one: rows stand still there."""
    yield
    if QApplication.instance() is not None:
        QCursor.setPos(*FAR_AWAY)

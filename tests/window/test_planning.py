"""What is said while folders are looked at, and while that is paused with the queue."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.events import ScanningChanged
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.planning import Planning
from fichier_gui.ui.views.notice_bar import NoticeBar

PAUSED = "Paused: the rest of the folders is looked at when you resume."


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar(SystemClock())
    qtbot.addWidget(made)
    return made


def button(bar: NoticeBar, text: str) -> QPushButton:
    return next(b for b in bar.findChildren(QPushButton) if b.text() == text and not b.isHidden())


def test_a_pause_is_told_with_a_way_on_and_a_way_out(bar: NoticeBar) -> None:
    asked: list[str] = []
    planning = Planning(Notices(bar, {}, SystemClock().time), lambda: asked.append("resume"))
    with planning.told("Reading…", lambda: asked.append("stop")):
        planning.on_seam_happened(ScanningChanged(1, 0))
        assert bar.isHidden()
        planning.on_seam_happened(ScanningChanged(1, 1))
        assert bar.sentence == PAUSED
        button(bar, "Resume all").click()
        button(bar, "Stop").click()
        assert asked == ["resume", "stop"]
        planning.on_seam_happened(ScanningChanged(1, 0))
        assert bar.sentence == "Reading…"
    assert bar.isHidden()


def test_what_begins_while_the_queue_is_paused_is_not_called_paused(bar: NoticeBar, qtbot: QtBot) -> None:
    planning = Planning(Notices(bar, {}, SystemClock().time), lambda: None)
    with planning.told("Reading…", lambda: None):
        planning.on_seam_happened(ScanningChanged(1, 1))
        with planning.told("Also reading…", lambda: None):
            planning.on_seam_happened(ScanningChanged(2, 1))
            qtbot.waitUntil(lambda: bar.sentence == "Also reading…", timeout=3000)
        assert bar.sentence == PAUSED
    assert bar.isHidden()

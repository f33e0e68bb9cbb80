"""Edits in the notice bar: what cannot be seen by hand, for it happens too fast."""

import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.events import EditChanged
from fichier_gui.domain.organising import EditKind, EditReport
from fichier_gui.ui import edit_notices
from fichier_gui.ui.edit_notices import EditNotices
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.views.notice_bar import NoticeBar


def nothing(_about: object) -> None:
    pass


def test_more_edits_than_are_remembered_may_end_before_the_first_is_spoken_of(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_notices, "REMEMBERED_EDITS", 2)
    monkeypatch.setattr(edit_notices, "_PATIENCE", 0)
    bar = NoticeBar(SystemClock())
    qtbot.addWidget(bar)
    told = EditNotices(bar, Notices(bar, {}, time.time), time.time, nothing, nothing, nothing)
    for number in range(1, 6):
        told.on_seam_happened(EditChanged(EditReport(number, EditKind.RENAME, 1)))
        told.on_seam_happened(EditChanged(EditReport(number, EditKind.RENAME, 1, 1, is_over=True)))
    said = bar.sentence
    over: list[bool] = []
    QTimer.singleShot(0, lambda: over.append(True))
    qtbot.waitUntil(lambda: bool(over))
    assert bar.sentence == said

"""The log, the report, and what is said after a fault and after a crash: the whole window on a real core."""

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from support.core_window import CoreWindow, alone
from support.file_chooser import choose
from support.simulator import DEFAULT_EMAIL, DEFAULT_KEY, Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.ids import ROOT
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.clipboard import clipboard_text
from fichier_gui.ui.dialogs.log_view import LogView
from fichier_gui.ui.dialogs.report import Report
from fichier_gui.ui.dialogs.transfer_history import TransferHistory
from fichier_gui.ui.shell import Shell

WORD = "sesame-Zq7"
NAME = "a very private name.bin"
RUN = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.report import Report

def shown(kind):
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)

async def until(condition):
    async with asyncio.timeout(30):
        while not (found := condition()):
            await asyncio.sleep(0.01)
        return found

async def during(shell):
    {play}
    return 0

options = options_for(Path(sys.argv[1]), "http://127.0.0.1:9/v1", keychain=False)
print("code", boot.run(options, during=during))
"""
DIE = "__import__('faulthandler')._sigsegv()"
LOOK = """question = await until(lambda: shown(Question))
    print("told", question.windowTitle())
    question.buttons.buttons()[0].click()
    report = await until(lambda: shown(Report))
    await until(lambda: "[Last crash]" in report.text.toPlainText())
    print("stacks", "in during" in report.text.toPlainText())
    report.reject()"""
QUIET = """await shell.seam.call(lambda p: p.diagnosing.read())
    await until(lambda: not shell.desk.scope.names or not any("crash" in n for n in shell.desk.scope.names))
    print("told", shown(Question))"""
FAULT = """from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: [][1])
    question = await until(lambda: shown(Question))
    print("told", question.windowTitle())
    question.reject()
    await until(lambda: not any("fault" in name for name in shell.desk.scope.names))
    async def broken(program):
        raise LookupError("in the core")
    async def failing(program):
        program.scope.start(broken(program), "x")
    await shell.seam.call(failing)
    await until(lambda: shown(Question) not in (None, question))
    print("again")"""


def _shown(kind: type[Any]) -> Any:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def _service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file(f"/{NAME}", b"1" * 900)
    return made


async def test_the_log_is_read_filtered_followed_and_copied(core_window: CoreWindow) -> None:
    logger = logging.getLogger("fichier_gui.test")

    async def play(shell: Shell) -> None:
        logger.warning("the first of all: %s", DEFAULT_KEY)
        shell.actions[ActionId.LOG].trigger()
        dialog = await until(lambda: _shown(LogView))
        await until(lambda: any("first of all" in line.text for line in dialog.model.seen))
        dialog.level.setCurrentIndex(1)
        dialog.line.setText("TEST all")
        assert [line.place for line in dialog.model.seen] == ["fichier_gui.test"]
        logger.warning("not this one")
        logger.error("the second\nof all")
        dialog.look()
        await until(lambda: dialog.model.rowCount() == 2)
        assert dialog.model.index(1, 3).data() == "the second"
        dialog.table.setCurrentIndex(dialog.model.index(1, 0))
        assert dialog.whole.toPlainText().endswith("the second\nof all")
        dialog.copy_button.click()
        assert "the second" in clipboard_text() and "first" not in clipboard_text()
        dialog.table.clearSelection()
        dialog.copy_button.click()
        assert "first of all" in clipboard_text() and DEFAULT_KEY not in clipboard_text()
        dialog.reject()

    await core_window.open(_service(), alone(play))


async def test_a_report_is_shown_whole_and_holds_no_secret(core_window: CoreWindow, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    log = logging.getLogger("fichier_gui.test")

    async def play(shell: Shell) -> None:
        for name, value in (
            ("proxy_url", f"http://me:{WORD}@proxy:8"),
            ("download_folder", "/home/me/secret"),
        ):
            await shell.seam.call(lambda p, n=name, v=value: p.preferences.change(n, v))
        log.warning(
            "no room at '/home/me/%s' for https://1fichier.com/?abcdefghij01 of %s", NAME, DEFAULT_EMAIL
        )
        shell.actions[ActionId.REPORT].trigger()
        dialog = await until(lambda: _shown(Report))
        await until(lambda: "no room at '(path)' for (link) of (e-mail)" in dialog.text.toPlainText())
        text = dialog.text.toPlainText()
        for secret in (DEFAULT_KEY, WORD, NAME, DEFAULT_EMAIL, "/home/me", "abcdefghij01"):
            assert secret not in text
        for said in (
            "proxy_url: http://proxy:8",
            f"platform: {QGuiApplication.platformName()}",
            "signed in: True",
            "failed: 0",
        ):
            assert said in text
        dialog.copy_button.click()
        assert clipboard_text() == text
        dialog.names.setChecked(True)
        await until(lambda: NAME in dialog.text.toPlainText())
        assert "/home/me/secret" in dialog.text.toPlainText()
        for secret in (DEFAULT_KEY, WORD, DEFAULT_EMAIL):
            assert secret not in dialog.text.toPlainText()
        dialog.save_button.click()
        await choose(path)
        await until(path.exists)
        assert path.read_text() == dialog.text.toPlainText()
        dialog.reject()

    await core_window.open(_service(), alone(play))


async def test_what_happened_to_a_transfer_is_listed(core_window: CoreWindow, tmp_path: Path) -> None:
    source = tmp_path / "holiday.bin"
    source.write_bytes(b"x" * 2000)

    async def play(shell: Shell) -> None:
        shell.desk.sending.send([str(source)], ROOT)
        view = shell.window.transfers.view
        await until(lambda: shell.seam.summary.counts.done == 1 and view.model().rowCount() == 1)
        view.selectAll()
        await until(shell.actions[ActionId.TRANSFER_HISTORY].isEnabled)
        shell.actions[ActionId.TRANSFER_HISTORY].trigger()
        dialog = await until(lambda: _shown(TransferHistory))
        said = [dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())]
        assert said[0] == "Added to the list" and said[-1] == "Done" and "Uploading" in said
        dialog.copy_button.click()
        assert "Uploading" in clipboard_text()
        dialog.reject()

    await core_window.open(_service(), alone(play))


def _run(tmp_path: Path, play: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", RUN.replace("{play}", play), str(tmp_path / "profile")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_after_a_crash_the_next_start_offers_the_report_and_the_one_after_does_not(tmp_path: Path) -> None:
    assert _run(tmp_path, DIE).returncode == -signal.SIGSEGV
    told = _run(tmp_path, LOOK)
    assert told.stdout.splitlines() == [
        "told fichier-gui ended unexpectedly last time",
        "stacks True",
        "code 0",
    ], told.stderr
    assert _run(tmp_path, QUIET).stdout.splitlines() == ["told None", "code 0"]


def test_a_fault_in_either_thread_is_told_at_once(tmp_path: Path) -> None:
    done = _run(tmp_path, FAULT)
    assert done.stdout.splitlines() == [
        "told Something went wrong inside the program",
        "again",
        "code 0",
    ], done.stderr
    log = (tmp_path / "profile" / "logs" / "fichier-gui.log").read_text()
    assert "IndexError" in log and "LookupError: in the core" in log

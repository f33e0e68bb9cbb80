"""Start and end of the real program, in a process of its own: every way out is the same orderly one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import gc, os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot
from fichier_gui.ui.shell import Shell

how, profile = sys.argv[1], Path(sys.argv[2])
begun = Shell._begin

def begin(self):
    begun(self)
    acts = {
        "close": self.window.close,
        "quit": QCoreApplication.quit,
        "command": self.ask_to_leave,
        "SIGINT": lambda: os.kill(os.getpid(), signal.SIGINT),
        "SIGTERM": lambda: os.kill(os.getpid(), signal.SIGTERM),
        "twice": lambda: (self.window.close(), self.window.close()),
    }
    QTimer.singleShot(200, acts[how])

Shell._begin = begin
assert "httpx" not in sys.modules and "keyring" not in sys.modules, "the window is painted first"
code = boot.run(options_for(profile, "http://127.0.0.1:9/v1", keychain=False))
left = [t.name for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon]
print(f"code={code} threads={left} gc={gc.isenabled()}")
"""

SECOND = """
import sys
from pathlib import Path
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot
print("code", boot.run(options_for(Path(sys.argv[1]), "http://127.0.0.1:9/v1", keychain=False)))
"""

FIRST = """
import asyncio, sys
from pathlib import Path
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot

async def during(shell):
    shell.window.hide()
    print("ready", flush=True)
    while not shell.window.isVisible():
        await asyncio.sleep(0.02)
    print("shown", flush=True)
    return 7

options = options_for(Path(sys.argv[1]), "http://127.0.0.1:9/v1", keychain=False)
print("code", boot.run(options, during=during))
"""


def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own; no display."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error::ResourceWarning",
    }


def start(tmp_path: Path, script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def complaints(text: str) -> list[str]:
    """What was written to stderr besides Qt's remarks about having no screen."""
    return [line for line in text.splitlines() if line and "This plugin does not support" not in line]


@pytest.mark.parametrize("how", ["close", "quit", "command", "SIGINT", "SIGTERM", "twice"])
def test_every_way_out_is_orderly(how: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and how.startswith("SIG"):
        pytest.skip("signals are POSIX's")
    process = start(tmp_path, SCRIPT, how, str(tmp_path / "profile"))
    out, err = process.communicate(timeout=60)
    assert out.strip() == "code=0 threads=[] gc=True", err
    assert complaints(err) == []
    assert process.returncode == 0
    assert (tmp_path / "profile" / "window.ini").is_file()


def test_a_second_start_shows_the_window_of_the_first(tmp_path: Path) -> None:
    profile = str(tmp_path / "profile")
    first = start(tmp_path, FIRST, profile)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        second = start(tmp_path, SECOND, profile)
        out, err = second.communicate(timeout=60)
        assert out == "code 0\n", err
        out, err = first.communicate(timeout=60)
        assert out == "shown\ncode 7\n", err
    finally:
        first.kill()
        first.communicate()

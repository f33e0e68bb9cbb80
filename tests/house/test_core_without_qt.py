"""The core and the headless commands work on a machine that has no Qt."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from package_source import PACKAGE, ROOT, modules
from support.simulator import DEFAULT_KEY, quiet_switches, simulator

NO_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
"""


def dotted(path: Path) -> str:
    """``fichier_gui.domain.ids`` for its file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def without_qt(
    code: str, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run code in a Python that has no Qt."""
    return subprocess.run(
        [sys.executable, "-c", NO_QT + code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=os.environ | (env or {}),
    )


def test_every_module_below_the_window_imports() -> None:
    core = [p for p in modules() if p.relative_to(PACKAGE).parts[0] != "ui"] + list(modules("ui/wording"))
    names = [dotted(path) for path in core]
    done = without_qt(
        "import importlib, json\nfor n in json.loads(sys.argv[1]): importlib.import_module(n)",
        json.dumps(names),
    )
    assert done.returncode == 0, done.stderr


def test_the_core_moves_a_file(tmp_path: Path) -> None:
    """Sign in, upload, list and download against the simulated service, in a Python without Qt."""
    source = tmp_path / "note.txt"
    source.write_text("bytes that come back")
    code = """
from fichier_gui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
    with simulator(limits=False, switches=quiet_switches()) as running:
        env = {"FICHIER_API_KEY": DEFAULT_KEY, "HOME": str(tmp_path)}
        common = ("--profile", str(tmp_path / "profile"), "--service", running.base_url, "--no-key-ring")

        def run(*command: str) -> str:
            done = without_qt(code, command[0], *common, *command[1:], env=env)
            assert done.returncode == 0, done.stderr
            return done.stdout

        assert run("upload", str(source), "--to", "/").rstrip().endswith("\tnote.txt")
        assert "note.txt" in run("ls", "/")
        run("download", "/note.txt", "--to", str(tmp_path / "back"))
        assert (tmp_path / "back" / "note.txt").read_text() == "bytes that come back"


def test_the_window_says_what_is_missing(tmp_path: Path) -> None:
    done = without_qt(
        "from fichier_gui.__main__ import main\nsys.exit(main(['--profile', sys.argv[1]]))", str(tmp_path)
    )
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr
    assert "The window needs Qt" in done.stderr


@pytest.mark.parametrize("heavy", ["httpx", "keyring", "aiohttp"])
def test_start_imports_nothing_heavy(heavy: str) -> None:
    """Each costs about a tenth of a second that belongs after the first painted window."""
    done = without_qt(f"import fichier_gui.__main__\nsys.exit({heavy!r} in sys.modules)")
    assert done.returncode == 0, f"{heavy} is imported before anything was asked for"

"""``fichier-gui`` as a process of its own, with or without Qt."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

BLOCKER = """
import sys

class _NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name.partition(".")[0])
        return None

sys.meta_path.insert(0, _NoQt())
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


@dataclass(frozen=True)
class CommandLine:
    """One profile on one service."""

    profile: Path
    service: str
    key: str | None
    environment: dict[str, str]
    key_ring: bool = False

    def command(self, *arguments: str) -> list[str]:
        options = ["--profile", str(self.profile), "--service", self.service]
        ring = [] if self.key_ring else ["--no-key-ring"]
        return [sys.executable, "-m", "fichier_gui", *options, *ring, *arguments]

    def env(self) -> dict[str, str]:
        key = {} if self.key is None else {"FICHIER_API_KEY": self.key}
        return {**self.environment, **key}

    def run(self, *arguments: str, stdin: str = "", seconds: float = 60) -> Done:
        done = subprocess.run(
            self.command(*arguments),
            env=self.env(),
            cwd=ROOT,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    async def run_beside(self, *arguments: str, seconds: float = 60) -> Done:
        """The same, while this process goes on with its own loop."""
        process = await asyncio.create_subprocess_exec(
            *self.command(*arguments),
            env=self.env(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            out, err = await asyncio.wait_for(process.communicate(), seconds)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        assert process.returncode is not None
        return Done(process.returncode, out.decode(), err.decode())

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*arguments),
            env=self.env(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def environment(home: Path, *, qt: bool = True) -> dict[str, str]:
    """A bare environment: no display, no session bus, a home of its own; without ``qt``, no Qt either."""
    home.mkdir(exist_ok=True)
    paths = [str(ROOT)]
    if not qt:
        blocked = home / "no-qt"
        blocked.mkdir(exist_ok=True)
        (blocked / "sitecustomize.py").write_text(BLOCKER)
        paths.insert(0, str(blocked))
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ
    }
    return {
        **kept,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TMPDIR": str(home),
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONWARNINGS": "error",
        "QT_QPA_PLATFORM": "offscreen",
    }

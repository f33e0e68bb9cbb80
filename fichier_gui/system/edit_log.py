"""The edits that are under way, on disk: lines are only ever added, and are there when ``add`` returns.

Blocking: call from a worker thread, one at a time.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fichier_gui.system.disk_faults import disk_faults

Line = dict[str, Any]


class EditLog:
    """One file of JSON lines. Only the user may read it (0600)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> list[Line]:
        """The lines, up to the first that is not whole: a machine that stopped wrote half of it.

        Raises ``DiskProblem`` leaves.
        """
        with disk_faults(self.path):
            try:
                data = self.path.read_bytes()
            except FileNotFoundError:
                return []
        lines: list[Line] = []
        for raw in data.split(b"\n")[:-1]:
            try:
                line = json.loads(raw)
            except ValueError:
                break
            if not isinstance(line, dict):
                break
            lines.append(line)
        return lines

    def add(self, lines: Sequence[Line]) -> None:
        """Append; on the disk when this returns. Raises ``DiskProblem`` leaves."""
        with disk_faults(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(_bytes(lines))
                file.flush()
                os.fsync(file.fileno())

    def replace(self, lines: Sequence[Line]) -> None:
        """These lines and no others. Raises ``DiskProblem`` leaves."""
        scratch = self.path.with_name(f".{self.path.name}.new")
        with disk_faults(self.path):
            if not lines:
                self.path.unlink(missing_ok=True)
                return
            descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(_bytes(lines))
                file.flush()
                os.fsync(file.fileno())
            scratch.replace(self.path)


def _bytes(lines: Sequence[Line]) -> bytes:
    # ASCII: names may hold bytes that are no Unicode, which only an escape can carry.
    return b"".join(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n" for line in lines)

"""Small files of one folder that together stay below a size: what was used longest ago goes first."""

import contextlib
import os
from pathlib import Path

from fichier_gui.system.disk_faults import disk_faults


class PictureCache:
    """Blocking, and used by one thread at a time. Nothing is on the disk before the first :meth:`write`."""

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._sizes: dict[str, int] | None = None
        """By name; the one used last comes last."""

    def names(self) -> list[str]:
        """What is there."""
        return list(self._known())

    def read(self, name: str) -> bytes | None:
        """None where it is not there, or not any more."""
        sizes = self._known()
        if name not in sizes:
            return None
        path = self._folder / name
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            del sizes[name]
            return None
        sizes[name] = sizes.pop(name)
        return data

    def write(self, name: str, data: bytes) -> None:
        """Keep ``data``. Raises ``DiskProblem`` leaves."""
        sizes = self._known()
        path = self._folder / name
        with disk_faults(path):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            scratch = path.with_name(f".{name}")
            scratch.write_bytes(data)
            scratch.replace(path)
        sizes.pop(name, None)
        sizes[name] = len(data)
        self._shrink(sizes)

    def clear(self) -> None:
        """Remove everything. Raises ``DiskProblem`` leaves."""
        for name in self.names():
            with disk_faults(self._folder / name):
                (self._folder / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._folder.rmdir()
        self._sizes = None

    def _shrink(self, sizes: dict[str, int]) -> None:
        total = sum(sizes.values())
        while total > self._limit and len(sizes) > 1:
            oldest = next(iter(sizes))
            with contextlib.suppress(OSError):
                (self._folder / oldest).unlink()
            total -= sizes.pop(oldest)

    def _known(self) -> dict[str, int]:
        if self._sizes is None:
            found: list[tuple[float, str, int]] = []
            with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
                for entry in entries:
                    status = entry.stat()
                    found.append((status.st_mtime, entry.name, status.st_size))
            self._sizes = {name: size for _used_at, name, size in sorted(found)}
        return self._sizes

"""A small text file that is whole at every moment: the old text or the new one, never half of either."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fichier_gui.system.disk_faults import disk_faults


class AtomicText:
    """One file. Blocking: call from a worker thread. Only the user may read it (0600)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> str | None:
        """The text, or None when there is no file. Raises ``DiskProblem`` leaves, ``UnicodeDecodeError``."""
        with disk_faults(self.path):
            try:
                return self.path.read_text(encoding="utf-8")
            except FileNotFoundError:
                return None

    def save(self, text: str) -> None:
        """Replace the text; on the disk when this returns. Raises ``DiskProblem`` leaves."""
        with disk_faults(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # mkstemp makes the file readable for its owner alone, and replace keeps that.
            descriptor, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self.path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            _sync_folder(self.path.parent)


def put_aside(path: Path) -> Path:
    """Give a file that cannot be read a name like ``settings.damaged.toml``; an earlier one is kept too.
    Where it is then: where the disk refuses, it stays, and the next save replaces it. Blocking."""
    names = ["damaged", *(f"damaged-{n}" for n in range(2, 100))]
    candidates = [path.with_name(f"{path.stem}.{word}{path.suffix}") for word in names]
    kept = next((c for c in candidates if not c.exists()), candidates[-1])
    try:
        path.rename(kept)
    except OSError:
        return path
    return kept


def save_for_user(path: Path, text: str) -> None:
    """A file for others to read too, as the user's programs make them: replaced whole, on the disk when this
    returns. Blocking. Raises ``DiskProblem`` leaves.

    Names of this system may hold bytes that are no Unicode: they are written as they are.
    """
    save_pieces_for_user(path, (text,))


def save_pieces_for_user(path: Path, pieces: Iterable[str]) -> None:
    """As :func:`save_for_user`, for a text that is too long to be held at once."""
    scratch = path.with_name(f".{path.name}.new")
    with disk_faults(path):
        try:
            with scratch.open("w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            scratch.replace(path)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def load_of_user(path: Path, most: int) -> str:
    """The text of a file, whatever wrote it. Blocking.

    Bytes that are no UTF-8 are kept as :func:`save_for_user` writes them. Raises ``ValueError`` for more than
    ``most`` bytes, ``DiskProblem`` leaves.
    """
    with disk_faults(path), path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError("it is too large")
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _sync_folder(folder: Path) -> None:
    """Put the new name itself on the disk. Windows knows no such act."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

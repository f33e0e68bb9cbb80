"""Local files are read and compared with what they should be."""

from collections.abc import Sequence
from pathlib import Path

from fichier_gui.domain.checking import Checked, Expected, Progress, Verdict, judged, without_sizes
from fichier_gui.domain.errors import AppError, NotAFile
from fichier_gui.transfers.disk_faults import source_faults
from fichier_gui.transfers.hashing import PIECE, hash_file
from fichier_gui.transfers.ports import Checksums


class Comparing:
    """Blocking: for a worker thread. ``stop`` and ``progress`` are for any."""

    def __init__(self, root: Path, expected: Sequence[Expected], checksums: Checksums) -> None:
        self._root = root
        self._expected = expected
        self._checksums = checksums
        self._is_stopped = False
        self._begun = 0
        self.progress = Progress()

    def stop(self) -> None:
        """End soon: ``run`` raises ``HashStopped``."""
        self._is_stopped = True

    def run(self) -> tuple[Checked, ...]:
        """A verdict for each, in order. Sizes are looked at first: only what they do not decide is read."""
        looked = [self._looked_at(each) for each in self._expected]
        total = sum(seen for seen in looked if isinstance(seen, int))
        return tuple(
            self._read(each, seen, total) if isinstance(seen, int) else seen
            for each, seen in zip(self._expected, looked, strict=True)
        )

    def _looked_at(self, expected: Expected) -> Checked | int:
        """The verdict, or the size of a file that has to be read."""
        path = self._path(expected)
        try:
            with source_faults(path):
                if not path.exists():
                    return _without(expected, Verdict.MISSING_HERE)
                if not path.is_file():
                    raise NotAFile(path=str(path), what="folder")
                size = path.stat().st_size
        except AppError as error:
            return _without(expected, Verdict.UNCHECKED, error)
        known = without_sizes(expected, size)
        if known is None and self._checksums.provider is None:
            return Checked(expected.path, Verdict.UNCHECKED, size, expected.size, url=expected.url)
        return size if known is None else known

    def _read(self, expected: Expected, size: int, total: int) -> Checked:
        path, begun = self._path(expected), self._begun
        self.progress = Progress(begun, total, expected.path)
        pieces = 0

        def is_stopped() -> bool:
            nonlocal pieces
            pieces += 1
            self.progress = Progress(begun + min(size, pieces * PIECE), total, expected.path)
            return self._is_stopped

        try:
            digest = hash_file(path, self._checksums.new(), is_stopped)
        except AppError as error:
            return _without(expected, Verdict.UNCHECKED, error)
        finally:
            self._begun += size
        return judged(expected, size, digest)

    def _path(self, expected: Expected) -> Path:
        """Sum files of Windows may write ``sub\\name``."""
        path = self._root / expected.path
        if "\\" in expected.path and not path.exists():
            return self._root / expected.path.replace("\\", "/")
        return path


def _without(expected: Expected, verdict: Verdict, reason: AppError | None = None) -> Checked:
    return Checked(
        expected.path,
        verdict,
        None,
        expected.size,
        None,
        expected.checksum,
        expected.url,
        reason,
    )

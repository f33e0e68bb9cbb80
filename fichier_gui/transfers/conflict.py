"""What to do about a local file that has a download's name."""

from enum import Enum, auto
from pathlib import Path

from fichier_gui.domain.errors import AppError, TargetExists
from fichier_gui.domain.transfers import ConflictRule, Transfer
from fichier_gui.transfers import part_file
from fichier_gui.transfers.disk_faults import disk_faults, name_faults
from fichier_gui.transfers.hashing import HashStopped, hash_file
from fichier_gui.transfers.ports import Checksums


class Verdict(Enum):
    """How a download goes on."""

    WRITE = auto()
    """Nothing is in the way, or it may be replaced."""
    SAME = auto()
    """The file is there already."""
    SKIP = auto()
    """The user wants the local file left alone."""
    RENAME = auto()
    """Both are kept: the download takes another name."""


class Conflict:
    """Looks at the local disk: call from a worker thread; ``stop`` from any."""

    def __init__(self, checksums: Checksums) -> None:
        self._checksums = checksums
        self._is_stopped = False

    def stop(self) -> None:
        """Give up a comparison."""
        self._is_stopped = True

    def judge(self, transfer: Transfer) -> Verdict:
        """Raises ``TargetExists`` where the user must say; ``DiskProblem`` leaves."""
        final = Path(transfer.local_path)
        with name_faults(final):
            if not final.is_symlink() and not final.exists():
                return Verdict.WRITE
        match transfer.conflict:
            case ConflictRule.REPLACE:
                return Verdict.WRITE
            case ConflictRule.SKIP:
                return Verdict.SKIP
            case ConflictRule.ASK:
                raise TargetExists(path=transfer.local_path)
            case ConflictRule.SKIP_SAME if self.is_same(final, transfer):
                return Verdict.SAME
            case ConflictRule.SKIP_SAME | ConflictRule.KEEP_BOTH:
                return Verdict.RENAME

    def is_same(self, path: Path, transfer: Transfer) -> bool:
        """True when ``path`` holds the file that is asked for. Without checksums nobody can know."""
        expected = transfer.checksum or transfer.local_checksum
        return expected is not None and self.holds(path, transfer, expected)

    def holds(self, path: Path, transfer: Transfer, expected: str) -> bool:
        """True when ``path`` is a file of checksum ``expected``, and of the right size where it is known."""
        if self._checksums.provider is None:
            return False
        try:
            with disk_faults(path):
                if not path.is_file() or (transfer.size and path.stat().st_size != transfer.size):
                    return False
            return hash_file(path, self._checksums.new(), lambda: self._is_stopped) == expected.lower()
        except (AppError, HashStopped):
            return False


def another_name(transfer: Transfer) -> Path:
    """A free name beside the one that is taken. Blocking."""
    return part_file.free_name(Path(transfer.local_path).with_name(transfer.name))

"""The lock of the window: what is kept of a passphrase, and how long one waits after wrong ones. Pure."""

import hashlib
import hmac
import json
import secrets
from dataclasses import replace
from typing import Any, Final

from fichier_gui.domain.secret import Secret
from fichier_gui.domain.values import value

LEAST_LETTERS: Final = 6
FREE_TRIES: Final = 3
"""Wrong entries without a wait: those of who has a passphrase and mistypes it."""
FIRST_WAIT: Final = 5.0
LONGEST_WAIT: Final = 900.0

_COST: Final = (1 << 15, 8, 3)
"""n, r and p of scrypt: 32 MiB and some tenths of a second for each try."""
_MOST_MEMORY: Final = 256 << 20
_LENGTH: Final = 32


@value
class Tried:
    """What came of an entry."""

    is_open: bool
    wait: float = 0.0
    """Seconds before the next one is looked at."""
    is_missing: bool = False
    """Nothing is kept that a passphrase could be held against."""


@value
class LockRecord:
    """What is kept. It tells neither the passphrase nor its length."""

    salt: bytes
    digest: bytes
    cost: tuple[int, int, int]
    """n, r and p of scrypt."""
    failures: int = 0
    failed_at: float = 0.0
    """Seconds since 1970, of the last wrong entry, or of one that nobody has judged yet."""

    def fits(self, passphrase: Secret) -> bool:
        """Whether it is the one. Takes some tenths of a second."""
        return hmac.compare_digest(self.digest, _derived(passphrase, self.salt, self.cost))

    def wait(self, now: float) -> float:
        """Seconds before an entry is looked at. A clock that was set back makes it no longer."""
        whole = wait_after(self.failures)
        return min(max(0.0, self.failed_at + whole - now), whole)

    def tried(self, now: float) -> "LockRecord":
        """With one more wrong entry."""
        return replace(self, failures=self.failures + 1, failed_at=now)

    def forgiven(self) -> "LockRecord":
        """Without any."""
        return replace(self, failures=0, failed_at=0.0)


def wait_after(failures: int) -> float:
    """Seconds that follow so many wrong entries in a row: none at first, then twice as many each time."""
    over = failures - FREE_TRIES
    return 0.0 if over < 0 else min(FIRST_WAIT * 2.0 ** min(over, 20), LONGEST_WAIT)


def new_record(passphrase: Secret) -> LockRecord:
    """For a new passphrase. Takes some tenths of a second."""
    salt = secrets.token_bytes(16)
    return LockRecord(salt, _derived(passphrase, salt, _COST), _COST)


def write(record: LockRecord) -> str:
    """As one line of text."""
    return json.dumps(
        {
            "salt": record.salt.hex(),
            "digest": record.digest.hex(),
            "cost": record.cost,
            "failures": record.failures,
            "failed_at": record.failed_at,
        }
    )


def read(text: str) -> LockRecord | None:
    """What :func:`write` has written; None for anything else."""
    try:
        wire: Any = json.loads(text)
        n, r, p = map(int, wire["cost"])
        record = LockRecord(
            bytes.fromhex(wire["salt"]),
            bytes.fromhex(wire["digest"]),
            (n, r, p),
            int(wire["failures"]),
            float(wire["failed_at"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
    return record if record.salt and len(record.digest) == _LENGTH and _is_bearable(record.cost) else None


def _is_bearable(cost: tuple[int, int, int]) -> bool:
    n, r, p = cost
    return n > 1 and n & (n - 1) == 0 and 0 < r <= 32 and 0 < p <= 16 and 128 * n * r < _MOST_MEMORY // 2


def _derived(passphrase: Secret, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    return hashlib.scrypt(
        passphrase.reveal().encode("utf-8", "surrogatepass"),
        salt=salt,
        n=n,
        r=r,
        p=p,
        maxmem=_MOST_MEMORY,
        dklen=_LENGTH,
    )

"""The account as last seen, so that a start needs no request.

The file holds no key. To tell whose account it is, it keeps a salted mark of the key and of the e-mail:
16 bits each, enough to notice another one, useless for guessing either.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Protocol

from fichier_gui.app.workers import Workers
from fichier_gui.domain.account import Account, Plan
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.secret import Secret


class TextFile(Protocol):
    """A file that is replaced as a whole. Blocking; raises ``DiskProblem`` leaves."""

    def load(self) -> str | None:
        """The text, None when there is no file."""
        ...

    def save(self, text: str) -> None:
        """Replace it."""
        ...


@dataclass(frozen=True, slots=True)
class _Memory:
    salt: str
    key_mark: str = ""
    owner_mark: str = ""
    account: Account | None = None

    def mark(self, text: str) -> str:
        return hashlib.sha256(f"{self.salt}{text}".encode()).hexdigest()[:4]


class AccountFile:
    """Remembers the account of the key that was used last."""

    def __init__(self, file: TextFile, disk: Workers) -> None:
        self._file = file
        self._disk = disk
        self._memory: _Memory | None = None

    async def load(self, key: Secret) -> Account | None:
        """The account of ``key``; None when another key was used last, or nothing is known."""
        memory = await self._read()
        return memory.account if memory.key_mark == memory.mark(key.reveal()) else None

    async def is_other(self, key: Secret) -> bool:
        """True when another key than ``key`` was used last."""
        memory = await self._read()
        return bool(memory.key_mark) and memory.key_mark != memory.mark(key.reveal())

    async def save(self, key: Secret, account: Account) -> bool:
        """Remember it. True when the one before belonged to somebody else."""
        memory = await self._read()
        owner = memory.mark(account.email)
        await self._write(_Memory(memory.salt, memory.mark(key.reveal()), owner, account))
        return bool(memory.owner_mark) and memory.owner_mark != owner

    async def clear(self) -> None:
        """Forget the account; whose it was can still be told."""
        memory = await self._read()
        await self._write(_Memory(memory.salt, memory.key_mark, memory.owner_mark))

    async def _read(self) -> _Memory:
        if self._memory is None:
            self._memory = await self._disk.run(self._load)
        return self._memory

    async def _write(self, memory: _Memory) -> None:
        self._memory = memory
        await self._disk.run(self._save, memory)

    def _load(self) -> _Memory:
        try:
            wire = json.loads(self._file.load() or "{}")
            return _Memory(
                salt=str(wire["salt"]),
                key_mark=str(wire["key_mark"]),
                owner_mark=str(wire["owner_mark"]),
                account=_account(wire["account"]) if wire.get("account") else None,
            )
        except (DiskProblem, ValueError, KeyError, TypeError):
            # It is a memory only: the service knows.
            return _Memory(salt=secrets.token_hex(8))

    def _save(self, memory: _Memory) -> None:
        try:
            self._file.save(json.dumps(asdict(memory), indent=1))
        except DiskProblem:
            # A full disk must not sign anybody out; the next start asks the service.
            return


def _account(wire: Mapping[str, Any]) -> Account:
    known = {field.name for field in fields(Account)}
    values = {name: value for name, value in wire.items() if name in known}
    return Account(**{**values, "plan": Plan(values["plan"])})

"""The passphrase that opens the window: set, changed, removed, tried. It is kept in the key ring alone.

The lock hides; it encrypts nothing, and no command of the command line asks for it.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from fichier_gui.app.tasks import ScopeClosed, TaskScope
from fichier_gui.app.workers import Workers
from fichier_gui.domain.app_lock import LockRecord, Tried, new_record, read, write
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import KeyRefused, KeyringMissing
from fichier_gui.domain.events import Event, LockChanged, ScreenLocked
from fichier_gui.domain.secret import Secret
from fichier_gui.system.keychain import Keychain
from fichier_gui.system.paths import ProfilePaths

Holds = Callable[[Secret], Awaitable[bool]]
"""Whether it is the key of an account of the profile. Raises as ``Session.enter_key``."""
Listen = Callable[[Callable[[], None]], Coroutine[Any, Any, None]]


def lock_entry(paths: ProfilePaths) -> str:
    """Its name in the key ring: one for all accounts of a profile."""
    return f"{paths.first.name}-window-lock"


class AppLock:
    """Lives on the core's loop. ``keychain``: None where this run uses no key ring."""

    def __init__(
        self,
        keychain: Keychain | None,
        holds: Holds,
        disk: Workers,
        clock: Clock,
        scope: TaskScope,
        listen: Listen | None,
        emit: Callable[[Event], None],
    ) -> None:
        self._keychain = keychain
        self._holds = holds
        self._disk = disk
        self._clock = clock
        self._scope = scope
        self._listen = listen
        self._emit = emit
        self._turn = asyncio.Lock()
        self._listening: asyncio.Task[None] | None = None

    async def is_set(self) -> bool:
        """Whether there is one. Raises ``KeyringMissing`` where none can be set, and its fellows."""
        return await self._ring().load() is not None

    async def set(self, passphrase: Secret) -> None:
        """The first one, or another one in its place. Raises ``KeyringProblem`` leaves."""
        async with self._turn:
            await self._save(await self._disk.run(new_record, passphrase))
        self._emit(LockChanged(is_set=True))

    async def remove(self) -> None:
        """There is none any more. Raises ``KeyringProblem`` leaves."""
        async with self._turn:
            if self._keychain is not None:
                await self._keychain.forget()
        self._emit(LockChanged(is_set=False))

    async def enter(self, passphrase: Secret) -> Tried:
        """Hold it against the one that was set. Raises ``KeyringProblem`` leaves.

        The entry counts as wrong before it is looked at, so that to end the program gains nothing.
        """
        async with self._turn:
            record = await self._load()
            if record is None:
                return Tried(is_open=False, is_missing=True)
            if wait := record.wait(self._clock.time()):
                return Tried(is_open=False, wait=wait)
            counted = record.tried(self._clock.time())
            await self._save(counted)
            if not await self._disk.run(record.fits, passphrase):
                return Tried(is_open=False, wait=counted.wait(self._clock.time()))
            await self._save(record.forgiven())
        return Tried(is_open=True)

    async def enter_key(self, key: Secret) -> Tried:
        """Who has forgotten it has the key of the account: whoever holds that holds all there is to hide.

        The passphrase is then removed. Raises ``KeyringProblem`` leaves, and as ``Session.enter_key``; a key
        that cannot be told right or wrong now is no wrong one. A key ring that is gone for good holds nobody
        out.
        """
        async with self._turn:
            record = None
            with contextlib.suppress(KeyringMissing):
                record = await self._load()
            if record is not None and (wait := record.wait(self._clock.time())):
                return Tried(is_open=False, wait=wait)
            counted = record.tried(self._clock.time()) if record is not None else None
            if counted is not None:
                await self._save(counted)
            if not await self._is_held(key, record):
                wait = counted.wait(self._clock.time()) if counted is not None else 0.0
                return Tried(is_open=False, wait=wait)
        try:
            await self.remove()
        except KeyringMissing:
            self._emit(LockChanged(is_set=False))
        return Tried(is_open=True)

    async def hear_screen(self) -> None:
        """From now on, tell when the screen is locked (``ScreenLocked``), where the system says so."""
        if self._listen is not None and self._listening is None:
            with contextlib.suppress(ScopeClosed):
                listening = self._listen(lambda: self._emit(ScreenLocked()))
                self._listening = self._scope.start(listening, "lock of the screen")

    async def _is_held(self, key: Secret, record: LockRecord | None) -> bool:
        is_judged = False
        try:
            is_held = await self._holds(key)
            is_judged = True
        except KeyRefused:
            is_judged = True
            return False
        finally:
            if not is_judged and record is not None:
                await self._save(record)
        return is_held

    def _ring(self) -> Keychain:
        if self._keychain is None:
            raise KeyringMissing("this run uses no key ring")
        return self._keychain

    async def _load(self) -> LockRecord | None:
        kept = None if self._keychain is None else await self._keychain.load()
        return None if kept is None else read(kept.reveal())

    async def _save(self, record: LockRecord) -> None:
        await self._ring().save(Secret(write(record)))

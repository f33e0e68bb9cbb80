"""The API key in the system's key ring: the only module that imports ``keyring``.

Three things can go wrong and each has its own sentence: there is no key ring (``KeyringMissing``), it is
locked or its question was dismissed (``KeyringLocked``), it refused (``KeyringDenied``).

``keyring`` is imported on the first call, in the worker thread: it costs 0.1 s.
"""

import asyncio
import importlib
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from fichier_gui.domain.errors import KeyringDenied, KeyringLocked, KeyringMissing, KeyringProblem
from fichier_gui.domain.secret import Secret
from fichier_gui.identity import NAME
from fichier_gui.system.daemon_call import daemon_call

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

logger = logging.getLogger(__name__)

T = TypeVar("T")

_PARTS: Final = {
    "linux": ("secretstorage",),
    "darwin": ("keyring.backends.macOS.api",),
    "win32": ("win32ctypes.pywin32.win32cred",),
}
"""What a system's own back end imports, and is passed over without if it fails to: system → modules."""

SERVICE: Final = NAME
"""The service name of our entries: ``secret-tool lookup service fichier-gui username default``."""

_INSECURE: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Back ends that keep nothing, or keep it in a readable file."""

_LOCKED: Final = frozenset({"KeyringLocked", "InitError", "LockedException", "PromptDismissedException"})
_MISSING: Final = frozenset(
    {"NoKeyringError", "SecretServiceNotAvailableException", "DBusNotFound", "RuntimeError", "ImportError"}
)
_MISSING_DBUS: Final = ("ServiceUnknown", "NameHasNoOwner", "Spawn", "NoServer", "Disconnected")


class Keychain:
    """The key of one profile. Coroutines; each call runs on its own thread and may wait for the user."""

    def __init__(self, account: str) -> None:
        self._account = account
        self._turn = asyncio.Lock()

    async def load(self) -> Secret | None:
        """The key, or None when there is none. Raises ``KeyringProblem`` leaves."""
        return await self._call(lambda: _load(self._account))

    async def save(self, key: Secret) -> None:
        """Keep ``key``, in the place of an older one. Raises ``KeyringProblem`` leaves."""
        await self._call(lambda: _save(self._account, key))

    async def forget(self) -> None:
        """Take the key out; fine when there is none. Raises ``KeyringProblem`` leaves."""
        await self._call(lambda: _forget(self._account))

    async def _call(self, work: Callable[[], T]) -> T:
        # Two questions of the key ring at a time would cover each other on the screen.
        async with self._turn:
            return await daemon_call("keychain", work)


def import_parts() -> None:
    """Import what this system's back end stands on; a package that left it out would have no key ring.

    Blocking. Raises ``ImportError``.
    """
    for module in ("keyring", *_PARTS.get(sys.platform, ())):
        importlib.import_module(module)


def _load(account: str) -> Secret | None:
    with _Faults():
        text = _backend().get_password(SERVICE, account)
        return Secret(text) if text else None


def _save(account: str, key: Secret) -> None:
    with _Faults(key):
        backend = _backend()
        backend.set_password(SERVICE, account, key.reveal())
        # Some back ends drop what they are given without a word.
        if backend.get_password(SERVICE, account) != key.reveal():
            raise KeyringDenied("the key ring did not keep the key")


def _forget(account: str) -> None:
    with _Faults():
        backend = _backend()
        if backend.get_password(SERVICE, account) is not None:
            backend.delete_password(SERVICE, account)


def _backend() -> "KeyringBackend":
    import keyring
    from keyring.backends import chainer

    backend = keyring.get_keyring()
    # The chainer would fall back to a weaker member when a strong one refuses: take the strongest itself.
    choices = list(backend.backends) if isinstance(backend, chainer.ChainerBackend) else [backend]
    for choice in choices:
        if _is_secure(choice):
            return choice
    raise KeyringMissing(f"no secure key ring: {_name(backend)}")


def _is_secure(backend: "KeyringBackend") -> bool:
    # keyring itself recommends no back end of a priority below 1.
    return not _name(backend).startswith(_INSECURE) and float(backend.priority) >= 1


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


class _Faults:
    """Turns whatever comes through ``keyring`` into one of ours.

    Raw errors of the D-Bus library, of ctypes and of pywin32 pass through it: only ``Exception`` covers all.
    """

    def __init__(self, key: Secret | None = None) -> None:
        self._key = key

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if not isinstance(error, Exception) or isinstance(error, KeyringProblem):
            return
        problem = _translated(error, self._key)
        logger.info("the key ring answered with %s: %s", type(error).__name__, problem.detail)
        # Not "from error": what a foreign exception carries along is not known to be free of the key.
        raise problem from None


def _translated(error: Exception, key: Secret | None) -> KeyringProblem:
    detail = f"{type(error).__name__}: {error}"
    if key:
        detail = detail.replace(key.reveal(), str(key))
    names = {cls.__name__ for cls in type(error).__mro__}
    dbus_name = str(getattr(error, "name", ""))
    if names & _LOCKED or "Locked" in dbus_name:
        return KeyringLocked(detail)
    if names & _MISSING or isinstance(error, OSError) or any(part in dbus_name for part in _MISSING_DBUS):
        return KeyringMissing(detail)
    return KeyringDenied(detail)

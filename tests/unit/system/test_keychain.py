"""The keychain's three situations, over key rings made for the test.

Real ones: tests/stories/test_keyring.py.
"""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator

import keyring
import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, NoKeyringError, PasswordSetError
from keyring.errors import KeyringLocked as Locked
from support.memory_keyring import MemoryKeyring

from fichier_gui.domain.errors import KeyringDenied, KeyringLocked, KeyringMissing, KeyringProblem
from fichier_gui.domain.secret import Secret
from fichier_gui.system.daemon_call import daemon_call
from fichier_gui.system.keychain import SERVICE, Keychain, import_parts

KEY = "s3cret_" * 4 + "abcd"


class Weak(MemoryKeyring):
    """What keyring itself does not recommend."""

    priority = 0.5


class Forgetful(MemoryKeyring):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter()


class DBusErrorResponse(Exception):
    """As the D-Bus library raises it, through keyring."""

    def __init__(self, name: str) -> None:
        super().__init__(f"[{name}] said so")
        self.name = name


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.core._keyring_backend
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.core._keyring_backend = before


async def test_save_load_forget(ring: MemoryKeyring) -> None:
    keychain = Keychain("default")
    assert await keychain.load() is None
    await keychain.save(Secret(KEY))
    assert await keychain.load() == Secret(KEY)
    assert ring.kept == {(SERVICE, "default"): KEY}
    assert await Keychain("other").load() is None
    await keychain.forget()
    await keychain.forget()
    assert await keychain.load() is None


async def test_it_never_runs_on_the_loop(ring: MemoryKeyring) -> None:
    await asyncio.gather(*(Keychain("default").load() for _ in range(5)))
    assert {(thread.name, thread.daemon) for thread in ring.threads} == {("keychain", True)}


@pytest.mark.parametrize(
    ("error", "leaf"),
    [
        (NoKeyringError("none"), KeyringMissing),
        (DBusErrorResponse("org.freedesktop.DBus.Error.ServiceUnknown"), KeyringMissing),
        (DBusErrorResponse("org.freedesktop.DBus.Error.Spawn.ChildExited"), KeyringMissing),
        (ConnectionRefusedError(111, "Connection refused"), KeyringMissing),
        (Locked("Failed to unlock the collection!"), KeyringLocked),
        (InitError("Failed to create the collection: Prompt dismissed.."), KeyringLocked),
        (DBusErrorResponse("org.freedesktop.Secret.Error.IsLocked"), KeyringLocked),
        (KeyringError("no"), KeyringDenied),
        (PasswordSetError("Can't store password on keychain"), KeyringDenied),
        (DBusErrorResponse("org.freedesktop.DBus.Error.AccessDenied"), KeyringDenied),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), KeyringDenied),
    ],
)
async def test_each_failure_has_its_leaf(
    ring: MemoryKeyring, error: Exception, leaf: type[KeyringProblem], caplog: pytest.LogCaptureFixture
) -> None:
    keychain = Keychain("default")
    ring.error = error
    with caplog.at_level(logging.DEBUG):
        for call in (keychain.load(), keychain.save(Secret(KEY)), keychain.forget()):
            with pytest.raises(leaf) as caught:
                await call
            assert caught.value.detail.startswith(type(error).__name__)
            assert KEY not in repr(caught.value)
    assert KEY not in caplog.text


async def test_the_key_is_in_no_error(ring: MemoryKeyring, caplog: pytest.LogCaptureFixture) -> None:
    ring.error = KeyringError(f"cannot store {KEY}")
    with caplog.at_level(logging.DEBUG), pytest.raises(KeyringDenied) as caught:
        await Keychain("default").save(Secret(KEY))
    assert KEY not in caught.value.detail + repr(caught.value) + caplog.text
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_a_key_ring_that_keeps_nothing_is_found_out() -> None:
    keyring.set_keyring(Forgetful())
    with pytest.raises(KeyringDenied):
        await Keychain("default").save(Secret(KEY))
    keyring.core._keyring_backend = None


@pytest.mark.parametrize("weak", [fail.Keyring, null.Keyring, Weak])
async def test_what_keeps_no_secret_is_refused(ring: MemoryKeyring, weak: type[KeyringBackend]) -> None:
    keyring.set_keyring(weak())
    for call in (Keychain("a").load(), Keychain("a").save(Secret(KEY)), Keychain("a").forget()):
        with pytest.raises(KeyringMissing):
            await call


async def test_a_plain_file_is_refused_whatever_it_says_of_itself(ring: MemoryKeyring) -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file", "priority": 9.0})
    keyring.set_keyring(plain())
    with pytest.raises(KeyringMissing) as caught:
        await Keychain("a").save(Secret(KEY))
    assert "keyrings.alt.file" in caught.value.detail


async def test_of_several_the_secure_one_is_taken(
    ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak, strong = Weak(), MemoryKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [weak, strong])
    keyring.set_keyring(chainer.ChainerBackend())
    await Keychain("a").save(Secret(KEY))
    assert (weak.kept, strong.kept) == ({}, {(SERVICE, "a"): KEY})


async def test_one_who_stops_waiting_leaves_the_thread_alone() -> None:
    go, gone = threading.Event(), threading.Event()

    def work() -> int:
        go.wait(10)
        gone.set()
        return 1

    waiting = asyncio.gather(daemon_call("slow", work))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go.set()
    await asyncio.to_thread(gone.wait, 10)


async def test_what_breaks_off_on_the_thread_is_told_to_who_waits() -> None:
    with pytest.raises(UnicodeEncodeError):
        await daemon_call("broken", lambda: "\udce9".encode())


def test_a_result_after_the_loop_is_dropped() -> None:
    go = threading.Event()

    async def main() -> None:
        waiting = asyncio.gather(daemon_call("late", go.wait))
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(main())
    [thread] = [t for t in threading.enumerate() if t.name == "late"]
    go.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.skipif(sys.platform != "linux", reason="the part of Linux is taken away")
def test_a_package_without_a_part_of_the_key_ring_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    import_parts()
    monkeypatch.setitem(sys.modules, "secretstorage", None)
    with pytest.raises(ImportError):
        import_parts()

"""The key in a real key ring, as this program keeps it; each run is a process of its own."""

import base64
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.secret_service import KeyRing, missing_programs, run_python, secret_service

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]

KEY = "Kq7_" + "abcDEF123" * 3 + "="

CALL = """
import asyncio, sys, threading
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.secret import Secret
from fichier_gui.system.keychain import Keychain

async def main(steps):
    for step in steps:
        name, _, argument = step.partition(":")
        keychain = Keychain(argument or "default")
        try:
            if name == "save":
                await keychain.save(Secret(sys.stdin.readline().strip()))
                print("saved")
            elif name == "load":
                key = await keychain.load()
                print("none" if key is None else "key " + key.reveal())
            else:
                await keychain.forget()
                print("forgotten")
        except AppError as error:
            print(error.code, "|", error.detail)

asyncio.run(main(sys.argv[1:]))
assert "Qt" not in "".join(sys.modules)
"""


@pytest.fixture
def session() -> Iterator[dict[str, str]]:
    with secret_service() as environment:
        yield environment


def call(environment: dict[str, str], *steps: str, key: str = KEY) -> list[str]:
    """Run the steps in one process; one line of answer each."""
    done = run_python(environment, CALL, *steps, stdin=f"{key}\n")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_key_outlives_the_process(session: dict[str, str]) -> None:
    assert call(session, "load", "save") == ["none", "saved"]
    assert call(session, "load") == [f"key {KEY}"]


def test_each_profile_has_its_own_key(session: dict[str, str]) -> None:
    assert call(session, "save:default") == ["saved"]
    assert call(session, "save:work-1a2b", key="W" * 32) == ["saved"]
    assert call(session, "load:default", "load:work-1a2b") == [f"key {KEY}", f"key {'W' * 32}"]
    assert call(session, "forget:default", "load:default", "load:work-1a2b") == [
        "forgotten",
        "none",
        f"key {'W' * 32}",
    ]


def test_a_new_key_takes_the_old_ones_place(session: dict[str, str]) -> None:
    assert call(session, "save") == ["saved"]
    assert call(session, "save", "load", key="N" * 32) == ["saved", f"key {'N' * 32}"]
    assert call(session, "forget", "load", "forget") == ["forgotten", "none", "forgotten"]


def test_the_key_is_nowhere_on_the_disk_in_clear(session: dict[str, str]) -> None:
    assert call(session, "save") == ["saved"]
    forms = [KEY.encode(), base64.b64encode(KEY.encode()), KEY.encode().hex().encode()]
    read = 0
    for path in Path(session["HOME"]).rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(form in content for form in forms), path
            read += 1
    assert read, "the key ring wrote no file"


@pytest.mark.skipif(shutil.which("secret-tool") is None, reason="needs secret-tool")
def test_other_programs_of_the_user_find_it_under_its_name(session: dict[str, str]) -> None:
    assert call(session, "save") == ["saved"]
    found = subprocess.run(
        ["secret-tool", "lookup", "service", "fichier-gui", "username", "default"],
        env=session,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert found.stdout.strip() == KEY


def test_a_locked_key_ring() -> None:
    with secret_service(KeyRing.LOCKED) as environment:
        answers = call(environment, "load", "save", "forget")
    assert [answer.split(" | ")[0] for answer in answers] == ["KeyringLocked"] * 3
    assert KEY not in "".join(answers)


def test_no_key_ring_on_the_bus_and_no_bus() -> None:
    with secret_service(KeyRing.MISSING) as environment:
        on_the_bus = call(environment, "load", "save", "forget")
        without = {name: value for name, value in environment.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
        without["XDG_RUNTIME_DIR"] = environment["HOME"]
        no_bus = call(without, "load", "save")
    codes = [answer.split(" | ")[0] for answer in on_the_bus + no_bus]
    assert codes == ["KeyringMissing"] * 5
    assert KEY not in "".join(on_the_bus + no_bus)


def test_a_back_end_that_keeps_nothing_is_none(session: dict[str, str]) -> None:
    answers = call({**session, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, "save", "load")
    assert [answer.split(" | ")[0] for answer in answers] == ["KeyringMissing"] * 2


def test_a_key_ring_that_hangs_does_not_keep_the_program_alive(session: dict[str, str]) -> None:
    """A question that nobody answers: the program can still end, for the call is on a daemon thread."""
    code = """
import asyncio, contextlib
from fichier_gui.system.keychain import Keychain

async def main():
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(Keychain("default").load(), 1)
        print("answered")

asyncio.run(main())
print("ended")
"""
    daemon = keyring_process(session)
    os.kill(daemon, signal.SIGSTOP)
    try:
        done = run_python(session, code)
    finally:
        os.kill(daemon, signal.SIGCONT)
    assert (done.stdout, done.returncode) == ("ended\n", 0), done.stderr


def keyring_process(session: dict[str, str]) -> int:
    """The process id of this session's own key ring, as its bus tells."""
    code = """
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
with open_dbus_connection("SESSION") as connection:
    call = new_method_call(bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
    print(connection.send_and_get_reply(call).body[0])
"""
    return int(run_python(session, code).stdout)

"""A real Secret Service (gnome-keyring) on a session bus of its own, in a home of its own.

The bus activates nothing: what is not started here is not there. Everything ends by process id.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a-test-password"

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class KeyRing(Enum):
    """What the session offers."""

    OPEN = "open"
    LOCKED = "locked"
    MISSING = "missing"
    """A session bus with no Secret Service on it."""


def missing_programs() -> list[str]:
    """What this machine lacks for :func:`secret_service`."""
    return [name for name in ("dbus-daemon", "gnome-keyring-daemon") if shutil.which(name) is None]


@contextlib.contextmanager
def secret_service(state: KeyRing = KeyRing.OPEN) -> Iterator[dict[str, str]]:
    """Run a session; gives the environment for child processes (its HOME is fresh and empty).

    Locked means: there is a key ring with a password, and nobody to type it.
    """
    with TemporaryDirectory(prefix="fg-keyring-") as folder, contextlib.ExitStack() as running:
        environment = _environment(Path(folder))
        start_bus(running, environment, Path(folder))
        if state is KeyRing.LOCKED:
            # This run makes the key ring; one without its password then finds it locked.
            with _daemon(environment, "--unlock"):
                pass
            running.enter_context(_daemon(environment, "--start"))
        elif state is KeyRing.OPEN:
            running.enter_context(_daemon(environment, "--unlock"))
        yield environment


def run_python(
    environment: dict[str, str], code: str, *arguments: str, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in a fresh interpreter of this Python, inside the session and in the repository's root."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _environment(folder: Path) -> dict[str, str]:
    home, runtime = folder / "home", folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "FICHIER_API_KEY", "PYTHON_KEYRING_BACKEND")
    kept = {k: v for k, v in os.environ.items() if k not in dropped and not k.startswith("XDG_")}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
    }


def start_bus(running: contextlib.ExitStack, environment: dict[str, str], folder: Path) -> None:
    """A bus at ``folder/run/bus`` that starts nothing by itself, until ``running`` is left."""
    config = folder / "bus.conf"
    config.write_text(_BUS_CONFIG.format(socket=folder / "run" / "bus"))
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running.callback(end, bus)
    assert bus.stdout is not None
    running.callback(bus.stdout.close)
    # It prints its address once it listens.
    assert bus.stdout.readline().startswith("unix:"), "no session bus"


def key_ring(environment: dict[str, str]) -> contextlib.AbstractContextManager[subprocess.Popen[str]]:
    """An open key ring on a session bus that runs already."""
    return _daemon(environment, "--unlock")


@contextlib.contextmanager
def _daemon(environment: dict[str, str], how: str) -> Iterator[subprocess.Popen[str]]:
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--components=secrets", how],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdin is not None
        if how == "--unlock":
            daemon.stdin.write(PASSWORD)
        daemon.stdin.close()
        _wait_for_name(environment)
        yield daemon
    finally:
        end(daemon)


_WAIT = """
import sys, time
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
with open_dbus_connection("SESSION") as connection:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        call = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
        if connection.send_and_get_reply(call).body[0]:
            sys.exit(0)
        time.sleep(0.02)
sys.exit("the Secret Service did not come")
"""


def _wait_for_name(environment: dict[str, str]) -> None:
    done = run_python(environment, _WAIT)
    assert done.returncode == 0, done.stderr


def end(process: subprocess.Popen[str]) -> None:
    """Ask it to end, wait, and insist."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

"""One run of the installer: prepare, then open the program, run the tests, or build what others install."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import environment
import screen
import system_packages
from problem import Problem, say

SCREENSHOTS = environment.ROOT / "build" / "self-test"


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; the exit status of what was started."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of another code page must not end the run
    try:
        command = _COMMANDS.get(arguments[0]) if arguments else None
        return command(arguments[1:]) if command else _open(arguments)
    except Problem as problem:
        say(f"installer: {problem}")
        return 1
    except KeyboardInterrupt:
        say("installer: stopped; run it again to go on where it was.")
        return 130


def _open(arguments: Sequence[str]) -> int:
    """The program with its arguments; without any, the demo."""
    libraries = system_packages.DRAWING | (system_packages.X11 if os.environ.get("DISPLAY") else {})
    missing = system_packages.missing_libraries(libraries)
    if not arguments:
        system_packages.install(missing)
    python = environment.OWN.prepare(environment.RUNTIME)
    if arguments:
        if missing:
            say(f"note: the window will not open without {', '.join(missing)}.")
        return _hand_over(python, arguments)
    if screen.is_there():
        say("Opening the demo: a simulated account, nothing leaves this machine.")
        return _hand_over(python, ["--demo"])
    say("There is no screen here: running the self-test instead of opening the window.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _hand_over(python, ["--self-test", "--screenshots", str(SCREENSHOTS)])


def _hand_over(python: Path, arguments: Sequence[str]) -> int:
    """Become the program, so that signals and the terminal are its own."""
    command = [str(python), "-m", "fichier_gui", *arguments]
    if os.name == "posix":
        sys.stderr.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def _test(arguments: Sequence[str]) -> int:
    """Everything the tests need, then all of them."""
    python = _prepared_for_tests()
    import checks

    return checks.run(python, arguments)


def _gallery(arguments: Sequence[str]) -> int:
    """Pictures of every window, dialog and state."""
    command = [str(_prepared_for_tests()), str(environment.ROOT / "tests" / "gallery"), *arguments]
    return subprocess.run(command, check=False).returncode


def _build(arguments: Sequence[str]) -> int:
    """What other people install."""
    sys.path.insert(0, str(environment.ROOT))  # for the program's names
    import build

    return build.main(arguments)


def _release(arguments: Sequence[str]) -> int:
    """A version with all that belongs to it."""
    sys.path.insert(0, str(environment.ROOT))
    import release

    return release.main(arguments)


def _prepared_for_tests() -> Path:
    """The interpreter of an environment with everything the tests need."""
    libraries = system_packages.missing_libraries(system_packages.DRAWING | system_packages.X11)
    system_packages.install(libraries | system_packages.missing_tools() | environment.missing_modules())
    return environment.OWN.prepare(environment.TESTS)


def _try(arguments: Sequence[str]) -> int:
    """What was built, installed in a clean place and used."""
    sys.path.insert(0, str(environment.ROOT))
    import build

    return build.try_built(arguments)


_COMMANDS = {"test": _test, "gallery": _gallery, "build": _build, "try": _try, "release": _release}

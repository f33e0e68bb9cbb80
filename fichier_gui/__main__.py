"""``fichier-gui``: the window, or a command without one."""

import argparse
import contextlib
import gc
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fichier_gui.headless.commands import EPILOG, add_commands, common_options, errand_of, misused
from fichier_gui.identity import NAME, VERSION
from fichier_gui.system.own_start import fill_streams, leave_no_traces

if TYPE_CHECKING:
    from fichier_gui.app.options import ProgramOptions
    from fichier_gui.domain.desktop import Errand

USAGE_ERROR = 2
FEW_COLLECTIONS = 50_000
"""Objects made before the garbage collector looks: most of what starting makes stays to the end."""
_OF_THE_WINDOW = (None, "open")
QT_PARTS = frozenset({"PySide6", "shiboken6", "qasync"})


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog=NAME,
        description="A desktop program for 1fichier.com. Without a command it opens its window.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options()],
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    parser.add_argument(
        "--demo",
        action="store_true",
        help="a sample account inside the program; nothing real is touched, and its own download folder is "
        "deleted at the end",
    )
    parser.add_argument(
        "--self-test", action="store_true", help="do the whole main job against the demo, step by step"
    )
    parser.add_argument(
        "--in-tray", action="store_true", help="begin without a window, where there is a tray to call it from"
    )
    parser.add_argument(
        "--screenshots", metavar="DIR", type=Path, help="with --self-test: save pictures of the window"
    )
    add_commands(parser)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    gc.set_threshold(FEW_COLLECTIONS)
    fill_streams()
    leave_no_traces(os.environ)
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.demo and arguments.command == "key":
        parser.error("the demo has a key of its own")
    if arguments.screenshots is not None and not arguments.self_test:
        parser.error("--screenshots goes with --self-test")
    if arguments.self_test:
        return _self_test(arguments.screenshots)
    if wrong := misused(arguments, has_terminal=sys.stdin.isatty()):
        parser.error(wrong)
    if arguments.demo:
        with _demo() as options:
            return _run(arguments, options, demo=True)
    try:
        options = _options(arguments)
    except ValueError as error:
        parser.error(str(error))
    return _run(arguments, options, demo=False)


def _run(arguments: argparse.Namespace, options: "ProgramOptions", *, demo: bool) -> int:
    if arguments.command in _OF_THE_WINDOW:
        return _window(arguments, options, demo=demo)
    from fichier_gui.headless.running import run

    code = run(arguments, options)
    # The interpreter's end looks through everything that is not frozen, twice.
    gc.freeze()
    return code


def _options(arguments: argparse.Namespace) -> "ProgramOptions":
    from fichier_gui.app.options import key_from, options_for

    return options_for(
        arguments.profile,
        arguments.service,
        arguments.ca_file,
        key_from(os.environ),
        keychain=arguments.key_ring,
        account=arguments.account,
        shows=arguments.command in _OF_THE_WINDOW,
    )


def _window(arguments: argparse.Namespace, options: "ProgramOptions", *, demo: bool) -> int:
    errand = errand_of(arguments) if arguments.command else None
    if _is_owned(options) and _is_taken_over(options, errand):
        return 0
    try:
        from fichier_gui.ui.quick_imports import restore_import

        restore_import()
        from fichier_gui.ui import boot
    except ImportError as error:
        sys.stderr.write(_missing_qt(error) + "\n")
        return USAGE_ERROR
    return boot.run(options, demo=demo, errand=errand, in_tray=arguments.in_tray)


def _is_owned(options: "ProgramOptions") -> bool:
    """Whether another instance owns the profile; a quick look, before anything large is imported."""
    from fichier_gui.domain.errors import AppError
    from fichier_gui.system.lock_file import LockFile

    lock = LockFile(options.profile.first.lock)
    try:
        is_free = lock.take()
    except AppError:
        return False
    lock.release()
    return not is_free


def _is_taken_over(options: "ProgramOptions", errand: "Errand | None") -> bool:
    """Whether the owner of the profile has a window, which is now in front."""
    import asyncio

    from fichier_gui.app.handover import call_window
    from fichier_gui.domain.desktop import Errand

    return asyncio.run(call_window(options, errand or Errand()))


def _missing_qt(error: ImportError) -> str:
    if error.name in QT_PARTS:
        return (
            "The window needs Qt, which is not installed: pip install 'fichier-gui[window]'.\n"
            "The commands (fichier-gui --help) work without it."
        )
    return (
        f"The window cannot start: {error}.\n"
        "A missing library such as libEGL.so.1 or libxkbcommon.so.0 is among your system's packages.\n"
        "The commands (fichier-gui --help) work without it."
    )


@contextlib.contextmanager
def _demo(*, signed_in: bool = True) -> Iterator["ProgramOptions"]:
    """The simulated service with its sample account, and a profile that is gone afterwards."""
    from fichier_gui.app.options import KEY_VARIABLE, options_for
    from fichier_gui.domain.secret import Secret
    from fichier_gui.simulator import sample
    from fichier_gui.simulator.service import DEFAULT_KEY, Service
    from fichier_gui.simulator.threaded import ThreadedSimulator

    os.environ.pop(KEY_VARIABLE, None)
    service = Service()
    sample.fill(service)
    with (
        tempfile.TemporaryDirectory(prefix="fichier-gui-demo-", ignore_cleanup_errors=True) as folder,
        ThreadedSimulator(service) as simulator,
    ):
        key = Secret(DEFAULT_KEY) if signed_in else None
        options = options_for(Path(folder) / "profile", simulator.base_url, key=key, keychain=False)
        downloads = Path(folder) / "Downloads"
        yield replace(options, profile=replace(options.profile, downloads=downloads), touches_machine=False)


def _self_test(screenshots: Path | None) -> int:
    from fichier_gui.app import selftest
    from fichier_gui.domain.secret import Secret
    from fichier_gui.simulator.service import DEFAULT_KEY

    log = selftest.StepLog(sys.stdout.write)
    with _demo(signed_in=False) as options:
        selftest.run(options, Secret(DEFAULT_KEY), log)
    try:
        from fichier_gui.ui import selftest as window
    except ImportError as error:
        reason = _missing_qt(error).splitlines()[0]
        if error.name not in QT_PARTS:
            # Qt is there and does not load: that is no machine without a window, but one with a fault.
            log.fail("the window", reason)
        log.note(f"The window is left out: {reason}")
    else:
        with _demo(signed_in=False) as options:
            window.run(options, Secret(DEFAULT_KEY), log, screenshots)
    return log.finish()


if __name__ == "__main__":
    sys.exit(main())

"""The real window for a benchmark: on a display of its own, against a simulator in its own process."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

# The window's process imports what the program imports and no more: its start and its memory are measured.
if TYPE_CHECKING:
    from fichier_gui.simulator.service import Service
    from fichier_gui.ui.shell import Shell

ROOT = Path(__file__).resolve().parents[2]
ANSWER = "ANSWER "
LARGE = ("/Large/1.bin", "/Large/2.bin")
"""Files of the simulated account that outlast the measurements: made up as they are read."""
LARGE_SIZE = 6 << 30


@dataclass(frozen=True)
class Stage:
    """Where runs happen. ``env`` leads to the display."""

    base_url: str
    folder: Path
    env: dict[str, str]

    def run(self, script: str, part: str, *, tells: bool = False, **given: Any) -> dict[str, Any]:
        """Run ``part`` of a benchmark script as a process of its own, and return what it answered.

        ``tells``: how far it is can be read meanwhile.
        """
        command = [sys.executable, script, "--part", part, json.dumps({"url": self.base_url, **given})]
        done = subprocess.run(
            command,
            env=self.env,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=None if tells else subprocess.PIPE,
            text=True,
            check=False,
        )
        answers = [line for line in done.stdout.splitlines() if line.startswith(ANSWER)]
        if done.returncode or not answers:
            crashed = "".join(each.read_text() for each in self.folder.rglob("crashes/*"))
            raise SystemExit(f"{part} ended with {done.returncode}:\n{done.stdout}{done.stderr}{crashed}")
        return dict(json.loads(answers[-1].removeprefix(ANSWER)))


@contextlib.contextmanager
def stage(service_script: str = __file__, *, in_memory: bool = True) -> Iterator[Stage]:
    """A simulator with the sample account, a display with a window manager, and a folder; gone afterwards.

    ``service_script`` is run with the folder and calls :func:`serve` or :func:`serve_until_end`.
    """
    from support.display import desktop
    from support.memory import memory_folder
    from support.simulator import DEFAULT_KEY

    from fichier_gui.app.options import KEY_VARIABLE

    # As an installed program starts: its modules are compiled.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with (
        tempfile.TemporaryDirectory(
            prefix="benchmark-", dir=memory_folder() if in_memory else None, ignore_cleanup_errors=True
        ) as folder,
        subprocess.Popen(
            [sys.executable, service_script, "--serve", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as service,
        contextlib.ExitStack() as stack,
    ):
        assert service.stdin is not None
        assert service.stdout is not None
        stack.callback(service.stdin.close)
        base_url = service.stdout.readline().strip()
        env = os.environ | {KEY_VARIABLE: DEFAULT_KEY}
        if sys.platform == "linux":
            env |= stack.enter_context(desktop()).env
        yield Stage(base_url, Path(folder), env | {"PYTHONPATH": str(ROOT)})


def serve(folder: Path) -> None:
    """The simulated service with what the measurements of this folder need."""
    from support.simulator import quiet_switches

    from fichier_gui.simulator import sample
    from fichier_gui.simulator.content import PatternContent
    from fichier_gui.simulator.service import Service

    service = Service(limits=False, switches=quiet_switches(), root=folder / "service")
    sample.fill(service)
    for seed, path in enumerate(LARGE):
        service.add_file(path, PatternContent(seed, LARGE_SIZE), sum_known="0" * 128)
    serve_until_end(service)


def serve_until_end(service: "Service", *, steps_back: bool = True) -> None:
    """Serve until standard input ends. ``steps_back``: in life it is another machine."""
    from support.simulator import simulator

    if steps_back and hasattr(os, "nice"):
        os.nice(10)
    with simulator(service) as running:
        print(running.base_url, flush=True)
        sys.stdin.read()


def answer(**values: Any) -> int:
    """What a part measured, for the process that started it."""
    print(ANSWER + json.dumps(values), flush=True)
    return 0


def run_window(url: str, folder: Path, during: "Callable[[Shell], Awaitable[int]]") -> int:
    """The window with a profile in ``folder``, doing ``during`` once it is there.

    As users install it: without click, which tests bring along and httpx would import.
    """
    sys.modules["click"] = None  # type: ignore[assignment]
    from fichier_gui.app.options import key_from, options_for
    from fichier_gui.ui.quick_imports import restore_import

    restore_import()
    from fichier_gui.ui import boot

    options = options_for(folder / "profile", url, key=key_from(os.environ), keychain=False)
    options = replace(options, profile=replace(options.profile, downloads=folder / "downloads"))
    return boot.run(options, during=during)


if __name__ == "__main__":
    serve(Path(sys.argv[2]))

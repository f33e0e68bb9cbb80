"""The installer's decisions, and that each of its failures is one sentence."""

import ast
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from package_source import ROOT

INSTALLER = ROOT / "installer"
OWN = {path.stem for path in INSTALLER.glob("*.py")}


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a module of the installer, as ``run.py`` does."""
    import importlib

    monkeypatch.syspath_prepend(INSTALLER)
    for name in OWN:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module


def test_needs_only_the_standard_library() -> None:
    """And what is in the repository and needs no more itself."""
    allowed = set(sys.stdlib_module_names) | OWN | {"support", "desktop", "fichier_gui"}
    for path in INSTALLER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert {name.split(".")[0] for name in names} <= allowed, path.name


def test_what_builds_runs_with_any_python() -> None:
    """In a Python that has nothing installed."""
    code = "import sys; sys.path[:0] = sys.argv[1:]; import build"
    subprocess.run([sys.executable, "-I", "-S", "-c", code, INSTALLER, ROOT], check=True)


def test_an_old_python_can_read_the_first_file() -> None:
    ast.parse((INSTALLER / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so(
    load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = load("run")
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 2))
    assert run.main() == 1
    assert capsys.readouterr().err.startswith("installer: Python 3.11 or newer is needed and this is 3.9")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        (
            "WARNING: Retrying … NewConnectionError('…: Temporary failure in name resolution')",
            "cannot be reached",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "differs from the file"),
        ("Collecting x\nERROR: Could not build wheels for x\nnote: more", "Could not build wheels for x"),
        ("", "no reason was given"),
    ],
)
def test_failures_become_one_sentence(
    load: Callable[[str], ModuleType], tmp_path, output: str, words: str
) -> None:
    sentence = load("environment").Environment(tmp_path)._failure("It failed", output)
    assert words in sentence
    assert "\n" not in sentence


def test_nothing_is_done_twice(
    load: Callable[[str], ModuleType], tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = load("environment")
    did: list[str] = []

    def create(self) -> None:
        did.append("create")
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()

    monkeypatch.setattr(environment.Environment, "_create", create)
    monkeypatch.setattr(environment.Environment, "_pip", lambda _self, *arguments: did.append(arguments[-1]))
    own = environment.Environment(tmp_path / "own")
    own.prepare(environment.RUNTIME)
    assert did == ["create", str(ROOT / "requirements.txt"), str(ROOT)]
    did.clear()
    own.prepare(environment.RUNTIME)
    assert did == []
    own.prepare(environment.TESTS)
    assert did == [str(ROOT / "requirements-dev.txt"), str(ROOT)]
    did.clear()
    own.prepare(environment.RUNTIME)
    assert did == [], "the tests' environment holds the program's too"
    environment.Environment(tmp_path / "workshop", holds_program=False).prepare(environment.BUNDLE)
    assert did == ["create", str(ROOT / "requirements-bundle.txt")]


def test_a_full_disk_is_named(
    load: Callable[[str], ModuleType], tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = load("environment")
    monkeypatch.setattr(
        environment.shutil, "disk_usage", lambda _path: environment.shutil._ntuple_diskusage(9, 8, 1)
    )
    with pytest.raises(environment.Problem, match=r"nearly full.*make room"):
        environment.Environment(tmp_path).prepare(environment.RUNTIME)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks system libraries")
class TestSystemPackages:
    def test_a_missing_library_is_found(self, load: Callable[[str], ModuleType]) -> None:
        packages = load("system_packages")
        wanted = {"libc.so.6": "libc6", "libnothing-of-the-kind.so.9": "libnothing9"}
        assert packages.missing_libraries(wanted) == {"libnothing-of-the-kind.so.9": "libnothing9"}

    def test_without_permission_it_names_the_command(
        self, load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        packages = load("system_packages")
        monkeypatch.setattr(
            packages.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None
        )
        monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
        with pytest.raises(
            packages.Problem, match=r"sudo apt-get install -y --no-install-recommends libx1 libx2$"
        ):
            packages.install({"b.so": "libx2", "a.so": "libx1"})

    def test_on_other_systems_it_names_what_is_missing(
        self, load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        packages = load("system_packages")
        monkeypatch.setattr(packages.shutil, "which", lambda _name: None)
        with pytest.raises(packages.Problem, match=r"Missing on this system: a\.so, b\.so;"):
            packages.install({"a.so": "libx1", "b.so": "libx2"})

    def test_a_display_that_is_gone_is_no_screen(
        self, load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":9999")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        assert load("screen").is_there() is False


def test_every_program_the_tests_drive_is_installed(load: Callable[[str], ModuleType]) -> None:
    """A test that skips itself for want of a program proves nothing."""
    known = set(load("system_packages").TOOLS) | {"rclone", "bash", "dpkg-deb", "ldd"}
    asked = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "missing_tools",
                "shutil.which",
                "need",
            }:
                asked |= {a.value for a in node.args if isinstance(a, ast.Constant)}
    assert asked <= known


class TestSummary:
    def test_sums_all_groups_up(self, load: Callable[[str], ModuleType]) -> None:
        checks = load("checks")
        lines = list(
            checks.closing_lines(
                [
                    checks.Outcome("unit", 0, 0.0, 33.4, "===== 812 passed, 1 skipped in 33.10s ====="),
                    checks.Outcome("window", 0, 2.0, 8.0, "== 20 passed in 5.90s =="),
                    checks.Outcome("window", 1, 1.0, 9.5, "== 2 failed, 50 passed, 1 error in 8.80s =="),
                    checks.Outcome("stories", 1, 1.0, 4.0, "== 1 failed in 2.90s =="),
                    checks.Outcome("stories", -11, 4.0, 5.0),
                    checks.Outcome("stories", 0, 5.0, 6.0, "== no tests ran in 0.90s =="),
                    checks.Outcome("ruff", 0, 0.0, 0.2),
                ],
                61.25,
            )
        )
        assert [" ".join(line.split()) for line in lines[1:-1]] == [
            "unit ok 33.4 s 812 passed, 1 skipped",
            "window FAILED (1) 8.5 s 2 failed, 70 passed, 1 errors",
            "stories CRASHED (signal 11) 5.0 s 1 failed, 1 errors",
            "ruff ok 0.2 s",
        ]
        assert lines[-1].strip("= ") == "3 failed, 882 passed, 1 skipped, 2 errors in 61.25s"

    def test_knows_pytests_last_line(self, load: Callable[[str], ModuleType]) -> None:
        workers = load("workers")
        assert workers.SUMMARY.search("======== 3 passed in 0.01s ========")
        assert workers.SUMMARY.search("1 failed, 3 passed, 1 warning in 71.01s (0:01:11)")
        assert not workers.SUMMARY.search("FAILED tests/x.py::test - assert 3 passed in vain")


def test_a_failure_shows_no_traceback() -> None:
    """As a user without permission would see it: the folder cannot be written."""
    code = (
        "import sys; sys.path.insert(0, 'installer'); import environment, session\n"
        "def fail(self, locks): raise environment.Problem('The disk is full.')\n"
        "environment.Environment.prepare = fail; sys.exit(session.main(['--version']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "installer: The disk is full."
    assert "Traceback" not in done.stderr

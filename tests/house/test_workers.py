"""The processes that run all tests: nothing is left out, nothing runs twice, no crash takes others along."""

import importlib
import os
import sys
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import ModuleType

import pytest
from package_source import ROOT
from support import shared_run

CONFTEST = """
import pytest
from support.shared_run import folder_of_marks, run_untaken
MARKS = folder_of_marks()

def pytest_runtestloop(session):
    run_untaken(session, MARKS)
    return True

@pytest.fixture(scope="session", autouse=True)
def told():
    yield
    with open({log!r}, "a") as log:
        log.write("end\\n")
"""
SOME_TESTS = """
import os, pytest

@pytest.mark.parametrize("number", range(3))
def test_it(number):
    assert "FICHIER_TESTS_TAKEN" not in os.environ, "programs under test would hear of it"
    with open({log!r}, "a") as log:
        log.write(f"{file} {{number}}\\n")
    {more}
"""


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "installer")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return importlib.import_module("workers")


def run(workers: ModuleType, *steps: object) -> list[tuple[str, int, str]]:
    ended = workers.run(Path(sys.executable), steps, lambda: nullcontext(dict(os.environ)))
    return [(outcome.name, outcome.status, outcome.summary.split(" in ")[0]) for outcome in ended]


def group(workers: ModuleType, folder: Path, files: dict[str, str]) -> object:
    (folder / "conftest.py").write_text(CONFTEST.format(log=str(folder / "log")))
    (folder / "pytest.ini").write_text("[pytest]\n")
    for name, more in files.items():
        text = SOME_TESTS.format(log=str(folder / "log"), file=name, more=more)
        (folder / f"test_{name}.py").write_text(text)
    return workers.Step("x", ("-m", "pytest", "-c", str(folder / "pytest.ini"), str(folder)), is_shared=True)


def test_each_step_has_its_outcome(workers: ModuleType) -> None:
    codes = {
        "ok": "pass",
        "failed": "print('== 1 failed in 0.01s =='); exit(3)",
        "crashed": "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    }
    crashed = 15 if os.name == "nt" else -15
    assert run(workers, *(workers.Step(name, ("-c", code)) for name, code in codes.items())) == [
        ("ok", 0, ""),
        ("failed", 3, "== 1 failed"),
        ("crashed", crashed, ""),
    ]


def test_a_worker_that_cannot_begin_is_told(workers: ModuleType) -> None:
    def no_display() -> AbstractContextManager[dict[str, str]]:
        raise OSError("no display")

    with pytest.raises(OSError, match="no display"):
        workers.run(Path(sys.executable), [workers.Step("x", ("-c", "pass"))], no_display)


def test_several_share_a_group(workers: ModuleType, tmp_path: Path) -> None:
    """Whoever takes what: each test runs once, though one process dies in the middle of a file."""
    files = {f"file{number}": "" for number in range(6)} | {"deadly": "os._exit(77) if number == 1 else None"}
    outcomes = run(workers, group(workers, tmp_path, files))
    assert sum(status == 77 for _, status, _ in outcomes) == 1
    ran = Counter((tmp_path / "log").read_text().splitlines())
    assert ran.pop("end") == sum("passed" in summary for _, _, summary in outcomes), (
        "what is made for a session is kept from one file to the next"
    )
    wanted = [f"file{number} {test}" for number in range(6) for test in range(3)]
    assert ran == Counter([*wanted, "deadly 0", "deadly 1"])


def test_a_group_that_cannot_be_collected_is_tried_no_more(workers: ModuleType, tmp_path: Path) -> None:
    step = group(workers, tmp_path, {"good": ""})
    (tmp_path / "conftest.py").write_text("import nothing_of_this_name")
    outcomes = run(workers, step)
    assert {status for _, status, _ in outcomes} == {4}
    assert len(outcomes) <= workers.count()


def test_the_longest_are_there() -> None:
    there = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert set(shared_run.LONGEST) <= there


@pytest.mark.parametrize("group", ["foreign", "house", "stories", "unit", "window"])
def test_no_two_test_files_of_a_group_have_one_name(group: str) -> None:
    """Processes mark by its name what they took, and pytest imports it by its name."""
    names = Counter(path.name for path in (ROOT / "tests" / group).rglob("test_*.py"))
    assert names and [name for name, count in names.items() if count > 1] == []

"""What can be built for others: the list, the order, and that what is missing is named first."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from package_source import ROOT

OWN = {path.stem for path in (ROOT / "installer").glob("*.py")}


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Import a module of the installer, as ``run.py`` does."""
    import importlib

    monkeypatch.syspath_prepend(ROOT / "installer")
    for name in OWN:
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield importlib.import_module
    for name in OWN:
        sys.modules.pop(name, None)


@pytest.fixture
def build(load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command with three targets of its own: c stands on b, b on a; c lacks something."""
    made, target = load("build"), load("target")

    def write(name: str) -> Callable[[Path], Path]:
        def it(output: Path) -> Path:
            with (output / "order").open("a") as order:
                order.write(name)
            (output / name).write_text(name)
            return output / name

        return it

    lacking = target.Need("a thing (from somewhere)", lambda: False)
    targets = (
        target.Target("c", "the third", write("c"), needs=(lacking,), after=("b",)),
        target.Target("b", "the second", write("b"), after=("a",)),
        target.Target("a", "the first", write("a")),
    )
    monkeypatch.setattr(made, "TARGETS", {each.name: each for each in targets})
    return made


def test_the_list_says_what_is_missing(build: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["c", "b", "a"]
    assert lines[0].endswith("the third; needs a thing (from somewhere)")
    assert lines[1].endswith("the second")


def test_what_a_target_stands_on_is_built_before_and_once(
    build: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(["b", "a", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "order").read_text() == "ab"
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "a"), str(tmp_path / "b")]


def test_all_is_what_can_be_built_here(build: ModuleType, tmp_path: Path) -> None:
    assert build.main(["all", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "order").read_text() == "ab"


def test_nothing_begins_where_something_is_missing(build: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(build.Problem, match=r'Missing to build "c": a thing \(from somewhere\)\.'):
        build.main(["c", "--output", str(tmp_path / "dist")])
    assert not (tmp_path / "dist").exists()


def test_an_unknown_target_is_told_the_known_ones(build: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(build.Problem, match='There is no target "d"; there are c, b, a'):
        build.main(["d", "--output", str(tmp_path)])


def test_every_target_has_a_name_of_its_own_and_stands_on_known_ones(
    load: Callable[[str], ModuleType],
) -> None:
    targets = load("build").TARGETS
    for name, target in targets.items():
        assert name == target.name
        assert set(target.after) <= set(targets)
    assert targets["bundle"].missing() == []


def test_what_was_built_is_tried_again(
    load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made, target = load("build"), load("target")
    tried: list[Path] = []
    one = target.Target("one", "a thing", lambda output: output, attempt=tried.append)
    monkeypatch.setattr(made, "TARGETS", {"one": one})
    assert made.try_built(["one", "--output", str(tmp_path)]) == 0
    assert tried == [tmp_path]
    with pytest.raises(SystemExit):
        made.try_built(["two"])

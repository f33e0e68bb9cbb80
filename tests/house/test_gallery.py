"""The gallery has a scene for everything that can be seen, so that nothing new is left out of it."""

import ast
import importlib
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from gallery.registry import Scene
from gallery.scenes import ALL
from package_source import PACKAGE, ROOT, modules, tree
from PySide6.QtWidgets import QWidget

NEVER_ALONE = {"Frame"}
"""Bases: what is seen are their heirs."""
SHOWN = {(thing.__module__, thing.__qualname__) for each in ALL.values() for thing in each.shows}
ELSEWHERE = "Add a scene that shows it to tests/gallery/scenes."


def widgets() -> Iterator[tuple[str, str]]:
    """Every public class of a widget in the views and dialogs."""
    for part in ("views", "dialogs"):
        for path in modules(f"ui/{part}"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for kind in vars(importlib.import_module(name)).values():
                if inspect.isclass(kind) and issubclass(kind, QWidget) and _is_wanted(kind, name):
                    yield name, kind.__qualname__


def _is_wanted(kind: type[QWidget], module: str) -> bool:
    return (
        kind.__module__ == module and not kind.__name__.startswith("_") and kind.__name__ not in NEVER_ALONE
    )


def questions() -> Iterator[tuple[str, str]]:
    """Every function that asks a question through ``ui.dialogs.ask``."""
    for path in modules("ui"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if any(isinstance(node, ast.ImportFrom) and _imports_ask(node) for node in ast.walk(tree(path))):
            for owner, function in _functions(tree(path)):
                if any(_asks(node) for node in ast.walk(function)):
                    yield name, f"{owner}{function.name}"


def _imports_ask(node: ast.ImportFrom) -> bool:
    return (node.module or "").endswith("dialogs.ask") and any(alias.name == "ask" for alias in node.names)


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ask"


def _functions(module: ast.AST) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in ast.iter_child_nodes(module):
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.", f) for _, f in _functions(node))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield "", node


def test_every_widget_has_a_scene() -> None:
    found = set(widgets())
    assert len(found) > 80
    assert sorted(found - SHOWN) == [], ELSEWHERE


def test_every_question_has_a_scene() -> None:
    found = set(questions())
    assert len(found) > 8
    assert sorted(found - SHOWN) == [], ELSEWHERE


def test_scenes_have_names_of_files() -> None:
    assert all(name.isidentifier() and isinstance(each, Scene) for name, each in ALL.items())


def test_the_command_explains_itself() -> None:
    command = [sys.executable, str(ROOT / "tests" / "gallery"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(ROOT))
    assert done.returncode == 0 and "--language" in done.stdout, done.stderr
    assert PACKAGE.is_dir()


@pytest.mark.parametrize("language", ["pseudo"])
def test_the_language_of_the_gallery_is_not_offered(language: str) -> None:
    from fichier_gui.ui import resources

    assert not resources.translation_file(language).is_file()

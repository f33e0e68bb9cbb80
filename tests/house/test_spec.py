"""The recipe of the frozen program agrees with the program: nothing it needs is left out.

That it works is tried where it is built: ``installer/run.py build bundle --try``.
"""

import ast
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from package_source import PACKAGE, ROOT

SPEC = ast.parse((ROOT / "pyinstaller.spec").read_text(encoding="utf-8"))
OPTIONAL = {"whirlpool"}
"""Used where they are installed, and done without elsewhere."""


def constant(name: str) -> set[str]:
    """A constant of the recipe, worked out as it stands there."""
    for node in SPEC.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return set(eval(compile(ast.Expression(node.value), name, "eval"), {}))
    raise AssertionError(f"pyinstaller.spec has no {name}")


def plugins() -> dict[str, set[str]]:
    for node in SPEC.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "QT_PLUGINS":
            return dict(ast.literal_eval(node.value))
    raise AssertionError("pyinstaller.spec has no QT_PLUGINS")


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported() -> dict[str, Path]:
    """Every module that the package imports, whole name → where."""
    found: dict[str, Path] = {}
    for path, tree in sources():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names += [str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)]
            found |= dict.fromkeys(names, path)
    return found


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in names:
            yield node


def test_every_module_of_the_package_is_taken_along() -> None:
    """Also those that are imported by a name that is put together."""
    (collected,) = calls(SPEC, "collect_submodules")
    assert ast.unparse(collected) == "collect_submodules('fichier_gui')"
    for path in PACKAGE.rglob("*.py"):
        assert (path.parent / "__init__.py").is_file(), f"{path} is in no package, and would not be collected"


def test_what_is_imported_by_name_is_there() -> None:
    """PyInstaller sees only ``import``."""
    seen = {name.split(".")[0] for name in imported()} | set(sys.stdlib_module_names) | OPTIONAL
    for path, tree in sources():
        for call in calls(tree, "import_module"):
            argument = call.args[0]
            if isinstance(argument, ast.Constant):
                assert argument.value.split(".")[0] in seen, f"{path.name} imports {argument.value} by name"


def test_parts_of_python_that_are_left_out_are_not_used() -> None:
    for name, path in imported().items():
        for left_out in constant("LEFT_OUT"):
            assert name != left_out and not name.startswith(f"{left_out}."), f"{path.name} uses {name}"


def test_qts_modules_are_those_that_are_imported() -> None:
    used = {name.split(".")[1] for name in imported() if re.match(r"PySide6\.Q", name)}
    assert constant("QT_MODULES") == used
    assert {name.removeprefix("Qt") for name in used} <= constant("QT_LIBRARIES")


def test_the_languages_are_those_of_the_translations() -> None:
    found = {path.stem.rpartition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert constant("LANGUAGES") == found


def test_all_resources_are_taken_along() -> None:
    """But for the pictures of the README, and the texts that the bundle's own list of licences holds."""
    told = {
        node.value
        for node in ast.walk(SPEC)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    found = {path.name for path in (ROOT / "resources").iterdir()} - {"screenshots", "licences"}
    assert found <= told


def test_packages_whose_versions_are_reported_keep_them() -> None:
    diagnosing = ast.parse((PACKAGE / "app" / "diagnosing.py").read_text(encoding="utf-8"))
    (names,) = (
        ast.literal_eval(node.value)
        for node in ast.walk(diagnosing)
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_PACKAGES" and node.value
    )
    kept = ast.unparse(SPEC)
    assert not [name for name in names if f"'{name}'" not in kept]


def test_windows_programs_are_called_as_pip_calls_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["scripts"]) == {"fichier-gui"}
    assert set(project["gui-scripts"]) == {"fichier-gui-window"}
    assert "f'{NAME}-window'" in ast.unparse(SPEC)


@pytest.mark.skipif(sys.platform != "linux", reason="reads libraries of Linux")
def test_qts_libraries_and_plugins_find_each_other() -> None:
    """What one of them is linked with is kept as well, or it would not load."""
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None and spec.origin is not None
    qt = Path(spec.origin).parent / "Qt"
    kept = [qt / "lib" / f"libQt6{name}.so.6" for name in constant("QT_LIBRARIES")]
    found = {folder: {p.name for p in (qt / "plugins" / folder).glob("*.so")} for folder in plugins()}
    for folder, names in plugins().items():
        there = [name for name in names if {f"lib{name}.so", f"{name}.so"} & found[folder]]
        assert there or folder == "styles", f"Qt has none of {folder} any more"
        kept += [qt / "plugins" / folder / f"lib{name}.so" for name in there]
    for path in kept:
        linked = set(re.findall(rb"libQt6(\w+)\.so\.6\0", path.read_bytes()))
        assert {name.decode() for name in linked} <= constant("QT_LIBRARIES"), path.name

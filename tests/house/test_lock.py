"""The lock files hold what pyproject.toml asks for, for every system and Python, and name no place."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable

import pytest
from package_source import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["window"],
    *PROJECT["dependency-groups"]["build"],
]
LOCKS = {
    "requirements.txt": RUNTIME,
    "requirements-dev.txt": [*RUNTIME, *PROJECT["dependency-groups"]["test"]],
    "requirements-bundle.txt": [*RUNTIME, *PROJECT["dependency-groups"]["bundle"]],
}
SYSTEMS = [
    {"python_version": python, "python_full_version": f"{python}.4", "sys_platform": system,
     "platform_python_implementation": "CPython", "implementation_name": "cpython"}
    for python in ("3.11", "3.12", "3.13")
    for system in ("linux", "win32", "darwin")
]  # fmt: skip


def locked(name: str) -> list[Requirement]:
    """The requirements of one lock file."""
    lines = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    return [
        Requirement(re.split(r"\s--hash", line)[0]) for line in lines if line and not line.startswith("#")
    ]


def versions(requirements: Iterable[Requirement], system: dict[str, str]) -> dict[str, str]:
    """What is installed on one system: name → version."""
    chosen = [r for r in requirements if r.marker is None or r.marker.evaluate(system)]
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in chosen}


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda s: f"{s['sys_platform']}-{s['python_version']}")
@pytest.mark.parametrize("name", LOCKS)
def test_lock_matches_the_project(name: str, system: dict[str, str]) -> None:
    installed = versions(locked(name), system)
    for text in LOCKS[name]:
        asked = Requirement(text)
        if asked.marker is None or asked.marker.evaluate(system):
            version = installed.get(canonicalize_name(asked.name))
            assert version is not None, f"{name} lacks {text}"
            assert Version(version) in asked.specifier, f"{name} has {asked.name} {version}, asked is {text}"


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda s: f"{s['sys_platform']}-{s['python_version']}")
@pytest.mark.parametrize("name", ["requirements-dev.txt", "requirements-bundle.txt"])
def test_what_is_tested_and_frozen_is_what_is_installed(name: str, system: dict[str, str]) -> None:
    program = versions(locked("requirements.txt"), system)
    assert program.items() <= versions(locked(name), system).items()


def test_tests_import_only_what_is_declared() -> None:
    """Whatever else happens to be installed beside it may be gone tomorrow."""
    names = {canonicalize_name(Requirement(text).name) for text in LOCKS["requirements-dev.txt"]}
    import_names = {
        "pyside6-essentials": "pyside6",
        "pyyaml": "yaml",
        "import-linter": "importlinter",
        "pytest-qt": "pytestqt",
    }
    declared = {import_names.get(name, name) for name in names} | {"shiboken6", "packaging"}
    own = {path.stem for path in (ROOT / "tests").rglob("*.py")} | {
        "fichier_gui",
        "gallery",
        "live",
        "support",
        "translations",
    }
    own |= {path.stem for path in (ROOT / "installer").glob("*.py")}
    used: dict[str, str] = {}
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [str(node.module)] if isinstance(node, ast.ImportFrom) and not node.level else []
            used |= {name.split(".")[0]: str(path.relative_to(ROOT)) for name in found}
    foreign = set(used) - set(sys.stdlib_module_names) - own
    assert not {n: used[n] for n in foreign if canonicalize_name(n) not in declared}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_hashed_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|file:|@ ", text, re.MULTILINE)
    for entry in text.replace("\\\n", "").splitlines():
        if entry and not entry.startswith("#"):
            assert "--hash=sha256:" in entry

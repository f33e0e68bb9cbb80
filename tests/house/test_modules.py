"""Rules that hold for every module of the package."""

import ast
import re
import sys
import tomllib

import pytest
from package_source import PACKAGE, ROOT, at, calls, imports, modules, tree

LONGEST = 400
EXEMPTION = re.compile(r"#\s*(type:\s*ignore|noqa|ruff:\s*noqa|pylint:|mypy:|pyright:)")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}

DOMAIN_MAY_IMPORT = {
    "__future__",
    "abc",
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "enum",
    "fichier_gui",
    "functools",
    "hashlib",
    "hmac",
    "html",
    "ipaddress",
    "itertools",
    "json",
    "math",
    "operator",
    "random",
    "re",
    "secrets",
    "string",
    "time",
    "types",
    "typing",
    "unicodedata",
    "urllib",
}
"""Values and rules only: nothing here opens a file, a socket or a loop."""


def test_modules_stay_small() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in modules()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_no_lint_or_type_exemptions() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if EXEMPTION.search(line)
    ]
    assert not found


def test_no_holes_in_the_type_check() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert settings["strict"] is True
    assert "overrides" not in settings
    assert not [name for name in settings if name.startswith(("ignore", "disable", "allow", "exclude"))]


RUNS_A_DRAG = "ui/views/row_carrying.py"
"""A drag of the desktop has no other form; it begins in a mouse event, with no coroutine on the stack."""

COMPILES = "domain/values.py"
"""Its ``exec`` is Python's."""


def test_no_nested_event_loops() -> None:
    """``exec()`` inside a coroutine wedges other tasks for good: ``open()`` and a future instead."""
    blocking = {
        "exec",
        "exec_",
        "processEvents",
        "getOpenFileName",
        "getOpenFileNames",
        "getExistingDirectory",
    }
    found = [
        (path.relative_to(PACKAGE).as_posix(), name, at(path, call))
        for path in modules()
        for name, call in calls(path)
        if name in blocking and path.relative_to(PACKAGE).as_posix() != COMPILES
    ]
    drags = [call for call in found if call[:2] == (RUNS_A_DRAG, "exec")]
    assert found == drags and len(drags) == 1


def test_module_names_say_something() -> None:
    assert not [str(p.relative_to(ROOT)) for p in modules() if {p.stem, p.parent.name} & VAGUE_NAMES]


DOMAIN_EXCEPTIONS = {
    "clock.py": {"asyncio"},
    "buffers.py": {"mmap", "sys"},  # memory, for two siblings that have nothing else in common
}


def test_domain_is_values_and_rules() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules("domain")
        for name in imports(path)
        if name.split(".")[0] not in DOMAIN_MAY_IMPORT | DOMAIN_EXCEPTIONS.get(path.name, set())
        or name.startswith("urllib.request")
    }
    assert not found


ENDS_A_CANCELLATION = {
    "headless/running.py": "the outermost call of a headless run: a stopped run becomes its exit status",
    "transfers/threads.py": "waits a thread out first and tells its caller to raise again",
}
"""The only modules in which a cancellation may stop, each with its reason."""


def test_cancellation_is_never_swallowed() -> None:
    """A handler that names ``CancelledError`` holds a ``raise``."""
    found = []
    for path in modules():
        if path.relative_to(PACKAGE).as_posix() in ENDS_A_CANCELLATION:
            continue
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ExceptHandler) or node.type is None:
                continue
            names = {n.attr for n in ast.walk(node.type) if isinstance(n, ast.Attribute)}
            names |= {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)}
            if names & {"CancelledError", "BaseException"}:
                raises = any(isinstance(n, ast.Raise) for n in ast.walk(node))
                if not raises:
                    found.append(at(path, node))
    assert not found


def test_every_runtime_dependency_is_used() -> None:
    """A dependency that nothing imports is not one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["window"]]
    names = {re.split(r"[\[<>=;~! ]", text)[0].lower().replace("-", "_") for text in named}
    import_names = {"pyside6_essentials": "PySide6"}
    used = {name.split(".")[0] for path in modules() for name in imports(path)}
    # Time zones for ``zoneinfo`` on Windows, which has none of its own: never imported by name.
    assert {import_names.get(name, name) for name in names} - used - {"tzdata"} == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no executable bit")
def test_only_scripts_are_executable() -> None:
    assert not [str(path) for path in PACKAGE.rglob("*.py") if path.stat().st_mode & 0o111]


def test_boxes_of_buttons_are_made_in_one_place() -> None:
    """Qt's own gives its buttons another order when they come and go."""
    frame = PACKAGE / "ui" / "dialogs" / "frame.py"
    others = [path for path in modules("ui") if path != frame]
    assert not [at(path, call) for path in others for name, call in calls(path) if name == "QDialogButtonBox"]


def test_menus_can_be_read_by_a_screen_reader() -> None:
    """Of a command that several menus show Qt's own ``QMenu`` lets one menu alone be read."""
    own = PACKAGE / "ui" / "menus.py"
    others = [path for path in modules("ui") if path != own]
    assert not [at(path, call) for path in others for name, call in calls(path) if name == "QMenu"]

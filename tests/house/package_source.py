"""The package's own source, read once for all house tests."""

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "fichier_gui"


@cache
def modules(part: str = "") -> tuple[Path, ...]:
    """Every Python file of the package, or of one part of it such as ``"ui"``."""
    return tuple(sorted(path for path in (PACKAGE / part).rglob("*.py") if "__pycache__" not in path.parts))


@cache
def _trees() -> dict[Path, ast.Module]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for path in modules()}
    # A million nodes that stay: the collection after each test need not walk them.
    gc.freeze()
    return trees


def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return _trees()[path]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module, with the last part of its name: ``setText`` for ``self.label.setText(…)``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def imports(path: Path) -> Iterator[str]:
    """The absolute name of everything a module imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module)


def at(path: Path, node: ast.AST) -> str:
    """``fichier_gui/ui/boot.py:12`` for a failure's text."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"

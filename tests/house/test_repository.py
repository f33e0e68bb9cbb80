"""What the repository holds, and what it must not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from package_source import ROOT

TOP_LEVEL = {
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "fichier_gui",
    "installer",
    "LICENSE",
    "pyinstaller.spec",
    "pyproject.toml",
    "README.md",
    "requirements-bundle.txt",
    "requirements-dev.txt",
    "requirements.txt",
    "resources",
    "tests",
}
MADE_HERE = {"__pycache__", "build", "dist", "fichier_gui.egg-info"}
"""What .gitignore names: made by building and running."""

TEXT_SUFFIXES = {"", ".json", ".md", ".py", ".spec", ".svg", ".toml", ".ts", ".txt", ".yml"}

FORBIDDEN = {
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
    "a bearer token": r"Bearer [A-Za-z0-9+/=_-]{24,}",
    "a machine's folder": r"(?<![\w./])/(?:[r]oot|[w]ork|[U]sers)/\w",
    "a package registry": r"(?:[p]ypi\.org|[p]ythonhosted|[d]eb\.debian|--(?:extra-)?index-url)",
}


def texts() -> Iterator[Path]:
    """Every text file that is ours."""
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if MADE_HERE & set(parts) or (parts[0].startswith(".") and parts[0] not in {".ci", ".gitignore"}):
            continue
        if path.is_file() and path.suffix in TEXT_SUFFIXES:
            yield path


def test_top_level_has_only_what_was_agreed() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE_HERE <= TOP_LEVEL


@pytest.mark.parametrize("what", FORBIDDEN)
def test_holds_no(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found


def test_vector_images_only_use_the_current_colour() -> None:
    """Symbolic icons are tinted from the palette: a colour of their own would vanish in one of the themes."""
    # The program's own icon keeps its colours everywhere.
    found = [
        icon.name
        for icon in (ROOT / "resources" / "icons").glob("*.svg")
        if "currentColor" not in icon.read_text(encoding="utf-8") and icon.name != "program.svg"
    ]
    assert not found

"""What the documents say is so."""

import importlib
import re
import tomllib
from pathlib import Path

import pytest
from package_source import ROOT

DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
QUOTED = re.compile(r"`([^`\n]+)`")
DOTTED = re.compile(r"fichier_gui(\.\w+)+")
FILE = re.compile(r"(?:\.?[\w-]+/)*[\w.-]+\.(?:py|md|toml|txt|svg|png|spec)|(?:\.?[\w-]+/)+")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def read(name: str) -> str:
    """A document's text."""
    return (ROOT / name).read_text(encoding="utf-8")


def resolves(name: str) -> bool:
    """``fichier_gui.app.container.Program.open`` names something that exists."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[cut:]:
            if not hasattr(found, attribute):
                return False
            found = getattr(found, attribute)
        return True
    return False


@pytest.mark.parametrize("document", DOCUMENTS)
def test_named_code_exists(document: str) -> None:
    names = {m.group() for quoted in QUOTED.findall(read(document)) if (m := DOTTED.fullmatch(quoted))}
    assert not [name for name in sorted(names) if not resolves(name)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_named_files_exist(document: str) -> None:
    made = (".venv", "build/", "settings.toml", "journal", "profile")
    names = {quoted for quoted in QUOTED.findall(read(document)) if FILE.fullmatch(quoted)}
    names |= set(LINK.findall(read(document)))
    places = (ROOT, ROOT / "fichier_gui", ROOT / "fichier_gui" / "ui")
    missing = [
        n for n in sorted(names) if not n.startswith(made) and not any((p / n).exists() for p in places)
    ]
    assert not missing


def commands(document: str) -> list[str]:
    """The lines of a document's shell blocks."""
    blocks = re.findall(r"```(?:sh|bash|console)?\n(.*?)```", read(document), re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_the_two_commands() -> None:
    assert commands("README.md")[:2] == ["python3 installer/run.py", "python3 installer/run.py test"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    lines = Path(ROOT, ".ci", "run").read_text(encoding="utf-8").splitlines()
    does = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert does == [f"exec {commands('README.md')[1]}"]


def test_the_readme_helps_with_each_answer_of_the_service() -> None:
    text = read("README.md")
    assert not [code for code in ("401", "403", "404", "413", "429", "503") if f"**{code}" not in text]


def test_every_dependency_is_defended() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    named = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["window"]]
    named += [*project["dependency-groups"]["test"], *project["dependency-groups"]["build"]]
    names = {re.split(r"[\[<>=;~! ]", text)[0] for text in named}
    assert not [
        name for name in sorted(names) if f"`{name}`" not in read("README.md") + read("CONTRIBUTING.md")
    ]


def test_changelog_has_this_version() -> None:
    from fichier_gui import __version__

    text = read("CHANGELOG.md")
    assert re.search(rf"^## \[(Unreleased|{re.escape(__version__)})\]", text, re.MULTILINE)

"""The release command: version and heading, the same build twice, what is told of the files."""

import hashlib
import json
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from package_source import ROOT

from fichier_gui import identity
from fichier_gui.domain import new_version
from fichier_gui.domain.parts import Part
from fichier_gui.system.parts import read_parts, stored_text

SCHEMA = json.loads(Path(__file__).with_name("cyclonedx-1.6.schema.json").read_text(encoding="utf-8"))
CHANGES = """# Changelog

## [Unreleased]

### Added

- A thing that users notice, in
  two lines. And more of it.

## [0.1.0] - 2026-01-31

- The first.
"""


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Import a module of the installer, as ``run.py`` does."""
    import importlib

    monkeypatch.syspath_prepend(ROOT / "installer")
    yield importlib.import_module


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What the command changes."""
    (tmp_path / "fichier_gui").mkdir()
    (tmp_path / "fichier_gui" / "__init__.py").write_text('"""Words."""\n\n__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(CHANGES)
    return tmp_path


def test_a_version_gets_its_heading(load: Callable[[str], ModuleType], tree: Path) -> None:
    load("new_version").set_version("0.2.0", "2026-12-31", tree)
    assert (tree / "fichier_gui" / "__init__.py").read_text() == '"""Words."""\n\n__version__ = "0.2.0"\n'
    told = (tree / "CHANGELOG.md").read_text()
    assert "## [Unreleased]\n\n## [0.2.0] - 2026-12-31\n\n### Added\n\n- A thing" in told
    releases = load("desktop.changes").releases(told, 0)
    assert [(each.version, each.is_out) for each in releases] == [("0.2.0", True), ("0.1.0", True)]


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("0.0.9", "older than 0.1.0"),
        ("0.1.0", "has 0.1.0 already"),
        ("1.0", "no version"),
        ("01.0.0", "no ver"),
    ],
)
def test_what_is_no_next_version_changes_nothing(
    load: Callable[[str], ModuleType], tree: Path, version: str, words: str
) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    with pytest.raises(load("problem").Problem, match=words):
        load("new_version").set_version(version, "2026-12-31", tree)
    assert {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()} == before


def test_a_release_of_nothing_is_refused(load: Callable[[str], ModuleType], tree: Path) -> None:
    (tree / "CHANGELOG.md").write_text(CHANGES.replace("- A thing that users notice, in\n  two lines.", ""))
    with pytest.raises(load("problem").Problem, match="tells of nothing"):
        load("new_version").set_version("0.2.0", "2026-12-31", tree)


def test_the_real_files_can_become_a_release(load: Callable[[str], ModuleType]) -> None:
    module = load("new_version")
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [99.0.0] - 2030-01-01" in module.with_heading(text, "99.0.0", "2030-01-01")
    code = (ROOT / "fichier_gui" / "__init__.py").read_text(encoding="utf-8")
    assert '__version__ = "99.0.0"' in module.with_version(code, "99.0.0")


def test_equal_builds_have_no_differences(load: Callable[[str], ModuleType], tmp_path: Path) -> None:
    for build in ("one", "two"):
        folder = tmp_path / build / "sub"
        folder.mkdir(parents=True)
        (folder / "a").write_text("a")
        (folder / "b").symlink_to("a")
    assert load("likeness").differences(tmp_path / "one", tmp_path / "two") == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "a").write_text("b"), ["a: the bytes differ"]),
        (lambda folder: (folder / "c").write_text(""), ["c is in one build only"]),
        (lambda folder: (folder / "a").chmod(0o755), ["a: the bytes differ"]),
        (lambda folder: zipped(folder / "z.zip", "2"), ["z.zip: member"]),
        (lambda folder: tarred(folder / "t.tar.gz", 2), ["t.tar.gz: member"]),
    ],
)
def test_each_difference_is_named(
    load: Callable[[str], ModuleType], tmp_path: Path, change: Callable[[Path], object], words: list[str]
) -> None:
    for build in ("one", "two"):
        (tmp_path / build).mkdir()
        (tmp_path / build / "a").write_text("a")
        zipped(tmp_path / build / "z.zip", "1")
        tarred(tmp_path / build / "t.tar.gz", 1)
    change(tmp_path / "two")
    found = load("likeness").differences(tmp_path / "one", tmp_path / "two")
    assert found == words


def zipped(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("member", (2000, 1, 1, 0, 0, 0)), text)


def tarred(path: Path, date: int) -> None:
    import gzip
    import io

    with gzip.GzipFile(path, "w", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("member")
        info.mtime = date
        archive.addfile(info, io.BytesIO())


def test_the_archive_depends_on_the_folder_alone(
    load: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    archive, packed = load("archive"), []
    for build, date in (("one", 1), ("two", 2)):
        folder = archive.bundle.artefact(tmp_path / build)
        (folder / "inner").mkdir(parents=True)
        (folder / "run").write_text("x")
        (folder / "run").chmod(0o700)
        (folder / "inner" / "data").write_text("y")
        os.utime(folder / "run", (date, date))
        packed.append(archive.build(tmp_path / build))
        assert packed[-1] == archive.artefact(tmp_path / build)
    assert packed[0].read_bytes() == packed[1].read_bytes()
    for name, made in (("z.zip", archive._zip), ("t.tar.xz", archive._tar)):
        made(folder, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
    with tarfile.open(tmp_path / "t.tar.xz") as told:
        modes = {member.name: f"{member.mode:o}" for member in told}
    assert modes == {folder.name: "755", f"{folder.name}/inner": "755", f"{folder.name}/run": "755",
                     f"{folder.name}/inner/data": "644"}  # fmt: skip


def test_the_list_of_parts_is_what_cyclonedx_says_it_is(load: Callable[[str], ModuleType]) -> None:
    lent = Part("libfoo1", "1:2.3+b1", "LGPL-2.1-or-later", "https://tracker.debian.org/pkg/foo", "text")
    odd = Part("odd", "1", "its own words")
    text = load("sbom").sbom([*read_parts(ROOT / "resources"), lent, odd], 1700000000)
    document = json.loads(text)
    validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(document)] == []
    broken = {**document, "components": [{"name": "no type"}]}
    assert list(validator.iter_errors(broken)), "the schema does judge"
    addresses = {each["purl"] for each in document["components"]}
    assert "pkg:deb/debian/libfoo1@1%3A2.3%2Bb1" in addresses
    assert any(address.startswith("pkg:pypi/pyside6-essentials@") for address in addresses)
    assert document["metadata"]["component"]["version"] == identity.VERSION
    assert load("sbom").sbom([*read_parts(ROOT / "resources"), lent, odd], 1700000000) == text


def test_sums_and_facts_of_the_files(
    load: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publishing = load("publishing")
    resources = publishing.bundle.artefact(tmp_path) / "_internal" / "fichier_gui" / "_resources"
    resources.mkdir(parents=True)
    (resources / "licences.json").write_text(stored_text([Part("only this", "7", "MIT")]))
    files = [tmp_path / "b.deb", tmp_path / "a.whl"]
    for path in files:
        path.write_text(path.name)
    told = publishing.told(files, tmp_path)
    assert set(told) == {publishing.LIST, "release.json", "SHA256SUMS"}
    for line in told["SHA256SUMS"].splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    names = ["a.whl", "b.deb", publishing.LIST]
    assert [line.split("  ")[1] for line in told["SHA256SUMS"].splitlines()] == names
    assert [each["name"] for each in json.loads(told[publishing.LIST])["components"]] == ["only this"]
    facts = json.loads(told["release.json"])
    assert facts["version"] == identity.VERSION and facts["name"] == identity.NAME
    assert facts["date"] == "2023-11-14" or publishing.this_release().is_out
    assert facts["notes"] and all(facts["notes"])
    read = new_version.read(told["release.json"], identity.NAME)
    assert (read.version, read.date) == (identity.VERSION, facts["date"]), "the program itself reads it"
    assert [each["name"] for each in facts["files"]] == names
    assert facts["files"][1] == {"name": "b.deb", "size": 5, "sha256": hashlib.sha256(b"b.deb").hexdigest()}
    (tmp_path / "other-system.zip").write_text("z")
    publishing.gather(tmp_path)
    publishing.gather(tmp_path)
    facts = json.loads((tmp_path / "release.json").read_text())
    assert [each["name"] for each in facts["files"]] == [*names, "other-system.zip"]
    assert len((tmp_path / "SHA256SUMS").read_text().splitlines()) == 4


def test_a_folder_with_other_files_is_left_alone(
    load: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing, problem = load("publishing"), load("problem").Problem
    monkeypatch.setattr(publishing.build, "TARGETS", {})
    mine = tmp_path / "fichier-gui" / "thesis.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    for refused in (
        lambda: list(publishing.publish(tmp_path, twice=False)),
        lambda: publishing.bundle.require_own(mine.parent),
    ):
        with pytest.raises(problem, match="name another folder"):
            refused()
        assert mine.read_text() == "mine"
    publishing.bundle.require_own(tmp_path / "nothing")
    program = publishing.bundle.executable(tmp_path / "earlier")
    program.parent.mkdir(parents=True)
    program.touch()
    publishing.bundle.require_own(tmp_path / "earlier")


def test_the_command_builds_compares_and_tells(
    load: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publishing, target = load("publishing"), load("target")
    monkeypatch.setattr(publishing, "AGAIN", tmp_path / "again")
    python = Path(sys.executable)
    monkeypatch.setattr(publishing.OWN.__class__, "prepare", lambda _environment, _locks: python)
    texts = iter(["same", "same", "first", "second"])

    def made(output: Path) -> Path:
        (output / "thing.txt").write_text(next(texts))
        return output / "thing.txt"

    def stamped(output: Path) -> Path:
        (output / "signed.dmg").write_text(next(stamps))
        return output / "signed.dmg"

    stamps = iter("12")
    lacking = target.Need("a thing", lambda: False)
    targets = (
        target.Target("x", "x", made),
        target.Target("y", "y", made, needs=(lacking,)),
        target.Target("signed", "with a time", stamped, comes_out_the_same=False),
    )
    monkeypatch.setattr(publishing.build, "TARGETS", {each.name: each for each in targets})
    paths = list(publishing.publish(tmp_path / "out", twice=True))
    names = ["signed.dmg", "thing.txt", publishing.LIST, "release.json", "SHA256SUMS"]
    assert [path.name for path in paths] == names
    assert all(path.is_file() for path in paths)
    parts = json.loads((tmp_path / "out" / publishing.LIST).read_text(encoding="utf-8"))["components"]
    assert "httpx" in {part["name"] for part in parts}, "without a bundle: what the source runs on"
    assert not (tmp_path / "again").exists()
    with pytest.raises(load("problem").Problem, match=r"thing\.txt: the bytes differ"):
        list(publishing.publish(tmp_path / "out", twice=True))

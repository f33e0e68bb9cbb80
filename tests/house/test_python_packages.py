"""The wheel and the packed source: what is in them, and that each is the same whenever it is built."""

import email
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from package_source import ROOT

from fichier_gui import identity

NAME = f"{identity.NAME.replace('-', '_')}-{identity.VERSION}"
RESOURCES = ("countries.json", "icons", "licences", "translations")


@dataclass(frozen=True)
class Packages:
    wheel: Path
    source: Path
    unpacked: Path
    """The source as somebody finds it who has unpacked it."""


def built(kind: str, tree: Path, output: Path) -> Path:
    """What ``pip`` would build, without asking an index for the back end: it is here."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(output)]
    subprocess.run(command, cwd=tree, env=environ, check=True, capture_output=True)
    (found,) = output.glob(f"{NAME}*.whl" if kind == "wheel" else f"{NAME}.tar.gz")
    return found


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    folder = tmp_path_factory.mktemp("packages")
    source = built("sdist", ROOT, folder)
    with tarfile.open(source) as archive:
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    return Packages(built("wheel", ROOT, folder), source, folder / NAME)


def test_the_wheel_is_the_program_and_nothing_else(packages: Packages) -> None:
    with zipfile.ZipFile(packages.wheel) as archive:
        names = set(archive.namelist())
    package = {p.relative_to(ROOT).as_posix() for p in (ROOT / "fichier_gui").rglob("*.py")}
    resources = {
        f"fichier_gui/_resources/{p.relative_to(ROOT / 'resources').as_posix()}"
        for name in RESOURCES
        for p in [ROOT / "resources" / name, *(ROOT / "resources" / name).rglob("*")]
        if p.is_file()
    }
    info = {
        f"{NAME}.dist-info/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }
    assert names == package | resources | info


def test_the_wheel_says_what_it_is(packages: Packages) -> None:
    with zipfile.ZipFile(packages.wheel) as archive:
        told = email.message_from_bytes(archive.read(f"{NAME}.dist-info/METADATA"))
        commands = archive.read(f"{NAME}.dist-info/entry_points.txt").decode()
    assert told["Name"] == identity.NAME
    assert told["Version"] == identity.VERSION
    assert told["License-Expression"] == identity.LICENCE
    assert told["Requires-Python"] == ">=3.11"
    needs = told.get_all("Requires-Dist") or []
    assert not any("PySide6" in need and "extra" not in need for need in needs), "commands need no window"
    assert f"{identity.NAME} = fichier_gui.__main__:main" in commands
    assert f"{identity.NAME}-window = fichier_gui.__main__:main" in commands


def test_the_packed_source_is_all_that_is_versioned(packages: Packages) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this tree is no checkout")
    versioned = {name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()}
    files = (path for path in packages.unpacked.rglob("*") if path.is_file())
    packed = {path.relative_to(packages.unpacked).as_posix() for path in files}
    assert versioned - packed == set()
    extra = packed - versioned - {"PKG-INFO"}
    ignored = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    assert extra <= set(ignored.stdout.decode().split("\0")), "only files that are about to be added"


def test_the_same_wheel_comes_out_of_the_packed_source(packages: Packages, tmp_path: Path) -> None:
    again = built("wheel", packages.unpacked, tmp_path)
    assert contents(again) == contents(packages.wheel)
    assert again.read_bytes() == packages.wheel.read_bytes()
    assert built("sdist", ROOT, tmp_path).read_bytes() == packages.source.read_bytes()


def contents(wheel: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_trial_stops_at_the_first_call_that_ends_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(ROOT / "installer")
    import pip_trial
    from problem import Problem

    monkeypatch.setenv("PYTHONPATH", "leads into the source tree")
    trial = pip_trial.Trial(tmp_path, "some.whl")
    assert trial._call([sys.executable, "-c", "import os; print(os.getenv('PYTHONPATH'))"]) == "None\n"
    with pytest.raises(Problem, match=r"some\.whl: python.* ended with 3: error: so"):
        trial._call([sys.executable, "-c", "print('error: so'); raise SystemExit(3)"])
    with pytest.raises(Problem, match="ended with 0"):
        trial._call([sys.executable, "-c", "print('nothing')"], "something")
    monkeypatch.setattr(pip_trial, "SECONDS", 1)
    with pytest.raises(Problem, match=r"^some\.whl: python.* had not ended after 1 s\.$"):
        trial._call([sys.executable, "-c", "import threading; threading.Event().wait(60)"])

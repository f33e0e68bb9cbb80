"""The package for Debian: what stands in it, and that two builds are the same."""

import gzip
import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from package_source import ROOT

from fichier_gui import identity
from fichier_gui.domain.parts import Part
from fichier_gui.system.parts import STORED, stored_text

INSTALLER = ROOT / "installer"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has it")


def need(tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")


@pytest.fixture(scope="module")
def debian() -> Iterator[ModuleType]:
    """The module, imported as ``run.py`` does it."""
    sys.path.insert(0, str(INSTALLER))
    own = {path.stem for path in INSTALLER.glob("*.py")}
    yield importlib.import_module("debian")
    sys.path.remove(str(INSTALLER))
    for name in own:
        sys.modules.pop(name, None)


@pytest.fixture
def build(debian: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module with a small program for the frozen one, and nobody who judges."""
    need("dpkg-deb")
    need("dpkg-shlibdeps")
    desktop = importlib.import_module("desktop.__main__")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(debian, "WORK", tmp_path / "work")
    monkeypatch.setattr(debian.desktop_files, "write", lambda folder: desktop.write(folder, 1_700_000_000))
    monkeypatch.setattr(debian, "_judge", lambda _path: None)
    return debian


def frozen(output: Path) -> None:
    """A program with a library beside it, as PyInstaller leaves them."""
    program = output / identity.NAME
    program.mkdir(parents=True)
    own = program / "_internal" / "fichier_gui" / "_resources"
    own.mkdir(parents=True)
    (own / STORED).write_text(stored_text([Part("Thing", "1.2", "BSD-3-Clause", "", "Its whole licence.")]))
    shutil.copy("/bin/ls", program / identity.NAME)
    (program / "_internal" / "data.txt").write_text("data")
    (program / "_internal" / "data.txt").chmod(0o600)


def test_two_builds_are_the_same_and_hold_all(build: ModuleType, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        frozen(tmp_path / name)
        made.append(build.build(tmp_path / name))
    assert made[0].read_bytes() == made[1].read_bytes()
    told = subprocess.run(["dpkg-deb", "-c", made[0]], capture_output=True, text=True, check=True).stdout
    rows = {line.split()[5]: line.split()[:2] for line in told.splitlines()}
    assert {owner for _, owner in rows.values()} == {"root/root"}
    assert rows[f"./usr/lib/{identity.NAME}/{identity.NAME}"][0] == "-rwxr-xr-x"
    assert rows[f"./usr/lib/{identity.NAME}/_internal/data.txt"][0] == "-rw-r--r--"
    assert f"./usr/bin/{identity.NAME}" in rows
    for path in (
        f"applications/{identity.DESKTOP_ID}.desktop",
        f"metainfo/{identity.APP_ID}.metainfo.xml",
        f"man/man1/{identity.NAME}.1.gz",
        f"icons/hicolor/512x512/apps/{identity.NAME}.png",
        f"doc/{identity.NAME}/copyright",
    ):
        assert f"./usr/share/{path}" in rows


def test_the_control_file_names_what_is_needed(build: ModuleType, tmp_path: Path) -> None:
    frozen(tmp_path)
    path = build.build(tmp_path)

    def field(name: str) -> str:
        command = ["dpkg-deb", "-f", path, name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert (field("Package"), field("Version")) == (identity.NAME, identity.VERSION)
    assert "libc6 (>= " in field("Depends") and "libselinux1" in field("Depends"), "what ls is linked with"
    assert field("Depends").endswith(", tzdata"), "the service's times are those of Paris"
    assert "gnome-keyring" in field("Recommends") and int(field("Installed-Size")) > 100
    lines = field("Description").splitlines()
    assert lines[0] == identity.SUMMARY and max(map(len, lines)) < 80
    assert all(line.startswith(" ") for line in lines[1:]) and " ." in lines
    assert any(line.startswith("  - ") for line in lines), "items are indented, else they run together"


def test_the_licences_of_others_are_there(build: ModuleType, tmp_path: Path) -> None:
    frozen(tmp_path)
    subprocess.run(["dpkg-deb", "-x", build.build(tmp_path), tmp_path / "there"], check=True)
    folder = tmp_path / "there" / "usr" / "share" / "doc" / identity.NAME
    text = (folder / "copyright").read_text(encoding="utf-8")
    assert "License: Expat\n Permission is hereby granted" in text.replace(" .\n", "")
    assert "  Thing 1.2: BSD-3-Clause\n" in text
    assert b"Its whole licence." in gzip.decompress((folder / "licences.gz").read_bytes())


def test_a_library_that_is_brought_along_is_no_dependency(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("ldd")
    frozen(tmp_path)
    told = subprocess.run(["ldd", "/bin/ls"], capture_output=True, text=True, check=True).stdout
    library = next(line.split()[2] for line in told.splitlines() if "libselinux" in line)
    shutil.copy(library, tmp_path / identity.NAME / "_internal")
    found = build._depends(tmp_path / identity.NAME)
    assert "libselinux1" not in found and "libc6 (>= " in found and "libpcre2" in found


def test_the_change_log_is_as_debian_reads_it(debian: ModuleType, tmp_path: Path) -> None:
    need("dpkg-parsechangelog")
    releases = debian.changes.releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), 1_700_000_000)
    path = tmp_path / "changelog"
    path.write_text("\n".join(debian._changelog(releases)), encoding="utf-8")
    command = ["dpkg-parsechangelog", "-l", path]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stderr == "" and f"Version: {identity.VERSION}\n" in told.stdout
    assert "Date: Tue, 14 Nov 2023 22:13:20 +0000\n" in told.stdout or releases[0].is_out


class TestElf:
    def test_what_a_program_is_linked_with(self, debian: ModuleType) -> None:
        assert "libc.so.6" in debian.elf.needed(Path("/bin/ls").read_bytes())
        assert not debian.elf.is_elf(ROOT / "README.md")

    def test_the_place_of_the_machine_it_was_made_on_is_taken_out(
        self, debian: ModuleType, tmp_path: Path
    ) -> None:
        folder = Path(importlib.import_module("shiboken6").__file__).parent
        own = (folder / "Shiboken.abi3.so").read_bytes()
        place = next(text for text in own.split(b"\0") if text.startswith(b"$ORIGIN"))
        foreign = b"/opt/machine".ljust(len(place), b"/")[: len(place)]
        made = own.replace(place + b"\0", foreign + b"\0", 1)
        assert debian.elf.without_foreign_places(own) == own, "what is relative to the file stays"
        changed = debian.elf.without_foreign_places(made)
        assert foreign.rstrip(b"/") in made and foreign.rstrip(b"/") not in changed
        assert debian.elf.needed(changed) == debian.elf.needed(own)
        assert debian.elf.without_foreign_places(changed) == changed
        (tmp_path / "changed.so").write_bytes(changed)
        environment = os.environ | {"LD_LIBRARY_PATH": str(folder)}
        code = f"import ctypes; ctypes.CDLL({str(tmp_path / 'changed.so')!r})"
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_documents_are_squeezed_without_a_time(debian: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("text")
    debian._squeeze(path)
    content = (tmp_path / "text.gz").read_bytes()
    assert gzip.decompress(content) == b"text" and content[4:8] == bytes(4) and not path.exists()

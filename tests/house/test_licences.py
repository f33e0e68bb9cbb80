"""The list of licences of a bundle: nothing goes along that nobody can name."""

import json
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from package_source import ROOT


@pytest.fixture
def licences(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    import importlib

    monkeypatch.syspath_prepend(ROOT / "installer")
    yield importlib.import_module("licences")


def test_a_library_that_nobody_knows_stops_the_build(licences: ModuleType, tmp_path: Path) -> None:
    stranger = tmp_path / "libstrange.so.1"
    stranger.write_bytes(b"")
    with pytest.raises(ValueError, match=r"libstrange\.so\.1"):
        licences.collected([("libstrange.so.1", str(stranger))])


def test_packages_and_python_answer_for_their_own(licences: ModuleType) -> None:
    package = Path(sysconfig.get_path("platlib")) / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    module = Path(sysconfig.get_path("platstdlib")) / "lib-dynload" / "_ssl.so"
    own = [
        ("PySide6/libQt6Core.so.6", str(package)),
        ("_ssl.so", str(module)),
        ("libpython3.11.so.1.0", "/x"),
    ]
    parts = {part["name"]: part for part in json.loads(licences.collected(own))}
    assert {"Python", "httpx", "PySide6_Essentials"} <= set(parts)
    assert not [name for name in parts if name.startswith("lib")]


@pytest.mark.skipif(not Path("/var/lib/dpkg/status").is_file(), reason="no Debian")
def test_what_the_system_lends_comes_with_its_copyright(
    licences: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = sorted(Path("/lib").glob("*-linux-gnu/libgcrypt.so.20")) or sorted(
        Path("/lib").glob("*/libz.so.1")
    )
    if not found or licences.owner_of(found[0]) is None:
        pytest.skip("this system has no such library")
    (part,) = licences.of_the_system([str(found[0])])
    assert part.licence == licences.licence_of(found[0].name) != ""
    assert part.version and "opyright" in part.text
    assert part.licence != "LGPL-2.1-or-later" or "GNU LESSER GENERAL PUBLIC LICENSE" in part.text
    monkeypatch.setattr(licences, "owner_of", lambda _path: None)
    with pytest.raises(ValueError, match=found[0].name):
        list(licences.of_the_system([str(found[0])]))


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("libz.so.1", "Zlib"),
        ("libzstd.so.1", "BSD-3-Clause"),
        ("libxcb-cursor.so.0", "MIT"),
        ("libX11.so.6", "MIT"),
        ("libgtk-3.so.0", ""),
    ],
)
def test_the_longest_name_that_fits_counts(licences: ModuleType, name: str, licence: str) -> None:
    assert licences.licence_of(name) == licence

"""What the program stands on: every part with a licence, and the text of it."""

from importlib import metadata
from pathlib import Path

import pytest

from fichier_gui.domain.parts import Part
from fichier_gui.system.parts import STORED, in_order, installed_parts, read_parts, stored_text

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
WITHOUT_TEXT = {"OpenSSL", "LibreSSL"}
"""They are a part of Python, whose own text speaks of them where it is distributed with them."""


def package(folder: Path, name: str, headers: str, licence: str = "") -> None:
    info = folder / f"{name.replace('-', '_')}-1.5.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.5\n{headers}\n")
    files = ["METADATA"]
    if licence:
        (info / "licenses" / "LICENSE.txt").write_text(licence)
        files.append("licenses/LICENSE.txt")
    (info / "RECORD").write_text("".join(f"{info.name}/{file},,\n" for file in files))


def test_of_this_installation_every_part_has_its_licence() -> None:
    parts = {part.name: part for part in read_parts(RESOURCES)}
    assert {"Python", "httpx", "keyring", "PySide6_Essentials", "shiboken6", "qasync", "aiohttp"} <= set(
        parts
    )
    assert not {"pytest", "ruff", "mypy", "fichier-gui"} & set(parts)
    for part in parts.values():
        assert part.licence and part.version, part.name
        assert part.text or part.name in WITHOUT_TEXT, part.name
    qt = parts["PySide6_Essentials"]
    assert qt.licence == "LGPL-3.0-only"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text and "GNU GENERAL PUBLIC LICENSE" in qt.text
    assert "FreeType" in qt.text
    assert parts["httpx"].version == metadata.version("httpx")


def test_what_a_package_says_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    page = "Project-URL: Changes, https://example.org/c\nProject-URL: Source, https://example.org/s\n"
    package(tmp_path, "abc-one", f"License-Expression: ISC\n{page}Requires-Dist: abc-two>=1\n", "Own words")
    package(tmp_path, "abc-two", "License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n")
    package(tmp_path, "abc-three", "License: Apache 2.0\n")
    package(tmp_path, "abc-four", "Requires-Dist: abc-five; extra == 'socks'\nLicense: X\n")
    package(tmp_path, "abc-five", "License: Y\n")
    roots = ["abc-one ; sys_platform == 'linux'", "abc-three>1; extra == 'window'", "abc-four; extra == 'no'"]
    found = {part.name: part for part in installed_parts([*roots, "of-another-system"], RESOURCES)}
    assert found == {
        "abc-one": Part("abc-one", "1.5", "ISC", "https://example.org/s", "Own words"),
        "abc-two": Part("abc-two", "1.5", "MIT"),
        "abc-three": Part("abc-three", "1.5", "Apache-2.0"),
    }
    assert {p.name for p in installed_parts(["abc-four[socks]"], RESOURCES)} == {"abc-four", "abc-five"}
    assert {p.name for p in installed_parts(["abc-four"], RESOURCES)} == {"abc-four"}


def test_a_bundle_brings_its_own_list(tmp_path: Path) -> None:
    parts = in_order(
        [Part("Zeta", "2", "MIT", text="é"), Part("alpha", "1", "ISC"), Part("zeta", "3", "MIT")]
    )
    assert [part.version for part in parts] == ["1", "3"]
    (tmp_path / STORED).write_text(stored_text(parts), encoding="utf-8")
    assert read_parts(tmp_path) == parts

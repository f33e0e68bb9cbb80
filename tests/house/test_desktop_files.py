"""What a package tells desktops and shells of the program: made from the program, and sound."""

import importlib
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from package_source import ROOT

from fichier_gui import identity
from fichier_gui.__main__ import build_parser

DATE = 1_700_000_000
INSTALLER = ROOT / "installer"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux have them")


@pytest.fixture(scope="module")
def path() -> Iterator[None]:
    """The installer's modules can be imported."""
    sys.path.insert(0, str(INSTALLER))
    yield
    sys.path.remove(str(INSTALLER))


@pytest.fixture(scope="module")
def desktop(path: None) -> ModuleType:
    return importlib.import_module("desktop.__main__")


@pytest.fixture(scope="module")
def share(desktop: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files, as ``installer/desktop`` writes them."""
    folder = tmp_path_factory.mktemp("desktop")
    desktop.write(folder, DATE)
    return folder / "share"


def said(*command: str | Path) -> str:
    """What a validator says; it must be content."""
    environment = os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def need(tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")


def test_the_menu_entry_is_sound(share: Path) -> None:
    need("desktop-file-validate")
    path = share / "applications" / f"{identity.DESKTOP_ID}.desktop"
    assert said("desktop-file-validate", path) == ""
    text = path.read_text(encoding="utf-8")
    assert f"StartupWMClass={identity.WM_CLASS}\n" in text and "Name[fr]=Tout mettre en pause\n" in text
    assert "MimeType" not in text, (
        "installed for everybody, it would open addresses where no browser is chosen"
    )


def test_the_description_is_sound(share: Path) -> None:
    need("appstreamcli")
    path = share / "metainfo" / f"{identity.APP_ID}.metainfo.xml"
    assert "successful." in said("appstreamcli", "validate", "--no-net", "--pedantic", path), (
        "no remark at all"
    )


def test_with_a_page_of_the_project_the_description_has_pictures(path: None, tmp_path: Path) -> None:
    need("appstreamcli")
    changes, metainfo = (importlib.import_module(f"desktop.{name}") for name in ("changes", "metainfo"))
    assert (ROOT / metainfo.PICTURE).is_file()
    releases = changes.releases("## [9.8.7] - 2026-01-02\n\n- One thing. And more.\n", DATE)
    text = metainfo.metainfo(releases, {}, "https://project.invalid/")
    assert f'<image type="source">https://project.invalid/{metainfo.PICTURE}</image>' in text
    assert (
        '<release type="stable" version="9.8.7" date="2026-01-02">' in text and "<li>One thing</li>" in text
    )
    described = tmp_path / f"{identity.APP_ID}.metainfo.xml"
    described.write_text(text, encoding="utf-8")
    assert "successful." in said("appstreamcli", "validate", "--no-net", "--pedantic", described)


def test_releases_are_those_of_the_change_log(path: None) -> None:
    releases = importlib.import_module("desktop.changes").releases
    text = "## [Unreleased]\n\n### Added\n\n- New\n  thing.\n\n## [0.0.1] - 2020-02-03\n\n- Old.\n"
    new, old = releases(text, DATE)
    assert (new.version, new.date, new.is_out, new.items) == (identity.VERSION, DATE, False, ["New thing."])
    assert (old.version, old.is_out, time.gmtime(old.date)[:3]) == ("0.0.1", True, (2020, 2, 3))
    out = f"## [Unreleased]\n\n- Later.\n\n## [{identity.VERSION}] - 2026-01-02\n\n- Now.\n"
    assert [each.items for each in releases(out, DATE)] == [["Now."]], "this version is out: it has no later"


def test_the_manual_page_is_sound_and_has_every_option(share: Path) -> None:
    need("man")
    shown = said("man", "--warnings", "-E", "UTF-8", "-l", share / "man" / "man1" / f"{identity.NAME}.1")
    flat = " ".join(shown.replace("‐\n", "").split())
    assert "warning" not in flat, flat
    for action in build_parser()._actions:
        assert not action.option_strings or action.option_strings[0] in flat
        for name in action.choices or ():
            assert f" {name} " in flat
    assert "--max-pause SECONDS wait so long" in flat and "5 downloads from this network are paid" in flat


def test_two_runs_write_the_same(desktop: ModuleType, share: Path, tmp_path: Path) -> None:
    """In another process, whose sets and dictionaries are in another order."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(DATE), "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, INSTALLER / "desktop", tmp_path], env=environment, check=True)
    first, second = files(share.parent), files(tmp_path)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def files(folder: Path) -> Mapping[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class TestIcons:
    def test_an_icon_of_windows_holds_every_size(self, share: Path) -> None:
        content = (share.parent / f"{identity.NAME}.ico").read_bytes()
        _, kind, count = struct.unpack_from("<HHH", content)
        entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * index) for index in range(count)]
        assert kind == 1 and [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 128, 256]
        for edge, _, _, _, _, depth, length, offset in entries:
            picture = content[offset : offset + length]
            assert len(picture) == length and depth == 32
            if edge:
                head, width, height = struct.unpack_from("<Iii", picture)
                assert (head, width, height) == (40, edge, 2 * edge)
                assert length == 40 + 4 * edge * edge + (edge + 31) // 32 * 4 * edge
            else:
                assert picture.startswith(b"\x89PNG")

    def test_qt_reads_the_pictures_of_windows(self, share: Path) -> None:
        from PySide6.QtGui import QImageReader

        reader = QImageReader(str(share.parent / f"{identity.NAME}.ico"))
        assert reader.imageCount() == 7
        reader.jumpToImage(3)
        image = reader.read()
        assert image.width() == 48 and image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(24, 4).blue() > image.pixelColor(24, 4).red(), "the tile is blue"

    def test_an_icon_of_macos_holds_every_size(self, share: Path) -> None:
        content = (share.parent / f"{identity.NAME}.icns").read_bytes()
        assert content[:4] == b"icns" and struct.unpack_from(">I", content, 4) == (len(content),)
        sizes, offset = {}, 8
        while offset < len(content):
            kind, length = content[offset : offset + 4], struct.unpack_from(">I", content, offset + 4)[0]
            assert content[offset + 8 : offset + 12] == b"\x89PNG"
            sizes[kind] = struct.unpack_from(">I", content, offset + 8 + 16)[0]
            offset += length
        assert offset == len(content) and max(sizes.values()) == 1024 and sizes[b"ic07"] == 128

    def test_the_theme_has_every_size(self, share: Path) -> None:
        from PySide6.QtGui import QImage

        hicolor = share / "icons" / "hicolor"
        sizes = sorted(int(path.name.partition("x")[0]) for path in hicolor.glob("*x*"))
        assert sizes == [16, 22, 24, 32, 48, 64, 128, 256, 512]
        for size in sizes:
            image = QImage(str(hicolor / f"{size}x{size}" / "apps" / f"{identity.NAME}.png"))
            assert (image.width(), image.height()) == (size, size)
        symbolic = hicolor / "symbolic" / "apps" / f"{identity.NAME}-symbolic.svg"
        assert "stroke" not in symbolic.read_text(), "GTK fills everything with one colour"


class Shell:
    """A shell at a terminal, to be typed at."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:  # pragma: no cover - the other process
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(environment))

    def answer(self, typed: str, wanted: str, seconds: float = 20) -> str:
        """Type, then read until ``wanted`` is there."""
        os.write(self._terminal, typed.encode())
        found, end = "", time.monotonic() + seconds
        while wanted not in found:
            left = end - time.monotonic()
            assert left > 0, f"{wanted!r} is not in {found!r}"
            if select.select([self._terminal], [], [], left)[0]:
                found += os.read(self._terminal, 4096).decode(errors="replace")
        return found

    def close(self) -> None:
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with something to complete, and a program of the name."""
    folder = tmp_path / "place"
    (folder / "Holiday pictures").mkdir(parents=True)
    (folder / "holiday.zip").touch()
    program = folder / "bin" / identity.NAME
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"; echo\n')
    program.chmod(0o755)
    return folder


def environment(place: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    return kept | {
        "HOME": str(place),
        "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
        "TERM": "dumb",
        "PS1": "READY>",
        "ZDOTDIR": str(place),
    }


COMPLETED = (
    ("upl\thol\t", "<upload><holiday.zip>"),
    ("download --to Hol\t1", "<download><--to><Holiday pictures/1>"),
    ("--profile Hol\t1 upload --spl\t x", "<--profile><Holiday pictures/1><upload><--split><x>"),
    ("key sh\t", "<key><show>"),
    ("queue exp\t", "<queue><export>"),
    ("upload --to hol\t", "<upload><--to><hol>"),
)
"""What is typed behind the program's name, and what the program is given then."""


class TestBash:
    @pytest.mark.parametrize(("typed", "given"), COMPLETED)
    def test_completes(self, share: Path, place: Path, typed: str, given: str) -> None:
        need("bash")
        shell = Shell(["bash", "--norc", "--noprofile", "-i"], environment(place), place)
        try:
            shell.answer(f". {share}/bash-completion/completions/{identity.NAME}\necho LO''ADED\n", "LOADED")
            shell.answer(f"{identity.NAME} {typed}\n", given)
        finally:
            shell.close()

    def test_is_sound(self, share: Path) -> None:
        need("bash")
        assert said("bash", "-n", share / "bash-completion" / "completions" / identity.NAME) == ""


class TestZsh:
    @pytest.mark.parametrize(("typed", "given"), COMPLETED)
    def test_completes(self, share: Path, place: Path, typed: str, given: str) -> None:
        need("zsh")
        shell = Shell(["zsh", "-f", "-i"], environment(place), place)
        folder = share / "zsh" / "vendor-completions"
        try:
            shell.answer(
                f"fpath=({folder} $fpath); autoload -U compinit; compinit -D; echo LO''ADED\n", "LOADED"
            )
            shell.answer(f"{identity.NAME} {typed}\n", given)
        finally:
            shell.close()

    def test_is_sound(self, share: Path) -> None:
        need("zsh")
        assert said("zsh", "-n", share / "zsh" / "vendor-completions" / f"_{identity.NAME}") == ""


class TestFish:
    @pytest.mark.parametrize(
        ("typed", "offered", "not_offered"),
        [
            ("upl", "upload", "download"),
            ("upload hol", "holiday.zip", "ls"),
            ("download --to Hol", "Holiday pictures/", "holiday.zip"),
            ("upload --to hol", "", "holiday.zip"),
            ("key s", "show", "forget"),
            ("rm --d", "--dry-run", "--demo"),
            ("--", "--demo", "--dry-run"),
        ],
    )
    def test_completes(self, share: Path, place: Path, typed: str, offered: str, not_offered: str) -> None:
        need("fish")
        file = share / "fish" / "vendor_completions.d" / f"{identity.NAME}.fish"
        code = f"source {file}; complete -C '{identity.NAME} {typed}'"
        command = ["fish", "--no-config", "-c", code]
        done = subprocess.run(
            command, cwd=place, env=environment(place), capture_output=True, text=True, check=True
        )
        words = [line.partition("\t")[0] for line in done.stdout.splitlines()]
        assert (offered in words) is bool(offered), words
        assert not_offered not in words

    def test_is_sound(self, share: Path) -> None:
        need("fish")
        assert said("fish", "-n", share / "fish" / "vendor_completions.d" / f"{identity.NAME}.fish") == ""

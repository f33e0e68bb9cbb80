"""What other systems build, and what is only read here: names from one place, calls that are there."""

import plistlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from package_source import ROOT

from fichier_gui import identity
from fichier_gui.__main__ import build_parser

SCRIPT = ROOT / "installer" / "windows" / "setup.iss"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Import a module of the installer, as ``run.py`` does."""
    import importlib

    monkeypatch.syspath_prepend(ROOT / "installer")
    yield importlib.import_module


def test_the_script_for_windows_takes_its_names_from_one_place(load: Callable[[str], ModuleType]) -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    given = load("setup_windows").names(Path("C:/dist"))
    assert set(re.findall(r"\{#(\w+)\}", text)) == {*given, "SignTool"}
    assert given["Version"] == identity.VERSION and given["Name"] == identity.NAME
    for word in (identity.NAME, identity.VERSION, identity.SUMMARY, identity.AUTHORS):
        assert word not in text.replace("fichier_gui/identity.py", ""), "a name stands in identity.py alone"
    command = load("setup_windows").command(Path("C:/dist"), "sign $f")
    assert f"/DVersion={identity.VERSION}" in command and "/Ssigned=sign $f" in command
    assert not any("sign" in word.lower() for word in load("setup_windows").command(Path("C:/d"), "")[1:-1])


def test_windows_asks_no_administrator_and_asks_before_it_forgets() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert "PrivilegesRequired=lowest" in text
    assert "PrivilegesRequiredOverridesAllowed" not in text
    languages = set(re.findall(r'^Name: "(\w\w)"; MessagesFile', text, re.MULTILINE))
    files = {path.stem.rpartition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert languages == files | {"en"}
    for message in re.findall(r"CustomMessage\('(\w+)'\)", text):
        assert set(re.findall(rf"^(\w\w)\.{message}=", text, re.MULTILINE)) == languages
    assert text.count("MB_DEFBUTTON2") == 1, "Return keeps the key"
    assert text.index("UninstallSilent") < text.index("MsgBox(CustomMessage('Forget')")


def test_the_commands_that_the_script_calls_are_there() -> None:
    calls = re.findall(r"Forgotten\('([^']+)'\)", SCRIPT.read_text(encoding="utf-8"))
    assert calls == ["places", "everything --yes"]
    for call in calls:
        parsed = build_parser().parse_args(["forget", *call.split()])
        assert parsed.command == "forget" and parsed.what == call.split()[0]


def test_the_image_for_macos_is_signed_when_it_can_be(load: Callable[[str], ModuleType]) -> None:
    image = load("disk_image")
    app = Path("/d") / f"{identity.NAME}.app"
    trusted = image.signing(app, "Developer ID Application: X")
    assert trusted[trusted.index("--options") + 1] == "runtime"
    assert trusted[-3:] == ["--sign", "Developer ID Application: X", str(app)]
    assert image.signing(app, "")[-3:] == ["--sign", "-", str(app)]
    assert "--options" not in image.signing(app, "")
    with image.ENTITLEMENTS.open("rb") as file:
        assert all(name.startswith("com.apple.security.cs.") for name in plistlib.load(file))
    assert identity.NAME in image.imaging(Path("/w"), Path("/d/x.dmg"))
    assert [call[1] for call in image.notarising(Path("/d/x.dmg"), "p")] == ["notarytool", "stapler"]
    assert identity.VERSION in image.artefact(Path("/d")).name


def test_the_folder_of_an_appimage_starts_the_program(
    load: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    import subprocess
    import sys

    if sys.platform != "linux":
        pytest.skip("AppImages are for Linux")
    appimage, folder = load("appimage"), tmp_path / "App Dir"
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    (frozen / identity.NAME).write_text('#!/bin/sh\necho "started $*"\n')
    (frozen / identity.NAME).chmod(0o755)
    share = folder / "usr" / "share"
    for name in (
        f"applications/{identity.DESKTOP_ID}.desktop",
        f"icons/hicolor/256x256/apps/{identity.NAME}.png",
    ):
        (share / name).parent.mkdir(parents=True)
        (share / name).write_text(name)
    appimage.arrange(frozen, folder)
    assert (folder / ".DirIcon").read_text().endswith(".png")
    assert (folder / f"{identity.DESKTOP_ID}.desktop").is_file()
    done = subprocess.run(
        [folder / "AppRun", "a b"], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"}
    )
    assert done.stdout == "started a b\n"
    assert identity.VERSION in appimage.artefact(tmp_path).name


def test_the_manifest_of_the_flatpak(load: Callable[[str], ModuleType]) -> None:
    flatpak = load("flatpak_bundle")
    manifest = flatpak.manifest()
    assert manifest["id"] == identity.APP_ID and manifest["command"] == identity.NAME
    assert manifest["rename-desktop-file"] == f"{identity.DESKTOP_ID}.desktop"
    assert set(manifest["finish-args"]) == set(flatpak.PERMISSIONS) and all(flatpak.PERMISSIONS.values())
    assert "--share=network" in manifest["finish-args"]
    (module,) = manifest["modules"]
    copied = {source["dest"] for source in module["sources"]}
    assert all(any(f" {name}/. " in command for command in module["build-commands"]) for name in copied)


def test_the_flatpak_may_talk_to_all_that_the_program_asks(load: Callable[[str], ModuleType]) -> None:
    spoken = re.compile(r'"((?:org|com)\.(?:freedesktop|gnome|canonical|kde)\.[A-Za-z0-9.]+)"')
    sources = [*(ROOT / "fichier_gui" / "system").glob("*.py"), *(ROOT / "fichier_gui" / "app").glob("*.py")]
    asked = {name for path in sources for name in spoken.findall(path.read_text(encoding="utf-8"))}
    assert len(asked) > 5
    allowed = tuple(word.partition("=")[2] for word in load("flatpak_bundle").PERMISSIONS if "-name=" in word)
    assert {name for name in asked if not name.startswith(allowed)} == set()


@pytest.mark.parametrize("name", ["setup", "dmg", "appimage", "flatpak"])
def test_what_is_missing_for_other_systems_is_said(load: Callable[[str], ModuleType], name: str) -> None:
    target = load("build").TARGETS[name]
    assert target.needs and target.after == ("bundle",)
    assert all(need.words for need in target.needs)


def test_the_workflows_run_the_commands_that_everybody_has() -> None:
    assert [path.stem for path in WORKFLOWS] == ["release", "test"]
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        workflow = yaml.safe_load(text)
        # YAML reads the bare word "on" as a truth value.
        assert workflow["name"] == path.stem and (workflow.get("on") or workflow.get(True))
        assert workflow["permissions"] == {"contents": "read"}
        systems = {system for job in workflow["jobs"].values() for system in systems_of(job)}
        assert {system.split("-")[0] for system in systems} == {"ubuntu", "windows", "macos"}
        commands = [
            step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
        ]
        for words in re.findall(r"installer/run\.py (\w+)", " ".join(commands)):
            assert words in ("test", "build", "release")
        assert "installer/run.py" in text


def test_the_workflows_call_no_part_of_an_unknown_maker() -> None:
    for path in WORKFLOWS:
        for used in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(
                r"actions/(checkout|setup-python|upload-artifact|download-artifact)@v\d+", used
            )


def systems_of(job: dict[str, object]) -> list[str]:
    strategy = job.get("strategy")
    matrix = strategy["matrix"] if isinstance(strategy, dict) else {}
    named = [*matrix.get("os", []), *(each["os"] for each in matrix.get("include", []))]
    return [str(name) for name in named] or [str(job["runs-on"])]

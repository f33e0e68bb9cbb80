"""The ready-made commands, run as they are by the programs they are for."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator
from support.tls_proxy import ForeignWorld

from fichier_gui.domain.elsewhere import Tool, snippet
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.content import read_all
from fichier_gui.system import rclone_config

pytestmark = [
    pytest.mark.foreign,
    pytest.mark.skipif(sys.platform == "win32", reason="the snippets are for a POSIX shell"),
]
PHOTO = bytes(range(256)) * 900


@pytest.fixture
def here(tmp_path: Path) -> Path:
    # Another one for each test: they share an account.
    (tmp_path / "photo.jpg").write_bytes(str(tmp_path).encode() * 5000)
    return tmp_path


def run(world: ForeignWorld, here: Path, *command: str, text: str = "") -> str:
    done = subprocess.run(
        command,
        input=text,
        env=world.environment | {"HOME": str(here), "RCLONE_CONFIG": str(here / "rclone.conf")},
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def was_uploaded(world: ForeignWorld, here: Path) -> bool:
    files = list(world.running.service.state.files.values())
    content = (here / "photo.jpg").read_bytes()
    return content in [read_all(file.content) for file in files if file.name == "photo.jpg"]


def named_link(world: ForeignWorld, text: str) -> str:
    """``text`` with a real link in the place of the made-up one."""
    link = world.running.service.link(world.running.service.add_file("/to fetch.bin", PHOTO))
    replaced, count = re.subn(re.escape("https://1fichier.com/?LINK"), link, text)
    assert count == 1
    return replaced


@pytest.mark.skipif(shutil.which("rclone") is None, reason="rclone is not installed")
def test_rclone(foreign: ForeignWorld, here: Path) -> None:
    foreign.running.service.add_folder("/Seen by rclone")
    out = run(foreign, here, "sh", "-eu", text=snippet(Tool.RCLONE, DEFAULT_KEY))
    assert "Seen by rclone" in out
    assert was_uploaded(foreign, here)
    # What rclone has written is what can be taken from it.
    found = rclone_config.remotes(here / "rclone.conf")
    assert found.names == ("1fichier",)
    assert rclone_config.key_of(here / "rclone.conf", "1fichier") == Secret(DEFAULT_KEY)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("tool", [Tool.CURL, Tool.PYTHON])
def test_in_the_demo_they_speak_to_the_demo(here: Path, tool: Tool) -> None:
    made = Service(limits=False, switches=quiet_switches())
    link = made.link(made.add_file("/to fetch.bin", PHOTO))
    with simulator(made) as running:
        text = snippet(tool, DEFAULT_KEY, running.base_url).replace("https://1fichier.com/?LINK", link)
        command = ["sh", "-eu"] if tool is Tool.CURL else [sys.executable, "-"]
        done = subprocess.run(command, input=text, cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "to fetch.bin" in done.stdout
    assert PHOTO in [path.read_bytes() for path in here.iterdir()]
    if tool is Tool.CURL:
        assert "photo.jpg" in [file.name for file in made.state.files.values()]


@pytest.mark.skipif(shutil.which("rclone") is None, reason="rclone is not installed")
def test_an_encrypted_configuration_says_so(foreign: ForeignWorld, here: Path) -> None:
    run(foreign, here, "rclone", "config", "create", "mine", "fichier", f"api_key={DEFAULT_KEY}")
    run(foreign, here, "rclone", "config", "encryption", "set", "--password-command", "echo quite-a-secret")
    found = rclone_config.remotes(here / "rclone.conf")
    assert found.is_encrypted and found.names == ()
    assert rclone_config.key_of(here / "rclone.conf", "mine") is None


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_curl(foreign: ForeignWorld, here: Path, shell: str) -> None:
    text = named_link(foreign, snippet(Tool.CURL, DEFAULT_KEY))
    out = run(foreign, here, shell, "-eu", text=text)
    assert '"to fetch.bin"' in out and '"links"' in out
    assert (here / "to fetch.bin").read_bytes() == PHOTO
    assert was_uploaded(foreign, here)


def test_python(foreign: ForeignWorld, here: Path) -> None:
    text = named_link(foreign, snippet(Tool.PYTHON, DEFAULT_KEY))
    out = run(foreign, here, sys.executable, "-", text=text)
    assert "to fetch.bin" in out
    assert (here / "download.bin").read_bytes() == PHOTO

"""The key lives in the key ring and nowhere else: looked for in every file and process of a whole run."""

import base64
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from support.command_line import CommandLine, environment
from support.secret_service import KeyRing, missing_programs, secret_service
from support.simulator import Service, ThreadedSimulator, quiet_switches, simulator, wait_for

from fichier_gui.identity import NAME
from fichier_gui.simulator.faults import Fault

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
    pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs a process list in files"),
]

KEY = "Zq7=ySecretKeyOfTheStory_0123-=x"
WRONG = "Wr0ng=KeyOfTheStory_which-is-not"


def forms(key: str) -> list[bytes]:
    """The key as it is, and as careless code would write it."""
    raw = key.encode()
    return [
        raw,
        raw[:20],
        raw[-20:],
        quote(key, safe="").encode(),
        base64.b64encode(raw).rstrip(b"="),
        raw.hex().encode(),
        key.encode("utf-16-le"),
    ]


def files_with(folders: list[Path], key: str) -> list[Path]:
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and any(form in path.read_bytes() for form in forms(key)):
                found.append(path)
    return found


def processes_with(key: str) -> list[str]:
    """Processes that show the key in their arguments or their environment."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or entry.name == str(os.getpid()):
            continue
        for name in ("cmdline", "environ"):
            try:
                text = (entry / name).read_bytes()
            except OSError:
                continue
            if any(form in text for form in forms(key)):
                found.append(f"{entry.name} {name}")
    return found


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(key=KEY, limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> Iterator[CommandLine]:
    with secret_service() as session:
        bare = environment(tmp_path / "temporary")
        merged = {**session, **{name: bare[name] for name in bare if name != "HOME"}}
        yield CommandLine(tmp_path / "profile", service.base_url, None, merged, key_ring=True)


def test_before_it_is_uninstalled_the_program_takes_along_what_it_kept(line: CommandLine) -> None:
    assert line.run("key", "set", stdin=f"{KEY}\n").code == 0
    assert line.run("ls").code == 0
    autostart = Path(line.environment["HOME"]) / ".config" / "autostart" / f"{NAME}.desktop"
    autostart.parent.mkdir(parents=True)
    autostart.write_text("[Desktop Entry]\n")
    (line.profile / "holiday.jpg").write_bytes(b"somebody else's")

    assert line.run("forget", "places").code == 0
    assert not autostart.exists()
    assert line.run("ls").code == 0, "the key is still there"

    asked = line.run("forget", "everything")
    assert (asked.code, asked.out) == (2, "") and "--yes" in asked.err
    assert line.run("ls").code == 0
    gone = line.run("forget", "everything", "--yes")
    assert (gone.code, gone.out, gone.err) == (0, "", "")
    assert [path.name for path in line.profile.iterdir()] == ["holiday.jpg"]
    assert line.run("ls").code == 3, "nobody is signed in"


def test_the_key_survives_a_restart_and_is_found_nowhere_else(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    (sent / "a.bin").write_bytes(b"0123456789" * 200_000)

    entered = line.run("key", "set", stdin=f"{KEY}\n")
    assert entered.code == 0, entered.err
    assert entered.out == "The key is in the system's key ring.\n"
    # Another process, and the key is there.
    assert line.run("ls").code == 0
    refused = line.run("key", "set", stdin=f"{WRONG}\n")
    assert refused.code == 3
    assert line.run("ls").code == 0, "the key before stays in use"

    service.faults.add(Fault("upload.cgi", "slow", rate=500_000))
    upload = line.start("upload", str(sent), "--to", "/Secrecy")
    wait_for(lambda: "upload/get_upload_server" in service.requests.endpoints())
    assert processes_with(KEY) == []
    # While that one owns the profile, keys go by way of the key ring.
    other = line.run("key", "set", stdin=f"{WRONG}\n")
    assert other.code == 3, other
    assert line.run("key", "show").out == "The key is in the system's key ring.\n"
    out, err = upload.communicate(timeout=60)
    assert upload.returncode == 0, err
    assert out.endswith("\ta.bin\n")
    service.faults.clear()

    service.faults.add(Fault("download/get_token", "answer", status=500, body="<html>oops"))
    down = line.run("download", "/Secrecy", "--to", str(tmp_path / "back"))
    assert down.code == 0, down.err

    with_key = [str(path) for path in files_with([tmp_path, Path(line.environment["HOME"])], KEY)]
    assert with_key == []
    texts = [entered, refused, other, down]
    assert not any(KEY in done.out + done.err for done in texts)
    assert KEY not in out + err

    assert line.run("key", "forget").code == 0
    assert line.run("key", "show").out == "There is no key.\n"
    assert line.run("ls").code == 3


def test_the_window_keeps_the_key_to_itself(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    pytest.importorskip("PySide6.QtWidgets")
    assert line.run("key", "set", stdin=f"{KEY}\n").code == 0
    window = line.start()
    try:
        wait_for(lambda: "key ring" in line.run("key", "show").out or window.poll() is not None, 40)
        assert window.poll() is None, window.communicate()
        (tmp_path / "b.txt").write_bytes(b"hello")
        up = line.run("upload", str(tmp_path / "b.txt"))
        assert up.code == 0, up.err
        assert processes_with(KEY) == []
    finally:
        window.send_signal(signal.SIGTERM)
        out, err = window.communicate(timeout=40)
    assert window.returncode == 0, err
    assert KEY not in out + err
    assert files_with([tmp_path, Path(line.environment["HOME"])], KEY) == []


@pytest.mark.parametrize("state", [KeyRing.LOCKED, KeyRing.MISSING])
def test_a_key_ring_that_gives_nothing_says_why(
    state: KeyRing, service: ThreadedSimulator, tmp_path: Path
) -> None:
    with secret_service(state) as session:
        merged = {**environment(tmp_path / "temporary"), **session}
        line = CommandLine(tmp_path / "profile", service.base_url, None, merged, key_ring=True)
        done = line.run("key", "set", stdin=f"{KEY}\n")
        assert done.code == 1, done
        assert "this run only" in done.out
        assert done.err
        given = replace(line, key=KEY)
        assert given.run("ls").code == 0
        assert given.run("key", "show").out == "The key comes from FICHIER_API_KEY.\n"
    assert files_with([tmp_path], KEY) == []

"""Nothing of the core needs Qt: the commands run where it cannot be imported."""

from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator

pytestmark = pytest.mark.story


def test_the_commands_work_and_the_window_says_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    with simulator(Service(limits=False, switches=quiet_switches())) as service:
        bare = environment(tmp_path / "home", qt=False)
        line = CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, bare)
        up = line.run("upload", str(tmp_path / "a.txt"), "--to", "/New")
        assert up.code == 0, up.err
        assert up.lines[0].endswith("\ta.txt")
        down = line.run("download", "/New", "--to", str(tmp_path / "back"))
        assert down.code == 0, down.err
        assert (tmp_path / "back" / "New" / "a.txt").read_bytes() == b"hello"
        window = line.run()
        assert window.code == 2
        assert "fichier-gui[window]" in window.err
        assert "Traceback" not in window.err


def test_the_self_test_does_what_it_can_and_says_so(tmp_path: Path) -> None:
    bare = environment(tmp_path / "home", qt=False)
    done = CommandLine(tmp_path / "profile", "http://127.0.0.1:9/v1", None, bare).run(
        "--self-test", seconds=100
    )
    assert done.code == 0, done.out + done.err
    assert done.lines[-1].startswith("Self-test passed")
    assert "window is left out" in done.out
    assert done.err == ""

"""The commands as people and scripts run them: real processes against a simulated service."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator, wait_for

from fichier_gui.simulator.faults import Fault

pytestmark = pytest.mark.story


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))


def make_tree(folder: Path) -> Path:
    tree = folder / "Trip"
    (tree / "Day 1").mkdir(parents=True)
    (tree / "a.txt").write_bytes(b"hello " * 1000)
    (tree / "Day 1" / "what $ it cost.txt").write_bytes(b"12345")
    return tree


def same(one: Path, other: Path) -> bool:
    names = sorted(path.relative_to(one) for path in one.rglob("*"))
    return names == sorted(path.relative_to(other) for path in other.rglob("*")) and all(
        (one / name).is_dir() or (one / name).read_bytes() == (other / name).read_bytes() for name in names
    )


def test_up_with_links_and_down_again(line: CommandLine, service: ThreadedSimulator, tmp_path: Path) -> None:
    tree = make_tree(tmp_path)
    up = line.run("upload", str(tree), "--to", "/Backups/2024")
    assert up.code == 0, up.err
    links = dict(reversed(row.split("\t")) for row in up.lines)
    assert set(links) == {"a.txt", "what $ it cost.txt"}
    assert all(link.startswith("https://1fichier.com/?") for link in links.values())
    listed = line.run("ls", "/Backups/2024/Trip")
    assert listed.code == 0
    assert listed.lines[0].endswith("  Day 1/")
    assert links["a.txt"] in listed.out

    down = line.run("download", "/Backups/2024/Trip", "--to", str(tmp_path / "back"))
    assert down.code == 0, down.err
    assert same(tree, tmp_path / "back" / "Trip")
    again = line.run("download", links["a.txt"], "--to", str(tmp_path / "one"))
    assert again.code == 0
    assert again.lines == [str(tmp_path / "one" / "a.txt")]
    assert (tmp_path / "one" / "a.txt").read_bytes() == (tree / "a.txt").read_bytes()
    assert "already" not in again.err
    once_more = line.run("download", links["a.txt"], "--to", str(tmp_path / "one"))
    assert once_more.lines == again.lines
    assert "a.txt: The same file was already on this computer" in once_more.err


def test_a_list_of_accounts_that_cannot_be_read_is_named_once(line: CommandLine, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "accounts.json").write_text("{", encoding="utf-8")
    told = line.run("ls", "/")
    assert told.code == 0
    kept = profile / "accounts.damaged.json"
    assert told.err.startswith("The list of accounts could not be read;")
    assert f"kept as {kept.name}." in told.err and kept.read_text(encoding="utf-8") == "{"
    assert "accounts" not in line.run("ls", "/").err


def test_an_upload_reuses_folders_and_lists_each_once(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    tree = make_tree(tmp_path)
    assert line.run("upload", str(tree)).code == 0
    (tree / "b.txt").write_bytes(b"new")
    service.requests.clear()
    assert line.run("upload", str(tree / "b.txt"), "--to", "/Trip").code == 0
    asked = service.requests.endpoints()
    assert "folder/mkdir" not in asked
    assert asked.count("folder/ls") <= 1
    assert "user/info" not in asked


def test_json_is_one_object_a_line(line: CommandLine, tmp_path: Path) -> None:
    tree = make_tree(tmp_path)
    up = line.run("upload", str(tree), "--json")
    kinds = [report["kind"] for report in up.json]
    assert kinds == ["planned", "renamed", "uploaded", "uploaded", "ended"]
    assert up.json[-1]["code"] == 0
    assert {report["verification"] for report in up.json[2:4]} <= {"verified", "unavailable"}
    listed = line.run("ls", "/Trip", "--json")
    assert [(report["kind"], report.get("name")) for report in listed.json] == [
        ("folder", "Day 1"),
        ("file", "a.txt"),
        ("ended", None),
    ]
    account = line.run("account", "--json").json[0]
    assert account["email"] == "me@example.org"
    assert account["storage"] == "environment"


def test_the_account_is_not_asked_twice(line: CommandLine, service: ThreadedSimulator) -> None:
    first = line.run("account")
    assert "me@example.org" in first.out
    assert line.run("account").out.splitlines()[:-1] == first.lines[:-1]
    assert service.requests.endpoints().count("user/info") == 1


def test_what_is_known_is_exported_without_a_question(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.add_file("/Films/2024/one.mkv", b"1" * 300)
    service.service.add_file("/readme.txt", b"hello")
    for path in ("/", "/Films", "/Films/2024"):
        assert line.run("ls", path).code == 0
    service.requests.clear()
    done = line.run("export", "/Films", "--to", str(tmp_path / "films.csv"))
    assert (done.code, done.out.strip()) == (0, str(tmp_path / "films.csv"))
    assert done.err == ""
    assert "/Films/2024/one.mkv,300," in (tmp_path / "films.csv").read_text("utf-8")
    assert line.run("export", "--to", str(tmp_path / "all.txt")).code == 0
    assert len((tmp_path / "all.txt").read_text("utf-8").split()) == 2
    assert service.requests.endpoints() == []
    service.service.add_folder("/New")
    missing = line.run("export", "/New", "--to", str(tmp_path / "new.csv"))
    assert missing.code == 1, "it is not known"
    assert not (tmp_path / "new.csv").exists()


def test_some_failed_is_one(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "full").write_bytes(b"x")
    up = line.run("upload", str(tmp_path / "empty"), str(tmp_path / "full"), str(tmp_path / "missing"))
    assert up.code == 1
    assert [row.split("\t")[1] for row in up.lines] == ["full"]
    assert "empty" in up.err
    assert "missing" in up.err
    gone = line.run(
        "download", "/nothing", "https://1fichier.com/?zzzzzzzzzzzzzzzzzzzz", "--to", str(tmp_path)
    )
    assert gone.code == 1
    assert line.run("ls", "/nothing").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["upload"],
        ["download", "no-link"],
        ["queue", "cancel"],
        ["queue", "pause", "one"],
        ["key"],
        ["ls", "--max-pause", "soon"],
        ["--service", "ftp://example.org", "ls"],
        ["--screenshots", "x", "ls"],
    ],
)
def test_what_is_not_understood_is_two(line: CommandLine, arguments: list[str]) -> None:
    done = line.run(*arguments)
    assert done.code == 2
    assert done.err
    assert not line.profile.exists()


def test_the_exit_codes_are_in_the_help(line: CommandLine) -> None:
    for arguments in (["--help"], ["upload", "--help"]):
        text = line.run(*arguments).out
        assert "exit codes:" in text
        assert "FICHIER_API_KEY" in text
    assert line.run("--version").out.startswith("fichier-gui ")


def test_a_refused_key_and_no_key_are_three(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    for key in ("wrong-wrong-wrong-wrong-wrong-wr", None):
        other = CommandLine(tmp_path / f"profile {key}", line.service, key, line.environment)
        for arguments in (["ls"], ["upload", str(tmp_path / "a.txt")], ["account"]):
            done = other.run(*arguments)
            assert done.code == 3, (key, arguments, done)
            assert done.out == ""
            assert done.err


def test_a_service_that_asks_for_patience_is_four_and_is_left_in_peace(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    service.faults.add(Fault("upload/get_upload_server", "flood"))
    up = line.run("upload", str(tmp_path / "a.txt"), "--max-pause", "2")
    assert up.code == 4, up
    assert up.out == ""
    service.requests.clear()
    assert line.run("ls", "--max-pause", "2").code == 4
    assert service.requests.endpoints() == []
    queue = line.run("queue", "--json")
    assert queue.code == 0
    assert [row["name"] for row in queue.json if row["kind"] == "transfer"] == ["a.txt"]
    # The cool-down is over when the budget's memory says so.
    (line.profile / "budget.json").unlink()
    run = line.run("queue", "run")
    assert run.code == 0, run.err
    assert [row.split("\t")[1] for row in run.lines] == ["a.txt"]


def test_the_queue_is_seen_and_changed(line: CommandLine, service: ThreadedSimulator, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    refusal = '<div class="bloc2">Pas de fichier trouvé dans l\'envoi</div>'
    service.faults.add(Fault("upload.cgi", "html", body=refusal, calls="*"))
    assert line.run("upload", str(tmp_path / "a.txt")).code == 1
    listed = line.run("queue", "--json").json
    assert [(row["kind"], row.get("state")) for row in listed][:1] == [("transfer", "failed")]
    service.faults.clear()
    assert line.run("queue", "retry", str(listed[0]["id"])).code == 0
    assert line.run("queue", "pause").code == 0
    assert line.run("queue", "--json").json[-2]["is_paused"]
    assert line.run("upload", str(tmp_path / "a.txt")).code == 1, "it waits in the paused queue"
    assert line.run("queue", "resume").code == 0
    assert len(line.run("queue", "run").lines) == 2
    assert line.run("queue", "--json").json[0]["state"] == "done"
    assert line.run("queue", "clear").code == 0
    assert [row["kind"] for row in line.run("queue", "--json").json] == ["queue", "ended"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_upload_goes_on_later(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path, number: signal.Signals
) -> None:
    (tmp_path / "big.bin").write_bytes(b"0123456789" * 500_000)
    service.faults.add(Fault("upload.cgi", "slow", rate=1_000_000))
    process = line.start("upload", str(tmp_path / "big.bin"))
    wait_for(lambda: "upload/get_upload_server" in service.requests.endpoints())
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, (out, err)
    assert "Traceback" not in err
    assert out == ""
    service.faults.clear()
    run = line.run("queue", "run")
    assert run.code == 0, run.err
    assert len(run.lines) == 1
    assert line.run("ls").out.count("big.bin") == 1


def test_a_closed_pipe_is_no_accident(line: CommandLine, tmp_path: Path) -> None:
    process = line.start("ls")
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert err == ""


def test_setting_a_key_without_a_key_ring_says_that_it_was_not_kept(line: CommandLine) -> None:
    done = CommandLine(line.profile, line.service, None, line.environment).run(
        "key", "set", stdin=f"{DEFAULT_KEY}\n"
    )
    assert done.code == 1
    assert "this run only" in done.out
    shown = CommandLine(line.profile, line.service, None, line.environment).run("key", "show")
    assert shown.out == "There is no key.\n"


def test_the_demo_takes_commands(line: CommandLine) -> None:
    done = line.run("--demo", "ls", "/")
    assert done.code == 0, done.err
    assert "Films/" in done.out
    assert not line.profile.exists()


def test_a_network_that_stays_away_is_not_waited_for_for_ever(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    away = CommandLine(line.profile, "http://127.0.0.1:9/v1", DEFAULT_KEY, line.environment)
    done = away.run("upload", str(tmp_path / "a.txt"), "--max-pause", "1")
    assert done.code == 1, done
    assert done.err
    # The service is back: what was queued goes on.
    assert [row.split("\t")[1] for row in line.run("queue", "run").lines] == ["a.txt"]


def test_two_commands_at_a_time_share_one_profile(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(name.encode() * 300_000)
    service.faults.add(Fault("upload.cgi", "slow", rate=600_000, calls="*"))
    first = line.start("upload", str(tmp_path / "one"))
    wait_for(lambda: "upload/get_upload_server" in service.requests.endpoints())
    # It outlasts the first, who waits for it before he ends.
    second = line.run("upload", str(tmp_path / "two"))
    out, err = first.communicate(timeout=30)
    assert (first.returncode, second.code) == (0, 0), (err, second.err)
    assert out.endswith("\tone\n")
    assert second.out.endswith("\ttwo\n")
    assert len(out.splitlines()) == len(second.lines) == 1

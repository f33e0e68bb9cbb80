"""The commands that change the account, as people and scripts run them."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.organising_world import service_tree
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault

if sys.platform != "win32":
    import pty

pytestmark = pytest.mark.story

CHANGING = {"file/mv", "file/rename", "file/cp", "file/rm", "folder/mkdir", "folder/mv", "folder/rm"}


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        for path in ("/Films/2024/a.mkv", "/Films/2024/b.mkv", "/Films/c.mkv", "/notes.txt"):
            running.service.add_file(path, path.encode())
        running.service.add_folder("/Backups")
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))


def paths(service: ThreadedSimulator) -> list[str]:
    return sorted(path for path, _url in service_tree(service.service).elements())


def link_of(service: ThreadedSimulator, path: str) -> str:
    file = service.service.file_at(path)
    assert file is not None
    return service.service.link(file)


def changes(service: ThreadedSimulator) -> list[str]:
    return [endpoint for endpoint in service.requests.endpoints() if endpoint in CHANGING]


def test_folders_are_made(line: CommandLine, service: ThreadedSimulator) -> None:
    done = line.run("mkdir", "/New", "/Films/2025")
    assert (done.code, done.out, done.err) == (0, "/New\n/Films/2025\n", "")
    there = line.run("mkdir", "/New", "/Later")
    assert (there.code, there.out) == (1, "/Later\n")
    assert there.err.startswith("/New: ")
    deep = line.run("mkdir", "/One/Two/Three")
    assert deep.code == 1
    assert "/One/Two/Three" in deep.err
    assert line.run("mkdir", "-p", "/One/Two/Three", "/New", "--dry-run").out == "/One/Two/Three\n"
    assert "/One/" not in paths(service)
    made = line.run("mkdir", "-p", "/One/Two/Three", "/New")
    assert (made.code, made.out) == (0, "/One/Two/Three\n")
    assert {"/New/", "/Films/2025/", "/Later/", "/One/Two/Three/"} <= set(paths(service))


def test_files_and_folders_move_by_path_and_by_link(line: CommandLine, service: ThreadedSimulator) -> None:
    link = link_of(service, "/notes.txt")
    words = ("mv", "/Films/2024", "/Films/c.mkv", link, "/nothing", "--to", "/Archive/Old")
    planned = line.run(*words, "--dry-run")
    assert planned.lines == [
        "/Films/2024 → /Archive/Old/2024",
        "/Films/c.mkv → /Archive/Old/c.mkv",
        "/notes.txt → /Archive/Old/notes.txt",
    ]
    assert planned.code == 1
    assert changes(service) == []
    done = line.run(*words)
    assert (done.code, sorted(done.lines)) == (1, sorted(planned.lines))
    assert "/nothing" in done.err
    assert {"/Archive/Old/2024/a.mkv", "/Archive/Old/c.mkv", "/Archive/Old/notes.txt"} <= set(paths(service))
    assert "/notes.txt" not in paths(service)
    inside = line.run("mv", "/Archive", "--to", "/Archive/Old/2024/New")
    assert inside.code == 1
    assert inside.err.startswith("Archive: ")
    assert "/Archive/Old/2024/New/" not in paths(service)


def test_thousands_move_in_few_requests(line: CommandLine, service: ThreadedSimulator) -> None:
    links = [service.service.link(service.service.add_file(f"/Many/{n}.bin", b"%d" % n)) for n in range(250)]
    assert line.run("ls", "/Many").code == 0
    service.requests.clear()
    done = line.run("mv", *links, "--to", "/Backups", "--json")
    moved = [report for report in done.json if report["kind"] == "moved"]
    assert (done.code, len(moved)) == (0, 250)
    assert {report["link"] for report in moved} == set(links)
    assert all(report["path"] == f"/Backups/{report['name']}" for report in moved)
    assert changes(service) == ["file/mv"] * 3
    assert service.requests.endpoints().count("file/info") == 0


def test_copies_print_their_links(line: CommandLine, service: ThreadedSimulator) -> None:
    service.service.add_user("you@example.org", "another-key-another-key-another-k")
    foreign = service.service.add_file("/theirs.bin", b"theirs", email="you@example.org")
    done = line.run("cp", "/Films", service.service.link(foreign), "--to", "/Backups")
    assert done.code == 0, done.err
    links = dict(reversed(row.split("\t")) for row in done.lines)
    assert set(links) == {"a.mkv", "b.mkv", "c.mkv", "theirs.bin"}
    assert links["theirs.bin"] == link_of(service, "/Backups/theirs.bin")
    assert links["a.mkv"] == link_of(service, "/Backups/Films/2024/a.mkv")
    assert {"/Films/2024/a.mkv", "/Films/c.mkv"} <= set(paths(service))
    service.requests.clear()
    planned = line.run("cp", "/Films", "/notes.txt", "--to", "/Elsewhere", "--dry-run")
    assert planned.lines == ["/Films → /Elsewhere/Films", "/notes.txt → /Elsewhere/notes.txt"]
    assert changes(service) == []


def test_many_links_of_others_are_asked_for_together(line: CommandLine, service: ThreadedSimulator) -> None:
    service.service.add_user("you@example.org", "another-key-another-key-another-k")
    links = []
    for number in range(120):
        file = service.service.add_file(f"/{number}.bin", b"%d" % number, email="you@example.org")
        links.append(service.service.link(file))
    dead = "https://1fichier.com/?zzzzzzzzzzzzzzzzzzzz"
    done = line.run("cp", *links, dead, "--to", "/Backups")
    assert (done.code, len(done.lines)) == (1, 120)
    assert done.err.startswith(f"{dead}: ")
    asked = service.requests.endpoints()
    assert (asked.count("check_links.pl"), asked.count("file/info"), asked.count("file/cp")) == (2, 0, 2)
    assert len([path for path in paths(service) if path.startswith("/Backups/")]) == 121


def test_a_folder_that_is_published_is_no_file(line: CommandLine) -> None:
    done = line.run("mv", "https://1fichier.com/dir/abcdefgh", "--to", "/Backups")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("https://1fichier.com/dir/abcdefgh: ")


def test_others_files_stay_where_they_are(line: CommandLine, service: ThreadedSimulator) -> None:
    service.service.add_user("you@example.org", "another-key-another-key-another-k")
    foreign = service.service.add_file("/theirs.bin", b"theirs", email="you@example.org")
    done = line.run("rm", "--yes", service.service.link(foreign))
    assert (done.code, done.out) == (1, "")
    assert done.err
    assert changes(service) == []


def test_items_get_new_names(line: CommandLine, service: ThreadedSimulator) -> None:
    link = link_of(service, "/notes.txt")
    words = ("rename", "/Films", "Cinema", link, 'what "it" cost.txt', "/Backups", "Backups")
    assert line.run(*words, "--dry-run").lines == [
        "/Films → /Cinema",
        '/notes.txt → /what "it" cost.txt',
    ]
    assert changes(service) == []
    done = line.run(*words, "--json")
    assert done.code == 0
    told = [(report["from"], report["path"]) for report in done.json if report["kind"] == "moved"]
    assert sorted(told) == [("/Films", "/Cinema"), ("/notes.txt", '/what "it" cost.txt')]
    assert {"/Cinema/2024/a.mkv", '/what "it" cost.txt', "/Backups/"} <= set(paths(service))
    taken = line.run("rename", "/Cinema", "Backups", "/Cinema/c.mkv", "d.mkv")
    assert taken.code == 1
    assert taken.lines == ["/Cinema/c.mkv → /Cinema/d.mkv"]
    assert taken.err.startswith("/Cinema: ")


def test_what_is_deleted_is_counted_first(line: CommandLine, service: ThreadedSimulator) -> None:
    before = paths(service)
    refused = line.run("rm", "/notes.txt")
    assert refused.code == 2
    assert "--yes" in refused.err
    planned = line.run("rm", "/Films", "/Films/2024", "/notes.txt", "--dry-run")
    assert (planned.code, planned.lines) == (0, ["/notes.txt", "/Films"])
    assert "4 files and 2 folders" in planned.err
    assert paths(service) == before
    link = link_of(service, "/notes.txt")
    done = line.run("rm", "--yes", "/Films", link, "/nothing", "--json")
    assert done.code == 1
    kinds = [report["kind"] for report in done.json]
    assert kinds == ["skipped", "deletes", "deleted", "deleted", "ended"]
    assert {report["path"] for report in done.json if report["kind"] == "deleted"} == {"/Films", "/notes.txt"}
    assert done.json[1]["files"] == 4
    assert paths(service) == ["/Backups/"]
    assert line.run("rm", "--yes", "/").code == 1
    assert paths(service) == ["/Backups/"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("answer", "is_deleted"), [("y", True), ("n", False), ("", False)])
def test_a_terminal_is_asked(
    line: CommandLine, service: ThreadedSimulator, answer: str, is_deleted: bool
) -> None:
    code, told = on_terminal(line, answer, "rm", "/Films", "/nothing")
    assert told.count("Delete 3 files and 2 folders, 46 B?") == 1, told
    assert told.count("/nothing: ") == 1
    assert "transfers" not in told
    assert code == 1
    assert ("/Films/" not in paths(service)) is is_deleted
    assert ("Nothing was deleted." in told) is not is_deleted


def on_terminal(line: CommandLine, answer: str, *words: str) -> tuple[int, str]:
    """Exit code and everything that was shown."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, line.command(*words), line.env())
    shown = b""
    is_answered = False
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if b"[y/N]" in shown and not is_answered:
            is_answered = True
            os.write(terminal, f"{answer}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["mv", "/a"],
        ["cp", "a", "--to", "/b"],
        ["rename", "/a"],
        ["rename", "/a", "b/c"],
        ["rename", "a", "b"],
        ["mkdir", "a"],
        ["--demo", "rm", "/Films"],
    ],
)
def test_what_is_not_understood_is_two(line: CommandLine, arguments: list[str]) -> None:
    done = line.run(*arguments)
    assert done.code == 2
    assert done.err
    assert not line.profile.exists()


def test_a_pause_that_is_too_long_ends_the_change(line: CommandLine, service: ThreadedSimulator) -> None:
    service.faults.add(Fault("file/mv", "flood"))
    done = line.run("mv", "/notes.txt", "--to", "/Backups", "--max-pause", "2")
    assert done.code == 4, done
    assert not list(line.profile.rglob("edits.jsonl")), "a window that opens later would go on with it"
    assert "/notes.txt" in paths(service)


def test_a_refused_key_is_three(line: CommandLine, tmp_path: Path) -> None:
    """Each in a profile of its own: in one, a folder is listed again after half a minute only."""
    key = "wrong-wrong-wrong-wrong-wrong-wr"
    for words in (["mkdir", "/New"], ["mv", "/notes.txt", "--to", "/Backups"], ["rm", "--yes", "/notes.txt"]):
        other = CommandLine(tmp_path / words[0], line.service, key, line.environment)
        assert other.run(*words).code == 3


@pytest.fixture
async def owner(service: ThreadedSimulator, tmp_path: Path) -> AsyncIterator[Program]:
    options = options_for(tmp_path / "profile", service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    await program.session.start()
    yield program
    await program.close()


async def test_a_running_window_does_it_and_can_take_it_back(
    owner: Program, line: CommandLine, service: ThreadedSimulator
) -> None:
    before = paths(service)
    without_key = CommandLine(line.profile, line.service, None, line.environment)
    done = await without_key.run_beside("mv", "/notes.txt", "/Films/c.mkv", "--to", "/Backups")
    assert (done.code, done.err) == (0, "")
    assert {"/Backups/notes.txt", "/Backups/c.mkv"} <= set(paths(service))
    organising = await owner.organising()
    assert organising.can_undo
    number = await organising.undo()
    assert number is not None
    await organising.finished(number)
    assert paths(service) == before
    gone = await without_key.run_beside("rm", "--yes", "/Films", "/nothing")
    assert gone.code == 1
    assert gone.out == "/Films\n"
    assert "/nothing" in gone.err
    assert [entry.name for entry in await organising.deleted.entries()][:1] == ["Films"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
async def test_who_interrupts_a_command_ends_what_the_window_does_for_it(
    owner: Program, line: CommandLine, service: ThreadedSimulator
) -> None:
    links = [service.service.link(service.service.add_file(f"/Many/{n}.bin", b"%d" % n)) for n in range(300)]
    await owner.browse.open_folder(await owner.browse.resolve("/Many"))
    service.faults.add(Fault("file/mv", "delay", seconds=0.5, calls="*"))
    process = line.start("mv", *links, "--to", "/Backups")
    await until(lambda: "file/mv" in service.requests.endpoints())
    process.send_signal(signal.SIGINT)
    _, err = await asyncio.to_thread(process.communicate)
    assert process.returncode == 130
    assert "Traceback" not in err
    organising = await owner.organising()
    await until(lambda: not organising.unfinished)
    moved = len(service.service.files_at("/Backups"))
    assert 100 <= moved < 300
    assert len(service.service.files_at("/Many")) == 300 - moved

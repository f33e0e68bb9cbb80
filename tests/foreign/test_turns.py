"""rclone and this program use one account in turn, and after each turn both see the same tree.

This program is one long-lived core, as behind an open window, that its own command line tells what to do:
what it knows from before rclone's turn must not lead it astray. Neither side is told what the other did.
"""

import asyncio
import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.quick_rules import QUICK
from support.simulator import DEFAULT_EMAIL, DEFAULT_KEY, Service, quiet_switches
from support.tls_proxy import ForeignWorld, foreign_world, rclone_settings

from fichier_gui.api.address import DEFAULT_BASE
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.names import decode_name
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator import whirlpool
from fichier_gui.simulator.content import read_all

pytestmark = [
    pytest.mark.foreign,
    pytest.mark.skipif(os.name == "nt", reason="the names of this test cannot be on a Windows disk"),
]

Tree = Counter[tuple[str, int, str]]
"""Path, size and Whirlpool checksum of each file; ``path/``, 0 and nothing of each folder."""

ODD = (
    "q\"uo<te>\\ '$' `tick`.txt",
    " tab\tline\nend\x7f ",
    "‛full＂width‛.txt",
    os.fsdecode(b"latin \xe9.txt"),
    "nai\u0308ve.txt",
    "na\u00efve.txt",
    "␠🎬␠",
)
"""Forbidden characters, their look-alikes as they are, bytes that are no UTF-8, one name in two spellings."""
ODD_FOLDER = " <$HOME> ‛＂ "
RENAMED = {ODD[0]: "plain.txt", ODD[1]: "‛full＂.txt", ODD[6]: "été.bin"}
"""By rclone. Difference that must be: its renaming stores a name as rclone writes it, without the encoding of
its uploads, so that "‛‛＂" is read as ‛" by both from then on."""
AS_THEY_ARE = ("--create-empty-src-dirs", "--no-unicode-normalization")
"""For rclone's copies: empty folders too, and names that differ in their spelling alone are two."""


class LaterClock(SystemClock):
    """The machine's clock, with what is skipped between turns."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def turn(self) -> None:
        """The service lets a folder be read once in 30 s: who looks sooner is shown what was seen last."""
        self._skipped += 31.0

    def time(self) -> float:
        return super().time() + self._skipped

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped


@dataclass(frozen=True)
class Turns:
    """The account, and who takes turns on it."""

    world: ForeignWorld
    rclone_environment: dict[str, str]
    program: Program
    line: CommandLine
    clock: LaterClock

    async def rclone(self, *words: str) -> str:
        """One command of rclone's; what it printed."""
        program = shutil.which("rclone", path=self.rclone_environment["PATH"]) or "rclone"
        run = await asyncio.to_thread(
            subprocess.run,
            [program, *words, "--retries", "1", "--low-level-retries", "1"],
            env=self.rclone_environment,
            capture_output=True,
            check=False,
            timeout=100,
        )
        assert run.returncode == 0, run.stderr.decode(errors="replace")
        return run.stdout.decode()

    async def ours(self, *words: str) -> list[str]:
        """One command of ours, carried out by the core that runs; the lines it printed."""
        self.clock.turn()
        done = await self.line.run_beside(*words)
        assert done.code == 0, done
        return done.lines

    async def agree(self) -> Tree:
        """What both see, and the service holds."""
        self.clock.turn()
        rclones, ours = await asyncio.gather(self.as_rclone_sees_it(), self.as_we_see_it())
        held, printed = self.as_it_is(), _in_json(ours)
        assert (ours - held, held - ours) == (Tree(), Tree())
        assert (printed - rclones, rclones - printed) == (Tree(), Tree())
        return ours

    async def as_rclone_sees_it(self) -> Tree:
        """A recursive listing with checksums. Its pacer waits 0.4 s between calls."""
        entries = json.loads(await self.rclone("lsjson", "-R", "--hash", "onef:"))
        return Counter(
            ("/" + entry["Path"] + "/", 0, "")
            if entry["IsDir"]
            else ("/" + entry["Path"], entry["Size"], entry["Hashes"]["whirlpool"])
            for entry in entries
        )

    async def as_we_see_it(self, top: FolderId = ROOT, path: str = "") -> Tree:
        """Every folder asked anew, as by Refresh."""
        listing = await self.program.browse.fetch_folder(top)
        tree: Tree = Counter(
            (f"{path}/{file.name}", file.size, file.checksum or "") for file in listing.files
        )
        for folder in listing.folders:
            inner = f"{path}/{folder.name}"
            tree[f"{inner}/", 0, ""] += 1
            tree += await self.as_we_see_it(folder.id, inner)
        return tree

    def as_it_is(self) -> Tree:
        """The service's own state, names decoded."""
        service, tree = self.world.running.service, Tree()
        with service.lock:
            user = service.state.users[DEFAULT_EMAIL]
            for folder in user.folders.values():
                path = "/".join(map(decode_name, service.state.path(user, folder).strip("/").split("/")))
                here = f"/{path}" if path else ""
                if path:
                    tree[f"{here}/", 0, ""] += 1
                for file in service.state.live_files(folder):
                    data = read_all(file.content)
                    tree[f"{here}/{decode_name(file.name)}", len(data), whirlpool.hexdigest(data)] += 1
        return tree


def _as_rclone_writes(name: str) -> str:
    """Difference that must be: in paths rclone writes control characters as pictures, and its quote twice."""
    return name.translate({**{n: 0x2400 + n for n in range(0x20)}, 0x7F: "␡", ord("‛"): "‛‛"})


def _in_json(tree: Tree) -> Tree:
    """Difference that must be: JSON has no bytes, so rclone prints those that are no UTF-8 as U+FFFD."""
    return Counter(
        {
            (os.fsencode(_as_rclone_writes(path)).decode(errors="replace"), size, digest): count
            for (path, size, digest), count in tree.items()
        }
    )


def _onef(*names: str) -> str:
    return "onef:" + "/".join(map(_as_rclone_writes, names))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[ForeignWorld]:
    service = Service(limits=False, switches=quiet_switches(), seed=1)
    (tmp_path / "authority").mkdir()
    with foreign_world(tmp_path / "authority", service) as world:
        yield world


@pytest.fixture
async def turns(world: ForeignWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Turns]:
    for name in ("HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, world.environment[name])
    options = options_for(tmp_path / "profile", None, key=Secret(DEFAULT_KEY), keychain=False)
    clock = LaterClock()
    program = await Program.open(replace(options, budget_rules=QUICK, clock=clock))
    home = tmp_path / "home"
    line = CommandLine(tmp_path / "profile", DEFAULT_BASE, None, environment(home))
    try:
        await program.session.start()
        yield Turns(world, world.environment | rclone_settings(home), program, line, clock)
    finally:
        await program.close()


def _written(folder: Path, names: tuple[str, ...], said: str) -> Path:
    folder.mkdir(parents=True)
    for number, name in enumerate(names):
        (folder / name).write_bytes(f"{said} {number}".encode() * (number + 1))
    return folder


def _paths(tree: Tree, below: str) -> set[str]:
    """The paths in a folder, without its own."""
    return {path.removeprefix(below) for path, _size, _digest in tree if path.startswith(below)} - {""}


async def test_both_see_one_tree_after_every_turn(turns: Turns, tmp_path: Path) -> None:
    # Each writes the same odd names; ours also what lies twice, which rclone cannot make.
    ours, theirs = _written(tmp_path / "ours", ODD, "ours"), _written(tmp_path / "theirs", ODD, "rclone")
    first = _written(tmp_path / "first", ("same.txt", "other.txt"), "first")
    second = _written(tmp_path / "second", ("same.txt",), "second")
    (theirs / ODD_FOLDER).mkdir()
    await turns.ours("upload", str(ours), "--to", "/")
    await turns.ours("upload", *(str(path) for path in first.iterdir()), "--to", "/twice")
    await turns.ours("upload", str(second / "same.txt"), "--to", "/twice")
    await turns.ours("mkdir", f"/ours/{ODD_FOLDER}", "/empty", "/doomed")
    await turns.rclone("copy", *AS_THEY_ARE, f":local,encoding=Raw:{theirs}", "onef:theirs")
    tree = await turns.agree()
    assert _paths(tree, "/theirs/") == _paths(tree, "/ours/") == {*ODD, f"{ODD_FOLDER}/"}
    assert sorted(path for path, _, _ in tree if path.startswith("/twice/s")) == ["/twice/same.txt"] * 2

    # Each renames and moves what the other wrote. rclone tells two files of one name apart, and puts a new
    # folder in the place of one that we know.
    await asyncio.gather(
        *(
            turns.rclone("moveto", _onef("ours", name), _onef("ours", ODD_FOLDER, new))
            for name, new in RENAMED.items()
        ),
        turns.rclone("dedupe", "rename", "onef:twice"),
        turns.rclone("purge", "onef:doomed"),
    )
    await turns.rclone("mkdir", "onef:doomed")
    inside = f"/theirs/{ODD_FOLDER}"
    await turns.ours("mv", *(f"/theirs/{name}" for name in ODD), "--to", inside)
    await turns.ours("rename", *(word for name in ODD for word in (f"{inside}/{name}", f"2 {name}")))
    await turns.ours("rename", "/twice/same-1.txt", "same.txt", "/twice/same-2.txt", "two.txt")
    await turns.ours("cp", "/twice/two.txt", "--to", "/doomed")
    await turns.ours("mv", "/twice", "--to", "/doomed")
    tree = await turns.agree()
    assert _paths(tree, f"{inside}/") == {f"2 {name}" for name in ODD}
    assert _paths(tree, f"/ours/{ODD_FOLDER}/") == {
        decode_name(_as_rclone_writes(n)) for n in RENAMED.values()
    }
    assert _paths(tree, "/doomed/") == {
        "two.txt", "twice/", "twice/same.txt", "twice/two.txt", "twice/other.txt"
    }  # fmt: skip

    # Folders move and go: by one what the other made. Difference that must be: rclone always sends a name
    # with a folder's move, and the service, which then ignores where to, gives the name alone.
    await asyncio.gather(
        turns.rclone("moveto", "onef:doomed/twice", "onef:empty/thrice"),
        turns.rclone("deletefile", "onef:doomed/two.txt"),
        turns.rclone("purge", "onef:ours"),
    )
    await turns.ours("mv", "/doomed/thrice", "--to", "/empty")
    await turns.ours("rm", "--yes", "/empty/thrice/other.txt", "/theirs")
    tree = await turns.agree()
    left = {"empty/thrice/same.txt", "empty/thrice/two.txt"}
    assert _paths(tree, "/") == {"doomed/", "empty/", "empty/thrice/", *left}

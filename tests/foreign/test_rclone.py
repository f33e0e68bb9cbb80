"""rclone, the most used client of 1fichier, takes the simulator for the real service.

rclone waits 0.4 s between calls, so independent stories run side by side, and each test reads one of them.
"""

import json
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.simulator import Service
from support.tls_proxy import ForeignWorld

from fichier_gui.simulator import whirlpool
from fichier_gui.simulator.content import read_all

pytestmark = pytest.mark.foreign

TREE = {
    "hello.txt": b"Hello world\n",
    "été/naïve café.txt": "accents: éàüñ\n".encode(),
    "été/q\"uo<te>\\ 'dollar' $ `tick`.txt": b"forbidden characters\n",
    "été/ edge ": b"spaces at both edges\n",
    "été/emoji 🎬.bin": bytes(range(256)) * 700,
}


@dataclass(frozen=True)
class Done:
    """What one rclone run answered."""

    code: int
    out: str
    error: str


class Rclone:
    """Runs rclone on the simulated account."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._program = shutil.which("rclone") or "rclone"

    def __call__(self, *arguments: str, **environment: str) -> Done:
        run = subprocess.run(
            [self._program, *arguments, "--retries", "1", "--low-level-retries", "1"],
            env=self._environment | environment,
            capture_output=True,
            check=False,
            timeout=100,
        )
        return Done(run.returncode, run.stdout.decode(), run.stderr.decode())


def _write(folder: Path) -> Path:
    for name, data in TREE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def _read(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _stored() -> dict[str, bytes]:
    """The tree as rclone stores it: it swaps what the service forbids for full-width look-alikes."""
    look_alikes = str.maketrans("\"<>\\'$`", "＂＜＞＼＇＄｀")
    stored = {name.translate(look_alikes): data for name, data in TREE.items()}
    stored["été/␠edge␠"] = stored.pop("été/ edge ")
    return stored


def _up(rclone: Rclone, service: Service, folder: Path) -> dict[str, Any]:
    source = _write(folder)
    return {
        "up": rclone("copy", str(source), "onef:Up"),
        "check": rclone("check", str(source), "onef:Up"),
    }


def _down(rclone: Rclone, service: Service, folder: Path) -> dict[str, Any]:
    for name, data in _stored().items():
        service.add_file(f"/Down/{name}", data)
    return {"down": rclone("copy", "onef:Down", str(folder)), "received": _read(folder)}


def _server_side(rclone: Rclone, service: Service, folder: Path) -> dict[str, Any]:
    done = {
        "rename": rclone("moveto", "onef:Side/a.txt", "onef:Side/b.txt"),
        "move": rclone("moveto", "onef:Side/c.txt", "onef:Side/sub/d.txt"),
        "copy": rclone("copyto", "onef:Side/b.txt", "onef:Side/e.txt"),
        "delete": rclone("deletefile", "onef:Side/doomed.txt"),
    }
    return done | {"tree": service.tree()}


def _listing(rclone: Rclone, service: Service, folder: Path) -> dict[str, Any]:
    done = {
        "lsd": rclone("lsd", "onef:Listed"),
        "lsjson": rclone("lsjson", "-R", "--hash", "onef:Listed"),
        "about": rclone("about", "--json", "onef:"),
        "wrong key": rclone("lsd", "onef:", RCLONE_CONFIG_ONEF_API_KEY="wrong-key-wrong-key-wrong-key-wr"),
        "purge": rclone("purge", "onef:Purged"),
    }
    return done | {"tree": service.tree()}


STORIES: list[Callable[[Rclone, Service, Path], dict[str, Any]]] = [_up, _down, _server_side, _listing]


@pytest.fixture(scope="module")
def done(
    foreign: ForeignWorld, rclone_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    service, rclone = foreign.running.service, Rclone(rclone_environment)
    for name in ("a.txt", "c.txt", "doomed.txt"):
        service.add_file(f"/Side/{name}", b"server side: " + name.encode())
    service.add_folder("/Side/sub")
    service.add_file("/Listed/Inner/été.txt", b"Hello world\n")
    service.add_file("/Purged/Inner/x.txt", b"x")
    service.add_file("/Purged/y.txt", b"y")
    with ThreadPoolExecutor(len(STORIES)) as pool:
        going = [pool.submit(story, rclone, service, tmp_path_factory.mktemp("rclone")) for story in STORIES]
        return {name: value for story in going for name, value in story.result().items()}


def _fine(answer: Done) -> Done:
    assert answer.code == 0, answer.error
    return answer


def test_lsd(done: dict[str, Any]) -> None:
    assert _fine(done["lsd"]).out.split()[-1] == "Inner"


def test_lsjson_with_hash(done: dict[str, Any]) -> None:
    entries = {entry["Path"]: entry for entry in json.loads(_fine(done["lsjson"]).out)}
    assert entries["Inner"]["IsDir"]
    file = entries["Inner/été.txt"]
    assert file["Size"] == 12
    assert file["Hashes"]["whirlpool"] == whirlpool.hexdigest(b"Hello world\n")


def test_copy_of_a_tree_up(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    _fine(done["up"])
    service = foreign.running.service
    stored = {
        path.removeprefix("Up/"): read_all(service.file_at("/" + path).content)
        for path in service.tree()
        if path.startswith("Up/") and not path.endswith("/")
    }
    assert stored == _stored()


def test_check_compares_rclones_own_whirlpool(done: dict[str, Any]) -> None:
    assert f"{len(TREE)} matching files" in _fine(done["check"]).error
    assert "0 differences found" in done["check"].error


def test_copy_of_a_tree_down(done: dict[str, Any]) -> None:
    _fine(done["down"])
    assert done["received"] == TREE


def test_moveto_renames_and_moves(done: dict[str, Any]) -> None:
    _fine(done["rename"])
    _fine(done["move"])
    assert {"Side/b.txt", "Side/sub/d.txt"} <= set(done["tree"])
    assert not {"Side/a.txt", "Side/c.txt"} & set(done["tree"])


def test_copyto_server_side(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    _fine(done["copy"])
    copied = foreign.running.service.file_at("/Side/e.txt")
    assert read_all(copied.content) == b"server side: a.txt"
    assert foreign.running.requests.all("file/cp")


def test_deletefile(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    _fine(done["delete"])
    assert "Side/doomed.txt" not in foreign.running.service.tree()


def test_purge(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    _fine(done["purge"])
    assert not [path for path in foreign.running.service.tree() if path.startswith("Purged")]


def test_about(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    numbers = json.loads(_fine(done["about"]).out)
    assert numbers["total"] == foreign.running.service.main_user.allowed_storage


def test_a_wrong_key(done: dict[str, Any]) -> None:
    assert done["wrong key"].code != 0
    assert "No such user" in done["wrong key"].error


def test_rclone_came_by_the_real_names(foreign: ForeignWorld, done: dict[str, Any]) -> None:
    hosts = {host.rsplit(":", 1)[0] for host in foreign.proxy.hosts}
    assert "api.1fichier.com" in hosts
    assert any(host.startswith("up") for host in hosts)
    assert any(host.startswith("a-") for host in hosts)
    assert all(host.endswith("1fichier.com") for host in hosts)
    agents = {record.user_agent.split("/")[0] for record in foreign.running.requests.all()}
    assert agents == {"rclone"}

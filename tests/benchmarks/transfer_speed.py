"""Transfers of the real program against rclone and curl, over TLS, in the same run.

    python tests/benchmarks/transfer_speed.py [--mebibytes 1024] [--rounds 3] [--folder /dev/shm] [--verified]

The simulated service runs in a process of its own under 1fichier's own names; both clients reach it through
one CONNECT proxy that only pipes bytes. Files lie in memory where there is a memory file system, so that no
disk is measured. The simulator knows the checksum of the one file in advance: its own hashing is not measured
either. Each figure is the median of the rounds, over whole processes: start, sign-in, listing, link, bytes,
checks.
CPU seconds are user + system of the client's process; "start" is what the same command takes for a file of
one byte, and "net" is the rest. curl moves bytes over one connection and does nothing else: its link is
asked for before its clock runs, it verifies nothing, and its upload is not waited for.

In life the service is another machine: here its process gives way to the clients.
The program runs as users install it: without click, which tests bring along and httpx would import.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import filecmp
import json
import os
import platform
import shutil
import signal
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.memory import memory_folder, touch_memory
from support.simulator import DEFAULT_KEY, quiet_switches
from support.tls_proxy import ConnectProxy, ThrowAwayAuthority, rclone_settings

from fichier_gui.domain.settings import Settings
from fichier_gui.simulator import http_face
from fichier_gui.simulator.content import DiskContent, PatternContent, checksum
from fichier_gui.simulator.server import ServerOptions, SimulatorServer
from fichier_gui.simulator.service import Service
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.settings_file import SettingsFile

GIB = 1 << 30
COPIES = 4
"""Of the large file that lie in memory at one time, at most."""
START_SECONDS = 30.0
AS_INSTALLED = (
    "import sys; sys.modules['click'] = None; from fichier_gui.__main__ import main; sys.exit(main())"
)
PROGRAM = (sys.executable, "-c", AS_INSTALLED)
SMALL = "small.bin"
LARGE = "large.bin"


@dataclass(frozen=True)
class Spent:
    """What one run of a client took, in seconds."""

    wall: float
    cpu: float


@dataclass
class Bench:
    """Where everything is."""

    folder: Path
    authority: ThrowAwayAuthority
    proxy: ConnectProxy
    port: int
    runs: int = 0
    spent: dict[tuple[str, str], list[Spent]] = field(default_factory=dict)

    @property
    def source(self) -> Path:
        return self.folder / LARGE

    @property
    def small(self) -> Path:
        return self.folder / SMALL

    def fresh(self, name: str) -> Path:
        self.runs += 1
        path = self.folder / f"{name}-{self.runs}"
        path.mkdir()
        return path


# The service ----------------------------------------------------------------


async def serve(folder: Path, sums: dict[str, str]) -> None:
    """The simulator, with two files that it knows by heart."""
    if hasattr(os, "nice"):
        os.nice(10)
    # What arrives is one of the two files: the sum is known by the size, and no time goes into hashing.
    by_size = {(folder / name).stat().st_size: digest for name, digest in sums.items()}

    def known(content: DiskContent, _go_on: Callable[[], bool]) -> str:
        return by_size[content.size]

    http_face.checksum = known
    service = Service(limits=False, switches=quiet_switches(), root=folder / "service")
    for name, digest in sums.items():
        path = folder / name
        service.add_file(f"/{name}", DiskContent(path, path.stat().st_size), sum_known=digest)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "server.pem", folder / "server.key")
    server = SimulatorServer(service, ServerOptions(tls=tls, node_host="up{n}.1fichier.com"))
    await server.start()
    (folder / "ready.new").write_text(str(server.port))
    (folder / "ready.new").rename(folder / "ready")
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await server.stop()


@contextlib.contextmanager
def serving(folder: Path, sums: dict[str, str]) -> Iterator[int]:
    """The service in its own process; its port."""
    command = [sys.executable, __file__, "--serve", str(folder), "--sums", json.dumps(sums)]
    process = subprocess.Popen(command)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not (folder / "ready").exists():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the service did not start")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
        yield int((folder / "ready").read_text())
    finally:
        process.terminate()
        process.wait()


def ask(bench: Bench, endpoint: str, **fields: object) -> dict[str, object]:
    """One call of the service, past the proxy."""
    request = urllib.request.Request(
        f"https://localhost:{bench.port}/v1/{endpoint}.cgi",
        json.dumps(fields).encode(),
        {"Authorization": f"Bearer {DEFAULT_KEY}", "Content-Type": "application/json"},
    )
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        urllib.request.HTTPSHandler(context=bench.authority.client_context()),
    )
    with opener.open(request) as answer:
        return json.load(answer)


def folder_of_uploads(bench: Bench) -> int:
    made = ask(bench, "folder/mkdir", name=f"Up {bench.runs} {time.monotonic_ns()}", folder_id=0)
    return int(str(made["folder_id"]))


def check_and_forget(bench: Bench, folder_id: int, source: Path) -> None:
    """The uploaded bytes are the right ones; then the memory they take is given back."""
    items = ask(bench, "file/ls", folder_id=folder_id)["items"]
    assert isinstance(items, list)
    assert len(items) == 1, items
    kept = [path for path in (bench.folder / "service" / "content").iterdir() if path.is_file()]
    if not any(filecmp.cmp(path, source, shallow=False) for path in kept):
        raise RuntimeError("the service holds other bytes than were sent")
    ask(bench, "file/rm", files=[{"url": item["url"]} for item in items])


# The clients ----------------------------------------------------------------


def run(command: list[str], environment: dict[str, str]) -> Spent:
    """Run a client to its end. Raises RuntimeError with what it said when it fails.

    Modules are compiled, as an installed program's are.
    """
    environment = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{command}: {process.returncode}\n{said.read().decode()}")
    return Spent(wall, usage.ru_utime + usage.ru_stime)


def ours(bench: Bench, verified: bool, *arguments: str) -> Spent:
    """The program without a window, in a new profile."""
    profile = bench.fresh("profile")
    settings = SettingsFile(ProfilePaths.in_folder(profile).settings)
    settings.save(Settings(verify_downloads=verified, verify_uploads=verified))
    environment = bench.proxy.environment(bench.authority) | {
        "FICHIER_API_KEY": DEFAULT_KEY,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    command, *rest = arguments
    options = ["--profile", str(profile), "--no-key-ring", "--ca-file", str(bench.authority.ca_file)]
    spent = run([*PROGRAM, command, *options, "--json", "--quiet", *rest], environment)
    shutil.rmtree(profile)
    return spent


def rclone(bench: Bench, verified: bool, source: str, target: str) -> Spent:
    """rclone with its defaults; it verifies unless told not to."""
    home = bench.fresh("home")
    environment = bench.proxy.environment(bench.authority) | rclone_settings(home)
    unchecked = [] if verified else ["--ignore-checksum"]
    spent = run(["rclone", "copyto", *unchecked, source, target], environment)
    shutil.rmtree(home)
    return spent


def curl(bench: Bench, *arguments: str) -> Spent:
    """Bytes from or to an address that is known already."""
    environment = bench.proxy.environment(bench.authority)
    return run(["curl", "-sS", "--fail", *arguments], environment)


def curl_down(bench: Bench, name: str, target: Path) -> Spent:
    items = ask(bench, "file/ls", folder_id=0)["items"]
    assert isinstance(items, list)
    link = next(item["url"] for item in items if item["filename"] == name)
    direct = ask(bench, "download/get_token", url=link)["url"]
    return curl(bench, "-o", str(target), str(direct))


def curl_up(bench: Bench, source: Path, folder_id: int) -> Spent:
    node = ask(bench, "upload/get_upload_server")
    form = ["-F", f"did={folder_id}", "-F", "domain=0", "-F", f"file[]=@{source}"]
    key = ["-H", f"Authorization: Bearer {DEFAULT_KEY}"]
    page = str(bench.folder / "page")
    return curl(bench, *key, *form, "-o", page, f"https://{node['url']}/upload.cgi?id={node['id']}")


def download(bench: Bench, client: str, verified: bool, name: str) -> Spent:
    target = bench.fresh("down")
    if client == "rclone":
        spent = rclone(bench, verified, f"onef:{name}", str(target / name))
    elif client == "curl":
        spent = curl_down(bench, name, target / name)
    else:
        spent = ours(bench, verified, "download", f"/{name}", "--to", str(target))
    if not filecmp.cmp(bench.folder / name, target / name, shallow=False):
        raise RuntimeError("other bytes came down than the service holds")
    shutil.rmtree(target)
    return spent


def upload(bench: Bench, client: str, verified: bool, name: str) -> Spent:
    source = bench.folder / name
    folder_id = folder_of_uploads(bench)
    listed = ask(bench, "folder/ls", folder_id=folder_id)["name"]
    if client == "rclone":
        spent = rclone(bench, verified, str(source), f"onef:{listed}/{name}")
    elif client == "curl":
        spent = curl_up(bench, source, folder_id)
    else:
        spent = ours(bench, verified, "upload", str(source), "--to", f"/{listed}")
    check_and_forget(bench, folder_id, source)
    return spent


# The table ------------------------------------------------------------------

JOBS = [("download", download), ("upload", upload)]
CLIENTS = ("fichier-gui", "rclone", "curl")


def clients(verified: bool) -> tuple[str, ...]:
    """curl verifies nothing."""
    return CLIENTS[:2] if verified else CLIENTS


def measure(bench: Bench, rounds: int, kinds: tuple[bool, ...]) -> None:
    """Clients take turns, so that a busy moment of the machine meets both."""
    for number in range(rounds):
        for job, act in JOBS:
            for verified in kinds:
                for client in clients(verified):
                    for name in (SMALL, LARGE):
                        spent = act(bench, client, verified, name)
                        way = f"{job}, {'verified' if verified else 'not verified'}, {name}"
                        bench.spent.setdefault((way, client), []).append(spent)
                        sys.stderr.write(f"{number + 1}/{rounds} {way}, {client}: {spent}\n")


def _median(spent: list[Spent], what: str) -> float:
    return statistics.median(getattr(one, what) for one in spent)


def table(bench: Bench, size: int, kinds: tuple[bool, ...]) -> str:
    """Markdown."""
    lines = [
        "| transfer | client | seconds | MB/s | CPU s/GiB | start | net CPU s/GiB |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    ratios = []
    for job, _ in JOBS:
        for kind in kinds:
            verified = "verified" if kind else "not verified"
            shown: dict[str, tuple[float, float, float]] = {}
            for client in clients(kind):
                large = bench.spent[f"{job}, {verified}, {LARGE}", client]
                start = _median(bench.spent[f"{job}, {verified}, {SMALL}", client], "cpu")
                wall, cpu = _median(large, "wall"), _median(large, "cpu")
                per_gib = GIB / size
                net = (cpu - start) * per_gib
                shown[client] = (size / wall, cpu * per_gib, net)
                lines.append(
                    f"| {job}, {verified} | {client} | {wall:.2f} | {size / wall / 1e6:.0f} "
                    f"| {cpu * per_gib:.2f} | {start:.2f} | {net:.2f} |"
                )
            mine = shown.pop(CLIENTS[0])
            ratios += [
                f"- {job}, {verified}, against {client}: {mine[0] / theirs[0]:.2f} times the throughput, "
                f"{mine[1] / theirs[1]:.2f} times the CPU, {mine[2] / theirs[2]:.2f} without the start"
                for client, theirs in shown.items()
            ]
    return "\n".join([*lines, "", *ratios])


def prepare(folder: Path, size: int) -> dict[str, str]:
    """The two files and their sums."""
    sums = {}
    for name, length in ((SMALL, 1), (LARGE, size)):
        content = PatternContent(7, length)
        with (folder / name).open("wb") as stream:
            for piece in content.pieces(0, length):
                stream.write(piece)
        sums[name] = checksum(DiskContent(folder / name, length))
    return sums


def main() -> None:
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--mebibytes", type=int, default=1024)
    line.add_argument("--rounds", type=int, default=3)
    line.add_argument("--folder", type=Path, default=memory_folder())
    line.add_argument("--verified", action="store_true", help="verified transfers only")
    line.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    line.add_argument("--sums", type=json.loads, help=argparse.SUPPRESS)
    arguments = line.parse_args()
    if arguments.serve:
        asyncio.run(serve(arguments.serve, arguments.sums))
        return
    size = arguments.mebibytes << 20
    kinds = (True,) if arguments.verified else (True, False)
    with tempfile.TemporaryDirectory(prefix="transfer-speed-", dir=arguments.folder) as name:
        folder = Path(name)
        authority = ThrowAwayAuthority(folder)
        touch_memory(COPIES * size)
        sums = prepare(folder, size)
        with serving(folder, sums) as port, ConnectProxy(("127.0.0.1", port)) as proxy:
            bench = Bench(folder, authority, proxy, port)
            measure(bench, arguments.rounds, kinds)
    said = subprocess.run(["rclone", "version"], capture_output=True, text=True, check=True).stdout
    options = f"--mebibytes {arguments.mebibytes} --rounds {arguments.rounds}"
    options += " --verified" if arguments.verified else ""
    machine = f"{said.splitlines()[0]}, Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"`python tests/benchmarks/transfer_speed.py {options}` ({machine}, TLS on loopback)\n")
    print(table(bench, size, kinds))


if __name__ == "__main__":
    main()

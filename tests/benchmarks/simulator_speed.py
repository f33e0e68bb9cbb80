"""How fast the simulator itself is, so that benchmarks know that they do not measure it.

    python tests/benchmarks/simulator_speed.py [--mebibytes 1024] [--rounds 3]

curl is the client: `curl -F` up and `curl -o /dev/null` down, plain and over TLS, directly and through the
CONNECT proxy. The simulator is a process of its own, as in the other benchmarks; it hashes what it received
after the body, which is not part of the figure. Best of the rounds, in MB/s (10^6 bytes).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.simulator import DEFAULT_KEY, simulator_process, wait_for
from support.tls_proxy import ConnectProxy, ThrowAwayAuthority

from fichier_gui.simulator.content import PatternContent

KEY = ("-H", f"Authorization: Bearer {DEFAULT_KEY}")
JSON = ("-H", "Content-Type: application/json")


@dataclass(frozen=True)
class Way:
    """One way from curl to the simulator: its options, and the API's address on it."""

    name: str
    options: tuple[str, ...]
    base_url: str


def curl(way: Way, *arguments: str) -> str:
    """curl's output. Raises CalledProcessError."""
    command = ["curl", "-sS", "--fail", *way.options, *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def ask(way: Way, endpoint: str, **fields: object) -> dict[str, str]:
    """One API call."""
    return json.loads(curl(way, *KEY, *JSON, "-d", json.dumps(fields), f"{way.base_url}/{endpoint}.cgi"))


def upload(way: Way, source: Path) -> tuple[float, str]:
    """Bytes a second of one upload, and the link of the file."""
    node = ask(way, "upload/get_upload_server")
    origin = f"{way.base_url.split('://')[0]}://{node['url']}"
    form = ("-F", f"file[]=@{source}", "-o", "/dev/null", "-w", "%{speed_upload}")
    speed = float(curl(way, *KEY, *form, f"{origin}/upload.cgi?id={node['id']}"))
    report: list[str] = []

    def hashed() -> bool:
        report.append(curl(way, "-H", "JSON: 1", f"{origin}/end.pl?xid={node['id']}"))
        return report[-1].startswith("{")

    wait_for(hashed, seconds=300)
    return speed, json.loads(report[-1])["links"][0]["download"]


def download(way: Way, link: str) -> float:
    """Bytes a second of one download."""
    url = ask(way, "download/get_token", url=link)["url"]
    return float(curl(way, "-o", "/dev/null", "-w", "%{speed_download}", url))


def measure(way: Way, source: Path, rounds: int) -> None:
    """One line of the table."""
    best_up = best_down = 0.0
    for _ in range(rounds):
        speed, link = upload(way, source)
        best_up = max(best_up, speed)
        best_down = max(best_down, download(way, link))
        ask(way, "file/rm", files=[{"url": link}])
    print(f"{way.name:<28}{best_up / 1e6:>10.0f}{best_down / 1e6:>12.0f}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mebibytes", type=int, default=1024)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    quiet = ("--limits", "off", "--switch", "wait_polls=0")
    with tempfile.TemporaryDirectory(prefix="speed-") as name:
        folder = Path(name)
        source, authority = folder / "source.bin", ThrowAwayAuthority(folder)
        content = PatternContent(1, arguments.mebibytes << 20)
        with source.open("wb") as stream:
            stream.writelines(content.pieces(0, content.size))
        trust = ("--cacert", str(authority.ca_file))
        secure = ("--tls-cert", str(authority.certificate_file), "--tls-key", str(authority.key_file))
        print(f"{arguments.mebibytes} MiB, MB/s{'':<14}{'upload':>10}{'download':>12}")
        with simulator_process(*quiet) as plain:
            measure(Way("plain HTTP", (), plain.base_url), source, arguments.rounds)
        with simulator_process(*quiet, *secure) as tls:
            measure(Way("TLS", trust, tls.base_url), source, arguments.rounds)
        with (
            simulator_process(*quiet, *secure, "--node-host", "up{n}.1fichier.com") as tls,
            ConnectProxy(("127.0.0.1", tls.port)) as proxy,
        ):
            options = (*trust, "--proxy", proxy.url)
            measure(
                Way("TLS through the proxy", options, "https://api.1fichier.com/v1"), source, arguments.rounds
            )


if __name__ == "__main__":
    main()

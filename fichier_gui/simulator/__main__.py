"""`python -m fichier_gui.simulator`: the simulated service as a process.

It writes its base URL (`…/v1`) to standard output, and to the ready file, when it listens.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import ssl
import sys
from pathlib import Path

from . import sample
from .faults import FaultPlan, load_faults
from .server import ServerOptions, SimulatorServer
from .service import DEFAULT_KEY, Service
from .switches import Switches, switch_names


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser("python -m fichier_gui.simulator", description=__doc__)
    line.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    line.add_argument("--port", type=int, default=0, help="port to listen on (a free one)")
    line.add_argument("--ipv6", action="store_true", help="listen on ::1 too, on the same port")
    line.add_argument("--tls-cert", type=Path, help="certificate chain, PEM")
    line.add_argument("--tls-key", type=Path, help="its private key, PEM")
    line.add_argument("--node-host", default="", help="name of upload nodes and direct links; {n}: any digit")
    line.add_argument("--key", default=DEFAULT_KEY, help="API key of the main account")
    line.add_argument("--root", type=Path, help="folder that keeps the state (memory otherwise)")
    line.add_argument("--limits", choices=("on", "off"), default="on", help="request limits (on)")
    line.add_argument("--faults", type=Path, help="fault file, TOML or JSON")
    line.add_argument("--log", type=Path, help="file for one JSON line a request")
    line.add_argument("--ready-file", type=Path, help="file that gets the base URL when it listens")
    line.add_argument("--seed", type=int, help="makes what is random repeatable")
    line.add_argument("--sample", action="store_true", help="fill an empty account with the sample")
    line.add_argument(
        "--switch",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"answer an open question: {', '.join(switch_names())}",
    )
    return line


def build(arguments: argparse.Namespace) -> SimulatorServer:
    """The server that a command line asks for. Raises ValueError or OSError."""
    switches = Switches()
    for setting in arguments.switch:
        name, _, value = setting.partition("=")
        switches.set(name, value)
    plan = FaultPlan()
    if arguments.faults:
        plan.add(*load_faults(arguments.faults))
    service = Service(
        key=arguments.key,
        root=arguments.root,
        switches=switches,
        faults=plan,
        limits=arguments.limits == "on",
        seed=arguments.seed,
    )
    if arguments.sample and not service.tree():
        sample.fill(service)
    options = ServerOptions(
        arguments.host,
        arguments.port,
        arguments.ipv6,
        arguments.node_host,
        _tls(arguments.tls_cert, arguments.tls_key),
        arguments.log,
    )
    return SimulatorServer(service, options)


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def serve(arguments: argparse.Namespace) -> None:
    """Serve until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends asyncio.run.
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    server = build(arguments)
    await server.start()
    try:
        if arguments.ready_file:
            _write_ready_file(arguments.ready_file, server.base_url)
        sys.stdout.write(server.base_url + "\n")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await server.stop()


def _write_ready_file(path: Path, text: str) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(path)


def main() -> int:
    """Entry point."""
    arguments = parser().parse_args()
    try:
        asyncio.run(serve(arguments))
    except KeyboardInterrupt:
        return 0
    except (OSError, ValueError) as error:
        sys.stderr.write(f"simulator: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How long until the whole of an account is known, and how many requests that takes, beside `rclone lsf -R`.

    python tests/benchmarks/account_reading.py [--files 1000] [--folders 20] [--unlimited]

The accounts of `catalogue_search.py` in a simulated service under its own names, over TLS and a CONNECT
proxy. rclone asks for folders and files apart and waits 0.4 s between two calls, whatever the service allows.
The program reads as it does behind its window, with all it waits for, five seconds at its start included: the
list of all files first, then a folder every three seconds. `--unlimited` is the program alone, without its
waits and without the service's limits: what reading costs when nothing is waited for.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from catalogue_search import Account, row
from support.fast_client import fast_client
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, quiet_switches
from support.tls_proxy import ForeignWorld, foreign_world, rclone_settings

from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.browse import Browse
from fichier_gui.app.reading import new_reader
from fichier_gui.app.service import Folders
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.watch import RequestWatch
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.content import PatternContent
from fichier_gui.simulator.model import File
from fichier_gui.simulator.service import Service

LOOK_EVERY = 0.02


# The service ----------------------------------------------------------------


def filled(account: Account, *, limits: bool) -> Service:
    """The account in a service of its own."""
    service = Service(limits=limits, switches=quiet_switches(), seed=1)
    state, user = service.state, service.main_user
    folders = {ROOT: user.root}
    for listing in account.listings():
        outer = folders.pop(listing.folder.id)
        for folder in listing.folders:
            folders[folder.id] = state.add_folder(user, outer, folder.name, 1e9)
        for file in listing.files:
            state.add_file(stored(service, outer.id, file))
    return service


def stored(service: Service, folder_id: int, file: RemoteFile) -> File:
    link, owner, content = service.state.link_id(), service.main_user.email, PatternContent(1, file.size)
    return File(link, owner, folder_id, file.name, content, file.added_at or 0.0, file.checksum or "")


def asked(world: ForeignWorld) -> str:
    """What was asked since the last time."""
    counts = Counter(record.endpoint for record in world.running.requests.all())
    refused = sum(record.status >= 400 for record in world.running.requests.all())
    world.running.requests.clear()
    kinds = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return f"{counts.total()} requests ({kinds}; {refused} refused)"


# The clients ----------------------------------------------------------------


def with_rclone(world: ForeignWorld, home: Path, entries: int) -> str:
    began = time.monotonic()
    command = ["rclone", "lsf", "-R", "onef:"]
    said = subprocess.run(
        command, env=world.environment | rclone_settings(home), capture_output=True, check=True
    ).stdout
    spent = time.monotonic() - began
    found = len(said.splitlines())
    if found != entries:
        raise RuntimeError(f"rclone lists {found} of {entries}")
    return f"{spent:.1f} s, {asked(world)}"


def with_us(world: ForeignWorld, folder: Path, account: Account, *, unlimited: bool) -> str:
    """In a process of its own."""
    command = [sys.executable, __file__, "--files", str(account.files), "--folders", str(account.folders)]
    options = ["--read", str(folder / "catalogue.db"), *(["--unlimited"] if unlimited else [])]
    told = subprocess.run(
        [*command, *options], env=world.environment, stdout=subprocess.PIPE, check=True, text=True
    ).stdout.strip()
    return f"{told}, {asked(world)}"


@dataclass
class Reading:
    """The parts of the program that read an account; how long since it began."""

    path: Path
    folders: int
    files: int
    rules: BudgetRules

    async def run(self) -> str:
        began, listed = time.monotonic(), 0.0
        ours = fast_client(
            "https://api.1fichier.com/v1",
            rules=self.rules,
            options=NetworkOptions(ca_file=os.environ["SSL_CERT_FILE"]),
        )
        scope = TaskScope("reading", lambda _name, error: print(error, file=sys.stderr))
        store = await CatalogueStore.open(self.path)

        class Source(Folders):
            async def all_files(self) -> tuple[RemoteFile, ...]:
                nonlocal listed
                files = await super().all_files()
                listed = time.monotonic() - began
                return files

        clock = SystemClock()
        watch = RequestWatch(lambda: Secret(DEFAULT_KEY), lambda _event: None)
        source = Source(ours.client, watch, store.tree)
        refresher = Refresher(store, source.fetch, clock, lambda _event: None, scope.start, lambda: 1800.0)
        browse = Browse(refresher, store, source.make, clock)
        scope.start(new_reader(store, refresher, source, browse, ours.budget, lambda: True).run(), "read")
        while (await store.coverage()).listed < self.folders:
            await asyncio.sleep(LOOK_EVERY)
        spent = time.monotonic() - began
        found = [await store.load(one) for one in (ROOT, *store.tree.folded_names)]
        if sum(len(listing.files) for listing in found if listing) != self.files:
            raise RuntimeError("not all files are known")
        await scope.close()
        await ours.aclose()
        await store.close()
        return f"{spent:.1f} s; the list of all files after {listed:.1f} s"


def main() -> None:
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--files", type=int, default=1000)
    line.add_argument("--folders", type=int, default=20)
    line.add_argument("--unlimited", action="store_true")
    line.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = line.parse_args()
    account = Account(arguments.files, arguments.folders)
    if arguments.read:
        rules = QUICK if arguments.unlimited else BudgetRules()
        print(asyncio.run(Reading(arguments.read, account.folders, account.files, rules).run()))
        return
    print(f"{account.files:,} files in {account.folders:,} folders\n")
    print("| | until all is known |")
    print("|---|---|")
    for name in ("fichier-gui",) if arguments.unlimited else ("rclone lsf -R", "fichier-gui"):
        service = filled(account, limits=not arguments.unlimited)
        with (
            tempfile.TemporaryDirectory(prefix="reading-") as place,
            foreign_world(Path(place), service) as world,
        ):
            folder = Path(place)
            entries = account.files + account.folders - 1
            row(
                name,
                with_rclone(world, folder, entries)
                if name.startswith("rclone")
                else with_us(world, folder, account, unlimited=arguments.unlimited),
            )


if __name__ == "__main__":
    main()

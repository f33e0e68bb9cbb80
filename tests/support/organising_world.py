"""The whole core with the simulated service, and what both hold, as trees of paths."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from support.quick_rules import QUICK
from support.simulator import DEFAULT_EMAIL, DEFAULT_KEY, Service, ThreadedSimulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.names import decode_name
from fichier_gui.domain.organising import EditReport, Placed
from fichier_gui.domain.remote import FolderListing, RemoteFile, RemoteFolder
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.links import link
from fichier_gui.simulator.model import File

Tree = Counter[tuple[str, str]]
"""``(path, link)`` of each file; ``(path/, "")`` of each folder."""


@asynccontextmanager
async def opened(
    service: ThreadedSimulator | str, profile: Path, *, clock: Clock | None = None
) -> AsyncIterator[Program]:
    url = service if isinstance(service, str) else service.base_url
    options = options_for(profile, url, key=Secret(DEFAULT_KEY), keychain=False)
    options = replace(options, budget_rules=QUICK, clock=clock or options.clock)
    program = await Program.open(options)
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()


async def placed(program: Program, path: str) -> Placed:
    """What is at a path."""
    folder, _, name = path.rpartition("/")
    parent = await program.browse.resolve(folder)
    listing = await program.browse.open_folder(parent)
    return next(Placed(parent, row) for row in rows(listing) if row.name == name)


async def inside(program: Program, path: str) -> list[Placed]:
    """Everything in a folder."""
    parent = await program.browse.resolve(path)
    listing = await program.browse.open_folder(parent)
    return [Placed(parent, row) for row in rows(listing)]


def rows(listing: FolderListing) -> list[RemoteFolder | RemoteFile]:
    """Folders first."""
    return [*listing.folders, *listing.files]


async def over(program: Program, number: int | None) -> EditReport:
    assert number is not None
    return await (await program.organising()).finished(number)


async def known_tree(program: Program, top: FolderId = ROOT, path: str = "") -> Tree:
    """What the catalogue holds of the folders that it has read."""
    tree: Tree = Counter()
    listing = await program.browse.known_listing(top)
    for file in listing.files if listing is not None else ():
        tree[f"{path}/{file.name}", file.url] += 1
    for folder in listing.folders if listing is not None else ():
        tree[f"{path}/{folder.name}/", ""] += 1
        tree += await known_tree(program, folder.id, f"{path}/{folder.name}")
    return tree


def url_of(item: Placed) -> FileUrl:
    assert isinstance(item.item, RemoteFile)
    return item.item.url


def service_tree(service: Service) -> Tree:
    """What the service holds, without what it has deleted; names as people wrote them."""
    tree: Tree = Counter()
    with service.lock:
        user = service.state.users[DEFAULT_EMAIL]
        for folder in user.folders.values():
            path = "/" + service.state.path(user, folder)
            here = path.rstrip("/")
            if folder.id:
                tree[f"{path}/", ""] += 1
            for file in service.state.live_files(folder):
                tree[f"{here}/{decode_name(file.name)}", link(file.id, file.domain)] += 1
    return tree


def asked(service: ThreadedSimulator, *endpoints: str) -> int:
    """How many requests reached these end points."""
    return sum(len(service.requests.all(endpoint)) for endpoint in endpoints)


def file_behind(service: Service, url: FileUrl) -> File:
    """The service's own record of a file; hold its lock meanwhile."""
    return next(file for file in service.state.files.values() if link(file.id, file.domain) == url)

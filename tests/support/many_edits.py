"""Thousands of moves, names and deletions in one go, and the tree that must come of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from support.organising_world import Tree, inside, placed, service_tree

from fichier_gui.app.container import Program
from fichier_gui.domain.errors import NetworkProblem
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import DeletePlan, Item, Placed
from fichier_gui.domain.remote import RemoteFolder
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.service import Service

SOURCES, TARGETS, DEEP, SOME = 10, 4, 8, 12
"""Folders that are moved out of and into; a deleted tree; folders that are moved, and that are renamed."""
COPIED = "copied"
"""Stands for the link of a copy, which nobody knows before."""
OWN, LATER, GONE = "/Names", "/Later", "/Old"
CHANGING = ("file/mv", "file/rename", "file/cp", "file/rm", "folder/mkdir", "folder/mv", "folder/rm")
_PAGE = "<html><body>Bad gateway</body></html>"


def faults(*, listings: bool = True) -> Iterator[Fault]:
    """Answers that are lost after the act and before it, floods, pages, server errors; listings too."""
    for endpoint in CHANGING:
        first = 2 if endpoint.startswith("file/") else 1
        yield Fault(endpoint, "cut", calls=str(first))
        yield Fault(endpoint, "answer", status=500, done=True, calls=str(first + 1))
        yield Fault(endpoint, "answer", status=503, calls=str(first + 2))
        yield Fault(endpoint, "html", body=_PAGE, done=True, calls=str(first + 3))
    for call in ("6", "7"):
        yield Fault("file/mv", "flood", calls=call)
    yield Fault("file/rm", "flood", calls="7")
    yield Fault("folder/mv", "maintenance", calls="9")
    if not listings:
        return
    yield Fault("folder/ls", "cut", calls="3")
    yield Fault("folder/ls", "answer", status=502, calls="5-7")
    yield Fault("folder/ls", "flood", calls="11")


@dataclass
class _Expected:
    """The tree, act by act, as the user means it."""

    files: dict[str, str]
    folders: set[str]
    copies: Counter[str] = field(default_factory=Counter)

    def move(self, paths: Iterable[str], target: str) -> None:
        for path in list(paths):
            self.files[f"{target}/{path.rpartition('/')[2]}"] = self.files.pop(path)

    def rename(self, path: str, name: str) -> None:
        self.files[f"{path.rpartition('/')[0]}/{name}"] = self.files.pop(path)

    def relocate(self, folder: str, to: str) -> None:
        def new(path: str) -> str:
            return to + path[len(folder) :] if path == folder or path.startswith(folder + "/") else path

        self.files = {new(path): url for path, url in self.files.items()}
        self.folders = {new(path) for path in self.folders}

    def delete(self, folder: str) -> None:
        self.files = {p: url for p, url in self.files.items() if not p.startswith(folder + "/")}
        self.folders = {p for p in self.folders if p != folder and not p.startswith(folder + "/")}

    def copy(self, paths: Iterable[str], target: str) -> None:
        for path in list(paths):
            self.copies[f"{target}/{path.rpartition('/')[2]}"] += 1

    def tree(self) -> Tree:
        tree: Tree = Counter({(path, url): 1 for path, url in self.files.items()})
        tree.update({(path + "/", ""): 1 for path in self.folders})
        tree.update({(path, COPIED): count for path, count in self.copies.items()})
        return tree


class ManyEdits:
    """About ``count`` items: two fifths move, half of those get a name there, the rest is renamed or deleted.

    Besides, some files and a folder are copied, and some folders moved and renamed. ``vanish`` takes away
    what the program still believes in, as another client would.
    """

    def __init__(self, count: int) -> None:
        self._moved = [f"/In {n % SOURCES}/m{n:05}.bin" for n in range(count * 2 // 5)]
        self._named = [f"{OWN}/n{n:05}.bin" for n in range(count * 3 // 20)]
        self._deleted = [f"{self._deep(n % DEEP)}/d{n:05}.bin" for n in range(count // 4)]
        self._copied = [f"/Master/c{n:03}.bin" for n in range(max(30, count // 20))]
        self._lost_moves = self._moved[7::97]
        self._lost_names = self._named[5::101]
        self._lost_deletions = self._deleted[3::89]

    @staticmethod
    def _deep(level: int) -> str:
        return "/".join((GONE, *(f"level {n}" for n in range(level))))

    def fill(self, service: Service) -> None:
        """The account as it is before."""
        for path in (*self._moved, *self._named, *self._deleted, *self._copied):
            service.add_file(path, path.encode())
        service.add_file("/Master/Sub/Sub/inner.bin", b"inner")
        for number in range(TARGETS):
            service.add_folder(f"/Out {number}")
        for number in range(SOME):
            service.add_file(f"/Some/f{number}/inside.bin", b"%d" % number)
            service.add_folder(f"{LATER}/old {number}")
        for path in ("/Moved", "/Twin"):
            service.add_folder(path)
        self._before = service_tree(service)

    def vanish(self, service: Service) -> None:
        """Another client deletes some of it meanwhile."""
        for path in (*self._lost_moves, *self._lost_names, *self._lost_deletions):
            file = service.file_at(path)
            assert file is not None
            with service.lock:
                service.state.delete_file(file, service.clock() - 60)

    async def look(self, program: Program) -> dict[str, Placed]:
        """Read the whole account: what is at each path."""
        found: dict[str, Placed] = {}
        pending = [""]
        while pending:
            path = pending.pop()
            for each in await inside(program, path or "/"):
                found[f"{path}/{each.item.name}"] = each
                if isinstance(each.item, RemoteFolder):
                    pending.append(f"{path}/{each.item.name}")
        return found

    async def ask(self, program: Program, found: dict[str, Placed]) -> list[int]:
        """Everything, one after the other, without waiting for any of it."""
        organising = await program.organising()
        numbers = []
        for number in range(TARGETS):
            target = _folder(found[f"/Out {number}"])
            numbers.append(await organising.move([found[p] for p in self._to(number)], target))
        again = set(self._moved[::2])
        names = [
            (Placed(_folder(found[f"/Out {number}"]), found[path].item), _new_name(found[path].item))
            for number in range(TARGETS)
            for path in self._to(number)
            if path in again
        ]
        numbers.append(await organising.rename(names))
        numbers.append(
            await organising.rename([(found[path], _new_name(found[path].item)) for path in self._named])
        )
        sub = found["/Master/Sub"]
        copied = [*(found[path] for path in self._copied), sub]
        numbers.append(await organising.copy(copied, _folder(found["/Twin"])))
        folders = [found[f"/Some/f{number}"] for number in range(SOME)]
        numbers.append(await organising.move(folders, _folder(found["/Moved"])))
        later = [(found[f"{LATER}/old {number}"], f"new {number}") for number in range(SOME)]
        numbers.append(await organising.rename(later))
        plan = await self._plan_to_delete(program)
        numbers.append(await organising.delete(plan, wait=0))
        return [number for number in numbers if number is not None]

    async def _plan_to_delete(self, program: Program) -> DeletePlan:
        """Whoever is told that the network is away asks again."""
        organising = await program.organising()
        while True:
            try:
                return await organising.plan_delete([await placed(program, GONE)])
            except NetworkProblem:
                await program.clock.sleep(1.0)

    def _to(self, number: int) -> list[str]:
        return self._moved[number::TARGETS]

    def expected(self) -> Tree:
        """The tree at the end, the links of copies by :data:`COPIED`."""
        paths = {path.removesuffix("/"): url for path, url in self._before}
        lost = {*self._lost_moves, *self._lost_names, *self._lost_deletions}
        world = _Expected(
            {path: url for path, url in paths.items() if url and path not in lost},
            {path for path, url in paths.items() if not url},
        )
        for number in range(TARGETS):
            world.move((path for path in self._to(number) if path not in lost), f"/Out {number}")
        for index, path in enumerate(self._moved):
            if index % 2 == 0 and path not in lost:
                world.rename(f"/Out {index % TARGETS}/{_last(path)}", _new(_last(path)))
        for path in self._named:
            if path not in lost:
                world.rename(path, _new(_last(path)))
        world.copy(self._copied, "/Twin")
        world.folders |= {"/Twin/Sub", "/Twin/Sub/Sub"}
        world.copy(["/Master/Sub/Sub/inner.bin"], "/Twin/Sub/Sub")
        for number in range(SOME):
            world.relocate(f"/Some/f{number}", f"/Moved/f{number}")
            world.relocate(f"{LATER}/old {number}", f"{LATER}/new {number}")
        world.delete(GONE)
        return world.tree()

    def unlinked(self, tree: Tree) -> Tree:
        """The tree with :data:`COPIED` instead of the links of copies; a link that is there twice fails."""
        known = {url for _path, url in self._before}
        urls = Counter(url for _path, url in tree.elements() if url)
        assert not [url for url, count in urls.items() if count > 1], "a link is there twice"
        found: Tree = Counter()
        for (path, url), count in tree.items():
            found[path, COPIED if url and url not in known else url] += count
        return found

    def check_deleted(self, names: list[str]) -> None:
        """What a list of deleted files holds: each once; what another client took before may be missing."""
        listed, gone = Counter(names), Counter(map(_last, self._deleted))
        assert not listed - gone, f"{listed - gone} too many"
        assert set(gone - listed) <= set(map(_last, self._lost_deletions)), f"{gone - listed} are missing"

    def check_failed(self, names: list[str], *, is_once: bool = True) -> None:
        """What is told of items that cannot be moved or named any more: as often as that was asked for."""
        again = set(self._moved[::2])
        lost = [*self._lost_moves, *(path for path in self._lost_moves if path in again), *self._lost_names]
        wanted, told = Counter(map(_last, lost)), Counter(names)
        assert not wanted - told, f"{wanted - told} are not told"
        assert set(wanted) == set(told)
        assert not is_once or wanted == told


def difference(one: Tree, other: Tree, told: Callable[[Tree], list[tuple[str, str]]] = list) -> str:
    """What only one of them has, for people."""
    return f"only wanted: {told(one - other)[:5]}; only there: {told(other - one)[:5]}"


def _folder(each: Placed) -> FolderId:
    assert isinstance(each.item, RemoteFolder)
    return each.item.id


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _new(name: str) -> str:
    """Every tenth name holds what the service cannot store."""
    return f"new {name}" if not name.removesuffix(".bin").endswith("0") else f'new "{name}" $'


def _new_name(item: Item) -> str:
    return _new(item.name)

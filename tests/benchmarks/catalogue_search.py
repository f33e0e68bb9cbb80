"""The catalogue of a large account: built, opened, searched.

    python tests/benchmarks/catalogue_search.py [--files 1000000] [--folders 20000] [--folder DIR]

Listings of made-up folders go through the store as the service's would. Searches are what arrives while
somebody types: each beginning of each query, from its third letter on, one after the other; "first rows" is
the time to 200 hits or all there are. Memory is what the process has resident at its most.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import itertools
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fichier_gui.app.inventory import Inventory
from fichier_gui.catalogue.order import Arrangement, Column
from fichier_gui.catalogue.search import Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.catalogue.survey import Survey
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.query import parse
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

FIRST = 200
SHORTEST = 3
WIDTH = 20
"""Folders in a folder."""
AT_ONCE = 1000
"""Listings in one transaction."""
SYLLABLES = ("ba", "ro", "ti", "mo", "les", "nu", "kar", "vel", "ix", "on", "pha", "dra", "sun", "été", "ñu")
ENDINGS = ("mkv", "jpg", "mp3", "pdf", "zip", "txt", "part1.rar")


@dataclass
class Account:
    """A made-up account, the same in every run."""

    files: int
    folders: int

    def __post_init__(self) -> None:
        chance = random.Random(3)
        self.words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]

    def listings(self) -> Iterator[FolderListing]:
        """Each folder once, the outer before the inner."""
        chance = random.Random(4)
        each, more = divmod(self.files, self.folders)
        numbers = itertools.count()
        for number in range(self.folders):
            folder = ROOT_FOLDER if number == 0 else self._folder(number)
            inner = range(number * WIDTH + 1, min(self.folders, (number + 1) * WIDTH + 1))
            files = [self._file(next(numbers), chance) for _ in range(each + (number < more))]
            yield FolderListing(folder, tuple(map(self._folder, inner)), tuple(files), 1.0)

    def _folder(self, number: int) -> RemoteFolder:
        return RemoteFolder(FolderId(number), f"{self.words[number * 7 % 20_000]} {1950 + number % 77}")

    def _file(self, number: int, chance: random.Random) -> RemoteFile:
        name = f"{' '.join(chance.choices(self.words, k=3))} {chance.randint(1950, 2026)}"
        return RemoteFile(
            FileUrl(f"https://1fichier.com/?{self._link(number)}"),
            f"{name}.{chance.choice(ENDINGS)}",
            chance.randint(1, 10**10),
            float(chance.randint(10**9, 2 * 10**9)),
            f"{chance.getrandbits(512):0128x}" if number % 50 else "f" * 128,
        )

    def _link(self, number: int) -> str:
        """In no order, as the service's are."""
        return f"{number * 0x9E3779B97F4A7C15 % 2**64:020d}"

    def queries(self) -> Iterator[str]:
        """Whole ones; what was typed before is asked too."""
        words = self.words
        for number in range(0, 20_000, 500):
            yield f"{words[number]} {words[number + 1]}"
            yield f"{words[number + 2]} {1950 + number % 77}"
        yield from ("*.mkv 2024", "type:video size>9GB", "mer tan go", "in:/ pdf", "pass:no lesnu")


async def timed(queries: list[str], search: Search) -> tuple[list[float], list[float]]:
    """Seconds to the first rows of each, and to each count."""
    first, every = [], []
    for text in queries:
        query = parse(text, datetime.date(2026, 1, 1), datetime.UTC)
        began = time.perf_counter()
        await search.find(query, FIRST)
        first.append(time.perf_counter() - began)
        began = time.perf_counter()
        await search.count(query)
        every.append(time.perf_counter() - began)
    return first, every


def row(what: str, words: str) -> None:
    print(f"| {what} | {words} |", flush=True)


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    median = statistics.median(times)
    return f"median {median * 1e3:.1f} ms, p99 {worst * 1e3:.1f} ms, most {ordered[-1] * 1e3:.0f} ms"


def megabytes() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


async def build(path: Path, account: Account) -> tuple[float, float]:
    """Seconds, and those of them in which the processor worked for it."""
    store = await CatalogueStore.open(path)
    spent = worked = 0.0
    listings = account.listings()
    while some := list(itertools.islice(listings, AT_ONCE)):
        began, before = time.perf_counter(), time.process_time()
        await store.save_all(some)
        spent += time.perf_counter() - began
        worked += time.process_time() - before
    await store.close()
    return spent, worked


def built(path: Path, account: Account, spent: float, worked: float) -> None:
    speeds = (
        f"{account.files / spent:,.0f} files a second, {account.files / worked:,.0f} a second of one core"
    )
    row("build", f"{spent:.1f} s, {speeds}, {path.stat().st_size / 1e6:.0f} MB")


async def use(path: Path, account: Account) -> None:
    began = time.perf_counter()
    store = await CatalogueStore.open(path)
    row("open", f"{(time.perf_counter() - began) * 1e3:.0f} ms")
    search = Search(path, store.tree)
    typed = [text[:end] for text in account.queries() for end in range(SHORTEST, len(text) + 1)]
    first, every = await timed(typed, search)
    row(f"first rows of {len(typed)} searches", spread(first))
    row("their counts", spread(every))
    short = [text[:2] for text in account.queries()]
    first, _ = await timed(short, search)
    row(f"first rows of {len(short)} searches of two letters", spread(first))
    row("memory", megabytes())
    await search.close()
    await survey(path, store)
    await store.close()


async def survey(path: Path, store: CatalogueStore) -> None:
    """What looks at every file at once."""
    inventory = Inventory(Survey(path, store.tree), store)
    for what, work in (
        ("duplicates", lambda: inventory.doubles(1000)),
        ("which of 1,000 sizes are known", lambda: inventory.survey.sizes(range(10**9, 10**9 + 1000))),
        ("all files as a table", lambda: inventory.export(path.with_name("files.csv"))),
    ):
        began = time.perf_counter()
        await work()
        row(what, f"{time.perf_counter() - began:.2f} s")
    await inventory.close()


def arranged(account: Account) -> None:
    chance = random.Random(5)
    files = [account._file(number, chance) for number in range(100_000)]
    listing = Arrangement((), files)
    for what, column, text in (
        ("100,000 rows come, by name", Column.NAME, ""),
        ("they are filtered", Column.NAME, "mer"),
        ("they are sorted by size", Column.SIZE, ""),
        ("they are sorted by checksum", Column.CHECKSUM, ""),
    ):
        began = time.perf_counter()
        listing.rows(column, filter_text=text)
        row(what, f"{(time.perf_counter() - began) * 1e3:.0f} ms")


def main() -> None:
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--files", type=int, default=1_000_000)
    line.add_argument("--folders", type=int, default=20_000)
    line.add_argument("--folder", type=Path)
    arguments = line.parse_args()
    account = Account(arguments.files, arguments.folders)
    print(f"{arguments.files:,} files in {arguments.folders:,} folders\n")
    print("| | |")
    print("|---|---|")
    with tempfile.TemporaryDirectory(prefix="catalogue-", dir=arguments.folder) as place:
        path = Path(place) / "catalogue.db"
        built(path, account, *asyncio.run(build(path, account)))
        asyncio.run(use(path, account))
    arranged(account)


if __name__ == "__main__":
    main()

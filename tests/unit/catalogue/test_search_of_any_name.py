"""Names of any script and size, against a plain look at every one."""

import asyncio
from collections.abc import AsyncIterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fichier_gui.catalogue.search import Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.names import folded
from fichier_gui.domain.query import Query, Term
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile

LETTERS = "abAB1.é'\"漢字ßИĳ🎬[]*? \n\0\udcff-"
NAMES = st.text(st.sampled_from(LETTERS), max_size=12)
WORDS = st.text(st.sampled_from("abAB1.é'\"漢字ßИĳ🎬[]- "), min_size=1, max_size=5).map(folded)
PATTERNS = st.text(st.sampled_from("ab1.é漢字[]*?*?*?"), min_size=1, max_size=7).map(folded)
TERMS = st.builds(Term, WORDS, st.just(False), st.booleans()) | st.builds(
    Term, PATTERNS, st.just(True), st.booleans()
)
ENDINGS = st.frozensets(st.sampled_from(["a", "b1", "a1b", "jpg"]), max_size=2)


class World:
    """A catalogue whose one folder is listed anew."""

    def __init__(self, store: CatalogueStore, search: Search) -> None:
        self._store = store
        self._search = search

    async def found(self, names: list[str], query: Query) -> list[int]:
        files = tuple(RemoteFile(FileUrl(str(n)), name, 1) for n, name in enumerate(names))
        await self._store.save(FolderListing(ROOT_FOLDER, (), files, 1.0))
        hits = await self._search.find(query, 1000)
        assert await self._search.count(query) == len(hits.rows)
        return [int(hit.entry.url) for hit in hits.rows if isinstance(hit.entry, RemoteFile)]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    search = Search(tmp_path / "catalogue.db", store.tree)
    yield World(store, search)
    await asyncio.gather(search.close(), store.close())


def holds(name: str, term: Term) -> bool:
    if term.is_pattern:
        return fnmatchcase(name, term.text.replace("[", "[[]"))
    return term.text in name


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, max_size=12), terms=st.lists(TERMS, max_size=3), endings=ENDINGS)
@example(names=["ab", "xab", "abx", "a", "b"], terms=[Term("ab")], endings=frozenset())
@example(names=["漢", "字漢", "漢字字", "a"], terms=[Term("漢")], endings=frozenset())
@example(names=['a"b', "a'b"], terms=[Term('"b')], endings=frozenset())
@example(names=["a.jpg", "jpg", "a.JPG", "a.jpgx"], terms=[], endings=frozenset({"jpg"}))
@example(
    names=["a.jpg", "jpg", "a.JPG", "a.jpgx"], terms=[Term("*.jp?", is_pattern=True)], endings=frozenset()
)
async def test_what_is_found_is_what_a_look_at_every_name_finds(
    world: World, names: list[str], terms: list[Term], endings: frozenset[str]
) -> None:
    query = Query(terms=tuple(terms), endings=endings)
    # What SQLite cannot keep in a text is looked for as a question mark.
    plain = [folded(name).encode("utf-8", "replace").decode().replace("\0", "?") for name in names]
    wanted = [
        number
        for number, name in enumerate(plain)
        if all(holds(name, term) is not term.is_excluded for term in terms)
        and (not endings or any(name.endswith(f".{ending}") for ending in endings))
    ]
    assert sorted(await world.found(names, query)) == ([] if query.is_empty else wanted)

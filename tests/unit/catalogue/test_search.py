"""The search over a real catalogue, held against a plain model that looks at every file."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fichier_gui.catalogue.search import Hits, Search
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.kinds import kind_of
from fichier_gui.domain.names import folded
from fichier_gui.domain.query import Query, Term, parse
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder

TWIN = "ab" * 64
BIG = 4_000_000_000
FILMS = RemoteFolder(FolderId(1), "Films")
OLD = RemoteFolder(FolderId(2), "Été 2019", created_at=500.0)
MUSIC = RemoteFolder(FolderId(3), "Music 2019", has_password=True)


def file(name: str, size: int = 1, **facts: object) -> RemoteFile:
    return RemoteFile(FileUrl(f"https://1fichier.com/?{name}"), name, size, **facts)  # type: ignore[arg-type]


TREE = {
    ROOT_FOLDER: ((FILMS, MUSIC), (file("README.txt", 61, added_at=100.0), file("a[1].jpg", 7))),
    FILMS: ((OLD,), (file("The Holiday.mkv", BIG, checksum=TWIN), file("notes 2019.pdf", 10))),
    OLD: (
        (),
        (file("Plage d'été.MKV", 900, added_at=1000.0), file("holiday copy.mkv", BIG, checksum=TWIN)),
    ),
    MUSIC: ((), (file("Été indien.mp3", 90, has_password=True, checksum="cd" * 64), file("zz.mp3", 3))),
}
PARENTS = {folder.id: outer for outer, (inner, _) in TREE.items() for folder in inner}
ALL = [(entry, folder) for folder, (_, files) in TREE.items() for entry in files]


def path_of(folder: RemoteFolder) -> list[str]:
    return [] if folder.id == ROOT else [*path_of(PARENTS[folder.id]), folded(folder.name)]


def holds(entry: RemoteFile, folder: RemoteFolder, term: Term) -> bool:
    name = folded(entry.name)
    if term.is_pattern:
        return fnmatchcase(name, term.text.replace("[", "[[]"))
    return term.text in name or any(term.text in part for part in path_of(folder))


def fits(entry: RemoteFile, query: Query) -> bool:
    kind_fits = kind_of(entry.name, entry.mime) in query.kinds
    ending_fits = any(folded(entry.name).endswith(f".{ending}") for ending in query.endings)
    twins = sum(
        entry.checksum is not None and (other.checksum, other.size) == (entry.checksum, entry.size)
        for other, _ in ALL
    )
    return (
        (not (query.kinds or query.endings) or kind_fits or ending_fits)
        and (query.least is None or entry.size >= query.least)
        and (query.most is None or entry.size <= query.most)
        and (query.since is None or (entry.added_at is not None and entry.added_at >= query.since))
        and (query.until is None or (entry.added_at is not None and entry.added_at < query.until))
        and query.has_password in (None, entry.has_password)
        and query.is_double in (None, twins > 1)
    )


def is_inside(folder: RemoteFolder, place: str) -> bool:
    path = path_of(folder)
    if not place.startswith("/"):
        return place in path
    wanted = place.strip("/").split("/")
    return path[: len(wanted)] == wanted


def model(query: Query) -> set[str]:
    if query.is_empty:
        return set()
    return {
        entry.url
        for entry, folder in ALL
        if fits(entry, query)
        and all(holds(entry, folder, term) is not term.is_excluded for term in query.terms)
        and all(is_inside(folder, place) for place in query.inside)
    }


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[CatalogueStore]:
    store = await CatalogueStore.open(tmp_path / "catalogue.db")
    for folder, (inner, files) in TREE.items():
        await store.save(FolderListing(folder, inner, files, 1.0))
    yield store
    await store.close()


@pytest.fixture
async def search(store: CatalogueStore, tmp_path: Path) -> AsyncIterator[Search]:
    search = Search(tmp_path / "catalogue.db", store.tree)
    yield search
    await search.close()


def asked(text: str) -> Query:
    return parse(text, datetime.date(1970, 1, 20), datetime.UTC)


def names(hits: Hits) -> list[str]:
    return sorted(hit.entry.name for hit in hits.rows)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("holiday", ["The Holiday.mkv", "holiday copy.mkv"]),
        ("HOLIDAY films", ["The Holiday.mkv", "holiday copy.mkv"]),
        ("ete", ["Plage d'été.MKV", "holiday copy.mkv", "Été 2019", "Été indien.mp3"]),
        ("ete holiday", ["holiday copy.mkv"]),
        ("2019 -films", ["Music 2019", "zz.mp3", "Été indien.mp3"]),
        ("*.mkv", ["Plage d'été.MKV", "The Holiday.mkv", "holiday copy.mkv"]),
        ("a[?].jpg", ["a[1].jpg"]),
        ("zz", ["zz.mp3"]),
        ('"the holiday"', ["The Holiday.mkv"]),
        ("type:audio", ["zz.mp3", "Été indien.mp3"]),
        ("type:pdf,txt", ["README.txt", "notes 2019.pdf"]),
        ("type:folder 2019", ["Music 2019", "Été 2019"]),
        ("size>1GB", ["The Holiday.mkv", "holiday copy.mkv"]),
        ("in:/Films/Ete*", []),
        ("in:films size<100", ["notes 2019.pdf"]),
        ("in:/films/été 2019", []),
        ('in:"/Films/été 2019" mkv', ["Plage d'été.MKV", "holiday copy.mkv"]),
        ("dup:", ["The Holiday.mkv", "holiday copy.mkv"]),
        ("dup:no type:audio", ["zz.mp3", "Été indien.mp3"]),
        ("pass:yes", ["Music 2019", "Été indien.mp3"]),
        ("before:1970-01-02 txt", ["README.txt"]),
        ("", []),
        ("nowhere", []),
    ],
)
async def test_what_is_found(search: Search, text: str, found: list[str]) -> None:
    hits = await search.find(asked(text), 100)
    assert names(hits) == sorted(found)
    assert hits.is_all
    assert await search.count(asked(text)) == len(found)


async def test_a_hit_says_where_it_is_and_a_limit_that_there_is_more(search: Search) -> None:
    (hit,) = (await search.find(asked("copy"), 5)).rows
    assert hit.folder_id == OLD.id
    hits = await search.find(asked("mkv"), 2)
    assert len(hits.rows) == 2
    assert not hits.is_all
    assert await search.count(asked("mkv")) == 3


async def test_what_changes_is_found_under_its_new_name(store: CatalogueStore, search: Search) -> None:
    await store.put_file(FILMS.id, RemoteFile(FileUrl("https://1fichier.com/?zz.mp3"), "renamed.mp3", 3))
    assert names(await search.find(asked("zz"), 9)) == []
    assert names(await search.find(asked("renamed"), 9)) == ["renamed.mp3"]
    await store.remove_folder(FILMS.id)
    assert names(await search.find(asked("renamed"), 9)) == []
    assert names(await search.find(asked("type:video"), 9)) == []


async def test_a_new_search_ends_the_one_before(search: Search) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(search.find(asked("holiday"), 9))
        await asyncio.sleep(0)
        assert names(await search.find(asked("readme"), 9)) == ["README.txt"]
    assert first.cancelled() or names(first.result()) == ["The Holiday.mkv", "holiday copy.mkv"]


WORDS = st.sampled_from(
    ["holiday", "ete", "2019", "films", "mkv", "z", "*.mkv", "the*", '"d\'e"', "-music", "-*.txt"]
)
FIELDS = st.sampled_from(
    [
        "type:video",
        "type:mp3",
        "size>8",
        "size<=90",
        "in:films",
        "in:/music 2019",
        "pass:no",
        "dup:yes",
        "dup:no",
        "after:1970",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORDS, max_size=4),
    fields=st.lists(FIELDS, max_size=2),
    few=st.sampled_from([0.0, 0.5, 1.0]),
)
async def test_files_are_those_of_the_model(
    search: Search, words: list[str], fields: list[str], few: float
) -> None:
    query = asked(" ".join([*words, *fields]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fichier_gui.catalogue.search._FEW", few)
        hits = await search.find(query, 100)
        assert await search.count(query) == len(hits.rows)
    files = [hit.entry.url for hit in hits.rows if isinstance(hit.entry, RemoteFile)]
    assert len(set(files)) == len(files)
    assert set(files) == model(query)


async def test_a_catalogue_that_was_replaced_is_searched_anew(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    store = await CatalogueStore.open(path)
    search = Search(path, store.tree)
    query = parse("readme", datetime.date(2024, 7, 1), datetime.UTC)
    try:
        await store.save(FolderListing(ROOT_FOLDER, (), (file("README.txt"),), 1.0))
        assert (await search.find(query, 5)).rows
        await store.close()
        path.write_bytes(b"not a database at all" * 500)
        path.with_name("catalogue.db-wal").unlink(missing_ok=True)
        store = await CatalogueStore.open(path)
        assert (await search.find(query, 5)).rows == ()
    finally:
        await search.close()
        await store.close()

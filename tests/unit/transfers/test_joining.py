"""Parts and their manifest become the file again; what is wrong is named and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from fake_transfer_service import FakeChecksums, NoChecksums, checksum
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.domain.errors import (
    DiskFull,
    ManifestBroken,
    PartDiffers,
    PartMissing,
    SourceMissing,
    TargetExists,
)
from fichier_gui.domain.manifest import SUFFIX, Manifest, Part
from fichier_gui.domain.names import numbered
from fichier_gui.transfers.hashing import HashStopped
from fichier_gui.transfers.joining import JOINING, Joining

DATA = bytes(range(256)) * 9000
CUTS = (0, 1_000_000, 2_000_000, len(DATA))
NAME = "l'été à 10 %.mkv"


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return laid_out(tmp_path)


def laid_out(folder: Path) -> Path:
    parts = []
    for number, (start, end) in enumerate(pairwise(CUTS), 1):
        path = folder / f"{NAME}.{number:03d}"
        path.write_bytes(DATA[start:end])
        parts.append(Part(path.name, end - start, checksum(DATA[start:end])))
    path = folder / (NAME + SUFFIX)
    path.write_text(Manifest(NAME, len(DATA), tuple(parts)).text(), encoding="utf-8")
    return path


def joined(manifest: Path) -> Path:
    return Joining(manifest, FakeChecksums()).run()


def names(manifest: Path) -> list[str]:
    return sorted(path.name for path in manifest.parent.iterdir())


def test_parts_become_the_file(manifest: Path) -> None:
    told: list[tuple[int, int]] = []
    final = Joining(manifest, FakeChecksums()).run(lambda done, size: told.append((done, size)))
    assert final.read_bytes() == DATA
    assert names(manifest) == [NAME]
    assert told == [(cut, len(DATA)) for cut in CUTS[1:]]


def test_what_the_manifest_says_works_without_the_program(manifest: Path) -> None:
    command = json.loads(manifest.read_text(encoding="utf-8"))["join"]["Linux, macOS"]
    subprocess.run(["sh", "-c", command], cwd=manifest.parent, check=True)
    assert (manifest.parent / NAME).read_bytes() == DATA


def test_a_damaged_part_is_named_and_can_be_replaced(manifest: Path) -> None:
    part = manifest.parent / f"{NAME}.002"
    good = part.read_bytes()
    part.write_bytes(bytes([good[0] ^ 1]) + good[1:])
    with pytest.raises(PartDiffers) as caught:
        joined(manifest)
    assert caught.value.facts["name"] == part.name
    assert not (manifest.parent / NAME).exists()
    part.write_bytes(good)
    assert joined(manifest).read_bytes() == DATA


def test_a_missing_or_short_part_is_told_before_anything_is_touched(manifest: Path) -> None:
    part = manifest.parent / f"{NAME}.003"
    before = names(manifest)
    short = part.read_bytes()[:-1]
    part.write_bytes(short)
    with pytest.raises(PartDiffers):
        joined(manifest)
    assert names(manifest) == before
    part.unlink()
    with pytest.raises(PartMissing) as caught:
        joined(manifest)
    assert caught.value.facts["name"] == part.name
    assert names(manifest) == [name for name in before if name != part.name]


def test_a_file_of_that_name_is_never_replaced(manifest: Path) -> None:
    (manifest.parent / NAME).write_bytes(b"mine")
    with pytest.raises(TargetExists):
        joined(manifest)
    assert (manifest.parent / NAME).read_bytes() == b"mine"


def test_without_a_provider_the_sizes_must_do(manifest: Path) -> None:
    assert Joining(manifest, NoChecksums()).run().read_bytes() == DATA


class Killed(Exception):
    """Stands for a kill: nothing of the program runs afterwards."""


def struck(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """The ``at``-th act on a file does not take place, and nothing after it."""
    left = [at]

    def strike(act: str) -> None:
        before = getattr(Path, act)

        def acts(self: Path, *arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise Killed
            return before(self, *arguments, **options)

        monkeypatch.setattr(Path, act, acts)

    for act in ("rename", "unlink", "open", "hardlink_to"):
        strike(act)


@pytest.mark.parametrize("at", range(1, 12))
def test_a_kill_between_any_two_acts_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    manifest = laid_out(tmp_path)
    struck(monkeypatch, at)
    with contextlib.suppress(Killed):
        joined(manifest)
    monkeypatch.undo()
    if manifest.exists():
        joined(manifest)
    assert names(manifest) == [NAME]
    assert (tmp_path / NAME).read_bytes() == DATA


@pytest.mark.parametrize("has_twin", [False, True])
@pytest.mark.parametrize("at", range(1, 14))
def test_a_kill_while_parts_come_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, has_twin: bool
) -> None:
    folder = tmp_path / "X.parts"
    folder.mkdir()
    manifest = laid_out(folder)
    if has_twin:
        (tmp_path / NAME).write_bytes(b"mine")
    struck(monkeypatch, at)
    with contextlib.suppress(Killed):
        Joining(manifest, FakeChecksums()).advance(tmp_path)
    monkeypatch.undo()
    final = tmp_path / (numbered(NAME, 2) if has_twin else NAME)
    if manifest.exists():
        assert Joining(manifest, FakeChecksums()).advance(tmp_path) == final
    assert final.read_bytes() == DATA and not manifest.exists()
    assert not has_twin or (tmp_path / NAME).read_bytes() == b"mine"


def test_half_a_part_that_was_appended_is_appended_again(manifest: Path) -> None:
    folder = manifest.parent
    first, second = folder / f"{NAME}.001", folder / f"{NAME}.002"
    scratch = folder / (NAME + JOINING)
    scratch.write_bytes(first.read_bytes() + second.read_bytes()[:1000])
    first.unlink()
    assert joined(manifest).read_bytes() == DATA


def test_stopping_keeps_what_is_done(manifest: Path) -> None:
    joining = Joining(manifest, FakeChecksums())
    with pytest.raises(HashStopped):
        joining.run(lambda done, _size: joining.stop())
    assert joined(manifest).read_bytes() == DATA


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"version": 2}',
        '{"version": 1, "name": "a", "size": 1, "parts": []}',
        '{"version": 1, "name": "../a", "size": 1, "parts": [{"name": "b", "size": 1, "whirlpool": null}]}',
        '{"version": 1, "name": "a", "size": 1, "parts": [{"name": "/b", "size": 1, "whirlpool": null}]}',
        '{"version": 1, "name": "a", "size": 2, "parts": [{"name": "b", "size": 1, "whirlpool": null}]}',
        '{"version": 1, "name": "a", "size": 1, "parts": [{"name": "b", "size": 1, "whirlpool": 7}]}',
        '{"version": 1, "name": "a", "size": 1, "parts": [{"name": "b", "size": true, "whirlpool": null}]}',
    ],
)
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / ("a" + SUFFIX)
    path.write_text(text)
    with pytest.raises(ManifestBroken) as caught:
        joined(path)
    assert caught.value.facts["path"] == str(path)


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\\\0"), min_size=1).filter(
    lambda name: name not in (".", "..")
)
PARTS = st.lists(st.tuples(NAMES, st.integers(1, 2**50), st.none() | st.just("ab" * 64)), min_size=1)


@given(name=NAMES, parts=PARTS)
def test_the_text_says_all(name: str, parts: list[tuple[str, int, str | None]]) -> None:
    made = tuple(Part(*part) for part in parts)
    manifest = Manifest(name, sum(part.size for part in made), made)
    assert Manifest.parse(manifest.text()) == manifest


@given(st.permutations(range(4)))
def test_parts_are_joined_as_they_come_in_any_order(order: list[int]) -> None:
    """Each arrival is followed by a step; the last one gives the file, none leaves a second copy behind."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        store, target = top / "store", top / "target"
        folder = target / "X.parts"
        for each in (store, folder):
            each.mkdir(parents=True)
        manifest = laid_out(store)
        files = sorted(store.iterdir())
        final = None
        for number in order:
            assert final is None
            files[number].rename(folder / files[number].name)
            with contextlib.suppress(SourceMissing):
                final = Joining(folder / manifest.name, FakeChecksums()).advance(target)
        assert final == target / NAME and final.read_bytes() == DATA
        assert [path.name for path in target.iterdir()] == [NAME]


def test_a_part_is_appended_only_where_there_is_room(manifest: Path) -> None:
    free = CUTS[2] - CUTS[1] - 1
    with pytest.raises(DiskFull) as caught:
        Joining(manifest, FakeChecksums(), lambda _folder: free).advance(manifest.parent)
    assert (caught.value.facts["needed"], caught.value.facts["free"]) == (free + 1, free)
    scratch = manifest.with_name(NAME + JOINING)
    assert scratch.stat().st_size == CUTS[1], "the first needs no room, of the next nothing is written"
    final = Joining(manifest, FakeChecksums(), lambda _folder: len(DATA)).advance(manifest.parent)
    assert final is not None and final.read_bytes() == DATA


def test_what_somebody_still_works_on_is_not_touched(manifest: Path) -> None:
    """A part has its name before its row is done: a kill in between would have it fetched again."""
    first, second = (f"{NAME}.{number:03d}" for number in (1, 2))
    assert Joining(manifest, FakeChecksums()).advance(manifest.parent, {first}) is None
    assert len(names(manifest)) == 4, "nothing was joined"
    assert Joining(manifest, FakeChecksums()).advance(manifest.parent, {second}) is None
    assert (manifest.parent / second).exists() and not (manifest.parent / first).exists()
    final = Joining(manifest, FakeChecksums()).advance(manifest.parent)
    assert final is not None and final.read_bytes() == DATA


@pytest.mark.parametrize("again", [0, 1])
def test_a_part_that_was_fetched_once_more_harms_nothing(manifest: Path, again: int) -> None:
    third = manifest.with_name(f"{NAME}.003")
    kept = third.read_bytes()
    third.unlink()
    assert Joining(manifest, FakeChecksums()).advance(manifest.parent) is None
    manifest.with_name(f"{NAME}.{again + 1:03d}").write_bytes(DATA[CUTS[again] : CUTS[again + 1]])
    third.write_bytes(kept)
    final = Joining(manifest, FakeChecksums()).advance(manifest.parent)
    assert final is not None and final.read_bytes() == DATA
    assert names(manifest) == [NAME]


def test_another_name_of_the_first_part_keeps_its_bytes(manifest: Path) -> None:
    other = manifest.with_name("kept.bin")
    other.hardlink_to(manifest.with_name(f"{NAME}.001"))
    assert joined(manifest).read_bytes() == DATA
    assert other.read_bytes() == DATA[: CUTS[1]]

"""Names: reversible on the service, safe on the disk, in a natural order."""

import os
import random
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fichier_gui.domain.names import (
    FoldedNames,
    decode_name,
    encode_name,
    folded,
    local_name,
    local_path,
    name_length,
    natural_key,
    numbered,
    relative_path_is_safe,
    split_extension,
)

FORBIDDEN = set("\\<>\"'$`/\x7f") | {chr(n) for n in range(0x20)}
TRICKY = "‛␠．．.. \\＼<＜>\"＂'＇$＄`｀/／\0␀\x1f␟\x7f␡AF09afé日𝄞 "

names = st.one_of(
    st.text(min_size=1, max_size=40),
    st.text(alphabet=TRICKY, min_size=1, max_size=8),
    st.binary(min_size=1, max_size=30).map(os.fsdecode),
)


@given(names)
@example("‛ ")
@example("‛‛␠")
@example("．．")
@example("‛．‛．")
@example("‛FF")
@example("\udcff‛\udce9 ")
def test_every_name_comes_back(name: str) -> None:
    assert decode_name(encode_name(name)) == name


@given(names)
def test_the_stored_form_holds_nothing_forbidden(name: str) -> None:
    stored = encode_name(name)
    assert not FORBIDDEN & set(stored)
    assert stored == stored.strip(" ")
    assert stored not in (".", "..")
    stored.encode("utf-8")


@given(names, names)
def test_two_names_are_never_stored_as_one(one: str, other: str) -> None:
    assert (encode_name(one) == encode_name(other)) == (one == other)


@given(st.text(max_size=30))
def test_any_stored_name_can_be_read(stored: str) -> None:
    decode_name(stored)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("plain name.txt", "plain name.txt"),
        ("a/b\\c", "a／b＼c"),
        ('<"it\'s" $5 `x`>', "＜＂it＇s＂ ＄5 ｀x｀＞"),
        (" edges ", "␠edges␠"),
        (" ", "␠"),
        ("line\nbreak\x7f", "line␊break␡"),
        (".", "．"),
        ("..", "．．"),
        ("...", "..."),
        ("full ＄ width", "full ‛＄ width"),
        ("quote ‛ mark", "quote ‛‛ mark"),
        ("caf\udce9", "caf‛E9"),
        ("a:b*c?d|e", "a:b*c?d|e"),
    ],
)
def test_the_stored_form_is_rclones(name: str, stored: str) -> None:
    assert encode_name(name) == stored
    assert decode_name(stored) == name


def test_names_that_other_programs_stored_are_read_leniently() -> None:
    assert decode_name("5＄") == "5$"
    assert decode_name("trailing ‛") == "trailing ‛"
    assert decode_name("‛zz") == "‛zz"


@given(names, st.booleans())
def test_a_local_name_is_one_safe_component(name: str, windows: bool) -> None:
    safe = local_name(name, windows)
    assert safe
    assert relative_path_is_safe(safe, windows)
    assert name_length(safe, windows) <= 255
    assert local_name(safe, windows) == safe


@given(st.text(alphabet="../\\:abcCON ", max_size=30), st.booleans())
def test_no_remote_path_leaves_its_folder(path: str, windows: bool) -> None:
    local = local_path(path, windows)
    if local:
        assert relative_path_is_safe(local, windows)
        joined = os.path.normpath(f"/downloads/{local}")
        assert joined.startswith("/downloads/")


@pytest.mark.parametrize(
    ("name", "posix", "windows"),
    [
        ("report.pdf", "report.pdf", "report.pdf"),
        ("../../etc/passwd", "..／..／etc／passwd", "..／..／etc／passwd"),
        ("..", "．．", "．．"),
        ("C:\\boot.ini", "C:\\boot.ini", "C：＼boot.ini"),
        ('a:b*c?d|e<f>g"h', 'a:b*c?d|e<f>g"h', "a：b＊c？d｜e＜f＞g＂h"),
        ("CON", "CON", "CON_"),
        ("nul.txt", "nul.txt", "nul_.txt"),
        ("COM1.tar.gz", "COM1.tar.gz", "COM1_.tar.gz"),
        ("LPT¹", "LPT¹", "LPT¹_"),
        ("CONSOLE.txt", "CONSOLE.txt", "CONSOLE.txt"),
        ("aux .h", "aux .h", "aux _.h"),
        ("trailing.", "trailing.", "trailing．"),
        ("trailing ", "trailing ", "trailing␠"),
        ("nul\0byte", "nul␀byte", "nul␀byte"),
        ("tab\tname", "tab\tname", "tab␉name"),
        ("", "_", "_"),
    ],
)
def test_local_names(name: str, posix: str, windows: str) -> None:
    assert local_name(name, windows=False) == posix
    assert local_name(name, windows=True) == windows


def test_over_long_names_keep_their_extension() -> None:
    name = "é" * 200 + ".tar.gz"
    posix = local_name(name, windows=False)
    assert posix.endswith("é.tar.gz")
    assert 250 <= len(posix.encode()) <= 255
    assert local_name(name, windows=True) == name
    assert local_name("x" * 300 + ".mkv", windows=True) == "x" * 251 + ".mkv"
    assert local_name("x" * 300 + ".mkv", windows=False, limit=100) == "x" * 96 + ".mkv"
    assert len(local_name("." + "x" * 300, windows=False)) == 255


@pytest.mark.parametrize("path", ["", "/etc", "a//b", "../a", "a/..", "a/./b", "a/\0", "a/"])
def test_unsafe_paths(path: str) -> None:
    assert not relative_path_is_safe(path, windows=False)
    assert not relative_path_is_safe(path, windows=True)


@pytest.mark.parametrize("path", ["a\\b", "C:", "C:/x", "a/CON", "a/b.", "a /b", "\\\\host\\share"])
def test_unsafe_on_windows_only(path: str) -> None:
    assert relative_path_is_safe(path, windows=False)
    assert not relative_path_is_safe(path, windows=True)


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("photo.jpg", "photo (2).jpg"),
        ("archive.tar.gz", "archive (2).tar.gz"),
        ("film.part01.rar", "film (2).part01.rar"),
        ("data.7z.001", "data (2).7z.001"),
        (".bashrc", ".bashrc (2)"),
        (".config.yml", ".config (2).yml"),
        ("README", "README (2)"),
        ("v1.2 final", "v1.2 final (2)"),
        ("dots...", "dots... (2)"),
        (".tar.gz", ".tar (2).gz"),
    ],
)
def test_numbered(name: str, second: str) -> None:
    assert numbered(name, 2) == second
    assert "".join(split_extension(name)) == name


def test_natural_order() -> None:
    wanted = ["", "a", "Ä 1", "a 2", "a 10", "b1", "B2", "b02", "b10", "é", "f", "file 9999999999", "z"]
    for seed in range(20):
        mixed = random.Random(seed).sample(wanted, len(wanted))
        ordered = sorted(mixed, key=natural_key)
        # b2 and b02 are the same number: they stay as they came.
        assert [n for n in ordered if n != "b02"] == [n for n in wanted if n != "b02"]


@given(st.lists(st.integers(min_value=0, max_value=10**14), max_size=20))
def test_numbers_sort_as_numbers(numbers: list[int]) -> None:
    assert sorted((f"v{n}" for n in numbers), key=natural_key) == [f"v{n}" for n in sorted(numbers)]


@given(st.text(alphabet=string.ascii_letters + "éÉßİ", max_size=20))
def test_folding_knows_no_case(text: str) -> None:
    assert folded(text) == folded(folded(text))
    assert folded(text.casefold()) == folded(text)


@given(st.lists(st.text(max_size=8) | st.text(TRICKY + "Éßİñ\n\u0301\ud800ΣἈ", max_size=8), max_size=8))
def test_many_at_once_fold_and_sort_as_one_by_one(texts: list[str]) -> None:
    for at_a_stroke in (3, 10**6):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("fichier_gui.domain.names._BLOCK", at_a_stroke)
            many = FoldedNames(texts)
        assert many.folded() == [folded(text) for text in texts]
        assert many.natural_keys() == [natural_key(text) for text in texts]


@pytest.mark.parametrize("at_once", [1, 50, 10**6])
def test_every_character_folds_the_same_among_others(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fichier_gui.domain.names._MOST_REPLACED", at_once)
    every = [f"1{chr(code)}Á{chr(code)}" for code in range(0x3000) if chr(code) != "\n"]
    some = [every[at : at + 40] for at in range(0, len(every), 40)]
    assert [FoldedNames(texts).folded() for texts in some] == [
        [folded(text) for text in texts] for texts in some
    ]


def test_folding() -> None:
    assert folded("ÉTÉ") == folded("été") == "ete"
    assert folded("Straße") == "strasse"

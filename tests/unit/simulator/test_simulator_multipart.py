"""The positional multipart parser."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from fichier_gui.simulator.multipart import MultipartParser, PartData, PartStarted, boundary_of

BOUNDARY = b"xYzZY"
Part = tuple[PartStarted, bytes]


def _parse(body: bytes, cuts: list[int], boundary: bytes = BOUNDARY) -> tuple[list[Part], bool]:
    parser = MultipartParser(boundary)
    parts: list[tuple[PartStarted, bytearray]] = []
    edges = [0, *sorted(cut % (len(body) + 1) for cut in cuts), len(body)]
    for first, last in itertools.pairwise(edges):
        for event in parser.feed(body[first:last]):
            if isinstance(event, PartStarted):
                parts.append((event, bytearray()))
            elif isinstance(event, PartData):
                parts[-1][1].extend(event.data)
    return [(start, bytes(data)) for start, data in parts], parser.finished


def _body(*parts: tuple[str, bytes]) -> bytes:
    whole = b"".join(
        b"--" + BOUNDARY + b"\r\n" + head.encode() + b"\r\n\r\n" + data + b"\r\n" for head, data in parts
    )
    return whole + b"--" + BOUNDARY + b"--\r\n"


FILE = 'Content-Disposition: form-data; name="file[]"; filename="é.bin"\r\nContent-Type: video/x-matroska'
FIELD = 'Content-Disposition: form-data; name="did"'
# Data that looks like boundaries as often as possible.
TRICKY = st.lists(
    st.sampled_from([b"\r\n--xYzZY", b"\r\n--xYz", b"\r", b"\n", b"--", b"xYzZY", b"\r\n", b"a\0\xff" * 9])
).map(b"".join)


@settings(max_examples=150)
@given(data=TRICKY, value=st.binary(max_size=20), cuts=st.lists(st.integers(0, 10_000), max_size=12))
def test_any_cutting_gives_the_same_parts(data: bytes, value: bytes, cuts: list[int]) -> None:
    body = _body((FILE, data), (FIELD, value))
    assert _parse(body, cuts) == _parse(body, [])


@settings(max_examples=100)
@given(data=st.binary(max_size=300), cuts=st.lists(st.integers(0, 10_000), max_size=12))
def test_bytes_come_through_unchanged(data: bytes, cuts: list[int]) -> None:
    if b"\r\n--" + BOUNDARY in b"\r\n" + data:
        return
    parts, finished = _parse(_body((FILE, data), (FIELD, b"12")), cuts)
    assert finished
    assert [content for _, content in parts] == [data, b"12"]
    assert parts[0][0] == PartStarted("file[]", "é.bin", True)
    assert parts[1][0] == PartStarted("did", None, True)


def test_byte_by_byte() -> None:
    body = _body((FILE, b"abc\r\n--xYzZ"), (FIELD, b""))
    parts, finished = _parse(body, list(range(len(body))))
    assert finished
    assert [content for _, content in parts] == [b"abc\r\n--xYzZ", b""]


def test_disposition_must_come_first() -> None:
    swapped = "\r\n".join(reversed(FILE.split("\r\n")))
    parts, _ = _parse(_body((swapped, b"abc")), [])
    assert not parts[0][0].readable


def test_a_plain_field_must_not_have_a_type() -> None:
    parts, _ = _parse(_body((FIELD + "\r\nContent-Type: text/plain", b"1")), [])
    assert not parts[0][0].readable


def test_names_must_be_quoted() -> None:
    parts, _ = _parse(_body(("Content-Disposition: form-data; name=did", b"1")), [])
    assert not parts[0][0].readable


def test_quoted_boundary_is_taken_with_its_quotes() -> None:
    assert boundary_of('multipart/form-data; boundary="abc"') == b'"abc"'
    assert boundary_of("multipart/form-data; boundary=abc; charset=utf-8") == b"abc"
    assert boundary_of("application/json") is None
    parts, finished = _parse(_body((FILE, b"abc")), [], b'"xYzZY"')
    assert not parts
    assert not finished


def test_an_unfinished_body_is_not_finished() -> None:
    assert not _parse(_body((FILE, b"abc"))[:-8], [])[1]


def test_an_endless_head_gives_up() -> None:
    parts, finished = _parse(b"--" + BOUNDARY + b"\r\n" + b"x" * 40_000, [20_000, 30_000])
    assert (parts, finished) == ([], False)

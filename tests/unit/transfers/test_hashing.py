"""Checksums: every provider of this machine, and hashing beside the bytes."""

import hashlib
import os
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fake_transfer_service import Sha512State

from fichier_gui.domain.errors import DiskFault, SourceMissing
from fichier_gui.transfers import checksum
from fichier_gui.transfers.hashing import PIECE, Digester, FrontDigester, HashStopped, hash_file


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def sha(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def test_this_machine_has_a_provider() -> None:
    found = checksum.find_checksums()
    assert found.provider in {name for name, _ in checksum.providers()}


def test_all_providers_agree_on_all_lengths() -> None:
    data = random.Random(1).randbytes(300_000)
    for size in (0, 1, 31, 32, 33, 63, 64, 65, 1000, 299_999):
        sums = set()
        for _, make in checksum.providers():
            state = make()
            view = memoryview(bytearray(data[:size]))
            for start in range(0, size, 7001):
                state.update(view[start : start + 7001])
            sums.add(state.hexdigest())
        assert len(sums) == 1
        (found,) = sums
        assert len(found) == 128
        assert found == found.lower()


def test_known_vectors() -> None:
    """From the final ISO version of the specification (ISO/IEC 10118-3, "abc" and the empty text)."""
    empty = (
        "19fa61d75522a466"
        "9b44e39c1d2e1726c530232130d407f89afee0964997f7a7"
        "3e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3"
    )
    for _, make in checksum.providers():
        assert make().hexdigest() == empty


def test_a_wrong_provider_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checksum, "_LOADERS", {"liar": lambda: Sha512State})
    assert checksum.find_checksums().provider is None


def test_a_broken_provider_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> checksum.MakeState:
        raise OSError("no such library")

    monkeypatch.setattr(checksum, "_LOADERS", {"broken": broken})
    found = checksum.find_checksums()
    assert found.provider is None
    with pytest.raises(RuntimeError):
        found.new()


def test_what_is_fed_is_hashed(pool: ThreadPoolExecutor) -> None:
    data = os.urandom(5 * PIECE + 12_345)
    digester = Digester(Sha512State(), pool)
    buffer = bytearray(PIECE)
    for start in range(0, len(data), 700_000):
        piece = data[start : start + 700_000]
        buffer[: len(piece)] = piece
        digester.feed(memoryview(buffer)[: len(piece)])
        buffer[:] = bytes(PIECE)  # the sender uses its buffer again at once
    assert digester.finish() == sha(data)


def test_an_aborted_digest_ends(pool: ThreadPoolExecutor) -> None:
    digester = Digester(Sha512State(), pool)
    digester.feed(memoryview(b"abc"))
    digester.abort()
    digester.abort()
    with pytest.raises(HashStopped):
        digester.finish()


def test_feeding_an_aborted_digest_does_not_hang(pool: ThreadPoolExecutor) -> None:
    digester = Digester(Sha512State(), pool)
    digester.abort()
    with pytest.raises(HashStopped):
        for _ in range(10):
            digester.feed(memoryview(bytes(PIECE)))


def test_a_growing_file_is_followed(pool: ThreadPoolExecutor, tmp_path: Path) -> None:
    data = os.urandom(3 * PIECE + 77)
    path = tmp_path / "part"
    with path.open("wb", buffering=0) as file:
        file.write(data[:1000])
        digester = FrontDigester(path, Sha512State(), pool)
        digester.advance(1000)
        for start in range(1000, len(data), 900_000):
            file.write(data[start : start + 900_000])
            digester.advance(min(start + 900_000, len(data)))
    assert digester.finish(len(data)) == sha(data)
    assert digester.hashed == len(data)


def test_following_nothing(pool: ThreadPoolExecutor, tmp_path: Path) -> None:
    path = tmp_path / "part"
    path.touch()
    assert FrontDigester(path, Sha512State(), pool).finish(0) == sha(b"")


def test_following_can_be_given_up(pool: ThreadPoolExecutor, tmp_path: Path) -> None:
    path = tmp_path / "part"
    path.touch()
    digester = FrontDigester(path, Sha512State(), pool)
    digester.abort()
    digester.wait()
    with pytest.raises(HashStopped):
        digester.finish(0)


def test_a_file_that_lost_bytes_is_said(pool: ThreadPoolExecutor, tmp_path: Path) -> None:
    path = tmp_path / "part"
    path.write_bytes(b"short")
    with pytest.raises(DiskFault):
        FrontDigester(path, Sha512State(), pool).finish(100)


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(2 * PIECE + 5))
    assert hash_file(path, Sha512State(), lambda: False) == sha(bytes(2 * PIECE + 5))
    with pytest.raises(HashStopped):
        hash_file(path, Sha512State(), lambda: True)
    with pytest.raises(SourceMissing):
        hash_file(tmp_path / "none", Sha512State(), lambda: False)

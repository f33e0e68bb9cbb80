"""Whirlpool, the service's checksum, from the fastest library that this machine has.

Python's own ``hashlib`` has none since OpenSSL 3 moved it to the *legacy provider*. Each library here is
loaded, made to hash a known text, measured for some milliseconds, and the fastest is used. MB/s on one core
of a small server, by :func:`speed`: libgcrypt 140 to 240, OpenSSL 130 to 205, librhash 140 to 205, the
``whirlpool`` package 140; the size of the pieces makes no difference from 64 KiB on. All but the last release
the GIL.
"""

import contextlib
import ctypes
import hashlib
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final

from fichier_gui.transfers.ports import HashState

DIGEST_SIZE: Final = 64
_KNOWN_TEXT: Final = b"abc"
_KNOWN_SUM: Final = (
    "4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c"
    "7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5"
)
_PROBE: Final = 64 * 1024
_RUNS: Final = 4

MakeState = Callable[[], HashState]


class FoundChecksums:
    """The fastest provider at hand, or none. Implements ``ports.Checksums``.

    Looked for at the first question: it takes some milliseconds, and the libraries half a mebibyte or more,
    which a program that moves nothing does without.
    """

    @property
    def provider(self) -> str | None:
        """Its name."""
        return self._found[0]

    def new(self) -> HashState:
        """A new digest. Raises ``RuntimeError`` where there is no provider."""
        _, make = self._found
        if make is None:
            raise RuntimeError("no Whirlpool provider on this machine")
        return make()

    @cached_property
    def _found(self) -> tuple[str | None, MakeState | None]:
        measured = [(speed(make), name, make) for name, make in providers()]
        return max(measured, key=lambda m: m[0])[1:] if measured else (None, None)


def find_checksums() -> FoundChecksums:
    """The fastest provider at hand."""
    return FoundChecksums()


def providers() -> Iterator[tuple[str, MakeState]]:
    """Every provider that loads here and hashes a known text rightly."""
    for name, load in _LOADERS.items():
        # A library of another version or a broken one is as good as none: the next one is tried.
        with contextlib.suppress(OSError, AttributeError, RuntimeError, ValueError, TypeError):
            make = load()
            if make is not None and _is_right(make):
                yield name, make


def speed(make: MakeState, size: int = _PROBE) -> float:
    """Bytes a second over ``size`` bytes, the best of a few runs."""
    data = memoryview(bytearray(size))
    best = float("inf")
    for _ in range(_RUNS):
        state = make()
        start = time.perf_counter()
        state.update(data)
        best = min(best, time.perf_counter() - start)
    return size / best


def _is_right(make: MakeState) -> bool:
    state = make()
    # In two pieces, and from a writable buffer: that is how transfers use it.
    state.update(memoryview(bytearray(_KNOWN_TEXT[:1])))
    state.update(memoryview(_KNOWN_TEXT[1:]))
    return state.hexdigest() == _KNOWN_SUM


def _address(data: memoryview) -> "bytes | ctypes.Array[ctypes.c_char]":
    """What ctypes takes for the bytes of ``data``, without a copy where they are writable."""
    if data.readonly:
        return data.tobytes()
    return (ctypes.c_char * data.nbytes).from_buffer(data)


def _library(*names: str) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _names(linux: str, mac: str, windows: str) -> tuple[str, ...]:
    # Fixed names: ``ctypes.util.find_library`` may start ldconfig or a compiler to find out.
    if sys.platform == "win32":
        return (windows,)
    if sys.platform == "darwin":
        return (mac, f"/opt/homebrew/lib/{mac}", f"/usr/local/lib/{mac}")
    return (linux,)


class _GcryptState:
    """libgcrypt's digest 305."""

    WHIRLPOOL = 305

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        self._handle = ctypes.c_void_p()
        if library.gcry_md_open(ctypes.byref(self._handle), self.WHIRLPOOL, 0):
            raise RuntimeError("libgcrypt has no Whirlpool")

    def update(self, data: memoryview) -> None:
        self._library.gcry_md_write(self._handle, _address(data), data.nbytes)

    def hexdigest(self) -> str:
        place = self._library.gcry_md_read(self._handle, self.WHIRLPOOL)
        return ctypes.string_at(place, DIGEST_SIZE).hex()

    def __del__(self) -> None:
        if self._handle:
            self._library.gcry_md_close(self._handle)


def _gcrypt() -> MakeState | None:
    library = _library(*_names("libgcrypt.so.20", "libgcrypt.20.dylib", "libgcrypt-20.dll"))
    if library is None:
        return None
    library.gcry_check_version.restype = ctypes.c_char_p
    library.gcry_check_version.argtypes = [ctypes.c_char_p]
    library.gcry_md_open.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_uint]
    library.gcry_md_write.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
    library.gcry_md_write.restype = None
    library.gcry_md_read.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.gcry_md_read.restype = ctypes.c_void_p
    library.gcry_md_close.argtypes = [ctypes.c_void_p]
    library.gcry_md_close.restype = None
    # The library starts itself on this call; without it everything else is undefined.
    if library.gcry_check_version(None) is None:
        return None
    return lambda: _GcryptState(library)


class _HashlibState:
    """OpenSSL through ``hashlib``, which releases the GIL itself."""

    def __init__(self) -> None:
        self._state = hashlib.new("whirlpool", usedforsecurity=False)

    def update(self, data: memoryview) -> None:
        self._state.update(data)

    def hexdigest(self) -> str:
        return self._state.hexdigest()


def _openssl() -> MakeState | None:
    # "legacy" goes into the very libcrypto that hashlib uses: it is found through the extension module, whose
    # own symbols and those of the libraries it was linked with are searched. "default" must be loaded by name
    # as well, for naming any provider turns the automatic one off.
    try:
        extension = importlib.import_module("_hashlib")
        library = ctypes.CDLL(extension.__file__)
        load = library.OSSL_PROVIDER_load
    except (ImportError, OSError, AttributeError, TypeError):
        return None
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    if not load(None, b"default") or not load(None, b"legacy"):
        return None
    try:
        _HashlibState()
    except ValueError:
        return None
    return _HashlibState


class _RhashState:
    """librhash."""

    WHIRLPOOL = 0x200

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        self._handle = library.rhash_init(self.WHIRLPOOL)

    def update(self, data: memoryview) -> None:
        self._library.rhash_update(self._handle, _address(data), data.nbytes)

    def hexdigest(self) -> str:
        result = ctypes.create_string_buffer(DIGEST_SIZE)
        self._library.rhash_final(self._handle, result)
        return result.raw.hex()

    def __del__(self) -> None:
        if self._handle:
            self._library.rhash_free(self._handle)


def _rhash() -> MakeState | None:
    library = _library(*_names("librhash.so.0", "librhash.0.dylib", "librhash.dll"))
    if library is None:
        return None
    library.rhash_library_init()
    library.rhash_init.argtypes = [ctypes.c_uint]
    library.rhash_init.restype = ctypes.c_void_p
    library.rhash_update.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
    library.rhash_final.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.rhash_free.argtypes = [ctypes.c_void_p]
    return lambda: _RhashState(library)


def _package() -> MakeState | None:
    try:
        module: Any = importlib.import_module("whirlpool")
    except ImportError:
        return None

    class PackageState:
        """The ``whirlpool`` package of PyPI, which takes bytes only."""

        def __init__(self) -> None:
            self._state = module.new()

        def update(self, data: memoryview) -> None:
            self._state.update(data.tobytes())

        def hexdigest(self) -> str:
            return str(self._state.hexdigest())

    return PackageState


_LOADERS: Final[dict[str, Callable[[], MakeState | None]]] = {
    "libgcrypt": _gcrypt,
    "OpenSSL": _openssl,
    "librhash": _rhash,
    "whirlpool": _package,
}

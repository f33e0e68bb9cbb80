"""Whirlpool, the service's checksum, by the quickest means that this machine has.

OpenSSL 3 keeps it in its *legacy provider*, libgcrypt has it too; both let other threads run meanwhile.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import functools
import hashlib
import importlib
from collections.abc import Callable
from typing import Protocol

from .whirlpool_pure import PureWhirlpool

GCRY_MD_WHIRLPOOL = 305
_DIGEST_BYTES = 64


class Hash(Protocol):
    """What every implementation offers."""

    def update(self, data: bytes | bytearray | memoryview, /) -> None:
        """Take more bytes."""

    def hexdigest(self) -> str:
        """128 lower-case hex digits."""


@functools.cache
def implementation() -> tuple[str, Callable[[], Hash]]:
    """Name and constructor of the implementation in use."""
    for name, find in (("openssl", _openssl), ("libgcrypt", _gcrypt), ("whirlpool", _package)):
        constructor = find()
        if constructor is not None:
            return name, constructor
    return "python", PureWhirlpool


def new() -> Hash:
    """A fresh hash."""
    return implementation()[1]()


def hexdigest(data: bytes) -> str:
    """The checksum of some bytes."""
    fresh = new()
    fresh.update(data)
    return fresh.hexdigest()


def _from_hashlib() -> Hash:
    return hashlib.new("whirlpool", usedforsecurity=False)


def _openssl() -> Callable[[], Hash] | None:
    try:
        library = ctypes.CDLL(importlib.import_module("_hashlib").__file__)
        # Loading any provider by hand switches the implicit default one off, hence both.
        for provider in (b"legacy", b"default"):
            library.OSSL_PROVIDER_load.restype = ctypes.c_void_p
            library.OSSL_PROVIDER_load(None, ctypes.c_char_p(provider))
    except (ImportError, AttributeError, OSError):
        pass  # An OpenSSL before 3.0 needs no provider; the next lines find out.
    try:
        _from_hashlib()
    except ValueError:
        return None
    return _from_hashlib


class _GcryptHash:
    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        self._handle = ctypes.c_void_p()
        if library.gcry_md_open(ctypes.byref(self._handle), GCRY_MD_WHIRLPOOL, 0):
            raise OSError("libgcrypt has no Whirlpool")

    def update(self, data: bytes | bytearray | memoryview) -> None:
        """Take more bytes."""
        block = bytes(data)
        self._library.gcry_md_write(self._handle, block, ctypes.c_size_t(len(block)))

    def hexdigest(self) -> str:
        """128 lower-case hex digits of what was taken so far."""
        copy = ctypes.c_void_p()
        if self._library.gcry_md_copy(ctypes.byref(copy), self._handle):
            raise OSError("libgcrypt cannot copy a digest")
        digest = ctypes.string_at(self._library.gcry_md_read(copy, GCRY_MD_WHIRLPOOL), _DIGEST_BYTES)
        self._library.gcry_md_close(copy)
        return digest.hex()

    def __del__(self) -> None:
        self._library.gcry_md_close(self._handle)


def _gcrypt() -> Callable[[], Hash] | None:
    try:
        library = ctypes.CDLL(ctypes.util.find_library("gcrypt") or "libgcrypt.so.20")
        library.gcry_check_version.restype = ctypes.c_char_p
        library.gcry_check_version(None)
        library.gcry_md_read.restype = ctypes.c_void_p
        _GcryptHash(library)
    except (OSError, AttributeError):
        return None
    return functools.partial(_GcryptHash, library)


def _package() -> Callable[[], Hash] | None:
    try:
        constructor: Callable[[], Hash] = importlib.import_module("whirlpool").new
    except (ImportError, AttributeError):
        return None
    return constructor

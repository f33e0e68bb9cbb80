"""Gives Python its own ``import`` back, which PySide6 replaces."""

import builtins
import importlib
from typing import Final

ORIGINAL: Final = "__orig_import__"
"""Where PySide6 keeps what it has replaced."""


def restore_import() -> None:
    """To be called before anything else that is made with Qt is imported.

    Through its replacement PySide6 reads the source of every module that is imported later, to see whether it
    may use ``__feature__``, as nothing here does. That is a good part of the start, and twelve megabytes of
    lines stay in ``linecache``.
    """
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, ORIGINAL, builtins.__import__)

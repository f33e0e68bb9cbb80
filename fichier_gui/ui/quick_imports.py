"""Gives Python its own ``import`` back, which PySide6 replaces.

With its replacement PySide6 reads the source of every module that is imported after it, to see whether it may
use ``__feature__``, as nothing here does. That is a good part of the start, and twelve megabytes of lines
that stay in ``linecache``.
"""

import builtins
from typing import Final

import PySide6.QtCore  # noqa: F401

ORIGINAL: Final = "__orig_import__"
"""Where PySide6 keeps what it has replaced."""

builtins.__import__ = getattr(builtins, ORIGINAL, builtins.__import__)

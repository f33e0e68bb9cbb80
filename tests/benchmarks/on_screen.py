"""What an X display shows: when a new window is there and something is painted in it."""

import ctypes
import ctypes.util
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any, Final

LEAST: Final = (300, 200)
"""A window of this size is the program's, and no tip or splash."""
_DECORATION: Final = 40
"""What a window manager may draw at the edges, in pixels."""
_COLORS: Final = 8
"""A ground, and the shades of a text on it."""
_Z_PIXMAP: Final = 2
_ALL_PLANES: Final = (1 << 32) - 1


class _Image(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "line_bytes")),
    ]


_pause = Event().wait
_ErrorHandler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


@_ErrorHandler
def _windows_may_vanish(_display: int, _error: int) -> int:
    return 0


@dataclass(frozen=True)
class Screen:
    """The top-level windows of a display, by their X identifiers."""

    _x11: Any
    _display: ctypes.c_void_p

    def windows(self) -> set[int]:
        """All that are there, seen or not."""
        root = self._x11.XDefaultRootWindow(self._display)
        unused, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x11.XQueryTree(self._display, root, *map(ctypes.byref, (unused, parent, children, count)))
        found = set(children[: count.value])
        self._x11.XFree(children)
        return found

    def wait_for_picture(self, before: set[int], seconds: float = 30) -> bool:
        """Wait until a window that is not among ``before`` is painted; false after ``seconds``."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(self._is_painted(window) for window in self.windows() - before):
                return True
            _pause(0.005)
        return False

    def _is_painted(self, window: int) -> bool:
        width, height = self._size(window)
        if width < LEAST[0] or height < LEAST[1]:
            return False
        edge = _DECORATION
        place = (edge, edge, width - 2 * edge, height - 2 * edge)
        image = self._x11.XGetImage(self._display, window, *place, _ALL_PLANES, _Z_PIXMAP)
        if not image:  # is not mapped
            return False
        held = image.contents
        pixels = ctypes.string_at(held.data, held.line_bytes * held.height)
        self._x11.XFree(held.data)
        self._x11.XFree(image)
        return len(set(memoryview(pixels).cast("I"))) >= _COLORS

    def _size(self, window: int) -> tuple[int, int]:
        root = ctypes.c_ulong()
        x, y = ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        into = map(ctypes.byref, (root, x, y, width, height, border, depth))
        is_there = self._x11.XGetGeometry(self._display, window, *into)
        return (width.value, height.value) if is_there else (0, 0)


@contextmanager
def screen(display: str) -> Iterator[Screen]:
    """A connection to ``display``, such as ``:7``."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
    pointer, ident, number = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
    x11.XOpenDisplay.restype = pointer
    x11.XDefaultRootWindow.restype = ident
    x11.XGetImage.restype = ctypes.POINTER(_Image)
    x11.XDefaultRootWindow.argtypes = [pointer]
    x11.XCloseDisplay.argtypes = [pointer]
    x11.XFree.argtypes = [pointer]
    x11.XQueryTree.argtypes = [pointer, ident, *[pointer] * 4]
    x11.XGetGeometry.argtypes = [pointer, ident, *[pointer] * 7]
    x11.XGetImage.argtypes = [pointer, ident, number, number, number, number, ident, number]
    x11.XSetErrorHandler(_windows_may_vanish)
    opened = x11.XOpenDisplay(display.encode())
    if not opened:
        raise OSError(f"no display {display}")
    try:
        yield Screen(x11, opened)
    finally:
        x11.XCloseDisplay(opened)

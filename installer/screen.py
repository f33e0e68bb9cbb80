"""Is there a screen that a window could appear on?"""

import ctypes
import os
import sys
from pathlib import Path


def is_there() -> bool:
    """True where a window can be opened. A variable may name a display that is gone: it connects."""
    if sys.platform != "linux":
        return True
    return _wayland() or _x11()


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return name != "" and Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name).is_socket()


def _x11() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused

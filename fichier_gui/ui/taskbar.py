"""Progress on the button of Windows' task bar: ``ITaskbarList3``, called without a helper library.

https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3
"""

import ctypes
import logging
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from fichier_gui.domain.desktop import LauncherState

logger = logging.getLogger(__name__)

WHOLE: Final = 1000


class Method(IntEnum):
    """Places in the table of the interface's methods, those it inherits counted."""

    HR_INIT = 3
    SET_PROGRESS_VALUE = 9
    SET_PROGRESS_STATE = 10


class Look(IntEnum):
    """``TBPFLAG``."""

    NONE = 0
    NORMAL = 2
    ERROR = 4
    PAUSED = 8


Call = Callable[..., None]
"""A method and its arguments."""


class Taskbar:
    """The button of one window. Lives in the window's thread, where Qt has COM ready."""

    def __init__(self, window: int, call: Call) -> None:
        self._window = window
        self._call = call
        call(Method.HR_INIT)

    def show(self, state: LauncherState) -> None:
        """Red where a transfer needs the user, yellow while all is paused."""
        look = Look.NONE
        if state.fraction is not None:
            look = Look.ERROR if state.count else Look.PAUSED if state.is_paused else Look.NORMAL
        self._call(Method.SET_PROGRESS_STATE, self._window, int(look))
        if state.fraction is not None:
            self._call(Method.SET_PROGRESS_VALUE, self._window, round(state.fraction * WHOLE), WHOLE)


def task_bar(window: int) -> Taskbar | None:
    """The button of ``window`` (its handle). None where this system has none."""
    if sys.platform == "win32":
        try:
            return Taskbar(window, _interface())
        except OSError as error:
            logger.info("Task bar: %s", error)
    return None


_ARGUMENTS: Final[dict[Method, tuple[type[Any], ...]]] = {
    Method.HR_INIT: (),
    Method.SET_PROGRESS_VALUE: (ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64),
    Method.SET_PROGRESS_STATE: (ctypes.c_void_p, ctypes.c_int),
}
_CLASS: Final = "{56FDF344-FD6D-11d0-958A-006097C9A090}"
_INTERFACE: Final = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
_IN_PROCESS: Final = 1

if sys.platform == "win32":

    def _interface() -> Call:
        """Calls the interface; it lives as long as the process. Raises ``OSError``."""
        ole = ctypes.OleDLL("ole32")
        name, wanted, made = (ctypes.c_byte * 16)(), (ctypes.c_byte * 16)(), ctypes.c_void_p()
        ole.CLSIDFromString(_CLASS, ctypes.byref(name))
        ole.CLSIDFromString(_INTERFACE, ctypes.byref(wanted))
        ole.CoCreateInstance(ctypes.byref(name), None, _IN_PROCESS, ctypes.byref(wanted), ctypes.byref(made))
        table = ctypes.cast(made, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        functions = {
            method: ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_void_p, *kinds)(table[method])
            for method, kinds in _ARGUMENTS.items()
        }

        def call(method: Method, *arguments: object) -> None:
            functions[method](made, *arguments)

        return call

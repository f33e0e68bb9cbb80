"""The user's part of Windows' registry: texts under names."""

import contextlib
import sys
from typing import Protocol


class Registry(Protocol):
    """Texts under a key and a name."""

    def read(self, key: str, name: str) -> str | None:
        """None where there is nothing."""
        ...

    def write(self, key: str, name: str, value: str) -> None:
        """Make the key where it is missing."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Idempotent."""
        ...


class Nothing:
    """Of a system without a registry."""

    def read(self, key: str, name: str) -> str | None:
        """Nothing is there."""
        return None

    def write(self, key: str, name: str, value: str) -> None:
        """Nothing is kept."""

    def remove(self, key: str, name: str) -> None:
        """Nothing was there."""


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """``HKEY_CURRENT_USER``."""

        def read(self, key: str, name: str) -> str | None:
            """See :class:`Registry`."""
            with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
            return None

        def write(self, key: str, name: str, value: str) -> None:
            """See :class:`Registry`."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def remove(self, key: str, name: str) -> None:
            """See :class:`Registry`."""
            access = winreg.KEY_SET_VALUE
            with (
                contextlib.suppress(OSError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened,
            ):
                winreg.DeleteValue(opened, name)


def own_registry() -> Registry:
    """This system's own, where it has one."""
    if sys.platform == "win32":
        return UserRegistry()
    return Nothing()

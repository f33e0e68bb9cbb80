"""Where the owner of a profile can be reached by the same user, and by nobody else.

A unix socket in a folder of the user's; on Windows a loopback port, with a token in a file of the user's.
"""

import asyncio
import hmac
import os
import secrets
import stat
import sys
from collections.abc import Callable
from typing import Final

from fichier_gui.domain.errors import DiskDenied
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.text_file import AtomicText

LINE_LIMIT: Final = 64 * 1024 * 1024
"""Longest message in bytes: a job may name many thousand paths."""

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]
OnVisitor = Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]

HAS_UNIX_SOCKETS: Final = sys.platform != "win32"


class Doorway:
    """One profile's door. ``unix`` is a parameter so that the other way can be tried on any system."""

    def __init__(self, paths: ProfilePaths, unix: bool = HAS_UNIX_SOCKETS) -> None:
        self._paths = paths
        self._unix = unix
        self._token = ""

    async def open(self, on_visitor: OnVisitor) -> asyncio.Server:
        """Listen. Only the holder of the profile's lock may call this: what was there before is stale.

        Raises ``DiskProblem`` leaves.
        """
        if self._unix:
            return await self._open_socket(on_visitor)
        server = await asyncio.start_server(on_visitor, "127.0.0.1", 0, limit=LINE_LIMIT)
        self._token = secrets.token_hex(32)
        port = server.sockets[0].getsockname()[1]
        AtomicText(self._paths.address).save(f"{port} {self._token}")
        return server

    async def enter(self) -> tuple[Stream, str]:
        """Connect; the token that the owner wants to see comes with the stream. Raises ``OSError``."""
        if self._unix:
            path = str(self._paths.socket)
            return await asyncio.open_unix_connection(path, limit=LINE_LIMIT), ""
        port, _, token = (AtomicText(self._paths.address).load() or "").partition(" ")
        if not port.isdigit():
            raise ConnectionRefusedError("no address file")
        return await asyncio.open_connection("127.0.0.1", int(port), limit=LINE_LIMIT), token

    def admits(self, token: object) -> bool:
        """True for the token of this doorway."""
        return isinstance(token, str) and hmac.compare_digest(token, self._token)

    def remove(self) -> None:
        """Take the sign down."""
        (self._paths.socket if self._unix else self._paths.address).unlink(missing_ok=True)

    async def _open_socket(self, on_visitor: OnVisitor) -> asyncio.Server:
        path = self._paths.socket
        with disk_faults(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            info = path.parent.stat()
            # In a shared temporary folder somebody else may have made it first.
            if info.st_uid != os.getuid() or info.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise DiskDenied("the folder of the socket is open to others", path=str(path.parent))
            path.unlink(missing_ok=True)
            server = await asyncio.start_unix_server(on_visitor, str(path), limit=LINE_LIMIT)
            path.chmod(0o600)
        return server

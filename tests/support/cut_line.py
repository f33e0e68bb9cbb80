"""A line to a local service that a test can cut, let hang, and mend.

with CutLine(("127.0.0.1", running.port)) as line:
    line.cut()      # connections break, new ones are refused
    line.hang()     # connections stay and carry nothing; new ones come about and carry nothing
    line.mend()     # new connections work again; those that hung never say another word
"""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType


class CutLine:
    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._dumb: set[socket.socket] = set()
        self._hangs = False
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.carried = 0
        """Bytes that came from the service."""
        self._serve()

    def __enter__(self) -> CutLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        for thread in self._threads:
            thread.join()
        for connection in self._sockets:
            connection.close()

    def cut(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._sockets:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def hang(self) -> None:
        with self._lock:
            self._hangs = True
            self._dumb |= self._sockets

    def mend(self) -> None:
        self._hangs = False
        if self._listener.fileno() < 0:
            self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
            self._serve()

    def _serve(self) -> None:
        self._spawn(self._accept, self._listener)

    def _spawn(self, act: object, *arguments: object) -> None:
        assert callable(act)
        thread = threading.Thread(target=act, args=arguments, name="cut-line", daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(self._target)
                with self._lock:
                    self._sockets |= {client, server}
                    if self._hangs:
                        self._dumb |= {client, server}
                self._spawn(self._pipe, client, server, False)
                self._spawn(self._pipe, server, client, True)

    def _pipe(self, source: socket.socket, target: socket.socket, counts: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(1 << 16):
                if source in self._dumb:
                    continue
                self.carried += len(piece) if counts else 0
                target.sendall(piece)
        if source not in self._dumb:
            for end in (source, target):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

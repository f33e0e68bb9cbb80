"""A bench whose service is the simulator behind its socket, and whose client never waits."""

from __future__ import annotations

from pathlib import Path

from support.fast_client import fast_client
from support.simulator import ThreadedSimulator
from transfer_bench import Bench

from fichier_gui.api.options import NetworkOptions
from fichier_gui.domain.clock import Clock, SystemClock
from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.transfers import NewDownload, NewUpload
from fichier_gui.transfers.checksum import find_checksums


class ServiceBench(Bench):
    """Made inside a running loop; ``opened`` has the client between ``open`` and ``close``."""

    timeout = 2.0
    """Seconds without a byte, of the client."""

    def __init__(self, folder: Path, running: ThreadedSimulator) -> None:
        super().__init__(folder)
        self.running = running
        self.checksums = find_checksums()
        self.up = running.service.add_folder("/Up")
        self.client_clock: Clock = SystemClock()

    def paused(self, until: float, error: AppError) -> None:
        """The service asked for patience."""

    async def open(self) -> None:
        self.opened = fast_client(
            self.running.base_url,
            clock=self.client_clock,
            options=NetworkOptions(trust_system_proxy=False, timeout=self.timeout),
            paused=self.paused,
        )
        self.ports = (self.opened.client, self.opened.folders)
        await super().open()

    async def close(self) -> None:
        await super().close()
        await self.opened.aclose()

    def sent(self, name: str, data: bytes) -> NewUpload:
        path = self.local / name
        path.write_bytes(data)
        return NewUpload(str(path), name, len(data), FolderId(self.up.id), "/Up", path.stat().st_mtime_ns)

    def fetched(self, name: str, data: bytes) -> NewDownload:
        file = self.running.service.add_file(f"/Down/{name}", data)
        link = FileUrl(self.running.service.link(file))
        return NewDownload(link, name, len(data), str(self.target), "/Down", file.checksum)

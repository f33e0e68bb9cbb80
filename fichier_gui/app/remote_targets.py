"""Where remote uploads go to, kept until they have landed: the service does not say it."""

import json
import logging
from collections.abc import Mapping
from typing import Final

from fichier_gui.app.account_memory import TextFile
from fichier_gui.app.workers import Workers
from fichier_gui.domain.errors import DiskProblem
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.jobs import JobId

logger = logging.getLogger(__name__)

_KEPT: Final = 500


class RemoteTargets:
    """Jobs of ours and their folders. On disk are those that have not landed; no address is."""

    def __init__(self, file: TextFile, disk: Workers) -> None:
        self._file = file
        self._disk = disk
        self._is_loaded = False
        self._folders: dict[JobId, FolderId] = {}
        self._awaited: dict[JobId, FolderId] = {}

    @property
    def awaited(self) -> frozenset[JobId]:
        """Jobs whose files have not landed, as far as known here."""
        return frozenset(self._awaited)

    def get(self, job_id: JobId) -> FolderId | None:
        """The folder of a job of ours."""
        return self._folders.get(job_id)

    async def load(self) -> None:
        """Read what an earlier run left; once."""
        if not self._is_loaded:
            left = await self._disk.run(_load, self._file)
            if not self._is_loaded:
                self._is_loaded = True
                self._folders = left | self._folders
                self._awaited = left | self._awaited

    async def put(self, job_id: JobId, folder_id: FolderId) -> None:
        """A job of ours was taken."""
        self._folders[job_id] = self._awaited[job_id] = folder_id
        await self._save()

    async def landed(self, job_id: JobId) -> None:
        """There is nothing more to wait for."""
        if self._awaited.pop(job_id, None) is not None:
            await self._save()

    async def _save(self) -> None:
        await self.load()
        self._awaited = dict(sorted(self._awaited.items())[-_KEPT:])
        await self._disk.run(_save, self._file, dict(self._awaited))


def _load(file: TextFile) -> dict[JobId, FolderId]:
    try:
        pairs = json.loads(file.load() or "{}")["folders"].items()
        return {JobId(int(job)): FolderId(int(folder)) for job, folder in pairs}
    except (DiskProblem, ValueError, KeyError, TypeError, AttributeError):
        # Without it a file lands all the same; only its folder is not shown by itself.
        return {}


def _save(file: TextFile, folders: Mapping[JobId, FolderId]) -> None:
    try:
        file.save(json.dumps({"folders": {str(job): folder for job, folder in folders.items()}}))
    except DiskProblem as error:
        logger.warning("What remote uploads are under way cannot be noted: %s", error.detail)

"""``remote/*`` and ``ftp/*`` (reference §4.19, §4.21)."""

from collections.abc import Mapping, Sequence

from fichier_gui.api.calls import Ask, Caller
from fichier_gui.api.jobs import read_ftp_users, read_job, read_jobs, read_request
from fichier_gui.api.pacing import Priority
from fichier_gui.api.wire import mapping
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.jobs import FtpUser, JobId, RemoteJob


class JobCalls(Caller):
    """Files that the service fetches by itself, and FTP sub-accounts."""

    async def request_remote(
        self,
        sources: Sequence[str],
        folder_id: FolderId = ROOT,
        *,
        headers: Mapping[str, str] | None = None,
        priority: Priority = Priority.CLICK,
    ) -> RemoteJob:
        """``remote/request``. ``headers`` are sent to the sources, such as a cookie."""
        payload: dict[str, object] = {"urls": list(sources), "folder_id": int(folder_id)}
        if headers:
            payload["headers"] = dict(headers)
        return await self._call(
            "remote/request",
            payload,
            Ask(priority),
            lambda answer: read_request(answer, tuple(sources), self._clock.time()),
        )

    async def remote_jobs(self, *, priority: Priority = Priority.BACKGROUND) -> tuple[RemoteJob, ...]:
        """``remote/ls``: poll it no faster than every 30 to 45 s."""
        ask = Ask(priority, is_repeatable=True)
        return await self._call("remote/ls", {}, ask, lambda answer: read_jobs(answer, self._clock.time()))

    async def remote_job(self, job_id: JobId, *, priority: Priority = Priority.BACKGROUND) -> RemoteJob:
        """``remote/info``: with a result for each source, once the job was executed."""
        ask = Ask(priority, is_repeatable=True)
        return await self._call(
            "remote/info",
            {"id": int(job_id)},
            ask,
            lambda answer: read_job(answer, job_id, self._clock.time()),
        )

    async def process_ftp(self, *, priority: Priority = Priority.CLICK) -> None:
        """``ftp/process``: take over what came by FTP now."""
        await self._call("ftp/process", {}, Ask(priority), mapping)

    async def ftp_users(self, *, priority: Priority = Priority.CLICK) -> tuple[FtpUser, ...]:
        """``ftp/users/ls``."""
        return await self._call("ftp/users/ls", {}, Ask(priority, is_repeatable=True), read_ftp_users)

    async def add_ftp_user(
        self, name: str, password: str, folder_id: FolderId, *, priority: Priority = Priority.CLICK
    ) -> None:
        """``ftp/users/add``."""
        payload = {"user": name, "pass": password, "folder_id": int(folder_id)}
        await self._call("ftp/users/add", payload, Ask(priority), mapping)

    async def remove_ftp_user(self, name: str, *, priority: Priority = Priority.CLICK) -> None:
        """``ftp/users/rm``."""
        await self._call("ftp/users/rm", {"user": name}, Ask(priority), mapping)

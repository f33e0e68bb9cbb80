"""Remote uploads and FTP sub-accounts: from the wire to ``domain.jobs``. Pure (reference §4.19, §4.21)."""

from fichier_gui.api.wire import Json, integer, mapping, moment, rows, text, texts
from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.ids import FileUrl, FolderId
from fichier_gui.domain.jobs import FtpUser, JobId, RemoteJob, RemoteResult
from fichier_gui.domain.links import file_url


def read_jobs(answer: object, now: float) -> tuple[RemoteJob, ...]:
    """``remote/ls``; a job with no id is left out."""
    return tuple(_job(row, now) for row in rows(mapping(answer), "data") if integer(row, "id") is not None)


def read_job(answer: object, asked: JobId, now: float) -> RemoteJob:
    """``remote/info``."""
    return _job(mapping(answer), now, asked)


def read_request(answer: object, sources: tuple[str, ...], now: float) -> RemoteJob:
    """``remote/request``: the job that was made."""
    source = mapping(answer)
    identifier = integer(source, "id")
    if identifier is None:
        raise UnexpectedAnswer("remote/request gave no id")
    return RemoteJob(JobId(identifier), moment(source, "date", now=now) or now, sources=sources)


def read_ftp_users(answer: object) -> tuple[FtpUser, ...]:
    """``ftp/users/ls``: the shape is not documented, so both likely names of the array are read."""
    return tuple(
        FtpUser(name, None if (folder := integer(row, "folder_id")) is None else FolderId(folder))
        for row in rows(mapping(answer), "data", "users")
        if (name := text(row, "user", "login", "name"))
    )


def _job(source: Json, now: float, default: JobId | None = None) -> RemoteJob:
    identifier = integer(source, "id")
    return RemoteJob(
        id=JobId(identifier or 0) if default is None else default,
        requested_at=moment(source, "request_date", now=now),
        executed_at=moment(source, "execution_date", now=now),
        sources=texts(source, "links"),
        results=tuple(found for row in rows(source, "result") if (found := _result(row)) is not None),
    )


def _result(row: Json) -> RemoteResult | None:
    """None: no result yet, for it is neither good nor bad."""
    link, source, said = text(row, "download_link"), text(row, "url"), text(row, "status").upper()
    if said == "KO":
        return RemoteResult(source, None, text(row, "message"))
    if link:
        return RemoteResult(source, file_url(link) or FileUrl(link))
    return RemoteResult(source, None, is_nameless=True) if said == "OK" else None

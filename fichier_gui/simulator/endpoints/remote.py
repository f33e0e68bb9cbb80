"""Remote uploads: `remote/request`, `ls`, `info` (§4.21)."""

from __future__ import annotations

import urllib.parse
import zlib

from .. import names, paris
from ..access import writable_folder
from ..answers import NOT_FOUND, Json, Reason, Refusal, bad_field
from ..call import Call
from ..content import PatternContent, checksum
from ..links import link
from ..model import File, RemoteJob, User

_SCHEMES = ("http", "https", "ftp")
_MISSING = ("missing", "404", "nowhere")


def request(call: Call) -> Json:
    """Queue a job."""
    urls = call.payload.texts("urls")
    if len(urls) > call.switches.remote_max_urls:
        raise Refusal(Reason(403, "Too many URLs", soft=True))
    if call.switches.remote_bad_url == "refuse" and not all(map(_is_url, urls)):
        raise Refusal(Reason(403, "Invalid URL", soft=True))
    folder = writable_folder(call, call.payload.integer("folder_id")).folder
    headers = _headers(call)
    job = RemoteJob(call.state.number(), folder.id, urls, headers, call.now)
    call.user.jobs[job.id] = job
    answer: Json = {"status": "OK", "id": job.id, "date": paris.stamp(call.now), "urls": urls}
    if headers:
        lines = [f"{name}: {value}" for name, value in headers.items()]
        answer["headers"] = lines if call.switches.remote_headers == "list" else headers
    return answer


def list_jobs(call: Call) -> Json:
    """All jobs of the account."""
    _run_due(call)
    data: list[Json] = [
        {
            "id": job.id,
            "request_date": paris.stamp(job.requested),
            "execution_date": _execution(job),
        }
        for job in call.user.jobs.values()
    ]
    return {"status": "OK"} | ({"data": data} if data else {})


def job_info(call: Call) -> Json:
    """One job, with the result of each URL once it is executed."""
    _run_due(call)
    wanted = call.payload.raw("id")
    if isinstance(wanted, bool) or not isinstance(wanted, int | str) or not str(wanted).isdecimal():
        raise bad_field("id")
    job = call.user.jobs.get(int(wanted))
    if job is None:
        raise Refusal(NOT_FOUND)
    answer: Json = {
        "id": job.id,
        "request_date": paris.stamp(job.requested),
        "execution_date": _execution(job),
        "links": job.urls,
    }
    return answer | ({"result": job.results} if job.results else {})


def _execution(job: RemoteJob) -> str:
    return paris.NEVER if job.executed is None else paris.stamp(job.executed)


def _headers(call: Call) -> dict[str, str]:
    raw = call.payload.raw("headers")
    if isinstance(raw, dict):
        return {str(name): str(value) for name, value in raw.items()}
    if isinstance(raw, list):
        pairs = (str(line).partition(":") for line in raw)
        return {name.strip(): value.strip() for name, _, value in pairs}
    if raw is None:
        return {}
    raise bad_field("headers")


def _is_url(url: str) -> bool:
    parts = urllib.parse.urlsplit(url)
    return parts.scheme in _SCHEMES and bool(parts.hostname)


def _run_due(call: Call) -> None:
    for job in call.user.jobs.values():
        due = job.requested + call.switches.remote_seconds
        if job.executed is None and call.now >= due:
            job.executed = due
            job.results = [_fetch(call, call.user, job, url) for url in job.urls]


def _fetch(call: Call, user: User, job: RemoteJob, url: str) -> dict[str, str]:
    if not _is_url(url):
        return {"status": "KO", "url": url, "message": "Invalid URL"}
    path = urllib.parse.unquote(urllib.parse.urlsplit(url).path)
    if any(word in url for word in _MISSING):
        return {"status": "KO", "url": url, "message": "404 Not Found"}
    seed = zlib.crc32(url.encode())
    content = PatternContent(seed, 1000 + seed % 60000)
    folder_id = job.folder_id if job.folder_id in user.folders else 0
    name = names.settle_upload(path.rsplit("/", 1)[-1] or "index.html", "strip")
    file = File(call.state.link_id(), user.email, folder_id, name, content, call.now, checksum(content))
    call.state.add_file(file)
    return {"status": "OK", "url": url, "download_link": link(file.id), "message": "OK"}

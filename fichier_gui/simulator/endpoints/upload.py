"""Uploads: `get_upload_server`, `upload.cgi`, `end.pl` (§4.16, §5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import names
from ..access import reach_folder
from ..answers import TEXT_TYPE, Answer, Json, Refusal, html
from ..call import Call
from ..content import Content
from ..faults import Fault
from ..links import DOMAINS, LINK_ALPHABET, link
from ..model import ROOT_ID, File, Folder, Report, User

MOST_FILES = 500
LARGEST_REQUEST = 500 * 10**9
LARGEST_FILE = 300 * 10**9
NODE_KEPT = 4 * 3600.0
REPORT_KEPT = 2 * 3600.0
INCOMING = "incoming"

NO_FILE = "Pas de fichier trouvé dans l'envoi"
NO_DESTINATION = "Ne peut ouvrir le fichier destination"
WAIT_PAGE = html(200, "1fichier.com", "Veuillez patienter / Please wait : analyse antivirus en cours")
GONE_PAGE = html(404, "1fichier.com", "Rapport introuvable / Report not found")


@dataclass(frozen=True)
class Received:
    """One file part of a form."""

    name: str
    content: Content


@dataclass(frozen=True)
class Form:
    """A parsed upload. `well_formed` is False when the parser met something the service does not read."""

    fields: dict[str, str] = field(default_factory=dict)
    files: list[Received] = field(default_factory=list)
    well_formed: bool = True


def get_upload_server(call: Call) -> Json:
    """A node and an id for one upload. No status, as the real answer."""
    identifier = call.state.random_text(LINK_ALPHABET, 10)
    call.state.reports[identifier] = Report(identifier, call.now)
    return {"url": call.node.pick(call.state.rng), "id": identifier}


def refused(text: str) -> Answer:
    """An upload node's refusal: HTTP 200 and a French sentence."""
    return html(200, "1fichier.com : upload", text)


def receive(call: Call, identifier: str, form: Form) -> Answer:
    """Take a complete upload. The files wait in the report until their sums are known."""
    report = call.state.reports.get(identifier)
    if report is None or report.used or call.now > report.issued + NODE_KEPT:
        return refused(NO_DESTINATION)
    files = [received for received in form.files if received.content.size]
    if not form.well_formed or not files or len(files) > MOST_FILES:
        return refused(NO_FILE)
    user = _recipient(call, form, report)
    if user is not None and user.upload_forbidden:
        return refused("Envoi interdit : quota dépassé")
    try:
        stored = [_file(call, user, form, received, report) for received in files]
    except Refusal as refusal:
        return refused(str(refusal))
    report.used = True
    report.files = stored
    page = html(302, "Moved ! Temporary Redirect", "Moved ! Temporary Redirect")
    return Answer(302, page.body, page.content_type, {"Location": f"/end.pl?xid={identifier}"})


def store(call: Call, report: Report) -> None:
    """Put the files of a report where they belong, once every sum is known."""
    waits = call.switches.storage_needs_end_pl and not report.asked
    if report.stored or not report.used or waits or not all(file.checksum for file in report.files):
        return
    for file in report.files:
        owner = call.owner_of(file)
        if owner is not None and file.folder_id not in owner.folders:
            file.folder_id = ROOT_ID  # The folder was removed during the upload.
        call.state.add_file(file)
    report.stored = True
    report.finished = call.now


def end(call: Call, identifier: str, json_level: str, export: bool, fault: Fault | None = None) -> Answer:
    """The report: HTML while the storage works, then JSON, CSV or a page."""
    report = call.state.reports.get(identifier)
    if report is None or not report.used:
        return GONE_PAGE
    if report.finished is not None and call.now > report.finished + REPORT_KEPT:
        return GONE_PAGE
    report.asked = True
    store(call, report)
    if fault is not None and fault.action == "pending":
        report.polls -= fault.times
    report.polls += 1
    if report.polls <= call.switches.wait_polls or not report.stored:
        return WAIT_PAGE
    links = _links(report, fault.action if fault else "")
    if json_level in ("1", "2"):
        answer: Json = {"incoming": report.incoming, "links": links}
        return Answer(200, answer, pretty=json_level == "2")
    if export:
        return Answer(200, _csv(report), TEXT_TYPE)
    rows = "".join(f'<a href="{entry["download"]}">{entry["filename"]}</a>' for entry in links)
    return html(200, "1fichier.com", rows)


def _recipient(call: Call, form: Form, report: Report) -> User | None:
    if call.caller is not None:
        return call.caller
    named = call.state.users.get(form.fields.get("user", ""))
    if named is None:
        return None
    if named.web_password and form.fields.get("pass") == named.web_password:
        return named
    report.incoming = 1
    return named


def _folder(call: Call, user: User, form: Form, report: Report) -> tuple[User, Folder]:
    if report.incoming:
        present = call.state.child_named(user, user.root, INCOMING)
        return user, present or call.state.add_folder(user, user.root, INCOMING, call.now)
    did = form.fields.get("did", "0")
    try:
        reach = reach_folder(call, int(did)) if call.caller is not None else None
    except (ValueError, Refusal):
        reach = None
    if reach is None or not reach.writable:
        return user, user.root  # An invalid id silently means the root (§5.2).
    return reach.owner, reach.folder


def _file(call: Call, user: User | None, form: Form, received: Received, report: Report) -> File:
    name = names.settle_upload(received.name, call.switches.names)
    domain = form.fields.get("domain", "0")
    owner, folder_id, code = None, ROOT_ID, call.state.random_text(LINK_ALPHABET, 5)
    if user is not None:
        holder, folder = _folder(call, user, form, report)
        owner, folder_id, code = holder.email, folder.id, ""
    return File(
        call.state.link_id(),
        owner,
        folder_id,
        name,
        received.content,
        call.now,
        password=form.fields.get("dpass", ""),
        domain=int(domain) if domain.isdecimal() and int(domain) < len(DOMAINS) else 0,
        removal_code=code,
    )


def _links(report: Report, action: str) -> list[Json]:
    links: list[Json] = [
        {
            "download": link(file.id, file.domain),
            "filename": file.name,
            "remove": removal_link(file),
            "size": str(file.size),
            "whirlpool": file.checksum,
        }
        for file in report.files
    ]
    if action == "no-links":
        return []
    if action == "two-links":
        stray: Json = {"download": link("a" * 20), "filename": "stray.bin", "remove": ""}
        return [stray | {"size": "1", "whirlpool": "0" * 128}, *links]
    return links


def removal_link(file: File) -> str:
    """The removal link of a guest's upload; empty for an account's."""
    if not file.removal_code:
        return ""
    return f"https://{DOMAINS[file.domain]}/remove/{file.id}/{file.removal_code}"


def _csv(report: Report) -> str:
    lines = [
        f"{file.name};{file.size};{file.id};{file.removal_code};{file.domain};{file.checksum}"
        for file in report.files
    ]
    return "\n".join(lines) + "\n"

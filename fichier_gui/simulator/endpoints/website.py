"""The end points of the web site that need no key (§7)."""

from __future__ import annotations

import html as markup

from ..answers import IP_LOCKED, TEXT_TYPE, Answer, Json, Refusal, html
from ..call import Call
from ..links import link, parse_link
from ..model import File

MOST_LINKS = 100
_FORM = '<form method="post"><input type="password" name="pass"><input type="submit"></form>'


def public_folder(call: Call, public_id: str, password: str, as_json: bool) -> Answer:
    """A published folder: a flat list, without sub-folders and without its name."""
    found = call.state.public_folder(public_id)
    if found is None:
        return html(404, "1fichier.com", "The requested folder could not be found")
    _, folder = found
    if folder.password and password != folder.password:
        return html(200, "1fichier.com", _FORM)
    files = call.state.live_files(folder)
    if not as_json:
        rows = "".join(
            f'<a href="{link(file.id, file.domain)}">{markup.escape(file.name)}</a>' for file in files
        )
        return html(200, f"1fichier.com : {markup.escape(folder.name)}", rows)
    entries: list[Json] = [
        {
            "filename": file.name,
            "link": link(file.id, file.domain),
            "size": file.size,
            "password": int(bool(file.password)),
            "acl": int(bool(file.acl)),
        }
        for file in files
    ]
    return Answer(200, entries)


def check_links(call: Call, urls: list[str]) -> Answer:
    """One line a link; the bare text `IP Locked` when the address is locked or too quick."""
    try:
        call.limits.arrive(call.context.ip, "check_links.pl", call.now)
    except Refusal:
        return Answer(403, IP_LOCKED.text, TEXT_TYPE)
    return Answer(200, "".join(_line(call, url) + "\n" for url in urls[:MOST_LINKS]), TEXT_TYPE)


def file_page(call: Call, identifier: str) -> Answer:
    """The page behind a link, as a browser would show it."""
    file = call.state.live_file(identifier)
    if file is None:
        return html(404, "1fichier.com", "The requested file could not be found")
    return html(200, "1fichier.com", f"{markup.escape(file.name)} ({file.size} bytes)")


def network(call: Call) -> Answer:
    """The check of the caller's own network (§6.5)."""
    if call.context.ip in call.switches.vpn_addresses:
        return html(
            200, "1fichier.com", "VPN detected. Requires the use of CDN credits or a Premium GOLD plan."
        )
    return html(200, "1fichier.com", "Your connection is a private and dedicated one.")


def remove(call: Call, identifier: str, code: str, confirmed: bool) -> Answer:
    """Removal of a guest's upload: first a question, then the act."""
    file = call.state.live_file(identifier)
    if file is None or not code or file.removal_code != code:
        return html(404, "1fichier.com", "The requested file could not be found")
    if not confirmed:
        return html(200, "1fichier.com", '<form method="post"><input name="force" value="1"></form>')
    call.state.delete_file(file, call.now)
    return html(200, "1fichier.com", "The file has been removed")


def _line(call: Call, url: str) -> str:
    parsed = parse_link(url)
    if parsed is None:
        return f"{url};;;BAD LINK"
    file: File | None = call.state.live_file(parsed[0])
    if file is None or (file.bound and file.domain != parsed[1]):
        return f"{url};;;NOT FOUND"
    if file.password or file.acl:
        return f"{url};;;PRIVATE"
    return f"{url};{markup.escape(file.name)};{file.size}"

"""``file/*`` (reference §4.2 to §4.9) and the two pages of the site that know files (§7)."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from fichier_gui.api.calls import Ask, Caller, understand_json
from fichier_gui.api.entries import access_json, read_details, read_files, read_public_folder
from fichier_gui.api.exchange import Reply
from fichier_gui.api.faults import Place, from_answer
from fichier_gui.api.pacing import Kind, Priority
from fichier_gui.api.pages import looks_like_page
from fichier_gui.api.wire import Json, mapping, rows, stamp, text, texts
from fichier_gui.domain import links
from fichier_gui.domain.errors import NoChange, NotFound, PasswordNeeded, PasswordWrong
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.markup import unescaped
from fichier_gui.domain.remote import FileDetails, LinkState, PublicFile, RemoteFile
from fichier_gui.domain.sharing import FileChanges

WHOLE_ACCOUNT = FolderId(-1)
MOST_CHECKED = 100
"""Links in one call of :meth:`FileCalls.check_links`."""


class FileCalls(Caller):
    """Files by their links. What an act really changed is in the answer: compare it with what was asked."""

    async def files(
        self,
        folder_id: FolderId,
        *,
        priority: Priority,
        owner: str | None = None,
        sent_after: float | None = None,
        sent_before: float | None = None,
    ) -> tuple[RemoteFile, ...]:
        """``file/ls``: at most 5,000 files; the dates (seconds since 1970) cut a longer list into windows."""
        payload: dict[str, object] = {"folder_id": int(folder_id)}
        if owner:
            payload["sharing_user"] = owner
        if sent_after is not None:
            payload["sent_after"] = stamp(sent_after)
        if sent_before is not None:
            payload["sent_before"] = stamp(sent_before)
        whole = folder_id == WHOLE_ACCOUNT
        ask = Ask(
            priority,
            Kind.WHOLE_LIST if whole else Kind.FILES,
            None if whole else int(folder_id),
            is_repeatable=True,
        )

        def parse(answer: object) -> tuple[RemoteFile, ...]:
            listed = ROOT if whole else folder_id
            return tuple(read_files(mapping(answer), listed, owner, self._clock.time()))

        return await self._call("file/ls", payload, ask, parse)

    async def all_files(self, *, priority: Priority = Priority.BACKGROUND) -> tuple[RemoteFile, ...]:
        """``file/ls`` of the whole account: once in an hour; the folder of a file is not said."""
        return await self.files(WHOLE_ACCOUNT, priority=priority)

    async def file_details(
        self, url: FileUrl, password: str | None = None, *, priority: Priority = Priority.CLICK
    ) -> FileDetails:
        """``file/info``, also for files of others. Use sparingly: many calls lock the address."""
        payload = named(url) | ({"pass": password} if password else {})
        ask = Ask(priority, is_repeatable=True)
        return await self._call(
            "file/info", payload, ask, lambda answer: read_details(answer, url, self._clock.time())
        )

    async def scan_file(self, url: FileUrl, *, priority: Priority = Priority.CLICK) -> None:
        """``file/scan``. An infected file is **removed**, and the call is refused with the service's text."""
        await self._call("file/scan", named(url), Ask(priority), mapping)

    async def remove_files(
        self,
        urls: Sequence[FileUrl],
        *,
        codes: Mapping[FileUrl, str] | None = None,
        priority: Priority = Priority.CLICK,
    ) -> tuple[FileUrl, ...]:
        """``file/rm``: final. Returns what was removed. ``codes``: for files that belong to no account."""
        known = codes or {}
        files = [{"url": url} | ({"code": known[url]} if url in known else {}) for url in urls]
        return await self._call("file/rm", {"files": files}, Ask(priority), _touched)

    async def move_files(
        self,
        urls: Sequence[FileUrl],
        destination: FolderId,
        *,
        owner: str | None = None,
        rename: str | None = None,
        priority: Priority = Priority.CLICK,
    ) -> tuple[FileUrl, ...]:
        """``file/mv``. ``rename`` is for one file that changes its folder, else use ``rename_files``.

        Returns what was moved; nothing when all were there already.
        """
        payload: dict[str, object] = {"urls": list(urls), "destination_folder_id": int(destination)}
        if owner:
            payload["destination_user"] = owner
        if rename:
            payload["rename"] = rename
        return await self._unless_unchanged("file/mv", payload, priority)

    async def rename_files(
        self, names: Mapping[FileUrl, str], *, priority: Priority = Priority.CLICK
    ) -> dict[FileUrl, str]:
        """``file/rename``: the names that the service stored. A name that was there already is a success.

        Of several files, ``NoChange`` says that none was renamed: some may be so already, others be missing.
        """

        def parse(answer: object) -> dict[FileUrl, str]:
            found = rows(mapping(answer), "urls")
            return {_url(row): text(row, "new_filename") for row in found if text(row, "url")}

        payload = {"urls": [{"url": url, "filename": name} for url, name in names.items()]}
        try:
            return await self._call("file/rename", payload, Ask(priority), parse)
        except NoChange:
            if len(names) > 1:
                raise
            return dict(names)

    async def copy_files(
        self,
        urls: Sequence[FileUrl],
        destination: FolderId,
        *,
        password: str | None = None,
        owner: str | None = None,
        rename: str | None = None,
        priority: Priority = Priority.CLICK,
    ) -> dict[FileUrl, FileUrl]:
        """``file/cp``: new link by old link. Also keeps a file of another account in this one."""
        payload: dict[str, object] = {"urls": list(urls), "folder_id": int(destination)}
        extra = {"pass": password, "sharing_user": owner, "rename": rename}
        payload |= {name: value for name, value in extra.items() if value}

        def parse(answer: object) -> dict[FileUrl, FileUrl]:
            found = rows(mapping(answer), "urls")
            return {_url(row, "from_url"): _url(row, "to_url") for row in found if text(row, "to_url")}

        return await self._call("file/cp", payload, Ask(priority), parse)

    async def change_files(
        self, urls: Sequence[FileUrl], changes: FileChanges, *, priority: Priority = Priority.CLICK
    ) -> tuple[FileUrl, ...]:
        """``file/chattr``. Returns what was changed; nothing when all was so already."""
        wanted: dict[str, object | None] = {
            "filename": changes.name,
            "description": changes.description,
            "pass": changes.password,
            "inline": _flag(changes.is_inline),
            "no_ssl": _flag(changes.allows_http),
            "cdn": _flag(changes.is_cdn),
            "acl": None if changes.access is None else access_json(changes.access),
        }
        payload = {"urls": list(urls)} | {name: value for name, value in wanted.items() if value is not None}
        return await self._unless_unchanged("file/chattr", payload, priority)

    async def public_folder(
        self, url: str, password: str | None = None, *, priority: Priority = Priority.CLICK
    ) -> tuple[PublicFile, ...]:
        """The files of a published ``/dir/…`` folder, without the key.

        Raises ``NotFound``, ``PasswordNeeded``, ``PasswordWrong``.
        """
        link = links.parse(url)
        if not isinstance(link, links.PublicFolderLink):
            raise NotFound(url)
        page = self._address.public_folder_url(link)

        async def send() -> tuple[PublicFile, ...]:
            if password:
                form = urlencode({"json": "1", "pass": password}).encode()
                reply = await self._exchange.post_form(page, form)
            else:
                reply = await self._exchange.get(f"{page}?json=1", None, {})
            if reply.status < 400 and looks_like_page(reply.text) and 'name="pass"' in reply.text:
                raise PasswordWrong if password else PasswordNeeded
            return await understand_json(reply, read_public_folder, Place.SITE)

        return await self._repeated(Ask(priority, Kind.SITE, is_repeatable=True), send)

    async def check_links(
        self, urls: Sequence[str], *, priority: Priority = Priority.BACKGROUND
    ) -> dict[str, LinkState]:
        """``check_links.pl``: what is known of at most 100 links, without the key, in one request."""

        async def send() -> dict[str, LinkState]:
            form = urlencode([("links[]", url) for url in urls[:MOST_CHECKED]]).encode()
            reply = await self._exchange.post_form(self._address.site_url("/check_links.pl"), form)
            return _read_checked(reply)

        return await self._repeated(Ask(priority, Kind.SITE, is_repeatable=True), send)

    async def _unless_unchanged(
        self, endpoint: str, payload: Mapping[str, object], priority: Priority
    ) -> tuple[FileUrl, ...]:
        try:
            return await self._call(endpoint, payload, Ask(priority), _touched)
        except NoChange:
            return ()


def named(url: FileUrl) -> dict[str, object]:
    """How the service is told which file is meant: by link, or by folder and name where links are hidden."""
    hidden = links.hidden_file(url)
    if hidden is None:
        return {"url": url}
    found: dict[str, object] = {"folder_id": int(hidden.folder_id), "filename": hidden.name}
    return found | {"sharing_user": hidden.owner} if hidden.owner else found


def _touched(answer: object) -> tuple[FileUrl, ...]:
    return tuple(links.file_url(url) or FileUrl(url) for url in texts(mapping(answer), "urls"))


def _url(row: Json, name: str = "url") -> FileUrl:
    value = text(row, name)
    return links.file_url(value) or FileUrl(value)


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _read_checked(reply: Reply) -> dict[str, LinkState]:
    lines = reply.text.splitlines()
    if reply.status >= 400 or (lines and ";" not in lines[0]):
        raise from_answer(reply.status, reply.text, Place.SITE, reply.retry_after)
    return dict(_checked(line) for line in lines if line.count(";") >= 2)


def _checked(line: str) -> tuple[str, LinkState]:
    url, _, rest = line.partition(";")
    # The name may hold semicolons: HTML escapes end in one. The size is what stands after the last.
    name, _, last = rest.rpartition(";")
    if last.isdecimal():
        return url, LinkState(exists=True, name=unescaped(name), size=int(last))
    return url, LinkState(exists=last.strip() == "PRIVATE")

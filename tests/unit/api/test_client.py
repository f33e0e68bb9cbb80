"""The client against the simulated service over real sockets."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from raw_server import RawServer, answer, raw_server
from support.fast_client import fast_client
from support.simulator import DEFAULT_KEY, quiet_switches, simulator
from support.tls_proxy import ConnectProxy, ThrowAwayAuthority

from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.client import FichierClient
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.pacing import BudgetRules, Kind, Priority
from fichier_gui.domain import errors
from fichier_gui.domain.account import AccountChanges, Plan
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.links import HiddenFile
from fichier_gui.domain.remote import ReportState, UploadNode
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import AddressFamily
from fichier_gui.domain.sharing import AccessList, FileChanges, FolderShare
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.server import ServerOptions
from fichier_gui.simulator.threaded import ThreadedSimulator

FAST = BudgetRules(
    windows=((1000, 0.1),),
    transfer_gap=0,
    background_gap=0,
    background_listing_gap=0,
    site_gap=0,
    node_gap=0,
    folder_every=0.01,
    account_every=0.01,
    account_every_address=0.01,
    whole_list_every=0.01,
    refusal_gaps=((100, 0.0),),
)
CLICK, TRANSFER = Priority.CLICK, Priority.TRANSFER


@asynccontextmanager
async def client_of(
    base_url: str, key: str | None = DEFAULT_KEY, pauses: list[str] | None = None, **options: Any
) -> AsyncIterator[FichierClient]:
    told = [] if pauses is None else pauses
    opened = fast_client(
        base_url,
        key=key,
        rules=FAST,
        options=NetworkOptions(timeout=5.0, **options),
        paused=lambda _until, error: told.append(error.code),
    )
    try:
        yield opened.client
    finally:
        await opened.aclose()


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(limits=False, switches=quiet_switches(), seed=5) as running:
        yield running


def _url(service: ThreadedSimulator, path: str, data: bytes = b"hello") -> FileUrl:
    return FileUrl(service.service.link(service.service.add_file(path, data)))


async def test_folders(service: ThreadedSimulator) -> None:
    async with client_of(service.base_url) as client:
        made = await client.make_folder(ROOT, "Été", priority=CLICK)
        inner = await client.make_folder(made.id, "inner", priority=CLICK)
        _url(service, "/Été/a.txt")
        listing = await client.folder(made.id, priority=CLICK)
        assert [folder.id for folder in listing.folders] == [inner.id]
        assert [file.name for file in listing.files] == ["a.txt"]
        assert listing.folder.name == "Été"
        with pytest.raises(errors.FolderExists):
            await client.make_folder(ROOT, "Été", priority=CLICK)
        assert await client.rename_folder(inner.id, "renamed") == "renamed"
        await client.move_folder(inner.id, ROOT)
        root = await client.folder(ROOT, priority=CLICK)
        assert {folder.name for folder in root.folders} == {"Été", "renamed"}
        with pytest.raises(errors.FolderNotEmpty):
            await client.remove_folder(made.id)
        await client.remove_folder(inner.id)
        with pytest.raises(errors.NotFound):
            await client.folder(FolderId(987654), priority=CLICK)


async def test_sharing_a_folder(service: ThreadedSimulator) -> None:
    service.service.add_user("b@example.org", "b" * 32)
    _url(service, "/Shared/a.txt")
    folder = service.service.folder("/Shared")
    assert folder is not None
    async with client_of(service.base_url) as client:
        shares = (FolderShare("b@example.org", hides_links=True),)
        public = await client.share_folder(
            FolderId(folder.id), is_public=True, shares=shares, password="geheim"
        )
        assert public is not None
        with pytest.raises(errors.PasswordNeeded):
            await client.public_folder(public)
        with pytest.raises(errors.PasswordWrong):
            await client.public_folder(public, "wrong!")
        files = await client.public_folder(public, "geheim")
        assert [(file.name, file.size) for file in files] == [("a.txt", 5)]
        listing = await client.folder(FolderId(folder.id), priority=CLICK)
        assert listing.folder.shares == shares
    async with client_of(service.base_url, "b" * 32) as other:
        theirs = (await other.folder(ROOT, priority=CLICK)).folders[0]
        assert theirs.owner is not None
        hidden = (await other.folder(theirs.id, priority=CLICK)).files[0]
        assert hidden.url == HiddenFile(theirs.id, "a.txt").url
        assert (await other.file_details(hidden.url)).name == "a.txt"
        assert (await other.download_link(hidden.url, cdn=False)).startswith("http://")
    with pytest.raises(errors.NotFound):
        await client.public_folder("https://1fichier.com/?abcdefghij")


async def test_files(service: ThreadedSimulator) -> None:
    first, second = _url(service, "/a.txt"), _url(service, "/b.txt", b"two")
    service.service.add_folder("/Target")
    folder = service.service.folder("/Target")
    assert folder is not None
    target = FolderId(folder.id)
    async with client_of(service.base_url) as client:
        assert {file.name for file in await client.files(ROOT, priority=CLICK)} == {"a.txt", "b.txt"}
        assert len(await client.all_files()) == 2
        assert await client.rename_files({first: "c.txt"}) == {first: "c.txt"}
        assert await client.rename_files({first: "c.txt"}) == {first: "c.txt"}
        assert await client.move_files([first], target) == (first,)
        assert await client.move_files([first], target) == ()
        copies = await client.copy_files([first, second], target)
        assert set(copies) == {first, second}
        changes = FileChanges(
            description="d", password="geheim", is_inline=True, access=AccessList(countries=("FR",))
        )
        assert await client.change_files([second], changes) == (second,)
        assert await client.change_files([second], changes) == ()
        details = await client.file_details(second)
        assert (details.description, details.is_inline, details.has_password) == ("d", True, True)
        assert details.access == AccessList(countries=("FR",))
        assert await client.change_files([second], FileChanges(password="", access=AccessList())) == (second,)
        assert not (await client.file_details(second)).access
        await client.scan_file(first)
        assert set(await client.remove_files([first, second])) == {first, second}
        with pytest.raises(errors.NotFound):
            await client.file_details(first)
        states = await client.check_links([first, copies[first], "https://1fichier.com/console"])
        assert [state.exists for state in states.values()] == [False, True, False]
        assert states[copies[first]].name == "c.txt"


async def test_a_foreign_file_with_a_password(service: ThreadedSimulator) -> None:
    service.service.add_user("b@example.org", "b" * 32)
    file = service.service.add_file("/x.bin", b"data", email="b@example.org")
    file.password = "geheim"
    url = FileUrl(service.service.link(file))
    async with client_of(service.base_url) as client:
        with pytest.raises(errors.PasswordNeeded):
            await client.download_link(url, cdn=False)
        with pytest.raises(errors.PasswordWrong):
            await client.download_link(url, cdn=False, password="nonono")
        link = await client.download_link(url, cdn=False, password="geheim")
        assert link.startswith("http://127.0.0.1")


async def test_account_jobs_and_ftp(service: ThreadedSimulator) -> None:
    service.switches.remote_seconds = 0.0
    async with client_of(service.base_url) as client:
        account = await client.account(priority=CLICK)
        assert account.plan is Plan.PREMIUM
        assert account.email
        changed = await client.change_account(AccountChanges(default_domain=4, spends_cdn=True))
        assert (changed.default_domain, changed.spends_cdn) == (4, True)
        job = await client.request_remote(
            ["http://example.org/a.bin", "http://example.org/missing"], headers={"Cookie": "a"}
        )
        done = await client.remote_job(job.id)
        assert [result.url is not None for result in done.results] == [True, False]
        assert [found.id for found in await client.remote_jobs()] == [job.id]
        await client.add_ftp_user("drop", "geheim", ROOT)
        assert [user.name for user in await client.ftp_users()] == ["drop"]
        await client.remove_ftp_user("drop")
        await client.process_ftp()


async def test_the_moods_of_the_service() -> None:
    """Flags as strings, missing arrays, KO with 200, wait pages: the default switches, many times."""
    with simulator(limits=False, seed=11) as running:
        async with client_of(running.base_url) as client:
            for number in range(12):
                await client.make_folder(ROOT, f"f{number}", priority=CLICK)
                with pytest.raises(errors.FolderExists):
                    await client.make_folder(ROOT, f"f{number}", priority=CLICK)
            assert len((await client.folder(ROOT, priority=CLICK)).folders) == 12


class Outgoing:
    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.size, self._data = name, len(data), data

    def readinto(self, buffer: memoryview) -> int:
        count = min(len(buffer), len(self._data))
        buffer[:count], self._data = self._data[:count], self._data[count:]
        return count


async def _send(client: FichierClient, folder: FolderId, name: str, data: bytes) -> UploadNode:
    node = await client.upload_node()
    upload = client.open_upload(node, folder, (Outgoing(name, data),), lambda: None)
    assert await asyncio.to_thread(upload.send) == node.id
    return node


def _fetch(client: FichierClient, link: str, start: int = 0, etag: str | None = None) -> bytes:
    body = client.open_download(link, start, etag)
    buffer, found = memoryview(bytearray(100_000)), b""
    while count := body.readinto(buffer):
        found += bytes(buffer[:count])
    body.close()
    return found


async def test_a_file_there_and_back(service: ThreadedSimulator) -> None:
    service.switches.wait_polls = 2
    data = bytes(range(256)) * 3000
    async with client_of(service.base_url) as client:
        folder = await client.make_folder(ROOT, "Up", priority=CLICK)
        node = await _send(client, folder.id, "é “x”.bin", data)
        states = []
        while not states or states[-1] is ReportState.PENDING:
            report = await client.upload_report(node)
            states.append(report.state)
            await asyncio.sleep(0.01)
        assert states[0] is ReportState.PENDING
        (stored,) = report.files
        assert (stored.name, stored.size, len(stored.checksum or "")) == ("é “x”.bin", len(data), 128)
        link = await client.download_link(stored.url, cdn=False)
        assert await asyncio.to_thread(_fetch, client, link) == data
        assert await asyncio.to_thread(_fetch, client, link, 700_000) == data[700_000:]
    records = service.requests.all()
    assert all(not record.authorization for record in records if record.endpoint == "download")
    assert all(record.authorization for record in records if record.endpoint in ("upload.cgi", "end.pl"))
    assert all(record.content_type == "application/json" for record in records if "/v1/" in record.path)


async def test_reports_of_every_kind(service: ThreadedSimulator) -> None:
    async with client_of(service.base_url) as client:
        node = await _send(client, ROOT, "a", b"x")
        # The service still stores the file at first; the faults count calls, so they come after that.
        while (await client.upload_report(node)).state is ReportState.PENDING:
            await asyncio.sleep(0.01)
        service.faults.add(Fault("end.pl", "no-links"), Fault("end.pl", "two-links", calls="2"))
        assert (await client.upload_report(node)).state is ReportState.EMPTY
        assert len((await client.upload_report(node)).files) == 2
        unknown = await client.upload_report(UploadNode(node.host, "zzzzzzzzzz"))
        assert unknown.state is ReportState.UNKNOWN
        service.faults.add(Fault("end.pl", "maintenance"))
        with pytest.raises(TimeoutError):  # it waits for the end of the maintenance
            async with asyncio.timeout(0.3):
                await client.upload_report(node)
        with pytest.raises(errors.Maintenance):
            await client.folder(ROOT, priority=CLICK)


async def test_a_wrong_key(service: ThreadedSimulator) -> None:
    async with client_of(service.base_url, "x" * 32) as client:
        with pytest.raises(errors.KeyRefused):
            await client.account(priority=CLICK)
    async with client_of(service.base_url, None) as client:
        with pytest.raises(errors.NoKey):
            await client.folder(ROOT, priority=CLICK)


async def test_a_flood_tells_a_click_at_once_and_lets_a_transfer_wait(service: ThreadedSimulator) -> None:
    pauses: list[str] = []
    async with client_of(service.base_url, pauses=pauses) as client:
        service.faults.add(Fault("folder/ls", "flood"))
        with pytest.raises(errors.FloodLocked):
            await client.folder(ROOT, priority=CLICK)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await client.upload_node()
        assert "upload/get_upload_server" not in service.requests.endpoints()
    assert pauses == ["FloodLocked"]


async def test_a_direct_link_that_answers_flood_pauses_everything(service: ThreadedSimulator) -> None:
    pauses: list[str] = []
    url = _url(service, "/a.bin")
    async with client_of(service.base_url, pauses=pauses) as client:
        link = await client.download_link(url, cdn=False)
        service.faults.add(Fault("download", "html", status=403, body="Your requests are too fast"))
        with pytest.raises(errors.FloodLocked):
            await asyncio.to_thread(client.open_download, link, 0, None)
        await asyncio.sleep(0)
        with pytest.raises(errors.FloodLocked):
            await client.make_folder(ROOT, "x", priority=CLICK)
    assert pauses == ["FloodLocked"]


async def test_an_upload_node_that_answers_flood_pauses_everything(service: ThreadedSimulator) -> None:
    pauses: list[str] = []
    async with client_of(service.base_url, pauses=pauses) as client:
        service.faults.add(Fault("upload.cgi", "flood"))
        with pytest.raises(errors.FloodLocked):
            await _send(client, ROOT, "a", b"x")
        await asyncio.sleep(0)
        with pytest.raises(errors.FloodLocked):
            await client.make_folder(ROOT, "x", priority=CLICK)
    assert pauses == ["FloodLocked"]


async def test_an_overloaded_server_is_asked_again_where_that_does_no_harm(
    service: ThreadedSimulator,
) -> None:
    class Impatient(SystemClock):
        async def sleep(self, seconds: float) -> None:
            await asyncio.sleep(seconds / 100)

    async with client_of(service.base_url) as client:
        client._clock = Impatient()
        url = _url(service, "/a.txt")
        service.faults.add(Fault("file/info", "html", status=503, calls="1-2"))
        assert (await client.file_details(url)).name == "a.txt"
        service.faults.clear()
        service.faults.add(Fault("*", "html", status=502, calls="*"))
        for call in (
            client.file_details(url),
            client.make_folder(ROOT, "x", priority=CLICK),
            client.upload_node(),
        ):
            service.requests.clear()
            with pytest.raises(errors.ServiceOverloaded):
                await call
            service.requests.all()
        assert service.requests.endpoints() == ["upload/get_upload_server"]


@pytest.mark.parametrize(
    ("status", "body", "leaf"),
    [
        (401, "", errors.KeyRefused),
        (403, "", errors.AddressNotAllowed),
        (413, "", errors.TooLarge),
        (429, "", errors.TooManyRequests),
        (503, "", errors.ServiceOverloaded),
        (200, "<html>hello</html>", errors.UnexpectedAnswer),
        (200, "{", errors.UnexpectedAnswer),
        (200, "[]", errors.UnexpectedAnswer),
        (200, '{"status":"ko","message":"IP Locked #7"}', errors.AddressLocked),
        (403, "<html>IP Locked</html>", errors.AddressLocked),
    ],
)
async def test_the_five_statuses_and_odd_answers(
    service: ThreadedSimulator, status: int, body: str, leaf: type[errors.AppError]
) -> None:
    async with client_of(service.base_url) as client:
        service.faults.add(Fault("folder/ls", "answer", status=status, body=body, calls="*"))
        with pytest.raises(errors.AppError) as caught:
            await client.folder(ROOT, priority=CLICK)
    assert type(caught.value) is leaf


async def test_a_large_listing_is_parsed(service: ThreadedSimulator) -> None:
    for number in range(900):
        _url(service, f"/file {number}.txt")
    async with client_of(service.base_url) as client:
        assert len((await client.folder(ROOT, priority=CLICK)).files) == 900


async def test_no_network() -> None:
    async with client_of("http://127.0.0.1:9/v1") as client:
        with pytest.raises(errors.NetworkUnavailable):
            await client.folder(ROOT, priority=CLICK)


async def test_silence() -> None:
    with raw_server(lambda server, connection: server.hold.wait(20) and None) as server:
        async with client_of(f"{server.url}/v1") as client:
            client.reconfigure(NetworkOptions(timeout=0.3))
            with pytest.raises(errors.TimedOut):
                await client.upload_node()


@pytest.mark.parametrize(
    "host", ["evil.example", "1fichier.com.evil.example", "a/b", "user@up1.1fichier.com", ""]
)
def test_the_key_goes_to_nodes_of_the_service_only(host: str) -> None:
    with pytest.raises(errors.UnexpectedAnswer):
        ServiceAddress().check_node(UploadNode(host, "abc"))


def test_addresses() -> None:
    assert ServiceAddress().check_node(UploadNode("up2.1fichier.com", "abc")).host == "up2.1fichier.com"
    assert ServiceAddress("http://localhost:5/v1/").endpoint("file/ls") == "http://localhost:5/v1/file/ls.cgi"
    assert ServiceAddress("http://localhost:5/v1").site_url("/dir/x") == "http://localhost:5/dir/x"
    for wrong in ("", "localhost", "ftp://x/v1", "https://user:pw@x/v1"):
        with pytest.raises(ValueError, match="not a service address"):
            ServiceAddress(wrong)


async def test_a_redirect_is_not_followed() -> None:
    head = "HTTP/1.1 302 Found\nLocation: http://127.0.0.1:1/steal\nContent-Length: 0"
    with raw_server(answer(head)) as server:
        async with client_of(f"{server.url}/v1") as client:
            with pytest.raises(errors.UnexpectedAnswer):
                await client.upload_node()


async def test_the_real_names_through_a_proxy_and_tls(tmp_path: Path) -> None:
    authority = ThrowAwayAuthority(tmp_path)
    options = ServerOptions(tls=authority.server_context(), node_host="up{n}.1fichier.com")
    with (
        simulator(limits=False, switches=quiet_switches(), options=options) as running,
        ConnectProxy(("127.0.0.1", running.port)) as proxy,
    ):
        base = "https://api.1fichier.com/v1"
        async with client_of(base, proxy_url=proxy.url, ca_file=authority.ca_file) as client:
            node = await _send(client, ROOT, "a.bin", b"x" * 300_000)
            while not (report := await client.upload_report(node)).files:
                await asyncio.sleep(0.01)
            link = await client.download_link(report.files[0].url, cdn=False)
            assert link.startswith("https://a-")
            assert len(await asyncio.to_thread(_fetch, client, link)) == 300_000
            client.reconfigure(NetworkOptions(proxy_url=proxy.url, timeout=5.0))
            with pytest.raises(errors.TlsFailed):
                await client.upload_node()
        assert {name.partition(":")[0].partition(".")[2] for name in proxy.hosts} == {"1fichier.com"}


async def test_the_proxy_of_the_system(monkeypatch: pytest.MonkeyPatch, service: ThreadedSimulator) -> None:
    for name in ("no_proxy", "NO_PROXY", "all_proxy", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", "proxy.example:3128")
    options = NetworkOptions()
    assert options.proxy_for("http", "files.example") == "http://proxy.example:3128"
    assert options.proxy_for("http", "127.0.0.1") is None
    assert NetworkOptions(trust_system_proxy=False).proxy_for("http", "files.example") is None
    assert NetworkOptions(proxy_url="socks5://p:1").proxy_for("http", "127.0.0.1") == "socks5://p:1"
    monkeypatch.setenv("no_proxy", "files.example")
    assert options.proxy_for("http", "files.example") is None


def _socks5(server: RawServer, connection: socket.socket) -> None:
    """The least of RFC 1928: no authentication, CONNECT, then a pipe."""
    connection.recv(2 + connection.recv(2, socket.MSG_PEEK)[1])
    connection.sendall(b"\x05\x00")
    request = connection.recv(4096)
    server.got[-1] += request
    with socket.create_connection(("127.0.0.1", int.from_bytes(request[-2:], "big"))) as target:
        connection.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        back = threading.Thread(target=_pipe, args=(target, connection))
        back.start()
        _pipe(connection, target)
        back.join()


def _pipe(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_a_socks_proxy(scheme: str, service: ThreadedSimulator) -> None:
    url = _url(service, "/a.bin", b"through")
    with raw_server(_socks5) as proxy:
        base = service.base_url.replace("127.0.0.1", "localhost")
        async with client_of(base, proxy_url=f"{scheme}://127.0.0.1:{proxy.port}") as client:
            link = (await client.download_link(url, cdn=False)).replace("127.0.0.1", "localhost")
            assert await asyncio.to_thread(_fetch, client, link) == b"through"
    assert len(proxy.got) == 2
    # The proxy resolves the name, under both spellings, for small requests as for bodies.
    assert all(b"localhost" in got for got in proxy.got)


@pytest.mark.parametrize(
    "proxy", ["http://127.0.0.1:9", "socks5://127.0.0.1:9", "https://127.0.0.1:9", "gopher://x"]
)
async def test_a_proxy_that_is_not_there(proxy: str, service: ThreadedSimulator) -> None:
    async with client_of(service.base_url, proxy_url=proxy) as client:
        with pytest.raises(errors.ProxyFailed):
            await client.upload_node()
        with pytest.raises(errors.ProxyFailed):
            await asyncio.to_thread(client.open_download, f"{service.origin}/p1", 0, None)


async def test_the_pinned_family() -> None:
    with raw_server(answer("HTTP/1.1 404 Not Found\nContent-Length: 0"), host="::1") as server:
        link = f"http://[::1]:{server.port}"
        for family, leaf in (
            (AddressFamily.IPV6, errors.LinkExpired),
            (AddressFamily.IPV4, errors.NetworkUnavailable),
        ):
            async with client_of(f"{link}/v1", family=family) as client:
                with pytest.raises(leaf):
                    await asyncio.to_thread(client.open_download, f"{link}/p1", 0, None)
                with pytest.raises(errors.NotFound if leaf is errors.LinkExpired else leaf):
                    await client.upload_node()


async def test_the_key_shows_nowhere(service: ThreadedSimulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    async with client_of(service.base_url) as client:
        shown += [repr(client), str(vars(client))]
        await client.folder(ROOT, priority=CLICK)
        service.faults.add(Fault("*", "answer", status=401, body="{}", calls="*"))
        try:
            await client.account(priority=CLICK)
        except errors.KeyRefused as error:
            shown += traceback.format_exception(error)
            shown += [repr(error), repr(error.facts)]
    async with client_of("http://127.0.0.1:9/v1") as client:
        try:
            await client.account(priority=CLICK)
        except errors.NetworkUnavailable as error:
            shown += traceback.format_exception(error)
    assert DEFAULT_KEY not in "\n".join(shown)
    assert DEFAULT_KEY not in caplog.text


def test_another_key_is_another_account() -> None:
    async def subjects() -> list[int]:
        async with client_of("http://127.0.0.1:9/v1") as client:
            found = [client._subject(), client._subject()]
            client._key = lambda: Secret("another")
            return [*found, client._subject()]

    assert asyncio.run(subjects()) == [0, 0, 1]
    assert Kind.ACCOUNT.value == "account"


def test_importing_the_package_is_cheap() -> None:
    code = (
        "import sys, fichier_gui.api\n"
        "found = {'httpx', 'httpcore', 'python_socks', 'certifi', 'anyio'} & set(sys.modules)\n"
        "sys.exit(len(found))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


async def test_requests_that_are_given_up_leave_the_connections_to_others(service: ThreadedSimulator) -> None:
    """All day long somebody pauses: httpcore loses a connection to a request that is cancelled early."""
    dice = random.Random(1)
    async with client_of(service.base_url) as client:

        async def fickle() -> None:
            for _ in range(40):
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(dice.uniform(0.0, 0.01)):
                        await client.ftp_users(priority=CLICK)

        await asyncio.gather(*(fickle() for _ in range(24)))
        assert await client.ftp_users(priority=CLICK) == ()

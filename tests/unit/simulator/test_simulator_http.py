"""The HTTP face: uploads, direct links, the web site, the request log."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.simulator import (
    DEFAULT_KEY,
    ServerOptions,
    Service,
    ThreadedSimulator,
    quiet_switches,
    simulator,
    simulator_process,
    wait_for,
)
from support.tls_proxy import ThrowAwayAuthority

from fichier_gui.simulator import whirlpool
from fichier_gui.simulator.content import DiskContent, PatternContent

BOUNDARY = "----test"
HELLO = b"Hello world\n"
NO_FILE = "Pas de fichier trouvé dans l'envoi"


def _node(web: httpx.Client) -> tuple[str, str]:
    answer = web.post("/v1/upload/get_upload_server.cgi", json={}).json()
    assert answer["url"] == f"{web.base_url.host}:{web.base_url.port}"
    return answer["url"], answer["id"]


def _form(*parts: tuple[str, bytes], boundary: str = BOUNDARY) -> bytes:
    body = b"".join(f"--{boundary}\r\n{head}\r\n\r\n".encode() + data + b"\r\n" for head, data in parts)
    return body + f"--{boundary}--\r\n".encode()


def _file_head(name: str) -> str:
    return f'Content-Disposition: form-data; name="file[]"; filename="{name}"\r\nContent-Type: text/plain'


def _field_head(name: str) -> str:
    return f'Content-Disposition: form-data; name="{name}"'


def _send(web: httpx.Client, body: bytes, content_type: str = "", **headers: str) -> httpx.Response:
    _, identifier = _node(web)
    kind = content_type or f"multipart/form-data; boundary={BOUNDARY}"
    return web.post(f"/upload.cgi?id={identifier}", content=body, headers={"Content-Type": kind, **headers})


def _report(web: httpx.Client, location: str) -> dict[str, object]:
    """Poll as a client does; the sum of some bytes is a matter of microseconds."""
    while True:
        answer = web.get(location, headers={"JSON": "1"})
        if answer.headers["Content-Type"].startswith("application/json"):
            return answer.json()


def _token(running: ThreadedSimulator, web: httpx.Client, path: str, **fields: object) -> str:
    file = running.service.file_at(path)
    answer = web.post("/v1/download/get_token.cgi", json={"url": running.service.link(file), **fields})
    return answer.json()["url"]


# Uploads ---------------------------------------------------------------------


def test_an_upload_is_answered_by_a_relative_302_and_stored(
    running: ThreadedSimulator, web: httpx.Client
) -> None:
    folder = running.service.add_folder("/A").id
    body = _form((_field_head("did"), str(folder).encode()), (_file_head("é €.txt"), HELLO))
    answer = _send(web, body)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/end.pl?xid=")
    assert answer.headers["Connection"] == "close"
    link = _report(web, answer.headers["Location"])["links"][0]
    assert (link["filename"], link["size"]) == ("é €.txt", "12")
    assert link["whirlpool"] == whirlpool.hexdigest(HELLO)
    assert running.service.tree() == ["A/", "A/é €.txt"]


def test_httpx_own_form_is_understood(running: ThreadedSimulator, web: httpx.Client) -> None:
    _, identifier = _node(web)
    files = [("file[]", ("one.bin", b"1")), ("file[]", ("two.bin", b"22"))]
    answer = web.post(f"/upload.cgi?id={identifier}", data={"did": "0", "dpass": "123456"}, files=files)
    assert answer.status_code == 302
    assert len(_report(web, answer.headers["Location"])["links"]) == 2
    assert running.service.file_at("/two.bin").password == "123456"


def test_type_before_disposition_finds_no_file(running: ThreadedSimulator, web: httpx.Client) -> None:
    head = "\r\n".join(reversed(_file_head("a.txt").split("\r\n")))
    answer = _send(web, _form((head, HELLO)))
    assert answer.status_code == 200
    assert f'<div class="bloc2">{NO_FILE}</div>' in answer.text
    assert running.service.tree() == []


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (_form((_file_head("a.txt"), HELLO)), f'multipart/form-data; boundary="{BOUNDARY}"'),
        (_form((_file_head("a.txt"), HELLO)), "application/octet-stream"),
        (_form((_field_head("did") + "\r\nContent-Type: text/plain", b"0"), (_file_head("a"), HELLO)), ""),
        (_form((_file_head("a.txt"), b"")), ""),
        (_form((_field_head("did"), b"0")), ""),
        (_form((_file_head("a.txt"), HELLO))[:-9], ""),
    ],
    ids=["quoted boundary", "no form", "typed field", "empty file", "no file", "no end"],
)
def test_forms_that_the_service_does_not_read(
    running: ThreadedSimulator, web: httpx.Client, body: bytes, content_type: str
) -> None:
    answer = _send(web, body, content_type)
    assert answer.status_code == 200
    assert NO_FILE in answer.text
    assert running.service.tree() == []
    assert list(running.service.state.store.folder.iterdir()) == []


def test_chunked_is_refused(running: ThreadedSimulator, web: httpx.Client) -> None:
    _, identifier = _node(web)

    def pieces() -> Iterator[bytes]:
        yield _form((_file_head("a.txt"), HELLO))

    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    answer = web.post(f"/upload.cgi?id={identifier}", content=pieces(), headers=kind)
    assert answer.status_code == 411
    assert web.get(f"/upload.cgi?id={identifier}").status_code == 405


def test_a_broken_upload_leaves_nothing(running: ThreadedSimulator, web: httpx.Client) -> None:
    _, identifier = _node(web)
    body = _form((_file_head("a.bin"), bytes(500_000)))
    head = (
        f"POST /upload.cgi?id={identifier} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", running.port)) as raw:
        raw.sendall(head.encode() + body[:300_000])
    wait_for(lambda: _ended(running, "upload.cgi"))
    assert running.service.tree() == []
    assert list(running.service.state.store.folder.iterdir()) == []
    assert _send(web, _form((_file_head("b.bin"), HELLO))).status_code == 302


def test_a_large_upload_goes_to_disk_and_comes_back(running: ThreadedSimulator, web: httpx.Client) -> None:
    data = b"".join(bytes(piece) for piece in PatternContent(5, 5_000_001).pieces(0, 5_000_001))
    answer = _send(web, _form((_file_head("big.bin"), data)))
    link = _report(web, answer.headers["Location"])["links"][0]
    assert link["whirlpool"] == whirlpool.hexdigest(data)
    assert isinstance(running.service.file_at("/big.bin").content, DiskContent)
    assert web.get(_token(running, web, "/big.bin")).content == data


def test_uploads_may_identify_by_basic(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.main_user.web_password = "web"
    _, identifier = _node(web)
    files = [("file[]", ("a", b"1"))]
    with httpx.Client(auth=("me@example.org", "web"), trust_env=False, verify=False) as basic:
        basic.post(f"{running.origin}/upload.cgi?id={identifier}", files=files)
    wait_for(lambda: running.service.tree() == ["a"])


def test_upload_keep_alive_is_a_switch(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.switches.upload_keep_alive = True
    answer = _send(web, _form((_file_head("a"), HELLO)))
    assert answer.headers.get("Connection") != "close"


def test_end_pl_takes_json_in_the_query_only_by_switch(running: ThreadedSimulator, web: httpx.Client) -> None:
    location = _send(web, _form((_file_head("a"), HELLO))).headers["Location"]
    _report(web, location)
    assert "text/html" in web.get(location + "&JSON=1").headers["Content-Type"]
    running.switches.end_pl_query = True
    assert web.get(location + "&JSON=1").json()["links"]
    assert web.get(location + "&EXPORT=1").text.startswith("a;12;")
    running.switches.end_pl_query = False
    assert web.get(location, headers={"EXPORT": "1"}).text.startswith("a;12;")
    assert web.get("/end.pl?xid=nonsense").status_code == 404


def test_sums_may_be_left_out(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.switches.hash_uploads = False
    location = _send(web, _form((_file_head("a"), HELLO))).headers["Location"]
    assert _report(web, location)["links"][0]["whirlpool"] == "0" * 128


# Direct links ----------------------------------------------------------------


def test_headers_of_a_direct_link(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/été “x” 🎬.mkv", HELLO)
    answer = web.get(_token(running, web, "/été “x” 🎬.mkv"))
    assert answer.status_code == 200
    assert answer.content == HELLO
    headers = answer.headers
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Connection"] == "close"
    assert headers["Content-Length"] == "12"
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["ETag"].startswith('"')
    assert headers["Last-Modified"].endswith("GMT")
    name = "%C3%A9t%C3%A9%20%E2%80%9Cx%E2%80%9D%20%F0%9F%8E%AC.mkv"
    assert headers["Content-Disposition"] == (
        f"attachment; filename=\"_t_ _x_ _.mkv\"; filename*=UTF-8''{name}"
    )


@pytest.mark.parametrize("content", [b"0123456789", PatternContent(3, 3_000_000), "disk"])
@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=4-", 4, -1),
        ("bytes=-3", -3, -1),
        ("bytes=2-5", 2, 5),
        ("bytes=7-99999999", 7, -1),
    ],
)
def test_ranges(
    running: ThreadedSimulator,
    web: httpx.Client,
    content: bytes | PatternContent | str,
    asked: str,
    first: int,
    last: int,
) -> None:
    if content == "disk":
        path = running.service.state.store.new_path()
        path.write_bytes(b"abcdefghij" * 1000)
        content = DiskContent(path, 10_000)
    assert not isinstance(content, str)
    file = running.service.add_file("/a", content)
    whole = b"".join(bytes(piece) for piece in file.content.pieces(0, file.size))
    first, last = first % len(whole), last % len(whole)
    answer = web.get(_token(running, web, "/a"), headers={"Range": asked})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(whole)}"
    assert answer.content == whole[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=12-", "bytes=5-4", "bytes=-0"])
def test_ranges_that_cannot_be_met(running: ThreadedSimulator, web: httpx.Client, asked: str) -> None:
    running.service.add_file("/a", HELLO)
    answer = web.get(_token(running, web, "/a"), headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */12"


def test_if_range_protects_a_resume(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/a", HELLO)
    url = _token(running, web, "/a")
    tag = web.get(url).headers["ETag"]
    same = web.get(url, headers={"Range": "bytes=6-", "If-Range": tag})
    other = web.get(url, headers={"Range": "bytes=6-", "If-Range": '"other"'})
    assert (same.status_code, same.content) == (206, b"world\n")
    assert (other.status_code, other.content) == (200, HELLO)


def test_a_direct_link_serves_once_but_may_be_resumed(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/a", HELLO)
    url = _token(running, web, "/a")
    assert web.get(url).status_code == 200
    assert web.get(url, headers={"Range": "bytes=6-"}).content == b"world\n"
    dead = web.get(url)
    assert dead.status_code == 404
    assert dead.headers["Content-Type"].startswith("text/html")
    assert "Content-Disposition" not in dead.headers


def test_single_refuses_the_second_request(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/a", HELLO)
    url = _token(running, web, "/a", single=1)
    assert web.get(url, headers={"Range": "bytes=6-"}).status_code == 206
    assert web.get(url, headers={"Range": "bytes=6-"}).status_code == 404


def test_inline_serves_the_real_type(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/page.html", b"<html></html>")
    answer = web.get(_token(running, web, "/page.html", inline=1))
    assert answer.headers["Content-Type"] == "text/html"
    assert answer.headers["Content-Disposition"].startswith("inline")
    answer = web.get(_token(running, web, "/page.html") + "?inline=1")
    assert answer.headers["Content-Disposition"].startswith("inline")


def test_head_of_a_direct_link(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/a", HELLO)
    answer = web.head(_token(running, web, "/a"))
    assert (answer.status_code, answer.headers["Content-Length"], answer.content) == (200, "12", b"")


def test_a_direct_link_dies_with_its_file(running: ThreadedSimulator, web: httpx.Client) -> None:
    file = running.service.add_file("/a", HELLO)
    url = _token(running, web, "/a")
    web.post("/v1/file/rm.cgi", json={"files": [{"url": running.service.link(file)}]})
    assert web.get(url).status_code == 404


def test_connections_are_given_back(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.service.add_file("/a", PatternContent(1, 50_000_000), sum_known="0" * 128)
    running.service.limits.enabled = True
    running.service.limits.rules.connections = 1
    url = _token(running, web, "/a")
    with web.stream("GET", url) as answer:
        assert answer.status_code == 200
        assert web.get(url, headers={"Range": "bytes=0-1"}).status_code == 403
    wait_for(lambda: web.get(url, headers={"Range": "bytes=0-1"}).status_code == 206)


def test_nothing_is_sent_to_a_client_that_is_gone(tmp_path: Path) -> None:
    authority = ThrowAwayAuthority(tmp_path)
    size = 1 << 40
    options = ServerOptions(tls=authority.server_context())
    with simulator(Service(limits=False, switches=quiet_switches()), options=options) as running:
        running.service.add_file("/endless.bin", PatternContent(1, size), sum_known="0" * 128)
        with httpx.Client(
            base_url=running.origin,
            verify=authority.client_context(),
            headers={"Authorization": f"Bearer {DEFAULT_KEY}"},
        ) as web:
            url = _token(running, web, "/endless.bin")
            with web.stream("GET", url) as answer:
                next(answer.iter_raw(65536))
            # The loop is free again; as long as it writes the rest, nobody else is answered.
            assert web.post("/v1/folder/ls.cgi", json={"folder_id": 0}).status_code == 200


# The web site ----------------------------------------------------------------


def test_the_web_site(running: ThreadedSimulator, web: httpx.Client) -> None:
    file = running.service.add_file("/P/a.txt", HELLO)
    folder = running.service.add_folder("/P")
    folder.public_id, folder.password = "AbCd1234", "123456"
    assert web.get("/dir/AbCd1234?json=1").headers["Content-Type"].startswith("text/html")
    entries = web.post("/dir/AbCd1234", data={"json": "1", "pass": "123456"}).json()
    assert [entry["filename"] for entry in entries] == ["a.txt"]
    assert web.get("/dir/abcd1234?json=1").status_code == 404
    link = running.service.link(file)
    assert (
        web.post("/check_links.pl", data={"links[]": [link, "x"]}).text == f"{link};a.txt;12\nx;;;BAD LINK\n"
    )
    assert "a.txt" in web.get(f"/?{file.id}&lg=en").text
    assert web.get("/").status_code == 404
    assert web.get("/nowhere").status_code == 404
    assert web.post("/v1/no/such.cgi", json={}).status_code == 404


def test_removal_by_code(running: ThreadedSimulator, web: httpx.Client) -> None:
    file = running.service.add_file("/a.txt", HELLO)
    file.removal_code = "code1"
    assert "force" in web.get(f"/remove/{file.id}/code1").text
    assert running.service.tree() == ["a.txt"]
    assert web.post(f"/remove/{file.id}/code1", data={"force": "1"}).status_code == 200
    assert running.service.tree() == []


# The log, TLS, the process ---------------------------------------------------


def test_the_log_tells_what_was_asked_and_never_a_key(tmp_path: Path) -> None:
    log = tmp_path / "log"
    options = ServerOptions(log=log)
    headers = {"Authorization": f"Bearer {DEFAULT_KEY}"}
    with (
        simulator(limits=False, switches=quiet_switches(), options=options) as running,
        httpx.Client(base_url=running.origin, trust_env=False, verify=False) as web,
    ):
        file = running.service.add_file("/a.txt", HELLO)
        secret = {"url": running.service.link(file), "pass": "hush-hush", "files": [{"code": "x"}]}
        url = web.post("/v1/download/get_token.cgi", json=secret, headers=headers).json()["url"]
        web.get(url, headers={"Range": "bytes=0-4"})
        asked, fetched = running.requests.all()
        assert (asked.endpoint, asked.authorization, asked.status) == ("download/get_token", True, 200)
        assert (fetched.endpoint, fetched.authorization, fetched.range) == ("download", False, "bytes=0-4")
        assert running.requests.endpoints() == ["download/get_token", "download"]
        assert running.requests.all("download") == [fetched]
    text = log.read_text()
    assert len(text.splitlines()) == 2
    assert '"bytes_out": 5' in text
    assert DEFAULT_KEY not in text
    assert "hush-hush" not in text
    assert "***" in text


def test_both_families_on_one_port() -> None:
    if not _has_ipv6():
        pytest.skip("this machine has no ::1")
    service = Service(switches=quiet_switches())
    link = service.link(service.add_file("/a", HELLO))
    headers = {"Authorization": f"Bearer {DEFAULT_KEY}"}
    with simulator(service, options=ServerOptions(ipv6=True)) as running:
        call = {"json": {"url": link}, "headers": headers}
        with httpx.Client(trust_env=False, verify=False) as web:
            assert web.post(f"{running.base_url}/download/get_token.cgi", **call).status_code == 200
            six = f"http://[::1]:{running.port}/v1/download/get_token.cgi"
            assert "Only 1 location" in web.post(six, **call).text


def test_a_taken_port_is_an_error(running: ThreadedSimulator) -> None:
    with pytest.raises(OSError), simulator(options=ServerOptions(port=running.port)):
        pass


def test_the_process(tmp_path: Path) -> None:
    faults = tmp_path / "faults.toml"
    faults.write_text('[[fault]]\nendpoint = "remote/ls"\naction = "answer"\nstatus = 500\n')
    key = "another-key-of-32-characters-abc"
    arguments = ("--key", key, "--faults", str(faults), "--sample", "--switch", "wait_polls=0")
    with (
        simulator_process(*arguments, "--root", str(tmp_path / "root"), folder=tmp_path) as process,
        httpx.Client(headers={"Authorization": f"Bearer {key}"}, trust_env=False, verify=False) as web,
    ):
        assert (tmp_path / "ready").read_text().strip() == process.base_url
        folders = web.post(f"{process.base_url}/folder/ls.cgi", json={}).json()["sub_folders"]
        assert "Films" in {folder["name"] for folder in folders}
        assert web.post(f"{process.base_url}/remote/ls.cgi", json={}).status_code == 500
        wait_for(lambda: len(process.log()) == 2)
    assert process.process.returncode == 0
    assert (tmp_path / "root" / "state.json").exists()


def test_the_process_says_what_is_wrong() -> None:
    with pytest.raises(RuntimeError, match="no switch is called"), simulator_process("--switch", "x=1"):
        pass


def _has_ipv6() -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        return True
    return False


def _ended(running: ThreadedSimulator, endpoint: str) -> bool:
    records = running.requests.all(endpoint)
    store = running.service.state.store.folder
    return bool(records) and records[-1].bytes_in > 0 and not list(store.iterdir())

"""Every end point that the other files leave out: its ordinary way and its refusals."""

from collections.abc import Callable

import pytest
from support.simulator import DEFAULT_KEY, ManualClock, Service

from fichier_gui.simulator.answers import Answer, RequestContext
from fichier_gui.simulator.content import PatternContent
from fichier_gui.simulator.endpoints import ENDPOINTS
from fichier_gui.simulator.model import FREE, Acl, Voucher

Ask = Callable[..., Answer]
FRIEND, KEY = "friend@example.org", "the friend's key"


@pytest.fixture
def friend(service: Service) -> str:
    service.add_user(FRIEND, KEY)
    return KEY


def test_every_end_point_refuses_a_caller_without_key(service: Service) -> None:
    for name, endpoint in ENDPOINTS.items():
        status = service.handle(name, {}, RequestContext()).status
        assert status == (200 if endpoint.anonymous else 401), name


def test_unknown_end_points_and_methods_get_a_page(service: Service) -> None:
    who = RequestContext(DEFAULT_KEY)
    assert service.handle("dir/ls", {}, who).content_type == "text/html"
    assert service.handle("file/ls", {}, who, method="GET").status == 404


@pytest.mark.parametrize("body", [b"[]", b"{", b"null", b'"text"'])
def test_a_body_that_is_no_json_object_is_refused(service: Service, body: bytes) -> None:
    assert not service.handle("file/ls", body, RequestContext(DEFAULT_KEY)).ok


def test_an_empty_body_is_an_empty_object(service: Service) -> None:
    assert service.handle("user/info.cgi", b"", RequestContext(DEFAULT_KEY)).ok


@pytest.mark.parametrize(
    ("endpoint", "payload"),
    [
        ("file/rm", {}),
        ("file/rm", {"files": []}),
        ("file/rm", {"files": ["https://1fichier.com/?aaaaaaaa"]}),
        ("file/mv", {"urls": ["https://1fichier.com/?aaaaaaaa"]}),
        ("file/mv", {"urls": [], "destination_folder_id": 0}),
        ("file/rename", {"urls": []}),
        ("file/cp", {"urls": [3]}),
        ("file/chattr", {"urls": ["https://1fichier.com/?aaaaaaaa"], "inline": 7}),
        ("file/info", {}),
        ("file/ls", {"sent_before": "yesterday"}),
        ("folder/mkdir", {}),
        ("folder/mkdir", {"name": "x" * 251}),
        ("folder/mkdir", {"name": ".."}),
        ("folder/rm", {"folder_id": 0}),
        ("folder/mv", {"folder_id": True}),
        ("folder/share", {"folder_id": 0, "shares": [{"email": "nobody@example.org"}]}),
        ("folder/share", {"folder_id": 0, "share": 1, "pass": "short"}),
        ("remote/request", {"urls": ["no url"]}),
        ("remote/request", {"urls": ["https://example.org/"], "headers": 3}),
        ("remote/info", {"id": 404}),
        ("remote/info", {"id": []}),
        ("ftp/users/add", {"user": "x"}),
        ("ftp/users/rm", {"user": "x"}),
        ("user/info", {"default_domain": 11}),
        ("vouchers/check", {"voucher": "x"}),
    ],
)
def test_bad_requests_are_ko(ask: Ask, endpoint: str, payload: dict[str, object]) -> None:
    answer = ask(endpoint, **payload)
    assert not answer.ok
    assert answer.body["status"] == "KO"


def test_file_info_tells_everything(service: Service, ask: Ask) -> None:
    file = service.add_file("/A/B/film.mkv", b"x", acl=Acl(ip=["10.0.0.0/8"], premium=1))
    url = service.link(file)
    ask("file/chattr", urls=[url], description="a film", no_ssl=1, cdn=1)
    body = ask("file/info", url=url).body
    assert (body["path"], body["folder_id"], body["description"]) == ("A/B", file.folder_id, "a film")
    assert body["acl"] == {"ip": ["10.0.0.0/8"], "premium": 1}
    assert (body["no_ssl"], body["cdn"], body["inline"]) == (1, 1, 0)
    ask("file/chattr", urls=[url], acl={}, description="")
    body = ask("file/info", url=url).body
    assert (body["acl"], body["description"]) == (0, None)


def test_file_info_has_a_status_only_sometimes(service: Service, ask: Ask) -> None:
    url = service.link(service.add_file("/a", b"x"))
    assert {ask("file/info", url=url).body.get("status") for _ in range(30)} == {None, "OK"}


def test_access_lists(service: Service, ask: Ask, friend: str) -> None:
    url = service.link(service.add_file("/a", b"x"))
    for acl, allowed in (
        ({"ip": ["127.0.0.0/8"]}, True),
        ({"ip": ["10.0.0.0/8", "nonsense"]}, False),
        ({"country": ["DE"]}, False),
        ({"country": ["FR"], "premium": 1}, True),
        ({"email": [FRIEND]}, True),
        ({"email": ["me@example.org"]}, False),
    ):
        assert ask("file/chattr", urls=[url], acl=acl).ok
        answer = ask("file/info", friend, url=url)
        assert answer.ok is allowed, acl
        assert ask("file/info", url=url).ok
    assert ask("file/ls").body["items"][0]["acl"] == 1
    assert not ask("file/chattr", urls=[url], acl={"email": ["nobody@example.org"]}).ok


def test_scan_caches_for_six_hours_and_removes_a_virus(
    service: Service, ask: Ask, clock: ManualClock
) -> None:
    file = service.add_file("/a", b"x")
    url = service.link(file)
    assert "date" not in ask("file/scan", url=url).body
    assert "date" in ask("file/scan", url=url).body
    clock.advance(6 * 3600)
    assert "date" not in ask("file/scan", url=url).body
    file.infected = True
    assert not ask("file/scan", url=url).ok
    assert service.tree() == []
    huge = service.add_file("/huge", PatternContent(1, 5 * 10**9), sum_known="0" * 128)
    assert not ask("file/scan", url=service.link(huge)).ok


def test_move_files_with_and_without_rename(service: Service, ask: Ask) -> None:
    target = service.add_folder("/T").id
    urls = [service.link(service.add_file(f"/{name}", b"x")) for name in "abc"]
    body = ask("file/mv", urls=urls[:2], destination_folder_id=target).body
    assert (body["moved"], sorted(body["urls"])) == (2, sorted(urls[:2]))
    assert ask("file/mv", urls=urls[2:], destination_folder_id=target, rename="d").body["filename"] == "d"
    assert service.tree() == ["T/", "T/a", "T/b", "T/d"]
    assert not ask("file/mv", urls=urls[:2], destination_folder_id=0, rename="x").ok


def test_the_link_survives_move_and_rename_but_not_copy(service: Service, ask: Ask) -> None:
    target = service.add_folder("/T").id
    url = service.link(service.add_file("/a", b"x"))
    ask("file/mv", urls=[url], destination_folder_id=target)
    ask("file/rename", urls=[{"url": url, "filename": "b"}])
    assert ask("file/info", url=url).body["filename"] == "b"
    body = ask("file/cp", urls=[url], folder_id=target, rename="c").body
    assert body["filename"] == "c"
    assert service.tree() == ["T/", "T/b", "T/c"]


def test_copies_share_their_bytes_until_the_last_is_deleted(service: Service, ask: Ask) -> None:
    content = service.state.store.from_bytes(bytes(300_000))
    url = service.link(service.add_file("/a", content))
    twin = ask("file/cp", urls=[url], rename="b").body["urls"][0]["to_url"]
    ask("file/rm", files=[{"url": url}])
    assert content.path.exists()
    ask("file/rm", files=[{"url": twin}])
    assert not content.path.exists()


def test_saving_a_foreign_link(service: Service, ask: Ask, friend: str) -> None:
    url = service.link(service.add_file("/a", b"x", password="123456"))
    assert not ask("file/cp", friend, urls=[url]).ok
    assert ask("file/cp", friend, urls=[url], **{"pass": "123456"}).body["copied"] == 1
    assert service.file_at("/a", FRIEND).password == ""


def test_foreign_files_cannot_be_changed(service: Service, ask: Ask, friend: str) -> None:
    url = service.link(service.add_file("/a", b"x"))
    assert not ask("file/rm", friend, files=[{"url": url}]).ok
    assert not ask("file/rename", friend, urls=[{"url": url, "filename": "b"}]).ok
    assert not ask("file/chattr", friend, urls=[url], inline=1).ok
    assert not ask("file/mv", friend, urls=[url], destination_folder_id=0).ok
    assert service.tree() == ["a"]


def test_listing_windows_by_date(service: Service, ask: Ask) -> None:
    for hour in range(4):
        service.add_file(f"/{hour}", b"x", created=1_610_000_000 + 3600 * hour)
    # 1,610,000,000 is 2021-01-07 07:13:20 in Paris.
    window = {"sent_after": "2021-01-07 07:30:00", "sent_before": "2021-01-07 09:30:00"}
    assert [item["filename"] for item in ask("file/ls", **window).body["items"]] == ["1", "2"]


def test_the_whole_account(service: Service, ask: Ask) -> None:
    service.add_file("/a", b"x")
    service.add_file("/A/b", b"x")
    body = ask("file/ls", folder_id=-1).body
    assert (body["count"], {item["filename"] for item in body["items"]}) == (2, {"a", "b"})


def test_folder_counts_are_not_recursive(service: Service, ask: Ask) -> None:
    service.add_file("/A/a", b"abc")
    service.add_file("/A/B/b", b"abc")
    body = ask("folder/ls", folder_id=service.add_folder("/A").id, files=1).body
    assert (body["files"], body["size"], body["name"]) == (1, 3, "A")
    assert (len(body["items"]), len(body["sub_folders"])) == (1, 1)
    assert "create_date" in body


def test_folders_cannot_move_into_themselves(service: Service, ask: Ask) -> None:
    outer, inner = service.add_folder("/A").id, service.add_folder("/A/B").id
    assert not ask("folder/mv", folder_id=outer, destination_folder_id=inner).ok
    assert not ask("folder/mv", folder_id=outer, destination_folder_id=0).ok
    service.add_folder("/B")
    assert not ask("folder/mv", folder_id=inner, destination_folder_id=0).ok
    assert not ask("folder/mv", folder_id=outer, rename="B").ok


def test_public_folder(service: Service, ask: Ask) -> None:
    service.add_file("/P/a.txt", b"abc")
    service.add_folder("/P/sub")
    folder = service.add_folder("/P").id
    url = ask("folder/share", folder_id=folder, share=1, **{"pass": "123456"}).body["url"]
    public = url.rsplit("/", 1)[1]
    assert url.startswith("https://1fichier.com/dir/")
    assert ask("folder/ls", folder_id=folder).body["shared"] == url
    assert service.public_folder(public).content_type == "text/html"
    entries = service.public_folder(public, "123456").body
    assert [(entry["filename"], entry["size"], entry["password"]) for entry in entries] == [("a.txt", 3, 0)]
    assert "url" not in ask("folder/share", folder_id=folder, share=0).body
    assert service.public_folder(public).status == 404
    assert service.public_folder("").status == 404


def test_group_share_read_only_and_read_write(service: Service, ask: Ask, friend: str) -> None:
    url = service.link(service.add_file("/S/sub/a.txt", b"abc", password="123456"))
    shared, inner = service.add_folder("/S").id, service.add_folder("/S/sub").id
    assert ask("folder/ls", friend, folder_id=shared).status == 404
    ask("folder/share", folder_id=shared, shares=[{"email": FRIEND, "rw": 0}])
    assert ask("folder/ls", friend).body["sub_folders"][0]["email"] == "me@example.org"
    body = ask("folder/ls", friend, folder_id=inner, files=1).body
    assert (body["user"], body["rw"], body["hide_links"]) == ("me@example.org", 0, 0)
    assert body["items"][0]["url"] == url
    assert ask("download/get_token", friend, url=url).ok  # Shares know no passwords.
    assert not ask("folder/mkdir", friend, name="x", folder_id=inner).ok
    assert not ask("file/chattr", friend, urls=[url], inline=1).ok
    ask("folder/share", folder_id=shared, shares=[{"email": FRIEND, "rw": 1}])
    assert ask("folder/mkdir", friend, name="x", folder_id=inner).ok
    assert ask("file/chattr", friend, urls=[url], inline=1).ok
    assert not ask("file/rename", friend, urls=[{"url": url, "filename": "own files only"}]).ok
    assert ask("folder/ls", folder_id=shared).body["shares"] == [{"email": FRIEND, "rw": 1, "hide_links": 0}]
    ask("folder/share", folder_id=shared, shares=[])
    assert ask("folder/ls", friend, folder_id=inner).status == 404


def test_hidden_links(service: Service, ask: Ask, friend: str) -> None:
    service.add_file("/S/a.txt", b"abc")
    shared = service.add_folder("/S").id
    ask("folder/share", folder_id=shared, shares=[{"email": FRIEND, "rw": 1, "hide_links": 1}])
    item = ask("file/ls", friend, folder_id=shared).body["items"][0]
    assert "url" not in item
    named = {"folder_id": shared, "filename": "a.txt"}
    assert ask("file/info", friend, **named).body["size"] == 3
    assert "url" not in ask("file/info", friend, **named).body
    assert ask("download/get_token", friend, **named).ok
    assert ask("file/info", friend, folder_id=shared, filename="A.TXT").status == 404
    assert not ask("folder/mkdir", friend, name="x", folder_id=shared).ok


def test_a_shared_root_needs_the_sharing_user(service: Service, ask: Ask, friend: str) -> None:
    service.add_file("/a.txt", b"abc")
    me = {"sharing_user": "me@example.org"}
    assert ask("folder/ls", friend, **me).status == 404
    assert ask("folder/ls", friend, sharing_user="nobody@example.org").status == 404
    ask("folder/share", folder_id=0, shares=[{"email": FRIEND, "rw": 1}])
    assert ask("file/ls", friend, **me).body["count"] == 1
    assert ask("folder/mkdir", friend, name="made by the friend", **me).ok
    theirs = service.link(service.add_file("/b", b"x", email=FRIEND))
    assert ask("file/cp", friend, urls=[theirs], **me).ok
    body = {"urls": [theirs], "destination_folder_id": 0, "destination_user": "me@example.org"}
    assert ask("file/mv", friend, **body).ok
    assert service.tree() == ["a.txt", "b", "b", "made by the friend/"]
    assert ask("file/info", friend, folder_id=0, filename="a.txt", **me).body["size"] == 3


def test_user_info_sets_and_shows(service: Service, ask: Ask) -> None:
    body = ask("user/info", use_cdn=1, default_domain=3, ftp_mode="1", page_limit=50).body
    names = ("use_cdn", "default_domain", "ftp_mode", "page_limit")
    assert [body[name] for name in names] == ["1", 3, "1", 50]
    assert (body["email"], body["offer"]) == ("me@example.org", "1")
    assert ask("user/info").body["use_cdn"] == "1"


def test_storage_is_hot_for_sixty_days(service: Service, ask: Ask, clock: ManualClock) -> None:
    service.add_file("/a", bytes(1000))
    assert ask("user/info").body["hot_storage"] == 1000
    clock.advance(61 * 86400)
    body = ask("user/info").body
    assert (body["hot_storage"], body["cold_storage"]) == (0, 1000)
    assert body["available_cold_storage"] == body["allowed_cold_storage"] - 1000


def test_a_free_account_cannot_download(service: Service, ask: Ask) -> None:
    service.add_user("free@example.org", "free key", FREE)
    url = service.link(service.add_file("/a", b"x"))
    answer = ask("download/get_token", "free key", url=url)
    assert answer.status == 403
    assert "Must be a customer (Premium, Access)" in answer.body["message"]


def test_vpn_addresses_need_cdn_credits(service: Service, ask: Ask) -> None:
    service.switches.vpn_addresses = ("10.9.8.7",)
    file = service.add_file("/a", PatternContent(1, 10**9), sum_known="0" * 128)
    url = service.link(file)
    answer = ask("download/get_token", ip="10.9.8.7", url=url)
    assert "Use CDN credits" in answer.body["message"]
    assert answer.body["message"].endswith("#913")
    service.main_user.cdn_credits = 5.0
    link = ask("download/get_token", ip="10.9.8.7", url=url, cdn=1).body["url"]
    service.open_link(RequestContext(ip="10.9.8.7"), link.rsplit("/p", 1)[1], False)
    assert service.main_user.cdn_credits == 4.0


def test_remote_jobs_tell_each_url(service: Service, ask: Ask, clock: ManualClock) -> None:
    folder = service.add_folder("/R").id
    urls = ["https://example.org/a%20b.iso", "https://example.org/missing.iso"]
    body = ask("remote/request", urls=urls, folder_id=folder, headers={"Cookie": "a=b"}).body
    assert (body["urls"], body["headers"]) == (urls, {"Cookie": "a=b"})
    clock.advance(31)
    results = ask("remote/info", id=body["id"]).body["result"]
    assert {result["url"]: result["status"] for result in results} == {urls[0]: "OK", urls[1]: "KO"}
    assert service.tree() == ["R/", "R/a b.iso"]


def test_ftp(ask: Ask) -> None:
    assert ask("ftp/process").ok
    assert ask("ftp/users/add", user="cam", **{"pass": "123456"}, folder_id=0).ok
    assert not ask("ftp/users/add", user="cam", **{"pass": "123456"}, folder_id=0).ok
    assert ask("ftp/users/ls").body["data"] == [{"user": "cam", "folder_id": 0}]
    assert ask("ftp/users/rm", user="cam").ok
    assert "data" not in ask("ftp/users/ls").body


def test_vouchers(service: Service, ask: Ask, friend: str) -> None:
    service.main_user.vouchers = [Voucher("V" * 32, "Premium")]
    assert ask("vouchers/ls").body["count"] == 1
    assert ask("vouchers/check", voucher="V" * 32).body["service"] == "Premium"
    assert not ask("vouchers/use", voucher="V" * 32, user_email="nobody@example.org").ok
    assert ask("vouchers/use", voucher="V" * 32, user_email=FRIEND).ok
    assert ask("vouchers/ls").body["count"] == 0
    assert not ask("vouchers/check", voucher="V" * 32).ok


def test_check_links(service: Service) -> None:
    plain = service.link(service.add_file("/a & b.txt", b"abc"))
    secret = service.link(service.add_file("/c", b"abc", password="123456"))
    dead = "https://1fichier.com/?gonegonegonegone0000"
    answer = service.check_links(RequestContext(), [plain, secret, dead, "nonsense"])
    assert answer.body == (
        f"{plain};a &amp; b.txt;3\n{secret};;;PRIVATE\n{dead};;;NOT FOUND\nnonsense;;;BAD LINK\n"
    )


def test_guest_uploads_and_their_removal(service: Service) -> None:
    guest = RequestContext()
    identifier = service.handle("upload/get_upload_server", {}, guest).body["id"]
    assert service.upload(guest, identifier, {"a.txt": b"abc"}, did="1", domain="3").status == 302
    link = service.end(identifier).body["links"][0]
    assert link["remove"].startswith("https://desfichiers.com/remove/")
    identity, code = link["remove"].split("/")[-2:]
    assert link["download"].startswith("https://desfichiers.com/?")
    assert service.remove_by_code(identity, "wrong", True).status == 404
    assert "force" in str(service.remove_by_code(identity, code, False).body)
    assert service.file_page(identity).status == 200
    assert service.remove_by_code(identity, code, True).status == 200
    assert service.file_page(identity).status == 404


def test_a_guests_file_is_removed_with_its_code(service: Service, ask: Ask) -> None:
    guest = RequestContext()
    identifier = service.handle("upload/get_upload_server", {}, guest).body["id"]
    service.upload(guest, identifier, {"a.txt": b"abc"})
    link = service.end(identifier).body["links"][0]
    assert not ask("file/rm", files=[{"url": link["download"], "code": "wrong"}]).ok
    code = link["remove"].rsplit("/", 1)[1]
    assert ask("file/rm", files=[{"url": link["download"], "code": code}]).body["removed"] == 1


def test_a_delivery_lands_in_incoming(service: Service) -> None:
    guest = RequestContext()
    identifier = service.handle("upload/get_upload_server", {}, guest).body["id"]
    service.upload(guest, identifier, {"a.txt": b"abc"}, user="me@example.org")
    assert service.end(identifier).body["incoming"] == 1
    assert service.tree() == ["incoming/", "incoming/a.txt"]
    service.main_user.web_password = "web password"
    identifier = service.handle("upload/get_upload_server", {}, guest).body["id"]
    service.upload(guest, identifier, {"b.txt": b"abc"}, user="me@example.org", **{"pass": "web password"})
    assert service.tree() == ["b.txt", "incoming/", "incoming/a.txt"]


def test_upload_with_fields(service: Service) -> None:
    who = RequestContext(DEFAULT_KEY)
    identifier = service.handle("upload/get_upload_server", {}, who).body["id"]
    folder = service.add_folder("/A").id
    service.upload(who, identifier, {"a.txt": b"abc"}, did=str(folder), domain="99", dpass="123456")
    file = service.file_at("/A/a.txt")
    assert (file.password, file.domain) == ("123456", 0)


def test_uploads_can_be_forbidden(service: Service) -> None:
    who = RequestContext(DEFAULT_KEY)
    service.main_user.upload_forbidden = 1
    identifier = service.handle("upload/get_upload_server", {}, who).body["id"]
    assert service.upload(who, identifier, {"a.txt": b"abc"}).status == 200
    assert service.upload(RequestContext("wrong"), identifier, {"a.txt": b"abc"}).status == 403


def test_the_report_as_csv_and_as_page(service: Service) -> None:
    who = RequestContext(DEFAULT_KEY)
    identifier = service.handle("upload/get_upload_server", {}, who).body["id"]
    service.upload(who, identifier, {"a.txt": b"abc"})
    file = service.file_at("/a.txt")
    assert str(service.end(identifier, "", export=True).body).startswith(f"a.txt;3;{file.id};;0;")
    assert file.id in str(service.end(identifier, "").body)
    assert service.end(identifier, "2").pretty

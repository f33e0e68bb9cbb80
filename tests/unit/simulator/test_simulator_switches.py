"""Each open question (§12), answered both ways."""

import dataclasses
from collections.abc import Callable

import pytest
from support.simulator import DEFAULT_KEY, ManualClock, Service

from fichier_gui.simulator.answers import Answer, RequestContext
from fichier_gui.simulator.model import FREE, Share
from fichier_gui.simulator.switches import Switches, switch_names

Ask = Callable[..., Answer]
ME = RequestContext(DEFAULT_KEY)


def _token(ask: Ask, url: str, **fields: object) -> str:
    return str(ask("download/get_token", url=url, **fields).body["url"]).rsplit("/p", 1)[1]


def _opens(service: Service, number: str, ranged: bool = False) -> bool:
    return not isinstance(service.open_link(ME, number, ranged), Answer)


@pytest.fixture
def url(service: Service) -> str:
    return service.link(service.add_file("/a.bin", b"abc"))


def test_1_a_free_accounts_key(service: Service, ask: Ask) -> None:
    service.add_user("free@example.org", "free key", FREE)
    assert ask("file/ls", "free key").ok
    service.switches.free_account = "upload-only"
    assert not ask("file/ls", "free key").ok
    assert ask("upload/get_upload_server", "free key").ok
    assert ask("file/ls").ok


def test_2_a_token_lives_five_minutes(service: Service, ask: Ask, clock: ManualClock, url: str) -> None:
    first, second = _token(ask, url), _token(ask, url)
    clock.advance(299)
    assert _opens(service, first)
    clock.advance(1)
    assert not _opens(service, second)
    service.switches.token_first_use_seconds = 600
    assert _opens(service, second)


@pytest.mark.parametrize(("start", "alive"), [("first-use", True), ("issue", False)])
def test_2_recovery_lasts_thirty_minutes(
    service: Service, ask: Ask, clock: ManualClock, url: str, start: str, alive: bool
) -> None:
    service.switches.set("token_recovery_from", start)
    number = _token(ask, url)
    clock.advance(200)
    assert _opens(service, number)
    clock.advance(1700)
    assert _opens(service, number, ranged=True) is alive
    clock.advance(100)
    assert not _opens(service, number, ranged=True)


@pytest.mark.parametrize(
    ("second_use", "whole", "ranged"),
    [("ranges", False, True), ("any", True, True), ("never", False, False)],
)
def test_2_a_second_request_on_a_token(
    service: Service, ask: Ask, url: str, second_use: str, whole: bool, ranged: bool
) -> None:
    service.switches.set("token_second_use", second_use)
    number = _token(ask, url)
    assert _opens(service, number)
    assert _opens(service, number) is whole
    assert _opens(service, number, ranged=True) is ranged


@pytest.mark.parametrize(("meaning", "again"), [("one-request", False), ("resume-allowed", True)])
def test_2_single(service: Service, ask: Ask, url: str, meaning: str, again: bool) -> None:
    service.switches.set("single_token", meaning)
    number = _token(ask, url, single=1)
    assert _opens(service, number, ranged=True)
    assert _opens(service, number, ranged=True) is again


def test_2_cdn_tokens_may_be_tied(service: Service, ask: Ask, url: str) -> None:
    service.main_user.cdn_credits = 10
    number = _token(ask, url, cdn=1, restrict_ip=2)
    assert _opens(service, number)
    assert not _opens(service, number, ranged=True)
    number = _token(ask, url, cdn=1, restrict_ip=1)
    elsewhere = service.open_link(RequestContext(ip="10.0.0.9"), number, False)
    assert isinstance(elsewhere, Answer)


@pytest.mark.parametrize("status", [403, 429, 200])
def test_3_flood_status(strict: Service, status: int) -> None:
    strict.switches.set("flood_status", str(status))
    for _ in range(4):
        answer = strict.handle("remote/ls", {}, ME)
    assert (answer.status, answer.body["status"]) == (status, "KO")


@pytest.mark.parametrize("status", [403, 401, 200])
def test_3_password_status(service: Service, ask: Ask, status: int) -> None:
    service.switches.set("password_status", str(status))
    service.add_user("other@example.org", "other")
    url = service.link(service.add_file("/s", b"x", password="123456"))
    assert ask("file/info", "other", url=url).status == status


@pytest.mark.parametrize("status", [403, 200])
def test_3_no_op_status(service: Service, ask: Ask, url: str, status: int) -> None:
    service.switches.set("no_op_status", str(status))
    assert ask("file/rename", urls=[{"url": url, "filename": "a.bin"}]).status == status
    ask("file/chattr", urls=[url], cdn=1)
    answer = ask("file/chattr", urls=[url], cdn=1)
    assert (answer.status, answer.ok) == (status, False)


def test_4_mkdir_with_an_existing_name(service: Service, ask: Ask) -> None:
    first = ask("folder/mkdir", name="A").body["folder_id"]
    assert not ask("folder/mkdir", name="A").ok
    service.switches.mkdir_existing = "return"
    assert ask("folder/mkdir", name="A").body["folder_id"] == first
    service.switches.mkdir_existing = "duplicate"
    assert ask("folder/mkdir", name="A").body["folder_id"] != first


def test_4_rm_of_a_folder_that_is_not_empty(service: Service, ask: Ask) -> None:
    service.add_file("/A/B/c", b"x")
    folder = service.add_folder("/A").id
    assert not ask("folder/rm", folder_id=folder).ok
    service.switches.folder_rm_not_empty = "delete"
    assert ask("folder/rm", folder_id=folder).ok
    assert service.tree() == []


@pytest.mark.parametrize(
    ("policy", "stored"), [("strip", "bad name"), ("reject", None), ("accept", ' b<a>d "name" ')]
)
def test_5_forbidden_characters(service: Service, ask: Ask, policy: str, stored: str | None) -> None:
    service.switches.set("names", policy)
    answer = ask("folder/mkdir", name=' b<a>d "name" ')
    assert answer.ok is (stored is not None)
    assert answer.body.get("name") == stored
    identifier = ask("upload/get_upload_server").body["id"]
    assert service.upload(ME, identifier, {' b<a>d "name" ': b"x"}).status == (302 if stored else 200)
    assert [file.name for file in service.files_at("/")] == ([stored] if stored else [])


def test_5_an_upload_is_not_lost_for_its_name(service: Service, ask: Ask) -> None:
    identifier = ask("upload/get_upload_server").body["id"]
    service.upload(ME, identifier, {"..": b"x", "y" * 300: b"x"})
    assert sorted(len(file.name) for file in service.files_at("/")) == [6, 250]


@pytest.mark.parametrize(("omitted", "kept"), [("keep", True), ("clear", False)])
def test_6_share_without_pass_and_shares(service: Service, ask: Ask, omitted: str, kept: bool) -> None:
    service.switches.set("share_omitted", omitted)
    service.add_user("other@example.org", "other")
    folder = service.add_folder("/A")
    everything = {"share": 1, "pass": "123456", "shares": [{"email": "other@example.org"}]}
    ask("folder/share", folder_id=folder.id, **everything)
    ask("folder/share", folder_id=folder.id, share=1)
    assert (bool(folder.password), bool(folder.shares)) == (kept, kept)


@pytest.mark.parametrize(("answer", "url"), [("omit", None), ("empty", "")])
def test_7_url_of_hidden_items(service: Service, ask: Ask, answer: str, url: str | None) -> None:
    service.switches.set("hidden_link_url", answer)
    service.add_user("other@example.org", "other")
    service.add_file("/S/a", b"x")
    folder = service.add_folder("/S")
    folder.shares = [Share("other@example.org", hide_links=1)]
    item = ask("file/ls", "other", folder_id=folder.id).body["items"][0]
    assert item.get("url") == url
    assert ("url" in item) is (url is not None)


def test_8_a_listing_that_is_too_long(service: Service, ask: Ask) -> None:
    for number in range(7):
        service.add_file(f"/{number}", b"x")
    service.switches.listing_limit = 5
    body = ask("file/ls").body
    assert (len(body["items"]), body["count"]) == (5, 5)
    service.switches.listing_count = "total"
    assert ask("file/ls").body["count"] == 7
    service.switches.listing_overflow = "refuse"
    assert not ask("file/ls").ok


@pytest.mark.parametrize("told", [False, True])
def test_9_folder_in_the_listing_of_everything(service: Service, ask: Ask, told: bool) -> None:
    service.switches.set("ls_all_folder_id", str(told))
    folder = service.add_file("/A/a", b"x").folder_id
    item = ask("file/ls", folder_id=-1).body["items"][0]
    assert item.get("folder_id") == (folder if told else None)


@pytest.mark.parametrize("key", ["data", "users"])
def test_10_ftp_users(service: Service, ask: Ask, key: str) -> None:
    service.switches.set("ftp_users_key", key)
    ask("ftp/users/add", user="cam", **{"pass": "123456"})
    assert key in ask("ftp/users/ls").body


@pytest.mark.parametrize(("shape", "echo"), [("object", {"Cookie": "a=b"}), ("list", ["Cookie: a=b"])])
def test_11_remote_headers(service: Service, ask: Ask, shape: str, echo: object) -> None:
    service.switches.set("remote_headers", shape)
    for sent in ({"Cookie": "a=b"}, ["Cookie: a=b"]):
        assert ask("remote/request", urls=["https://example.org/a"], headers=sent).body["headers"] == echo


def test_11_remote_urls(service: Service, ask: Ask, clock: ManualClock) -> None:
    service.switches.remote_max_urls = 2
    assert not ask("remote/request", urls=["https://example.org/a"] * 3).ok
    assert not ask("remote/request", urls=["nonsense"]).ok
    service.switches.remote_bad_url = "job-ko"
    job = ask("remote/request", urls=["nonsense"]).body["id"]
    clock.advance(31)
    assert ask("remote/info", id=job).body["result"][0]["status"] == "KO"


def test_13_most_urls_in_a_call(service: Service, ask: Ask, url: str) -> None:
    assert ask("file/chattr", urls=[url] * 3, cdn=1).ok
    service.switches.max_urls = 2
    assert not ask("file/chattr", urls=[url] * 3, cdn=0).ok


@pytest.mark.parametrize(("partial", "removed"), [("count", 1), ("refuse", None)])
def test_13_one_bad_url_among_good_ones(
    service: Service, ask: Ask, url: str, partial: str, removed: int | None
) -> None:
    service.switches.set("partial", partial)
    dead = "https://1fichier.com/?gonegonegonegone0000"
    answer = ask("file/rm", files=[{"url": url}, {"url": dead}])
    assert answer.body.get("removed") == removed
    assert (service.tree() == []) is (removed == 1)


@pytest.mark.parametrize(("whose", "refused"), [("file-owner", False), ("self", True)])
def test_15_owner_locked(service: Service, ask: Ask, url: str, whose: str, refused: bool) -> None:
    service.switches.set("owner_locked", whose)
    service.add_user("other@example.org", "other").locked = True
    assert (not ask("file/info", "other", url=url).ok) is refused
    service.main_user.locked = True
    assert "Owner locked" in ask("file/info", url=url).body["message"]


@pytest.mark.parametrize(("answer", "status"), [("no-such-user", 403), ("not-authenticated", 401)])
def test_16_a_dead_key(service: Service, ask: Ask, answer: str, status: int) -> None:
    service.switches.set("dead_key", answer)
    assert ask("remote/ls", "wrong").status == status


@pytest.mark.parametrize(("keys", "kept"), [("one", False), ("several", True)])
def test_16_several_keys(service: Service, ask: Ask, keys: str, kept: bool) -> None:
    service.switches.set("keys", keys)
    service.renew_key(service.main_user.email, "fresh")
    assert ask("remote/ls").ok is kept
    assert ask("remote/ls", "fresh").ok


def test_17_the_root_and_the_owner_of_shared_folders(service: Service, ask: Ask) -> None:
    assert "create_date" not in ask("folder/ls").body
    service.switches.root_create_date = "empty"
    assert ask("folder/ls").body["create_date"] == ""
    service.switches.root_create_date = "present"
    assert ask("folder/ls").body["create_date"].startswith("2025-")
    service.add_user("other@example.org", "other")
    service.add_folder("/S", "other@example.org").shares = [Share("me@example.org")]
    assert ask("folder/ls").body["sub_folders"][0]["email"] == "other@example.org"
    service.switches.shared_owner_key = "user"
    assert ask("folder/ls").body["sub_folders"][0]["user"] == "other@example.org"


def test_storage_may_wait_for_end_pl(service: Service, ask: Ask) -> None:
    service.switches.storage_needs_end_pl = True
    identifier = ask("upload/get_upload_server").body["id"]
    service.upload(ME, identifier, {"a": b"x"})
    assert service.tree() == []
    assert service.end(identifier).body["links"][0]["filename"] == "a"
    assert service.tree() == ["a"]


def test_the_owner_may_need_the_password_too(service: Service, ask: Ask) -> None:
    url = service.link(service.add_file("/s", b"x", password="123456"))
    assert ask("file/info", url=url).ok
    service.switches.owner_needs_password = True
    assert not ask("file/info", url=url).ok


def test_switches_are_set_by_name() -> None:
    switches = Switches()
    switches.set("wait_polls", "7")
    switches.set("ko_with_200", "0.5")
    switches.set("end_pl_query", "yes")
    switches.set("vpn_addresses", "10.0.0.1,10.0.0.2")
    assert (switches.wait_polls, switches.ko_with_200, switches.end_pl_query) == (7, 0.5, True)
    assert switches.vpn_addresses == ("10.0.0.1", "10.0.0.2")
    for name, value in (("names", "nonsense"), ("nonsense", "1")):
        with pytest.raises(ValueError, match=r"nonsense|one of"):
            switches.set(name, value)
    assert len(switch_names()) == len(dataclasses.fields(Switches))

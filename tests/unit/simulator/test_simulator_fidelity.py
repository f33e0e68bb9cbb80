"""The fidelity list (§13 of the API reference), line by line; limits and HTTP have their own files."""

import re
from collections.abc import Callable

import httpx
import pytest
from support.simulator import DEFAULT_KEY, ManualClock, Service, ThreadedSimulator

from fichier_gui.simulator import paris
from fichier_gui.simulator.answers import Answer, RequestContext
from fichier_gui.simulator.endpoints.upload import Form, Received
from fichier_gui.simulator.faults import Fault

Ask = Callable[..., Answer]
ME = RequestContext(DEFAULT_KEY)


def _message(answer: Answer) -> str:
    assert isinstance(answer.body, dict)
    assert answer.body["status"] == "KO"
    return str(answer.body["message"])


def _upload(service: Service, **files: bytes) -> str:
    identifier = str(service.handle("upload/get_upload_server", {}, ME).body["id"])
    assert service.upload(ME, identifier, files).status == 302
    return identifier


def test_the_number_after_the_hash_changes(ask: Ask) -> None:
    messages = {_message(ask("vouchers/ls", key=None)) for _ in range(20)}
    assert len(messages) > 5
    assert all(re.fullmatch(r"Not authenticated #\d+", message) for message in messages)


def test_ko_sometimes_comes_with_http_200(service: Service, ask: Ask) -> None:
    service.switches.ko_with_200 = 0.5
    ask("folder/mkdir", name="twice")
    statuses = {ask("folder/mkdir", name="twice").status for _ in range(40)}
    assert statuses == {200, 403}


def test_the_json_content_type_is_required(service: Service) -> None:
    answer = service.handle("upload/get_upload_server", {}, RequestContext(content_type=""), method="GET")
    assert _message(answer) == "Content-Type not JSON #24"
    assert service.handle("upload/get_upload_server", {}, RequestContext(), method="GET").ok


def test_user_info_gives_flags_as_strings(ask: Ask) -> None:
    body = ask("user/info").body
    for name in ("offer", "use_cdn", "2fa", "ftp_mode", "download_menu", "default_port", "upload_forbidden"):
        assert isinstance(body[name], str)
    for name in ("ftp_did", "default_domain", "page_limit", "available_cold_storage"):
        assert isinstance(body[name], int)


def test_empty_arrays_are_omitted(ask: Ask) -> None:
    assert "items" not in ask("file/ls").body
    assert not {"items", "sub_folders", "shares"} & set(ask("folder/ls", files=1).body)
    assert "data" not in ask("remote/ls").body


def test_keys_come_in_random_order(ask: Ask) -> None:
    assert len({tuple(ask("user/info").body) for _ in range(10)}) > 5


def test_dates_are_paris_time_in_summer_and_in_winter(service: Service, ask: Ask) -> None:
    service.add_file("/summer.txt", b"x", created=1_623_416_305.0)  # 2021-06-11 12:58:25 GMT
    service.add_file("/winter.txt", b"x", created=1_610_369_905.0)  # 2021-01-11 12:58:25 GMT
    dates = {item["filename"]: item["date"] for item in ask("file/ls").body["items"]}
    assert dates == {"summer.txt": "2021-06-11 14:58:25", "winter.txt": "2021-01-11 13:58:25"}
    assert paris.seconds("2021-06-11 14:58:25") == 1_623_416_305.0


def test_sub_folders_carry_id_and_the_folder_itself_folder_id(ask: Ask) -> None:
    made = ask("folder/mkdir", name="A").body["folder_id"]
    listing = ask("folder/ls").body
    assert [child["id"] for child in listing["sub_folders"]] == [made]
    assert "folder_id" not in listing["sub_folders"][0]
    assert listing["folder_id"] == 0


def test_the_mime_key_is_spelled_with_a_hyphen(service: Service, ask: Ask) -> None:
    service.add_file("/picture.png", b"x")
    assert ask("file/ls").body["items"][0]["content-type"] == "image/png"


def test_end_pl_gives_the_size_as_a_string(service: Service) -> None:
    link = service.end(_upload(service, a=b"Hello world\n")).body["links"][0]
    assert link["size"] == "12"
    assert link["whirlpool"].startswith("0a894ff039da399d5a72116b3665cd95")
    assert link["remove"] == ""
    assert re.fullmatch(r"https://1fichier\.com/\?[a-z0-9]{20}", link["download"])


def test_end_pl_answers_html_for_n_polls_then_json(service: Service) -> None:
    service.switches.wait_polls = 2
    identifier = _upload(service, a=b"abc")
    for _ in range(2):
        waiting = service.end(identifier)
        assert (waiting.status, waiting.content_type) == (200, "text/html")
        assert "Veuillez patienter" in str(waiting.body)
    assert service.end(identifier).content_type == "application/json"


def test_end_pl_variants_with_zero_and_two_links(service: Service) -> None:
    identifier = _upload(service, a=b"abc")
    service.faults.add(Fault("end.pl", "no-links"), Fault("end.pl", "two-links", calls="2"))
    assert "links" in service.end(identifier).body
    assert len(service.end(identifier).body["links"]) == 2
    assert len(service.end(identifier).body["links"]) == 1


def test_end_pl_pending_fault_waits_again(service: Service) -> None:
    identifier = _upload(service, a=b"abc")
    service.faults.add(Fault("end.pl", "pending", times=2))
    kinds = [service.end(identifier).content_type for _ in range(3)]
    assert kinds == ["text/html", "text/html", "application/json"]


def test_end_pl_waits_until_the_sum_is_known(service: Service) -> None:
    identifier = str(service.handle("upload/get_upload_server", {}, ME).body["id"])
    received = Received("late.bin", service.state.store.from_bytes(b"abc"))
    _, files = service.receive(ME, identifier, Form({}, [received]))
    assert service.end(identifier).content_type == "text/html"
    assert service.files_at("/") == []
    service.hashed(identifier, files[0], "0" * 128)
    assert service.end(identifier).content_type == "application/json"
    assert [file.name for file in service.files_at("/")] == ["late.bin"]


def test_an_unknown_did_means_the_root(service: Service) -> None:
    for did in ("999999", "no number"):
        identifier = str(service.handle("upload/get_upload_server", {}, ME).body["id"])
        assert service.upload(ME, identifier, {"a.txt": b"a"}, did=did).status == 302
    assert [file.name for file in service.files_at("/")] == ["a.txt", "a.txt"]


def test_duplicate_names_are_normal(service: Service, ask: Ask) -> None:
    _upload(service, a=b"one")
    _upload(service, a=b"two")
    items = ask("file/ls").body["items"]
    assert [item["filename"] for item in items] == ["a", "a"]
    assert items[0]["url"] != items[1]["url"]


def test_empty_files_are_refused(service: Service) -> None:
    identifier = str(service.handle("upload/get_upload_server", {}, ME).body["id"])
    answer = service.upload(ME, identifier, {"empty.txt": b""})
    assert answer.status == 200
    assert "Pas de fichier trouvé dans l'envoi" in str(answer.body)


def test_more_than_500_files_are_refused(service: Service) -> None:
    identifier = str(service.handle("upload/get_upload_server", {}, ME).body["id"])
    assert service.upload(ME, identifier, {f"{n}": b"x" for n in range(501)}).status == 200


def test_an_upload_id_serves_once(service: Service) -> None:
    identifier = _upload(service, a=b"abc")
    for used in (identifier, "neverissue"):
        answer = service.upload(ME, used, {"b": b"abc"})
        assert answer.status == 200
        assert "Ne peut ouvrir le fichier destination" in str(answer.body)


def test_the_report_is_kept_for_two_hours(service: Service, clock: ManualClock) -> None:
    identifier = _upload(service, a=b"abc")
    clock.advance(7199)
    assert service.end(identifier).status == 200
    clock.advance(2)
    assert service.end(identifier).status == 404


def test_renaming_to_the_same_name_is_ko_312(service: Service, ask: Ask) -> None:
    url = service.link(service.add_file("/a.txt", b"x"))
    answer = ask("file/rename", urls=[{"url": url, "filename": "a.txt"}])
    assert _message(answer) == "No file has been renamed #312"
    assert ask("file/rename", urls=[{"url": url, "filename": "b.txt"}]).body["renamed"] == 1


def test_moving_with_rename_inside_one_folder_does_nothing(service: Service, ask: Ask) -> None:
    url = service.link(service.add_file("/a.txt", b"x"))
    assert not ask("file/mv", urls=[url], destination_folder_id=0, rename="b.txt").ok
    assert not ask("file/mv", urls=[url], destination_folder_id=0).ok
    assert service.file_at("/a.txt") is not None


def test_chattr_without_change_is_ko(service: Service, ask: Ask) -> None:
    url = service.link(service.add_file("/a.txt", b"x"))
    assert ask("file/chattr", urls=[url], inline=1).body["updated"] == 1
    assert "No changes requested" in _message(ask("file/chattr", urls=[url], inline=1))


def test_cp_ignores_destination_folder_id(service: Service, ask: Ask) -> None:
    folder = service.add_folder("/Target")
    url = service.link(service.add_file("/Source/a.txt", b"x"))
    answer = ask("file/cp", urls=[url], destination_folder_id=folder.id)
    assert answer.body["copied"] == 1
    assert [file.name for file in service.files_at("/")] == ["a.txt"]
    assert service.files_at("/Target") == []
    assert answer.body["urls"][0]["from_url"] == url
    assert answer.body["urls"][0]["to_url"] != url


def test_folder_mv_ignores_the_destination_when_rename_is_given(service: Service, ask: Ask) -> None:
    moved, target = service.add_folder("/A").id, service.add_folder("/B").id
    answer = ask("folder/mv", folder_id=moved, destination_folder_id=target, rename="C")
    assert (answer.body["old_name"], answer.body["new_name"]) == ("A", "C")
    assert service.tree() == ["B/", "C/"]
    assert ask("folder/mv", folder_id=moved, destination_folder_id=target).ok
    assert service.tree() == ["B/", "B/C/"]


def test_a_remote_job_is_pending_with_a_date_in_1970(ask: Ask, clock: ManualClock) -> None:
    job = ask("remote/request", urls=["https://example.org/film.mkv"]).body["id"]
    assert ask("remote/ls").body["data"][0]["execution_date"].startswith("1970-01-01")
    assert "result" not in ask("remote/info", id=job).body
    clock.advance(30)
    assert ask("remote/info", id=str(job)).body["result"][0]["status"] == "OK"
    assert ask("remote/ls").body["data"][0]["execution_date"].startswith("2025-")


def test_deleted_files_are_listed_for_a_moment(service: Service, ask: Ask, clock: ManualClock) -> None:
    service.switches.listing_lag_seconds = 2.0
    url = service.link(service.add_file("/A/a.txt", b"x"))
    folder = service.add_folder("/A").id
    assert ask("file/rm", files=[{"url": url}]).body["removed"] == 1
    assert ask("file/ls", folder_id=folder).body["items"][0]["url"] == url
    assert "not empty" in _message(ask("folder/rm", folder_id=folder))
    assert ask("file/info", url=url).status == 404
    clock.advance(2)
    assert "items" not in ask("file/ls", folder_id=folder).body
    assert ask("folder/rm", folder_id=folder).ok


@pytest.mark.parametrize("endpoint", ["file/info", "download/get_token"])
def test_dead_and_protected_links(service: Service, ask: Ask, endpoint: str) -> None:
    service.add_user("other@example.org", "other key")
    dead = ask(endpoint, url="https://1fichier.com/?gonegonegonegone0000")
    assert (dead.status, _message(dead).split(" #")[0]) == (404, "Resource not found")
    url = service.link(service.add_file("/secret.txt", b"x", password="123456"))
    assert ask(endpoint, url=url).ok
    missing = ask(endpoint, "other key", url=url)
    wrong = ask(endpoint, "other key", url=url, **{"pass": "no"})
    assert (missing.status, wrong.status) == (403, 403)
    assert "Password not provided" in _message(missing)
    assert "Invalid password" in _message(wrong)
    assert "Resource not allowed" in _message(wrong)
    assert ask(endpoint, "other key", url=url, **{"pass": "123456"}).ok


def test_the_owner_of_a_bound_file_is_asked_under_its_domain_only(service: Service, ask: Ask) -> None:
    file = service.add_file("/a.txt", b"x")
    file.domain, file.bound = 8, True
    assert ask("file/info", url=f"https://pjointe.com/?{file.id}").ok
    assert ask("file/info", url=f"https://1fichier.com/?{file.id}").status == 404
    file.bound = False
    assert ask("file/info", url=f"http://www.1fichier.com/?{file.id}&af=12345").ok
    assert ask("file/info", url=f"https://{file.id}.1fichier.com/").ok
    assert ask("file/info", url="https://example.org/?abcdefgh").status == 404


def test_string_folder_ids_are_refused(ask: Ask) -> None:
    assert not ask("file/ls", folder_id="0").ok


def test_a_key_dies_when_it_is_reset(service: Service, ask: Ask) -> None:
    service.reset_key(service.main_user.email, "fresh")
    answer = ask("vouchers/ls")
    assert (answer.status, _message(answer).split(" #")[0]) == (403, "No such user")
    assert ask("vouchers/ls", "fresh").ok
    missing = ask("vouchers/ls", None)
    assert (missing.status, _message(missing).split(" #")[0]) == (401, "Not authenticated")


def test_pretty_is_for_people(running: ThreadedSimulator, web: httpx.Client) -> None:
    plain, pretty = (web.post("/v1/vouchers/ls.cgi", json=body).text for body in ({}, {"pretty": 1}))
    assert "\n" not in plain
    assert "\n" in pretty

"""The request limits, on a clock that the test turns."""

import pytest
from support.simulator import DEFAULT_KEY, ManualClock, Service

from fichier_gui.simulator.answers import Answer, RequestContext

FLOOD = "Flood detected: IP Locked"


def _ask(service: Service, endpoint: str, ip: str = "10.0.0.1", **payload: object) -> Answer:
    return service.handle(endpoint, payload, RequestContext(DEFAULT_KEY, ip))


def _is_flood(answer: Answer) -> bool:
    return not answer.ok and "Flood detected" in str(answer.body["message"])


def test_a_fourth_call_in_a_second_is_a_flood(strict: Service, clock: ManualClock) -> None:
    for _ in range(3):
        assert _ask(strict, "vouchers/ls").ok
        clock.advance(0.2)
    answer = _ask(strict, "vouchers/ls")
    assert answer.status == 403
    assert _is_flood(answer)
    assert [breach.rule for breach in strict.limits.breaches] == ["calls per second"]


def test_three_calls_a_second_are_fine_for_long(strict: Service, clock: ManualClock) -> None:
    for _ in range(60):
        assert _ask(strict, "vouchers/ls").ok
        clock.advance(1 / 3 + 1e-6)
    assert not strict.limits.breaches


def test_a_breach_locks_the_address_for_a_minute(strict: Service, clock: ManualClock) -> None:
    for _ in range(4):
        answer = _ask(strict, "vouchers/ls")
    assert _is_flood(answer)
    clock.advance(59)
    assert _is_flood(_ask(strict, "remote/ls"))
    assert _ask(strict, "remote/ls", ip="10.0.0.2").ok
    clock.advance(1)
    assert _ask(strict, "remote/ls").ok
    assert len(strict.limits.breaches) == 1
    assert strict.limits.refused_while_locked == 1


@pytest.mark.parametrize("endpoint", ["file/ls", "folder/ls"])
def test_one_folder_twice_in_30_seconds_is_a_flood(
    strict: Service, clock: ManualClock, endpoint: str
) -> None:
    other = strict.add_folder("/Other").id
    assert _ask(strict, endpoint, folder_id=0).ok
    assert _ask(strict, endpoint, folder_id=other).ok
    clock.advance(30)
    assert _ask(strict, endpoint, folder_id=0).ok
    clock.advance(29.9)
    assert _is_flood(_ask(strict, endpoint, folder_id=0))


def test_file_ls_and_folder_ls_are_counted_apart(strict: Service) -> None:
    assert _ask(strict, "file/ls").ok
    assert _ask(strict, "folder/ls").ok


def test_the_whole_account_once_an_hour(strict: Service, clock: ManualClock) -> None:
    assert _ask(strict, "file/ls", folder_id=-1).ok
    clock.advance(3599)
    assert _is_flood(_ask(strict, "file/ls", folder_id=-1))
    clock.advance(3600)
    assert _ask(strict, "file/ls", folder_id=-1).ok


def test_user_info_once_in_five_minutes(strict: Service, clock: ManualClock) -> None:
    assert _ask(strict, "user/info").ok
    clock.advance(299)
    assert _is_flood(_ask(strict, "user/info"))
    clock.advance(300)
    assert _ask(strict, "user/info").ok


def test_user_info_once_a_minute_for_two_users_of_one_address(strict: Service, clock: ManualClock) -> None:
    strict.add_user("two@example.org", "second")
    assert _ask(strict, "user/info").ok
    clock.advance(59)
    answer = strict.handle("user/info", {}, RequestContext("second", "10.0.0.1"))
    assert FLOOD in str(answer.body["message"])


def test_many_failing_calls_ban_the_address(strict: Service, clock: ManualClock) -> None:
    for _ in range(20):
        assert _ask(strict, "file/info", url="https://1fichier.com/?aaaaaaaaaaaa").status == 404
        clock.advance(1)
    answer = _ask(strict, "vouchers/ls")
    assert "IP Locked" in str(answer.body["message"])
    clock.advance(300)
    assert _ask(strict, "vouchers/ls").ok


def test_wrong_keys_count_as_failing_calls(strict: Service, clock: ManualClock) -> None:
    for _ in range(20):
        strict.handle("user/info", {}, RequestContext("wrong", "10.0.0.1"))
        clock.advance(1)
    assert "IP Locked" in str(_ask(strict, "vouchers/ls").body["message"])


def test_only_one_location(strict: Service, clock: ManualClock) -> None:
    link = strict.link(strict.add_file("/a.bin", b"abc"))
    assert _ask(strict, "download/get_token", url=link).ok
    clock.advance(10)
    for other in ("10.0.0.2", "fe80::1"):
        answer = _ask(strict, "download/get_token", ip=other, url=link)
        assert answer.status == 403
        assert "Only 1 location allowed at a time" in str(answer.body["message"])
    clock.advance(300)
    assert _ask(strict, "download/get_token", ip="fe80::1", url=link).ok


def test_a_direct_link_from_another_family_is_refused(strict: Service, clock: ManualClock) -> None:
    link = strict.link(strict.add_file("/a.bin", b"abc"))
    url = str(_ask(strict, "download/get_token", url=link).body["url"])
    opened = strict.open_link(RequestContext(ip="::1"), url.rsplit("/p", 1)[1], False)
    assert isinstance(opened, Answer)
    assert opened.status == 403
    assert "IPv4 and IPv6" in str(opened.body)


def test_thirty_connections_and_no_more(strict: Service) -> None:
    link = strict.link(strict.add_file("/a.bin", b"abc"))
    url = str(_ask(strict, "download/get_token", url=link).body["url"])
    number = url.rsplit("/p", 1)[1]
    grants = [strict.open_link(RequestContext(ip="10.0.0.1"), number, True) for _ in range(30)]
    refused = strict.open_link(RequestContext(ip="10.0.0.1"), number, True)
    assert isinstance(refused, Answer)
    assert not isinstance(grants[-1], Answer)
    strict.link_closed(grants[0])
    assert not isinstance(strict.open_link(RequestContext(ip="10.0.0.1"), number, True), Answer)


def test_check_links_answers_a_bare_text_when_locked(strict: Service) -> None:
    who = RequestContext(ip="10.0.0.1")
    for _ in range(4):
        answer = strict.check_links(who, [])
    assert answer.body == "IP Locked"


def test_without_limits_nothing_is_counted(service: Service) -> None:
    for _ in range(20):
        assert _ask(service, "user/info").ok
        assert _ask(service, "file/ls", folder_id=-1).ok
    assert not service.limits.breaches


def test_history_tells_when_each_call_came(strict: Service, clock: ManualClock) -> None:
    _ask(strict, "vouchers/ls")
    clock.advance(2)
    _ask(strict, "remote/ls")
    first, second = strict.history
    assert (first.endpoint, second.endpoint, second.at - first.at) == ("vouchers/ls", "remote/ls", 2)

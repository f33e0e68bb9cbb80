"""Every kind of fault, over HTTP where it shows there."""

from pathlib import Path

import httpx
import pytest
from support.simulator import ManualClock, Service, ThreadedSimulator, wait_for

from fichier_gui.simulator import faults
from fichier_gui.simulator.answers import RequestContext
from fichier_gui.simulator.faults import ACTIONS, Fault, FaultPlan, load_faults

DATA = bytes(range(256)) * 40


@pytest.fixture
def url(running: ThreadedSimulator) -> str:
    return running.service.link(running.service.add_file("/film.mkv", DATA))


def _direct(web: httpx.Client, url: str) -> str:
    return web.post("/v1/download/get_token.cgi", json={"url": url}).json()["url"]


def _upload(web: httpx.Client, data: bytes = DATA) -> httpx.Response:
    identifier = web.post("/v1/upload/get_upload_server.cgi", json={}).json()["id"]
    return web.post(f"/upload.cgi?id={identifier}", files=[("file[]", ("a.bin", data))])


# Choosing the call -----------------------------------------------------------


@pytest.mark.parametrize(
    ("calls", "hit"),
    [("1", [1]), ("2", [2]), ("2-3", [2, 3]), ("3-", [3, 4, 5]), ("*", [1, 2, 3, 4, 5])],
)
def test_which_call(calls: str, hit: list[int]) -> None:
    plan = FaultPlan()
    plan.add(Fault("file/ls", "flood", calls=calls))
    assert [call for call in range(1, 6) if plan.take("file/ls")] == hit
    assert plan.hits("flood") == len(hit)


def test_which_end_point_and_which_text() -> None:
    plan = FaultPlan()
    plan.add(Fault("file/*", "flood", calls="*", match="film"))
    assert plan.take("file/ls", "a film") is not None
    assert plan.take("file/ls", "a song") is None
    assert plan.take("folder/ls", "a film") is None
    plan.clear()
    assert plan.take("file/ls", "a film") is None


def test_fault_files(tmp_path: Path) -> None:
    toml, json = tmp_path / "f.toml", tmp_path / "f.json"
    toml.write_text('[[fault]]\nendpoint = "end.pl"\naction = "pending"\ntimes = 5\ncalls = 2\n')
    json.write_text('{"fault": [{"endpoint": "end.pl", "action": "pending", "times": 5, "calls": "2"}]}')
    assert load_faults(toml) == load_faults(json) == [Fault("end.pl", "pending", "2", times=5)]
    for text in ('endpoint = "x"\naction = "nonsense"', 'endpoint = "x"\naction = "cut"\nwhen = 3'):
        toml.write_text("[[fault]]\n" + text)
        with pytest.raises(ValueError, match=r"nonsense|when"):
            load_faults(toml)


def test_every_action_is_documented() -> None:
    assert all(f"\n    {action} " in str(faults.__doc__) for action in ACTIONS)


# Answers ---------------------------------------------------------------------


def test_answer_and_html(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(
        Fault("remote/ls", "answer", status=502, body='{"x": 1}'),
        Fault("remote/ls", "html", calls="2", body="Can't connect DB"),
    )
    first, second, third = (web.post("/v1/remote/ls.cgi", json={}) for _ in range(3))
    assert (first.status_code, first.json()) == (502, {"x": 1})
    assert (second.status_code, second.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Can't connect DB" in second.text
    assert third.json() == {"status": "OK"}
    assert [record.fault for record in running.requests.all()] == ["answer", "html", ""]


def test_done_acts_all_the_same(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(
        Fault("folder/mkdir", "answer", status=504, done=True),
        Fault("folder/mkdir", "answer", calls="2", status=504),
        Fault("upload.cgi", "answer", status=504, done=True),
    )
    for name in ("made", "not made"):
        assert web.post("/v1/folder/mkdir.cgi", json={"name": name}).status_code == 504
    assert _upload(web).status_code == 504
    wait_for(lambda: running.service.tree() == ["a.bin", "made/"])


def test_flood_lock_and_maintenance(service: Service, clock: ManualClock) -> None:
    service.faults.add(
        Fault("remote/ls", "flood"), Fault("remote/ls", "maintenance", "2"), Fault("remote/ls", "lock", "3")
    )
    assert "Flood detected: IP Locked" in service.handle("remote/ls").body["message"]
    page = service.handle("remote/ls")
    assert (page.status, page.content_type) == (503, "text/html")
    assert "Our services are in maintenance" in str(page.body)
    for _ in range(2):
        assert service.handle("remote/ls").body["message"].startswith("IP Locked #")
    assert service.check_links(RequestContext(), []).body == "IP Locked"
    clock.advance(3600)
    assert service.handle("remote/ls").ok


def test_delay(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(Fault("remote/ls", "delay", seconds=0.2), Fault("remote/ls", "delay", "2", seconds=60))
    assert web.post("/v1/remote/ls.cgi", json={}).elapsed.total_seconds() >= 0.2
    with pytest.raises(httpx.ReadTimeout):
        web.post("/v1/remote/ls.cgi", json={}, timeout=0.1)


@pytest.mark.parametrize("after", [0, 5])
def test_a_json_answer_is_cut(running: ThreadedSimulator, web: httpx.Client, after: int) -> None:
    running.faults.add(Fault("remote/ls", "cut", after=after))
    with pytest.raises(httpx.RemoteProtocolError):
        web.post("/v1/remote/ls.cgi", json={})
    assert web.post("/v1/remote/ls.cgi", json={}).json() == {"status": "OK"}


@pytest.mark.parametrize(
    "path", ["/dir/x?json=1", "/check_links.pl", "/remove/a/b", "/?abcdefgh", "/end.pl?xid=x"]
)
def test_the_web_site_has_faults_too(running: ThreadedSimulator, web: httpx.Client, path: str) -> None:
    running.faults.add(Fault("*", "maintenance"))
    assert web.post(path).status_code == 503


# Downloads -------------------------------------------------------------------


@pytest.mark.parametrize("after", [0, 1, 5000])
def test_cut(running: ThreadedSimulator, web: httpx.Client, url: str, after: int) -> None:
    running.faults.add(Fault("download", "cut", after=after, match="film.mkv"))
    received = bytearray()
    direct = _direct(web, url)
    with pytest.raises(httpx.RemoteProtocolError), web.stream("GET", direct) as answer:
        assert answer.headers["Content-Length"] == str(len(DATA))
        for piece in answer.iter_raw():
            received += piece
    assert bytes(received) == DATA[:after]
    rest = web.get(direct, headers={"Range": f"bytes={after}-"})
    assert rest.content == DATA[after:]
    assert running.requests.all("download")[0].fault == "cut"


def test_stall(running: ThreadedSimulator, web: httpx.Client, url: str) -> None:
    running.faults.add(Fault("download", "stall", after=100))
    received = bytearray()
    with (
        pytest.raises(httpx.ReadTimeout),
        web.stream("GET", _direct(web, url), timeout=httpx.Timeout(5, read=0.2)) as answer,
    ):
        for piece in answer.iter_raw():
            received += piece
    assert bytes(received) == DATA[:100]


def test_slow(running: ThreadedSimulator, web: httpx.Client, url: str) -> None:
    running.faults.add(Fault("download", "slow", rate=40_000))
    with web.stream("GET", _direct(web, url)) as answer:
        assert answer.read() == DATA
    assert answer.elapsed.total_seconds() > 0.15


@pytest.mark.parametrize("delta", [-100, 100])
def test_wrong_length(running: ThreadedSimulator, web: httpx.Client, url: str, delta: int) -> None:
    running.faults.add(Fault("download", "wrong-length", delta=delta))
    received = bytearray()
    try:
        with web.stream("GET", _direct(web, url)) as answer:
            assert answer.headers["Content-Length"] == str(len(DATA) + delta)
            for piece in answer.iter_raw():
                received += piece
    except httpx.RemoteProtocolError:
        assert delta > 0
    assert bytes(received) == DATA[: len(DATA) + min(0, delta)]


def test_no_range(running: ThreadedSimulator, web: httpx.Client, url: str) -> None:
    running.faults.add(Fault("download", "no-range"))
    answer = web.get(_direct(web, url), headers={"Range": "bytes=5000-"})
    assert (answer.status_code, answer.content) == (200, DATA)


def test_changed(running: ThreadedSimulator, web: httpx.Client, url: str) -> None:
    running.faults.add(Fault("download", "changed", calls="2"))
    direct = _direct(web, url)
    before = web.get(direct)
    after = web.get(direct, headers={"Range": "bytes=5000-"})
    assert after.headers["ETag"] != before.headers["ETag"]
    assert len(after.content) == len(DATA) - 5000
    assert after.content != DATA[5000:]


@pytest.mark.parametrize("first", [0, 3000])
def test_bit_flip(running: ThreadedSimulator, web: httpx.Client, url: str, first: int) -> None:
    running.faults.add(Fault("download", "bit-flip", at=4000))
    answer = web.get(_direct(web, url), headers={"Range": f"bytes={first}-"})
    wrong = [at + first for at, byte in enumerate(answer.content) if byte != DATA[at + first]]
    assert wrong == [4000]


def test_token_dead(running: ThreadedSimulator, web: httpx.Client, url: str) -> None:
    running.faults.add(Fault("download", "token-dead"))
    direct = _direct(web, url)
    assert web.get(direct).status_code == 404
    assert web.get(direct).content == DATA


# Uploads ---------------------------------------------------------------------


def test_an_upload_is_cut(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(Fault("upload.cgi", "cut", after=100_000))
    with pytest.raises(httpx.TransportError):
        _upload(web, bytes(8_000_000))
    assert running.service.tree() == []
    assert _upload(web).status_code == 302


def test_an_upload_stalls(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(Fault("upload.cgi", "stall", after=0))
    identifier = web.post("/v1/upload/get_upload_server.cgi", json={}).json()["id"]
    with pytest.raises(httpx.TimeoutException):
        web.post(f"/upload.cgi?id={identifier}", files=[("file[]", ("a", DATA))], timeout=0.2)


def test_an_upload_is_slow(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(Fault("upload.cgi", "slow", rate=50_000))
    assert _upload(web).elapsed.total_seconds() > 0.15


def test_an_upload_node_fails(running: ThreadedSimulator, web: httpx.Client) -> None:
    running.faults.add(Fault("upload.cgi", "html", body="Ne peut ouvrir le fichier destination"))
    answer = _upload(web)
    assert answer.status_code == 200
    assert '<div class="bloc2">Ne peut ouvrir le fichier destination</div>' in answer.text
    assert running.service.tree() == []

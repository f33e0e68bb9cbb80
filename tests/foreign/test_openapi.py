"""The simulator's answers against a community transcription of the service's OpenAPI description.

The description errs in places; where the API reference says otherwise the simulator follows that. Each such
difference stands in `DIFFERENCES` with its reason, and nothing else may differ.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from openapi_core.validation.response.exceptions import InvalidData
from support.simulator import DEFAULT_KEY, ManualClock, Service, ThreadedSimulator, quiet_switches, simulator

import fichier_gui.simulator
from fichier_gui.simulator.endpoints import ENDPOINTS
from fichier_gui.simulator.model import Acl, Share, Voucher

pytestmark = pytest.mark.foreign

SPEC = yaml.safe_load((Path(__file__).parent / "1fichier-openapi.yml").read_text(encoding="utf-8"))
AS_STRINGS = "arrives as a string on the wire (reference §4.20)"
DIFFERENCES = {
    ("/user/info.cgi", "offer"): AS_STRINGS,
    ("/user/info.cgi", "2fa"): AS_STRINGS,
    ("/user/info.cgi", "mail_rm"): AS_STRINGS,
    ("/user/info.cgi", "ftp_mode"): AS_STRINGS,
    ("/user/info.cgi", "ftp_report"): AS_STRINGS,
    ("/user/info.cgi", "ru_report"): AS_STRINGS,
    ("/user/info.cgi", "default_port"): AS_STRINGS,
    ("/user/info.cgi", "default_port_files"): AS_STRINGS,
    ("/user/info.cgi", "download_menu"): AS_STRINGS,
    ("/user/info.cgi", "use_cdn"): AS_STRINGS,
    ("/user/info.cgi", "upload_forbidden"): AS_STRINGS,
    ("/user/info.cgi", "cdn"): "clients read a number or a string; the simulator sends the odder one (§4.20)",
    ("/file/info.cgi", "acl"): "0 when there is no list (§1.2)",
    ("/file/info.cgi", "description"): "may be null (§4.3)",
}
UNDESCRIBED = {
    ("/file/info.cgi", "content-type"): "spelled with a hyphen on the wire (§1.2)",
    ("/file/info.cgi", "status"): "sometimes there, sometimes not (§1.2)",
    ("/folder/ls.cgi", "status"): "every observed answer has it (§4.11)",
    ("/folder/ls.cgi", "sub_folders.id"): "sub-folders carry id, not folder_id (§1.2)",
    ("/folder/ls.cgi", "sub_folders.email"): "the owner of a folder shared to the caller (§4.11)",
    ("/remote/request.cgi", "message"): "(§4.21)",
    ("/vouchers/use.cgi", "message"): "(§4.22)",
}
FTP = "ftp/"  # The description has no FTP end points (§4.19).

Call = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def running() -> Iterator[ThreadedSimulator]:
    service = Service(limits=False, switches=quiet_switches(remote_seconds=0.0), clock=ManualClock(), seed=1)
    with simulator(service) as threaded:
        yield threaded


@pytest.fixture(scope="module")
def api() -> OpenAPI:
    return OpenAPI.from_dict(SPEC)


def _calls(service: Service) -> list[Call]:
    """One call or more of every end point, in an order in which all of them succeed."""
    service.add_user("other@example.org", "other")
    service.main_user.vouchers = [Voucher("V" * 32, "Premium")]
    plain = service.link(service.add_file("/A/a.txt", b"Hello world\n"))
    acl = Acl(["10.0.0.0/8"], ["FR"], ["other@example.org"], 1)
    listed = service.link(service.add_file("/A/b.txt", b"b", acl=acl))
    shared = {"shares": [{"email": "other@example.org", "rw": 1}], "share": 1, "pass": "123456"}
    folder, doomed = service.add_folder("/A").id, service.add_folder("/doomed").id
    theirs = service.add_folder("/S", "other@example.org")
    service.add_folder("/A/sub")
    job = service.handle("remote/request", {"urls": ["https://example.org/a"]}).body["id"]
    theirs.shares = [Share("me@example.org")]
    return [
        ("/upload/get_upload_server.cgi", {}),
        ("/user/info.cgi", {"use_cdn": 0}),
        ("/folder/mkdir.cgi", {"name": "B", "folder_id": folder}),
        ("/folder/share.cgi", {"folder_id": folder, **shared}),
        ("/folder/ls.cgi", {"folder_id": 0}),
        ("/folder/ls.cgi", {"folder_id": folder, "files": 1}),
        ("/folder/ls.cgi", {"folder_id": theirs.id, "files": 1}),
        ("/folder/mv.cgi", {"folder_id": folder, "rename": "A2"}),
        ("/folder/mv.cgi", {"folder_id": doomed, "destination_folder_id": folder}),
        ("/folder/rm.cgi", {"folder_id": doomed}),
        ("/file/ls.cgi", {"folder_id": folder}),
        ("/file/ls.cgi", {"folder_id": -1}),
        ("/file/info.cgi", {"url": plain}),
        ("/file/info.cgi", {"url": listed}),
        ("/file/scan.cgi", {"url": plain}),
        ("/file/scan.cgi", {"url": plain}),
        ("/file/chattr.cgi", {"urls": [plain], "description": "x", "inline": 1}),
        ("/file/rename.cgi", {"urls": [{"url": plain, "filename": "c.txt"}]}),
        ("/file/cp.cgi", {"urls": [plain], "folder_id": 0, "rename": "d.txt"}),
        ("/file/mv.cgi", {"urls": [plain], "destination_folder_id": 0, "rename": "e.txt"}),
        ("/download/get_token.cgi", {"url": plain, "single": 1}),
        ("/remote/request.cgi", {"urls": ["https://example.org/x"], "headers": {"Cookie": "a"}}),
        ("/remote/ls.cgi", {}),
        ("/remote/info.cgi", {"id": str(job)}),
        ("/vouchers/ls.cgi", {}),
        ("/vouchers/check.cgi", {"voucher": "V" * 32}),
        ("/vouchers/use.cgi", {"voucher": "V" * 32, "user_email": "other@example.org"}),
        ("/file/rm.cgi", {"files": [{"url": plain}]}),
    ]


def _upload(web: httpx.Client) -> str:
    identifier = web.post("/v1/upload/get_upload_server.cgi", json={}).json()["id"]
    answer = web.post(f"/upload.cgi?id={identifier}", files=[("file[]", ("a.txt", b"Hello world\n"))])
    location: str = answer.headers["Location"]
    while not web.get(location, headers={"JSON": "1"}).headers["Content-Type"].startswith("application/json"):
        pass
    return location


def _different(api: OpenAPI, request: MockRequest, answer: httpx.Response) -> set[str]:
    """The places where an answer leaves the description."""
    response = MockResponse(
        answer.content, answer.status_code, content_type=answer.headers["Content-Type"].split(";")[0]
    )
    try:
        api.validate_response(request, response)
    except InvalidData as error:
        return {".".join(map(str, found.absolute_path)) for found in error.__cause__.schema_errors}
    return set()


def _request(method: str, path: str, data: bytes = b"", **arguments: Any) -> MockRequest:
    return MockRequest(
        "https://api.1fichier.com", method, f"/v1{path}", data=data,
        headers={"Authorization": f"Bearer {DEFAULT_KEY}"}, **arguments,
    )  # fmt: skip


@pytest.fixture(scope="module")
def answers(running: ThreadedSimulator) -> list[tuple[str, dict[str, Any], httpx.Response]]:
    headers = {"Authorization": f"Bearer {DEFAULT_KEY}"}
    with httpx.Client(base_url=running.origin, headers=headers, trust_env=False, verify=False) as web:
        calls = [(path, body, web.post(f"/v1{path}", json=body)) for path, body in _calls(running.service)]
        report = web.get(_upload(web), headers={"JSON": "1"})
    return [*calls, ("/end.pl", {}, report)]


def test_every_answer_is_as_described(
    api: OpenAPI, answers: list[tuple[str, dict[str, Any], httpx.Response]]
) -> None:
    found = set()
    for path, body, answer in answers:
        assert answer.status_code == 200, (path, answer.text)
        if path == "/end.pl":
            request = _request("get", path, args={"xid": "0123456789"})
        else:
            data = json.dumps(body).encode()
            request = _request("post", path, data, content_type="application/json")
            api.validate_request(request)
        found |= {(path, place) for place in _different(api, request, answer)}
    assert found == set(DIFFERENCES)


def test_nothing_undescribed_is_in_an_answer(
    answers: list[tuple[str, dict[str, Any], httpx.Response]],
) -> None:
    found = set()
    for path, _, answer in answers:
        method = "get" if path == "/end.pl" else "post"
        content = SPEC["paths"][path][method]["responses"]["200"]["content"]
        found |= {
            (path, place) for place in _undescribed(answer.json(), content["application/json"]["schema"])
        }
    assert found <= set(UNDESCRIBED), found - set(UNDESCRIBED)


def _undescribed(value: object, schema: dict[str, Any], place: str = "") -> Iterator[str]:
    if "$ref" in schema:
        schema = SPEC["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, list):
        for entry in value:
            yield from _undescribed(entry, schema.get("items", {}), place)
    elif isinstance(value, dict) and "properties" in schema:
        for key, entry in value.items():
            name = f"{place}.{key}" if place else key
            if key in schema["properties"]:
                yield from _undescribed(entry, schema["properties"][key], name)
            else:
                yield name


def test_every_described_path_is_asked(
    answers: list[tuple[str, dict[str, Any], httpx.Response]],
) -> None:
    # upload.cgi has no described answer but its 302.
    assert {path for path, _, _ in answers} | {"/upload.cgi"} == set(SPEC["paths"])
    ours = {f"/{name}.cgi" for name in ENDPOINTS if not name.startswith(FTP)}
    assert ours <= set(SPEC["paths"])


def test_every_described_request_field_is_known() -> None:
    """A field that the description has and no code reads would be a hole."""
    source = "".join(path.read_text(encoding="utf-8") for path in _sources())
    unread = {
        (path, name)
        for path, methods in SPEC["paths"].items()
        for name in _request_fields(methods)
        if f'"{name}"' not in source
    }
    # Notices by e-mail leave no trace in the simulator, and any part with a file name is a file (§5.2).
    assert unread <= {("/upload.cgi", name) for name in ("mail", "mails", "message", "file[]")}


def _sources() -> list[Path]:
    return sorted(Path(fichier_gui.simulator.__path__[0]).rglob("*.py"))


def _request_fields(methods: dict[str, Any]) -> Iterator[str]:
    for method in methods.values():
        for content in method.get("requestBody", {}).get("content", {}).values():
            yield from content["schema"].get("properties", {})

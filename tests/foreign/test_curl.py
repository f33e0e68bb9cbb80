"""curl uploads and downloads by the documented form, at the documented names."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, wait_for
from support.tls_proxy import ForeignWorld

from fichier_gui.simulator import whirlpool
from fichier_gui.simulator.content import read_all

pytestmark = [
    pytest.mark.foreign,
    pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed"),
]
API = "https://api.1fichier.com/v1"
KEY = ("-H", f"Authorization: Bearer {DEFAULT_KEY}")
JSON = ("-H", "Content-Type: application/json")


def _curl(world: ForeignWorld, *arguments: str) -> bytes:
    run = subprocess.run(
        ["curl", "-sS", "--fail-with-body", *arguments],
        env=world.environment,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return run.stdout


def _node(world: ForeignWorld) -> tuple[str, str]:
    answer = json.loads(_curl(world, *KEY, *JSON, f"{API}/upload/get_upload_server.cgi"))
    return answer["url"], answer["id"]


def _report(world: ForeignWorld, url: str) -> list[dict[str, str]]:
    answers: list[bytes] = []

    def there() -> bool:
        answers.append(_curl(world, *KEY, "-H", "JSON: 1", url))
        return answers[-1].startswith(b"{")

    wait_for(there)
    return json.loads(answers[-1])["links"]


@pytest.mark.parametrize("extra", [(), ("-H", "Expect:"), ("--http1.1", "-H", "Expect: 100-continue")])
def test_upload_report_and_download(foreign: ForeignWorld, tmp_path: Path, extra: tuple[str, ...]) -> None:
    folder = foreign.running.service.add_folder(f"/curl {len(extra)}")
    source = tmp_path / "source.bin"
    source.write_bytes(bytes(range(256)) * 12_000)
    host, identifier = _node(foreign)
    assert host.endswith(".1fichier.com")
    form = ("-F", f"did={folder.id}", "-F", "domain=0", "-F", f"file[]=@{source};filename=été 1.bin")
    head = _curl(
        foreign, *KEY, *extra, *form, "-D", "-", "-o", str(tmp_path / "page"),
        f"https://{host}/upload.cgi?id={identifier}",
    ).decode()  # fmt: skip
    assert " 302 " in head
    location = next(line for line in head.splitlines() if line.lower().startswith("location:")).split()[1]
    assert location == f"/end.pl?xid={identifier}"
    (link,) = _report(foreign, f"https://{host}{location}")
    assert (link["filename"], link["size"]) == ("été 1.bin", str(source.stat().st_size))
    assert link["whirlpool"] == whirlpool.hexdigest(source.read_bytes())
    body = json.dumps({"url": link["download"]})
    direct = json.loads(_curl(foreign, *KEY, *JSON, "-d", body, f"{API}/download/get_token.cgi"))["url"]
    target = tmp_path / "target.bin"
    _curl(foreign, "-r", "0-999999", "-o", str(target), direct)
    _curl(foreign, "-C", "-", "-o", str(target), direct)
    assert target.read_bytes() == source.read_bytes()


def test_curl_takes_the_name_from_the_answer(foreign: ForeignWorld, tmp_path: Path) -> None:
    file = foreign.running.service.add_file("/named.bin", b"abc")
    body = json.dumps({"url": foreign.running.service.link(file)})
    direct = json.loads(_curl(foreign, *KEY, *JSON, "-d", body, f"{API}/download/get_token.cgi"))["url"]
    _curl(foreign, "--output-dir", str(tmp_path), "-OJ", direct)
    assert (tmp_path / "named.bin").read_bytes() == b"abc"


def test_several_files_in_one_request(foreign: ForeignWorld, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(name.encode())
    host, identifier = _node(foreign)
    files = [part for name in ("one", "two") for part in ("-F", f"file[]=@{tmp_path / name}")]
    _curl(foreign, *KEY, *files, f"https://{host}/upload.cgi?id={identifier}")
    links = _report(foreign, f"https://{host}/end.pl?xid={identifier}")
    assert [link["filename"] for link in links] == ["one", "two"]
    assert read_all(foreign.running.service.file_at("/two").content) == b"two"


def test_chunked_is_refused(foreign: ForeignWorld, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"abc")
    host, identifier = _node(foreign)
    with pytest.raises(subprocess.CalledProcessError) as caught:
        _curl(
            foreign, *KEY, "--http1.1", "-H", "Transfer-Encoding: chunked", "-F", f"file[]=@{source}",
            f"https://{host}/upload.cgi?id={identifier}",
        )  # fmt: skip
    assert b"411" in caught.value.stdout

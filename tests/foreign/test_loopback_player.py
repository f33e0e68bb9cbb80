"""A film on its loopback address, fetched by curl: whole, in ranges, and taken up again."""

import asyncio
import shutil
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret

pytestmark = [
    pytest.mark.foreign,
    pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed"),
]
FILM = bytes(range(256)) * 8192


async def curl(*arguments: str) -> bytes:
    process = await asyncio.create_subprocess_exec(
        "curl",
        "--silent",
        "--show-error",
        "--fail",
        "--noproxy",
        "*",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return out


async def test_curl_gets_what_it_asks_for(tmp_path: Path) -> None:
    service = Service(limits=True, switches=quiet_switches())
    stored = service.add_file("/l’été.mkv", FILM)
    film = RemoteFile(FileUrl(service.link(stored)), "l’été.mkv", len(FILM))
    half = tmp_path / "half"
    half.write_bytes(FILM[:1_000_000])
    with simulator(service) as running:
        options = options_for(tmp_path / "profile", running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        program = await Program.open(options)
        try:
            await program.session.start()
            url = await program.preview.play(film)
            assert await curl(url) == FILM
            assert await curl("--range", "500-1499", url) == FILM[500:1500]
            assert b"video/" in await curl("--head", url)
            await curl("--continue-at", "-", "--output", str(half), url)
        finally:
            await program.close()
        assert half.read_bytes() == FILM
        assert running.requests.endpoints().count("download/get_token") == 1

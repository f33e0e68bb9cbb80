"""Looking at files through the whole core, against the simulated service with its limits on."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator
from support.waiting import until

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.playing import CONNECTIONS, Span, asked_span, media_type
from fichier_gui.domain.errors import CreditsNeeded, NotFound, PasswordNeeded, PasswordWrong, TooLarge
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.preview import PICTURE_LIMIT, TEXT_LIMIT, PreviewKind
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.content import PatternContent
from fichier_gui.simulator.faults import Fault

QUICK = BudgetRules(windows=((200, 1.0),), refusal_gaps=())
FILM = bytes(range(256)) * 4096
TOKEN = "download/get_token"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=True, switches=quiet_switches())) as running:
        yield running


@asynccontextmanager
async def opened(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK))
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()
        # Nothing goes on behind the program's back.
        await until(lambda: not service.service.links_open())


def stored(service: ThreadedSimulator, name: str, content: bytes | PatternContent, **more: str) -> RemoteFile:
    # The checksum of a gibibyte would take its time, and nobody asks for it here.
    made = service.service.add_file(f"/{name}", content, sum_known="0" * 128, **more)
    return RemoteFile(FileUrl(service.service.link(made)), name, made.size, has_password="password" in more)


def tokens(service: ThreadedSimulator) -> int:
    return service.requests.endpoints().count(TOKEN)


def opens(service: ThreadedSimulator) -> int:
    return len([record for record in service.requests.all() if record.endpoint == "download"])


def holding(folder: Path, piece: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and piece in path.read_bytes()]


class Answer:
    """What a player hears."""

    def __init__(self, head: bytes, body: bytes) -> None:
        first, *lines = head.decode().split("\r\n")
        self.status = int(first.split(" ")[1])
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        self.body = body


async def connected(url: str, method: str = "GET", path: str = "", host: str = "", **headers: str):
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    lines = [f"{method} {path or parts.path} HTTP/1.1", f"Host: {host or parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    return reader, writer


async def heard(url: str, method: str = "GET", path: str = "", host: str = "", **headers: str) -> Answer:
    reader, writer = await connected(url, method, path, host, **headers)
    try:
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    finally:
        writer.close()
    return Answer(head, body)


async def test_a_picture_costs_one_link_and_leaves_nothing_on_the_disk(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    picture = stored(service, "lake.png", FILM)
    async with opened(service, tmp_path) as program:
        assert await program.preview.look(picture, PreviewKind.PICTURE) == FILM
        assert program.preview.loaded == len(FILM)
        assert tokens(service) == 1
        assert not holding(tmp_path, FILM[:4096])


async def test_of_a_long_text_only_the_beginning_is_fetched(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    text = stored(service, "long.log", PatternContent(seed=3, size=80 * TEXT_LIMIT))
    async with opened(service, tmp_path) as program:
        assert len(await program.preview.look(text, PreviewKind.TEXT)) == TEXT_LIMIT
        (record,) = [each for each in service.requests.all() if each.endpoint == "download"]
        assert record.bytes_out < text.size


async def test_what_is_too_large_is_not_asked_for(service: ThreadedSimulator, tmp_path: Path) -> None:
    picture = stored(service, "huge.png", PatternContent(seed=1, size=PICTURE_LIMIT + 1))
    async with opened(service, tmp_path) as program:
        with pytest.raises(TooLarge):
            await program.preview.look(picture, PreviewKind.PICTURE)
        assert tokens(service) == 0


async def test_a_protected_file_asks_once_for_its_password(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.switches.owner_needs_password = True
    text = stored(service, "secret.txt", b"hidden", password="sesame")
    async with opened(service, tmp_path) as program:
        for _ in range(3):
            with pytest.raises(PasswordNeeded):
                await program.preview.look(text, PreviewKind.TEXT)
        assert tokens(service) == 1, "what was refused once is not asked again"
        with pytest.raises(PasswordWrong):
            await program.preview.look(text, PreviewKind.TEXT, Secret("wrong"))
        assert await program.preview.look(text, PreviewKind.TEXT, Secret("sesame")) == b"hidden"
        assert await program.preview.look(text, PreviewKind.TEXT) == b"hidden"
        assert tokens(service) == 4


async def test_no_credit_is_spent_even_after_a_yes(service: ThreadedSimulator, tmp_path: Path) -> None:
    user = service.service.main_user
    user.cdn_credits = 5.0
    service.service.switches.vpn_addresses = ("127.0.0.1",)
    text = stored(service, "a.txt", b"a")
    async with opened(service, tmp_path) as program:
        await program.transfers.pay_with_credits(True)
        with pytest.raises(CreditsNeeded):
            await program.preview.look(text, PreviewKind.TEXT)
        with pytest.raises(CreditsNeeded):
            await program.preview.play(text)
        assert tokens(service) == 0
    assert user.cdn_credits == 5.0


async def test_a_file_that_costs_its_owner_credits_is_not_asked_for(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    service.service.main_user.cdn_credits = 5.0
    text = replace(stored(service, "a.txt", b"a"), is_cdn=True)
    async with opened(service, tmp_path) as program:
        with pytest.raises(CreditsNeeded):
            await program.preview.look(text, PreviewKind.TEXT)
    assert tokens(service) == 0


async def test_a_dead_link_is_asked_for_once_and_again_when_the_user_wants_it(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    gone = RemoteFile(FileUrl("https://1fichier.com/?0000000000"), "gone.txt", 5)
    async with opened(service, tmp_path) as program:
        for _ in range(3):
            with pytest.raises(NotFound):
                await program.preview.look(gone, PreviewKind.TEXT)
            with pytest.raises(NotFound):
                await program.preview.play(gone)
        assert tokens(service) == 1
        await program.preview.try_again(gone)
        with pytest.raises(NotFound):
            await program.preview.look(gone, PreviewKind.TEXT)
        assert tokens(service) == 2


async def test_what_a_download_was_told_of_a_link_is_not_asked_again(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    film = stored(service, "film.mp4", FILM)
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        assert (await heard(url)).body == FILM
        service.service.state.tokens.clear()
        (found,) = [f for f in service.service.state.files.values() if f.name == film.name]
        service.service.state.delete_file(found, 0.0)
        for _ in range(3):
            assert (await heard(url)).status == 502
        assert tokens(service) == 2, "a player that tries again does not ask the service again"


async def test_what_is_looked_at_keeps_to_the_speed_limit(service: ThreadedSimulator, tmp_path: Path) -> None:
    picture = stored(service, "slow.png", PatternContent(seed=1, size=PICTURE_LIMIT))
    async with opened(service, tmp_path) as program:
        await program.preferences.change("limit_download", 1024)
        looking = program.scope.start(_look(program, picture), "look")
        await until(lambda: program.preview.loaded)
        # A burst, and the pieces of a second at most: no time has passed to allow for more.
        assert program.preview.loaded < 64 * 1024
        await program.preferences.change("limit_download", 0)
        await looking
        assert program.preview.loaded == picture.size


async def _look(program: Program, file: RemoteFile) -> None:
    await program.preview.look(file, PreviewKind.PICTURE)


async def test_looking_that_is_given_up_ends_its_connection(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    picture = stored(service, "slow.png", PatternContent(seed=1, size=PICTURE_LIMIT))
    service.service.faults.add(Fault("download", "slow", rate=200_000))
    async with opened(service, tmp_path) as program:

        async def look() -> None:
            await program.preview.look(picture, PreviewKind.PICTURE)

        looking = program.scope.start(look(), "look")
        await until(lambda: program.preview.loaded)
        looking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await looking
        assert program.preview.loaded < picture.size


async def test_a_player_gets_every_range_with_one_link(service: ThreadedSimulator, tmp_path: Path) -> None:
    film = stored(service, "the film é.mp4", FILM)
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        whole = await heard(url)
        assert (whole.status, whole.body) == (200, FILM)
        assert whole.headers["content-type"] == "video/mp4" and whole.headers["accept-ranges"] == "bytes"
        middle = await heard(url, Range="bytes=1000-1999")
        assert (middle.status, middle.body) == (206, FILM[1000:2000])
        assert middle.headers["content-range"] == f"bytes 1000-1999/{len(FILM)}"
        assert (await heard(url, Range="bytes=-5")).body == FILM[-5:]
        assert (await heard(url, Range=f"bytes={len(FILM) - 7}-")).body == FILM[-7:]
        assert (await heard(url, Range=f"bytes={len(FILM)}-")).status == 416
        head = await heard(url, method="HEAD")
        assert head.body == b"" and head.headers["content-length"] == str(len(FILM))
        assert tokens(service) == 1


async def test_a_name_with_undecodable_bytes_is_played(service: ThreadedSimulator, tmp_path: Path) -> None:
    film = replace(stored(service, "film.mp4", FILM), name="caf\udce9.mp4")
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        assert (await heard(url)).body == FILM
        assert Path(urlsplit(url).path).name == "caf%3F.mp4"


async def test_only_the_one_address_answers(service: ThreadedSimulator, tmp_path: Path) -> None:
    film = stored(service, "film.mp4", FILM)
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        path = urlsplit(url).path
        for wrong in ("/", "/film.mp4", path + "x", path[:-1], "/x" + path[1:], "/../etc/passwd"):
            assert (await heard(url, path=wrong)).status == 404
        assert (await heard(url, host="example.org")).status == 404
        assert (await heard(url, method="POST")).status == 405
        assert opens(service) == 0


async def test_a_link_that_dies_is_renewed_once(service: ThreadedSimulator, tmp_path: Path) -> None:
    film = stored(service, "film.mp4", FILM)
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        await heard(url)
        service.service.state.tokens.clear()
        assert (await heard(url, Range="bytes=5-")).body == FILM[5:]
        assert (await heard(url)).body == FILM
        assert tokens(service) == 2


async def test_a_file_that_has_gone_is_told_before_a_player_starts(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    film = RemoteFile(FileUrl("https://1fichier.com/?0000000000"), "gone.mp4", 5)
    async with opened(service, tmp_path) as program:
        with pytest.raises(NotFound):
            await program.preview.play(film)


async def test_another_player_and_the_end_close_the_one_before(
    service: ThreadedSimulator, tmp_path: Path
) -> None:
    one = stored(service, "one.mp4", PatternContent(seed=1, size=1 << 26))
    two = stored(service, "two.mp3", FILM)
    async with opened(service, tmp_path) as program:
        first = await program.preview.play(one)
        reader, writer = await connected(first)
        assert await reader.read(1000)
        second = await program.preview.play(two)
        while await reader.read(1 << 20):
            pass
        writer.close()
        with pytest.raises(OSError):
            await heard(first)
        assert (await heard(second)).body == FILM
    with pytest.raises(OSError):
        await heard(second)


async def test_a_player_that_seeks_leaves_few_connections(service: ThreadedSimulator, tmp_path: Path) -> None:
    film = stored(service, "long.mp4", PatternContent(seed=1, size=1 << 26))
    async with opened(service, tmp_path) as program:
        url = await program.preview.play(film)
        lines = []
        for number in range(CONNECTIONS + 1):
            line = await connected(url, Range=f"bytes={number}-")
            assert await line[0].read(1000)
            lines.append(line)
        while await lines[0][0].read(1 << 20):
            pass
        assert await lines[1][0].read(1000)
        for _, writer in lines:
            writer.close()
        assert tokens(service) == 1


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("", Span(0, 10)),
        ("bytes=2-4", Span(2, 5, True)),
        ("bytes=2-", Span(2, 10, True)),
        ("bytes=-3", Span(7, 10, True)),
        ("bytes=-30", Span(0, 10, True)),
        ("bytes=8-99", Span(8, 10, True)),
        ("bytes=10-", None),
        ("bytes=-0", None),
        ("bytes=4-2", None),
        ("bytes=1-2,4-5", Span(0, 10)),
        ("pages=1-2", Span(0, 10)),
    ],
)
def test_ranges_are_read(header: str, span: Span | None) -> None:
    assert asked_span(header, 10) == span


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("a.mp4", "video/mp4"),
        ("a.mp3", "audio/mpeg"),
        ("a.MKV", "video/x-matroska"),
        ("a.html", "application/octet-stream"),
    ],
)
def test_no_type_that_a_browser_would_run(name: str, type_: str) -> None:
    assert media_type(name) == type_

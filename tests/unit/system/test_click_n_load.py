"""Click'n'Load against a real server on loopback."""

import asyncio
import socket
from collections.abc import Iterator

import pytest
from support.click_n_load_peer import Peer, listening
from support.waiting import until

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.elsewhere import Handed
from fichier_gui.system import click_n_load
from fichier_gui.system.click_n_load import ClickNLoad

LINKS = ["https://1fichier.com/?abcde12345", "https://alterupload.com/?fghij67890"]


@pytest.fixture
def peer() -> Iterator[Peer]:
    with listening() as made:
        yield made


@pytest.mark.parametrize("is_chunked", [False, True])
async def test_links_are_taken(peer: Peer, is_chunked: bool) -> None:
    peer.is_chunked = is_chunked
    assert await ClickNLoad(peer.port).hand_over(LINKS, "Été & co") is Handed.TAKEN
    assert peer.forms == [{"urls": ["\n".join(LINKS)], "package": ["Été & co"]}]
    assert peer.agents == ["fichier-gui"]


@pytest.mark.parametrize(("status", "answer"), [(200, "failed denied\r\n"), (500, "success"), (200, "")])
async def test_what_is_no_success_is_a_refusal(peer: Peer, status: int, answer: str) -> None:
    peer.status, peer.answer = status, answer
    assert await ClickNLoad(peer.port).hand_over(LINKS, "") is Handed.REFUSED


async def test_another_program_gets_no_links(peer: Peer) -> None:
    peer.is_jdownloader = False
    assert await ClickNLoad(peer.port).hand_over(LINKS, "x") is Handed.ABSENT
    assert not peer.forms


async def test_nobody_is_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert await ClickNLoad(taken.getsockname()[1]).hand_over(LINKS, "x") is Handed.ABSENT


async def test_a_user_who_does_not_answer(peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click_n_load, "CONSENT_SECONDS", 0.2)
    peer.consent.clear()
    assert await ClickNLoad(peer.port).hand_over(LINKS, "x") is Handed.SILENT
    assert len(peer.forms) == 1


async def test_it_can_be_given_up(peer: Peer) -> None:
    peer.consent.clear()
    scope = TaskScope("test", lambda _name, error: pytest.fail(str(error)))

    async def hand_over() -> None:
        await ClickNLoad(peer.port).hand_over(LINKS, "x")

    task = scope.start(hand_over(), "hand over")
    await until(peer.asks.is_set)
    await scope.close()
    assert task.cancelled()


async def test_what_is_no_http_is_nobody() -> None:
    async def babble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example.org\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert await ClickNLoad(port).hand_over(LINKS, "x") is Handed.ABSENT

"""Downloads that want a password: asked once, for a whole batch, and kept nowhere but in memory."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.simulator import ThreadedSimulator, quiet_switches, simulator
from test_against_simulator import World
from transfer_bench import code

from fichier_gui.domain.ids import FileUrl, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import NewDownload, State, Transfer, Verification
from fichier_gui.transfers.limits import QueueLimits

WORD = "sesame-Zq7"
DATA = b"behind a lock " * 10_000


class Vault(World):
    """A world whose owner too needs the password of a file."""

    def protected(self, name: str, password: str = WORD) -> NewDownload:
        file = self.running.service.add_file(f"/Down/{name}", DATA, password=password)
        link = FileUrl(self.running.service.link(file))
        return NewDownload(link, name, len(DATA), str(self.target), "/Down", file.checksum)

    def tokens(self) -> int:
        return self.running.requests.endpoints().count("download/get_token")

    async def all_ask(self) -> list[Transfer]:
        return await self.until(lambda rows: all(r.state is State.NEEDS_ANSWER for r in rows))


@pytest.fixture
def running() -> Iterator[ThreadedSimulator]:
    switches = quiet_switches(owner_needs_password=True)
    with simulator(limits=False, switches=switches, seed=1) as threaded:
        yield threaded


@pytest.fixture
async def vault(tmp_path: Path, running: ThreadedSimulator) -> AsyncIterator[Vault]:
    vault = Vault(tmp_path, running)
    await vault.open()
    yield vault
    await vault.close()


async def test_one_answer_opens_the_batch(vault: Vault) -> None:
    await vault.queue.add([vault.protected("a.bin"), vault.protected("b.bin"), vault.fetched("c.bin")])
    rows = await vault.until(
        lambda rows: [r.state for r in rows] == [State.NEEDS_ANSWER, State.NEEDS_ANSWER, State.DONE]
    )
    assert {code(row.error) for row in rows[:2]} == {"PasswordNeeded"}
    await vault.queue.unlock([rows[0].id], Secret(WORD))
    await vault.until_state(State.DONE)
    assert (vault.target / "a.bin").read_bytes() == (vault.target / "b.bin").read_bytes() == DATA
    assert vault.tokens() == 5


async def test_a_row_whose_turn_comes_later_takes_the_answer_of_its_batch(vault: Vault) -> None:
    vault.queue.set_limits(replace(QueueLimits(), downloads=1))
    await vault.queue.add([vault.protected("a.bin"), vault.protected("b.bin")])
    ids = [TransferId(i) for i in await vault.queue.order()]
    await vault.queue.pause(ids[1:])
    await vault.until(lambda rows: rows[0].state is State.NEEDS_ANSWER)
    await vault.queue.unlock(ids[:1], Secret(WORD))
    await vault.queue.resume(ids[1:])
    row = await vault.until_state(State.DONE)
    assert row.verification is Verification.VERIFIED


async def test_a_wrong_password_is_asked_about_and_never_tried_again(vault: Vault) -> None:
    await vault.queue.add([vault.protected("a.bin"), vault.protected("b.bin", "another one")])
    rows = await vault.all_ask()
    await vault.queue.unlock([rows[0].id], Secret("guess"))
    rows = await vault.until(
        lambda rows: (
            vault.tokens() == 3
            and all(r.state is State.NEEDS_ANSWER for r in rows)
            and code(rows[0].error) == "PasswordWrong"
        )
    )
    assert code(rows[1].error) == "PasswordNeeded"
    await vault.queue.unlock([rows[0].id], Secret(WORD))
    await vault.until(lambda rows: rows[0].state is State.DONE and code(rows[1].error) == "PasswordWrong")
    await vault.queue.unlock([rows[1].id], Secret("another one"))
    await vault.until_state(State.DONE)


async def test_a_refused_password_of_a_batch_is_not_tried_on_its_other_rows(vault: Vault) -> None:
    vault.queue.set_limits(replace(QueueLimits(), downloads=1))
    await vault.queue.add([vault.protected(f"{n}.bin") for n in range(5)])
    ids = [TransferId(i) for i in await vault.queue.order()]
    await vault.queue.pause(ids[3:])
    await vault.until(lambda rows: all(r.state is State.NEEDS_ANSWER for r in rows[:3]))
    await vault.queue.unlock(ids[:1], Secret("guess"))
    await vault.queue.resume(ids[3:])
    await vault.until(
        lambda rows: (
            sum(code(r.error) == "PasswordWrong" for r in rows) == 1
            and sum(code(r.error) == "PasswordNeeded" for r in rows) == 4
        )
    )
    await vault.queue.unlock(ids[:1], Secret(WORD))
    await vault.until_state(State.DONE)


async def test_a_download_may_bring_its_password_along(vault: Vault) -> None:
    await vault.queue.add([vault.fetched(), replace(vault.protected("b.bin"), password=Secret(WORD))])
    await vault.until_state(State.DONE)
    assert vault.tokens() == 2


async def test_nothing_is_kept_on_disk_or_told(vault: Vault, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    new = replace(vault.protected("a.bin"), password=Secret(WORD))
    await vault.queue.add([new, vault.protected("b.bin")])
    await vault.until_state(State.DONE, State.NEEDS_ANSWER)
    rows = await vault.all()
    await vault.queue.unlock([rows[1].id], Secret(WORD))
    await vault.until_state(State.DONE)
    written = b"".join(path.read_bytes() for path in vault.folder.glob("queue.db*"))
    assert b"a.bin" in written and WORD.encode() not in written
    assert WORD not in repr((new, vault.events, rows)) + caplog.text


async def test_after_a_restart_it_is_asked_for_again(vault: Vault) -> None:
    await vault.queue.pause_all()
    await vault.queue.add([replace(vault.protected("a.bin"), password=Secret(WORD))])
    await vault.reopen()
    await vault.queue.resume_all()
    rows = await vault.all_ask()
    assert code(rows[0].error) == "PasswordNeeded"

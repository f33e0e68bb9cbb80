"""Protected links through the whole core: planned locked, opened with a password, fetched; nothing kept."""

import asyncio
from collections.abc import Awaitable, Iterator
from pathlib import Path

import pytest
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.options import options_for
from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong
from fichier_gui.domain.events import BatchFinished
from fichier_gui.domain.ids import BatchId
from fichier_gui.domain.secret import Secret

WORD = "sesame-Zq7"
DATA = b"behind a lock " * 100
FOLDER = "https://1fichier.com/dir/AbCd1234"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    switches = quiet_switches(owner_needs_password=True)
    with simulator(Service(limits=False, switches=switches)) as running:
        folder = running.service.add_folder("/Shown")
        folder.public_id, folder.password = "AbCd1234", WORD
        running.service.add_file("/Shown/inner.bin", DATA, password=WORD)
        yield running


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def fetched(program: Program, start: Awaitable[BatchId]) -> int:
    with events_of(program) as events:
        batch = await start
        async with asyncio.timeout(20):
            while True:
                event = await events.get()
                if isinstance(event, BatchFinished) and event.batch_id == batch:
                    return event.done


async def test_one_password_opens_links_and_published_folders(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    link = service.service.link(service.service.add_file("/vault.bin", DATA, password=WORD))
    key = Secret(DEFAULT_KEY)
    program = await Program.open(options_for(profile_dir, service.base_url, key=key, keychain=False))
    try:
        await program.session.start()
        transfers = program.transfers
        plan = await transfers.plan_download([f"{link} {FOLDER}"], tmp_path / "down")
        assert not plan.files and not plan.skipped and plan.wants_password
        assert [type(shut.reason) for shut in plan.locked] == [PasswordNeeded, PasswordNeeded]
        plan = await transfers.unlock_plan(plan, Secret("guess"))
        assert [type(shut.reason) for shut in plan.locked] == [PasswordWrong, PasswordWrong]
        plan = await transfers.unlock_plan(plan, Secret(WORD))
        assert [file.name for file in plan.files] == ["vault.bin", "inner.bin"]
        assert not plan.wants_password
        assert await fetched(program, transfers.start_download(plan)) == 2
    finally:
        await program.close()
    assert {path.name for path in (tmp_path / "down").iterdir()} == {"vault.bin", "inner.bin"}
    kept = contents(profile_dir)
    assert any(name.endswith(".db") for name in kept)
    assert not [name for name, data in kept.items() if WORD.encode() in data]

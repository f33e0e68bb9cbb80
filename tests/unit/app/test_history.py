"""What becomes of a transfer is noted step by step, and told in plain words over a restart."""

import asyncio
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from support.fake_seam import NOW, transfer
from support.simulator import DEFAULT_KEY, Service, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.error_leaves import leaves
from fichier_gui.domain.errors import NetworkUnavailable
from fichier_gui.domain.history import Step, read_steps, step_of, write_step
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import Direction, State, Transfer, Verification
from fichier_gui.simulator.faults import Fault
from fichier_gui.system import history_file
from fichier_gui.system.history_file import HistoryFile
from fichier_gui.ui.wording.history import history_words


async def _opened(profile: Path, url: str) -> Program:
    options = options_for(profile, url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    await program.session.start()
    return program


async def _done(program: Program) -> Transfer:
    async def row() -> Transfer | None:
        ids = [TransferId(number) for number in await program.transfers.order()]
        return next((each for each in await program.transfers.rows(ids) if each.state is State.DONE), None)

    async with asyncio.timeout(60):
        while (found := await row()) is None:
            await asyncio.sleep(0.01)
        return found


async def test_the_steps_of_an_upload_with_a_fault_are_told_after_a_restart(
    tmp_path: Path, profile_dir: Path
) -> None:
    source = tmp_path / "holiday.bin"
    source.write_bytes(b"x" * 200_000)
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.faults.add(Fault("upload/get_upload_server", "answer", status=503))
        program = await _opened(profile_dir, running.base_url)
        plan = await program.transfers.plan_upload([str(source)], ROOT)
        await program.transfers.start_upload(plan)
        row = await _done(program)
        await program.close()
        program = await _opened(profile_dir, running.base_url)
        steps = await program.history.of(row.id)
        await program.close()
    states = [step.state for step in steps]
    assert states[-1] is State.DONE and steps[-1].verification is Verification.VERIFIED
    assert states.index(State.STARTING) < states.index(State.RETRYING) < states.index(State.MOVING)
    assert all(one.at <= two.at for one, two in pairwise(steps))
    assert next(step for step in steps if step.state is State.RETRYING).code
    words = history_words(row, steps)
    assert words[0].what == "Added to the list" and words[-1].what == "Done"
    assert words[-1].why == "Verified: the checksum is the same."
    text = (profile_dir / "history.log").read_text()
    assert "holiday" not in text and DEFAULT_KEY not in text


def test_a_step_is_read_as_it_was_written() -> None:
    row = transfer(7, state=State.RETRYING, error=NetworkUnavailable("host x"), retry_at=NOW + 60)
    step = step_of(row, NOW)
    lines = [write_step(TransferId(7), step), write_step(TransferId(70), step), "7\tbroken\n", "7\t1\t2\n"]
    assert read_steps(lines, TransferId(7)) == [step]
    assert "host x" not in lines[0]


def test_old_steps_make_room_for_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "FULL", 10)
    file = HistoryFile(tmp_path / "history.log")
    for number in range(6):
        file.add([f"line {number}\n"])
    assert [line.strip() for line in file.lines()] == ["line 2", "line 3", "line 4", "line 5"]


@pytest.mark.parametrize("leaf", tuple(leaves()), ids=lambda leaf: leaf.__name__)
def test_every_reason_has_words_without_its_facts(leaf: type) -> None:
    step = Step(NOW, State.FAILED, code=leaf.__name__)
    [_, told] = history_words(transfer(1), [step])
    assert told.why and "{" not in told.why and "{" not in told.what


def test_a_wait_says_until_when_and_why() -> None:
    step = Step(NOW, State.RETRYING, code="NetworkUnavailable", retry_at=NOW + 60)
    [_, told] = history_words(transfer(1), [step])
    assert told.what.startswith("Waits until ") and told.why


def test_what_was_not_noted_comes_from_the_row() -> None:
    row = transfer(1, state=State.DONE, verification=Verification.VERIFIED, finished_at=NOW + 9)
    assert [step.what for step in history_words(row, [])] == ["Added to the list", "Done"]


def test_a_download_of_what_was_here_says_that_nothing_was_fetched() -> None:
    row = transfer(1, state=State.DONE, verification=Verification.VERIFIED, finished_at=NOW + 9)
    row = replace(row, direction=Direction.DOWNLOAD)
    told = history_words(row, [step_of(row, NOW + 9)])[-1]
    assert (told.what, told.why.endswith("not fetched again.")) == ("Already here", True)

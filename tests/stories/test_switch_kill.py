"""The program is killed while it goes from one account to the other: nothing is lost, nothing doubled."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.quick_rules import QUICK
from support.simulator import simulator
from support.two_accounts import ANN, BOB, DEFAULT_KEY, TwoAccounts
from support.waiting import until

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain.secret import Secret

pytestmark = pytest.mark.story

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("switching_driver.py")
FILES = 40


def kill_after(lines: int, profile: Path, url: str, source: Path) -> None:
    """Let the driver say so many lines."""
    driver = subprocess.Popen(
        [sys.executable, str(DRIVER), str(profile), url, str(source)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
        stdout=subprocess.PIPE,
    )
    assert driver.stdout is not None
    with driver, driver.stdout as said:
        for _ in range(lines):
            assert said.readline()
        driver.kill()


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
async def test_killed_between_two_accounts(tmp_path: Path, lines: int) -> None:
    source = tmp_path / "Box"
    source.mkdir()
    for number in range(FILES):
        (source / f"{number:02}.bin").write_bytes(f"{number:02}".encode() * 20_000)
    service = TwoAccounts()
    with simulator(service) as running:
        kill_after(lines, tmp_path / "profile", running.base_url, source)
        options = options_for(tmp_path / "profile", running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        program = await Program.open(replace(options, budget_rules=QUICK, touches_machine=False))
        try:
            assert [one.email for one in program.accounts.known.accounts] == [ANN, BOB]
            await program.session.start()
            await until(lambda: program.transfers.summary().counts.done == FILES)
        finally:
            await program.close()
    sent = [file.name for file in service.files_at("/Box")]
    assert sorted(sent) == [f"{number:02}.bin" for number in range(FILES)]
    assert service.folder("/Box", BOB) is None
    assert service.names(BOB) == {"of bob.txt"}

"""The one question about CDN credits, in the whole window over the whole core."""

import asyncio
from pathlib import Path

import pytest
from test_window_parts import offered, press
from test_window_with_core import Window, names, service, until, window

from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State
from fichier_gui.simulator.service import Service
from fichier_gui.ui.shell import Shell

__all__ = ["service", "window"]

CREDITS = 50.0


@pytest.fixture(autouse=True)
def vpn(service: Service) -> None:
    service.switches.vpn_addresses = ("127.0.0.1",)
    service.main_user.cdn_credits = CREDITS


async def fetch_films(shell: Shell) -> None:
    """Two files of 120 kB; the question is in sight."""
    await shell.seam.call(lambda core: core.session.account(refresh=True))
    shell.desk.navigation.go_to_path("/Films/2024")
    await until(lambda: "two.mkv" in names(shell))
    shell.window.files.table.selectAll()
    await until(lambda: len(shell.window.files.table.chosen_rows()) == 2)
    shell.desk.fetching.fetch(shell.window.files.table.chosen_rows(), "/Films/2024")
    await until(lambda: "about 120 kB of 50.0 GB" in shell.window.notice_bar.sentence)


async def until_all(shell: Shell, state: State) -> None:
    """Both rows are in this state."""
    async with asyncio.timeout(15.0):
        while True:
            ids = [TransferId(each) for each in await shell.seam.call(lambda core: core.transfers.order())]
            rows = await shell.seam.call(lambda core, ids=ids: core.transfers.rows(ids))
            if [row.state for row in rows] == [state] * 2:
                return
            await asyncio.sleep(0.01)


async def test_a_yes_in_the_notice_lets_all_go_on(window: Window, service: Service, tmp_path: Path) -> None:
    async def play(shell: Shell) -> None:
        await fetch_films(shell)
        assert service.main_user.cdn_credits == CREDITS
        bar = shell.window.notice_bar
        assert offered(bar) == ["Use credits on this network", "Not from this network"]
        press(bar, "Use credits on this network")
        await until_all(shell, State.DONE)
        assert service.main_user.cdn_credits < CREDITS
        assert "paid with CDN credits until the program is closed" in bar.sentence
        press(bar, "Stop using credits")
        await until(lambda: "CDN" not in bar.sentence)

    await window(play)


async def test_a_no_spends_nothing_and_a_row_still_offers_it(window: Window, service: Service) -> None:
    async def play(shell: Shell) -> None:
        await fetch_films(shell)
        bar, panel = shell.window.notice_bar, shell.window.transfers
        press(bar, "Not from this network")
        await until(lambda: "wait for another network" in bar.sentence)
        await until_all(shell, State.NEEDS_ANSWER)
        assert service.main_user.cdn_credits == CREDITS
        panel.model.group(False)
        await until(lambda: panel.model.rowCount() == 2)
        panel.view.setCurrentIndex(panel.model.index(0, 0))
        await until(lambda: "Use credits on this network" in offered(panel))
        press(panel, "Use credits on this network")
        await until_all(shell, State.DONE)

    await window(play)


async def test_the_question_goes_with_the_rows_it_is_about(window: Window) -> None:
    async def play(shell: Shell) -> None:
        await fetch_films(shell)
        await until(lambda: shell.seam.summary.counts.attention == 2)
        ids = await shell.seam.call(lambda core: core.transfers.order())
        await shell.seam.call(lambda core: core.transfers.remove([TransferId(each) for each in ids]))
        await until(lambda: "CDN" not in shell.window.notice_bar.sentence)

    await window(play)

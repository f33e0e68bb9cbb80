"""Thousands of moves, names and deletions in one go, while everything goes wrong that can.

ORGANISE_ITEMS=20000 pytest tests/stories/organising -s
"""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from pathlib import Path

import pytest
from support.cut_line import CutLine
from support.hasty_clock import HastyClock
from support.many_edits import CHANGING, ManyEdits, difference, faults
from support.organising_world import known_tree, opened, service_tree
from support.simulator import Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.domain.errors import NotFound

ITEMS = int(os.environ.get("ORGANISE_ITEMS", "5000"))

pytestmark = pytest.mark.story


async def breaks(line: CutLine, service: ThreadedSimulator, clock: HastyClock) -> int:
    """The network goes away a few times, each time after some more requests. How often it did."""
    count = 0
    try:
        while True:
            seen = len(service.requests.all())
            while len(service.requests.all()) < seen + 17:
                await asyncio.sleep(0.002)
            line.cut()
            await clock.sleep(5.0)
            line.mend()
            count += 1
    except asyncio.CancelledError:
        line.mend()
        return count


@pytest.mark.timeout(120 + ITEMS // 20)
async def test_thousands_in_one_go_while_everything_goes_wrong(profile_dir: Path) -> None:
    begun = time.monotonic()
    clock = HastyClock(time.time())
    service = Service(
        limits=False, switches=quiet_switches(listing_lag_seconds=2.0), clock=clock.time, seed=1
    )
    edits = ManyEdits(ITEMS)
    edits.fill(service)
    with simulator(service) as running, CutLine(("127.0.0.1", running.port)) as line:
        async with opened(f"http://127.0.0.1:{line.port}/v1", profile_dir, clock=clock) as program:
            found = await edits.look(program)
            edits.vanish(service)
            running.requests.clear()
            running.faults.add(*faults())
            organising = await program.organising()
            async with asyncio.TaskGroup() as group:
                breaking = group.create_task(breaks(line, running, clock))
                reports = [await organising.finished(n) for n in await edits.ask(program, found)]
                breaking.cancel()
            broke = breaking.result()
            known = await known_tree(program)
            entries = await organising.deleted.entries()
        tree = service_tree(service)
        counts = Counter(running.requests.endpoints())
        struck = running.faults.hits()
    failures = [failure for report in reports for failure in report.failures]
    others = [(item.name, repr(error)) for item, error in failures if not isinstance(error, NotFound)]
    assert not others
    edits.check_failed([item.name for item, _error in failures])
    assert edits.unlinked(tree) == edits.expected(), difference(edits.expected(), edits.unlinked(tree))
    assert known == tree, difference(tree, known)
    edits.check_deleted([entry.name for entry in entries if entry.url])
    changing = {endpoint: counts[endpoint] for endpoint in CHANGING}
    print(
        f"\n{sum(report.total for report in reports)} steps in {len(reports)} edits,"
        f" {time.monotonic() - begun:.0f} s: {sum(changing.values())} requests that change"
        f" {changing}, {counts['folder/ls']} listings; {struck} faults, the network away {broke} times;"
        f" {len(failures)} items that another client had deleted are named, 0 lost, 0 doubled"
    )

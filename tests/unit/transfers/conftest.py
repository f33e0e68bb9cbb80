"""A queue with a real journal, real files and a service in memory."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from transfer_bench import Bench


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    await bench.open()
    yield bench
    bench.service.gate.set()
    await bench.close()

"""How tests wait: for a condition, for as long as a slow machine may take."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

PATIENCE: Final = 60.0
"""Seconds. Only a test that would fail anyway waits them out."""


async def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """The first true answer of ``condition``. Raises ``TimeoutError``."""
    async with asyncio.timeout(seconds):
        while not (found := condition()):
            await asyncio.sleep(0.005)
        return found

"""What is seen before the core is open: the first picture of the window, or why it does not open."""

import asyncio
import logging
from typing import Final

from fichier_gui.domain.errors import AppError
from fichier_gui.ui import wording
from fichier_gui.ui.dialogs.ask import Choice, Weight, ask
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import tr

logger = logging.getLogger(__name__)

_PAINT_LIMIT: Final = 1.0


async def painted(window: MainWindow) -> None:
    """Heavy imports belong after the first picture; a hidden window has none, so there is a limit."""
    try:
        async with asyncio.timeout(_PAINT_LIMIT):
            await window.first_paint()
    except TimeoutError:
        logger.info("The window was not painted within %s s", _PAINT_LIMIT)


async def tell_fatal(window: MainWindow, error: AppError) -> None:
    """The core does not open."""
    words = wording.error_words(error)
    choices = (Choice("", tr("Quit"), Weight.BACK),)
    await ask(window, tr("The program cannot start"), words.title, choices, follows=words.follows)

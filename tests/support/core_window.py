"""The whole window over a core of its own, on a simulated service."""

from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, simulator
from support.waiting import until

from fichier_gui.app.options import options_for
from fichier_gui.domain.secret import Secret
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.shell import Shell

Play = Callable[[Shell], Awaitable[object]]
PlayWithService = Callable[[Shell, ThreadedSimulator], Awaitable[object]]


def is_at_home(shell: Shell) -> bool:
    """The root folder is listed, and the account known."""
    return bool(shell.window.files.model.rows) and shell.seam.program.session.state.account is not None


def shows(name: str) -> Callable[[Shell], bool]:
    """The list holds an entry of this name."""
    return lambda shell: name in [row.name for row in shell.window.files.model.rows]


def alone(play: Play) -> PlayWithService:
    """A play that asks nothing of the service."""
    return lambda shell, _running: play(shell)


@dataclass
class CoreWindow:
    """Opens the window of one profile, as often as a test wants; downloads go to ``folder / "Downloads"``."""

    application: QApplication
    folder: Path
    _stack: ExitStack = field(default_factory=ExitStack)
    _running: dict[int, ThreadedSimulator] = field(default_factory=dict)

    async def open(
        self,
        service: Service,
        play: PlayWithService,
        *,
        ready: Callable[[Shell], object] = is_at_home,
        is_demo: bool = True,
        **changes: Any,
    ) -> None:
        """``play`` once the window is ``ready``, then close it. ``changes`` are of the ``ProgramOptions``.

        A service that counts requests has nothing against any of it.
        """
        running = self._serve(service)
        profile = self.folder / "profile"
        options = options_for(profile, running.base_url, key=Secret(DEFAULT_KEY), keychain=False)
        options = replace(
            options, profile=replace(options.profile, downloads=self.folder / "Downloads"), **changes
        )
        shell = Shell(self.application, options, Geometry(options.profile.config), is_demo=is_demo)

        async def during(shell: Shell) -> int:
            await until(lambda: ready(shell))
            await play(shell, running)
            return 0

        assert await shell.run(during) == 0
        shell.deleteLater()
        assert service.limits.breaches == []

    def close(self) -> None:
        """End the services."""
        self._stack.close()

    def _serve(self, service: Service) -> ThreadedSimulator:
        if id(service) not in self._running:
            self._running[id(service)] = self._stack.enter_context(simulator(service))
        return self._running[id(service)]

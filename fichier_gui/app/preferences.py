"""The settings in force."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Protocol

from fichier_gui.app.workers import Workers
from fichier_gui.domain.events import Event, SettingsChanged
from fichier_gui.domain.settings import Settings, changed


class SettingsKeeper(Protocol):
    """The settings file. Blocking."""

    def save(self, settings: Settings) -> None:
        """Replace the file. Raises ``DiskProblem`` leaves."""
        ...


class Preferences:
    """Changes and keeps the settings; a change is in force when ``change`` returns."""

    def __init__(
        self,
        settings: Settings,
        keeper: SettingsKeeper,
        disk: Workers,
        apply: Callable[[Settings], None],
        emit: Callable[[Event], None],
    ) -> None:
        self._current = settings
        self._keeper = keeper
        self._disk = disk
        self._apply = apply
        self._emit = emit
        self._writing = asyncio.Lock()

    @property
    def current(self) -> Settings:
        """What holds now. Any thread."""
        return self._current

    async def change(self, name: str, value: object) -> Settings:
        """Set one; kept inside its limits. Emits ``SettingsChanged``.

        Raises ``KeyError`` for an unknown name, ``ValueError`` for a value of the wrong kind, ``DiskProblem``
        leaves when the file cannot be written (the change is in force all the same).
        """
        return await self._put(changed(self._current, name, value))

    async def change_all(self, values: Mapping[str, object]) -> Settings:
        """Set several at once. Raises as :meth:`change`, and has then changed none."""
        settings = self._current
        for name, value in values.items():
            settings = changed(settings, name, value)
        return await self._put(settings)

    async def _put(self, settings: Settings) -> Settings:
        if settings != self._current:
            self._current = settings
            self._apply(settings)
            self._emit(SettingsChanged(settings))
            async with self._writing:
                # The latest wins: what came while the file was being written is in this one.
                await self._disk.run(self._keeper.save, self._current)
        return settings

"""The settings in force."""

from fichier_gui.domain.settings import Page, Settings


class Preferences:
    """Reads, changes and keeps the settings; a change is in force when ``change`` returns."""

    @property
    def current(self) -> Settings:
        """What holds now. Any thread."""
        raise NotImplementedError

    async def change(self, name: str, value: object) -> Settings:
        """Set one; kept inside its limits. Emits ``SettingsChanged``.

        Raises ``KeyError`` for an unknown name, ``ValueError`` for a value of the wrong kind, ``DiskProblem``
        leaves when the file cannot be written (the change is in force all the same).
        """
        raise NotImplementedError

    async def reset(self, page: Page) -> Settings:
        """Back to the defaults of one page."""
        raise NotImplementedError

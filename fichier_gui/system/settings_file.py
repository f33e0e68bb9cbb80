"""The settings file: TOML, one table a page, written whole or not at all."""

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from fichier_gui.domain.errors import DiskProblem, SettingsDamaged
from fichier_gui.domain.settings import Settings, changed, describe
from fichier_gui.system.text_file import AtomicText, put_aside

logger = logging.getLogger(__name__)

_HEAD: Final = "# Settings of fichier-gui that differ from its defaults. No key is ever written here.\n\n"

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """What the file gave. ``problem``: it could not be read, defaults hold. ``wrong``: names set aside."""

    settings: Settings
    problem: SettingsDamaged | None = None
    wrong: tuple[str, ...] = ()


class SettingsFile:
    """Blocking: call from a worker thread. What this version does not know is kept as it was."""

    def __init__(self, path: Path) -> None:
        self._file = AtomicText(path)
        self._unknown: Document = {}

    def load(self) -> LoadedSettings:
        """Read the file. A wrong value falls back to its default, alone. Never raises for a bad file."""
        self._unknown = {}
        try:
            text = self._file.load()
            document = tomllib.loads(text or "")
        except DiskProblem as error:
            return LoadedSettings(
                Settings(),
                SettingsDamaged(error.detail, path=str(self._file.path), kept=str(self._file.path)),
            )
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            path = self._file.path
            problem = SettingsDamaged(str(error), path=str(path), kept=str(put_aside(path)))
            return LoadedSettings(Settings(), problem)
        settings, wrong = _read(document)
        self._unknown = _unknown_part(document, wrong)
        for name in wrong:
            logger.warning("settings: the value of %s is not usable, its default holds", name)
        return LoadedSettings(settings, wrong=wrong)

    def save(self, settings: Settings) -> None:
        """Write what differs from the defaults. Raises ``DiskProblem`` leaves."""
        import tomli_w

        document: Document = {page: dict(table) for page, table in self._unknown.items()}
        for description in describe():
            value = getattr(settings, description.name)
            if value != description.default:
                table = document.setdefault(description.page.value, {})
                table[description.name] = value.value if isinstance(value, StrEnum) else value
        self._file.save(_HEAD + tomli_w.dumps(document))


def _read(document: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    settings, wrong = Settings(), []
    for description in describe():
        table = document.get(description.page.value)
        if not isinstance(table, dict) or description.name not in table:
            continue
        try:
            settings = changed(settings, description.name, table[description.name])
        except ValueError:
            wrong.append(description.name)
    return settings, tuple(wrong)


def _unknown_part(document: Mapping[str, Any], wrong: tuple[str, ...]) -> Document:
    """What a newer version wrote: going back and forth between versions loses nothing.

    A value in ``wrong`` may be one that a newer version knows: it stays until another one is chosen.
    """
    known = {(d.page.value, d.name) for d in describe() if d.name not in wrong}
    rest: Document = {}
    for page, table in document.items():
        if isinstance(table, dict):
            kept = {name: value for name, value in table.items() if (page, name) not in known}
            if kept:
                rest[page] = kept
    return rest

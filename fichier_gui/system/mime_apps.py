"""Which programs a Linux desktop opens a type of file with (the MIME Applications Specification, 1.0.1)."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from fichier_gui.system.desktop_entry import DesktopEntry, read_entry, read_groups

_APPLICATIONS: Final = "applications"
_LIST: Final = "mimeapps.list"
_WHOLE: Final = ("audio", "video")
"""Types whose relatives are looked at as well; every program that plays names some of them."""


class MimeApps:
    """Reads the desktop's files anew each time. Blocking."""

    def __init__(self, environment: Mapping[str, str], home: Path) -> None:
        def folders(name: str, preset: str) -> list[Path]:
            words = (environment.get(name) or preset).split(":")
            return [Path(word) for word in words if Path(word).is_absolute()]

        config = folders("XDG_CONFIG_HOME", str(home / ".config"))
        data = folders("XDG_DATA_HOME", str(home / ".local/share"))
        self._config = config + folders("XDG_CONFIG_DIRS", "/etc/xdg")
        self._data = data + folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        self._desktops = environment.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
        self._languages = _languages(environment)
        self._path = environment.get("PATH")

    def programs(self, mime: str, extension: str) -> Iterator[DesktopEntry]:
        """Those that open a file of this type, best first: the user's default, then what offers itself."""
        seen: set[str] = set()
        for type_ in self.types(mime, extension):
            for name in self._names(type_):
                if name not in seen:
                    seen.add(name)
                    entry = self._entry(name)
                    if entry is not None and self._is_there(entry):
                        yield entry

    def types(self, mime: str, extension: str) -> list[str]:
        """What this system calls files of ``extension``, with the other names of each, then ``mime``."""
        found = [(int(weight), type_) for weight, type_, glob in self._globs() if glob == f"*.{extension}"]
        found.sort(key=lambda each: -each[0])
        types = [type_ for _weight, type_ in found if type_.startswith(_WHOLE)]
        pairs = [pair for name in ("aliases", "subclasses") for pair in self._pairs(name)]
        for type_ in (*types, mime):
            types.append(type_)
            types += [
                other
                for pair in pairs
                for one, other in (pair, pair[::-1])
                if one == type_ and other.startswith(_WHOLE)
            ]
        return list(dict.fromkeys(types))

    def _globs(self) -> Iterator[tuple[str, str, str]]:
        for line in self._lines("globs2"):
            parts = line.split(":")
            if len(parts) >= 3 and parts[0].isdecimal():
                yield parts[0], parts[1], parts[2]

    def _pairs(self, name: str) -> Iterator[tuple[str, str]]:
        for line in self._lines(name):
            one, _, other = line.partition(" ")
            yield one, other

    def _lines(self, name: str) -> Iterator[str]:
        for folder in self._data:
            yield from _text(folder / "mime" / name).splitlines()

    def _names(self, type_: str) -> list[str]:
        """Ids of ``.desktop`` files."""
        lists = [read_groups(_text(path)) for path in self._lists()]
        caches = [read_groups(_text(path / _APPLICATIONS / "mimeinfo.cache")) for path in self._data]

        def listed(groups: list[Mapping[str, Mapping[str, str]]], group: str) -> list[str]:
            values = [each.get(group, {}).get(type_, "") for each in groups]
            return [name for value in values for name in value.split(";") if name]

        removed = set(listed(lists, "Removed Associations"))
        offered = listed(lists, "Added Associations") + listed(caches, "MIME Cache")
        return listed(lists, "Default Applications") + [name for name in offered if name not in removed]

    def _lists(self) -> Iterator[Path]:
        for folder in (*self._config, *(path / _APPLICATIONS for path in self._data)):
            yield from (folder / f"{desktop}-{_LIST}" for desktop in self._desktops if desktop)
            yield folder / _LIST

    def _entry(self, name: str) -> DesktopEntry | None:
        """The first one hides those of the same name. ``kde-vlc.desktop`` may be ``kde/vlc.desktop``."""
        if "/" in name:
            return None
        for folder in self._data:
            for cut in range(name.count("-") + 1):
                text = _text(folder / _APPLICATIONS / name.replace("-", "/", cut))
                if text:
                    return read_entry(text, self._languages)
        return None

    def _is_there(self, entry: DesktopEntry) -> bool:
        needed = [entry.command[0], *filter(None, [entry.try_exec])]
        return all(shutil.which(program, path=self._path) for program in needed)


def _languages(environment: Mapping[str, str]) -> list[str]:
    """As the keys of a ``.desktop`` file name them: "fr_CA", "fr"."""
    values = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    plain = next(filter(None, values), "").partition(".")[0].partition("@")[0]
    return [plain, plain.partition("_")[0]] if plain else []


def _text(path: Path) -> str:
    """Empty where there is none that can be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

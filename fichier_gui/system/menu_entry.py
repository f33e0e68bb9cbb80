"""The program's entry among the programs of a Linux desktop: the same text for one user and for a package.

As the Desktop Entry Specification (1.5) has it. It offers itself for no kind of file or address.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from fichier_gui.domain.desktop import PartWords
from fichier_gui.identity import NAME, SERVICE, WM_CLASS

_CODES: Final = ("%F", "%U")
_PLAIN: Final = re.compile(r"[\w./:@+-]+", re.ASCII)


def menu_entry(
    command: Sequence[str], words: PartWords, translations: Mapping[str, PartWords] | None = None
) -> str:
    """The whole file. ``words`` are for every language that ``translations`` do not name."""
    others = translations or {}

    def local(key: str, field: str) -> dict[str, str]:
        plain = str(getattr(words, field))
        said = {f"{key}[{code}]": str(getattr(other, field)) for code, other in others.items()}
        return {key: plain} | {name: text for name, text in said.items() if text != plain}

    head = {
        **program(command, local("Comment", "about")),
        "GenericName": SERVICE,
        "Exec": exec_line(command, "open", "%U"),
        "Categories": "Network;FileTransfer;Qt;",
        **{key: _listed(found) for key, found in local("Keywords", "keywords").items()},
        "StartupNotify": "true",
        "StartupWMClass": WM_CLASS,
        "Actions": "upload;pause;",
    }
    upload = local("Name", "upload_files") | {"Exec": exec_line(command, "open", "--choose-files")}
    pause = local("Name", "pause_all") | {"Exec": exec_line(command, "queue", "pause")}
    actions = [("Desktop Action upload", upload), ("Desktop Action pause", pause)]
    return "\n".join(entry(group, values) for group, values in [("Desktop Entry", head), *actions])


def program(command: Sequence[str], about: Mapping[str, str]) -> dict[str, str]:
    """What all entries of the program begin with. ``TryExec``: one that was removed is not offered."""
    return {
        "Type": "Application",
        "Name": NAME,
        **about,
        "Icon": NAME,
        "TryExec": command[0].replace("\\", "\\\\"),
        "Terminal": "false",
    }


def entry(group: str, values: Mapping[str, str]) -> str:
    """A group of a desktop file."""
    return f"[{group}]\n" + "".join(f"{name}={value}\n" for name, value in values.items())


def _listed(text: str) -> str:
    return "".join(f"{each.strip()};" for each in text.split(","))


def exec_line(command: Sequence[str], *arguments: str) -> str:
    """A command for ``Exec``. The last of ``arguments`` may be a field code such as ``%F``."""
    return " ".join([*map(_quoted, command), *(a if a in _CODES else _quoted(a) for a in arguments)])


def _quoted(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    for special in '\\"`$':
        text = text.replace(special, f"\\{special}")
    # The string is read twice: as a value of the file, then as a command line.
    return '"' + text.replace("\\", "\\\\").replace("%", "%%") + '"'

"""What desktops and shells want to know of the program: ``python installer/desktop FOLDER``.

Runs in an environment that holds what the program stands on. Below FOLDER there is then ``share`` as a
package for Linux has it, with the menu's entry, the description for software centres, icons, the manual page
and completions; and beside it an icon for Windows and one for macOS. None of it is kept in the repository.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

INSTALLER = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(INSTALLER), str(INSTALLER.parent)]

from desktop import completions, icons  # noqa: E402
from desktop.changes import releases  # noqa: E402
from desktop.command_line import command_line  # noqa: E402
from desktop.manual import manual  # noqa: E402
from desktop.metainfo import Words, metainfo  # noqa: E402
from environment import ROOT  # noqa: E402
from source_date import source_date  # noqa: E402

from fichier_gui.domain.desktop import PartWords  # noqa: E402
from fichier_gui.identity import APP_ID, DESKTOP_ID, NAME  # noqa: E402
from fichier_gui.system.menu_entry import menu_entry  # noqa: E402
from fichier_gui.ui import resources  # noqa: E402
from fichier_gui.ui.wording import language, store  # noqa: E402
from fichier_gui.ui.wording.desktop import part_words  # noqa: E402

DRAWING, SYMBOLIC = resources.icon_file("program"), resources.icon_file("program-symbolic")


def texts(date: int) -> Mapping[str, str]:
    """The files below ``share`` that are text: path and content."""
    line = command_line()
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return {
        f"applications/{DESKTOP_ID}.desktop": menu_entry((NAME,), part_words(""), _menu_words()),
        f"metainfo/{APP_ID}.metainfo.xml": metainfo(releases(changes, date), _languages()),
        f"man/man1/{NAME}.1": manual(line, date),
        f"bash-completion/completions/{NAME}": completions.bash(line),
        f"zsh/vendor-completions/_{NAME}": completions.zsh(line),
        f"fish/vendor_completions.d/{NAME}.fish": completions.fish(line),
    }


def write(folder: Path, date: int) -> None:
    """All of it."""
    for name, content in texts(date).items():
        path = folder / "share" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (folder / "about.txt").write_text(about(), encoding="utf-8")
    icons.write_theme(DRAWING, SYMBOLIC, folder / "share" / "icons")
    (folder / f"{NAME}.ico").write_bytes(icons.ico(DRAWING))
    (folder / f"{NAME}.icns").write_bytes(icons.icns(DRAWING))


def about() -> str:
    """What the program is, in plain paragraphs and items, for lists of packages."""
    points = [f"- {point}" for point in store.strong_points()]
    return "\n".join([store.introduction(), "", *points, "", store.independence(), ""])


def _codes() -> Sequence[str]:
    return sorted(path.stem.rpartition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.ts"))


def _languages() -> Mapping[str, Words]:
    return {code: partial(_translated, _catalogue(code)) for code in _codes()}


def _catalogue(code: str) -> language.Translate:
    return language.load(resources.translation_file(code), code)


def _translated(translate: language.Translate, text: str) -> str:
    return translate(text, "", None) or text


def _menu_words() -> Mapping[str, PartWords]:
    """The words of the menu's entry in each language."""
    found = {}
    try:
        for code in _codes():
            language.install(_catalogue(code))
            found[code] = part_words("")
    finally:
        language.install(None)
    return found


def main(arguments: Sequence[str]) -> int:
    """Write it all below a folder."""
    parser = argparse.ArgumentParser(prog="desktop", description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    write(parser.parse_args(arguments).folder, source_date())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

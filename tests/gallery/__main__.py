"""Pictures of every window, dialog, menu and state: ``python tests/gallery FOLDER``.

Each picture is FOLDER/SCENE.THEME.SCALE.LANGUAGE.png; FOLDER/index.html and contact sheets show them all.
Runs on a display of its own. 1 as exit status: a scene could not be posed.
"""

import argparse
import itertools
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from gallery.sheets import write_contact_sheets, write_index  # noqa: E402
from support.display import desktop, missing_tools  # noqa: E402

THEMES = ("light", "dark")
SCALES = ("1x", "2x")
LANGUAGES = ("en", "fr", "pseudo")
"""Of the whole gallery; the others of :data:`LOCALES` when they are asked for."""
LOCALES = {
    "en": "en_GB.UTF-8",
    "fr": "fr_FR.UTF-8",
    "pseudo": "en_GB.UTF-8",
    "de": "de_DE.UTF-8",
    "es": "es_ES.UTF-8",
    "it": "it_IT.UTF-8",
    "ja": "ja_JP.UTF-8",
    "pt": "pt_BR.UTF-8",
}
SCREEN = {"1x": "1600x1000x24", "2x": "3200x2000x24"}


Said = dict[str, Any]
"""What was said of one picture: see ``stage.Taken``."""


@dataclass(frozen=True)
class Variant:
    """How the pictures of one run of the program look."""

    theme: str
    scale: str
    language: str

    @property
    def suffix(self) -> str:
        """The end of the pictures' names."""
        return f"{self.theme}.{self.scale}.{self.language}"

    def environment(self, base: Mapping[str, str]) -> dict[str, str]:
        """What Qt and Python read at their start."""
        locale = LOCALES[self.language]
        return {
            **base,
            "LC_ALL": locale,
            "LANG": locale,
            "LANGUAGE": "",
            "TZ": "Europe/Paris",
            "QT_LOGGING_RULES": "qt.text.font.db=false",
            "QT_SCALE_FACTOR": self.scale.removesuffix("x"),
            "PYTHONPATH": f"{TESTS}:{TESTS.parent}",
        }


def pose(variant: Variant, folder: Path, scenes: Sequence[str], environment: Mapping[str, str]) -> list[Said]:
    """Run the program once and take the pictures of one variant; what it says of each."""
    script = TESTS / "gallery" / "pose.py"
    done = subprocess.run(
        [sys.executable, script, folder, variant.theme, variant.language, variant.suffix, *scenes],
        env=variant.environment(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    taken = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode:
        said = f"ended with {done.returncode}\n{done.stderr}"
        taken.append({"scene": variant.suffix, "problem": said, "cut": []})
    return taken


def _on_its_display(variant: Variant, folder: Path, scenes: Sequence[str]) -> list[Said]:
    with desktop(SCREEN[variant.scale]) as shown:
        return pose(variant, folder, scenes, shown.env)


def main(words: Sequence[str]) -> int:
    """Take all pictures, or those that the options name, and write the pages."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--theme", nargs="+", choices=THEMES, default=THEMES)
    parser.add_argument("--scale", nargs="+", choices=SCALES, default=SCALES)
    parser.add_argument("--language", nargs="+", choices=[*LOCALES], default=LANGUAGES)
    parser.add_argument("--scene", nargs="+", default=[], help="only these")
    parser.add_argument("--jobs", type=int, default=2, help="variants at a time")
    asked = parser.parse_args(words)
    missing = missing_tools()
    if missing:
        parser.error(f"missing: {', '.join(missing)}")
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    variants = [Variant(*each) for each in itertools.product(asked.theme, asked.scale, asked.language)]
    with ThreadPoolExecutor(asked.jobs) as pool:
        results = list(pool.map(lambda each: _on_its_display(each, folder, asked.scene), variants))
    return _report(folder, dict(zip(variants, results, strict=True)))


def _report(folder: Path, results: Mapping[Variant, list[Said]]) -> int:
    notes: dict[str, list[str]] = {}
    for variant, taken in results.items():
        for each in taken:
            said = [each["problem"]] if each["problem"] else []
            said += [f"cut: {text}" for text in each["cut"]]
            notes.setdefault(each["scene"], []).extend(f"{variant.suffix}: {text}" for text in said)
        write_contact_sheets(folder, variant.suffix)
    for scene, said in notes.items():
        for line in said:
            print(f"{scene}: {line}")
    count = sum(len(taken) for taken in results.values())
    print(f"{count} pictures: {write_index(folder, [each.suffix for each in results], notes)}")
    return int(any(each["problem"] for taken in results.values() for each in taken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

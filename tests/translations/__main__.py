"""Bring a catalogue up to date with the code: ``python tests/translations de``.

Texts that are new are added as unfinished, those that are said no more are dropped, what is translated stays.
Then open resources/translations/fichier_gui_de.ts in Qt Linguist. A language that is new gets a file.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from translations.collect import FOLDER, Message, messages, sources  # noqa: E402

from fichier_gui.ui.wording.language import forms_of  # noqa: E402

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def updated(known: Sequence[Message], forms: int) -> list[Message]:
    """What is known and still said, in its order, then what is new, unfinished."""
    said = sources()
    kept = [each for each in known if said.get(each.key) is each.is_counted]
    fresh = said.keys() - {each.key for each in kept}
    blank = [
        Message(*key, forms=("",) * (forms if said[key] else 1), is_counted=said[key], is_finished=False)
        for key in sorted(fresh)
    ]
    return [*kept, *blank]


def written(code: str, entries: Sequence[Message]) -> str:
    """The file, as Linguist reads it."""
    lines = [
        f'{_HEAD}<TS version="2.1" language="{code}" sourcelanguage="en">',
        "<context>",
        "    <name></name>",
    ]
    for each in entries:
        lines += _lines(each)
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _lines(message: Message) -> list[str]:
    lines = ['    <message numerus="yes">' if message.is_counted else "    <message>"]
    lines.append(f"        <source>{escape(message.source)}</source>")
    if message.comment:
        lines.append(f"        <comment>{escape(message.comment)}</comment>")
    opening = "<translation>" if message.is_finished else '<translation type="unfinished">'
    if message.is_counted:
        forms = [f"            <numerusform>{escape(form)}</numerusform>" for form in message.forms]
        lines += [f"        {opening}", *forms, "        </translation>"]
    else:
        lines.append(f"        {opening}{escape(message.forms[0])}</translation>")
    return [*lines, "    </message>"]


def main(words: Sequence[str]) -> int:
    """Update the catalogues of these languages."""
    parser = argparse.ArgumentParser(prog="translations", description=__doc__)
    parser.add_argument("code", nargs="+", help="languages, such as de or pt")
    for code in parser.parse_args(words).code:
        path = FOLDER / f"fichier_gui_{code}.ts"
        entries = updated(messages(path) if path.is_file() else (), forms_of(code))
        path.write_text(written(code, entries), encoding="utf-8")
        print(f"{path}: {sum(each.is_finished for each in entries)} of {len(entries)} texts are translated")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

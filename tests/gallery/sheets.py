"""What was taken, as pages to look through: contact sheets of a few pictures, and one HTML index."""

import html
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

A_SHEET = 6
"""Pictures on a contact sheet: few enough to be judged."""
_TILE = "900x640>"


def write_index(folder: Path, suffixes: Sequence[str], notes: dict[str, list[str]]) -> Path:
    """``index.html``: a row for each scene, a column for each variant, and what was found by itself."""
    names = sorted({path.name.split(".")[0] for path in folder.glob("*.png") if not _is_sheet(path)})
    lines = [
        "<!doctype html><meta charset=utf-8><title>Gallery</title>",
        "<style>body{font:14px sans-serif} td{vertical-align:top}",
        "img{max-width:480px; border:1px solid #888}</style>",
        "<table>",
    ]
    for name in names:
        cells = "".join(_cell(folder / f"{name}.{suffix}.png") for suffix in suffixes)
        said = "<br>".join(map(html.escape, notes.get(name, [])))
        lines.append(f"<tr><td><b>{html.escape(name)}</b><br>{said}</td>{cells}</tr>")
    lines.append("</table>")
    path = folder / "index.html"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_contact_sheets(folder: Path, suffix: str) -> list[Path]:
    """Sheets of :data:`A_SHEET` pictures of one variant, where ImageMagick is there to make them."""
    if shutil.which("montage") is None:
        return []
    pictures = sorted(path for path in folder.glob(f"*.{suffix}.png") if not _is_sheet(path))
    made = []
    for number in range(0, len(pictures), A_SHEET):
        sheet = folder / f"sheet.{suffix}.{number // A_SHEET + 1:02}.png"
        part = pictures[number : number + A_SHEET]
        subprocess.run(
            ["montage", "-label", "%t", *part, "-tile", "2x", "-geometry", f"{_TILE}+6+6", str(sheet)],
            check=True,
        )
        made.append(sheet)
    return made


def _cell(path: Path) -> str:
    if not path.exists():
        return "<td></td>"
    return f'<td><a href="{path.name}"><img loading=lazy src="{path.name}"></a><br>{path.stem}</td>'


def _is_sheet(path: Path) -> bool:
    return path.name.startswith("sheet.")

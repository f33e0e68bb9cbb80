"""Judges what a screen reader reads of a window: what has no name, and what Tab does not come to."""

import re
from collections.abc import Iterator

from support.screen_reader import Seen

CONTROLS = {
    "push button", "button menu", "toggle button", "check box", "radio button", "combo box", "text",
    "password text", "spin button", "slider", "list", "tree", "table", "page tab list", "link",
}  # fmt: skip
"""Roles that somebody operates."""
ITEMS = {
    "list item",
    "tree item",
    "table cell",
    "page tab",
    "menu item",
    "check menu item",
    "radio menu item",
}
"""Roles of what is in a control: reached with the arrow keys."""
WINDOWS = {"dialog", "frame", "window"}


def owners_of(root: Seen, above: Seen | None = None) -> dict[str, Seen]:
    """For every path below ``root`` the control it belongs to."""
    is_own = root.role not in ITEMS and (above is None or not is_made_of_parts(above, root))
    owner = root if is_own or above is None else above
    found = {root.path: owner}
    for child in root.children:
        found |= owners_of(child, owner)
    return found


def is_made_of_parts(control: Seen, part: Seen) -> bool:
    """Boxes, and what takes the keys for a line in it."""
    is_line = "focusable" in control.states and control.role == "filler" and part.name == control.name
    return control.role in {"spin button", "combo box"} or is_line


def nameless(root: Seen) -> Iterator[str]:
    """What a screen reader would call by its role alone."""
    owners = owners_of(root)
    for seen in root.walk():
        if owners[seen.path] is not seen and seen.role not in ITEMS:
            continue
        has_name = bool(seen.labels and any(seen.labels)) if seen.role == "combo box" else bool(seen.name)
        if seen.role in CONTROLS | ITEMS | WINDOWS and not has_name:
            yield f"nameless {seen.role} {seen.name!r} ({seen.path})"
        if seen.role in CONTROLS and re.search(r"(?<!&)&(?!&)", seen.name):
            yield f"{seen.role} {seen.name!r} is called with its mark"


def missed(root: Seen, reached: list[Seen]) -> list[Seen]:
    """Controls that can be used and that Tab does not come to; of radio buttons one is enough."""
    paths = {seen.path for seen in reached}
    owners = owners_of(root)
    has_radio = any(seen.role == "radio button" for seen in reached)
    return [
        seen
        for seen in root.walk()
        if seen.role in CONTROLS
        and owners[seen.path] is seen
        and {"enabled", "focusable"} <= seen.states
        and seen.path not in paths
        and not (seen.role == "radio button" and has_radio)
    ]

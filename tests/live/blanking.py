"""What may be shown of an answer: no key, no link, no address, no name that is not the suite's own."""

import json
import re
from typing import Any

OURS = ("probe", "fichier-gui-probe-")
"""How every name that the suite gives begins."""
LONGEST = 400
SHOWN_ENTRIES = 2
"""Entries of an array that are shown; of the others the number is."""

_NAMES = {"name", "filename", "old_filename", "new_filename", "old_name", "new_name", "path", "description"}
_SECRETS = {"checksum", "whirlpool", "voucher", "remove"}
_PATTERNS = (
    (re.compile(r"https?://[^\s\"'<>]+"), "[link]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mail]"),
    (
        re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){4,7}\b"),
        "[address]",
    ),
)


def shown(text: str, key: str) -> str:
    """A body as the table shows it, on one line."""
    try:
        text = json.dumps(_blanked("", json.loads(text)), ensure_ascii=False)
    except ValueError:
        text = " ".join(text.split())
    text = blanked(text, key)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)} characters)"


def blanked(text: str, key: str) -> str:
    """A text without the key, links, e-mail and network addresses."""
    if key:
        text = text.replace(key, "[key]")
    for pattern, stand_in in _PATTERNS:
        text = pattern.sub(stand_in, text)
    return text


def _blanked(field: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _blanked(name, inner) for name, inner in value.items()}
    if isinstance(value, list):
        kept = [_blanked(field, inner) for inner in value[:SHOWN_ENTRIES]]
        return [*kept, f"… {len(value)} entries"] if len(value) > SHOWN_ENTRIES else kept
    if not isinstance(value, str) or not value:
        return value
    if field in _SECRETS:
        return "[blank]"
    if field in _NAMES | {"user"} and not value.lstrip().startswith(OURS):
        return "[name]"
    return value

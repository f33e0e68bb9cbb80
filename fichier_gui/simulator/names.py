"""What the service does with names (§8)."""

from __future__ import annotations

from .answers import Reason, Refusal

FORBIDDEN = frozenset("\\<>\"'$`/") | frozenset(map(chr, range(32))) | {"\x7f"}
LONGEST = 250


def is_clean(name: str) -> bool:
    """Whether the service stores this name as it is."""
    return (
        0 < len(name) <= LONGEST
        and name not in (".", "..")
        and name == name.strip(" ")
        and not FORBIDDEN.intersection(name)
    )


def settle(name: str, policy: str) -> str:
    """The name that is stored. `policy` is the switch `names`.

    `accept` still refuses what cannot be a name at all. Raises Refusal.
    """
    if is_clean(name):
        return name
    if policy == "accept" and 0 < len(name) <= LONGEST and name not in (".", ".."):
        return name
    if policy == "strip":
        stripped = "".join(char for char in name if char not in FORBIDDEN).strip(" ")
        if is_clean(stripped):
            return stripped
    raise Refusal(Reason(403, "Invalid name", soft=True))


def settle_upload(name: str, policy: str) -> str:
    """The name of an uploaded file: as `settle`, but an upload is never lost for its name."""
    try:
        return settle(name, policy)
    except Refusal:
        if policy == "reject":
            raise
        kept = "".join(char for char in name if char not in FORBIDDEN).strip(" ")[:LONGEST].strip(" ")
        return kept if is_clean(kept) else "noname"

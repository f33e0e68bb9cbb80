"""Regular expressions that a person types: read, or refused with a reason, and never running for ever.

The expressions of ``re`` try every way in which a text can be cut up. A repeat inside a repeat has more ways
than there is time for, and nothing of the program runs meanwhile; such patterns are refused before they run.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final


class PatternProblem(StrEnum):
    """Why a pattern cannot be used."""

    UNREADABLE = "unreadable"
    RUNAWAY = "runaway"
    """It could run for ever."""
    REPLACEMENT = "replacement"
    """What replaces the finds names a group that is not there, or ends in a backslash."""


class PatternError(ValueError):
    """A pattern that cannot be used."""

    def __init__(self, problem: PatternProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_TOKEN: Final = re.compile(
    r"""
      (?P<escape> \\. )
    | (?P<set>    \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<whole>  \(\? (?: \#[^)]* | P=\w+ | [aiLmsux]+ ) \) )
    | (?P<open>   \( (?: \? (?: P<\w+> | \(\w+\) | [aiLmsux-]*: | <?[=!] | > ) )? )
    | (?P<close>  \) )
    | (?P<bar>    \| )
    | (?P<repeat> (?: [*+?] | \{ (?: (?P<least>\d*) (?P<comma>,) (?P<most>\d*) | (?P<exact>\d+) ) \} ) [?+]? )
    | (?P<other>  . )
    """,
    re.VERBOSE | re.DOTALL,
)
MOST_IN_A_ROW: Final = 3
"""A name of 250 letters is cut into four in three million ways, into five in 160 million."""
_ITEMS: Final = frozenset({"other", "escape", "set"})
_PLAIN: Final = frozenset(".^$")
_OF_SET: Final = re.compile(r"\\.|[\[&~|]", re.DOTALL)


@dataclass(slots=True)
class _Group:
    """What stands between two brackets, as far as it matters when it is repeated."""

    can_be_cut: bool = False
    """One text may fit it in several ways: it holds a repeat, or alternatives that begin alike."""
    branches: list[str | None] = field(default_factory=lambda: [""])
    """The alternatives; None for one that is more than letters."""

    def add(self, letters: str | None) -> None:
        """What comes next in the present alternative."""
        before = self.branches[-1]
        self.branches[-1] = None if before is None or letters is None else before + letters

    def close(self) -> None:
        """No more comes."""
        if len(self.branches) > 1:
            self.can_be_cut = self.can_be_cut or not _begin_differently(self.branches)


def read_pattern(text: str, *, matches_case: bool) -> re.Pattern[str]:
    """The compiled pattern. Raises :class:`PatternError`."""
    tokens = list(_TOKEN.finditer(text))
    if any(token["other"] == "[" for token in tokens):
        # A set that is not closed. ``re`` warns of what is in it before it says so.
        raise PatternError(PatternProblem.UNREADABLE)
    if _runs_away(tokens) or _repeats_in_a_row(tokens) > MOST_IN_A_ROW:
        raise PatternError(PatternProblem.RUNAWAY)
    written = "".join(_plain_set(token) if token["set"] else token[0] for token in tokens)
    try:
        return re.compile(written, 0 if matches_case else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError):
        raise PatternError(PatternProblem.UNREADABLE) from None


def check_replacement(pattern: re.Pattern[str], replacement: str) -> None:
    """Raises :class:`PatternError` where ``replacement`` does not fit the groups of ``pattern``."""
    try:
        pattern.sub(replacement, "")
    except (re.error, IndexError):
        raise PatternError(PatternProblem.REPLACEMENT) from None


def _repeats_in_a_row(tokens: list[re.Match[str]]) -> int:
    """The longest run of repeats with nothing between them that must be there: ``.*.*``, ``(\\w+)(\\w+)``."""
    longest = run = 0
    for token, after in pairwise([*tokens, None]):
        if token is None:
            break
        kind = token.lastgroup
        is_repeated = after is not None and after.lastgroup == "repeat"
        if kind == "repeat" and _is_many(token):
            run += 1
            longest = max(longest, run)
        elif kind == "bar" or (kind in _ITEMS and not is_repeated):
            run = 0
    return longest


def _runs_away(tokens: list[re.Match[str]]) -> bool:
    groups = [_Group()]
    closed: _Group | None = None
    for token in tokens:
        kind = token.lastgroup
        if kind == "repeat":
            if closed is not None and closed.can_be_cut and _is_many(token):
                return True
            groups[-1].can_be_cut = groups[-1].can_be_cut or token["exact"] is None
            groups[-1].add(None)
        closed = None
        if kind == "open":
            groups.append(_Group())
        elif kind == "close" and len(groups) > 1:
            closed = _closed(groups)
        elif kind == "bar":
            groups[-1].branches.append("")
        elif kind != "repeat":
            groups[-1].add(token[0] if kind == "other" and token[0] not in _PLAIN else None)
    return False


def _closed(groups: list[_Group]) -> _Group:
    group = groups.pop()
    group.close()
    groups[-1].can_be_cut = groups[-1].can_be_cut or group.can_be_cut
    groups[-1].add(None)
    return group


def _is_many(repeat: re.Match[str]) -> bool:
    if repeat["exact"] is not None:
        return int(repeat["exact"]) > 1
    if repeat["comma"] is not None:
        return not repeat["most"] or int(repeat["most"]) > 1
    return repeat[0][0] in "*+"


def _begin_differently(branches: list[str | None]) -> bool:
    """Letters only, and none the beginning of another: a text is then cut up in one way."""
    known = sorted(branch.casefold() for branch in branches if branch is not None)
    if len(known) < len(branches):
        return False
    return not any(after.startswith(before) for before, after in pairwise(known))


def _plain_set(token: re.Match[str]) -> str:
    """A set as it is understood today: a bracket or a doubled sign inside stands for itself."""
    text = token[0]
    start = 2 if text.startswith("[^") else 1
    if text[start:] == "]" or "--" in text[start:]:
        raise PatternError(PatternProblem.UNREADABLE)
    inside = _OF_SET.sub(lambda found: found[0] if len(found[0]) > 1 else "\\" + found[0], text[start:-1])
    return text[:start] + inside + "]"

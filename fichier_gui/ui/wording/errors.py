"""From an error to what the user reads."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath, PureWindowsPath
from typing import Final

from fichier_gui.domain.error_reaction import Reaction
from fichier_gui.domain.errors import (
    AccessDenied,
    AppError,
    CreditsNeeded,
    Fact,
    JournalDamaged,
    Unexpected,
)
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.actions import LABELS, ErrorAction, Words
from fichier_gui.ui.wording.error_rows import (
    ACCESS,
    CREDITS_UNSURE,
    GAVE_UP,
    KEY_AND_SERVICE,
    NETWORK,
    OTHERS_FOLDER,
    OTHERS_TOP,
    Row,
)
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr
from fichier_gui.ui.wording.local_rows import DISK, PROFILE, QUEUE_EMPTIED, QUEUE_RESTORED, TRANSFERS

ROWS: Final[Mapping[type[AppError], Row]] = {
    **KEY_AND_SERVICE,
    **ACCESS,
    **NETWORK,
    **TRANSFERS,
    **DISK,
    **PROFILE,
}
"""One row for each leaf of ``domain.errors``: a test holds them against each other."""

_SPECIAL_FILES: Final = {
    "pipe": QT_TR_NOOP("pipe"),
    "socket": QT_TR_NOOP("socket"),
    "device": QT_TR_NOOP("device"),
    "loop": QT_TR_NOOP("link that leads back to itself"),
}

_PLAN_LIMIT: Final = 300_000_000_000
"""What a customer may send as one file, for a refusal that does not say."""


def error_words(error: AppError, wait: float | None = None, *, gave_up: bool = False) -> Words:
    """What the user reads of ``error``. ``wait``: seconds left of a countdown, if one runs.

    ``gave_up``: nothing more follows by itself, though at first it did.
    """
    row = _given_up(_row(error)) if gave_up and error.reaction is Reaction.RETRY else _row(error)
    values = _values(error, wait)
    return Words(
        brief=tr(row.brief),
        happened=tr(row.happened).format_map(values),
        follows=tr(row.follows).format_map(values) if row.follows else "",
        action_label=action_label(row.action),
        action=row.action,
        second_label=action_label(row.second),
        second=row.second,
    )


def transfer_words(transfer: Transfer) -> Words | None:
    """What the user reads of the error of a transfer; None when it has none."""
    if transfer.error is None:
        return None
    return error_words(transfer.error, gave_up=transfer.state is State.FAILED)


def _given_up(row: Row) -> Row:
    others = (action for action in (row.action, row.second) if action is not ErrorAction.RETRY)
    return replace(row, follows=GAVE_UP, action=ErrorAction.RETRY, second=next(others))


def general_sentence(error: AppError) -> str:
    """What happened, where that is the same for every transfer that meets ``error``; else nothing."""
    happened = _row(error).happened
    return "" if "{" in happened else tr(happened)


def action_label(action: ErrorAction) -> str:
    """The words on the button, empty for none."""
    return tr(LABELS[action]) if LABELS[action] else ""


def error_details(error: AppError) -> str:
    """For "Copy details": the code, the facts and the service's own text, one a line, in English."""
    lines = [error.code, *(f"{name}: {value}" for name, value in error.facts.items())]
    return "\n".join([*lines, error.detail] if error.detail else lines)


def _row(error: AppError) -> Row:
    if isinstance(error, JournalDamaged) and "kept" in error.facts:
        return QUEUE_RESTORED if "copy_from" in error.facts else QUEUE_EMPTIED
    if isinstance(error, CreditsNeeded) and error.facts.get("is_sure") is False:
        return CREDITS_UNSURE
    if isinstance(error, AccessDenied) and "owner" in error.facts:
        return OTHERS_TOP if error.facts.get("is_top") else OTHERS_FOLDER
    return ROWS.get(type(error), ROWS[Unexpected])


def _values(error: AppError, wait: float | None) -> dict[str, str]:
    facts = error.facts
    path = str(facts.get("path") or "")
    left = wait if wait is not None else _number(facts.get("wait"))
    return {
        "countdown": numbers.countdown(left) if left is not None else tr("a moment"),
        "name": str(facts.get("name") or _last_part(path) or tr("The file")),
        "path": path or tr("the folder"),
        "owner": str(facts.get("owner") or ""),
        "kept": _last_part(str(facts.get("kept") or path)) or tr("a copy"),
        "copy_from": numbers.full_date(_number(facts.get("copy_from"))),
        "what": tr(_SPECIAL_FILES.get(str(facts.get("what")), _SPECIAL_FILES["device"])),
        "stored": str(facts.get("stored") or numbers.NOTHING),
        "size": _size(facts.get("size"), tr("more than is allowed")),
        "limit": _size(facts.get("limit"), numbers.size(_PLAN_LIMIT)),
        "needed": _size(facts.get("needed"), tr("more")),
        "cost": _size(facts.get("cost"), tr("their whole size")),
        "credits": _size(facts.get("credits"), tr("what your account has")),
        "free": _size(facts.get("free"), tr("too little")),
    }


def _number(fact: Fact) -> float | None:
    return float(fact) if isinstance(fact, int | float) and not isinstance(fact, bool) else None


def _size(fact: Fact, otherwise: str) -> str:
    number = _number(fact)
    return otherwise if number is None else numbers.size(number)


def _last_part(path: str) -> str:
    return PureWindowsPath(path).name if "\\" in path else PurePath(path).name

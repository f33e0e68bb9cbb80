"""What has become of one transfer, step by step."""

from collections.abc import Iterable
from typing import Final

from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.transfers import State, Transfer, Verification
from fichier_gui.domain.values import value

_FIELDS: Final = 6


@value
class Step:
    """How it stood from a moment on. Times in seconds since 1970; ``code`` is that of its error."""

    at: float
    state: State
    verification: Verification = Verification.PENDING
    code: str = ""
    retry_at: float | None = None


def step_of(transfer: Transfer, now: float) -> Step:
    """How it stands."""
    code = transfer.error.code if transfer.error is not None else ""
    return Step(now, transfer.state, transfer.verification, code, transfer.retry_at)


def write_step(number: TransferId, step: Step) -> str:
    """One line. No name is in it, and nothing that the service said."""
    retry_at = "" if step.retry_at is None else f"{step.retry_at:.0f}"
    return f"{number}\t{step.at:.0f}\t{step.state}\t{step.verification}\t{step.code}\t{retry_at}\n"


def read_steps(lines: Iterable[str], number: TransferId) -> list[Step]:
    """Those of one transfer, in their order; a line that is no step is passed over."""
    start = f"{number}\t"
    return [step for line in lines if line.startswith(start) and (step := _step(line)) is not None]


def _step(line: str) -> Step | None:
    parts = line.rstrip("\n").split("\t")
    if len(parts) != _FIELDS:
        return None
    _, at, state, verification, code, retry_at = parts
    try:
        return Step(
            float(at), State(state), Verification(verification), code, float(retry_at) if retry_at else None
        )
    except ValueError:
        return None

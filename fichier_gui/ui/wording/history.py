"""What has become of a transfer, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fichier_gui.domain.error_leaves import restore
from fichier_gui.domain.history import Step, step_of
from fichier_gui.domain.transfers import State, Transfer
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.errors import error_words
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.states import state_sentence, state_words


@dataclass(frozen=True, slots=True)
class StepWords:
    """One line. ``when`` is day and time."""

    when: str
    what: str
    why: str = ""


def history_words(transfer: Transfer, steps: Sequence[Step]) -> list[StepWords]:
    """From the list to now; what was not noted is filled in from the row itself."""
    told = [StepWords(numbers.full_date(transfer.added_at), tr("Added to the list"))]
    told += [_words(transfer, step) for step in steps]
    if transfer.finished_at is not None and not any(step.state is transfer.state for step in steps):
        told.append(_words(transfer, step_of(transfer, transfer.finished_at)))
    return told


def _words(transfer: Transfer, step: Step) -> StepWords:
    then = replace(
        transfer,
        state=step.state,
        verification=step.verification,
        error=restore(step.code, "", {}) if step.code else None,
        retry_at=step.retry_at,
    )
    when = numbers.full_date(step.at)
    if then.error is not None:
        return StepWords(when, _state(then, step.at), error_words(then.error).happened)
    return StepWords(when, _state(then, step.at), state_sentence(then))


def _state(then: Transfer, at: float) -> str:
    """Of a wait its end is told, for what was left of it then is of no use now."""
    if then.state is State.RETRYING and then.retry_at is not None:
        return tr("Waits until {time}", time=numbers.moment(then.retry_at, at))
    return state_words(replace(then, error=None) if then.state is State.DONE else then, at)

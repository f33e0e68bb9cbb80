"""Batches of transfers in words."""

from fichier_gui.domain.batches import Batch
from fichier_gui.domain.transfers import ACTIVE, WAITING, State
from fichier_gui.ui.wording import numbers
from fichier_gui.ui.wording.language import tr
from fichier_gui.ui.wording.states import live_state_words


def batch_name(batch: Batch) -> str:
    """ "Holiday", or "a.txt and 39 more"."""
    if batch.is_whole or batch.rows < 2:
        return batch.name
    return tr("{name} and %n more", "", batch.rows - 1, name=batch.name)


def batch_words(batch: Batch, waits: str = "") -> str:
    """The status column: "Uploading, 12 of 40, 1 failed".

    ``waits``: why what is queued waits, if not for its turn.
    """
    done, failed = batch.count(State.DONE), batch.count(State.FAILED)
    asking = batch.count(State.NEEDS_ANSWER)
    parts = [
        _state(batch, waits),
        tr("{done} of {total}", done=numbers.count(done), total=numbers.count(batch.rows)),
        tr("%n to answer", "", asking) if asking else "",
        tr("%n failed", "", failed) if failed else "",
    ]
    return ", ".join(part for part in parts if part)


def _state(batch: Batch, waits: str) -> str:
    state = batch.state
    if state in ACTIVE:
        return live_state_words(State.MOVING if state is State.STARTING else state, batch.direction)
    if state in WAITING:
        return waits or live_state_words(State.QUEUED, batch.direction)
    if state is State.PAUSED:
        return live_state_words(State.PAUSED, batch.direction)
    # What has failed or asks is counted.
    return tr("Done") if state is State.DONE else ""

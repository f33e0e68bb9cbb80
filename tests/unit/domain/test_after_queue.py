"""When the queue has really come to its end."""

import pytest

from fichier_gui.domain.after_queue import came_to_its_end
from fichier_gui.domain.transfers import QueueCounts, QueueSummary


def summary(*, is_paused=False, **counts):
    return QueueSummary(QueueCounts(**counts), is_paused=is_paused)


@pytest.mark.parametrize(
    ("before", "after", "ended"),
    [
        (summary(active=1), summary(done=1), True),
        (summary(active=1, done=3), summary(done=3, failed=1), True),
        (summary(attention=1), summary(done=1), True),
        (summary(active=1), summary(), False),
        (summary(active=2), summary(active=1, done=1), False),
        (summary(active=1, waiting=1), summary(waiting=1, done=1), False),
        (summary(active=1, attention=1), summary(attention=1, done=1), False),
        (summary(active=1), summary(done=1, is_paused=True), False),
        (summary(), summary(done=1), False),
    ],
)
def test_only_a_row_that_ends_by_itself_ends_the_queue(before, after, ended):
    assert came_to_its_end(before, after) is ended

"""What a new window of the same account takes over from the one that it replaces."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from fichier_gui.ui.action_table import AFTER_QUEUE
from fichier_gui.ui.flat_header import FlatHeader
from fichier_gui.ui.stage import Stage


def take_over(after: Stage, before: Stage) -> None:
    """The place, what is chosen and searched, edits with their way back, what is played, silences and wishes.

    Both are open. Geometry and columns are kept by the window itself; longer titles get their room.
    """
    desk, old = after.desk, before.desk
    for action in AFTER_QUEUE:
        after.actions[action].setChecked(before.actions[action].isChecked())
    desk.shown.choose_as(old.shown)  # first: what is chosen is found where the rows are put in order
    desk.navigation.follow_in(old.navigation)
    desk.searching.search_as(old.searching)
    desk.row_moves.clipboard.take_over(old.row_moves.clipboard)
    desk.organising.take_over(old.organising)
    desk.previewing.take_over(old.previewing)
    after.window.transfers.show_as(before.window.transfers)
    for widget, twin in _lists(before, after):
        if before.window.focusWidget() is widget:
            twin.setFocus()
    for header in after.window.findChildren(FlatHeader):
        header.make_room_for_titles()
    after.errands.take_over(before.errands)
    if after.notifier is not None and before.notifier is not None:
        after.notifier.take_over(before.notifier)
    if after.notifications is not None and before.notifications is not None:
        after.notifications.take_over(before.notifications)
    take_over_silence(after, before)


def take_over_silence(after: Stage, before: Stage) -> None:
    """The user wants to be left alone, whichever account is on show."""
    if after.tray is not None and before.tray is not None:
        after.tray.snooze.take_over(before.tray.snooze)


def _lists(*stages: Stage) -> Iterator[tuple[QWidget, ...]]:
    """What has the focus most of the time, in each of the windows."""
    windows = [stage.window for stage in stages]
    yield tuple(window.files.table for window in windows)
    yield tuple(window.places for window in windows)
    yield tuple(window.transfers.view for window in windows)

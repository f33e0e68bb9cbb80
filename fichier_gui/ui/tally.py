"""What happened since the last notification, and the notification that tells of it."""

from dataclasses import dataclass, field
from typing import Final

from fichier_gui.domain.desktop import Button, Notification
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.ui import resources
from fichier_gui.ui.wording import tr

MOST_PATHS: Final = 2
"""The first is opened or shown; whether there are more decides which of both is offered."""


@dataclass(slots=True)
class Tally:
    """Filled until it is told, then put aside for its buttons."""

    done: int = 0
    failed: int = 0
    copied: int = 0
    """Links on the clipboard."""
    halted: int = 0
    name: str = ""
    reason: str = ""
    is_key_refused: bool = False
    links: list[LinkFacts] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """Of the first downloads that are done."""
    stopped: list[TransferId] = field(default_factory=list)
    """Rows that can be tried again."""

    @property
    def is_empty(self) -> bool:
        """There is nothing to tell."""
        return not (self.done or self.halted or self.is_key_refused)


def notification_of(tally: Tally) -> Notification:
    """One notification for all of it."""
    title, text, is_problem = _message(tally)
    icon = resources.icon_file("program").as_uri()
    click = (Button.SHOW_WINDOW, tr("Show the window"))
    return Notification(title, text, (click, *_buttons(tally)), is_problem, icon)


def _buttons(tally: Tally) -> tuple[tuple[Button, str], ...]:
    """At most three fit."""
    if tally.is_key_refused:
        return ((Button.ENTER_KEY, tr("Enter a new key")),)
    links = len(tally.links)
    copy = tr("Copy link") if links == 1 else tr("Copy %n link(s)", "", links)
    wanted = (
        (Button.OPEN, tr("Open"), len(tally.paths) == 1),
        (Button.SHOW_IN_FOLDER, tr("Show in folder"), bool(tally.paths)),
        (Button.COPY_LINKS, copy, bool(links)),
        (Button.RETRY, tr("Try again"), bool(tally.stopped)),
    )
    return tuple((button, words) for button, words, holds in wanted if holds)[-3:]


def _message(tally: Tally) -> tuple[str, str, bool]:
    if tally.is_key_refused:
        return tr("Your key was refused"), tr("Transfers wait until another key is entered."), True
    if tally.halted and not tally.done:
        if tally.halted == 1:
            return tr("A transfer stopped"), f"{tally.name}: {tally.reason}", True
        return tr("%n transfer(s) stopped", "", tally.halted), tr("Open the window to see why."), True
    title = tr("Transfers complete") if not tally.failed else tr("Transfers ended")
    parts = [
        tr("{name} is done.", name=tally.name)
        if tally.done == 1 and tally.name
        else tr("%n file(s) done.", "", tally.done)
    ]
    if tally.failed:
        parts.append(tr("%n file(s) failed.", "", tally.failed))
    if tally.copied:
        parts.append(tr("%n link(s) copied.", "", tally.copied))
    return title, " ".join(parts), bool(tally.failed)

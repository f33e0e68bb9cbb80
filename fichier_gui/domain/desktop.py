"""What the desktop is asked to show: a notification with buttons, and the progress on the launcher."""

from enum import StrEnum

from fichier_gui.domain.values import value


class Button(StrEnum):
    """The buttons of a notification."""

    OPEN = "open"
    SHOW_IN_FOLDER = "show_in_folder"
    COPY_LINKS = "copy_links"
    RETRY = "retry"
    ENTER_KEY = "enter_key"
    SHOW_WINDOW = "default"
    """A click on the notification itself; the name is the desktop's. Some show its words in a menu."""


@value
class Notification:
    """Plain texts, and the buttons with their words."""

    title: str
    text: str
    buttons: tuple[tuple[Button, str], ...] = ()
    is_problem: bool = False
    icon: str = ""
    """The address of a picture, ``file:…``."""


class DesktopPart(StrEnum):
    """Where the program may have a place on the desktop; it has those that the user gave it."""

    MENU = "menu"
    """Among the programs, with its commands."""
    LOGIN = "login"
    """It starts with the session."""
    SEND_TO = "send_to"
    """In the menus of file managers."""
    LINKS = "links"
    """Among the programs that the system offers for addresses."""


@value
class PartWords:
    """What stands in the system's menus, in the user's language; and the program's picture."""

    icon: str
    """The path of a drawing; empty for none."""
    about: str
    upload_files: str
    pause_all: str
    send_to: str
    keywords: str = ""
    """What else the program is found by, with commas between."""


@value
class DesktopParts:
    """What this system can have, what it has, and what it cannot have as things are."""

    possible: frozenset[DesktopPart] = frozenset()
    present: frozenset[DesktopPart] = frozenset()
    blocked: frozenset[DesktopPart] = frozenset()


@value
class Errand:
    """What the window is started or called for, besides being shown."""

    words: tuple[str, ...] = ()
    """Links, and absolute paths of this machine."""
    chooses_files: bool = False
    """Ask which files to upload."""


@value
class LauncherState:
    """What stands on the program's icon in the launcher, the dock or the task bar."""

    fraction: float | None = None
    """0 … 1; None shows no bar."""
    count: int = 0
    """How many transfers need the user; 0 shows no number."""
    is_paused: bool = False

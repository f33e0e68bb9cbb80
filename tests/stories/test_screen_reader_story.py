"""The window as a screen reader sees it, and as somebody uses it who has keys alone.

Everything is opened and left with keys that the X server delivers; what is there and where the focus went is
read over AT-SPI, as a screen reader reads it. What is in each dialog, and Tab's way through it, is in
``test_reading_walk_story.py``.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from support.display import Desktop, desktop, missing_tools, until
from support.reading import missed, nameless, owners_of
from support.screen_reader import LAUNCHER, ScreenReader, Seen, screen_reader
from support.simulator import Service, simulator
from support.window_story import Window, window

from fichier_gui.simulator import sample
from fichier_gui.ui.action_table import ACTIONS
from fichier_gui.ui.actions import ActionId

MISSING = missing_tools("wmctrl", LAUNCHER)
pytestmark = [
    pytest.mark.story,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]

KEYSYMS = {",": "comma", "?": "question", "Space": "space"}

ANYWHERE = (
    ActionId.PREFERENCES,
    ActionId.SHORTCUTS,
    ActionId.ABOUT,
    ActionId.NEW_FOLDER,
    ActionId.SEARCH_HELP,
    ActionId.DUPLICATES,
    ActionId.ACCOUNT,
    ActionId.VOUCHERS,
    ActionId.ELSEWHERE,
    ActionId.REMOTE_UPLOADS,
    ActionId.FTP_ACCESS,
    ActionId.RECENTLY_DELETED,
    ActionId.ENTER_KEY,
)
FOR_A_FILE = (
    ActionId.RENAME,
    ActionId.MOVE_TO,
    ActionId.COPY_AS,
    ActionId.SHOW_QR,
    ActionId.TO_JDOWNLOADER,
    ActionId.LINK_RULES,
    ActionId.PROPERTIES,
    ActionId.PREVIEW,
    ActionId.SCAN_FILE,
    ActionId.DELETE,
)
FOR_A_FOLDER = (ActionId.SHARE_FOLDER,)


def keys_of(action: ActionId) -> str:
    """The first key of a command, as xdotool writes it."""
    (spec,) = (spec for spec in ACTIONS if spec.id is action)
    first = spec.keys[0]
    *modifiers, key = (first if isinstance(first, str) else first.name).split("+")
    return "+".join(
        [*(m.lower() for m in modifiers), KEYSYMS.get(key, key.lower() if len(key) == 1 else key)]
    )


@dataclass
class Person:
    """Has keys and a screen reader."""

    screen: Desktop
    reader: ScreenReader
    shown: Window
    faults: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        self.screen.run("xdotool", "key", *keys)

    def main(self) -> Seen:
        (top,) = (top for top in self.reader.tops() if top.role == "frame")
        return top

    def dialogs(self) -> list[Seen]:
        return [top for top in self.reader.tops() if top.role == "dialog"]

    def rows(self, pattern: str) -> list[Seen]:
        """Rows of the window's lists that begin like this."""
        window = self.reader.read(self.main().path)
        return [seen for seen in window.walk() if seen.role == "tree item" and re.match(pattern, seen.name)]

    def opened(self, keys: str) -> Seen:
        """The dialog that a key opens, once it has the keys."""
        self.press(keys)
        return until(
            lambda: next((top for top in self.dialogs() if "active" in top.states), None),
            f"a dialog after {keys}",
        )

    def escape(self) -> None:
        self.press("Escape")
        until(lambda: not self.dialogs(), "the end of the dialog by Escape")

    def step(self, key: str) -> str:
        """Where the focus is after a key that moves it."""
        self.reader.listen(0.01)
        before = len(self.reader.focused)
        self.press(key)

        def has_moved() -> bool:
            self.reader.listen()
            return len(self.reader.focused) > before

        until(has_moved, f"the focus to leave {self.reader.look(self.reader.focused[-1])}", 10)
        return self.reader.focused[-1]

    def round(self, root: Seen) -> list[Seen]:
        """The controls that Tab reaches in a window, in order, until it comes round."""
        owners = owners_of(root)
        reached: list[Seen] = []
        alone = [seen for seen in missed(root, []) if "focused" in seen.states]
        if alone == missed(root, []):
            return alone
        while True:
            path = self.step("Tab")
            if path not in owners:
                owners |= owners_of(self.reader.read(root.path))
            owner = owners.get(path)
            assert owner is not None, f"the focus left {root.name}: {self.reader.look(path)}"
            if owner.path in {seen.path for seen in reached}:
                return reached
            reached.append(owner)

    def judge(self, title: str, root: Seen) -> None:
        """Names, and the way of Tab through all of it."""
        print(f"--- {title}\n{root.outline()}")
        reached = self.round(root)
        print("Tab:", " → ".join(f"{seen.name or seen.labels}" for seen in reached))
        now = self.reader.read(root.path)
        if missed(now, reached):  # what came, or could be used, only then
            reached = self.round(now)
        self.faults += [f"{title}: {fault}" for fault in nameless(now)]
        self.faults += [f"{title}: Tab misses {seen.role} {seen.name!r}" for seen in missed(now, reached)]


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """At the window of the sample account."""
    service = Service()
    sample.fill(service)
    folder = tmp_path_factory.mktemp("person")
    with ExitStack() as stack:
        running = stack.enter_context(simulator(service))
        screen = stack.enter_context(desktop("1366x768x24"))
        reader = stack.enter_context(screen_reader(screen.env["DBUS_SESSION_BUS_ADDRESS"]))
        shown = stack.enter_context(
            window(
                screen,
                folder,
                running.base_url,
                settings={"limit_download": 200_000},
                place=(0, 0, 1366, 740),
            )
        )
        shown.until("the account", files=lambda names: "README.txt" in names)
        yield Person(screen, reader, shown)


@pytest.fixture(autouse=True)
def _no_dialog_stays(person: Person) -> Iterator[None]:
    yield
    if person.dialogs():
        person.escape()


def test_the_window(person: Person) -> None:
    person.judge("window", person.reader.read(person.main().path))
    assert not person.faults, "\n".join(person.faults)


@pytest.mark.parametrize("action", ANYWHERE)
def test_a_dialog(person: Person, action: ActionId) -> None:
    person.opened(keys_of(action))
    person.escape()


@pytest.mark.parametrize("action", FOR_A_FILE + FOR_A_FOLDER)
def test_a_dialog_about_a_row(person: Person, action: ActionId) -> None:
    person.press(keys_of(ActionId.EDIT_PATH))
    person.press("Escape")  # the keys are the list's now
    person.press(*(("Home", "Down") if action in FOR_A_FOLDER else ("End",)))
    person.opened(keys_of(action))
    person.escape()


def test_a_running_transfer_is_one_sentence(person: Person) -> None:
    person.press(keys_of(ActionId.EDIT_PATH))
    person.screen.run("xdotool", "type", "/Films")
    person.press("Return")
    person.shown.until("the folder", files=lambda names: "Bande-annonce.mp4" in names)

    def is_chosen() -> bool:
        person.press("End")
        return any("selected" in seen.states for seen in person.rows("Video Bande-annonce.mp4"))

    until(is_chosen, "the choice of the film")
    person.press(keys_of(ActionId.DOWNLOAD))
    (running, *_) = until(lambda: person.rows(r"Bande-annonce.mp4,.* left"), "the figures of the row")
    print("heard:", running.name)
    assert re.fullmatch(
        r"Bande-annonce.mp4, Download, Downloading, \d+ %, [\d.]+ [kM]B/s, \d+ min \d+ s left", running.name
    )


@pytest.mark.parametrize("keys", [("F10",), ("Home", "Menu")], ids=["of the program", "of a row"])
def test_a_menu(person: Person, keys: tuple[str, ...]) -> None:
    person.press(keys_of(ActionId.EDIT_PATH), "Escape")
    person.press(*keys)
    entries: list[Seen] = []
    while not entries or entries[-1].path not in {entry.path for entry in entries[:-1]}:
        entries.append(person.reader.look(person.step("Down")))
    print("heard:", " → ".join(entry.name for entry in entries))
    person.press("Escape")
    assert len(entries) > 10
    assert all(entry.name and "menu item" in entry.role for entry in entries)


def test_what_is_told_is_said(person: Person) -> None:
    person.reader.said.clear()
    person.press(keys_of(ActionId.EDIT_PATH))
    person.screen.run("xdotool", "type", "/Nowhere")
    person.press("Return")

    def is_said() -> bool:
        person.reader.listen()
        return any("There is no folder “/Nowhere”" in words for words in person.reader.said)

    until(is_said, "the notice")

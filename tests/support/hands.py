"""Somebody at a desktop who has a keyboard or a mouse, not both; each thing that they do is a step.

A step is a chord, a text, a click or a drag. Where things are is read over AT-SPI; looking costs nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle

from jeepney.wrappers import DBusErrorResponse
from support.display import Desktop, until
from support.screen_reader import ScreenReader, Seen

_RIGHT, _LEFT = "3", "1"


@dataclass
class Eyes:
    """Finds things by what a screen reader calls them."""

    reader: ScreenReader

    def seen(self) -> list[Seen]:
        """All that is in the dialog in front, or in the window; nothing while they come and go."""
        with suppress(LookupError, DBusErrorResponse):
            tops = self.reader.tops()
            wanted = [top for top in tops if top.role == "dialog"] or tops
            return [thing for top in wanted for thing in self.reader.read(top.path).walk()]
        return []

    def all(self, role: str, name: str) -> list[Seen]:
        """Those of this role whose name begins like this."""
        return [thing for thing in self.seen() if thing.role == role and thing.name.startswith(name)]

    def told(self) -> str:
        """What there is, for the report of a failure."""
        return "\n".join(
            f"{t.role}: {t.name!r} {sorted(t.states & {'focused', 'selected'})}" for t in self.seen()
        )

    def find(self, role: str, name: str) -> Seen:
        """The first of them that can be used, once there is one."""

        def found() -> Seen | None:
            return next((thing for thing in self.all(role, name) if "enabled" in thing.states), None)

        return self._until(found, f"a {role} {name!r}")

    def focus(self, role: str, name: str) -> Seen:
        """The one that has the keys."""

        def found() -> Seen | None:
            return next((thing for thing in self.all(role, name) if "focused" in thing.states), None)

        return self._until(found, f"the focus on the {role} {name!r}")

    def selected(self, name: str) -> Seen:
        """A row that is chosen."""

        def found() -> Seen | None:
            return next((row for row in self.all("tree item", name) if "selected" in row.states), None)

        return self._until(found, f"the choice of {name!r}")

    def _until(self, found: Callable[[], Seen | None], what: str) -> Seen:
        try:
            return until(found, what)
        except AssertionError as error:
            raise AssertionError(f"{error}; there was\n{self.told()}") from None

    def beside(self, path: str) -> list[Seen]:
        """The lines of the menu that an object is in; none if it is in no menu, or has gone."""
        with suppress(DBusErrorResponse):
            return [thing for thing in self.reader.above(path).walk() if thing.role == "menu item"]
        return []

    def point(self, thing: Seen) -> tuple[int, int]:
        """The middle of it, once it stays where it is."""
        places = [self.reader.place(thing.path)]

        def stays() -> bool:
            places.append(self.reader.place(thing.path))
            return places[-1] == places[-2]

        until(stays, f"{thing.name!r} to stay")
        x, y, width, height = places[-1]
        return x + width // 2, y + height // 2


@dataclass
class Hands:
    """What both kinds have in common."""

    screen: Desktop
    eyes: Eyes
    steps: list[str] = field(default_factory=list)
    """Those of the task under way."""

    def _do(self, step: str, *command: str) -> None:
        self.steps.append(step)
        self.screen.run("xdotool", *command)


class Keyboard(Hands):
    """Never touches the mouse."""

    def press(self, chord: str) -> None:
        """Keys that are held together."""
        self._do(chord, "key", chord)

    def write(self, words: str) -> None:
        """A text."""
        self._do(f"“{words}”", "type", "--delay", "10", words)


class Mouse(Hands):
    """Never touches the keyboard."""

    def click(self, thing: Seen) -> None:
        """The left button."""
        self._click(f"{thing.name}", self.eyes.point(thing), _LEFT)

    def menu_of(self, thing: Seen, line: str) -> None:
        """The right button, and one of the lines that this brings."""
        x, y = self.eyes.point(thing)
        self._click(f"right button on {thing.name}", (x, y), _RIGHT)
        reader, entered = self.eyes.reader, cycle(away for step in range(8, 200, 8) for away in (step, -step))
        reader.listen(0)
        reader.focused.clear()

        def has_line() -> Seen | None:
            """The pointer goes down and up in the menu, which tells what it comes to."""
            self.screen.run("xdotool", "mousemove", str(x + 8), str(max(0, y + next(entered))))
            reader.listen()
            lines = (each for path in reader.focused for each in self.eyes.beside(path))
            return next((each for each in lines if each.name.partition("\t")[0] == line), None)

        self._click(line, self.eyes.point(until(has_line, f"the line {line!r} of a menu")), _LEFT)

    def drag(self, what: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """From one place to another."""
        self.steps.append(f"drag {what}")
        self.screen.drag(start, end)

    def _click(self, step: str, point: tuple[int, int], button: str) -> None:
        self._do(step, "mousemove", *map(str, point), "click", button)


def counted(hands: Hands, task: Callable[[], None]) -> int:
    """How many steps a task takes."""
    hands.steps.clear()
    task()
    print(f"{task.__name__.replace('_', ' ')}: {' · '.join(hands.steps)}")
    return len(hands.steps)

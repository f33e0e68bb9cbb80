"""The program's command line as data, read from its own parser."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fichier_gui.__main__ import build_parser


class Kind(StrEnum):
    """What a word is completed with."""

    NOTHING = "nothing"
    """A name or a path of the service, a number."""
    FILES = "files"
    FOLDERS = "folders"
    CHOICES = "choices"


@dataclass(frozen=True)
class Word:
    """An argument, or the value of an option."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    help: str = ""
    is_repeated: bool = False
    is_needed: bool = False


@dataclass(frozen=True)
class Option:
    """One option under all its names. ``value`` is None for a switch."""

    names: tuple[str, ...]
    help: str
    value: Word | None = None
    is_needed: bool = False


@dataclass(frozen=True)
class Group:
    """Options under a heading."""

    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Command:
    """A command, or with an empty name the program itself. ``groups`` hold what is the same for many."""

    name: str
    summary: str
    own: tuple[Option, ...]
    words: tuple[Word, ...]
    groups: tuple[Group, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """All of them."""
        return (*self.own, *(option for group in self.groups for option in group.options))


@dataclass(frozen=True)
class CommandLine:
    """All of it."""

    program: Command
    commands: tuple[Command, ...]
    epilog: str


def command_line() -> CommandLine:
    """As ``fichier-gui --help`` has it."""
    parser = build_parser()
    (under,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    summaries = {choice.dest: choice.help or "" for choice in under._choices_actions}
    commands = [_command(name, summaries[name], each) for name, each in under.choices.items()]
    return CommandLine(_command("", parser.description or "", parser), tuple(commands), parser.epilog or "")


def _command(name: str, summary: str, parser: argparse.ArgumentParser) -> Command:
    own: list[Option] = []
    words: list[Word] = []
    groups: list[Group] = []
    plain = (parser._positionals, parser._optionals)
    for group in parser._action_groups:
        actions = [each for each in group._group_actions if not isinstance(each, argparse._SubParsersAction)]
        options = [_option(each) for each in actions if each.option_strings]
        words += [_word(each) for each in actions if not each.option_strings]
        if group in plain:
            own += options
        elif options:
            groups.append(Group(group.title or "", tuple(options)))
    return Command(name, summary, tuple(own), tuple(words), tuple(groups))


def _option(action: argparse.Action) -> Option:
    value = None if action.nargs == 0 else _word(action)
    return Option(tuple(action.option_strings), _help(action), value, action.required)


def _word(action: argparse.Action) -> Word:
    choices = tuple(map(str, action.choices or ()))
    name = str(action.metavar or action.dest.upper())
    return Word(
        name,
        Kind.CHOICES if choices else _kind(name),
        choices,
        _help(action),
        is_repeated=action.nargs in ("*", "+"),
        is_needed=action.nargs not in ("*", "?"),
    )


def _kind(name: str) -> Kind:
    """The names of places on this computer; those of the service begin with a slash."""
    if name.startswith("DIR"):
        return Kind.FOLDERS
    is_file = any(each in ("FILE", "PATH", "LOCAL", "LIST") for each in name.split("-"))
    return Kind.FILES if is_file else Kind.NOTHING


def _help(action: argparse.Action) -> str:
    text = action.help or ""
    return text % {"default": action.default} if "%(default)" in text else text.replace("%%", "%")


def lines(epilog: str) -> Iterator[tuple[str, str]]:
    """Its numbered lines, each as number and text, and its paragraphs, each with no number."""
    found: list[tuple[str, str]] = []
    for line in epilog.splitlines():
        first, _, rest = line.strip().partition("  ")
        if line.startswith("  ") and first.isdigit():
            found.append((first, rest))
        elif not line.strip():
            found.append(("", ""))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}".strip())
    return (each for each in found if each[1])


def usage(command: Command) -> Sequence[str]:
    """The words of one use, such as ``upload``, ``[--split]``, ``PATH …``, without shared options."""
    parts = [command.name] if command.name else []
    for option in command.own:
        if option.names[0] == "-h":
            continue
        text = option.names[0] + (f" {option.value.name}" if option.value else "")
        parts.append(text if option.is_needed else f"[{text}]")
    for word in command.words:
        text = f"{{{'|'.join(word.choices)}}}" if word.choices else word.name
        text += " …" if word.is_repeated else ""
        parts.append(text if word.is_needed else f"[{text}]")
    return parts

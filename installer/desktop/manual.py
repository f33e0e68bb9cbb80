"""The manual page, from the program's own command line."""

import time
from collections.abc import Iterator

from desktop.command_line import Command, CommandLine, Option, lines, usage

from fichier_gui.identity import NAME, SUMMARY, VERSION

FILES = {
    f"~/.config/{NAME}/settings.toml": "the settings that differ from the defaults",
    f"~/.local/share/{NAME}/journal.db": "the queue of transfers",
    f"~/.cache/{NAME}/catalogue.db": "what is known of the account; a cache",
    f"~/.local/state/{NAME}/": "the log, and waits that the service asked for",
}


def manual(line: CommandLine, date: int) -> str:
    """For section 1, as ``man`` reads it. ``date``: seconds since 1970."""
    day = time.strftime("%Y-%m-%d", time.gmtime(date))
    parts = [
        f'.TH {NAME.upper()} 1 "{day}" "{NAME} {VERSION}" "User Commands"',
        *_section("NAME", f"{_plain(NAME)} \\- {_plain(SUMMARY[0].lower() + SUMMARY[1:])}"),
        *_section("SYNOPSIS", ".nf", f"\\fB{_plain(NAME)}\\fR [\\fIOPTION\\fR …]"),
        f"\\fB{_plain(NAME)}\\fR [\\fIOPTION\\fR …] \\fICOMMAND\\fR …",
        ".fi",
        *_section("DESCRIPTION", _plain(line.program.summary)),
        *_section("OPTIONS", *_options(line.program.own)),
    ]
    for group in line.program.groups:
        parts += [f".SS {_plain(group.title.capitalize())}", *_options(group.options)]
    parts += [*_section("COMMANDS", "All but \\fBopen\\fR work without a window."), *_shared(line)]
    for command in line.commands:
        parts += _command(command)
    return "\n".join([*parts, *_end(line), ""])


def _section(title: str, *text: str) -> list[str]:
    return [f".SH {title}", *text]


def _shared(line: CommandLine) -> Iterator[str]:
    """What each command takes besides its own options and those of the program."""
    known = {group.title for group in line.program.groups}
    for group in line.commands[0].groups:
        if group.title not in known:
            yield "Each takes the options above that follow a heading, and these:"
            yield from _options(group.options)


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_plain(' '.join(usage(command)))}"
    yield _plain(f"{command.summary[0].upper()}{command.summary[1:]}.")
    for word in command.words:
        if word.help:
            yield from (".TP", f"\\fI{_plain(word.name)}\\fR", _plain(word.help))
    yield from _options(option for option in command.own if option.names[0] != "-h")


def _options(options: "Iterator[Option] | tuple[Option, ...]") -> Iterator[str]:
    for option in options:
        value = f" \\fI{_plain(option.value.name)}\\fR" if option.value else ""
        yield ".TP"
        yield ", ".join(f"\\fB{_plain(name)}\\fR" for name in option.names) + value
        yield _plain(option.help)


def _end(line: CommandLine) -> Iterator[str]:
    found = list(lines(line.epilog))
    yield ".SH EXIT STATUS"
    for number, text in found:
        if number:
            yield from (".TP", f".B {number}", _plain(text))
    yield from _section("ENVIRONMENT", *(_plain(text) for number, text in found if not number))
    yield ".SH FILES"
    for path, what in FILES.items():
        yield from (".TP", f".I {_plain(path)}", _plain(what))


def _plain(text: str) -> str:
    """A text as groff writes it unchanged."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text

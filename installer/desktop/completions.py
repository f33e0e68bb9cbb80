"""Completions of the command line for bash, zsh and fish."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.command_line import Command, CommandLine, Kind, Option, Word

from fichier_gui.identity import NAME

_HEAD = f"Completions of {NAME}, made from its own command line."


# bash


def bash(line: CommandLine) -> str:
    """Files are completed by readline itself, which knows how to quote them."""
    takes_value = _names(option for option in line.program.options if option.value)
    names = [command.name for command in line.commands]
    cases = [*_bash_command(line.program, names)]
    for command in line.commands:
        cases += _bash_command(command, ())
    return f"""# {_HEAD}

_fichier_gui() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
    local command='' options='' words='' kind='' i
    if [[ $word == = ]]; then
        word=''
    elif [[ $before == = ]]; then
        before=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${{COMP_WORDS[i]}} in
            {"|".join(takes_value)}) ((i++)) ;;
            {"|".join(names)})
                command=${{COMP_WORDS[i]}}
                break
                ;;
        esac
    done
    case $command in
{_indented(cases, 8)}
    esac
    COMPREPLY=()
    case $kind in
        files) compopt -o default; return ;;
        folders) compopt -o dirnames; return ;;
        nothing) return ;;
    esac
    if [[ $kind != choices && $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $words == @files ]]; then
        compopt -o default
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    fi
}}

complete -F _fichier_gui {NAME}
"""


def _bash_command(command: Command, further: Sequence[str]) -> Iterator[str]:
    """The branch of one command: what it takes, and what the option before wants as its value."""
    words = [choice for word in command.words for choice in word.choices]
    has_files = any(word.kind is Kind.FILES for word in command.words) and not words
    yield f"{command.name or _quoted('')})"
    yield f"    options={_quoted(' '.join(_names(command.options)))}"
    yield f"    words={_quoted('@files' if has_files else ' '.join([*words, *further]))}"
    yield "    case $before in"
    for option in command.options:
        if option.value is not None:
            chosen = f" words={_quoted(' '.join(option.value.choices))}" if option.value.choices else ""
            yield f"        {'|'.join(option.names)}) kind={option.value.kind}{chosen} ;;"
    yield "    esac"
    yield "    ;;"


# zsh


def zsh(line: CommandLine) -> str:
    """A function for the completion system."""
    commands = [_quoted(f"{each.name}:{each.summary}") for each in line.commands]
    branches: list[str] = []
    for command in line.commands:
        branches += [f"{command.name})", "    _arguments -s -S \\", *_zsh_arguments(command, 8), "    ;;"]
    return f"""#compdef {NAME}
# {_HEAD}

_fichier_gui() {{
    local curcontext=$curcontext state line
    local -a commands
    commands=(
{_indented(commands, 8)}
    )
    _arguments -C -s \\
{_indented(_zsh_options(line.program.options), 8)}
        '1: :->command' \\
        '*:: :->rest'
    case $state in
        command) _describe -t commands command commands ;;
        rest)
            curcontext="${{curcontext%:*:*}}:{NAME}-$words[1]:"
            case $words[1] in
{_indented(branches, 16)}
            esac
            ;;
    esac
}}

if [[ $funcstack[1] == _{NAME} ]]; then
    _fichier_gui "$@"
else
    compdef _fichier_gui {NAME}
fi
"""


def _zsh_arguments(command: Command, indent: int) -> Iterator[str]:
    yield from (" " * indent + text for text in _zsh_options(command.options))
    for place, word in enumerate(command.words, 1):
        number = "*" if word.is_repeated else str(place)
        optional = "" if word.is_needed or word.is_repeated else ":"
        yield " " * indent + _quoted(f"{number}:{optional}{_zsh_text(word.name)}:{_zsh_action(word)}") + " \\"
    yield " " * indent + "&& return"


def _zsh_options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        excluded = f"({' '.join(option.names)})"
        for name in option.names:
            takes = "=" if option.value and name.startswith("--") else ""
            value = f":{_zsh_text(option.value.name)}:{_zsh_action(option.value)}" if option.value else ""
            yield _quoted(f"{excluded}{name}{takes}[{_zsh_text(option.help)}]{value}") + " \\"


def _zsh_action(word: Word) -> str:
    if word.kind is Kind.CHOICES:
        return f"({' '.join(word.choices)})"
    return {Kind.FILES: "_files", Kind.FOLDERS: "_files -/"}.get(word.kind, " ")


def _zsh_text(text: str) -> str:
    for special in "\\[]:":
        text = text.replace(special, f"\\{special}")
    return text


# fish


def fish(line: CommandLine) -> str:
    """One line for each thing that can be said."""
    names = " ".join(command.name for command in line.commands)
    alone = _quoted(f"not __fish_seen_subcommand_from {names}")
    found = [f"# {_HEAD}", "", f"complete -c {NAME} -f"]
    found += [_fish(alone, option) for option in line.program.options]
    for command in line.commands:
        about = f"-a {command.name} -d {_quoted(command.summary)}"
        found += ["", f"complete -c {NAME} -n {alone} {about}"]
        within = _quoted(f"__fish_seen_subcommand_from {command.name}")
        found += [_fish(within, option) for option in command.options]
        known = [word for word in command.words if word.kind is not Kind.NOTHING]
        found += [f"complete -c {NAME} -n {within} {_fish_words(word)}" for word in known]
    return "\n".join([*found, ""])


def _fish(condition: str, option: Option) -> str:
    names = [f"-l {each[2:]}" if each.startswith("--") else f"-s {each[1:]}" for each in option.names]
    value = f" {_fish_value(option.value)}" if option.value else ""
    return f"complete -c {NAME} -n {condition} {' '.join(names)}{value} -d {_quoted(option.help)}"


def _fish_words(word: Word) -> str:
    return f"-a {_quoted(' '.join(word.choices))}" if word.choices else "-F"


def _fish_value(word: Word) -> str:
    if word.kind is Kind.FILES:
        return "-r -F"
    if word.kind is Kind.FOLDERS:
        return "-x -a '(__fish_complete_directories)'"
    return f"-x -a {_quoted(' '.join(word.choices))}" if word.choices else "-x"


# for all of them


def _names(options: Iterable[Option]) -> list[str]:
    return [name for option in options for name in option.names]


def _quoted(text: str) -> str:
    """In single quotes. fish reads a backslash there, too, but no text of ours holds one before a quote."""
    return "'" + text.replace("'", "'\\''") + "'"


def _indented(lines: Iterable[str], by: int) -> str:
    return "\n".join(" " * by + line for line in lines)

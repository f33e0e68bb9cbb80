"""The command line of the headless commands."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fichier_gui.domain import links
from fichier_gui.domain.desktop import Errand

EPILOG: Final = """\
exit codes:
  0  everything was done
  1  some of it failed; what failed and why is on standard error
  2  the command was not understood
  3  the service refused the API key, or there is no key
  4  the service asks for a pause that is longer than --max-pause; transfers stay in the queue,
     changes of the account stop where they are
  5  downloads from this network are paid with CDN credits, and --use-credits was not given;
     they stay in the queue

The API key comes from the system's key ring ("fichier-gui key set"), or from the environment variable
FICHIER_API_KEY. It is never an argument: other users of the machine can read arguments. The password of
protected links is none either: --password-stdin, or the environment variable FICHIER_FILE_PASSWORD.
"""

MAX_PAUSE: Final = 60.0


def common_options(*, inherit: bool = False) -> argparse.ArgumentParser:
    """Options of the window and of every command. ``inherit``: an absent one keeps what is there."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS if inherit else None)
    group = parser.add_argument_group("profile and service")
    group.add_argument("--profile", metavar="DIR", type=Path, help="keep everything in this folder")
    group.add_argument(
        "--account",
        metavar="LABEL",
        help="which account, by its label or e-mail (commands: the first one; the window: the one it showed)",
    )
    group.add_argument(
        "--service", metavar="URL", help="base URL of the service, such as http://127.0.0.1:8080/v1"
    )
    group.add_argument(
        "--ca-file", metavar="FILE", type=Path, help="certificates to trust besides the system's"
    )
    group.add_argument(
        "--key-ring",
        action=argparse.BooleanOptionalAction,
        help="use the system's key ring (the default)",
    )
    if not inherit:
        parser.set_defaults(key_ring=True)
    return parser


def _output_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="one JSON object a line on standard output")
    group.add_argument("--quiet", "-q", action="store_true", help="no progress on standard error")
    group.add_argument(
        "--max-pause",
        metavar="SECONDS",
        type=float,
        default=MAX_PAUSE,
        help="wait so long when the service asks for patience or the network is away (default %(default)g)",
    )
    return parser


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Every command that needs no window."""
    parents = [common_options(inherit=True), _output_options()]
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands without a window")

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=parents,
        )

    window = add("open", "show the window and hand it files to upload or links to download")
    window.add_argument("words", nargs="*", metavar="FILE-OR-LINK", help="what to hand over")
    window.add_argument("--choose-files", action="store_true", help="let it ask which files to upload")
    ls = add("ls", "list remote folders")
    ls.add_argument("words", nargs="*", metavar="/PATH", help="such as /Films/2024 (default: /)")
    ls.add_argument("--cached", action="store_true", help="show what is known, ask the service nothing")
    upload = add("upload", "send files and folders, print link<TAB>name of each")
    upload.add_argument("words", nargs="+", metavar="PATH", help="files and folders of this machine")
    upload.add_argument(
        "--to", default="/", metavar="/FOLDER", help="remote folder, made if missing (default: /)"
    )
    upload.add_argument(
        "--split",
        action="store_true",
        help="send a file that is too large for the account, or would take more than 4 hours, "
        "in parts NAME.001, NAME.002 ...; joined in order they are the file",
    )
    download = add("download", "fetch links and remote paths, print the local path of each")
    download.add_argument(
        "words",
        nargs="+",
        type=_link_or_path,
        metavar="LINK-OR-/PATH",
        help="a link, or a path of the account",
    )
    download.add_argument(
        "--to", default="", metavar="DIR", help="local folder (default: that of the settings)"
    )
    _add_password(download)
    _add_use_credits(download)
    _add_changes(add)
    _add_local(add)
    _add_verify(add("verify", "compare local files with the account, or with a sum file"))
    sums = add("sums", "print the Whirlpool sums of remote folders and files, as a sum file has them")
    sums.add_argument("words", nargs="+", metavar="/PATH", help="such as /Films/2024")
    sums.add_argument("--to", default="", metavar="FILE", help="write them there instead")
    account = add("account", "show the account")
    account.add_argument("--cached", action="store_true", help="show what is known, ask the service nothing")
    _add_queue(add("queue", "show the transfers, or change them"))
    _add_key(add("key", "set, show or forget the API key"))
    _add_forget(add("forget", "take what the program keeps off this computer, as before it is uninstalled"))


def _add_key(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        choices=("set", "show", "forget"),
        help="set reads the key from the terminal without echo, or from standard input",
    )


def _add_forget(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "what",
        choices=("places", "everything"),
        help="places: the start at login and what else it put on the desktop; everything: keys, settings,"
        " lists, log and those places, but no file that was downloaded",
    )
    command.add_argument("--yes", "-y", action="store_true", help="needed for everything: nothing is asked")


def _add_password(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password of protected links from the terminal without echo, or from standard input",
    )


def _add_local(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What makes local files without the service."""
    join = add("join", "make one file of the parts that lie beside their list NAME.parts.json")
    join.add_argument("words", nargs="+", metavar="LIST", type=Path, help="such as film.mkv.parts.json")
    export = add("export", "write a list of all files that are known, asking the service nothing")
    export.add_argument("words", nargs="?", metavar="/FOLDER", help="those below it (default: all)")
    export.add_argument(
        "--to",
        required=True,
        metavar="FILE",
        help="its end says the form: .csv a table, .json objects, .txt the links alone",
    )


def _add_changes(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What changes the account's files and folders."""
    mkdir = add("mkdir", "make remote folders, print the path of each")
    mkdir.add_argument("words", nargs="+", type=_path, metavar="/FOLDER", help="such as /Films/2024")
    mkdir.add_argument(
        "--parents",
        "-p",
        action="store_true",
        help="make what is missing above it too; what is there already is no failure",
    )
    mv = add("mv", "move remote files and folders into another folder")
    cp = add("cp", "copy remote files and folders on the service, print link<TAB>name of each file")
    rm = add("rm", "delete remote files and folders for good: the service has no trash")
    own = "a path of the account (every file of that name), or a link of its own files"
    any_ = "a path of the account (every file of that name), or a link, of others' files too"
    for command, what in ((mv, own), (cp, any_), (rm, own)):
        command.add_argument("words", nargs="+", type=_link_or_path, metavar="LINK-OR-/PATH", help=what)
    for command in (mv, cp):
        command.add_argument(
            "--to", required=True, metavar="/FOLDER", help="the remote folder to put them in, made if missing"
        )
    _add_password(cp)
    rm.add_argument(
        "--yes", "-y", action="store_true", help="ask nothing; needed where there is no terminal to ask on"
    )
    rename = add("rename", "give remote files and folders new names")
    rename.add_argument(
        "words", nargs="+", metavar="LINK-OR-/PATH NAME", help="an item and its new name; more of them follow"
    )
    for command in (mkdir, mv, cp, rm, rename):
        command.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and change nothing"
        )


def _add_verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("words", nargs="*", metavar="LOCAL", help="a file or a folder of this machine")
    way = verify.add_mutually_exclusive_group(required=True)
    way.add_argument("--with", dest="to", default="", metavar="/PATH", help="the remote one to compare with")
    way.add_argument(
        "--sums",
        type=Path,
        metavar="FILE",
        help="a sum file (HEX  name): compare the files it names, beside it",
    )
    verify.add_argument("--all", action="store_true", help="print the files that are the same too")


def _add_queue(queue: argparse.ArgumentParser) -> None:
    queue.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "run", "pause", "resume", "retry", "cancel", "clear", "export", "import"),
        help="list (default); run: work it off, paused or not; pause, resume, retry: all or the rows named; "
        "cancel: the rows named; clear: take the finished ones away; export: write the list to FILE "
        "(.json; .txt, .csv, .html: its links); import: queue what is new in such a list",
    )
    _add_use_credits(queue)
    queue.add_argument(
        "words", nargs="*", metavar="ID-OR-FILE", help="rows, as the list numbers them; or one FILE"
    )


def _add_use_credits(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--use-credits",
        action="store_true",
        help="let downloads spend CDN credits where the service wants them, as from a VPN or a data centre",
    )


def errand_of(arguments: argparse.Namespace) -> Errand:
    """What ``open`` asks of the window. Local paths become absolute: it may belong to another process."""
    return Errand(tuple(_handed(word) for word in arguments.words), arguments.choose_files)


def _handed(word: str) -> str:
    """An address as it is, but for one of a file: that and any path is a path."""
    if word.startswith("file:"):
        from urllib.parse import unquote, urlsplit

        path = unquote(urlsplit(word).path, errors="surrogateescape")
        return path.lstrip("/") if sys.platform == "win32" else path
    return word if links.find(word) or "://" in word else str(Path(word).absolute())


def _link_or_path(text: str) -> str:
    if not text.startswith("/") and not links.find(text):
        raise argparse.ArgumentTypeError(f"{text!r} is neither a link nor a path that begins with /")
    return text


def _path(text: str) -> str:
    if not text.startswith("/"):
        raise argparse.ArgumentTypeError(f"{text!r} is no path that begins with /")
    return text


def misused(arguments: argparse.Namespace, *, has_terminal: bool) -> str:
    """What is wrong with a command that can be read; empty for nothing."""
    if arguments.command == "queue":
        return _wrong_words(arguments.action, arguments.words)
    if arguments.command == "verify" and len(arguments.words) != (0 if arguments.sums else 1):
        return "verify takes LOCAL --with /PATH, or --sums FILE alone"
    if arguments.command == "rm" and not (arguments.yes or arguments.dry_run or has_terminal):
        return "rm needs --yes where there is no terminal to ask on"
    if arguments.command == "forget" and arguments.what == "everything" and not arguments.yes:
        return "forget everything needs --yes"
    return _wrong_names(arguments.words) if arguments.command == "rename" else ""


def _wrong_names(words: Sequence[str]) -> str:
    if len(words) % 2:
        return "rename takes an item and its new name, and more of them"
    for item, name in zip(words[::2], words[1::2], strict=True):
        if not item.startswith("/") and not links.find(item):
            return f"{item!r} is neither a link nor a path that begins with /"
        if not name or "/" in name:
            return f"{name!r} is no name"
    return ""


def _wrong_words(action: str, words: Sequence[str]) -> str:
    """What is wrong with the words of ``queue``; empty for nothing."""
    if action in ("export", "import"):
        return "" if len(words) == 1 else f"queue {action} takes one FILE"
    if action == "cancel" and not words:
        return "queue cancel takes the rows to cancel"
    odd = next((word for word in words if not word.isdecimal()), None)
    return f"{odd!r} is no number of a row" if odd is not None else ""
